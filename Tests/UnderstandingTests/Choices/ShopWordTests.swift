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
        #expect(picker.places(text, among: choices, in: language) == expected, "\(text)")
    }

    /// The shop sells coffee makers and espresso machines, clocks and watches.
    private let senses = ChoicePicker(
        languages: ["de"],
        lists: [
            WordList(
                name: "shop_words", language: "de",
                entries: [
                    "kaffeemaschine = coffee", "kaffeemaschine = espresso", "uhr = clock",
                    "uhr = watch", "smartwatch = smartwatch", "kapseln = capsule", "liter = l",
                    "glas = glass",
                ])
        ],
        shopVocabulary: ["Coffee Maker", "Espresso Machine", "Wall Clock", "Smart Watch"])

    private func senses(_ text: String, _ choices: [Choice]) -> [Int] {
        senses.places(text, among: choices, in: "de")
    }

    @Test(
        "an everyday word is the one of several things that is among the choices",
        arguments: [
            ("die Kaffeemaschine", ["Digital Camera", "Espresso Machine"], [1]),
            ("die Kaffeemaschine", ["Coffee Maker", "Espresso Machine"], [0]),
            ("die Uhr", ["Smart Watch", "Headphones"], [0]),
            ("die Uhr", ["Smart Watch", "Wall Clock"], [1]),
            ("die Smartwatch", ["Smart Watch", "Wall Clock"], [0]),
            ("in Glas", ["Sunglasses", "Glass Kettle"], [1]),
        ])
    func senses(_ text: String, _ names: [String], _ expected: [Int]) {
        #expect(senses(text, names.map { choice($0, $0) }) == expected, "\(text)")
    }

    @Test(
        "a percentage is read however it is written", arguments: ["80 Prozent", "80 %", "in 80%"])
    func percentages(_ text: String) {
        let keyboards = ["100%", "80%", "60%"].map { choice($0, "Keyboard", "size: \($0)") }
        #expect(senses(text, keyboards) == [1], "\(text)")
    }

    @Test(
        "a comma inside a number is its decimal point, and a unit names nothing",
        arguments: [
            ("für Kapseln mit 1,5 Litern", [1]), ("1,5 l", [1]), ("1.5 Liter und Kapseln", [1]),
            ("1 Liter", [0, 2]), ("Liter", []),
        ])
    func decimals(_ text: String, _ expected: [Int]) {
        let machines = [
            choice("a", "Espresso Machine", "capacity: 1L; type: capsule"),
            choice("b", "Espresso Machine", "capacity: 1.5L; type: capsule"),
            choice("c", "Espresso Machine", "capacity: 1L; type: manual"),
            choice("d", "Digital Camera", "zoom: 3x"),
        ]
        #expect(senses(text, machines) == expected, "\(text)")
    }

    private let kettles = [
        choice("a", "Tea Kettle", "capacity: 1 liter; stove: gas"),
        choice("b", "Tea Kettle", "capacity: 2 liters; stove: gas"),
    ]

    @Test(
        "an everyday word means several only where it is a plural",
        arguments: [
            ("den Kessel", "one 0 1"), ("die Uhr", "one 0 1"), ("die Uhren", "all 0 1"),
        ])
    func numbers(_ text: String, _ expected: String) {
        let picker = ChoicePicker(
            languages: ["de"],
            lists: [
                WordList(
                    name: "shop_words", language: "de",
                    entries: ["kessel = kettle", "uhr = watch", "uhren = watch"])
            ])
        let choices =
            text.contains("Uhr")
            ? [
                choice("a", "Smart Watch", "color: black"),
                choice("b", "Smart Watch", "color: silver"),
            ] : kettles
        let tokens = Tokenizer.tokens(of: Normaliser.normalise(text), language: "de")
        let picking = picker.pick(
            tokens: tokens, text: text, entities: [], language: "de",
            among: picker.index(of: choices, language: "de"))
        let indices = picking.indices.map(String.init).joined(separator: " ")
        #expect("\(picking.kind) \(indices)" == expected)
    }
}
