import Desk
import Dialogue
import Facts
import Understanding

/// Phrases and replies: in every language, all of them used, with variables and functions that
/// exist.
struct WordsCheck {
    let draft: Draft
    let scopes: FieldScopes
    let report: Report

    private var languages: [String] { draft.settings.languages }

    func run() {
        checkTranslations()
        checkArticles()
        checkPhrases()
        checkEngine()
        checkTwins()
        checkUses()
    }

    private struct Folder: Hashable, Comparable {
        var namespace: String
        var name: String

        static func < (left: Folder, right: Folder) -> Bool {
            (left.namespace, left.name) < (right.namespace, right.name)
        }
    }

    /// Every reply of a folder must be in each of its language files, and each file must be there.
    private func checkTranslations() {
        let folders = Dictionary(grouping: draft.words) {
            Folder(namespace: $0.namespace, name: $0.folder)
        }
        for (_, files) in folders.sorted(by: { $0.key < $1.key }) {
            let present = Set(files.map(\.language))
            if let file = files.first {
                for language in languages
                where !present.contains(language)
                    && draft.canRead("\(language).yaml", besides: file.place)
                {
                    report.error(
                        .missingTranslation, at: Place(file: sibling(of: file.place, language)),
                        "the file is missing", cure: "translate \(name(file.place))")
                }
            }
            let all = files.flatMap { file in file.replies.map { (file, $0) } }
            for (file, reply) in all {
                for other in files where !other.replies.contains(where: { $0.id == reply.id }) {
                    report.error(
                        .missingTranslation, at: other.repliesPlace,
                        "the reply '\(short(reply.id))' is missing in '\(other.language)'",
                        cure: "translate it; \(name(file.place)) has it in line \(reply.place.line)"
                    )
                }
            }
        }
        for flow in draft.flows where !draft.words.contains(where: { isOf(flow, $0) }) {
            guard flow.references.contains(where: { $0.kind == .reply }), canReadWords(of: flow)
            else {
                continue
            }
            report.error(
                .missingTranslation, at: flow.place, "the flow has no words",
                cure: "write \(languages.map { "\($0).yaml" }.joined(separator: " and ")) beside it"
            )
        }
    }

    private func canReadWords(of flow: FlowDraft) -> Bool {
        languages.allSatisfy { draft.canRead("\($0).yaml", besides: flow.place) }
    }

    private func isOf(_ flow: FlowDraft, _ words: WordsDraft) -> Bool {
        words.folder == flow.flow.id && words.namespace == flow.namespace
    }

    private func sibling(of place: Place, _ language: String) -> String {
        let folder = place.file.split(separator: "/").dropLast().joined(separator: "/")
        return "\(folder)/\(language).\(place.file.split(separator: ".").last ?? "yaml")"
    }

    private func name(_ place: Place) -> String {
        place.file.split(separator: "/").last.map(String.init) ?? place.file
    }

    /// `ask_order` of `return_item.ask_order`.
    private func short(_ id: String) -> String {
        id.split(separator: ".").dropFirst().joined(separator: ".")
    }

    private func checkArticles() {
        let articles = Dictionary(grouping: draft.articles, by: \.name)
        for (_, files) in articles.sorted(by: { $0.key < $1.key }) {
            for file in files { SpeechCheck(report: report).run(file) }
            guard let file = files.first else { continue }
            for language in languages where !files.contains(where: { $0.language == language }) {
                report.error(
                    .missingTranslation, at: Place(file: sibling(of: file.place, language)),
                    "the file is missing", cure: "translate \(name(file.place))")
            }
            let isSaid = draft.flows.contains { flow in
                flow.references.contains {
                    $0.kind == .reply && $0.name == "knowledge.\(file.name)"
                }
            }
            for file in files where !isSaid && file.phrases.phrases.examples.isEmpty {
                report.error(
                    .missingPhrases, at: file.phrases.place, "nothing leads to the article",
                    cure: "add questions: with some ways in which people ask, or say it in a flow")
            }
        }
    }

    /// Every intent that opens a flow has phrases in each language, and no others have any.
    private func checkPhrases() {
        let phrases = draft.words.flatMap { words in words.phrases.map { (words, $0) } }
            .filter { !$0.1.phrases.rules.isEmpty || !$0.1.phrases.examples.isEmpty }
        let intents = draft.intents
        for (_, phrase) in phrases
        where !intents.contains(phrase.phrases.intent) && draft.knowsAllFlows {
            report.unknown(
                .unknownIntent, at: phrase.place, "intent", phrase.phrases.intent, among: intents,
                otherwise: "name it in starts: of the flow that it opens")
        }
        for flow in draft.flows {
            for intent in flow.flow.starts {
                let spoken = Set(phrases.filter { $0.1.phrases.intent == intent }.map(\.0.language))
                if flow.flow.kind == .repair && spoken.isEmpty
                    && EngineReplies.flows.contains(flow.flow.id)
                {
                    continue
                }
                let files = draft.words.filter { isOf(flow, $0) }
                for language in languages where !spoken.contains(language) {
                    let file = files.first { $0.language == language }
                    // That the file is missing, or cannot be read, is reported already.
                    if file == nil, !files.isEmpty || !canReadWords(of: flow) { continue }
                    report.error(
                        .missingPhrases, at: file?.place ?? flow.place,
                        "the intent '\(intent)' has no phrases in '\(language)'",
                        cure: flow.startsPlace != nil
                            ? "add phrases:, or take it out of starts:"
                            : "add phrases:, or `starts: []` to a flow that only others start")
                }
            }
        }
    }

    private func checkEngine() {
        let files = draft.words.filter {
            $0.folder == EngineReplies.folder && $0.namespace == "repair"
        }
        let known = EngineReplies.arguments.merging(EngineReplies.optional) { one, _ in one }
        let folder = draft.settings.place.file.split(separator: "/").dropLast().joined(
            separator: "/")
        for language in languages {
            let file = files.first { $0.language == language }
            if file == nil, !files.isEmpty { continue }
            let place =
                file?.repliesPlace ?? Place(file: "\(folder)/repairs/engine/\(language).yaml")
            for name in neededReplies {
                let has = file?.replies.contains { $0.id == "repair.\(name)" } ?? false
                guard !has else { continue }
                report.error(
                    .missingReply, at: place, "the engine's reply '\(name)' is missing",
                    cure: "add it under replies:")
            }
        }
        let ordered = Set(draft.plan.rules.compactMap(\.then.say) + draft.plan.ladderReplies)
        for reply in files.flatMap(\.replies) {
            guard let arguments = known[short(reply.id)] else {
                if !ordered.contains(reply.id), !isSaidByFlow(reply.id) {
                    report.warning(
                        .unusedReply, at: reply.place,
                        "the reply '\(short(reply.id))' is never said",
                        cure: suggestion(for: short(reply.id), among: known.keys.sorted())
                            ?? "remove it, or let a rule or a ladder of desk.yaml say it")
                }
                continue
            }
            let roots = arguments + ["customer"]
            SpeechCheck(report: report).run(reply)
            check(reply, roots: Set(roots), scope: nil)
        }
    }

    private func isSaidByFlow(_ reply: String) -> Bool {
        let references =
            draft.flows.flatMap(\.references) + draft.settings.asides.flatMap(\.references)
        return references.contains { $0.kind == .reply && $0.name == reply }
    }

    /// Two folders of repairs that declare one reply: only one of them would ever be said.
    private func checkTwins() {
        var seen: [String: ReplyDraft] = [:]
        for words in draft.words {
            for reply in words.replies {
                let key = words.language + " " + reply.id
                if let first = seen[key], first.place.file != reply.place.file {
                    report.error(
                        .duplicateName, at: reply.place,
                        "the reply '\(reply.id)' stands in \(first.place.file) as well",
                        cure: "rename one of them")
                }
                seen[key] = seen[key] ?? reply
            }
        }
    }

    /// Those that the machine says with these settings, in order.
    private var neededReplies: [String] {
        let pauses = draft.settings.pauses
        var names = EngineReplies.arguments.keys.sorted()
        if pauses.closeAfter != nil { names.append("resumed") }
        if pauses.rateAfter != nil { names += EngineReplies.ofRating }
        return names
    }

    /// Replies that are said but not there, those that are there but not said, and what they read.
    private func checkUses() {
        let ids = Set(
            draft.words.flatMap(\.replies).map(\.id) + draft.articles.map { "knowledge.\($0.name)" }
        )
        var used = Set(draft.settings.asides.flatMap(\.references).map(\.name))
        for reference in draft.flows.flatMap(\.references) where reference.kind == .reply {
            used.insert(reference.name)
            guard !ids.contains(reference.name), !reference.name.isEmpty,
                canRead(namespaceOf: reference.name)
            else { continue }
            let namespace = reference.name.prefix { $0 != "." } + "."
            let near = ids.filter { $0.hasPrefix(namespace) }.map(short)
            report.error(
                .unknownReply, at: reference.place,
                "the reply '\(short(reference.name))' is not declared",
                cure: suggestion(for: short(reference.name), among: near)
                    ?? "add it under replies: of every language")
        }
        for reply in draft.plan.rules.compactMap(\.then.say) where !ids.contains(reply) {
            guard canRead(namespaceOf: reply) else { continue }
            report.error(
                .unknownReply, at: draft.desk.place,
                "the reply '\(reply)' that a rule says is not declared",
                cure: suggestion(for: reply, among: ids.sorted())
                    ?? "add it under replies: of repairs/engine in every language")
        }
        for reply in draft.plan.ladderReplies where !ids.contains(reply) {
            guard canRead(namespaceOf: reply) else { continue }
            report.error(
                .unknownReply, at: draft.desk.place,
                "the reply '\(reply)' that a ladder says is not declared",
                cure: suggestion(for: reply, among: ids.sorted())
                    ?? "add it under replies: of repairs/engine in every language")
        }
        for words in draft.words
        where !(words.folder == EngineReplies.folder && words.namespace == "repair") {
            guard draft.canRead("flow.yaml", besides: words.place) else { continue }
            let flow = draft.flows.first { isOf($0, words) }
            let eventReplies = flow?.eventReplies ?? []
            for reply in words.replies {
                SpeechCheck(report: report).run(reply)
                if !used.contains(reply.id) {
                    report.warning(
                        .unusedReply, at: reply.place,
                        "the reply '\(short(reply.id))' is never said",
                        cure: "remove it, or say it in flow.yaml")
                }
                if let flow { check(reply, of: flow, isOfEvent: eventReplies.contains(reply.id)) }
            }
        }
    }

    /// Whether the language files that may declare the reply could all be read.
    private func canRead(namespaceOf reply: String) -> Bool {
        let namespace = reply.prefix { $0 != "." }
        let folder = namespace == "repair" ? "/repairs/" : "/\(namespace)/"
        return !draft.unreadable.contains { $0.contains(folder) && !$0.hasSuffix("/flow.yaml") }
    }

    /// A reply to an event may read the event's fields.
    private func check(_ reply: ReplyDraft, of flow: FlowDraft, isOfEvent: Bool) {
        guard
            reply.variants.contains(where: {
                !$0.template.variables.isEmpty || !$0.template.functions.isEmpty
            })
        else { return }
        let uses = flow.references.filter { $0.kind == .reply && $0.name == reply.id }
        let ofSlots = uses.contains { $0.state == nil }
        let actions = Set(uses.map { use in use.state.flatMap { flow.action(of: $0) } })
        var scope = scopes.scope(of: flow, action: actions.count == 1 ? actions.first ?? nil : nil)
        scope.roots["choices"] = ofSlots ? .some(.list) : nil
        scope.roots["menu"] = ofSlots ? .some(.text) : nil
        for hidden in ["message", "said", "conversation"] {
            scope.roots.removeValue(forKey: hidden)
        }
        check(reply, roots: isOfEvent ? nil : Set(scope.roots.keys), scope: scope)
    }

    /// `roots`: the first names that it may read; nil for any.
    private func check(_ reply: ReplyDraft, roots: Set<String>?, scope: FieldScope?) {
        for (template, place, _) in reply.variants {
            for function in template.functions where !Self.functions.contains(function) {
                report.error(
                    .unknownFunction, at: place, "there is no function ':\(function)'",
                    cure: suggestion(for: function, among: Self.functions)
                        ?? "use one of \(Self.functions.joined(separator: ", "))")
            }
            for path in template.variables {
                check(path, roots: roots, scope: scope, at: place)
            }
        }
    }

    private func check(_ path: [String], roots: Set<String>?, scope: FieldScope?, at place: Place) {
        let name = path.joined(separator: ".")
        guard let root = path.first else { return }
        if let roots, !roots.contains(root) {
            report.error(
                .unknownVariable, at: place, "'{$\(name)}' has no value: '\(root)' is not declared",
                cure: suggestion(for: root, among: roots)
                    ?? "the names are \(roots.sorted().joined(separator: ", "))")
            return
        }
        switch scope?.resolve(path) {
        case .missing(let field, let names) where field != root:
            report.error(
                .unknownVariable, at: place,
                "'{$\(name)}' has no value: there is no field '\(field)'",
                cure: suggestion(for: field, among: names)
                    ?? "the fields are \(names.sorted().joined(separator: ", "))")
        case .noFields(let parent) where !["id", "name"].contains(path.last ?? ""):
            report.error(
                .unknownVariable, at: place, "'{$\(name)}' has no value: '\(parent)' has no fields",
                cure: "write {$\(path.dropLast().joined(separator: "."))}")
        case .anything, .type, .missing, .noFields, nil: break
        }
    }

    /// Those of MessageFormat 2 and the engine's own.
    static let functions = [
        "string", "number", "integer", "percent", "offset", "currency", "money", "date", "time",
        "datetime", "list",
    ]
}

extension FlowDraft {
    /// The action of a state with `do:`.
    func action(of id: String) -> String? {
        guard case .perform(let use, _, _) = flow.state(id)?.body else { return nil }
        return use.action
    }

    /// What is said when an event happens.
    var eventReplies: Set<String> {
        var ids: Set<String> = []
        for edge in flow.edges {
            if case .handler(.event) = edge.origin { ids.formUnion(edge.step.say) }
            if let watch = edge.step.watch { ids.insert(watch.say) }
        }
        return ids
    }
}
