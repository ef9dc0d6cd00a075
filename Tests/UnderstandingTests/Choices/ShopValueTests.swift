import Facts
import Testing

@testable import Understanding

/// What a text asks for and a choice does not have; and the shop's names in phrase rules.
@Suite("Values of the shop's range")
struct ShopValueTests {
    private static let picker = ChoicePicker(
        languages: ["en", "de"],
        lists: [
            WordList(name: "label_words", language: "en", entries: ["size"]),
            WordList(
                name: "shop_words", language: "de", entries: ["silikon = silicone", "größe = size"]),
        ],
        shopVocabulary: [
            "Electric Kettle", "Smart Watch", "black", "white", "green", "glass", "silicone", "10",
            "9", "size", "stainless steel", "waterproof", "100ml",
        ])

    private static let kettle = choice("k1", "Electric Kettle", "color: white; material: glass")
    private static let boot = choice("b1", "Boot", "color: white; size: 9; waterproof: no")

    private func missing(
        _ text: String, from wanted: Choice, _ language: String = "en", reference: Choice? = nil
    ) -> [String] {
        let normalised = Normaliser.normalise(text)
        let reading = Interpretation(
            text: normalised, language: language, verdict: .notUnderstood,
            tokens: Tokenizer.tokens(of: normalised, language: language))
        return Self.picker.missingValues(
            in: reading, among: [wanted], reference: reference, besides: []
        ).missing(from: wanted).compactMap { reading.text(from: $0.lowerBound, to: $0.upperBound) }
    }

    @Test(
        "what it lacks is told",
        arguments: [
            ("a green one", ["green"]), ("the white one", []),
            ("in stainless steel", ["stainless steel"]), ("glass, please", []),
            ("not the green one", []), ("the wrong size", []), ("10 of them", []),
        ])
    func lacks(text: String, expected: [String]) {
        #expect(missing(text, from: Self.kettle) == expected)
    }

    @Test("a number is a value beside its option's name, a flag is missing where it is no")
    func labelledNumber() {
        #expect(missing("size 10 please", from: Self.boot) == ["10"])
        #expect(missing("size 9 please", from: Self.boot) == [])
        #expect(missing("a waterproof one", from: Self.boot) == ["waterproof"])
        #expect(missing("waterproof: no", from: Self.boot) == [])
        #expect(missing("a white one, no waterproof one", from: Self.boot) == [])
    }

    @Test(
        "what there is may be named beside what shall be instead, and is kept where nothing else is"
    )
    func reference() {
        let old = choice("k0", "Electric Kettle", "color: black; material: glass")
        #expect(missing("my black one in white", from: Self.kettle, reference: old) == [])
        #expect(missing("a black one", from: Self.kettle, reference: old) == ["black"])
    }

    @Test("everyday words and the beginnings of German compounds count")
    func everydayWords() {
        #expect(missing("mit Silikonband", from: Self.boot, "de") == ["Silikonband"])
        #expect(missing("in Größe 10", from: Self.boot, "de") == ["10"])
    }

    @Test(
        "a rule with {shop_name} takes any name of the range, a plural too",
        arguments: [
            ("do you have electric kettles", true), ("do you have the smart watch", true),
            ("do you have green", true), ("do you have electric", false), ("do you have it", false),
        ])
    func slot(text: String, isTaken: Bool) throws {
        let names = ShopNames(["Electric Kettle", "Smart Watch", "green"], language: "en")
        let tokens = Tokenizer.tokens(of: text, language: "en")
        let places = names.places(in: tokens, keys: tokens.map(WordKey.init))
        let place = RuleReference(file: "product/en.yaml", line: 1, text: "rule")
        let rule = PhraseRule(form: .template("do you have [the] {shop_name}"), place: place)
        let matcher = try PhraseMatcher(
            Lexicon(
                languages: ["en"],
                phrases: [
                    IntentPhrases(intent: "product", language: "en", title: "ask", rules: [rule])
                ]))
        let found = matcher.match(
            tokens: tokens, language: "en", entities: ShopNames.entities(of: places, in: tokens))
        #expect(found.map(\.intent) == (isTaken ? ["product"] : []))
    }

    @Test(
        "{shop_word} is one word of a name, or an everyday word for one",
        arguments: [
            ("drop the kettle", ["kettle"]), ("die Uhr raus", ["uhr"]), ("drop the price", []),
        ])
    func word(text: String, words: [String]) {
        let language = text.hasPrefix("die") ? "de" : "en"
        let picker = ChoicePicker(
            languages: ["en", "de"],
            lists: [WordList(name: "shop_words", language: "de", entries: ["uhr = clock"])],
            shopVocabulary: ["Electric Kettle", "Wall Clock"])
        let tokens = Tokenizer.tokens(of: text, language: language)
        let found = picker.shopWords(
            in: tokens, keys: tokens.map(WordKey.init), language: language)
        #expect(found.map(\.value) == words.map { .text($0) })
    }

    @Test(
        "{labelled_thing} is a thing before a colon or an arrow, with what is wanted of it",
        arguments: [
            ("kettle: red, 2 litres", ["kettle: red, 2 litres"]),
            (
                "the kettle -> a bigger one in red. Thanks",
                [
                    "kettle -> a bigger one in red"
                ]
            ),
            ("kettle: red. clock → red", ["kettle: red", "clock → red"]),
            ("kettle: is red there?", []), ("kettle: red?", []),
            ("kettle: the red one leaks", ["kettle: the red one"]),
            ("address: red", []), ("kettle:", []),
            ("kettle: the bigger one", ["kettle: the bigger one"]), ("kettle: yes", []),
        ])
    func labelled(text: String, parts: [String]) {
        let picker = ChoicePicker(
            languages: ["en"], shopVocabulary: ["Electric Kettle", "Wall Clock", "red", "2 litres"])
        let found = picker.labelledThings(
            in: Tokenizer.tokens(of: text, language: "en"), language: "en")
        let words = found.map {
            String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self)
        }
        #expect(words == parts)
    }
}
