import Desk
import Facts
import Storage

/// The notices that no program has taken: which one is due, and what a failure means for it. A value without clock.
struct NoticeOutbox: Sendable {
    /// By id: waiting ones and those given up.
    private var open: [String: Notice] = [:]
    /// In the order of their making, which is the order of calls that are due at once.
    private var order: [String] = []
    /// Those that a program is called with now.
    private var called: Set<String> = []

    /// So many may wait; more are given up at once, so that a dead program does not fill the memory.
    static let limit = 10_000
    static let longestPause = Duration.seconds(3600)

    /// Every notice that no program has taken, oldest first.
    var all: [Notice] { order.compactMap { open[$0] } }
    var waitingCount: Int { open.values.count { $0.state == .waiting } }
    var givenUpCount: Int { open.count - waitingCount }

    /// When a call is due; nil for never.
    private(set) var next: Instant?

    private mutating func findNext() {
        next =
            open.values.filter { $0.state == .waiting && !called.contains($0.id) }.map(\.next).min()
    }

    /// Takes a notice up, or in again after a restart. Returns it as it is to be stored; nil for one that is known.
    mutating func add(_ notice: Notice) -> Notice? {
        guard open[notice.id] == nil else { return nil }
        var added = notice
        if added.state == .waiting, open.count >= Self.limit {
            added.state = .givenUp
            added.failure = "more than \(Self.limit) notices wait"
        }
        if added.state == .waiting || open.count < 2 * Self.limit {
            open[added.id] = added
            order.append(added.id)
            next = added.state == .waiting ? min(next ?? added.next, added.next) : next
        }
        return added
    }

    /// The notices to call programs with now, at most so many.
    mutating func takeDue(at now: Instant, atMost limit: Int) -> [Notice] {
        guard limit > 0, let next, next <= now else { return [] }
        defer { findNext() }
        var taken: [Notice] = []
        for id in order where taken.count < limit {
            guard let notice = open[id], notice.state == .waiting, notice.next <= now,
                called.insert(id).inserted
            else { continue }
            taken.append(notice)
        }
        return taken
    }

    /// A call has ended. `failure`: nil when the program took it. Returns what is to be stored.
    mutating func finish(
        _ id: String, failure: String?, retries: Int, at now: Instant
    ) -> Notice? {
        defer { findNext() }
        called.remove(id)
        guard var notice = open[id] else { return nil }
        notice.failure = failure
        guard failure != nil else {
            notice.state = .taken
            open[id] = nil
            order.removeAll { $0 == id }
            return notice
        }
        notice.attempts += 1
        if notice.attempts > retries {
            notice.state = .givenUp
        } else {
            notice.next = now + Self.pause(after: notice.attempts)
        }
        open[id] = notice
        return notice
    }

    /// A call was ended by the daemon itself, or could not be made: due again.
    mutating func release(_ id: String) {
        called.remove(id)
        findNext()
    }

    /// Has those that were given up (or the one of that id) tried again from the start. Returns what is to be stored.
    mutating func retry(_ id: String?, at now: Instant) -> [Notice] {
        defer { findNext() }
        let chosen = all.filter { ($0.state == .givenUp || id != nil) && (id ?? $0.id) == $0.id }
        return chosen.map { notice in
            var again = notice
            again.state = .waiting
            again.attempts = 0
            again.next = now
            open[again.id] = again
            return again
        }
    }

    /// 1, 2, 4… seconds, at most an hour.
    static func pause(after attempts: Int) -> Duration {
        min(.seconds(1 << Int64(min(max(attempts - 1, 0), 20))), longestPause)
    }
}
