/// A place in the order: the smaller goes first.
struct Place: Hashable, Comparable {
    /// `queuedAt` minus the class's head start, in milliseconds.
    var priority: Int64
    var sequence: Int

    static func < (left: Place, right: Place) -> Bool {
        (left.priority, left.sequence) < (right.priority, right.sequence)
    }
}

/// An ordered set of places, in chunks, so that 10⁵ waiting tickets cost microseconds per change.
struct WaitingLine: Sequence {
    private static let chunkLimit = 512
    /// Each ascending and not empty; ascending among each other.
    private var chunks: [[Place]] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var first: Place? { chunks.first?.first }

    mutating func insert(_ place: Place) {
        guard !chunks.isEmpty else {
            chunks = [[place]]
            count = 1
            return
        }
        let index = chunkIndex(of: place)
        let position = WaitingLine.position(of: place, in: chunks[index])
        if position < chunks[index].count, chunks[index][position] == place { return }
        chunks[index].insert(place, at: position)
        count += 1
        if chunks[index].count > WaitingLine.chunkLimit {
            let half = chunks[index].count / 2
            let upper = Array(chunks[index][half...])
            chunks[index].removeLast(upper.count)
            chunks.insert(upper, at: index + 1)
        }
    }

    mutating func remove(_ place: Place) {
        guard !chunks.isEmpty else { return }
        let index = chunkIndex(of: place)
        let position = WaitingLine.position(of: place, in: chunks[index])
        guard position < chunks[index].count, chunks[index][position] == place else { return }
        chunks[index].remove(at: position)
        count -= 1
        if chunks[index].isEmpty { chunks.remove(at: index) }
    }

    /// How many places are before `place`.
    func rank(of place: Place) -> Int {
        guard !chunks.isEmpty else { return 0 }
        let index = chunkIndex(of: place)
        let before = chunks[..<index].reduce(0) { $0 + $1.count }
        return before + WaitingLine.position(of: place, in: chunks[index])
    }

    func makeIterator() -> FlattenSequence<[[Place]]>.Iterator { chunks.joined().makeIterator() }

    /// The last chunk that starts at or before `place`, else the first.
    private func chunkIndex(of place: Place) -> Int {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low + high) / 2
            if let first = chunks[middle].first, first <= place {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return Swift.max(0, low - 1)
    }

    private static func position(of place: Place, in chunk: [Place]) -> Int {
        var low = 0
        var high = chunk.count
        while low < high {
            let middle = (low + high) / 2
            if chunk[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
