import Testing

@testable import Understanding

@Suite("Spelling")
struct SpellingTests {
    static let corrector: SpellingCorrector = {
        var corrector = SpellingCorrector()
        for word in ["refund", "refund", "return", "order", "cancel", "house", "mouse", "mouse"] {
            corrector.learn(word, stem: "stem-\(word)")
        }
        corrector.accept(["aurora"])
        return corrector
    }()

    @Test(
        "one edit is put right: insert, delete, replace, swap",
        arguments: [
            ("refnd", "refund"), ("refuund", "refund"), ("refand", "refund"), ("erfund", "refund"),
            ("cancle", "cancel"), ("ordr", "order"), ("ordeer", "order"),
        ] as [(String, String)])
    func corrects(written: String, right: String) {
        #expect(Self.corrector.correction(of: written)?.folded == right)
        #expect(Self.corrector.correction(of: written)?.stem == "stem-\(right)")
    }

    @Test(
        "known words, short ones, numbers and two edits stay",
        arguments: ["refund", "aurora", "ref", "ord", "w1042", "1042", "rfnd", "<email>", ""])
    func leaves(written: String) {
        #expect(Self.corrector.correction(of: written) == nil)
    }

    @Test("of two candidates the more frequent one wins")
    func frequency() {
        #expect(Self.corrector.correction(of: "louse")?.folded == "mouse")
    }

    @Test("the first letter can be held")
    func firstLetter() {
        #expect(Self.corrector.correction(of: "louse", keepsFirst: true) == nil)
        #expect(Self.corrector.correction(of: "hoouse", keepsFirst: true)?.folded == "house")
    }

    @Test("distance one is what optimal string alignment says, on random words")
    func distance() {
        var shuffle = Shuffle(seed: 17)
        for _ in 0..<2_000 {
            let word = { (shuffle: inout Shuffle) in
                (0..<shuffle.below(5)).map { _ in UInt32(97 + shuffle.below(2)) }
            }
            let (left, right) = (word(&shuffle), word(&shuffle))
            let expected = Self.alignment(left, right) == 1
            guard left != right else { continue }
            #expect(EditDistance.isOneEdit(left, right) == expected, "\(left) \(right) of seed 17")
        }
    }

    /// The textbook table.
    private static func alignment(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var table = Array(
            repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for i in 0...left.count { table[i][0] = i }
        for j in 0...right.count { table[0][j] = j }
        for i in 1..<max(1, left.count + 1) {
            for j in 1..<max(1, right.count + 1) {
                let cost = left[i - 1] == right[j - 1] ? 0 : 1
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[left.count][right.count]
    }

    @Test("a general list knows words that the lexicon lacks, and corrects to its commonest")
    func general() throws {
        let rows: [(String, [Int8])] = [
            ("there", [1]), ("three", [1]), ("they", [1]), ("then", [1]),
        ]
        let list = GeneralSpelling(
            list: try #require(StaticVectors(StaticVectorsTests.table(rows))))
        #expect(list.knows("they"))
        #expect(!list.knows("thex"))
        #expect(list.correction(of: "thex") == "they")
        #expect(list.correction(of: "thrre") == "there")
        #expect(list.correction(of: "zzzz") == nil)
        #expect(list.correction(of: "straße") == nil)
    }
}
