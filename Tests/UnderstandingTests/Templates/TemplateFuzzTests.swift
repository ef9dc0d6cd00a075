import Testing
import Understanding

/// A generator that gives the same numbers for the same seed.
private struct Seeded {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

/// A random template with all sentences that it stands for, as lists of words.
private struct Sample {
    var template: String
    var sentences: Set<[String]>

    init(depth: Int, _ random: inout Seeded) {
        if depth == 0 || random.below(4) == 0 {
            let word = ["a", "b", "ab", "ba"][random.below(4)]
            template = word
            sentences = [[word]]
            return
        }
        let parts = (0..<(2 + random.below(2))).map { _ in Sample(depth: depth - 1, &random) }
        let texts = parts.map(\.template)
        switch random.below(4) {
        case 0:
            template = "[" + parts[0].template + "]"
            sentences = parts[0].sentences.union([[]])
        case 1:
            template = "(" + texts.joined(separator: "|") + ")"
            sentences = parts.reduce(into: []) { $0.formUnion($1.sentences) }
        case 2:
            template = "(" + texts.joined(separator: "; ") + ")"
            sentences = Self.orders(parts)
        default:
            template = texts.joined(separator: " ")
            sentences = Self.joined(parts)
        }
    }

    private static func joined(_ parts: [Sample]) -> Set<[String]> {
        parts.reduce([[]]) { heads, part in
            Set(heads.flatMap { head in part.sentences.map { head + $0 } })
        }
    }

    private static func orders(_ parts: [Sample]) -> Set<[String]> {
        if parts.count < 2 { return joined(parts) }
        var all: Set<[String]> = []
        for index in parts.indices {
            var rest = parts
            let first = rest.remove(at: index)
            for head in first.sentences {
                for tail in orders(rest) { all.insert(head + tail) }
            }
        }
        return all
    }
}

@Suite("Random templates")
struct TemplateFuzzTests {
    private func matcher(_ template: String) throws -> GrammarMatcher {
        let block = Block(sentences: [template])
        return try GrammarMatcher(
            GrammarSource(
                language: "en", lists: ["x": .wildcard],
                intents: [GrammarSource.Intent(name: "i", blocks: [block])]))
    }

    @Test("a template accepts exactly the sentences that it stands for")
    func exactLanguage() throws {
        var random = Seeded(state: 7)
        for round in 0..<80 {
            let sample = Sample(depth: round % 8 == 0 ? 3 : 2, &random)
            let matcher = try matcher(sample.template)
            for sentence in sample.sentences.sorted(by: { $0.description < $1.description })
                .prefix(20) where !sentence.isEmpty
            {
                let text = sentence.joined(separator: " ")
                #expect(
                    matcher.match(text) != nil,
                    "seed 7, round \(round): \(sample.template) | \(text)")
            }
            for _ in 0..<20 {
                let words = (0...random.below(5)).map { _ in
                    ["a", "b", "ab", "ba"][random.below(4)]
                }
                let text = words.joined(separator: " ")
                #expect(
                    (matcher.match(text) != nil) == sample.sentences.contains(words),
                    "seed 7, round \(round): \(sample.template) | \(text)")
            }
        }
    }

    @Test("any bytes are a template or a mistake, and no text breaks one")
    func anyBytes() {
        let alphabet = Array("ab [](){}<>|;:\\é\u{301}’.x1").map(String.init)
        var random = Seeded(state: 11)
        var templates = 0
        for _ in 0..<3_000 {
            let template = (0..<random.below(14)).map { _ in alphabet[random.below(alphabet.count)]
            }
            .joined()
            let text = (0..<random.below(14)).map { _ in alphabet[random.below(alphabet.count)] }
                .joined()
            guard let matcher = try? matcher(template) else { continue }
            templates += 1
            _ = matcher.match(text)
        }
        #expect(templates > 100)
    }
}
