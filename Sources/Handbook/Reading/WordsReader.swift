import Dialogue
import Understanding

/// Reads one `<language>.yaml`: title, phrases and replies.
struct WordsReader {
    let folder: String
    let namespace: String
    let language: String
    /// Slot types that an entity fills, for `{type}` in templates.
    let entityOfType: [String: String]
    let report: Report
    /// The same program found the files sound before: replies are parsed when they are first said.
    var isSound = false

    static let keys = ["title", "phrases", "intents", "replies"]

    func read(_ root: YAMLNode) -> WordsDraft {
        let fields = root.fields(report, "a language file", keys: Self.keys)
        var draft = WordsDraft(
            folder: folder, namespace: namespace, language: language, place: root.place,
            repliesPlace: fields.entries.isEmpty ? root.place : fields.place(of: "replies"))
        let title = fields["title"]?.text(report, "a title")
        if let node = fields["phrases"] {
            let keys = ["rules", "examples"]
            let phrases = node.fields(report, "phrases", keys: keys)
            draft.phrases.append(self.phrases(folder, title: title, phrases))
            requireTitle(title, of: folder, at: node.place)
        } else if title != nil {
            draft.phrases.append(phrases(folder, title: title, fields, ofTitleOnly: true))
        }
        for entry in fields["intents"]?.mapping(report, "phrases by intent") ?? [] {
            let phrases = entry.value.fields(
                report, "intent \(entry.key)", keys: ["title", "rules", "examples"])
            let own = phrases["title"]?.text(report, "a title")
            let title = own ?? (entry.key == folder ? title : nil)
            requireTitle(title, of: entry.key, at: entry.place)
            draft.phrases.removeAll { $0.phrases.intent == entry.key }
            draft.phrases.append(self.phrases(entry.key, title: title, phrases))
        }
        draft.replies = replies(fields["replies"])
        return draft
    }

    private func requireTitle(_ title: String?, of intent: String, at place: Place) {
        guard title == nil else { return }
        report.error(
            .missingKey, at: place, "the intent '\(intent)' has no title in '\(language)'",
            cure: "add title: with its name for people, as \"return an item\"")
    }

    private func phrases(
        _ intent: String, title: String?, _ fields: Fields, ofTitleOnly: Bool = false
    ) -> PhrasesDraft {
        var draft = PhrasesDraft(
            phrases: IntentPhrases(intent: intent, language: language, title: title ?? ""),
            place: fields.place)
        guard !ofTitleOnly else { return draft }
        draft.phrases.rules = (fields["rules"]?.list(report, of: "rules") ?? []).compactMap {
            rule($0)
        }
        for (text, place) in fields["examples"]?.texts(report, of: "examples") ?? [] {
            draft.phrases.examples.append(text)
            draft.examples.append(place)
        }
        return draft
    }

    /// A sentence template, or a bag of keywords.
    func rule(_ node: YAMLNode) -> PhraseRule? {
        guard node.entries != nil else {
            guard let text = node.text(report, "a sentence template") else { return nil }
            return PhraseRule(
                form: .template(withEntities(text)), place: reference(node.place, text))
        }
        let fields = node.fields(report, "a bag of keywords", keys: ["all", "any", "none"])
        let bag = ["all", "any", "none"].map { key in
            fields[key].map(keywords) ?? []
        }
        guard !bag[0].isEmpty || !bag[1].isEmpty else {
            report.error(
                .missingKey, at: node.place, "a bag of keywords asks for nothing",
                cure: "add all: […] or any: […]")
            return nil
        }
        let text = zip(["all", "any", "none"], bag).filter { !$0.1.isEmpty }
            .map { "\($0.0): \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
        return PhraseRule(
            form: .bag(all: bag[0], any: bag[1], none: bag[2]), place: reference(node.place, text))
    }

    /// "in (three|four) payments" stands for two keywords, as in a word list.
    private func keywords(_ node: YAMLNode) -> [String] {
        node.texts(report, of: "keywords").flatMap { entry in
            guard let texts = Alternatives.expand(entry.text) else {
                report.error(
                    .badValue, at: entry.place, "'\(entry.text)' is no keyword",
                    cure: "close each (a|b) or [c], none inside another")
                return [String]()
            }
            return texts
        }
    }

    private func reference(_ place: Place, _ text: String) -> RuleReference {
        RuleReference(file: place.file, line: place.line, text: text)
    }

    /// The template with each `{type}` replaced by the entity that fills the type.
    private func withEntities(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        // By bytes: walking over characters takes ten times as long.
        var result = ""
        let parts = text.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            guard index > 0 else {
                result += Substring(part)
                continue
            }
            let name = part.prefix { $0 != UInt8(ascii: "}") }
            result += "{"
            result += entityOfType[String(Substring(name))] ?? String(Substring(name))
            result += Substring(part[name.endIndex...])
        }
        return result
    }

    private func replies(_ node: YAMLNode?) -> [ReplyDraft] {
        (node?.mapping(report, "replies") ?? []).map { entry in
            let id = "\(namespace).\(entry.key)"
            var draft = ReplyDraft(id: id, place: entry.place, variants: [])
            guard entry.value.entries != nil else {
                draft.variants = variants(entry.value, ReplyCatalog.chat)
                return draft
            }
            let fields = entry.value.fields(
                report, "the reply \(entry.key)", keys: ReplyCatalog.channels)
            if fields[ReplyCatalog.chat] == nil {
                report.error(
                    .missingKey, at: entry.place, "the reply '\(entry.key)' lacks 'chat'",
                    cure: "add chat: with the form that the other channels fall back to")
            }
            for channel in ReplyCatalog.channels {
                if let node = fields[channel] { draft.variants += variants(node, channel) }
            }
            return draft
        }
    }

    /// One message, or a list of variants that take turns.
    private func variants(
        _ node: YAMLNode, _ channel: String
    ) -> [(template: MessageTemplate, place: Place, channel: String)] {
        node.list(report, of: "variants").compactMap { item in
            guard let text = item.text(report, "a message"), let template = template(text, item)
            else { return nil }
            return (template, item.place, channel)
        }
    }

    private func template(_ text: String, _ node: YAMLNode) -> MessageTemplate? {
        if isSound { return MessageTemplate(sound: text, late: LateReply()) }
        do {
            return try MessageTemplate(parsing: text)
        } catch {
            var place = node.place
            if !text.contains("\n") {
                let isPlain = if case .text(_, isPlain: true) = node.content { true } else { false }
                place = place.advanced(by: error.offset + (isPlain ? 0 : 1))
            }
            report.error(.messageSyntax, at: place, error.what, cure: error.cure)
            return nil
        }
    }
}
