/// The training texts as numbered features, row after row.
struct ExampleSet: Sendable {
    /// Row i has the cells `offsets[i]..<offsets[i + 1]`.
    private(set) var offsets: [Int] = [0]
    /// Where the pairs, characters and near words of row i start: `stemEnds[i]`, `wordEnds[i]`, `nearStarts[i]`.
    private(set) var stemEnds: [Int] = []
    private(set) var wordEnds: [Int] = []
    private(set) var nearStarts: [Int] = []
    private(set) var features: [Int32] = []
    /// 1 + log(count): the sublinear frequency of each cell; of a near word how near it is.
    private(set) var frequencies: [Float] = []
    /// The class of each row; the one behind the intents is out of scope.
    private(set) var labels: [Int32] = []
    /// The language of each row, an index into the lexicon's.
    private(set) var languages: [Int32] = []
    /// `dimensions` numbers a row: its static vector of length 1, or zeros.
    private(set) var dense: [Float] = []
    private(set) var index = FeatureIndex(minimumCapacity: 8_192)
    let dimensions: Int
    /// So many features are words of the examples that may be near to a text's (`Vicinity`); they come first.
    let nearCount: Int
    /// Which of these are among the words of each row.
    private(set) var own: [[Int32]] = []

    init(dimensions: Int, vicinity: Vicinity = .none) {
        self.dimensions = dimensions
        nearCount = vicinity.count
        for key in vicinity.keys { _ = index.insert(key) }
    }

    var count: Int { labels.count }

    mutating func append(
        _ bag: FeatureBag, vector: [Float]?, near: [Vicinity.Cell] = [], own: [Int32] = [],
        label: Int, language: Int
    ) {
        let start = features.count
        for position in bag.hashes.indices {
            features.append(index.insert(bag.hashes[position]))
            frequencies.append(sublinear(bag.counts[position]))
        }
        stemEnds.append(start &+ bag.stemEnd)
        wordEnds.append(start &+ bag.wordEnd)
        nearStarts.append(features.count)
        features += near.lazy.map(\.word)
        frequencies += near.lazy.map(\.value)
        self.own.append(own)
        offsets.append(features.count)
        labels.append(Int32(truncatingIfNeeded: label))
        languages.append(Int32(truncatingIfNeeded: language))
        if dimensions > 0 {
            dense += vector ?? Array(repeating: 0, count: dimensions)
        }
    }

    /// The rows whose class is below a number.
    func rows(below label: Int) -> [Int] {
        labels.indices.filter { Int(labels[$0]) < label }
    }

    /// Whether each feature occurs in any of the rows.
    func isKnown(in rows: [Int]) -> [Bool] {
        var known = [Bool](repeating: false, count: index.count)
        known.withUnsafeMutableBufferPointer { known in
            features.withUnsafeBufferPointer { features in
                for row in rows {
                    var cell = offsets[row]
                    let end = offsets[row &+ 1]
                    while cell < end {
                        known[Int(features[cell])] = true
                        cell &+= 1
                    }
                }
            }
        }
        return known
    }

    /// log((1 + n) / (1 + df)) + 1 of each feature over the given rows; 0 where none of them has it. 1 for a near word
    /// that is among their own.
    func inverseFrequencies(of rows: [Int]) -> [Float] {
        var documents = [Int32](repeating: 0, count: index.count)
        documents.withUnsafeMutableBufferPointer { documents in
            features.withUnsafeBufferPointer { features in
                for row in rows {
                    var cell = offsets[row]
                    let end = offsets[row &+ 1]
                    while cell < end {
                        documents[Int(features[cell])] &+= 1
                        cell &+= 1
                    }
                }
            }
        }
        let total = Exponential.log(Double(1 + rows.count))
        var frequencies = documents.map { count in
            count == 0 ? 0 : Float(total - Exponential.log(Double(1 + count)) + 1)
        }
        for feature in 0..<nearCount { frequencies[feature] = 0 }
        for row in rows {
            for feature in own[row] { frequencies[Int(feature)] = 1 }
        }
        return frequencies
    }
}

/// 1 + log(count).
func sublinear(_ count: UInt32) -> Float {
    count == 1 ? 1 : Float(1 + Exponential.log(Double(max(count, 1))))
}

/// How heavy the blocks of features are against each other.
struct BlockWeights: Sendable, Equatable {
    var words: Float = 1
    var characters: Float = 1
    var dense: Float = 1.5
    /// 0 is without the words near to a text's.
    var near: Float = 1.3
}

/// Makes a row's values: frequency × inverse frequency, each block of length 1 × its weight, the whole of length 1.
struct RowScaling {
    var weights: BlockWeights

    /// What the values of each block are times. The lengths are those of the blocks behind the n-grams.
    struct Factors {
        var words: Float = 0
        var characters: Float = 0
        var near: Float = 0
        var lengths = Lengths()
    }

    /// How long the blocks are in a row of length 1; 0 where there is none. For the static vector, which has length 1
    /// by itself, that is what it is times.
    struct Lengths: Sendable, Equatable {
        var dense: Float = 0
        var near: Float = 0

        /// The length of the n-gram part.
        var grams: Float { max(0, 1 - dense * dense - near * near).squareRoot() }
    }

    /// Scales `values` (already frequency × inverse frequency) in place.
    func scale(
        _ values: UnsafeMutableBufferPointer<Float>, wordEnd: Int, nearStart: Int, hasDense: Bool
    ) -> Lengths {
        let factors = factors(
            words: squareSum(values, 0, wordEnd),
            characters: squareSum(values, wordEnd, nearStart),
            near: squareSum(values, nearStart, values.count), hasDense: hasDense)
        multiply(values, 0, wordEnd, factors.words)
        multiply(values, wordEnd, nearStart, factors.characters)
        multiply(values, nearStart, values.count, factors.near)
        return factors.lengths
    }

    /// What the values of each block are times, by the sums of their squares.
    func factors(
        words: Float, characters: Float, near: Float, hasDense: Bool
    ) -> Factors {
        var total: Float = hasDense ? weights.dense * weights.dense : 0
        if words > 0 { total += weights.words * weights.words }
        if characters > 0 { total += weights.characters * weights.characters }
        if near > 0 { total += weights.near * weights.near }
        guard total > 0 else { return Factors() }
        let whole = 1 / total.squareRoot()
        return Factors(
            words: words > 0 ? weights.words * whole / words.squareRoot() : 0,
            characters: characters > 0 ? weights.characters * whole / characters.squareRoot() : 0,
            near: near > 0 ? weights.near * whole / near.squareRoot() : 0,
            lengths: Lengths(
                dense: hasDense ? weights.dense * whole : 0,
                near: near > 0 ? weights.near * whole : 0))
    }

    private func squareSum(
        _ values: UnsafeMutableBufferPointer<Float>, _ start: Int, _ end: Int
    ) -> Float {
        var sum: Float = 0
        var index = start
        while index < end {
            sum += values[index] * values[index]
            index &+= 1
        }
        return sum
    }

    private func multiply(
        _ values: UnsafeMutableBufferPointer<Float>, _ start: Int, _ end: Int, _ factor: Float
    ) {
        var index = start
        while index < end {
            values[index] *= factor
            index &+= 1
        }
    }
}

/// An example set with the values of its cells, ready to train on.
struct WeightedExamples: Sendable {
    let set: ExampleSet
    /// One a cell of `set.features`.
    private(set) var values: [Float]
    /// How long each row's blocks are behind the n-grams.
    private(set) var lengths: [RowScaling.Lengths]

    init(_ set: ExampleSet, inverseFrequencies: [Float], weights: BlockWeights) {
        self.set = set
        values = set.frequencies
        lengths = Array(repeating: RowScaling.Lengths(), count: set.count)
        let scaling = RowScaling(weights: weights)
        values.withUnsafeMutableBufferPointer { values in
            inverseFrequencies.withUnsafeBufferPointer { idf in
                set.features.withUnsafeBufferPointer { features in
                    var cell = 0
                    while cell < values.count {
                        values[cell] *= idf[Int(features[cell])]
                        cell &+= 1
                    }
                }
            }
            for row in 0..<set.count {
                let cells = values.extracting(set.offsets[row]..<set.offsets[row + 1])
                lengths[row] = scaling.scale(
                    cells, wordEnd: set.wordEnds[row] - set.offsets[row],
                    nearStart: set.nearStarts[row] - set.offsets[row],
                    hasDense: set.hasDense(row))
            }
        }
    }
}

extension ExampleSet {
    func hasDense(_ row: Int) -> Bool {
        let start = row * dimensions
        return dense[start..<start + dimensions].contains { $0 != 0 }
    }
}
