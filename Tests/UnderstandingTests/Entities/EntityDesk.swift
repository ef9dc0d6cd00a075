import Facts
import Testing

@testable import Understanding

/// Reads texts with a small pack: order numbers, return reasons, two products.
struct EntityDesk: Sendable {
    static let shared = EntityDesk()
    /// A Thursday.
    static let today = Day(iso: "2026-11-26") ?? Day(number: 0)

    let extractor = EntityExtractor(
        Lexicon(
            languages: ["en", "de", "es", "fr", "ja"],
            entities: [
                EntityDeclaration(kind: "order_number", form: .shapes(["#W0000000", "0000"])),
                EntityDeclaration(kind: "reason", form: .values(EntityDesk.reasons)),
            ],
            shopVocabulary: ["Desk Lamp", "Gift Card", "Order Status"], currency: "USD"))

    private static let reasons: [EntityValue] = [
        EntityValue(
            id: "unneeded",
            words: ["en": ["no longer needed", "don't need it"], "de": ["nicht mehr gebraucht"]]),
        EntityValue(
            id: "damaged", words: ["en": ["damaged", "broken"], "de": ["beschädigt", "kaputt"]]),
    ]

    func entities(_ text: String, _ language: String) -> [Entity] {
        let text = Normaliser.normalise(text)
        return extractor.entities(
            in: text, tokens: Tokenizer.tokens(of: text, language: language), language: language,
            today: EntityDesk.today)
    }

    func part(_ shape: PartShape, _ text: String, _ language: String) -> String? {
        let text = Normaliser.normalise(text)
        return extractor.part(
            shape, in: text, tokens: Tokenizer.tokens(of: text, language: language),
            language: language, today: EntityDesk.today)
    }

    /// `kind value [text]`, with `not` before what is negated, joined by `; `; only the given
    /// kinds.
    func found(_ text: String, _ language: String, kinds: Set<String>) -> String {
        let bytes = Array(Normaliser.normalise(text).utf8)
        return entities(text, language).filter { kinds.contains($0.kind) }.map { entity in
            let span = String(decoding: bytes[entity.start..<entity.end], as: UTF8.self)
            return (entity.isNegated ? "not " : "") + "\(entity.value.shown) [\(span)]"
        }.joined(separator: "; ")
    }
}

extension Value {
    var shown: String {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .money(let money): "\(money.decimalText) \(money.currency)"
        case .day(let day): day.iso
        case .instant(let instant): String(instant.milliseconds)
        case .list(let items): items.map(\.shown).joined(separator: " + ")
        case .record(let record): record.fields.map(\.value.shown).joined(separator: " | ")
        }
    }
}

/// A text, what is found in it, and the language.
struct Find: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var language: String

    init(_ text: String, _ expected: String, _ language: String = "en") {
        self.text = text
        self.expected = expected
        self.language = language
    }

    var testDescription: String { "\(language): \(text)" }
}
