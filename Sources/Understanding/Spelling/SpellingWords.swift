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
        let start = number == 0 ? 0 : Int(ends[2 * number - 1])
        let (middle, end) = (Int(ends[2 * number]), Int(ends[2 * number + 1]))
        return SpellingWord(
            folded: String(decoding: letters[start..<middle], as: UTF8.self),
            stem: String(decoding: letters[middle..<end], as: UTF8.self),
            count: Int(counts[number]))
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
            zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.letters = letters
        self.ends = ends
        self.counts = counts
    }
}
