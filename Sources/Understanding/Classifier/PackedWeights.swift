/// The weights of a linear model in one byte each: row f (a feature, then a dimension of the static vectors) has
/// one number a class, times the row's scale.
///
/// A quarter of the memory of `Float`, and a row of fifty classes lies in one line of the cache. The largest
/// weight of a row is ±127, so each is off by at most 0.4 % of that: far less than one more example moves it.
struct PackedWeights: Sendable, Equatable {
    let classes: Int
    let scales: [Float]
    let cells: KeptNumbers<Int8>

    /// Packs feature-major weights.
    init(_ weights: [Float], classes: Int) {
        self.classes = classes
        let rows = classes > 0 ? weights.count / classes : 0
        var scales = [Float](repeating: 0, count: rows)
        var cells = [Int8](repeating: 0, count: rows * classes)
        for row in 0..<rows {
            let span = row * classes..<(row + 1) * classes
            let highest = weights[span].reduce(0) { max($0, abs($1)) }
            guard highest > 0, highest.isFinite else { continue }
            scales[row] = highest / 127
            for cell in span {
                cells[cell] = Int8(clamping: Int((weights[cell] / scales[row]).rounded()))
            }
        }
        self.scales = scales
        self.cells = KeptNumbers(cells)
    }

    /// Weights packed before; nil where the parts do not fit together.
    init?(classes: Int, scales: [Float], cells: KeptNumbers<Int8>) {
        let (size, overflow) = scales.count.multipliedReportingOverflow(by: classes)
        guard classes >= 0, !overflow, size == cells.count else { return nil }
        self.classes = classes
        self.scales = scales
        self.cells = cells
    }

    /// One weight.
    subscript(row: Int, label: Int) -> Float {
        var weight: Float = 0
        cells.withNumbers { weight = Float($0[row * classes + label]) * scales[row] }
        return weight
    }

    /// The sum of each class's weights times values.
    func sum(of features: [Int32], _ values: [Float]) -> [Float] {
        var out = [Float](repeating: 0, count: classes)
        cells.withNumbers { cells in
            WeightSum.with(cells, classes: classes) { sum in
                for (feature, value) in zip(features, values) {
                    sum.add(Int(feature), times: value * scales[Int(feature)])
                }
                sum.finish(&out)
            }
        }
        return out
    }

    /// The sum of each class's weights times the values of a text; the dense part begins at row `firstDense`. Of what
    /// is known of its `meaning` only the rest is summed.
    func logits(
        of text: ScaledText, firstDense: Int, meaning: StaticVectors.Meaning? = nil
    ) -> [Float] {
        let dense = meaning.map(\.rest) ?? text.dense
        let length = text.lengths.dense * (meaning?.factor ?? 1)
        var out = [Float](repeating: 0, count: classes)
        cells.withNumbers { cells in
            WeightSum.with(cells, classes: classes) { sum in
                for cell in text.features.indices where text.values[cell] != 0 {
                    let row = Int(text.features[cell])
                    sum.add(row, times: text.values[cell] * scales[row])
                }
                for dimension in 0..<min(dense.count, max(0, scales.count - firstDense)) {
                    let row = firstDense &+ dimension
                    sum.add(row, times: dense[dimension] * length * scales[row])
                }
                sum.finish(&out)
            }
        }
        return out
    }
}
