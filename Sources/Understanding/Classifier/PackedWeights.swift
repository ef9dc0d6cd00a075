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

    /// The sum of each class's weights times the values of a text; the dense part begins at row `firstDense`.
    func logits(of text: ScaledText, firstDense: Int) -> [Float] {
        var out = [Float](repeating: 0, count: classes)
        out.withUnsafeMutableBufferPointer { out in
            cells.withNumbers { cells in
                guard let target = out.baseAddress, let base = cells.baseAddress else { return }
                var sum = RowSum(base: base, classes: classes)
                for cell in text.features.indices where text.values[cell] != 0 {
                    let row = Int(text.features[cell])
                    sum.add(row, text.values[cell] * scales[row], to: target)
                }
                for dimension in 0..<min(text.dense.count, max(0, scales.count - firstDense)) {
                    let row = firstDense &+ dimension
                    sum.add(
                        row, text.dense[dimension] * text.denseScale * scales[row], to: target)
                }
                sum.finish(target)
            }
        }
        return out
    }
}

/// Adds rows of weights, each times its factor, two at a time: half as many looks at the sums, in the same order.
private struct RowSum {
    let base: UnsafePointer<Int8>
    let classes: Int
    /// The row that waits for a second one.
    private var first: (row: UnsafePointer<Int8>, factor: Float)?

    init(base: UnsafePointer<Int8>, classes: Int) {
        self.base = base
        self.classes = classes
    }

    /// A plain loop, which the compiler makes wide.
    @inline(__always)
    mutating func add(_ number: Int, _ factor: Float, to out: UnsafeMutablePointer<Float>) {
        let row = base + number &* classes
        guard let first else {
            self.first = (row, factor)
            return
        }
        self.first = nil
        var index = 0
        while index < classes {
            out[index] =
                out[index] + Float(first.row[index]) * first.factor + Float(row[index]) * factor
            index &+= 1
        }
    }

    /// Adds the last row of an odd number.
    func finish(_ out: UnsafeMutablePointer<Float>) {
        guard let first else { return }
        var index = 0
        while index < classes {
            out[index] += Float(first.row[index]) * first.factor
            index &+= 1
        }
    }
}
