import Facts
import Testing

@testable import Understanding

/// Reads a text as the desk does, with an order number of the pack and both languages.
struct PickingDesk: Sendable {
    let picker = ChoicePicker(languages: ["en", "de"])
    let extractor = EntityExtractor(
        Lexicon(
            languages: ["en", "de"],
            entities: [EntityDeclaration(kind: "order_number", form: .shapes(["#W0000000"]))]))

    func pick(
        _ text: String, _ choices: [Choice], _ language: String = "en", reference: Choice? = nil
    ) -> String {
        let text = Normaliser.normalise(text)
        let tokens = Tokenizer.tokens(of: text, language: language)
        let entities = extractor.entities(
            in: text, tokens: tokens, language: language, today: Day(number: 20_000))
        let picking = picker.pick(
            tokens: tokens, text: text, entities: entities, language: language,
            among: picker.index(of: choices, language: language), reference: reference)
        return "\(picking.kind) " + picking.indices.map(String.init).joined(separator: " ")
    }
}

extension ChoicePicker {
    /// The places of the choices that a text without entities picks.
    func places(_ text: String, among choices: [Choice], in language: String) -> [Int] {
        pick(
            tokens: Tokenizer.tokens(of: Normaliser.normalise(text), language: language),
            text: text, entities: [], language: language,
            among: index(of: choices, language: language)
        ).indices
    }
}

func choice(_ id: String, _ name: String, _ attributes: String = "", price: Int? = nil) -> Choice {
    let pairs = attributes.split(separator: ";").map { pair in
        let parts = pair.split(separator: ":").map { part in
            String(part).trimmingBlanks
        }
        return Choice.Attribute(name: parts[0], value: parts[1])
    }
    return Choice(
        id: id, name: name, attributes: pairs,
        price: price.map { Money(minorUnits: $0, currency: "USD") })
}

extension String {
    var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

private let desk = PickingDesk()

private let items: [Choice] = [
    choice("i1", "Aurora Desk Lamp", "color: black; brightness: low", price: 4_000),
    choice("i2", "Gaming Mouse", "color: white; connectivity: wireless", price: 3_000),
    choice("i3", "Tablet", "color: black; storage: 32GB; screen size: 10-inch", price: 30_000),
    choice("i4", "T-Shirt", "color: blue; size: M; material: cotton", price: 2_000),
]

private let variants: [Choice] = [
    choice("v1", "T-Shirt", "color: blue; size: S", price: 2_000),
    choice("v2", "T-Shirt", "color: blue; size: M", price: 2_100),
    choice("v3", "T-Shirt", "color: red; size: M", price: 1_900),
    choice("v4", "T-Shirt", "color: red; size: L", price: 2_500),
    choice("v5", "T-Shirt", "color: red; size: XL", price: 2_500),
]

private let orders: [Choice] = [
    choice("#W2611340", "Bookshelf, T-Shirt", "status: delivered; city: Denver; date: 2026-05-01"),
    choice(
        "#W4817420", "Bookshelf, Desk Lamp, Tablet",
        "status: pending; city: Dallas; date: 2026-06-01"),
    choice("#W6893533", "Tablet", "status: delivered; city: Denver; date: 2026-04-01"),
]

struct Pick: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var language: String = "en"

    init(_ text: String, _ expected: String, _ language: String = "en") {
        self.text = text
        self.expected = expected
        self.language = language
    }

    var testDescription: String { text }
}

@Suite("Picking among choices")
struct ChoicePickerTests {
    static let itemPicks: [Pick] = [
        Pick("the lamp", "one 0"),
        Pick("the Aurora desk lamp please", "one 0"),
        Pick("my lampp", "one 0"),
        Pick("the desk lamp and the mouse", "all 0 1"),
        Pick("lamp, mouse", "all 0 1"),
        Pick("I want to return the tablet and also the t-shirt", "all 2 3"),
        Pick("the tshirt", "one 3"),
        Pick("the shirt", "one 3"),
        Pick("the blue one", "one 3"),
        Pick("the black one", "one 0 2"),
        Pick("the black tablet", "one 2"),
        Pick("not the black ones", "one 1 3"),
        Pick("the wireless one", "one 1"),
        Pick("the cheapest", "one 3"),
        Pick("the most expensive one", "one 2"),
        Pick("the cheapest black one", "one 0"),
        Pick("all of them", "all 0 1 2 3"),
        Pick("everything but the tablet", "all 0 1 3"),
        Pick("all but the lamp and the mouse", "all 2 3"),
        Pick("all except the second one", "all 0 2 3"),
        Pick("neither", "neither "),
        Pick("none of them", "neither "),
        Pick("number 2", "one 1"),
        Pick("2", "one 1"),
        Pick("1 and 3", "all 0 2"),
        Pick("the second one", "one 1"),
        Pick("the last one", "one 3"),
        Pick("the last but one", "one 2"),
        Pick("the first and the third", "all 0 2"),
        Pick("9", "none "),
        Pick("the toaster", "none "),
        Pick("I never received the mouse", "one 1"),
        Pick("I don't want the lamp anymore", "one 0"),
        Pick("not the lamp, the mouse", "one 1"),
        Pick("that's all, thanks", "none "),
        Pick("both", "none "),
        Pick("die Maus", "none ", "de"),
        Pick("das Tablet und das T-Shirt", "all 2 3", "de"),
        Pick("das blaue", "one 3", "de"),
        Pick("alles außer dem Tablet", "all 0 1 3", "de"),
        Pick("keins davon", "neither ", "de"),
        Pick("die zweite", "one 1", "de"),
        Pick("das billigste", "one 3", "de"),
        Pick("Nummer 3", "one 2", "de"),
        Pick("nicht das schwarze", "one 1 3", "de"),
    ]

    @Test("a common word is no misspelt name")
    func leavesCommonWords() {
        let desk = PickingDesk()
        let choices = [choice("a", "LED Light Bulb"), choice("b", "Tablet")]
        #expect(desk.pick("that's right", choices).hasPrefix("none"))
        #expect(desk.pick("the ligth bulb", choices) == "one 0")
        #expect(desk.pick("the tabelt", choices) == "one 1")
    }

    @Test("an item is picked by name, value, number, place or price", arguments: itemPicks)
    func picksItems(_ pick: Pick) {
        #expect(desk.pick(pick.text, items, pick.language) == pick.expected)
    }

    static let variantPicks: [Pick] = [
        Pick("blue, size M", "one 1"),
        Pick("the red one in L", "one 3"),
        Pick("red", "one 2 3 4"),
        Pick("size S", "one 0"),
        Pick("XL", "one 4"),
        Pick("the blue and the red one in M", "one 0 1"),
        Pick("not red", "one 0 1"),
        Pick("blue, or maybe... no, red in L", "one 3"),
        Pick("the cheapest red one", "one 2"),
        Pick("blue in XL", "one 0 1 4"),
        Pick("the most expensive", "one 3 4"),
        Pick("I'm not sure", "none "),
        Pick("I want a full refund, all my money back", "none "),
        Pick("ich will die volle Erstattung, mein ganzes Geld", "none ", "de"),
    ]

    @Test("a variant is picked by its values", arguments: variantPicks)
    func picksVariants(_ pick: Pick) {
        #expect(desk.pick(pick.text, variants, pick.language) == pick.expected)
    }

    static let relatedPicks: [Pick] = [
        Pick("one size bigger", "one 3"),
        Pick("a bigger one", "one 3 4"),
        Pick("smaller", "one 0"),
        Pick("the same but in blue", "one 1"),
        Pick("same color but size L", "one 3"),
        Pick("a cheaper one", "none "),
        Pick("something more expensive", "one 0 1 3 4"),
        Pick("eine Nummer größer", "one 3", "de"),
    ]

    @Test(
        "an amount is known in other units",
        arguments: [
            ("1 litre", "one 0"), ("the 0.5l one", "one 1"), ("1.5 liters", "one 2"),
            ("100cl", "one 0"), ("2 l", "none "),
        ])
    func otherUnits(_ text: String, _ expected: String) {
        let bottles = ["1000ml", "500ml", "1500ml"].map {
            choice($0, "Bottle", "capacity: \($0)")
        }
        #expect(desk.pick(text, bottles) == expected)
    }

    @Test("a span is one value, and a number cut off at the beginning is a place")
    func spans() {
        let weights = ["30-50 lbs", "5-25 lbs"].map { choice($0, "Weights", "range: \($0)") }
        #expect(desk.pick("5 to 25", weights) == "one 1")
        #expect(desk.pick("5 through 25 lbs", weights) == "one 1")
        let orders = [
            choice("a", "Lamp, Mug, Rug", "count: 3"), choice("b", "Mug", "count: 1"),
            choice("c", "Lamp, Mug", "count: 2"),
        ]
        #expect(desk.pick("2, but which items are in it?", orders) == "one 1")
    }

    @Test("a size stands behind the name, and what is lacking behind a no")
    func wornAndLacking() {
        let boots: [Choice] = [
            choice("b1", "Hiking Boots", "size: 8; water resistance: no"),
            choice("b2", "Hiking Boots", "size: 11; water resistance: no"),
            choice("b3", "Hiking Boots", "size: 11; water resistance: yes"),
        ]
        #expect(desk.pick("boots 11, not water resistance", boots) == "one 1")
        #expect(desk.pick("11, no water resistance", boots) == "one 1")
        #expect(desk.pick("size 11, water resistance: yes", boots) == "one 2")
        #expect(desk.pick("in 11, all on my card", boots, reference: boots[0]) == "one 1 2")
    }

    @Test("the cheaper of two that are left, whatever else they have")
    func cheaperOfTwo() {
        let mice = [("white", "wired", "9"), ("white", "wireless", "12"), ("black", "wired", "5")]
            .map {
                choice("\($0)", "Mouse", "color: \($0.0); link: \($0.1); price: \($0.2).00 EUR")
            }
        let said = "white, i dont care if wired or wireless, the cheaper of the two"
        #expect(desk.pick(said, mice, reference: mice[1]) == "one 0")
    }

    @Test("several comparisons count together")
    func comparisons() {
        let machines = [("1L", "19 bar"), ("2L", "9 bar"), ("2L", "19 bar")].map {
            choice("\($0)", "Machine", "capacity: \($0.0); pressure: \($0.1)")
        }
        #expect(desk.pick("as big a tank as possible, the most pressure", machines) == "one 2")
        #expect(
            desk.pick("the strongest of the bigger ones", machines, reference: machines[0])
                == "one 2")
    }

    @Test("a value is told by its beginning, and a label behind a value is none")
    func beginningsAndLabels() {
        let cases = ["hardshell", "softshell"].map { choice($0, "Case", "material: \($0)") }
        #expect(desk.pick("the soft one", cases) == "one 1")
        let mice = ["wired", "wireless"].map { choice($0, "Mouse", "link: \($0)") }
        #expect(desk.pick("one with a wire", mice) == "one 0")
        let chairs = [("standard", "blue"), ("high-back", "blue"), ("standard", "red")].map {
            choice("\($0)", "Chair", "backrest height: \($0.0); color: \($0.1)")
        }
        #expect(desk.pick("a blue one with standard back", chairs) == "one 0")
    }

    @Test("without an article \"bigger\" tells none of two")
    func biggerOfTwo() {
        let kettles = ["1 l", "2 l"].map { choice($0, "Kettle", "capacity: \($0)") }
        #expect(desk.pick("I need my kettle bigger, for more tea", kettles) == "one 0 1")
        #expect(desk.pick("I would like to swap the bigger kettle", kettles) == "one 1")
    }

    @Test("medium is more than small, and more than low")
    func sharedLevel() {
        let sizes = ["large", "small", "medium"].map { choice($0, "Fan", "room size: \($0)") }
        let levels = ["low", "medium"].map { choice($0, "Fan", "power level: \($0)") }
        #expect(desk.pick("a bigger one", sizes, reference: sizes[1]) == "one 0 2")
        #expect(desk.pick("more power", levels, reference: levels[0]) == "one 1")
    }

    @Test("a relation compares with the reference", arguments: relatedPicks)
    func picksRelated(_ pick: Pick) {
        let reference = variants[2]
        #expect(
            desk.pick(pick.text, variants, pick.language, reference: reference)
                == pick.expected)
    }

    static let orderPicks: [Pick] = [
        Pick("the one with the bookshelf and the t-shirt", "one 0"),
        Pick("the order with the bookshelf", "one 0 1"),
        Pick("bookshelf, desk lamp and tablet", "one 1"),
        Pick("the one with the tablet", "one 1 2"),
        Pick("the pending one", "one 1"),
        Pick("the one to Denver", "one 0 2"),
        Pick("#W2611340", "one 0"),
        Pick("2611340", "one 0"),
        Pick("W2611341", "one 0"),
        Pick("the one ending in 7420", "one 1"),
        Pick("W9999999", "none "),
        Pick("W2611340 and W6893533", "all 0 2"),
        Pick("my last order", "one 1"),
        Pick("the oldest one", "one 2"),
        Pick("the t-shirt order and the lamp order", "all 0 1"),
        Pick("die letzte Bestellung", "one 1", "de"),
        Pick("die mit dem Bookshelf und dem T-Shirt", "one 0", "de"),
    ]

    @Test("an order is picked by what is in it, its number or its state", arguments: orderPicks)
    func picksOrders(_ pick: Pick) {
        #expect(desk.pick(pick.text, orders, pick.language) == pick.expected)
    }

    @Test("of two, both are both, and the other one is the one that is not meant")
    func picksOfTwo() {
        let two = Array(items[..<2])
        #expect(desk.pick("both", two) == "all 0 1")
        #expect(desk.pick("the other one", two, reference: two[0]) == "one 1")
        #expect(desk.pick("the other one", two) == "none ")
        #expect(desk.pick("the cheaper one", two) == "one 1")
    }

    @Test("an empty list and an empty text pick nothing")
    func picksNothing() {
        #expect(desk.pick("the lamp", []) == "none ")
        #expect(desk.pick("", items) == "none ")
    }

    @Test("of two values of an attribute the one that there is only tells which thing is meant")
    func fromWhatThereIs() {
        let watches = [
            choice("w1", "Smart Watch", "color: gold; band: leather"),
            choice("w2", "Smart Watch", "color: black; band: leather"),
        ]
        let own = choice("w0", "Smart Watch", "color: gold; band: silicone")
        let text = "I have the gold watch and would rather have black"
        #expect(desk.pick(text, watches, reference: own) == "one 1")
    }

    @Test("a bare number is a place in a list of orders, not the number of things in one")
    func placeOfAnOrder() {
        let orders = [
            choice("#W1", "Lamp, Mug", "items: 2"), choice("#W2", "Rug, Mug, Lamp", "items: 3"),
            choice("#W3", "Rug, Lamp", "items: 2"),
        ]
        #expect(desk.pick("2", orders) == "one 1")
        #expect(desk.pick("3", orders) == "one 2")
    }
}
