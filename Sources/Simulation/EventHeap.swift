/// Events by time; of the same time, the one that was put in first.
///
/// Four children to a parent: half as deep as with two, and the children lie side by side.
struct EventHeap<Event: Sendable>: Sendable {
    private struct Entry: Sendable {
        var at: Int64
        var order: Int
        var event: Event

        func isBefore(_ other: Entry) -> Bool {
            at == other.at ? order < other.order : at < other.at
        }
    }

    private var entries: [Entry] = []
    private var order = 0
    /// More events than that are never put in.
    private static var behind: Int { 1 << 62 }

    var isEmpty: Bool { entries.isEmpty }
    var nextTime: Int64? { entries.first?.at }

    /// `last`: behind all others of the same time, whenever they come.
    mutating func push(_ event: Event, at time: Int64, last: Bool = false) {
        order += 1
        let entry = Entry(at: time, order: last ? order + Self.behind : order, event: event)
        var child = entries.count
        entries.append(entry)
        while child > 0 {
            let parent = (child - 1) / 4
            guard entry.isBefore(entries[parent]) else { break }
            entries[child] = entries[parent]
            child = parent
        }
        entries[child] = entry
    }

    mutating func pop() -> (at: Int64, event: Event)? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        if !entries.isEmpty { sink(last) }
        return (first.at, first.event)
    }

    /// Puts the entry where it belongs, from the top down.
    private mutating func sink(_ entry: Entry) {
        var parent = 0
        while true {
            let start = 4 * parent + 1
            let end = min(start + 4, entries.count)
            guard start < end else { break }
            var least = start
            for child in (start + 1)..<max(end, start + 1)
            where entries[child].isBefore(entries[least]) {
                least = child
            }
            guard entries[least].isBefore(entry) else { break }
            entries[parent] = entries[least]
            parent = least
        }
        entries[parent] = entry
    }
}
