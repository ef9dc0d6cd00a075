public import Facts

/// What the store gives back after a restart.
public struct DeskSnapshot: Hashable, Sendable, Codable {
    /// Every ticket that is not closed, in any order.
    public var tickets: [Ticket]
    public var agents: [AgentRow]
    /// The highest sequence ever given, 0 for none (also of closed tickets).
    public var lastSequence: Int
    /// What the wait estimate has learned: a store gives back `WaitStatistics(replaying:)`. Without
    /// it the estimate starts from the plan's handle time.
    public var statistics: WaitStatistics

    public init(
        tickets: [Ticket] = [], agents: [AgentRow] = [], lastSequence: Int = 0,
        statistics: WaitStatistics = WaitStatistics()
    ) {
        self.tickets = tickets
        self.agents = agents
        self.lastSequence = lastSequence
        self.statistics = statistics
    }
}

extension Desk {
    /// The desk as it was stored. Follow with `restart(at:)`.
    public init(plan: DeskPlan, restoring snapshot: DeskSnapshot) {
        self.init(plan: plan)
        statistics = snapshot.statistics
        lastSequence = snapshot.tickets.map(\.sequence).reduce(snapshot.lastSequence, max)
        for row in snapshot.agents { rows[row.id] = row }
        for ticket in snapshot.tickets.sorted(by: { $0.sequence < $1.sequence })
        where ticket.state != .closed {
            let shared = Shared(ticket)
            book.insert(shared)
            index(shared)
            if ticket.state.isOpen { openCount += 1 }
            if ticket.state.isWaiting { waitingCount += 1 }
        }
        rebuildSlots()
        rebuildLines()
    }

    /// All that a store has to keep.
    public var snapshot: DeskSnapshot {
        DeskSnapshot(
            tickets: tickets, agents: agents, lastSequence: lastSequence, statistics: statistics)
    }

    /// After a crash or a restart: claims survive with a fresh grace, offers are withdrawn, and
    /// every timer is set anew.
    public mutating func restart(at now: Instant) -> [DeskEffect] {
        turn.begin(at: now)
        turn.setsAll = true
        let until = now + plan.defaults.grace
        for id in rows.ids where rows[id]?.presence != .offline {
            update(agent: id) { $0.graceUntil = until }
            dropOffers(of: id, why: .restart)
        }
        let timers = book.tickets.filter { !turn.tickets.contains($0.sequence) }
            .compactMap { ticket in
                ticket.timer.map { DeskEffect.setTimer(.ticket(ticket.id), at: $0) }
            }
        return finish() + timers
    }

    /// Changes the plan (a reload). Tickets of a queue or class that is gone go to the default
    /// ones, what belonged to an agent who is gone is queued again, all with their age.
    public mutating func replace(plan new: DeskPlan, at now: Instant) -> [DeskEffect] {
        turn.begin(at: now)
        lines = WaitingLines()
        plan = new
        rules = RuleSet(plan: new)
        addMissingRows()
        roster = Roster(plan: new, book: rows)
        for sequence in book.sequences { adapt(sequence) }
        rebuildLines()
        for id in rows.ids where roster.agent(id) == nil {
            dropOffers(of: id, why: .presence)
            takeBackClaims(of: id, why: .presence)
        }
        for number in rows.indices { refreshFree(number) }
        for sequence in book.sequences { turn.tickets.insert(sequence) }
        dispatch()
        return finish()
    }

    private mutating func adapt(_ sequence: Int) {
        guard let ticket = book[sequence] else { return }
        let queue = plan.queue(named: ticket.queue) ?? plan.defaultQueue
        guard let queue else { return }
        let serviceClass =
            plan.serviceClass(named: ticket.serviceClass)?.name ?? defaultClass(of: queue) ?? ""
        let widened = ticket.widened.filter { plan.queue(named: $0) != nil }
        update(sequence) { changed in
            changed.queue = queue.name
            changed.serviceClass = serviceClass
            changed.widened = widened.filter { $0 != queue.name }
        }
    }

    /// Gives every agent of the plan a row.
    mutating func addMissingRows() {
        for agent in plan.agents where rows.number(of: agent.id) == nil {
            rows[agent.id] = AgentRow(id: agent.id)
        }
    }

    /// The tickets say who has them; the rows follow.
    private mutating func rebuildSlots() {
        for number in rows.indices {
            let (id, held) = (rows[number].id, rows[number].tickets)
            rows[number].tickets = held.filter { ticket($0)?.state.slotHolder == id }
        }
        for ticket in tickets {
            guard let holder = ticket.state.slotHolder else { continue }
            if rows.number(of: holder) == nil {
                rows[holder] = AgentRow(id: holder, presence: .online)
            }
            guard let number = rows.number(of: holder) else { continue }
            rows.countOffers(from: nil, to: ticket.state)
            if !rows[number].tickets.contains(ticket.id) {
                rows[number].tickets.append(ticket.id)
            }
        }
    }

    private mutating func rebuildLines() {
        lines = WaitingLines()
        for ticket in tickets where ticket.state == .queued { joinLines(ticket.sequence) }
        for number in rows.indices { refreshFree(number) }
    }
}
