import Facts
import Testing

@testable import Understanding

@Suite("Words that mean about what a name says")
struct NameLikenessTests {
    private static let rows: [(String, [Int8])] = [
        ("suitcase", [9, 1, 0]), ("luggage", [9, 0, 0]), ("set", [0, 0, 1]), ("lamp", [0, 9, 0]),
        ("torch", [1, 9, 0]), ("bulb", [1, 8, 1]), ("money", [-3, -3, 9]), ("light", [1, 9, 1]),
    ]
    private let choices = [
        choice("a", "Luggage Set", "pieces: 2; light: none"), choice("b", "Lamp", "battery: AA"),
        choice("c", "Bulb", "socket: wide"),
    ]

    private func picked(_ text: String) throws -> [Int] {
        let vectors = try #require(StaticVectors(StaticVectorsTests.table(Self.rows)))
        let picker = ChoicePicker(
            languages: ["en"], lists: [], shopVocabulary: [], stems: ByLanguage(),
            vectors: vectors)
        return picker.places(text, among: choices, in: "en")
    }

    @Test(
        "a thing is picked by a word that is near one name, asked about where it is near two",
        arguments: [
            ("send back the suitcase", [0]), ("suitcase", [0]), ("the torch", [1, 2]),
            ("the suitcase and the lamp", [0, 1]),
        ])
    func near(_ text: String, _ expected: [Int]) throws {
        #expect(try picked(text) == expected, "\(text)")
    }

    @Test(
        "what is near none, is no thing or is called like an option picks nothing",
        arguments: ["I want my money", "please torch whatever you have there", "is the light good"])
    func far(_ text: String) throws {
        #expect(try picked(text).isEmpty, "\(text)")
    }
}
