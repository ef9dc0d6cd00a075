import Testing

@testable import Dialogue

@Suite("The shop's own texts in the customer's language")
struct ShopPhraseTests {
    static let cases: [(entry: String, text: String, said: String?)] = [
        (
            "{1} ending in {2} = {1} mit Endziffern {2}", "Visa ending in 4242",
            "Visa mit Endziffern 4242"
        ),
        ("{1} ending in {2} = 末尾{2}の{1}", "Visa ending in 4242", "末尾4242のVisa"),
        (
            "gift card (balance {1}) = Geschenkkarte (Guthaben {1})",
            "gift card (balance 35.00 EUR)",
            "Geschenkkarte (Guthaben 35.00 EUR)"
        ),
        ("bank transfer = Überweisung", "bank transfer", "Überweisung"),
        ("bank transfer = Überweisung", "bank transfers", nil),
        ("{1} ending in {2} = {1} mit {2}", " ending in ", nil),
    ]

    @Test("a text is said as its phrase says, whatever stands between", arguments: cases)
    func says(_ entry: String, _ text: String, _ said: String?) {
        #expect(ShopPhrase(entry)?.said(for: text) == said)
    }

    @Test("an entry without both sides is none")
    func refuses() {
        #expect(ShopPhrase("bank transfer") == nil)
    }

    @Test("amounts in a text are written as in the language")
    func amounts() throws {
        let book = DialogueBook(
            flows: [:], flowOfIntent: [:], types: [:], actions: [:],
            replies: ReplyCatalog(defaultLanguage: "en"))
        let words = SaidByShop(book: book, language: "en", isSpoken: false)
        #expect(words.text("14.50 EUR (1030)") == "€14.50 (1030)")
        #expect(words.text("v1.50 EUR, 2.505 EUR, 3.50 EURO") == "v1.50 EUR, 2.505 EUR, 3.50 EURO")
        #expect(words.text("99999999999999999999.00 EUR") == "99999999999999999999.00 EUR")
    }

    @Test("options are said one by one: \"color: black; size: L\"")
    func options() {
        var book = DialogueBook(
            flows: [:], flowOfIntent: [:], types: [:], actions: [:],
            replies: ReplyCatalog(defaultLanguage: "en"))
        book.shopPhrases["de"] = ShopPhrases(
            ["color: {1} = Farbe: {1}", "size: {1} = Größe: {1}"].compactMap(ShopPhrase.init))
        let words = SaidByShop(book: book, language: "de", isSpoken: false)
        #expect(
            words.text("color: sand, black; seat: felt; size: L")
                == "Farbe: sand, black; seat: felt; Größe: L")
    }
}
