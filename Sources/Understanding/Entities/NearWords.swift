/// Finds the known word that is one edit away (a letter more, less, replaced, or two swapped).
///
/// Symmetric deletes (W. Garbe, SymSpell), for words of ASCII letters.
struct NearWords: Sendable {
    /// Shorter words are never corrected.
    static let shortest = 5
    private static let longest = 32
    private var known = FeatureIndex()
    /// By number in `known`; empty where nothing is corrected to the word.
    private var words: [[UInt8]] = []
    private var deletions = DeletionIndex()

    /// Adds a word; the number that it has here.
    mutating func add(_ word: String) -> Int {
        let number = Int(known.insert(WordKey.hash(word)))
        guard number == words.count else { return number }
        let bytes = Array(word.utf8)
        let isIndexed = bytes.count >= Self.shortest && bytes.allSatisfy(\.isLetter)
        words.append(isIndexed ? bytes : [])
        if isIndexed { deletions.insert(bytes, number: number) }
        return number
    }

    func write(to writer: inout ByteWriter) {
        writer.array(known.keys)
        writer.lists(words)
        deletions.write(to: &writer)
    }

    init() {}

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array(), let words: [[UInt8]] = reader.lists(),
            words.count == keys.count,
            let deletions = DeletionIndex(from: &reader, words: words.count)
        else { return nil }
        known = FeatureIndex(keys: keys)
        self.words = words
        self.deletions = deletions
    }

    /// The only known word one edit away from a word that is not known itself; nil when there is none or
    /// several.
    func nearest(to word: String, hash: UInt64) -> Int? {
        guard known.find(hash) < 0, word.utf8.count >= Self.shortest,
            word.utf8.count <= Self.longest, word.utf8.allSatisfy(\.isLetter)
        else { return nil }
        let bytes = Array(word.utf8)
        var found: Int?
        var isUnclear = false
        deletions.forEachCandidate(of: bytes) { number in
            guard number != found, Self.isOneEdit(bytes, words[number]) else { return }
            if found != nil { isUnclear = true }
            found = number
        }
        return isUnclear ? nil : found
    }

    /// Whether two words differ by exactly one insertion, deletion, replacement or transposition.
    static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= 1, left != right else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var leftEnd = left.count
        var rightEnd = right.count
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        let gaps = (leftEnd - start, rightEnd - start)
        if gaps == (1, 1) || gaps == (1, 0) || gaps == (0, 1) { return true }
        return gaps == (2, 2) && left[start] == right[start + 1] && left[start + 1] == right[start]
    }
}
