/// The nearest example of a class, by cosine.
struct Neighbours: Sendable {
    private let examples: WeightedExamples
    /// The rows of group `class × languages + language` are `rows[starts[group]..<starts[group + 1]]`.
    private let rows: [Int]
    private let starts: [Int]
    private let languageCount: Int

    init(_ examples: WeightedExamples, rows: [Int], classes: Int, languages: Int) {
        self.examples = examples
        languageCount = max(1, languages)
        var groups = [[Int]](repeating: [], count: classes * languageCount)
        for row in rows {
            let group = Int(examples.set.labels[row]) * languageCount
            groups[group + Int(examples.set.languages[row])].append(row)
        }
        var starts = [0]
        for group in groups { starts.append(starts[starts.count - 1] + group.count) }
        self.starts = starts
        self.rows = groups.flatMap { $0 }
    }

    struct Similarity: Equatable, Sendable {
        /// What stems and pairs add to the cosine of the n-gram parts, 0…1: the characters hardly tell
        /// more, at ten times the work.
        var grams: Float = 0
        /// Cosine of the static vectors, −1…1; 0 where there is none.
        var dense: Float = 0
    }

    /// The highest cosines with examples of the classes in the language.
    func similarity(of text: ScaledText, classes: some Sequence<Int>, language: Int) -> Similarity {
        var best = Similarity()
        let lookup = CellLookup(text, featureCount: examples.set.index.count)
        for label in classes {
            let group = label * languageCount + language
            guard starts.indices.contains(group + 1) else { continue }
            for row in rows[starts[group]..<starts[group + 1]] {
                best.grams = max(best.grams, gramCosine(lookup, text, row))
                if text.denseScale > 0, examples.denseScales[row] > 0 {
                    best.dense = max(best.dense, denseCosine(text, row))
                }
            }
        }
        return best
    }

    private func gramCosine(_ lookup: CellLookup, _ text: ScaledText, _ row: Int) -> Float {
        let scale = examples.denseScales[row]
        let length = max(0, 1 - scale * scale).squareRoot() * text.gramLength
        guard length > 0 else { return 0 }
        let set = examples.set
        return set.features.withUnsafeBufferPointer { features in
            examples.values.withUnsafeBufferPointer { values in
                lookup.product(
                    features.extracting(set.offsets[row]..<set.wordEnds[row]),
                    values.extracting(set.offsets[row]..<set.wordEnds[row]))
            }
        } / length
    }

    private func denseCosine(_ text: ScaledText, _ row: Int) -> Float {
        let dimensions = examples.set.dimensions
        return examples.set.dense.withUnsafeBufferPointer { dense in
            text.dense.withUnsafeBufferPointer { vector in
                var sum = SIMD4<Float>(repeating: 0)
                var rest: Float = 0
                var index = 0
                let start = row &* dimensions
                while index &+ 4 <= dimensions {
                    sum[0] += vector[index] * dense[start &+ index]
                    sum[1] += vector[index &+ 1] * dense[start &+ index &+ 1]
                    sum[2] += vector[index &+ 2] * dense[start &+ index &+ 2]
                    sum[3] += vector[index &+ 3] * dense[start &+ index &+ 3]
                    index &+= 4
                }
                while index < dimensions {
                    rest += vector[index] * dense[start &+ index]
                    index &+= 1
                }
                return sum[0] + sum[1] + sum[2] + sum[3] + rest
            }
        }
    }
}

/// Finds the value of a feature in one text: a bit a feature, then a small table.
private struct CellLookup {
    private var bits: [UInt64]
    private var slots: [Int32]
    private var values: [Float]

    init(_ text: ScaledText, featureCount: Int) {
        bits = Array(repeating: 0, count: featureCount / 64 + 1)
        var size = 16
        while size < text.features.count &* 2 { size &*= 2 }
        slots = Array(repeating: -1, count: size)
        values = Array(repeating: 0, count: size)
        for (feature, value) in zip(text.features, text.values) where value != 0 {
            bits[Int(feature) >> 6] |= 1 << UInt64(feature & 63)
            var slot = Int(feature) & (size &- 1)
            while slots[slot] >= 0 { slot = (slot &+ 1) & (size &- 1) }
            slots[slot] = feature
            values[slot] = value
        }
    }

    /// The scalar product with a row of cells.
    func product(
        _ features: UnsafeBufferPointer<Int32>, _ cells: UnsafeBufferPointer<Float>
    ) -> Float {
        bits.withUnsafeBufferPointer { bits in
            slots.withUnsafeBufferPointer { slots in
                var sum: Float = 0
                let mask = slots.count &- 1
                var cell = 0
                while cell < features.count {
                    let feature = features[cell]
                    if bits[Int(feature) >> 6] & (1 << UInt64(feature & 63)) != 0 {
                        var slot = Int(feature) & mask
                        while slots[slot] != feature { slot = (slot &+ 1) & mask }
                        sum += cells[cell] * values[slot]
                    }
                    cell &+= 1
                }
                return sum
            }
        }
    }
}
