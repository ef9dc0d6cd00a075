/// A text as the linear model reads it: features with values, and its static vector.
struct ScaledText: Sendable {
    /// Parallel; a value of 0 is a feature the model does not know.
    var features: [Int32]
    var values: [Float]
    /// Where the character n-grams start.
    var wordEnd: Int
    /// Of length 1, empty where there is none.
    var dense: [Float]
    /// What `dense` is times; 0 where there is none.
    var denseScale: Float
    /// The share of its distinct stems that the intents' texts know, 0…1.
    var knownShare: Float

    /// The length of the n-gram part; the whole has length 1.
    var gramLength: Float { max(0, 1 - denseScale * denseScale).squareRoot() }

    /// Row `row` of the examples.
    init(row: Int, of examples: WeightedExamples, known: [Bool]) {
        let set = examples.set
        let span = set.offsets[row]..<set.offsets[row + 1]
        features = Array(set.features[span])
        values = Array(examples.values[span])
        wordEnd = set.wordEnds[row] - set.offsets[row]
        denseScale = examples.denseScales[row]
        let start = row * set.dimensions
        dense = denseScale == 0 ? [] : Array(set.dense[start..<start + set.dimensions])
        let stems = set.features[set.offsets[row]..<set.stemEnds[row]]
        knownShare = stems.isEmpty ? 0 : Float(stems.count { known[Int($0)] }) / Float(stems.count)
    }

    /// A text outside the examples.
    init(
        _ bag: FeatureBag, vector: [Float]?, index: FeatureIndex, inverseFrequencies: [Float],
        weights: BlockWeights, known: [Bool]
    ) {
        var values: [Float] = []
        var (wordEnd, knownStems) = (0, 0)
        features = [Int32](unsafeUninitializedCapacity: bag.hashes.count) { features, count in
            values = [Float](unsafeUninitializedCapacity: bag.hashes.count) { values, filled in
                for position in bag.hashes.indices {
                    let feature = index.likely(bag.hashes[position])
                    if feature < 0 { continue }
                    let frequency = inverseFrequencies[Int(feature)]
                    features.initializeElement(at: count, to: feature)
                    values.initializeElement(
                        at: count, to: sublinear(bag.counts[position]) * frequency)
                    count &+= 1
                    if position < bag.wordEnd { wordEnd = count }
                    if position < bag.stemEnd, known[Int(feature)] { knownStems += 1 }
                }
                filled = count
            }
        }
        knownShare = bag.stemEnd == 0 ? 0 : Float(knownStems) / Float(bag.stemEnd)
        dense = vector ?? []
        denseScale = values.withUnsafeMutableBufferPointer {
            RowScaling(weights: weights).scale($0, wordEnd: wordEnd, hasDense: vector != nil)
        }
        (self.values, self.wordEnd) = (values, wordEnd)
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
                    add(target, row, dense[dimension] * denseScale, classes)
                    dimension &+= 1
                }
            }
        }
        return out
    }
}
