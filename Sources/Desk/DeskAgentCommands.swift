import Facts

extension Desk {
    /// The largest text of a reply, note or draft, in bytes of UTF-8.
    public static let maximumTextBytes = 8192
    /// The most notes on one ticket.
    public static let maximumNotes = 500
    /// The longest snooze.
    public static let maximumSnooze = Duration.seconds(90 * 86_400)

    /// Any input of an agent renews the lease.
    mutating func obey(_ command: AgentCommand, of id: String) {
        guard let number = rows.number(of: id), roster.hasAgent(number) else {
            return refuse(
                .unknownAgent, "no agent '\(id)' is in the plan", agentsMeant(by: id), agent: id)
        }
        if rows[number].graceUntil != nil { update(agent: id) { $0.graceUntil = nil } }
        noteInput(number, id)
        switch command {
        case .online: setPresence(.online, of: id)
        case .away(let reason): setPresence(.away(reason: reason), of: id)
        case .takeBreak(let reason): setPresence(.onBreak(reason: reason), of: id)
        case .offline: setPresence(.offline, of: id)
        case .active: break
        case .next: takeNext(id)
        case .accept(let ticket, let epoch): accept(ticket, epoch, id)
        case .decline(let ticket, let epoch): decline(ticket, epoch, id)
        case .claim(let ticket): claim(ticket, id)
        case .reply(let ticket, let epoch, let text): reply(ticket, epoch, text, .zero, id)
        case .replyLater(let ticket, let epoch, let text, let delay):
            reply(ticket, epoch, text, delay, id)
        case .sendNow(let ticket): sendNow(ticket, id)
        case .undo(let ticket): undo(ticket, id)
        case .ask(let ticket, let epoch, let queue, let text): ask(ticket, epoch, queue, text, id)
        case .answer(let ticket, let epoch, let text): answer(ticket, epoch, text, id)
        case .merge(let ticket, let epoch, let other): merge(ticket, epoch, other, id)
        case .assign(let ticket, let agent): assign(ticket, agent, id)
        case .whisper(let ticket, let text): whisper(ticket, text, id)
        case .note(let ticket, let text): note(ticket, text, id)
        case .draft(let ticket, let text): draft(ticket, text, id)
        case .transfer(let ticket, let epoch, let queue, let note):
            transfer(ticket, epoch, queue, note, id)
        case .snooze(let ticket, let epoch, let until, let why):
            snooze(ticket, epoch, until, why, id)
        case .wake(let ticket): wake(ticket, id)
        case .resolve(let ticket, let epoch, let code): resolve(ticket, epoch, code, id)
        case .endWrapUp(let ticket, let code): endWrapUp(ticket, code, id)
        case .returnToBot(let ticket, let epoch, let note): returnToBot(ticket, epoch, note, id)
        case .takeOver(let ticket): takeOver(ticket, id)
        case .kick(let ticket): kick(ticket, id)
        }
    }

    /// Only an offer that may run out needs to know.
    private mutating func noteInput(_ number: Int, _ id: String) {
        let now = turn.now
        if rows.isOffered(number) { update(agent: id) { $0.inputAt = now } }
    }

    // MARK: Taking

    private mutating func takeNext(_ id: String) {
        if rows[id]?.presence != .online { setPresence(.online, of: id) }
        dispatch()
        if offered(to: id) == nil, isFree(id) { reconsider(id) }
        if let offered = offered(to: id) {
            hold(offered, .accept, id)
        } else if isFree(id) {
            refuse(.nothingWaiting, "no ticket waits for you", "an offer will come", agent: id)
        } else {
            refuse(
                .atCapacity, "you have as many tickets as you can take",
                "resolve, transfer or snooze one", agent: id)
        }
    }

    /// Of what is offered to an agent, what goes first in the line: an urgent one that came later before the others.
    private func offered(to id: String) -> Int? {
        var first: Place?
        for ticket in rows[id]?.tickets ?? [] {
            guard let sequence = book.sequence(of: ticket), let found = book[sequence],
                case .offered = found.state
            else { continue }
            let place = place(of: found)
            if first.map({ place < $0 }) ?? true { first = place }
        }
        return first?.sequence
    }

    /// Who asks for work and has none gets what they left to others, where it still waits: nobody else has it.
    private mutating func reconsider(_ id: String) {
        guard let left = firstLeft(by: id) else { return }
        update(left) { $0.declinedBy.removeAll { $0 == id } }
        dispatch()
    }

    private mutating func accept(_ ticket: String, _ epoch: Int, _ id: String) {
        guard let sequence = owned(ticket, epoch, by: id) else { return }
        guard case .offered = book[sequence]?.state else {
            return refuseState(ticket, id, "is already yours", "answer it")
        }
        hold(sequence, .accept, id)
    }

    private mutating func decline(_ ticket: String, _ epoch: Int, _ id: String) {
        guard let sequence = owned(ticket, epoch, by: id) else { return }
        guard case .offered = book[sequence]?.state else {
            return refuseState(ticket, id, "is already yours", "transfer it instead")
        }
        update(sequence) { $0.declinedBy.appendNew([id]) }
        dropFailedOffer(sequence, why: .declined)
    }

    private mutating func claim(_ ticket: String, _ id: String) {
        guard let sequence = known(ticket, id), let found = book[sequence] else { return }
        guard found.state.after(.claim(agent: id)) != nil else {
            return refuseState(ticket, id, "is \(found.state.name)", "claim one that waits")
        }
        guard rows[id]?.presence == .online else {
            return refuse(
                .notOnline, "you are not online", "go online first", ticket: ticket, agent: id)
        }
        guard serves(id, found) else {
            return refuse(
                .notEligible, "\(ticket) needs skills or a language that you do not have",
                "leave it to the queue or ask a lead", ticket: ticket, agent: id)
        }
        guard isFree(id) else {
            return refuse(
                .atCapacity, "you have as many tickets as you can take",
                "resolve, transfer or snooze one", ticket: ticket, agent: id)
        }
        hold(sequence, .claim(agent: id), id)
    }

    private mutating func takeOver(_ ticket: String, _ id: String) {
        guard isLead(id, ticket), let sequence = known(ticket, id),
            let found = book[sequence]
        else { return }
        guard found.state != .claimed(agent: id),
            found.state.after(.takeOver(lead: id)) != nil
        else { return refuseState(ticket, id, "is \(found.state.name)", "choose an open one") }
        if rows[id]?.presence == .offline { setPresence(.online, of: id) }
        hold(sequence, .takeOver(lead: id), id, withdraw: .takenOver)
        shedOffers(of: id)
    }

    /// A lead may take over more than they have slots for; what is only offered then goes to others, the newest first.
    private mutating func shedOffers(of id: String) {
        guard let number = rows.number(of: id) else { return }
        for ticket in rows[number].tickets.reversed() {
            guard rows[number].tickets.count > roster.capacity(of: number) else { return }
            guard let sequence = book.sequence(of: ticket), case .offered = book[sequence]?.state
            else { continue }
            move(
                sequence, .dropOffer, who: "desk", detail: WithdrawReason.full.rawValue,
                withdraw: .full)
        }
    }

    /// The agent whose name is near, else all of them, as long as they fit a line.
    private func agentsMeant(by name: String) -> String {
        let ids = plan.agents.map(\.id)
        if let nearest = nearestName(to: name, among: ids) { return "did you mean '\(nearest)'?" }
        guard !ids.isEmpty, ids.count <= 12 else { return "see the agents of desk.yaml" }
        return "the agents are " + ids.joined(separator: ", ")
    }

    /// A lead gives the ticket to an agent who is there and has a slot.
    private mutating func assign(_ ticket: String, _ agent: String, _ id: String) {
        guard isLead(id, ticket), let sequence = known(ticket, id), let found = book[sequence]
        else { return }
        guard roster.agent(agent) != nil else {
            return refuse(
                .unknownAgent, "no agent '\(agent)' is in the plan", agentsMeant(by: agent),
                ticket: ticket, agent: id)
        }
        guard found.state != .claimed(agent: agent),
            found.state.after(.takeOver(lead: agent)) != nil
        else { return refuseState(ticket, id, "is \(found.state.name)", "choose an open one") }
        guard isFree(agent) || found.state.owner == agent else {
            return refuse(
                .atCapacity, "\(agent) is not online or has no slot left", "choose another agent",
                ticket: ticket, agent: id)
        }
        hold(sequence, .takeOver(lead: agent), agent, by: id, withdraw: .assigned)
    }

    @discardableResult
    mutating func hold(
        _ sequence: Int, _ event: TicketEvent, _ id: String, by who: String? = nil,
        withdraw: WithdrawReason? = nil
    ) -> Bool {
        // Who gives a ticket to somebody is not who has it.
        let holder = who == nil ? "" : id
        guard move(sequence, event, who: who ?? id, detail: holder, withdraw: withdraw),
            let ticket = book[sequence]
        else { return false }
        emit(.claimed(ticket: ticket.id, agent: id, epoch: ticket.epoch))
        return true
    }

    // MARK: Giving away

    private mutating func transfer(
        _ ticket: String, _ epoch: Int, _ queueName: String, _ text: String, _ id: String
    ) {
        guard let sequence = held(ticket, epoch, by: id), fits(text, ticket, id),
            let found = book[sequence]
        else { return }
        guard let queue = plan.queue(named: queueName) else {
            return refuseQueue(queueName, ticket, id)
        }
        guard settle(sequence, id) else { return }
        addNote(sequence, text, id)
        update(sequence) {
            $0.queue = queue.name
            $0.widened = []
        }
        raise(sequence, to: defaultClass(of: queue))
        move(sequence, .requeue, who: id, detail: queue.name)
        passOver(id, for: sequence)
        overflow(sequence)
        remember(
            .transferred(queue: found.queue, serviceClass: found.serviceClass), on: sequence, id)
    }

    private mutating func snooze(
        _ ticket: String, _ epoch: Int, _ until: Instant, _ why: ParkReason, _ id: String
    ) {
        guard let sequence = held(ticket, epoch, by: id) else { return }
        guard until > turn.now, until - turn.now <= Desk.maximumSnooze else {
            return refuse(
                .badTime, "the time is past or more than 90 days away", "choose a sooner time",
                ticket: ticket, agent: id)
        }
        if why == .waitingOnTeam, book[sequence]?.children?.isEmpty ?? true {
            return refuseState(
                ticket, id, "has no open question to a team", "ask one first, or snooze it")
        }
        guard settle(sequence, id) else { return }
        move(sequence, .park(until: until, why: why), who: id, detail: why.rawValue)
        remember(.parked, on: sequence, id)
        if why == .callback { agreeCallback(sequence, at: until) }
    }

    /// What the agent has set is what the customer is told.
    private mutating func agreeCallback(_ sequence: Int, at: Instant) {
        let now = turn.now
        guard let ticket = book[sequence], !ticket.isInternal else { return }
        update(sequence) { $0.callback = Callback(offeredAt: now, proposed: at, agreed: at) }
        emit(.customerNotice(conversation: ticket.voice, .callbackAgreed(at: at)))
    }

    private mutating func wake(_ ticket: String, _ id: String) {
        guard let sequence = known(ticket, id), let found = book[sequence] else { return }
        guard found.state.after(.wake) != nil else {
            return refuseState(ticket, id, "is \(found.state.name)", "only parked ones wake")
        }
        guard found.lastAgent == id || roster.agent(id)?.isLead == true else {
            return refuse(
                .notYours, "\(ticket) was parked by another agent", "ask them or a lead",
                ticket: ticket, agent: id)
        }
        move(sequence, .wake, who: id)
    }

    private mutating func resolve(_ ticket: String, _ epoch: Int, _ code: String, _ id: String) {
        let now = turn.now
        guard let sequence = held(ticket, epoch, by: id), fits(code, ticket, id) else { return }
        if book[sequence]?.isInternal == true {
            return closeQuestion(sequence, code: code, text: code, id)
        }
        guard settle(sequence, id) else { return }
        fulfil(.resolution, on: sequence)
        update(sequence) {
            $0.resolution = Resolution(code: code, agent: id, at: now)
            $0.unansweredSince = nil
            $0.callback = nil
        }
        let wrapUp = plan.defaults.wrapUp
        move(
            sequence, .resolve(wrapUpUntil: wrapUp > .zero ? now + wrapUp : nil), who: id,
            detail: code)
        tellResolved(sequence, code)
        // Where nobody may come back, nothing is waited for.
        if case .resolved = book[sequence]?.state, plan.defaults.reopenWindow <= .zero {
            move(sequence, .close, who: "desk")
        }
    }

    private mutating func tellResolved(_ sequence: Int, _ code: String) {
        guard let found = book[sequence] else { return }
        endQuestions(of: found)
        for conversation in found.conversations {
            emit(
                .resolved(
                    ticket: found.id, conversation: conversation, code: code,
                    asksSatisfaction: plan.defaults.asksSatisfaction && conversation == found.voice
                ))
        }
    }

    private mutating func endWrapUp(_ ticket: String, _ code: String?, _ id: String) {
        guard let sequence = known(ticket, id), let found = book[sequence] else { return }
        guard case .wrapUp(let agent, _) = found.state, agent == id else {
            return refuseState(
                ticket, id, "is \(found.state.name), no wrap-up of yours", "resolve it first")
        }
        if let code {
            guard fits(code, ticket, id) else { return }
            update(sequence) { $0.resolution?.code = code }
        }
        move(sequence, .endWrapUp, who: id, detail: code ?? "")
    }

    private mutating func returnToBot(
        _ ticket: String, _ epoch: Int, _ text: String, _ id: String
    ) {
        guard let sequence = held(ticket, epoch, by: id), fits(text, ticket, id),
            !refusesInternal(sequence, id), settle(sequence, id)
        else { return }
        addNote(sequence, text, id)
        end(sequence, code: "returned_to_bot", agent: id, withdraw: nil)
    }

    private mutating func kick(_ ticket: String, _ id: String) {
        guard isLead(id, ticket), let sequence = known(ticket, id),
            let found = book[sequence]
        else { return }
        guard move(sequence, .kick, who: id) else {
            return refuseState(
                ticket, id, "is \(found.state.name)", "only attention needs a kick")
        }
    }
}
