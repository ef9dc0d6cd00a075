import Facts
import Testing

@testable import Understanding

private let targets = [
    WordList(name: "target_words", language: "en", entries: ["for", "to", "into", "should be"]),
    WordList(name: "target_words", language: "de", entries: ["gegen", "auf", "zu", "soll"]),
]

/// What each passage is about and what is wanted there: "2: gold, leather | 0 1 (each): …".
private func passages(_ text: String, _ choices: [Choice], _ language: String = "en") -> String {
    let picker = ChoicePicker(languages: ["en", "de"], lists: targets)
    let text = Normaliser.normalise(text)
    let tokens = Tokenizer.tokens(of: text, language: language)
    func words(_ range: Range<Int>) -> String {
        range.isEmpty
            ? ""
            : String(
                decoding: Array(text.utf8)[
                    tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end],
                as: UTF8.self)
    }
    return picker.passages(
        tokens: tokens, text: text, language: language,
        among: picker.index(of: choices, language: language)
    )
    .map { passage in
        let who = passage.indices.map(String.init).joined(separator: " ")
        let how = passage.isNegated ? " (not)" : passage.isEach ? " (each)" : ""
        return who + how + (passage.wanted.map { ": " + words($0) } ?? "")
    }.joined(separator: " | ")
}

private let order: [Choice] = [
    choice("w1", "Smart Watch", "color: black; band: silicone; display: LCD"),
    choice("w2", "Smart Watch", "color: silver; band: metal; display: AMOLED"),
    choice("k1", "Tea Kettle", "material: ceramic; stove: gas"),
    choice("k2", "Electric Kettle", "material: glass; color: white"),
    choice("b1", "Bicycle", "color: blue; frame: medium"),
]

@Suite struct PassageTests {
    @Test(arguments: [
        ("swap the bicycle and the tea kettle", "4 | 2"),
        (
            "swap the bicycle for a green one and the tea kettle for glass",
            "4: a green one and | 2: glass"
        ),
        (
            "exchange the tea kettle for material glass, capacity 1 liter; the bicycle for color red",
            "2: material glass, capacity 1 liter; | 4: color red"
        ),
        ("tea kettle: glass, electric", "2: glass, electric"),
        ("the tea kettle to an electric one, the bicycle to red", "2: an electric one, | 4: red"),
        (
            "change the black, silicone smart watch to the same one; the silver, metal smart watch to gold",
            "0: the same one; | 1: gold"
        ),
        (
            "the black watch for a gold one; the other one for leather",
            "0: a gold one; | 1: leather"
        ),
        ("the silver watch for gold and the other watch for leather", "1: gold and | 0: leather"),
        (
            "both watches for gold ones and the bicycle for red",
            "0 1 (each): gold ones and | 4: red"
        ),
        ("the watch", "0 1"),
        ("return the bicycle, not the tea kettle", "4 | 2 (not)"),
        ("swap the bicycle for the tea kettle", "4: the tea kettle"),
        ("change the black watch to the gold, metal watch", "0: the gold, metal watch"),
        ("the bicycle in red please. Silver watch to leather", "4 | 1: leather"),
        (
            "the bicycle for a red one and electric kettle for a black one",
            "4: a red one and | 3: a black one"
        ),
        ("I'd like to pay by card", ""),
        ("everything, the bicycle is broken", ""),
        ("everything but the bicycle", ""),
        ("the kettles", "2 3 (each)"),
        (
            "swap my bicycle and my tea kettle from order 7: a red carbon bicycle, and the tea kettle in steel",
            "4 | 2 | 4 | 2"
        ),
        ("the bicycle and the tea kettle, kettle's broken", "4 | 2 | 2 3 (each)"),
        ("tea kettle glass for gas, bicycle red", "2: gas, | 4"),
        ("I have two watches. The black one should be gold", "0: gold"),
        (
            "the black one should be leather, and the silver one gold",
            "0: leather, and | 1: gold"
        ),
        ("the black watch goes back, the silver one I keep", "0 | 1: I keep"),
        ("the bicycle, the tea kettle, return all", "4 | 2 (each)"),
        ("everything goes back. The bicycle, the tea kettle too", ""),
        ("a black one for my bicycle", "4"),
        ("tea kettle to glass, watch: silver", "2: glass, | 0 1: silver"),
        ("my smart watch is too plain. I'd like a metal one", "0 1: metal one"),
        ("Both of course. The bicycle in green, the tea kettle for glass", "4 | 2: glass"),
        ("instead of the bicycle a medium one, the tea kettle in glass", "4: a medium one, | 2"),
        ("a bicycle with electric lights", "4"), ("the bicycle and the electric", "4 | 3"),
    ])
    func english(_ text: String, _ expected: String) {
        #expect(passages(text, order) == expected)
    }

    @Test(arguments: [
        (
            "Ich möchte das Bicycle gegen ein rotes und den Tea Kettle gegen Glas tauschen",
            "4: ein rotes und | 2: Glas tauschen"
        ),
        ("die schwarze Smart Watch auf gold, die andere auf silber", "0: gold, | 1: silber"),
        (
            "zwei Smart Watches: die schwarze soll gold sein, die silberne AMOLED",
            "0: gold sein, | 1"
        ),
        (
            "die schwarze soll silber sein und die silberne größe M",
            "0: silber sein und | 1: größe M"
        ),
    ])
    func german(_ text: String, _ expected: String) {
        #expect(passages(text, order, "de") == expected)
    }

    @Test(
        "a name in another spelling, misspelt or within a word is one without an article",
        arguments: [
            ("the puzzle in 500, and the blue tshirt in L", "0 | 1"),
            ("the puzzle and my blue t-shirt", "0 | 1"),
            ("the puzzle and big book shelf", "0 | 2"),
            ("the puzzle and tall bookshlef", "0 | 2"),
        ])
    func spellings(_ text: String, _ expected: String) {
        let things = [
            choice("p", "Jigsaw Puzzle", "pieces: 500"), choice("t", "T-Shirt", "size: M"),
            choice("b", "Bookshelf", "color: brown"),
        ]
        #expect(passages(text, things) == expected)
    }

    @Test(arguments: [
        (
            "en",
            """
            the a my black watch watches smart silver metal kettle tea electric bicycle bicycle's \
            blue one ones other another bigger the-cheapest all both not but except in of for to \
            should be no sorry and , ; : . ! ' s 2
            """
        ),
        (
            "de",
            """
            der die das ein meine schwarz schwarze uhr uhren smart watch silber kettle tea \
            bicycle blaue andere größer alle beide nicht außer in von gegen auf soll nein und , ; \
            : . ! größe 2
            """
        ),
    ])
    func anyTextOfTheseWordsIsReadWithoutATrap(_ language: String, _ text: String) {
        let words = text.split(separator: " ").map(String.init)
        var generator = SeededGenerator(seed: 7)
        let picker = ChoicePicker(languages: ["en", "de"], lists: targets)
        let index = picker.index(of: order, language: language)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 1...16, using: &generator)).map { _ in
                words[Int.random(in: 0..<words.count, using: &generator)]
            }.joined(separator: " ")
            let tokens = Tokenizer.tokens(of: text, language: language)
            let found = picker.passages(
                tokens: tokens, text: text, language: language, among: index)
            for passage in found {
                #expect(passage.indices.allSatisfy(order.indices.contains), "seed 7: \(text)")
                #expect(passage.tokens.upperBound <= tokens.count, "seed 7: \(text)")
                #expect(
                    passage.wanted.map { passage.tokens.lowerBound <= $0.lowerBound } ?? true,
                    "seed 7: \(text)")
            }
            let picking = picker.pick(
                tokens: tokens, text: text, entities: [], language: language, among: index,
                reference: order[0])
            #expect(picking.indices.allSatisfy(order.indices.contains), "seed 7: \(text)")
        }
    }

    /// Two boards, of which one is told by its length, with what it shall be behind the words that tell it.
    @Test(arguments: [
        ("the longer one of my skateboards, shorter and bamboo", "en", "1: , shorter and bamboo"),
        ("das längere von meinen Skateboards in Bambus", "de", "1: in Bambus"),
        ("the longer skateboard, I'd like it shorter", "en", "1: , I'd like it shorter"),
        ("the longer skateboard", "en", "1"),
    ])
    func describedGroup(text: String, language: String, expected: String) {
        let boards = [
            choice("s1", "Skateboard", "material: plastic; length: 28 inch"),
            choice("s2", "Skateboard", "material: plastic; length: 34 inch"),
        ]
        #expect(passages(text, boards, language) == expected)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
