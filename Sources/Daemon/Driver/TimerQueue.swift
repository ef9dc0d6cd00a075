import Facts
import Triage

/// The timers that wait, soonest first. Setting one anew leaves its old entry behind, which is
/// skipped.
struct TimerQueue: Sendable {
    private struct Entry: Sendable {
        var at: Instant
        /// Orders timers of one instant by when they were set.
        var sequence: Int
        var key: TimerKey

        func isBefore(_ other: Entry) -> Bool { (at, sequence) < (other.at, other.sequence) }
    }

    /// A binary heap.
    private var heap: [Entry] = []
    private var valid: [TimerKey: Int] = [:]
    private var lastSequence = 0

    var count: Int { valid.count }

    mutating func set(_ key: TimerKey, at instant: Instant) {
        lastSequence += 1
        valid[key] = lastSequence
        heap.append(Entry(at: instant, sequence: lastSequence, key: key))
        siftUp(from: heap.count - 1)
    }

    mutating func cancel(_ key: TimerKey) { valid[key] = nil }

    /// When the next timer is due; nil when none waits.
    var next: Instant? {
        mutating get {
            dropInvalid()
            return heap.first?.at
        }
    }

    /// Takes the next timer that is due at `now`.
    mutating func popDue(at now: Instant) -> (key: TimerKey, at: Instant)? {
        dropInvalid()
        guard let first = heap.first, first.at <= now else { return nil }
        removeFirst()
        valid[first.key] = nil
        return (first.key, first.at)
    }

    private mutating func dropInvalid() {
        while let first = heap.first, valid[first.key] != first.sequence { removeFirst() }
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        siftDown()
    }

    private mutating func siftUp(from start: Int) {
        var index = start
        while index > 0, heap[index].isBefore(heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func siftDown() {
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child].isBefore(heap[smallest]) {
                smallest = child
            }
            guard smallest != index else { return }
            heap.swapAt(index, smallest)
            index = smallest
        }
    }
}
