public import Facts

/// What the desk has learned about handle times and patience; kept small and of fixed size.
public struct WaitStatistics: Hashable, Sendable, Codable {
    /// How many of the newest handle times count.
    public static let memory = 100
    /// Milliseconds from claim to the end of the claim, oldest first.
    public private(set) var handleTimes: [Int64] = []
    /// Customers who left while waiting. Halved together with `exposure` now and then: patience
    /// changes slowly.
    public private(set) var abandoned = 0.0
    /// Seconds that all customers together have waited, whatever became of them.
    public private(set) var exposure = 0.0
    /// Until when the waiting is counted in `exposure`.
    public private(set) var countedUntil: Instant?

    public init() {}

    /// An agent was done with a ticket after `duration`.
    public mutating func recordHandling(_ duration: Duration) {
        handleTimes.append(max(0, duration.milliseconds))
        if handleTimes.count > Self.memory { handleTimes.removeFirst() }
    }

    /// So many customers waited from the last such moment until `now`.
    public mutating func recordWaiting(_ customers: Int, until now: Instant) {
        let since = countedUntil ?? now
        countedUntil = now
        guard now > since else { return }
        exposure += Double(customers) * Double(now.milliseconds - since.milliseconds) / 1000
    }

    /// A waiting customer left.
    public mutating func recordAbandonment() {
        abandoned += 1
        guard abandoned >= 400 else { return }
        abandoned /= 2
        exposure /= 2
    }

    /// Mean handle time in seconds; `fallback` before the first observation.
    public func meanHandleSeconds(fallback: Duration) -> Double {
        guard !handleTimes.isEmpty else { return Double(fallback.milliseconds) / 1000 }
        let total = handleTimes.reduce(0.0) { $0 + Double($1) }
        return total / Double(handleTimes.count) / 1000
    }

    /// Departures per second of waiting, the maximum-likelihood rate of an exponential patience
    /// that is seen only in part; 0 as long as nobody left.
    public var abandonmentRate: Double { exposure > 0 ? abandoned / exposure : 0 }
}

extension WaitStatistics {
    /// What the pasts of tickets tell: how a desk that was stopped gets back what it had learned.
    ///
    /// The tickets are those that something happened to last, in any order. Whoever still waits has
    /// waited until the last thing that happened to the ticket.
    public init(replaying tickets: [Ticket]) {
        var handled: [(end: Instant, sequence: Int, duration: Duration)] = []
        for ticket in tickets {
            var spell = Spell(of: ticket)
            for entry in ticket.history {
                guard let next = Spell(after: entry) else { continue }
                switch (spell, next) {
                case (.waiting(let since), .waiting), (.waiting(let since), .claimed):
                    expose(since, entry.at)
                case (.waiting(let since), .over):
                    expose(since, entry.at)
                    if entry.what == TicketEvent.close.name { recordAbandonment() }
                case (.claimed(let since), .waiting), (.claimed(let since), .over):
                    handled.append((entry.at, ticket.sequence, entry.at - since))
                // Another agent took it over, or nobody had it and nobody waited.
                case (.claimed, .claimed), (.over, _): break
                }
                spell = next
            }
            if case .waiting(let since) = spell { expose(since, ticket.history.last?.at ?? since) }
        }
        for one in handled.sorted(by: { ($0.end, $0.sequence) < ($1.end, $1.sequence) }) {
            recordHandling(one.duration)
        }
    }

    private mutating func expose(_ start: Instant, _ end: Instant) {
        exposure += Double((end - start).milliseconds) / 1000
    }

    /// A stretch of a ticket's past as the estimate sees it.
    private enum Spell {
        case waiting(since: Instant)
        case claimed(since: Instant)
        /// Parked, resolved, closed or with a lead: neither a wait nor work.
        case over

        /// How a ticket begins; a past whose beginning was cut off begins with what is known.
        init(of ticket: Ticket) {
            let isWhole = ticket.history.first?.at == ticket.createdAt
            self = isWhole ? .waiting(since: ticket.createdAt) : .over
        }

        /// nil for what ends no spell.
        init?(after entry: HistoryEntry) {
            switch entry.what {
            case "requeued", "woken", "kicked", "reopened": self = .waiting(since: entry.at)
            case "accepted", "claimed", "taken_over": self = .claimed(since: entry.at)
            case "parked", "callback_booked", "resolved", "attention", "closed": self = .over
            default: return nil
            }
        }
    }
}
