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
        var seen = SeenExamples()
        for phrases in draft.words.flatMap(\.phrases) + draft.articles.map(\.phrases) {
            for (text, place) in zip(phrases.phrases.examples, phrases.examples) {
                let example = SeenExamples.Example(
                    text: text, language: phrases.phrases.language, intent: phrases.phrases.intent,
                    place: place)
                guard let earlier = seen.earlier(than: example), earlier.intent != example.intent
                else { continue }
                report.error(
                    .shadowedPhrase, at: place,
                    "the example '\(text)' stands under '\(earlier.intent)' as well",
                    cure: "keep it in one of them (\(earlier.place.file):\(earlier.place.line))")
            }
        }
    }
}

/// The examples of a pack, found again whatever their case. To lower a text that is not ASCII takes longer than all
/// else here, so only those are lowered whose plain characters are alike.
private struct SeenExamples {
    struct Example {
        var text: String
        var language: String
        var intent: String
        var place: Place

        func reads(like other: Example) -> Bool {
            language == other.language && text.lowercased() == other.text.lowercased()
        }
    }

    private var bySketch: [UInt64: [Example]] = [:]

    init() {
        bySketch.reserveCapacity(16_384)
    }

    /// The first example that reads like this one; nil where there is none, and this one is noted.
    mutating func earlier(than example: Example) -> Example? {
        let sketch = Self.sketch(of: example)
        if let earlier = bySketch[sketch]?.first(where: example.reads) { return earlier }
        bySketch[sketch, default: []].append(example)
        return nil
    }

    /// FNV-1a over the language and what is ASCII, A to Z in lower case, or kana or Han, which have no case.
    private static func sketch(of example: Example) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in [example.language, example.text] {
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0x41...0x5A: hash ^= UInt64(scalar.value | 0x20)
                case 0..<0x80, 0x2E80..<0xA000: hash ^= UInt64(scalar.value)
                default: continue
                }
                hash = hash &* 0x100_0000_01B3
            }
        }
        return hash
    }
}
