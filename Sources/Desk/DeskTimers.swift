import Facts

extension Desk {
    /// The one deadline of a ticket: the soonest of its state, its promises and its ladder.
    func nextTimer(of ticket: Shared<Ticket>) -> Instant? {
        var soonest: Instant?
        func add(_ moment: Instant?) {
            guard let moment else { return }
            soonest = min(soonest ?? moment, moment)
        }
        switch ticket.state {
        case .offered(_, let until), .parked(let until, _), .wrapUp(_, let until):
            add(until)
        case .resolved: add(ticket.stateSince + plan.defaults.reopenWindow)
        case .queued, .claimed, .attention, .closed: break
        }
        if ticket.state.isOpen {
            let targets = ticket.targets
            for index in targets.indices {
                if case .pending(let due) = targets[index].verdict { add(due) }
            }
            add(nextStep(of: ticket)?.at)
            add(ticket.held?.at)
        }
        return soonest
    }

    /// All that is due on a ticket; nothing when the timer came early.
    mutating func ring(ticket id: String) {
        let now = turn.now
        guard let sequence = book.sequence(of: id), let ticket = book[sequence] else { return }
        // Marks the ticket as changed, so that its timer is set again.
        turn.tickets.insert(sequence)
        switch ticket.state {
        case .offered(let agent, let until) where until <= now: miss(sequence, by: agent)
        case .parked(let until, let why) where until <= now: wakeUp(sequence, why)
        case .wrapUp(_, let until) where until <= now:
            move(sequence, .endWrapUp, who: "desk")
        case .resolved where ticket.stateSince + plan.defaults.reopenWindow <= now:
            move(sequence, .close, who: "desk")
        case .queued, .offered, .claimed, .parked, .wrapUp, .resolved, .closed, .attention: break
        }
        sendDue(sequence)
        breachOverdue(sequence)
        climb(sequence)
    }

    private mutating func wakeUp(_ sequence: Int, _ why: ParkReason) {
        guard move(sequence, .wake, who: "desk"), why == .callback, let ticket = book[sequence]
        else { return }
        emit(.customerNotice(conversation: ticket.voice, .callbackDue))
    }

    /// The offer ran out: the agent is away, or another offer would run out the same way. Who has
    /// typed since only does not want this one.
    private mutating func miss(_ sequence: Int, by agent: String) {
        if let input = rows[agent]?.inputAt, let ticket = book[sequence],
            input > ticket.stateSince
        {
            passOver(agent, for: sequence)
            return dropFailedOffer(sequence, why: .expired)
        }
        dropFailedOffer(sequence, why: .expired)
        let presence = Presence.away(reason: "missed_offer")
        setPresence(presence, of: agent)
        emit(.told(agent: agent, .presence(presence, why: "missed_offer")))
    }

    /// An offer that counts as failed; too many need a lead.
    mutating func dropFailedOffer(_ sequence: Int, why: WithdrawReason) {
        update(sequence) { $0.failedOffers += 1 }
        guard let ticket = book[sequence] else { return }
        guard ticket.failedOffers < plan.defaults.maximumOffers else {
            return fail(sequence, why: "failed_offers", withdraw: why)
        }
        move(sequence, .dropOffer, who: "desk", detail: why.rawValue, withdraw: why)
    }

    // MARK: Leases

    /// The agent's connection broke: offers go back at once, claims after the grace.
    mutating func lose(_ id: String) {
        let now = turn.now
        guard let row = rows[id], row.graceUntil == nil, row.presence != .offline else { return }
        let until = now + plan.defaults.grace
        update(agent: id) { $0.graceUntil = until }
        dropOffers(of: id, why: .presence)
        if row.presence == .online { tellUnattended(since: id) }
    }

    mutating func ring(agent id: String) {
        let now = turn.now
        guard let number = rows.number(of: id) else { return }
        turn.agents.insert(number)
        crossBoundary(id)
        guard let until = rows[id]?.graceUntil, until <= now else { return }
        countTime(of: id)
        update(agent: id) {
            $0.graceUntil = nil
            $0.presence = .offline
            $0.boundary = nil
        }
        takeBackClaims(of: id, why: .leaseExpired)
    }

    mutating func setPresence(_ presence: Presence, of id: String) {
        let now = turn.now
        countTime(of: id)
        let wasOnline = rows[id].map { $0.presence == .online && $0.graceUntil == nil } ?? false
        let boundary = presence == .offline ? nil : nextBoundary(of: id)
        update(agent: id) { row in
            if presence == .online, row.presence != .online { row.idleSince = now }
            row.presence = presence
            row.boundary = boundary
        }
        if presence != .online { dropOffers(of: id, why: .presence) }
        if presence == .offline { takeBackClaims(of: id, why: .presence) }
        if wasOnline, presence != .online { tellUnattended(since: id) }
    }

    /// The leads hear of each queue in which somebody waits and nobody works since the agent left.
    private mutating func tellUnattended(since id: String) {
        guard let plan = roster.agent(id) else { return }
        for queue in self.plan.queues where plan.serves(queue) {
            let isAttended = rows.indices.contains { number in
                guard case .online = rows[number].presence, rows[number].graceUntil == nil else {
                    return false
                }
                return roster.agent(rows[number].id)?.serves(queue) ?? false
            }
            guard !isAttended, let first = waiting(in: queue.name).first else { continue }
            emit(.notify(role: "lead", ticket: first, reason: "nobody_there"))
        }
    }

    /// Withdraws what is offered to the agent; this does not count as a failed offer.
    mutating func dropOffers(of id: String, why: WithdrawReason) {
        for ticket in rows[id]?.tickets ?? [] {
            guard let sequence = book.sequence(of: ticket) else { continue }
            move(sequence, .dropOffer, who: "desk", detail: why.rawValue, withdraw: why)
        }
    }

    mutating func takeBackClaims(of id: String, why: WithdrawReason) {
        for ticket in rows[id]?.tickets ?? [] {
            guard let sequence = book.sequence(of: ticket) else { continue }
            takeBack(sequence, why: why)
        }
    }

    /// Takes a claim away; the ticket keeps its age.
    mutating func takeBack(
        _ sequence: Int, why: WithdrawReason, telling notice: CustomerNotice = .queuedAgain
    ) {
        guard move(sequence, .requeue, who: "desk", detail: why.rawValue, withdraw: why),
            let ticket = book[sequence]
        else { return }
        guard !ticket.isInternal else { return }
        emit(.customerNotice(conversation: ticket.voice, notice))
    }

    /// Does not offer the ticket to the agent again, if anybody else could take it.
    mutating func passOver(_ agent: String, for sequence: Int) {
        guard let ticket = book[sequence], roster.canPlace(ticket, without: agent) else { return }
        update(sequence) { $0.declinedBy.appendNew([agent]) }
    }
}
