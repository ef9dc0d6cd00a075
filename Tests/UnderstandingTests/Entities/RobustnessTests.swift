import Facts
import Testing

@testable import Understanding

@Suite("Any text at all")
struct RobustnessTests {
    /// A small seeded generator (Knuth's MMIX constants).
    struct Generator {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private static let parts: [String] = [
        "1", "9 ", "@", "at ", "dot ", "no ", "not ", "#", "W7678072 ", ".", ",", "-", "+49 ", "(",
        "my name is ", "noah ", "new york ", "co ", "zwei", "und", "hundert", "quatre ", "vingt ",
        "last ", "to ", "but ", "one ", "second ", "million ", "street ", "suite ", "é", "五", "千",
        "月", "前", "👍", "\u{200D}", "DE89 ", "3704 ", "0", ")", "/", "$", "€", "in ", "two ",
        "weeks ", "may ", "http://", "www.", "ok ", "yes ", "'", "\u{301}", "\u{0}", "all but ",
        "the lamp ", "and ", "cheapest ", "bigger ", "same ", "size m ",
    ]

    @Test("random texts give entities inside the text, twice the same, and never trap")
    func survivesNoise() {
        let seed: UInt64 = 20_261_126
        var generator = Generator(state: seed)
        let languages = ["en", "de", "es", "fr", "ja", "xx", ""]
        for round in 0..<1_500 {
            let count = round % 100 == 0 ? 2_000 : generator.next(below: 30)
            let text = (0..<count).map { _ in
                Self.parts[generator.next(below: Self.parts.count)]
            }.joined()
            let language = languages[round % languages.count]
            let length = Normaliser.normalise(text).utf8.count
            let entities = EntityDesk.shared.entities(text, language)
            for entity in entities {
                #expect(
                    entity.start >= 0 && entity.start < entity.end && entity.end <= length,
                    "seed \(seed), round \(round)")
            }
            #expect(entities == EntityDesk.shared.entities(text, language), "seed \(seed)")
            #expect(entities.map(\.start) == entities.map(\.start).sorted())
        }
    }

    @Test("tokens that do not belong to the text are left out")
    func survivesForeignTokens() {
        let foreign = [
            Token(folded: "noah", stem: "noah", start: 90, end: 94),
            Token(folded: "x", stem: "x", start: -1, end: 3),
            Token(folded: "", stem: "", start: 2, end: 2),
        ]
        let found = EntityDesk.shared.extractor.entities(
            in: "short", tokens: foreign, language: "en", today: EntityDesk.today)
        #expect(found.isEmpty)
    }
}
