/// A few words, looked up by their hash (see `WordKey`).
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var index: FeatureIndex

    init(_ words: some Collection<String>) {
        self.init(hashes: words.map(WordKey.hash))
    }

    init(hashes: [UInt64]) {
        index = FeatureIndex(minimumCapacity: hashes.count)
        for hash in hashes { _ = index.insert(hash) }
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
