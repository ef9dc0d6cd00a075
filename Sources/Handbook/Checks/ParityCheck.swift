import Dialogue
import Understanding

/// What must be alike, or must not be: the languages of a reply say the same values, and no two intents have the same
/// example.
struct ParityCheck {
    let draft: Draft
    let report: Report

    func run() {
        checkVariables()
        checkExamples()
    }

    private func checkVariables() {
        let replies = draft.words.flatMap { words in
            words.replies.map { (language: words.language, reply: $0) }
        }
        for (id, own) in Dictionary(grouping: replies, by: \.reply.id).sorted(by: {
            $0.key < $1.key
        })
        where own.count > 1 {
            let variables = own.map { Self.variables($0.reply) }
            let all = variables.reduce(into: Set<String>()) { $0.formUnion($1) }
            for ((language, reply), known) in zip(own, variables) {
                let missing = all.subtracting(known).sorted()
                guard let first = missing.first else { continue }
                let others = zip(own, variables).filter { $1.contains(first) }.map(\.0)
                report.warning(
                    .missingVariable, at: reply.place,
                    "the reply '\(id)' does not say {$\(first)} in '\(language)', but in "
                        + others.map { "'\($0.language)'" }.joined(separator: ", "),
                    cure: "say it, or leave it out in every language")
            }
        }
    }

    private static func variables(_ reply: ReplyDraft) -> Set<String> {
        Set(reply.variants.flatMap(\.template.variables).map { $0.joined(separator: ".") })
    }

    private func checkExamples() {
        var first: [String: (intent: String, place: Place)] = [:]
        first.reserveCapacity(16_384)
        for phrases in draft.words.flatMap(\.phrases) + draft.articles.map(\.phrases) {
            for (text, place) in zip(phrases.phrases.examples, phrases.examples) {
                let key = phrases.phrases.language + " " + text.lowercased()
                guard let earlier = first[key] else {
                    first[key] = (phrases.phrases.intent, place)
                    continue
                }
                guard earlier.intent != phrases.phrases.intent else { continue }
                report.error(
                    .shadowedPhrase, at: place,
                    "the example '\(text)' stands under '\(earlier.intent)' as well",
                    cure: "keep it in one of them (\(earlier.place.file):\(earlier.place.line))")
            }
        }
    }
}
