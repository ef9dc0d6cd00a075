/// Events by time; of the same time, the one that was put in first.
struct EventHeap<Event: Sendable>: Sendable {
    private struct Entry: Sendable {
        var at: Int64
        var order: Int
        var event: Event
    }

    private var entries: [Entry] = []
    private var order = 0

    var isEmpty: Bool { entries.isEmpty }
    var nextTime: Int64? { entries.first?.at }

    mutating func push(_ event: Event, at time: Int64) {
        order += 1
        entries.append(Entry(at: time, order: order, event: event))
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard isBefore(child, parent) else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> (at: Int64, event: Event)? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return (first.at, first.event) }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            let left = 2 * parent + 1
            if left < entries.count, isBefore(left, least) { least = left }
            if left + 1 < entries.count, isBefore(left + 1, least) { least = left + 1 }
            guard least != parent else { break }
            entries.swapAt(least, parent)
            parent = least
        }
        return (first.at, first.event)
    }

    private func isBefore(_ one: Int, _ two: Int) -> Bool {
        entries[one].at == entries[two].at
            ? entries[one].order < entries[two].order : entries[one].at < entries[two].at
    }
}
