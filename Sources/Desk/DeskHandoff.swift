import Facts

extension Desk {
    /// A new ticket, or more reasons for the one that the conversation already has.
    mutating func handOff(_ request: HandoffRequest) {
        let outcome =
            rules.rules.isEmpty
            ? RuleOutcome() : rules.evaluate(RecordFacts(request.facts, now: turn.now))
        if let sequence = conversations[request.conversation], let ticket = book[sequence],
            !parts(request, from: ticket)
        {
            if ticket.state.isOpen { return extend(sequence, request, outcome) }
            start(.nextReply, on: sequence)
            start(.resolution, on: sequence)
            move(sequence, .reopen, who: "customer")
            return extend(sequence, request, outcome)
        }
        create(request, outcome)
    }

    /// Whether the conversation is somebody else's now: it leaves the ticket of who was there before, so that nobody's
    /// answers reach another customer.
    private mutating func parts(_ request: HandoffRequest, from ticket: Shared<Ticket>) -> Bool {
        guard let before = ticket.customerKey, let now = request.customer.customerKey, before != now
        else {
            return false
        }
        if ticket.conversations.count > 1 {
            leave(request.conversation, ticket)
        } else if !ticket.state.isOpen {
            move(ticket.sequence, .close, who: "customer", detail: "other_customer")
        } else {
            return false
        }
        return true
    }

    private mutating func create(_ request: HandoffRequest, _ outcome: RuleOutcome) {
        guard openCount < plan.defaults.maximumOpenTickets else {
            return refuse(
                .deskFull, "\(openCount) tickets are open", "try again when some are resolved")
        }
        guard let wanted = plan.queue(for: outcome, wanted: request.queue) else {
            return refuse(.unknownQueue, "the plan has no queue", "add one to desk.yaml")
        }
        let (queue, closed) = duty(of: wanted)
        lastSequence += 1
        let sequence = lastSequence
        open(makeTicket(request, outcome, queue: queue))
        overflow(sequence)
        apply(outcome, to: sequence)
        tellRelated(sequence)
        if closed, let ticket = book[sequence] { tellClosed(ticket, queue: wanted) }
    }

    private func makeTicket(
        _ request: HandoffRequest, _ outcome: RuleOutcome, queue: QueuePlan
    ) -> Shared<Ticket> {
        let serviceClass = plan.serviceClass(
            for: outcome, wanted: request.serviceClass, in: queue, rules)
        var reasons = request.reasons
        reasons.appendNew(outcome.handOffReasons)
        var tags = request.tags
        tags.appendNew(outcome.fired + outcome.tags)
        var targets: [TargetClock] = []
        if let target = startedTarget(
            .firstReply, class: serviceClass, atMost: outcome.firstReply)
        {
            targets.append(target)
        }
        if let target = startedTarget(.resolution, class: serviceClass) { targets.append(target) }
        // The whole past of most tickets fits without growing.
        var history: [HistoryEntry] = []
        history.reserveCapacity(6)
        history.append(
            HistoryEntry(
                at: turn.now, what: "handed_off", who: "desk",
                detail: reasons.isEmpty ? "" : reasons.joined(separator: ", ")))
        // Built in its place: a ticket is large.
        var ticket = Shared(
            Ticket(
                id: nextTicketID, sequence: lastSequence, conversation: request.conversation,
                customer: request.customer, language: request.language, queue: queue.name,
                serviceClass: serviceClass, reasons: reasons, summary: request.summary,
                open: request.open, done: request.done, slots: request.slots, tags: tags,
                frozen: outcome.freeze, state: .queued, epoch: 0, createdAt: turn.now,
                queuedAt: turn.now, waitingSince: turn.now, stateSince: turn.now,
                unansweredSince: turn.now, targets: targets, receipts: [], widened: [],
                declinedBy: [], failedOffers: 0, notes: [], drafts: [], history: history,
                routing: Routing(
                    at: turn.now, facts: request.facts, wantedQueue: request.queue,
                    wantedClass: request.serviceClass, outcome: outcome)))
        ticket.update {
            $0.contact = request.contact
            $0.order = request.order
        }
        return ticket
    }

    /// More about an open ticket: reasons and results are added, nothing is lost, the class only
    /// rises.
    private mutating func extend(
        _ sequence: Int, _ request: HandoffRequest, _ outcome: RuleOutcome
    ) {
        let now = turn.now
        identify(sequence, request)
        update(sequence) { ticket in
            ticket.reasons.appendNew(request.reasons + outcome.handOffReasons)
            ticket.tags.appendNew(request.tags + outcome.fired + outcome.tags)
            ticket.frozen.appendNew(outcome.freeze)
            ticket.open.appendNew(request.open)
            ticket.done.appendNew(request.done)
            ticket.slots = ticket.slots.merging(request.slots)
            ticket.contact = request.contact ?? ticket.contact
            ticket.order = request.order ?? ticket.order
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

    /// The one conversation of the ticket is known to be this customer's now.
    private mutating func identify(_ sequence: Int, _ request: HandoffRequest) {
        guard let ticket = book[sequence], ticket.conversations.count == 1,
            let key = request.customer.customerKey, key != ticket.customerKey
        else { return }
        unindexCustomer(of: ticket)
        update(sequence) { $0.customer = request.customer }
        if let ticket = book[sequence] { index(ticket) }
    }

    /// Notices and pages of the rules that fired, each once per ticket.
    private mutating func apply(_ outcome: RuleOutcome, to sequence: Int) {
        guard !outcome.fired.isEmpty else { return }
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
        guard (wanted.hours ?? plan.defaults.hours) != nil,
            !hours(of: wanted).isOpen(at: turn.now)
        else { return (wanted, false) }
        let other = wanted.afterHours?.queue.flatMap { plan.queue(named: $0) }
        return (other ?? wanted, true)
    }

    /// A long line may be served by the agents of another queue too.
    mutating func overflow(_ sequence: Int) {
        guard let ticket = book[sequence], case .queued = ticket.state,
            let index = plan.queues.firstIndex(where: { $0.name == ticket.queue }),
            let rule = plan.queues[index].overflow,
            !ticket.widened.contains(rule.queue), rule.queue != ticket.queue,
            plan.queue(named: rule.queue) != nil
        else { return }
        let isLong = rule.waiting.map { waitingCount(in: ticket.queue) > $0 } ?? false
        guard isLong || rule.wait.map({ expects(waitOver: $0, for: ticket.id) }) ?? false
        else { return }
        let now = turn.now
        reorder(sequence) { changed in
            changed.widened.append(rule.queue)
            changed.record("overflowed", who: "rule", detail: rule.queue, at: now)
        }
        emit(
            .escalated(
                ticket: ticket.id, step: "overflow.\(ticket.queue)",
                reason: isLong ? "queue_full" : "long_wait"))
    }

    /// A wait that cannot be told is a long one.
    private func expects(waitOver limit: Duration, for id: String) -> Bool {
        waitEstimate(of: id).map { $0.median * 1000 > Double(limit.milliseconds) } ?? true
    }

    /// How many tickets wait in the queue, those of other queues that may use it too.
    private func waitingCount(in queue: String) -> Int {
        lines.entries.reduce(0) { $0 + ($1.lane.queue == queue ? $1.line.count : 0) }
    }

    private mutating func tellClosed(_ ticket: Shared<Ticket>, queue: QueuePlan) {
        for role in queue.afterHours?.notify ?? [] {
            emit(.notify(role: role, ticket: ticket.id, reason: "after_hours"))
        }
        if let role = queue.afterHours?.page {
            emit(.page(role: role, ticket: ticket.id, reason: "after_hours"))
        }
        // Outside of the hours, but somebody is there all the same.
        guard slots(for: ticket) == 0 else { return }
        let opens = hours(of: queue).nextOpening(from: turn.now)
        emit(.customerNotice(conversation: ticket.conversation, .afterHours(opens: opens)))
    }
}
