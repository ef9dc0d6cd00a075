/// A text as the linear model reads it: features with values, those of near words last, and its static vector.
struct ScaledText: Sendable {
    /// Parallel; a value of 0 is a feature the model does not know.
    var features: [Int32]
    var values: [Float]
    /// Where the character n-grams start.
    var wordEnd: Int
    /// Of length 1, empty where there is none.
    var dense: [Float]
    /// How long the blocks behind the n-grams are; `dense` is times its own.
    var lengths: RowScaling.Lengths
    /// The share of its distinct stems that the intents' texts know, 0…1.
    var knownShare: Float
    /// Words whose character n-grams are summed up already, what their sums are times; see `WordRows`.
    var summed: [Int32] = []
    var summedScale: Float = 0
    /// The model knows anything of it.
    var isKnown = true

    /// Row `row` of the examples.
    init(row: Int, of examples: WeightedExamples, known: [Bool]) {
        let set = examples.set
        let span = set.offsets[row]..<set.offsets[row + 1]
        features = Array(set.features[span])
        values = Array(examples.values[span])
        wordEnd = set.wordEnds[row] - set.offsets[row]
        lengths = examples.lengths[row]
        let start = row * set.dimensions
        dense = lengths.dense == 0 ? [] : Array(set.dense[start..<start + set.dimensions])
        let stems = set.features[set.offsets[row]..<set.stemEnds[row]]
        knownShare = stems.isEmpty ? 0 : Float(stems.count { known[Int($0)] }) / Float(stems.count)
    }

    /// A text outside the examples.
    init(
        _ bag: FeatureBag, vector: [Float]?, near: [Vicinity.Cell] = [], index: FeatureIndex,
        inverseFrequencies: [Float], weights: BlockWeights, known: [Bool], rows: WordRows = .none
    ) {
        features = []
        values = []
        let limit = bag.hashes.count &+ 64 &+ near.count
        features.reserveCapacity(limit)
        values.reserveCapacity(limit)
        var (knownStems, square): (Int, Float) = (0, 0)
        for position in 0..<bag.wordEnd {
            let feature = index.likely(bag.hashes[position])
            if feature < 0 { continue }
            let value = sublinear(bag.counts[position]) * inverseFrequencies[Int(feature)]
            features.append(feature)
            values.append(value)
            square += value * value
            if position < bag.stemEnd, known[Int(feature)] { knownStems += 1 }
        }
        wordEnd = features.count
        knownShare = bag.stemEnd == 0 ? 0 : Float(knownStems) / Float(bag.stemEnd)
        summed = bag.summed
        let characters = Self.addCharacters(
            of: bag, index, inverseFrequencies, rows, &features, &values)
        let nearStart = features.count
        features += near.lazy.map(\.word)
        values += near.lazy.map(\.value)
        dense = vector ?? []
        let factors = RowScaling(weights: weights).factors(
            words: square, characters: characters,
            near: near.reduce(0) { $0 + $1.value * $1.value }, hasDense: vector != nil)
        isKnown = square > 0 || characters > 0 || factors.lengths.dense > 0
        (lengths, summedScale) = (factors.lengths, factors.characters)
        let end = wordEnd
        values.withUnsafeMutableBufferPointer { values in
            for place in 0..<end { values[place] *= factors.words }
            for place in end..<nearStart { values[place] *= factors.characters }
            for place in nearStart..<values.count { values[place] *= factors.near }
        }
    }

    /// Adds the character n-grams with what the sums of known words lack; the sum of the squared values of all.
    private static func addCharacters(
        of bag: FeatureBag, _ index: FeatureIndex, _ inverseFrequencies: [Float], _ rows: WordRows,
        _ features: inout [Int32], _ values: inout [Float]
    ) -> Float {
        var square: Float = 0
        for word in bag.summed { square += rows.square(of: word) }
        let limit = bag.hashes.count &- bag.wordEnd &+ rows.gramCount(of: bag.summed)
        CharacterParts.with(limit: limit) { parts in
            rows.forEachGram(of: bag.summed) { parts.add($0, count: $1, isCovered: true) }
            for position in bag.wordEnd..<bag.hashes.count {
                let feature = index.likely(bag.hashes[position])
                if feature < 0 { continue }
                parts.add(feature, count: bag.counts[position], isCovered: false)
            }
            parts.forEachLoose { part in
                let (rest, frequency) = (part.rest, inverseFrequencies[Int(part.feature)])
                features.append(part.feature)
                values.append(rest.value * frequency)
                square += rest.square * frequency * frequency
            }
        }
        return square
    }

    /// The sum of each class's weights times the values.
    func logits(_ weights: [Float], classes: Int, firstDense: Int) -> [Float] {
        var out = [Float](repeating: 0, count: classes)
        out.withUnsafeMutableBufferPointer { out in
            weights.withUnsafeBufferPointer { weights in
                guard let target = out.baseAddress, let base = weights.baseAddress else { return }
                var cell = 0
                while cell < features.count {
                    let value = values[cell]
                    if value != 0 {
                        add(target, base + Int(features[cell]) &* classes, value, classes)
                    }
                    cell &+= 1
                }
                var dimension = 0
                while dimension < dense.count {
                    let row = base + (firstDense &+ dimension) &* classes
                    add(target, row, dense[dimension] * lengths.dense, classes)
                    dimension &+= 1
                }
            }
        }
        return out
    }
}
