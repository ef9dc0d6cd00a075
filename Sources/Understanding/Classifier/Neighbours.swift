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
        let lookup = WordCells(text)
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

    private func gramCosine(_ lookup: WordCells, _ text: ScaledText, _ row: Int) -> Float {
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
        return examples.set.dense.withUnsafeBytes { dense in
            text.dense.withUnsafeBytes { vector in
                let stride = MemoryLayout<Float>.stride
                let start = row &* dimensions &* stride
                var sum = SIMD8<Float>(repeating: 0)
                var index = 0
                while index &+ 8 <= dimensions {
                    let at = index &* stride
                    sum +=
                        vector.loadUnaligned(fromByteOffset: at, as: SIMD8<Float>.self)
                        * dense.loadUnaligned(fromByteOffset: start &+ at, as: SIMD8<Float>.self)
                    index &+= 8
                }
                var rest = sum.sum()
                while index < dimensions {
                    let at = index &* stride
                    rest +=
                        vector.loadUnaligned(fromByteOffset: at, as: Float.self)
                        * dense.loadUnaligned(fromByteOffset: start &+ at, as: Float.self)
                    index &+= 1
                }
                return rest
            }
        }
    }
}

/// The stems and pairs of one text by feature: an open-addressed table, an eighth full at most, so that the
/// first look nearly always tells that a feature of an example is not in the text.
private struct WordCells {
    private var features: [Int32]
    private var values: [Float]

    init(_ text: ScaledText) {
        var size = 16
        while size < text.wordEnd &* 8 { size &*= 2 }
        features = Array(repeating: -1, count: size)
        values = Array(repeating: 0, count: size)
        for cell in 0..<text.wordEnd where text.values[cell] != 0 {
            let feature = text.features[cell]
            var slot = Int(feature) & (size &- 1)
            while features[slot] >= 0 { slot = (slot &+ 1) & (size &- 1) }
            features[slot] = feature
            values[slot] = text.values[cell]
        }
    }

    /// The scalar product with a row of cells.
    func product(
        _ row: UnsafeBufferPointer<Int32>, _ cells: UnsafeBufferPointer<Float>
    ) -> Float {
        features.withUnsafeBufferPointer { features in
            var sum: Float = 0
            let mask = features.count &- 1
            var cell = 0
            while cell < row.count {
                let feature = row[cell]
                var slot = Int(feature) & mask
                while features[slot] >= 0, features[slot] != feature { slot = (slot &+ 1) & mask }
                if features[slot] == feature { sum += cells[cell] * values[slot] }
                cell &+= 1
            }
            return sum
        }
    }
}
