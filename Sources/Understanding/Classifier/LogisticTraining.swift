/// Multinomial logistic regression by plain stochastic gradient descent.
///
/// The step falls linearly from `step` to 0; L2 by a global scale; the order is shuffled anew each epoch by
/// a fixed generator, so equal examples give equal weights.
struct LogisticTraining: Sendable {
    var epochs = 12
    var step: Float = 5
    var decay: Float = 1e-5
    /// A row whose class has at least 1 − this probability is not learnt from again.
    var tolerance: Float = 0.002
    /// A class whose probability is this near to the truth is not learnt from in that step.
    var negligible: Float = 0.001

    /// Weights, feature-major: row f (a feature, then a dimension of the static vectors) has one number a class.
    func weights(for examples: WeightedExamples, rows: [Int], classes: Int) -> [Float] {
        let set = examples.set
        let rowCount = set.index.count + set.dimensions
        var weights = [Float](repeating: 0, count: rowCount * classes)
        weights.withUnsafeMutableBufferPointer { weights in
            set.features.withUnsafeBufferPointer { features in
                examples.values.withUnsafeBufferPointer { values in
                    set.dense.withUnsafeBufferPointer { dense in
                        guard let base = weights.baseAddress, let first = features.baseAddress,
                            let cells = values.baseAddress
                        else { return }
                        let read = Cells(
                            features: first, values: cells, dense: dense.baseAddress ?? cells)
                        run(examples, read, rows, base, classes: classes)
                    }
                }
            }
        }
        return weights
    }

    /// What the inner loops read.
    private struct Cells {
        let features: UnsafePointer<Int32>
        let values: UnsafePointer<Float>
        /// Any pointer where there are no static vectors.
        let dense: UnsafePointer<Float>
    }

    private func run(
        _ examples: WeightedExamples, _ cells: Cells, _ rows: [Int],
        _ weights: UnsafeMutablePointer<Float>, classes: Int
    ) {
        let set = examples.set
        var order = rows
        var shuffle = Shuffle()
        var scale: Float = 1
        let steps = Float(max(1, epochs * rows.count))
        var done: Float = 0
        withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, classes)) { scratch in
            guard let logits = scratch.baseAddress else { return }
            for _ in 0..<epochs {
                shuffle.shuffle(&order)
                for row in order {
                    let rate = step * (1 - done / steps)
                    done += 1
                    let span = Span(
                        start: set.offsets[row], end: set.offsets[row + 1],
                        dense: row * set.dimensions, dimensions: set.dimensions,
                        firstDense: set.index.count, denseScale: examples.lengths[row].dense)
                    logits.update(repeating: 0, count: classes)
                    sum(cells, span, weights, scale, into: logits, classes)
                    let label = Int(set.labels[row])
                    softmax(logits, classes)
                    scale *= 1 - rate * decay
                    if logits[label] > 1 - tolerance { continue }
                    logits[label] -= 1
                    learn(cells, span, weights, -rate / scale, logits, classes)
                }
            }
        }
        for index in 0..<(set.index.count + set.dimensions) * classes { weights[index] *= scale }
    }

    /// One row's place in the cells.
    private struct Span {
        var start: Int
        var end: Int
        var dense: Int
        var dimensions: Int
        var firstDense: Int
        var denseScale: Float
    }

    /// Adds the weights times the row's values to the logits.
    private func sum(
        _ cells: Cells, _ span: Span, _ weights: UnsafeMutablePointer<Float>, _ scale: Float,
        into logits: UnsafeMutablePointer<Float>, _ classes: Int
    ) {
        var cell = span.start
        let end = span.end
        while cell < end {
            let row = weights + Int(truncatingIfNeeded: cells.features[cell]) &* classes
            add(logits, row, cells.values[cell] * scale, classes)
            cell &+= 1
        }
        guard span.denseScale != 0 else { return }
        var dimension = 0
        while dimension < span.dimensions {
            let row = weights + (span.firstDense &+ dimension) &* classes
            let value = cells.dense[span.dense &+ dimension] * span.denseScale
            add(logits, row, value * scale, classes)
            dimension &+= 1
        }
    }

    /// Moves the weights along the gradient; classes that it hardly touches are left as they are.
    private func learn(
        _ cells: Cells, _ span: Span, _ weights: UnsafeMutablePointer<Float>, _ rate: Float,
        _ gradient: UnsafeMutablePointer<Float>, _ classes: Int
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: classes) { active in
            var count = 0
            var index = 0
            while index < classes {
                if gradient[index] > negligible || gradient[index] < -negligible {
                    active[count] = index
                    count &+= 1
                }
                index &+= 1
            }
            guard let chosen = active.baseAddress else { return }
            let step = Step(gradient: gradient, chosen: chosen, count: count, classes: classes)
            var cell = span.start
            let end = span.end
            while cell < end {
                let value = cells.values[cell]
                if value != 0 {
                    let feature = Int(truncatingIfNeeded: cells.features[cell])
                    step.take(weights + feature &* classes, rate * value)
                }
                cell &+= 1
            }
            guard span.denseScale != 0 else { return }
            var dimension = 0
            while dimension < span.dimensions {
                let value = cells.dense[span.dense &+ dimension] * span.denseScale
                step.take(weights + (span.firstDense &+ dimension) &* classes, rate * value)
                dimension &+= 1
            }
        }
    }

    /// One step on one feature's weights: all classes, or the few that have a gradient.
    private struct Step {
        let gradient: UnsafeMutablePointer<Float>
        let chosen: UnsafeMutablePointer<Int>
        let count: Int
        let classes: Int

        @inline(__always)
        func take(_ weights: UnsafeMutablePointer<Float>, _ factor: Float) {
            if count &* 3 > classes {
                add(weights, gradient, factor, classes)
                return
            }
            var index = 0
            while index < count {
                let label = chosen[index]
                weights[label] += factor * gradient[label]
                index &+= 1
            }
        }
    }
}

/// `out` += `factor` × `row`, eight numbers at a time.
@inline(__always)
func add(
    _ out: UnsafeMutablePointer<Float>, _ row: UnsafePointer<Float>, _ factor: Float, _ count: Int
) {
    let target = UnsafeMutableRawPointer(out)
    let source = UnsafeRawPointer(row)
    var index = 0
    while index &+ 8 <= count {
        let offset = index &* MemoryLayout<Float>.stride
        let sum =
            target.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
            + source.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self) * factor
        target.storeBytes(of: sum, toByteOffset: offset, as: SIMD8<Float>.self)
        index &+= 8
    }
    while index < count {
        out[index] += factor * row[index]
        index &+= 1
    }
}

/// Logits to probabilities, in place.
func softmax(_ logits: UnsafeMutablePointer<Float>, _ count: Int) {
    var highest = -Float.infinity
    var index = 0
    while index < count {
        if logits[index] > highest { highest = logits[index] }
        index &+= 1
    }
    var sum: Float = 0
    index = 0
    while index < count {
        let gap = logits[index] - highest
        logits[index] = gap < -30 ? 0 : Exponential.quick(gap)
        sum += logits[index]
        index &+= 1
    }
    index = 0
    while index < count {
        logits[index] /= sum
        index &+= 1
    }
}

/// A fixed generator (SplitMix64) for shuffles.
struct Shuffle {
    private var state: UInt64 = 0x7472_6961_6765_2131

    init() {}

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    mutating func below(_ limit: Int) -> Int {
        limit <= 1 ? 0 : Int(truncatingIfNeeded: next() >> 1) % limit
    }

    mutating func shuffle(_ list: inout [Int]) {
        var last = list.count &- 1
        while last > 0 {
            let other = below(last &+ 1)
            list.swapAt(last, other)
            last &-= 1
        }
    }
}
