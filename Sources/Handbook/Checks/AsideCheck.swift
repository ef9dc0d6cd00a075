import Dialogue
import Facts
import Understanding

/// The asides of pack.yaml: their word lists, intents and replies exist, and what they say is surely known.
struct AsideCheck {
    let draft: Draft
    let scopes: FieldScopes
    let report: Report

    func run() {
        let lists = Set(draft.wordLists.map(\.name))
        for aside in draft.settings.asides {
            if !lists.contains(aside.aside.asked) {
                report.unknown(
                    .unknownWordList, at: aside.listPlace, "word list", aside.aside.asked,
                    among: lists, otherwise: "declare it in entities.yaml under word_lists:")
            }
            guard draft.knowsAllFlows else { continue }
            for reference in aside.references { check(reference, of: aside) }
        }
    }

    private func check(_ reference: Reference, of aside: AsideDraft) {
        if reference.kind == .intent {
            guard !draft.intents.contains(reference.name) else { return }
            report.unknown(
                .unknownIntent, at: reference.place, "intent", reference.name,
                among: draft.intents, otherwise: "name it in starts: of a flow")
            return
        }
        let replies = draft.words.flatMap(\.replies).filter { $0.id == reference.name }
        let articles = draft.articles.map { "knowledge.\($0.name)" }
        guard !replies.isEmpty || articles.contains(reference.name) else {
            report.unknown(
                .unknownReply, at: reference.place, "reply", reference.name,
                among: draft.words.flatMap(\.replies).map(\.id),
                otherwise: "write its full name, as repair.told_in_time")
            return
        }
        let tested = Set(aside.aside.when.fields.compactMap(\.first))
        for reply in replies {
            SpeechCheck(report: report).run(reply)
            for path in reply.variants.flatMap(\.template.variables) {
                check(path, tested: tested, at: reply.place)
            }
        }
    }

    /// Every flow may be open: what is said is asked for in `when:`, and is a field of it.
    private func check(_ path: [String], tested: Set<String>, at place: Place) {
        guard let root = path.first, root != "customer" else { return }
        let name = path.joined(separator: ".")
        if !tested.contains(root) {
            report.error(
                .unsetValue, at: place, "'{$\(name)}' may have no value in the flow that is open",
                cure: "add `\(root) is set` to the aside's when:")
        } else if case .missing(let field, let names) = scopes.desk.resolve(path) {
            report.error(
                .unknownVariable, at: place, "'{$\(name)}' has no value: there is no '\(field)'",
                cure: suggestion(for: field, among: names)
                    ?? "the names are \(names.sorted().joined(separator: ", "))")
        }
    }
}
