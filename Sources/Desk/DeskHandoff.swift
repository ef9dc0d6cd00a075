import Facts

extension Desk {
    /// A new ticket, or more reasons for the one that the conversation already has.
    mutating func handOff(_ request: HandoffRequest) {
        let outcome = rules.evaluate(RecordFacts(request.facts, now: turn.now))
        if let sequence = conversations[request.conversation], let ticket = book[sequence] {
            if ticket.state.isOpen { return extend(sequence, request, outcome) }
            start(.nextReply, on: sequence)
            start(.resolution, on: sequence)
            move(sequence, .reopen, who: "customer")
            return extend(sequence, request, outcome)
        }
        create(request, outcome)
    }

    private mutating func create(_ request: HandoffRequest, _ outcome: RuleOutcome) {
        guard openCount < plan.defaults.maximumOpenTickets else {
            return refuse(
                .deskFull, "\(openCount) tickets are open", "try again when some are resolved")
        }
        guard let wanted = route(request, outcome) else {
            return refuse(.unknownQueue, "the plan has no queue", "add one to desk.yaml")
        }
        let (queue, closed) = duty(of: wanted)
        lastSequence += 1
        let ticket = makeTicket(request, outcome, queue: queue)
        open(ticket)
        apply(outcome, to: ticket.sequence)
        if closed { tellClosed(ticket, queue: wanted) }
    }

    private func route(_ request: HandoffRequest, _ outcome: RuleOutcome) -> QueuePlan? {
        [outcome.queue, request.queue].compactMap { $0 }.compactMap { plan.queue(named: $0) }.first
            ?? plan.defaultQueue
    }

    private func makeTicket(
        _ request: HandoffRequest, _ outcome: RuleOutcome, queue: QueuePlan
    ) -> Ticket {
        let named = [defaultClass(of: queue), outcome.serviceClass, request.serviceClass]
            .compactMap { $0 }.filter { plan.serviceClass(named: $0) != nil }
        let serviceClass = named.reduce(nil) { rules.higher($0, $1) } ?? ""
        var reasons = request.reasons
        reasons.appendNew(outcome.handOffReasons)
        var tags = request.tags
        tags.appendNew(outcome.tags)
        let number = plan.defaults.firstTicketNumber.addingReportingOverflow(lastSequence - 1)
        var ticket = Ticket(
            id: "T-\(number.partialValue)", sequence: lastSequence,
            conversation: request.conversation, customer: request.customer,
            language: request.language, queue: queue.name, serviceClass: serviceClass,
            reasons: reasons, summary: request.summary, open: request.open, done: request.done,
            slots: request.slots, tags: tags, frozen: outcome.freeze, state: .queued, epoch: 0,
            createdAt: turn.now, queuedAt: turn.now, waitingSince: turn.now,
            stateSince: turn.now, unansweredSince: turn.now, targets: [], receipts: [],
            widened: [], declinedBy: [], failedOffers: 0, notes: [], drafts: [], history: [])
        ticket.targets = [
            startedTarget(.firstReply, class: serviceClass, atMost: outcome.firstReply),
            startedTarget(.resolution, class: serviceClass),
        ].compactMap { $0 }
        ticket.record(
            "handed_off", who: "desk", detail: reasons.joined(separator: ", "), at: turn.now)
        return ticket
    }

    /// The class that the queue gives its tickets.
    func defaultClass(of queue: QueuePlan) -> String? {
        queue.serviceClass ?? plan.defaults.serviceClass
            ?? plan.classes.min { $0.headStart < $1.headStart }?.name
    }

    /// More about an open ticket: reasons and results are added, nothing is lost, the class only
    /// rises.
    private mutating func extend(
        _ sequence: Int, _ request: HandoffRequest, _ outcome: RuleOutcome
    ) {
        let now = turn.now
        update(sequence) { ticket in
            ticket.reasons.appendNew(request.reasons + outcome.handOffReasons)
            ticket.tags.appendNew(request.tags + outcome.tags)
            ticket.frozen.appendNew(outcome.freeze)
            ticket.open.appendNew(request.open)
            ticket.done.appendNew(request.done)
            ticket.slots = ticket.slots.merging(request.slots)
            if !request.summary.isEmpty { ticket.summary = request.summary }
            ticket.record(
                "handed_off", who: "desk", detail: request.reasons.joined(separator: ", "),
                at: now)
        }
        apply(outcome, to: sequence)
        let names = [outcome.serviceClass, request.serviceClass].compactMap { $0 }
        for name in names where raise(sequence, to: name) {
            guard let ticket = book[sequence] else { continue }
            emit(
                .escalated(
                    ticket: ticket.id, step: outcome.fired.first ?? "handoff",
                    reason: "class_\(name)"))
        }
        tighten(sequence, firstReply: outcome.firstReply)
    }

    /// Notices and pages of the rules that fired, each once per ticket.
    private mutating func apply(_ outcome: RuleOutcome, to sequence: Int) {
        let now = turn.now
        let fired = Set(outcome.fired)
        for rule in rules.rules where fired.contains(rule.id) {
            guard let ticket = book[sequence] else { return }
            let receipt = "rule.\(rule.id)"
            guard !ticket.receipts.contains(where: { $0.step == receipt }) else { continue }
            update(sequence) { $0.sign(receipt, entry: $0.createdAt, at: now) }
            for role in rule.then.notify {
                emit(.notify(role: role, ticket: ticket.id, reason: rule.id))
            }
            if let role = rule.then.page {
                emit(.page(role: role, ticket: ticket.id, reason: rule.id))
            }
        }
    }

    // MARK: Hours

    /// The calendar of a queue's hours; nil is always open.
    func hours(of queue: QueuePlan) -> WorkClock {
        guard let name = queue.hours ?? plan.defaults.hours else { return WorkClock(calendar: nil) }
        return workClock(name)
    }

    /// The queue that takes a ticket now, and whether the wanted one is closed.
    private func duty(of wanted: QueuePlan) -> (queue: QueuePlan, closed: Bool) {
        guard !hours(of: wanted).isOpen(at: turn.now) else { return (wanted, false) }
        let other = wanted.afterHours?.queue.flatMap { plan.queue(named: $0) }
        return (other ?? wanted, true)
    }

    private mutating func tellClosed(_ ticket: Ticket, queue: QueuePlan) {
        for role in queue.afterHours?.notify ?? [] {
            emit(.notify(role: role, ticket: ticket.id, reason: "after_hours"))
        }
        if let role = queue.afterHours?.page {
            emit(.page(role: role, ticket: ticket.id, reason: "after_hours"))
        }
        let opens = hours(of: queue).nextOpening(from: turn.now)
        emit(.customerNotice(conversation: ticket.conversation, .afterHours(opens: opens)))
    }

    // MARK: The customer

    mutating func customerWrote(_ conversation: String) {
        let now = turn.now
        guard let sequence = conversations[conversation], let ticket = book[sequence],
            ticket.state.isOpen
        else { return }
        update(sequence) { changed in
            changed.unansweredSince = changed.unansweredSince ?? now
            changed.record("wrote", who: "customer", at: now)
        }
        if ticket.unansweredSince == nil { start(.nextReply, on: sequence) }
        move(sequence, .wake, who: "customer")
    }

    mutating func conversationEnded(_ conversation: String) {
        guard let sequence = conversations[conversation], let ticket = book[sequence] else {
            return
        }
        if ticket.state.isOpen {
            end(sequence, code: "abandoned", agent: nil, withdraw: .conversationEnded)
        } else {
            move(sequence, .close, who: "customer")
        }
    }

    /// Closes an open ticket without a resolution by an agent.
    mutating func end(
        _ sequence: Int, code: String, agent: String?, withdraw: WithdrawReason?
    ) {
        let now = turn.now
        update(sequence) {
            $0.resolution = Resolution(code: code, agent: agent, at: now)
            $0.unansweredSince = nil
        }
        move(sequence, .close, who: agent ?? "customer", detail: code, withdraw: withdraw)
    }
}
