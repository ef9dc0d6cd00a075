import Facts

extension Desk {
    /// The one place where a ticket changes its state, with all that hangs on it: lines, slots,
    /// pauses, epoch, history and owner. False when the event cannot happen in the ticket's state.
    @discardableResult
    mutating func move(
        _ sequence: Int, _ event: TicketEvent, who: String, detail: String = "",
        withdraw: WithdrawReason? = nil
    ) -> Bool {
        let now = turn.now
        guard let (before, since, speaker) = standing(of: sequence),
            let state = before.after(event)
        else { return false }
        if case .queued = before { leaveLines(sequence) }
        update(sequence) { ticket in
            ticket.state = state
            ticket.stateSince = now
            ticket.apply(event, at: now)
            ticket.record(event.name, who: who, detail: detail, at: now)
        }
        rows.countOffers(from: before, to: state)
        pauseOrResume(sequence, from: before, to: state)
        observe(before, since: since, state)
        moveSlot(of: sequence, from: before, to: state, withdraw: withdraw)
        openCount += (state.isOpen ? 1 : 0) - (before.isOpen ? 1 : 0)
        waitingCount += (state.isWaiting ? 1 : 0) - (before.isWaiting ? 1 : 0)
        if case .queued = state { joinLines(sequence) }
        if book[sequence]?.speaker != speaker { tellOwner(sequence) }
        if let reply = book[sequence]?.held, state != .claimed(agent: reply.agent) {
            dropHeld(sequence)
        }
        if case .queued = state, event != .dropOffer { announceWaiting(sequence) }
        return true
    }

    /// What `move` has to know of the ticket as it was; its reference is not kept.
    @inline(__always)
    private func standing(
        of sequence: Int
    ) -> (state: TicketState, since: Instant, speaker: ConversationOwner)? {
        book[sequence].map { ($0.state, $0.stateSince, $0.speaker) }
    }

    /// Conversations that went to another ticket by a merge are that one's.
    private mutating func tellOwner(_ sequence: Int) {
        guard !isSimulated, let (first, others, speaker) = customerSide(of: sequence)
        else { return }
        tell(first, of: sequence, speaker)
        for conversation in others ?? [] { tell(conversation, of: sequence, speaker) }
    }

    /// nil for what the customer never hears of.
    @inline(__always)
    private func customerSide(
        of sequence: Int
    ) -> (conversation: String, merged: [String]?, speaker: ConversationOwner)? {
        guard let ticket = book[sequence], !ticket.isInternal else { return nil }
        return (ticket.conversation, ticket.merged, ticket.speaker)
    }

    private mutating func tell(
        _ conversation: String, of sequence: Int, _ speaker: ConversationOwner
    ) {
        guard conversations[conversation] == sequence else { return }
        emit(.ownerChanged(conversation: conversation, owner: speaker))
    }

    /// Puts a new ticket into the book and its queue.
    mutating func open(_ ticket: Shared<Ticket>) {
        let sequence = ticket.sequence
        book.insert(ticket)
        index(ticket)
        turn.tickets.insert(sequence)
        openCount += 1
        waitingCount += 1
        joinLines(sequence)
        tellOwner(sequence)
        announceWaiting(sequence)
    }

    private mutating func announceWaiting(_ sequence: Int) {
        guard let ticket = book[sequence] else { return }
        emit(
            .enqueued(
                ticket: ticket.id, queue: ticket.queue, serviceClass: ticket.serviceClass,
                due: ticket.targets.due(of: .firstReply) ?? ticket.targets.due(of: .nextReply)))
    }

    private mutating func moveSlot(
        of sequence: Int, from before: TicketState, to after: TicketState,
        withdraw reason: WithdrawReason?
    ) {
        let now = turn.now
        let (old, new) = (before.slotHolder, after.slotHolder)
        guard old != new, let id = book[sequence]?.id else { return }
        if let old {
            update(agent: old) { $0.tickets.removeAll { $0 == id } }
            if let reason { emit(.withdrawn(ticket: id, agent: old, why: reason)) }
        }
        if let new {
            update(agent: new) { row in
                row.tickets.append(id)
                row.idleSince = now
            }
        }
    }

    /// Feeds the wait estimate.
    private mutating func observe(
        _ before: TicketState, since: Instant, _ after: TicketState
    ) {
        switch (before, after) {
        case (.claimed, .resolved), (.claimed, .wrapUp), (.claimed, .closed), (.claimed, .queued),
            (.claimed, .parked):
            statistics.recordHandling(turn.now - since)
        case (.queued, .closed), (.offered, .closed): statistics.recordAbandonment()
        // No wait and no handling ends with the other moves.
        case (_, _): break
        }
    }

    private mutating func pauseOrResume(
        _ sequence: Int, from before: TicketState, to after: TicketState
    ) {
        if before.waitsOnCustomer, !after.waitsOnCustomer { resumeTargets(sequence) }
        if after.waitsOnCustomer, !before.waitsOnCustomer { pauseTargets(sequence) }
    }

    // MARK: Lines

    func place(of ticket: Shared<Ticket>) -> Place {
        // Neither is so large that the difference could overflow.
        let age = ticket.queuedAt.milliseconds - roster.headStart(of: ticket.serviceClass)
        return Place(
            priority: Instant(milliseconds: age).milliseconds, sequence: ticket.sequence)
    }

    mutating func joinLines(_ sequence: Int) {
        guard let ticket = book[sequence] else { return }
        let place = place(of: ticket)
        let home = roster.lane(of: ticket, in: ticket.queue)
        lines.insert(place, into: home, of: roster)
        for queue in ticket.widened {
            let lane = roster.lane(of: ticket, in: queue)
            lines.insert(place, into: lane, from: home, of: roster)
        }
    }

    mutating func leaveLines(_ sequence: Int) {
        guard let ticket = book[sequence] else { return }
        let place = place(of: ticket)
        let home = roster.lane(of: ticket, in: ticket.queue)
        lines.remove(place, from: home)
        for queue in ticket.widened {
            lines.remove(place, from: roster.lane(of: ticket, in: queue), guestOf: home)
        }
    }

    /// Changes what the place in the lines depends on: queue, class, widening, age.
    mutating func reorder(_ sequence: Int, _ change: (inout Ticket) -> Void) {
        let waits = book[sequence]?.state == .queued
        if waits { leaveLines(sequence) }
        update(sequence, change)
        if waits { joinLines(sequence) }
    }
}

extension Ticket {
    /// Who speaks to the customer in this state.
    public var speaker: ConversationOwner { state.speaker(in: queue) }

    var waitsOnCustomer: Bool { state.waitsOnCustomer }

    /// What an event changes besides the state.
    fileprivate mutating func apply(_ event: TicketEvent, at now: Instant) {
        switch event {
        case .offer: epoch += 1
        case .accept: takeHold()
        case .claim, .takeOver:
            epoch += 1
            takeHold()
        case .wake, .kick:
            waitingSince = now
            forgetRefusals()
        case .reopen:
            queuedAt = now
            waitingSince = now
            unansweredSince = now
            resolution = nil
            satisfaction = nil
            callback = nil
            announced = nil
            customerSilentSince = nil
            widened = []
            forgetRefusals()
        // A new wait for the ladder; the place in the order stays.
        case .requeue: waitingSince = now
        case .dropOffer, .park, .bookCallback, .resolve, .endWrapUp, .close, .fail: break
        }
    }

    private mutating func takeHold() {
        lastAgent = state.owner
        announced = nil
        forgetRefusals()
    }

    private mutating func forgetRefusals() {
        declinedBy = []
        failedOffers = 0
    }

    mutating func record(_ what: String, who: String, detail: String = "", at now: Instant) {
        if history.count >= 500 { history.removeFirst(history.count - 499) }
        history.append(HistoryEntry(at: now, what: what, who: who, detail: detail))
    }
}

extension TicketState {
    /// Who speaks to the customer of a ticket in this state.
    func speaker(in queue: String) -> ConversationOwner {
        switch self {
        case .queued, .offered, .parked, .attention: .queue(queue)
        case .claimed(let agent): .agent(agent)
        case .wrapUp, .resolved, .closed: .bot
        }
    }

    var waitsOnCustomer: Bool {
        if case .parked(_, .waitingOnCustomer) = self { true } else { false }
    }
}

extension TicketEvent {
    /// The code in the ticket's history.
    var name: String {
        switch self {
        case .offer: "offered"
        case .accept: "accepted"
        case .dropOffer: "offer_dropped"
        case .claim: "claimed"
        case .requeue: "requeued"
        case .park: "parked"
        case .bookCallback: "callback_booked"
        case .wake: "woken"
        case .resolve: "resolved"
        case .endWrapUp: "wrapped_up"
        case .reopen: "reopened"
        case .close: "closed"
        case .fail: "attention"
        case .kick: "kicked"
        case .takeOver: "taken_over"
        }
    }
}
