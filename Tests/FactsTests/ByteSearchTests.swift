import Facts
import Testing

@Suite("Bytes of a text in another")
struct ByteSearchTests {
    @Test(
        "are found at the beginning, inside and at the end, and nowhere else",
        arguments: [
            ("tea kettle", "tea", true), ("tea kettle", "a ke", true), ("tea kettle", "ttle", true),
            ("tea kettle", "tea kettle", true), ("tea kettle", "tea kettles", false),
            ("tea kettle", "tee", false), ("aaab", "aab", true), ("", "a", false), ("", "", true),
            ("tea", "", true), ("grün", "ün", true), ("gru\u{308}n", "gr\u{fc}n", false),
        ])
    func found(_ text: String, _ part: String, _ expected: Bool) {
        #expect(text.hasBytes(of: part) == expected)
    }
}
