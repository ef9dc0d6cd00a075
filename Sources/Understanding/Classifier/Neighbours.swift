/// The nearest example of a class, by cosine: what is needed of the examples once the weights are trained.
struct Neighbours: Sendable, Equatable {
    /// The rows of group `class × languages + language` are `starts[group]..<starts[group + 1]`.
    private(set) var starts: [Int32] = [0]
    private(set) var languageCount: Int
    /// The stems and pairs of row i are `offsets[i]..<offsets[i + 1]` of the cells.
    private(set) var offsets: [Int32] = [0]
    private(set) var features: [Int32] = []
    private(set) var values: [Float] = []
    /// The length of each row's n-gram part.
    private(set) var lengths: [Float] = []
    /// The place of each row's static vector in `dense`, −1 where it has none.
    private(set) var densePlaces: [Int32] = []
    /// `dimensions` numbers a vector, of length 1.
    private(set) var dense = KeptNumbers<Float>([])
    private(set) var dimensions: Int

    init(_ examples: WeightedExamples, rows: [Int], classes: Int, languages: Int) {
        let set = examples.set
        languageCount = max(1, languages)
        dimensions = set.dimensions
        var groups = [[Int]](repeating: [], count: classes * languageCount)
        for row in rows {
            let group = Int(set.labels[row]) * languageCount
            groups[group + Int(set.languages[row])].append(row)
        }
        var vectors: [Float] = []
        for group in groups {
            for row in group { add(row, of: examples, &vectors) }
            starts.append(Int32(lengths.count))
        }
        dense = KeptNumbers(vectors)
    }

    private mutating func add(
        _ row: Int, of examples: WeightedExamples, _ vectors: inout [Float]
    ) {
        let set = examples.set
        let cells = set.offsets[row]..<set.wordEnds[row]
        features += set.features[cells]
        values += examples.values[cells]
        offsets.append(Int32(features.count))
        lengths.append(examples.lengths[row].grams)
        guard examples.lengths[row].dense > 0 else { return densePlaces.append(-1) }
        densePlaces.append(Int32(vectors.count / max(1, dimensions)))
        vectors += set.dense[row * dimensions..<(row + 1) * dimensions]
    }

    /// Rows packed before; nil where the parts do not fit together.
    init?(
        languageCount: Int, dimensions: Int, starts: [Int32], offsets: [Int32], features: [Int32],
        values: [Float], lengths: [Float], densePlaces: [Int32], dense: KeptNumbers<Float>
    ) {
        let vectors = dimensions > 0 ? dense.count / dimensions : 0
        guard languageCount > 0, starts.first == 0, starts.last == Int32(lengths.count),
            starts.isAscending, offsets.count == lengths.count + 1,
            offsets.first == 0, offsets.last == Int32(features.count),
            offsets.isAscending, values.count == features.count,
            features.allSatisfy({ $0 >= 0 }), densePlaces.count == lengths.count,
            densePlaces.allSatisfy({ $0 >= -1 && $0 < Int32(vectors) }),
            dense.count == vectors * dimensions
        else { return nil }
        self.languageCount = languageCount
        self.dimensions = dimensions
        self.starts = starts
        self.offsets = offsets
        self.features = features
        self.values = values
        self.lengths = lengths
        self.densePlaces = densePlaces
        self.dense = dense
    }

    struct Similarity: Equatable, Sendable {
        /// What stems and pairs add to the cosine of the n-gram parts, 0…1: the characters hardly tell
        /// more, at ten times the work.
        var grams: Float = 0
        /// Cosine of the static vectors, −1…1; 0 where there is none.
        var dense: Float = 0
    }

    /// The highest cosines with examples of the classes in the language.
    ///
    /// `isEnough` is asked with the highest so far each time that one rises; true ends the search.
    func similarity(
        of text: ScaledText, classes: some Sequence<Int>, language: Int,
        until isEnough: (Similarity) -> Bool = { _ in false }
    ) -> Similarity {
        var best = Similarity()
        dense.withNumbers { best = highest(text, classes, language, $0, until: isEnough) }
        return best
    }

    private func highest(
        _ text: ScaledText, _ classes: some Sequence<Int>, _ language: Int,
        _ dense: UnsafeBufferPointer<Float>, until isEnough: (Similarity) -> Bool
    ) -> Similarity {
        var best = Similarity()
        let lookup = WordCells(text)
        let length = text.lengths.grams
        let hasDense = text.lengths.dense > 0 && text.dense.count == dimensions
        for label in classes {
            let group = label * languageCount + language
            guard starts.indices.contains(group + 1) else { continue }
            for row in Int(starts[group])..<Int(starts[group + 1]) {
                let grams = gramCosine(lookup, length, row)
                let place = Int(densePlaces[row])
                let cosine =
                    hasDense && place >= 0 ? denseCosine(text.dense, place, dense) : best.dense
                guard grams > best.grams || cosine > best.dense else { continue }
                best.grams = max(best.grams, grams)
                best.dense = max(best.dense, cosine)
                if isEnough(best) { return best }
            }
        }
        return best
    }

    /// `textLength` is that of the text's n-gram part.
    private func gramCosine(_ lookup: WordCells, _ textLength: Float, _ row: Int) -> Float {
        let length = lengths[row] * textLength
        guard length > 0 else { return 0 }
        let cells = Int(offsets[row])..<Int(offsets[row + 1])
        return features.withUnsafeBufferPointer { features in
            values.withUnsafeBufferPointer { values in
                lookup.product(features.extracting(cells), values.extracting(cells))
            }
        } / length
    }

    private func denseCosine(
        _ text: [Float], _ place: Int, _ dense: UnsafeBufferPointer<Float>
    ) -> Float {
        let dense = UnsafeRawBufferPointer(dense)
        return text.withUnsafeBytes { vector in
            let stride = MemoryLayout<Float>.stride
            let start = place &* dimensions &* stride
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
