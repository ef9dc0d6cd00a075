/// A word that others may be corrected to.
struct SpellingWord: Sendable, Equatable {
    var folded: String
    var stem: String
    /// How often the lexicon uses it.
    var count: Int

    /// Not kept: there are thousands of words, and only a handful is ever compared.
    var scalars: [UInt32] { folded.unicodeScalars.map(\.value) }
}

/// Thousands of words of which a handful is ever looked at, as bytes in a row.
struct SpellingWords: Sendable {
    /// UTF-8: of each word the folded form, then the stem.
    private var letters: [UInt8] = []
    /// Where they end in `letters`: two numbers a word.
    private var ends: [UInt32] = []
    private var counts: [UInt32] = []

    init() {}

    var count: Int { counts.count }

    subscript(number: Int) -> SpellingWord {
        let (start, middle, end) = places(of: number)
        return letters.withUnsafeBufferPointer { letters in
            let (folded, stem) = (letters[start..<middle], letters[middle..<end])
            let word = String(decoding: UnsafeBufferPointer(rebasing: folded), as: UTF8.self)
            // Half of all words are their own stem.
            let isStem = folded.elementsEqual(stem)
            return SpellingWord(
                folded: word,
                stem: isStem
                    ? word : String(decoding: UnsafeBufferPointer(rebasing: stem), as: UTF8.self),
                count: Int(counts[number]))
        }
    }

    /// Calls `body` with the UTF-8 of a word's folded form.
    func withFolded<Result>(
        of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let (start, middle, _) = places(of: number)
        return letters.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[start..<middle]))
        }
    }

    /// Where the letters of a word start, where those of its stem do, and where they end.
    private func places(of number: Int) -> (start: Int, middle: Int, end: Int) {
        let start = number == 0 ? 0 : Int(ends[2 * number - 1])
        return (start, Int(ends[2 * number]), Int(ends[2 * number + 1]))
    }

    /// Adds a word that is used once.
    mutating func append(_ folded: String, stem: String) {
        letters.append(contentsOf: folded.utf8)
        ends.append(UInt32(letters.count))
        letters.append(contentsOf: stem.utf8)
        ends.append(UInt32(letters.count))
        counts.append(1)
    }

    mutating func countUse(of number: Int) { counts[number] += 1 }

    func write(to writer: inout ByteWriter) {
        writer.array(letters)
        writer.array(ends)
        writer.array(counts)
    }

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let letters: [UInt8] = reader.array(), let ends: [UInt32] = reader.array(),
            let counts: [UInt32] = reader.array(), ends.count == 2 * counts.count,
            Int(ends.last ?? 0) == letters.count,
            ends.isAscending
        else { return nil }
        self.letters = letters
        self.ends = ends
        self.counts = counts
    }
}
