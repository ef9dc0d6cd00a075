import Testing

@testable import Facts

@Suite("The nearest name")
struct NearestNameTests {
    @Test("the edit distance counts insertions, deletions, changes and swaps")
    func distances() {
        let pairs: [(String, String, Int)] = [
            ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "acb", 1),
            ("kitten", "sitting", 3),
            ("form", "from", 1),
        ]
        for (left, right, expected) in pairs {
            #expect(
                editDistance(Array(left.utf8), Array(right.utf8)) == expected, "\(left) \(right)")
        }
    }
}
