import Facts

/// A ladder's step with its time on one ticket.
struct DueStep: Hashable {
    var step: LadderStep
    /// The start of the spell: what the receipt names.
    var entry: Instant
    var at: Instant
}

extension Desk {
    /// The step that comes next on the ticket; nil when none does.
    func nextStep(of ticket: Shared<Ticket>) -> DueStep? {
        var soonest: (index: Int, entry: Instant, at: Instant)?
        let ladder = ladder(of: ticket)
        for index in ladder.indices {
            guard let (entry, at) = nextTime(of: ladder[index], on: ticket) else { continue }
            if let soonest, soonest.at <= at { continue }
            soonest = (index, entry, at)
        }
        return soonest.map { DueStep(step: ladder[$0.index], entry: $0.entry, at: $0.at) }
    }

    private func ladder(of ticket: Shared<Ticket>) -> [LadderStep] {
        switch ticket.state {
        case .queued, .offered: plan.waitingLadder
        case .claimed: plan.claimedLadder
        case .parked, .wrapUp, .resolved, .closed, .attention: []
        }
    }

    private func nextTime(
        of step: LadderStep, on ticket: Shared<Ticket>
    ) -> (entry: Instant, at: Instant)? {
        if step.withoutReply, ticket.unansweredSince == nil { return nil }
        if step.withoutAnswer, ticket.customerSilentSince == nil { return nil }
        guard step.actions.contains(where: { $0.concerns(ticket) }) else { return nil }
        guard let (entry, first) = firstTime(of: step, on: ticket) else { return nil }
        let receipt = ticket.receipts.first { $0.step == step.id && $0.entry == entry }
        guard let receipt else { return (entry, first) }
        guard let span = step.repeatEvery, receipt.times < step.maximumTimes,
            let again = clock(of: ticket).deadline(from: receipt.at, after: span)
        else { return nil }
        return (entry, again)
    }

    private func firstTime(
        of step: LadderStep, on ticket: Shared<Ticket>
    ) -> (entry: Instant, at: Instant)? {
        switch step.at {
        case .after(let duration):
            let entry = spell(of: step, on: ticket)
            return clock(of: ticket).deadline(from: entry, after: duration).map { (entry, $0) }
        case .percent(let percent, let name): return share(percent, of: name, on: ticket)
        case .target(let name): return share(100, of: name, on: ticket)
        }
    }

    /// What a plain duration counts from.
    private func spell(of step: LadderStep, on ticket: Shared<Ticket>) -> Instant {
        let start =
            if case .claimed = ticket.state { ticket.stateSince } else { ticket.waitingSince }
        let debt =
            step.withoutReply
            ? ticket.unansweredSince : step.withoutAnswer ? ticket.customerSilentSince : nil
        return max(start, debt ?? start)
    }

    private func share(
        _ percent: Int, of name: TargetName, on ticket: Shared<Ticket>
    ) -> (entry: Instant, at: Instant)? {
        let targets = ticket.targets
        guard let index = targets.firstIndex(where: { $0.name == name }) else { return nil }
        switch targets[index].verdict {
        case .met, .breached(_, answered: _?): return nil
        case .pending, .breached(_, answered: nil): break
        }
        let bounded = Int64(min(max(percent, 0), 10_000))
        let milliseconds = min(max(targets[index].duration.milliseconds, 0), .max / 10_000)
        let part = milliseconds / 100 * bounded + milliseconds % 100 * bounded / 100
        let due = due(of: targets[index], within: .milliseconds(part))
        return due.map { (targets[index].start, $0) }
    }

    private func clock(of ticket: Shared<Ticket>) -> WorkClock {
        workClock(plan.serviceClass(named: ticket.serviceClass)?.clock)
    }

    // MARK: Happening

    /// Does every step that is due, soonest first, each once.
    mutating func climb(_ sequence: Int) {
        while let ticket = book[sequence], let due = nextStep(of: ticket), due.at <= turn.now {
            happen(due, on: sequence)
        }
    }

    private mutating func happen(_ due: DueStep, on sequence: Int) {
        let now = turn.now
        guard let ticket = book[sequence] else { return }
        let reason = reason(of: due.step, on: ticket)
        update(sequence) { $0.sign(due.step.id, entry: due.entry, at: now) }
        update(sequence) {
            $0.record("escalated", who: "rule", detail: "\(due.step.id) \(reason)", at: now)
        }
        if due.step.rises {
            emit(.escalated(ticket: ticket.id, step: due.step.id, reason: reason))
        }
        for action in due.step.actions { act(action, on: sequence, reason: reason) }
    }

    private mutating func act(_ action: LadderAction, on sequence: Int, reason: String) {
        guard let ticket = book[sequence] else { return }
        switch action {
        case .widen(_, let to):
            guard action.concerns(ticket) else { return }
            reorder(sequence) { $0.widened.append(to) }
        case .notify(let role): emit(.notify(role: role, ticket: ticket.id, reason: reason))
        case .raise(let serviceClass): raise(sequence, to: serviceClass)
        case .offer("callback"): offerCallback(sequence)
        case .offer(let what): emit(.customerNotice(conversation: ticket.voice, .offer(what)))
        // A ladder does not tell that nothing can be told.
        case .tellWait: if waitEstimate(of: ticket.id) != nil { announce(sequence) }
        case .ask(let what): emit(.customerNotice(conversation: ticket.voice, .ask(what)))
        case .park(let span):
            guard ticket.held == nil else { return }
            let until = turn.now + min(max(span, .seconds(1)), Desk.maximumSnooze)
            move(
                sequence, .park(until: until, why: .waitingOnCustomer), who: "rule",
                detail: ParkReason.waitingOnCustomer.rawValue, withdraw: .parked)
        case .page(let role): emit(.page(role: role, ticket: ticket.id, reason: reason))
        case .nudge:
            guard case .claimed(let agent) = ticket.state else { return }
            emit(.nudge(ticket: ticket.id, agent: agent))
        case .requeue:
            guard case .claimed(let agent) = ticket.state else { return }
            takeBack(sequence, why: .requeued, telling: .passedOn)
            passOver(agent, for: sequence)
        }
    }

    private func reason(of step: LadderStep, on ticket: Shared<Ticket>) -> String {
        switch step.at {
        case .after:
            if step.withoutReply { return "no_reply" }
            if step.withoutAnswer { return "no_answer" }
            if case .claimed = ticket.state { return "claimed" }
            return "waiting"
        case .percent(let percent, let target):
            return target.rawValue + (percent < 100 ? "_at_risk" : "_overdue")
        case .target(let target): return target.rawValue + "_overdue"
        }
    }
}

extension LadderStep {
    /// Whether the ticket rises; a word to the customer alone is no escalation.
    fileprivate var rises: Bool {
        actions.contains { action in
            switch action {
            case .tellWait, .ask: false
            case .widen, .notify, .raise, .offer, .page, .park, .nudge, .requeue: true
            }
        }
    }
}

extension LadderAction {
    /// Whether the action would change or tell anything: a widening is for one queue, and once.
    fileprivate func concerns(_ ticket: Shared<Ticket>) -> Bool {
        switch self {
        case .widen(let from, let to):
            ticket.queue == from && to != from && !ticket.widened.contains(to)
        case .offer("callback"): !ticket.isInternal && ticket.callback == nil
        // A question to another team has no customer to talk to.
        case .offer, .tellWait, .ask, .park: !ticket.isInternal
        case .notify, .raise, .page, .nudge, .requeue: true
        }
    }
}

extension Ticket {
    /// Leaves the receipt of a step. Spells of one step only start later and later, so the receipt
    /// of the newest is enough.
    mutating func sign(_ step: String, entry: Instant, at now: Instant) {
        guard let index = receipts.firstIndex(where: { $0.step == step }) else {
            receipts.append(Receipt(step: step, entry: entry, times: 1, at: now))
            return
        }
        let times = receipts[index].entry == entry ? receipts[index].times + 1 : 1
        receipts[index] = Receipt(step: step, entry: entry, times: times, at: now)
    }
}
