import Testing
import Understanding

@Suite("Parts of an interpretation's text")
struct InterpretationTextTests {
    private static let reading = Interpretation(
        text: "Lampe für 9 €", language: "de", verdict: .notUnderstood)

    @Test(
        "are cut at bytes; there is none where the text has none",
        arguments: [
            (0, 5, "Lampe"), (6, 10, "für"), (11, 16, "9 €"), (0, 16, "Lampe für 9 €"),
            (3, 3, nil), (4, 3, nil), (-1, 4, nil), (0, 17, nil),
        ] as [(Int, Int, String?)])
    func cut(_ start: Int, _ end: Int, _ expected: String?) {
        #expect(Self.reading.text(from: start, to: end) == expected)
    }

    @Test(
        "become dots, byte by byte, where they are left out",
        arguments: [
            ([], "Lampe für 9 €"), ([6..<10], "Lampe .... 9 €"),
            ([0..<5, 3..<5], "..... für 9 €"), ([11..<40], "Lampe für ....."),
            ([20..<30], "Lampe für 9 €"),
        ] as [([Range<Int>], String)])
    func without(_ ranges: [Range<Int>], _ expected: String) {
        #expect(Self.reading.text(without: ranges) == expected)
    }
}
