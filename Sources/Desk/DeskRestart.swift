public import Facts

/// What the store gives back after a restart.
public struct DeskSnapshot: Hashable, Sendable, Codable {
    /// Every ticket that is not closed, in any order.
    public var tickets: [Ticket]
    public var agents: [AgentRow]
    /// The highest sequence ever given, 0 for none (also of closed tickets).
    public var lastSequence: Int
    /// What the wait estimate has learned; without it the estimate starts from the plan's handle
    /// time.
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
            book[ticket.sequence] = ticket
            index(ticket)
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
        turn = Turn(now: now)
        turn.setsAll = true
        let until = now + plan.defaults.grace
        for (id, row) in rows.sorted(by: { $0.key < $1.key }) where row.presence != .offline {
            update(agent: id) { $0.graceUntil = until }
            dropOffers(of: id, why: .restart)
        }
        let timers = book.sorted { $0.key < $1.key }
            .filter { !turn.tickets.contains($0.key) }
            .compactMap { entry in
                entry.value.timer.map { DeskEffect.setTimer(.ticket(entry.value.id), at: $0) }
            }
        return finish() + timers
    }

    /// Changes the plan (a reload). Tickets of a queue or class that is gone go to the default
    /// ones, what belonged to an agent who is gone is queued again, all with their age.
    public mutating func replace(plan new: DeskPlan, at now: Instant) -> [DeskEffect] {
        turn = Turn(now: now)
        lines = [:]
        plan = new
        rules = RuleSet(plan: new)
        roster = Roster(plan: new)
        addMissingRows()
        for sequence in book.keys.sorted() { adapt(sequence) }
        rebuildLines()
        for id in rows.keys.sorted() where roster.agent(id) == nil {
            dropOffers(of: id, why: .presence)
            takeBackClaims(of: id, why: .presence)
        }
        for id in rows.keys.sorted() { refreshFree(id) }
        for sequence in book.keys { turn.tickets.insert(sequence) }
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
        for agent in plan.agents where rows[agent.id] == nil {
            rows[agent.id] = AgentRow(
                id: agent.id, presence: .offline, tickets: [],
                idleSince: Instant(milliseconds: 0))
        }
    }

    /// The tickets say who has them; the rows follow.
    private mutating func rebuildSlots() {
        for id in rows.keys.sorted() {
            let kept = rows[id]?.tickets.filter { ticket($0)?.state.slotHolder == id }
            rows[id]?.tickets = kept ?? []
        }
        for ticket in tickets {
            guard let holder = ticket.state.slotHolder else { continue }
            if rows[holder] == nil {
                rows[holder] = AgentRow(
                    id: holder, presence: .online, tickets: [],
                    idleSince: Instant(milliseconds: 0))
            }
            if rows[holder]?.tickets.contains(ticket.id) == false {
                rows[holder]?.tickets.append(ticket.id)
            }
        }
    }

    private mutating func rebuildLines() {
        lines = [:]
        for ticket in tickets where ticket.state == .queued { joinLines(ticket) }
        for id in rows.keys.sorted() { refreshFree(id) }
    }
}
