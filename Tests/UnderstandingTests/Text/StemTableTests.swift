import Testing

@testable import Understanding

@Suite("Stem table")
struct StemTableTests {
    private static let texts = [
        "en": "I Don't want RETURNS, rock'n'roll naïve Orders' 2nd café 'quoted' ok👍🏽 Éclair",
        "de": "Über große Grüße zurueck zurück NEUE Quelle Straße Rücksendungen Ärger Bestellung",
        "fr": "L'argent d'annuler jusqu'ici aujourd'hui annulées ÉTÉ l'été œuvre Année",
        "es": "Devolución Ñandú años AÑOS quería pingüino 1º",
        "ja": "注文を123返品 T-Shirtは ＡＢＣ",
        "pl": "Zamówienia łódź",
    ]

    @Test("words that are known are cut as without a table", arguments: texts.keys.sorted())
    func sameTokens(language: String) throws {
        let text = Normaliser.normalise(try #require(Self.texts[language]))
        var table = StemTable()
        Tokenizer.learn(text, language: language, into: &table)
        for text in [text, Normaliser.normalise(text.lowercased()), text + " unseen Wörter"] {
            let plain = Tokenizer.tokens(of: text, language: language)
            #expect(Tokenizer.tokens(of: text, language: language, stems: table) == plain)
        }
    }

    @Test("the first forms of a word stay, and bytes give the table back")
    func bytes() throws {
        var table = StemTable()
        table.add(lower: 7, folded: "orders", stem: "order")
        table.add(lower: 7, folded: "other", stem: "other")
        table.add(lower: 9, folded: "naive", stem: "naiv")
        var writer = ByteWriter()
        table.write(to: &writer)
        var reader = ByteReader(writer.bytes)
        let read = try #require(StemTable(from: &reader))
        #expect(try #require(read.forms(ofLower: 7)) == ("orders", "order"))
        #expect(try #require(read.forms(ofLower: 9)) == ("naive", "naiv"))
        #expect(read.forms(ofLower: 8) == nil)
        var cut = ByteReader(Array(writer.bytes.dropLast(8)))
        #expect(StemTable(from: &cut) == nil)
    }
}
