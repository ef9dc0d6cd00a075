/// Adds rows of weights, each times its factor, in the order of their adding.
///
/// Rows wait until there are as many as the first cache holds; then a block of sixteen classes after the other
/// takes them all, with its sums in registers.
struct WeightSum {
    private let cells: UnsafeBufferPointer<Int8>
    private let classes: Int
    private let waiting: UnsafeMutableBufferPointer<Row>
    private var waitingCount = 0
    private let blocks: UnsafeMutableBufferPointer<ClassBlock>

    /// A row's first cell, and what the row is times.
    private struct Row {
        var start: Int
        var factor: Float
    }

    /// The rows of sixty classes fill half of a first cache.
    private static let rowLimit = 256

    /// Calls `body` with sums of 0; `cells` are rows of one weight a class.
    static func with(
        _ cells: UnsafeBufferPointer<Int8>, classes: Int, _ body: (inout WeightSum) -> Void
    ) {
        let count = (classes &+ ClassBlock.width &- 1) / ClassBlock.width
        withUnsafeTemporaryAllocation(of: Row.self, capacity: rowLimit) { waiting in
            withUnsafeTemporaryAllocation(of: ClassBlock.self, capacity: count) { blocks in
                for number in 0..<count {
                    // The last one begins early enough to be whole, and repeats a few classes.
                    let first = max(0, min(number &* ClassBlock.width, classes &- ClassBlock.width))
                    blocks.initializeElement(at: number, to: ClassBlock(first: first))
                }
                var sum = WeightSum(
                    cells: cells, classes: classes, waiting: waiting, blocks: blocks)
                body(&sum)
            }
        }
    }

    private init(
        cells: UnsafeBufferPointer<Int8>, classes: Int,
        waiting: UnsafeMutableBufferPointer<Row>, blocks: UnsafeMutableBufferPointer<ClassBlock>
    ) {
        self.cells = cells
        self.classes = classes
        self.waiting = waiting
        self.blocks = blocks
    }

    @inline(__always)
    mutating func add(_ row: Int, times factor: Float) {
        waiting.initializeElement(
            at: waitingCount, to: Row(start: row &* classes, factor: factor))
        waitingCount &+= 1
        if waitingCount == Self.rowLimit { addWaiting() }
    }

    /// Puts the sums of the classes into `out`.
    mutating func finish(_ out: inout [Float]) {
        addWaiting()
        for block in blocks { block.write(to: &out) }
    }

    private mutating func addWaiting() {
        let rows = UnsafeBufferPointer(rebasing: waiting[..<waitingCount])
        waitingCount = 0
        guard let base = UnsafeRawPointer(cells.baseAddress) else { return }
        for number in blocks.indices {
            if classes < ClassBlock.width {
                addOneByOne(rows, to: &blocks[number])
            } else {
                Self.add(rows, of: base + blocks[number].first, to: &blocks[number])
            }
        }
    }

    private static func add(
        _ rows: UnsafeBufferPointer<Row>, of base: UnsafeRawPointer, to block: inout ClassBlock
    ) {
        var sums = block
        for row in rows {
            sums.add((base + row.start).loadUnaligned(as: SIMD4<Int32>.self), times: row.factor)
        }
        block = sums
    }

    /// Rows that are shorter than a block.
    private func addOneByOne(_ rows: UnsafeBufferPointer<Row>, to block: inout ClassBlock) {
        for row in rows {
            for label in 0..<classes {
                block[label] += Float(cells[row.start &+ label]) * row.factor
            }
        }
    }
}

/// The sums of sixteen classes. Four weights lie in the 32 bits of a lane, the first in the lowest: shifts part them
/// without moving them from lane to lane.
private struct ClassBlock {
    static let width = 16

    let first: Int
    /// Lane i of part k is the sum of class `first` + 4 i + k.
    private var parts = (SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>())

    init(first: Int) { self.first = first }

    /// Adds the weights of the block in one row.
    @inline(__always)
    mutating func add(_ weights: SIMD4<Int32>, times factor: Float) {
        parts.0 += Self.weights(weights &<< 24) * factor
        parts.1 += Self.weights(weights &<< 16) * factor
        parts.2 += Self.weights(weights &<< 8) * factor
        parts.3 += Self.weights(weights) * factor
    }

    /// The number in the highest byte of each lane.
    @inline(__always)
    private static func weights(_ lanes: SIMD4<Int32>) -> SIMD4<Float> {
        SIMD4<Float>(lanes &>> 24)
    }

    /// The sum of class `first` + `offset`.
    subscript(offset: Int) -> Float {
        get {
            switch offset & 3 {
            case 0: parts.0[offset >> 2]
            case 1: parts.1[offset >> 2]
            case 2: parts.2[offset >> 2]
            default: parts.3[offset >> 2]
            }
        }
        set {
            switch offset & 3 {
            case 0: parts.0[offset >> 2] = newValue
            case 1: parts.1[offset >> 2] = newValue
            case 2: parts.2[offset >> 2] = newValue
            default: parts.3[offset >> 2] = newValue
            }
        }
    }

    /// Puts the sums into those of all classes.
    func write(to out: inout [Float]) {
        for offset in 0..<min(Self.width, out.count) { out[first &+ offset] = self[offset] }
    }
}
