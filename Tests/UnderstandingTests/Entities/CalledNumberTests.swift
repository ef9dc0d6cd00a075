import Facts
import Testing

@testable import Understanding

@Suite("Numbers that are called an order's, and what only sounds like a value")
struct CalledNumberTests {
    private static let extractor = EntityExtractor(
        Lexicon(
            languages: ["en", "de", "es", "fr", "ja"],
            entities: [
                EntityDeclaration(
                    kind: "order_number", form: .shapes(["0000"]),
                    called: ["00", "000", "00000"]),
                EntityDeclaration(
                    kind: "reason",
                    form: .values([
                        EntityValue(id: "damaged", words: ["en": ["broke", "broken"]]),
                        EntityValue(id: "not", words: ["en": ["broke the seal"]]),
                    ])),
            ], currency: "EUR"))

    private func found(_ text: String, _ language: String, _ kind: String) -> [Value] {
        let text = Normaliser.normalise(text)
        return Self.extractor.entities(
            in: text, tokens: Tokenizer.tokens(of: text, language: language), language: language,
            today: EntityDesk.today
        ).filter { $0.kind == kind }.map(\.value)
    }

    @Test(
        "an unusual number is an order's where it is called one",
        arguments: [
            ("en", "return order 977", "977"), ("en", "cancel order no. 55 please", "55"),
            ("en", "my order number is 12345", "12345"), ("en", "where is #977", "977"),
            ("de", "die Bestellung Nr. 55 stornieren", "55"), ("de", "Bestellnummer: 977", "977"),
            ("fr", "je retourne la commande n° 977", "977"), ("es", "el pedido número 55", "55"),
            ("ja", "注文977を返品", "977"), ("ja", "注文番号55です", "55"),
        ])
    func called(language: String, text: String, number: String) {
        #expect(found(text, language, "order_number") == [.text(number)], "\(text)")
    }

    @Test(
        "and no order's elsewhere",
        arguments: [
            ("en", "no 300 ml please"), ("en", "I live at 10115 Berlin"), ("en", "977"),
            ("en", "order 12 of them"), ("en", "I paid 129 for it"), ("en", "zip code 1070"),
            ("de", "PLZ 1070 Wien"), ("de", "Nr. 55"), ("de", "Bestellung: 20 Stück"),
        ])
    func notCalled(language: String, text: String) {
        #expect(found(text, language, "order_number") == [], "\(text)")
    }

    @Test("what only sounds like a value is none, and what stands beside it counts")
    func lookalike() {
        #expect(found("I broke the seal", "en", "reason") == [])
        #expect(
            found("I broke the seal and the leg is broken", "en", "reason") == [.text("damaged")])
    }
}
