/// A few words, looked up by their hash (see `WordKey`).
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var index: FeatureIndex

    init(_ words: some Collection<String>) {
        index = FeatureIndex(minimumCapacity: words.count)
        for word in words { _ = index.insert(WordKey.hash(word)) }
    }

    init(arrayLiteral words: String...) {
        self.init(words)
    }

    func write(to writer: inout ByteWriter) { writer.array(index.keys.sorted()) }

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array() else { return nil }
        index = FeatureIndex(keys: keys)
    }

    var isEmpty: Bool { index.count == 0 }

    func contains(_ hash: UInt64) -> Bool { index.find(hash) >= 0 }
}
