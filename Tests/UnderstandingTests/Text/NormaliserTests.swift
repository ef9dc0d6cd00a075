import Testing
import Understanding

@Suite("Normalising")
struct NormaliserTests {
    @Test(
        "a text is brought into one form",
        arguments: [
            ("  where \t is\n my order  ", "where is my order"),
            ("don’t ‘now’ it´s", "don't 'now' it's"),
            ("cafe\u{301} a\u{308}", "café ä"),
            ("\u{1112}\u{1161}\u{11AB}", "한"),
            ("ＡＢＣ１２３！\u{3000}ｘ", "ABC123! x"),
            ("a\u{0}b\u{7}c\u{7F}\u{85}d", "abc d"),
            ("\u{202E}evil\u{202C} \u{200B}text\u{FEFF}\u{AD}", "evil text"),
            ("می\u{200C}خواهم 👨\u{200D}👩", "می\u{200C}خواهم 👨\u{200D}👩"),
            ("", ""), (" \u{A0} ", ""),
        ] as [(String, String)])
    func normalised(_ text: String, _ expected: String) {
        #expect(Array(Normaliser.normalise(text).unicodeScalars) == Array(expected.unicodeScalars))
        #expect(Normaliser.normalise(expected) == expected)
    }

    @Test("at most 8,192 bytes are read, and no character is cut")
    func byteLimit() {
        let ascii = String(repeating: "a", count: 10_000)
        #expect(Normaliser.normalise(ascii).utf8.count == 8_192)
        let wide = "a" + String(repeating: "é", count: 5_000)
        #expect(Normaliser.normalise(wide) == "a" + String(repeating: "é", count: 4_095))
        let exact = String(repeating: "é", count: 4_096)
        #expect(Normaliser.normalise(exact) == exact)
    }

    @Test("a run of combining marks is cut to 30, joiners or controls between them or not")
    func markLimit() {
        for between in ["", "\u{200D}", "\u{202E}"] {
            let text = "x" + String(repeating: "\u{316}" + between, count: 1_000) + "y"
            let marks = Normaliser.normalise(text).unicodeScalars.count - 2
            #expect(marks == 30, "between marks: \(between.unicodeScalars.map(\.value))")
        }
    }

    @Test(
        "folding drops case and accents, keeps marks that are letters",
        arguments: [
            ("Zurück", "", "zuruck"), ("STRASSE Straße", "", "strasse strasse"),
            ("ÆØÅ Œuvre", "", "aeoa oeuvre"), ("İIıi", "", "iiii"), ("Łódź", "", "lodz"),
            ("ΣΊΣΥΦΟΣ", "", "σισυφοσ"), ("Ёлка й", "", "елка и"), ("が", "", "が"),
            ("한국", "", "한국"), ("हिन्दी", "", "हिन्दी"), ("مُحَمَّد", "", "محمد"),
            ("zurueck", "de", "zuruck"), ("zurueck", "en", "zurueck"),
            ("neue Quelle", "de-AT", "neue quelle"), ("👍🏽", "", "👍"),
        ] as [(String, String, String)])
    func folded(_ text: String, _ language: String, _ expected: String) {
        let folded = Folding.fold(text, language: language)
        #expect(Array(folded.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(Folding.fold(folded, language: language) == folded)
    }
}
