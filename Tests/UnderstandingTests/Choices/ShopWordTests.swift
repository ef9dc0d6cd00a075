import Facts
import Testing

@testable import Understanding

@Suite("The customer's words for the shop's things")
struct ShopWordTests {
    private let picker = ChoicePicker(
        languages: ["en", "fr", "es", "ja", "it"],
        lists: [
            WordList(
                name: "shop_words", language: "fr",
                entries: ["tapis = rug", "housse = duvet", "assise = chair"]),
            WordList(name: "shop_words", language: "it", entries: ["orologio = clock"]),
            WordList(name: "shop_words", language: "es", entries: ["silla = chair"]),
            WordList(name: "shop_words", language: "ja", entries: ["布団カバー = duvet", "椅子 = chair"]),
        ])
    private let choices = [
        choice("a", "Wool rug", "color: grey"), choice("b", "Linen duvet cover", "color: blue"),
        choice("c", "Ash dining chair", "color: white"),
        choice("d", "Cork wall clock", "color: brown"),
    ]

    @Test(
        "a thing is picked by its everyday name, a colour by its word",
        arguments: [
            ("le tapis", "fr", [0]), ("celle avec la housse", "fr", [1]), ("la blanche", "fr", [2]),
            ("el de la silla", "es", [2]), ("la azul", "es", [1]), ("布団カバーです", "ja", [1]),
            ("白いの", "ja", [2]), ("椅子をお願いします", "ja", [2]), ("両方", "ja", []),
            ("全部", "ja", [0, 1, 2, 3]), ("tout sauf le tapis", "fr", [1, 2, 3]),
            ("c'est l'assise", "fr", [2]), ("celle avec l’assise", "fr", [2]),
            ("le prix d'assise", "fr", [2]), ("quello dell'orologio", "it", [3]),
        ])
    func picks(_ text: String, _ language: String, _ expected: [Int]) {
        let tokens = Tokenizer.tokens(of: Normaliser.normalise(text), language: language)
        let picking = picker.pick(
            tokens: tokens, text: text, entities: [], language: language,
            among: picker.index(of: choices, language: language))
        #expect(picking.indices == expected, "\(text)")
    }
}
