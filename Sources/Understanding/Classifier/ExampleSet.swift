/// The training texts as numbered features, row after row.
struct ExampleSet: Sendable {
    /// Row i has the cells `offsets[i]..<offsets[i + 1]`.
    private(set) var offsets: [Int] = [0]
    /// Where the pairs and the characters of row i start: `stemEnds[i]`, `wordEnds[i]`.
    private(set) var stemEnds: [Int] = []
    private(set) var wordEnds: [Int] = []
    private(set) var features: [Int32] = []
    /// 1 + log(count): the sublinear frequency of each cell.
    private(set) var frequencies: [Float] = []
    /// The class of each row; the one behind the intents is out of scope.
    private(set) var labels: [Int32] = []
    /// The language of each row, an index into the lexicon's.
    private(set) var languages: [Int32] = []
    /// `dimensions` numbers a row: its static vector of length 1, or zeros.
    private(set) var dense: [Float] = []
    private(set) var index = FeatureIndex(minimumCapacity: 8_192)
    let dimensions: Int

    init(dimensions: Int) {
        self.dimensions = dimensions
    }

    var count: Int { labels.count }

    mutating func append(
        _ bag: FeatureBag, vector: [Float]?, label: Int, language: Int
    ) {
        let start = features.count
        for position in bag.hashes.indices {
            features.append(index.insert(bag.hashes[position]))
            frequencies.append(sublinear(bag.counts[position]))
        }
        stemEnds.append(start &+ bag.stemEnd)
        wordEnds.append(start &+ bag.wordEnd)
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

    /// log((1 + n) / (1 + df)) + 1 of each feature over the given rows; 0 where none of them has it.
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
        return documents.map { count in
            count == 0 ? 0 : Float(total - Exponential.log(Double(1 + count)) + 1)
        }
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
}

/// Makes a row's values: frequency × inverse frequency, each block of length 1 × its weight, the whole of length 1.
struct RowScaling {
    var weights: BlockWeights

    /// Scales `values` (already frequency × inverse frequency) in place and gives what the dense block is times.
    func scale(
        _ values: UnsafeMutableBufferPointer<Float>, wordEnd: Int, hasDense: Bool
    ) -> Float {
        let factors = factors(
            words: squareSum(values, 0, wordEnd),
            characters: squareSum(values, wordEnd, values.count), hasDense: hasDense)
        multiply(values, 0, wordEnd, factors.words)
        multiply(values, wordEnd, values.count, factors.characters)
        return factors.dense
    }

    /// What the values of each block are times, by the sums of their squares.
    func factors(
        words: Float, characters: Float, hasDense: Bool
    ) -> (words: Float, characters: Float, dense: Float) {
        var total: Float = hasDense ? weights.dense * weights.dense : 0
        if words > 0 { total += weights.words * weights.words }
        if characters > 0 { total += weights.characters * weights.characters }
        guard total > 0 else { return (0, 0, 0) }
        let whole = 1 / total.squareRoot()
        return (
            words > 0 ? weights.words * whole / words.squareRoot() : 0,
            characters > 0 ? weights.characters * whole / characters.squareRoot() : 0,
            hasDense ? weights.dense * whole : 0
        )
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
    /// What each row's static vector is times.
    private(set) var denseScales: [Float]

    init(_ set: ExampleSet, inverseFrequencies: [Float], weights: BlockWeights) {
        self.set = set
        values = set.frequencies
        denseScales = Array(repeating: 0, count: set.count)
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
                denseScales[row] = scaling.scale(
                    cells, wordEnd: set.wordEnds[row] - set.offsets[row],
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
