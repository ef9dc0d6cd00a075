/// Which of the examples' words mean nearly what a word means: "courier" is near "delivery" and "parcel".
///
/// They are a block of features of their own: a text has each of the examples' words as far as any of its own words is
/// near it. The mean of all vectors blurs a text to one meaning; here every word keeps its own. Nearness is the cosine
/// of static vectors. What is near to each word of the examples is found once, in training; at run time that is a look,
/// and only for a word that no example has all are compared.
struct Vicinity: Sendable, Equatable {
    /// A word of the examples, by its number, and how near it is, times the weight of the text's word that is near.
    struct Cell: Equatable, Sendable {
        var word: Int32
        var value: Float
    }

    /// The words of the examples by `WordKey.folded`, the commonest first; the first `count` of them are features.
    private let index: FeatureIndex
    /// How many features there are.
    let count: Int
    private let dimensions: Int
    /// How rare each word of the examples is, then how rare one is that none of them has.
    private let inverseFrequencies: [Float]
    /// What is near to word i of the examples is `offsets[i]..<offsets[i + 1]` of the cells, the nearest first.
    private let offsets: [Int32]
    private let cells: KeptNumbers<UInt32>
    /// `dimensions` numbers a feature: its vector.
    private let vectors: KeptNumbers<Int16>

    /// More words are no features.
    private static let countLimit = 1_024
    /// So many words are near to one at most, …
    private static let nearestLimit = 24
    /// … and none with a lower cosine.
    private static let least = 0.2
    /// The length of a vector.
    private static let one: Float = 16_384
    /// Of so many words of a text that no example has all are compared: a text with more is no message.
    private static let tryLimit = 32

    /// Nothing is near to anything.
    static let none = Vicinity(
        index: FeatureIndex(keys: []), count: 0, dimensions: 0, inverseFrequencies: [1],
        offsets: [0], cells: KeptNumbers([]), vectors: KeptNumbers([]))

    private init(
        index: FeatureIndex, count: Int, dimensions: Int, inverseFrequencies: [Float],
        offsets: [Int32], cells: KeptNumbers<UInt32>, vectors: KeptNumbers<Int16>
    ) {
        self.index = index
        self.count = count
        self.dimensions = dimensions
        self.inverseFrequencies = inverseFrequencies
        self.offsets = offsets
        self.cells = cells
        self.vectors = vectors
    }

    /// What is near to the words of these texts, which are in the language of the vectors.
    init(_ texts: [[FeatureWord]], _ table: StaticVectors) {
        let words = Self.commonest(of: texts).compactMap { word in
            table.vector(of: [word.form]).map { (word, vector: Self.packed($0)) }
        }
        let count = min(Self.countLimit, words.count)
        let vectors = KeptNumbers(words.prefix(count).flatMap(\.vector))
        var (offsets, cells): ([Int32], [UInt32]) = ([0], [])
        for (_, vector) in words {
            cells += Self.nearest(to: vector, among: vectors, count).map(\.bits)
            offsets.append(Int32(cells.count))
        }
        let total = Exponential.log(Double(1 + texts.count))
        self.init(
            index: FeatureIndex(keys: words.map { WordKey.hash($0.0.form) }), count: count,
            dimensions: table.dimensions,
            inverseFrequencies: words.map { word, _ in
                Float(total - Exponential.log(Double(1 + word.texts)) + 1)
            } + [Float(total + 1)],
            offsets: offsets, cells: KeptNumbers(cells), vectors: vectors)
    }

    /// The words that are no entities with the number of texts that have them, the commonest first; equally common ones
    /// in the order of their first time.
    private static func commonest(
        of texts: [[FeatureWord]]
    ) -> [(form: String, texts: Int)] {
        var index = FeatureIndex()
        var words: [(form: String, texts: Int)] = []
        for text in texts {
            var seen: Set<Int32> = []
            for word in text where !word.isMask {
                let place = index.insert(word.key.folded)
                if Int(place) == words.count { words.append((word.form, 0)) }
                if seen.insert(place).inserted { words[Int(place)].texts += 1 }
            }
        }
        let order = words.indices.sorted { (words[$1].texts, $0) < (words[$0].texts, $1) }
        return order.map { words[$0] }
    }

    /// The hashes of the features, by number.
    var keys: [UInt64] {
        index.keys.prefix(count).map { FeatureHash.mix(FeatureHash.near, $0) }
    }

    /// The features that are among the words themselves.
    func own(_ words: [FeatureWord]) -> [Int32] {
        words.lazy.filter { !$0.isMask }.map { index.find($0.key.folded) }
            .filter { $0 >= 0 && $0 < Int32(count) }
    }

    /// What is near to the words of a text, each once: by the word that it is nearest to, rare ones weighing more.
    func cells(of words: [FeatureWord], _ table: StaticVectors) -> [Cell] {
        guard count > 0 else { return [] }
        var found: [Cell] = []
        found.reserveCapacity(256)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { places in
            places.initialize(repeating: -1)
            forEachNear(to: words, table) { near, weight in
                let value = near.cosine * weight
                let place = Int(places[near.word])
                if place < 0 {
                    places[near.word] = Int32(truncatingIfNeeded: found.count)
                    found.append(Cell(word: Int32(truncatingIfNeeded: near.word), value: value))
                } else if found[place].value < value {
                    found[place].value = value
                }
            }
        }
        return found
    }

    /// Calls `body` with what is near to each of the words and how rare that word is.
    private func forEachNear(
        to words: [FeatureWord], _ table: StaticVectors, _ body: (Near, Float) -> Void
    ) {
        var tries = 0
        for word in words.prefix(FeatureBag.wordLimit) where !word.isMask {
            let number = Int(index.likely(word.key.folded))
            if number >= 0 {
                let weight = inverseFrequencies[number]
                cells.withNumbers { cells in
                    for place in Int(offsets[number])..<Int(offsets[number &+ 1]) {
                        body(Near(bits: cells[place]), weight)
                    }
                }
            } else if tries < Self.tryLimit, let vector = table.vector(of: [word.form]) {
                tries += 1
                let weight = inverseFrequencies[inverseFrequencies.count - 1]
                for near in Self.nearest(to: Self.packed(vector), among: vectors, count) {
                    body(near, weight)
                }
            }
        }
    }

    /// The number of a feature and how near it is, in one number that sorts by nearness.
    private struct Near {
        var bits: UInt32

        init(bits: UInt32) { self.bits = bits }

        /// `product` is that of two vectors.
        init(word: Int, product: Int32) {
            let near = UInt32(min(Int32(one), product / Int32(one)))
            bits = near << 16 | UInt32(truncatingIfNeeded: 0xFFFF &- word)
        }

        var word: Int { Int(0xFFFF &- bits & 0xFFFF) }
        var cosine: Float { Float(bits >> 16) / one }
    }

    private static func packed(_ vector: [Float]) -> [Int16] {
        vector.map { Int16(clamping: Int(($0 * one).rounded())) }
    }

    /// The features nearest to a vector, the nearest first.
    private static func nearest(
        to vector: [Int16], among vectors: KeptNumbers<Int16>, _ count: Int
    ) -> [Near] {
        let least = Int32(Self.least * Double(one) * Double(one))
        var found: [Near] = []
        vectors.withNumbers { rows in
            vector.withUnsafeBufferPointer { vector in
                guard let first = rows.baseAddress, let other = vector.baseAddress,
                    rows.count == count &* vector.count
                else { return }
                for word in 0..<count {
                    let product = product(first + word &* vector.count, other, vector.count)
                    if product >= least { found.append(Near(word: word, product: product)) }
                }
            }
        }
        found.sort { $0.bits > $1.bits }
        return Array(found.prefix(nearestLimit))
    }

    private static func product(
        _ left: UnsafePointer<Int16>, _ right: UnsafePointer<Int16>, _ count: Int
    ) -> Int32 {
        var sum: Int32 = 0
        var place = 0
        while place < count {
            sum &+= Int32(left[place]) &* Int32(right[place])
            place &+= 1
        }
        return sum
    }
}

extension Vicinity {
    func write(to writer: inout ByteWriter) {
        writer.number(UInt64(count))
        writer.number(UInt64(dimensions))
        writer.array(index.keys)
        writer.array(inverseFrequencies)
        writer.array(offsets)
        writer.array(cells.array)
        writer.array(vectors.array)
    }

    /// What was written before; nil where the parts do not fit together.
    init?(from reader: inout ByteReader) {
        guard let count = reader.number(), count <= UInt64(Self.countLimit),
            let dimensions = reader.number(), dimensions <= 4_096,
            let keys: [UInt64] = reader.array(), let frequencies: [Float] = reader.array(),
            let offsets: [Int32] = reader.array(), let cells: KeptNumbers<UInt32> = reader.kept(),
            let vectors: KeptNumbers<Int16> = reader.kept(), keys.count >= Int(count),
            frequencies.count == keys.count + 1, offsets.count == keys.count + 1,
            offsets.first == 0, offsets.last == Int32(exactly: cells.count),
            offsets.isAscending,
            vectors.count == Int(count) * Int(dimensions)
        else { return nil }
        var fits = true
        cells.withNumbers { fits = $0.allSatisfy { Near(bits: $0).word < Int(count) } }
        guard fits else { return nil }
        self.init(
            index: FeatureIndex(keys: keys), count: Int(count), dimensions: Int(dimensions),
            inverseFrequencies: frequencies, offsets: offsets, cells: cells, vectors: vectors)
    }
}
