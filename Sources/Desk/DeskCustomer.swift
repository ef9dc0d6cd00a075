import Facts

/// The customer's side of a ticket.
extension Desk {
    mutating func customerWrote(_ conversation: String) {
        let now = turn.now
        guard let sequence = conversations[conversation], let ticket = book[sequence],
            ticket.state.isOpen
        else { return }
        update(sequence) { changed in
            changed.unansweredSince = changed.unansweredSince ?? now
            changed.customerSilentSince = nil
            if changed.merged != nil { changed.spokenIn = conversation }
            changed.record("wrote", who: "customer", at: now)
        }
        if ticket.unansweredSince == nil { start(.nextReply, on: sequence) }
        holdBack(sequence)
        // An agreed call back stays agreed.
        if case .parked(_, .callback) = ticket.state { return }
        move(sequence, .wake, who: "customer")
    }

    mutating func conversationEnded(_ conversation: String) {
        guard let sequence = conversations[conversation], let ticket = book[sequence] else {
            return
        }
        if ticket.conversations.count > 1 { return leave(conversation, ticket) }
        if ticket.state.isOpen {
            end(sequence, code: "abandoned", agent: nil, withdraw: .conversationEnded)
        } else {
            move(sequence, .close, who: "customer")
        }
    }

    /// One of several conversations ends; the ticket goes on in the others.
    mutating func leave(_ conversation: String, _ ticket: Shared<Ticket>) {
        let rest = ticket.conversations.filter { $0 != conversation }
        conversations[conversation] = nil
        let now = turn.now
        update(ticket.sequence) { changed in
            changed.conversation = rest.first ?? changed.conversation
            changed.merged = rest.count > 1 ? Array(rest.dropFirst()) : nil
            if changed.spokenIn == conversation { changed.spokenIn = nil }
            changed.record("left", who: "customer", detail: conversation, at: now)
        }
        emit(.ownerChanged(conversation: conversation, owner: .bot))
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
        if let ticket = book[sequence] { endQuestions(of: ticket) }
    }

    /// The summary, told anew.
    mutating func retell(_ conversation: String, _ summary: String) {
        guard let sequence = conversations[conversation], let ticket = book[sequence],
            ticket.state.isOpen, !summary.isEmpty, ticket.summary != summary
        else { return }
        update(sequence) { $0.summary = summary }
    }

    // MARK: Requests

    mutating func grant(_ request: CustomerRequest, in conversation: String) {
        guard let sequence = conversations[conversation], let ticket = book[sequence] else {
            return
        }
        switch request {
        case .wait: announce(sequence)
        case .callBack(let at, let number): bookCallback(sequence, at: at, number: number)
        case .withdraw: withdraw(ticket)
        case .contact(let text): noteContact(text, on: ticket)
        case .rate(let grade): rate(ticket, grade)
        }
    }

    /// The customer takes the request back: only before a person has it.
    private mutating func withdraw(_ ticket: Shared<Ticket>) {
        switch ticket.state {
        case .queued, .offered, .parked, .attention: break
        // A person who is at work decides with the customer; the rest is over.
        case .claimed, .wrapUp, .resolved, .closed: return
        }
        for conversation in ticket.conversations {
            emit(.customerNotice(conversation: conversation, .withdrawn))
        }
        end(ticket.sequence, code: "withdrawn", agent: nil, withdraw: .withdrawn)
    }

    private mutating func noteContact(_ text: String, on ticket: Shared<Ticket>) {
        guard ticket.state.isOpen, !text.isEmpty, text.utf8.count <= Desk.maximumTextBytes else {
            return
        }
        update(ticket.sequence) { $0.contact = text }
        let opens = plan.queue(named: ticket.queue).map { hours(of: $0) }?
            .nextOpening(from: turn.now)
        emit(.customerNotice(conversation: ticket.voice, .contactNoted(opens: opens)))
    }

    /// A customer who thinks again has one grade all the same: the last.
    private mutating func rate(_ ticket: Shared<Ticket>, _ grade: Int) {
        let now = turn.now
        guard ticket.resolution != nil, (1...5).contains(grade) else { return }
        update(ticket.sequence) { changed in
            if let before = changed.satisfaction {
                changed.history.removeAll { $0.what == "rated" && $0.at == before.at }
            }
            changed.satisfaction = Satisfaction(grade: grade, at: now)
            changed.record("rated", who: "customer", detail: String(grade), at: now)
        }
    }

    // MARK: Call back

    /// Offers a call back about when the customer's turn would come, in working time.
    mutating func offerCallback(_ sequence: Int) {
        guard let ticket = book[sequence], ticket.callback == nil else { return }
        let seconds = max(1800, min(waitEstimate(of: ticket.id)?.p90 ?? 1800, 86_400))
        let proposed = working(turn.now + .seconds(Int64(seconds)), for: ticket)
        let now = turn.now
        update(sequence) { $0.callback = Callback(offeredAt: now, proposed: proposed) }
        emit(.customerNotice(conversation: ticket.voice, .callbackOffer(at: proposed)))
    }

    /// The next quarter of an hour at or after `moment` in the hours of the ticket's queue.
    private func working(_ moment: Instant, for ticket: Shared<Ticket>) -> Instant {
        let quarter: Int64 = 900_000
        let rounded = (moment.milliseconds + quarter - 1) / quarter * quarter
        let clock = plan.queue(named: ticket.queue).map { hours(of: $0) }
        let start = Instant(milliseconds: rounded)
        return clock?.nextOpening(from: start) ?? start
    }

    private mutating func bookCallback(_ sequence: Int, at wanted: Instant?, number: String?) {
        guard let ticket = book[sequence], ticket.state.isOpen,
            let time = wanted ?? ticket.callback?.agreed ?? ticket.callback?.proposed
        else { return }
        if let number, !number.isEmpty, number.utf8.count <= Desk.maximumTextBytes {
            update(sequence) { $0.contact = number }
        }
        // The number alone changes nothing about a time that is agreed, the agent's own or the customer's.
        if wanted == nil, let agreed = ticket.callback?.agreed {
            return confirmCallback(at: agreed, of: ticket)
        }
        let now = turn.now
        let at = working(max(time, now + .seconds(60)), for: ticket)
        guard at - now <= Desk.maximumSnooze else { return }
        if case .offered = ticket.state {
            move(sequence, .dropOffer, who: "customer", detail: "callback", withdraw: .calledBack)
        }
        guard move(sequence, .bookCallback(until: at), who: "customer", detail: "callback") else {
            return
        }
        update(sequence) { changed in
            let offered = changed.callback
            changed.callback = Callback(
                offeredAt: offered?.offeredAt ?? now, proposed: offered?.proposed ?? at, agreed: at)
        }
        emit(.customerNotice(conversation: ticket.voice, .callbackAgreed(at: at)))
    }

    /// Says the agreed time once more; where it has come already, that the number is noted.
    private mutating func confirmCallback(at agreed: Instant, of ticket: Shared<Ticket>) {
        if case .parked(_, .callback) = ticket.state {
            emit(.customerNotice(conversation: ticket.voice, .callbackAgreed(at: agreed)))
        } else {
            emit(.customerNotice(conversation: ticket.voice, .contactNoted(opens: nil)))
        }
    }

    // MARK: Wait

    /// Tells the customer the place and the wait. What was announced never grows without a reason,
    /// which is on the ticket too.
    mutating func announce(_ sequence: Int) {
        guard let ticket = book[sequence], ticket.state.isWaiting, !ticket.isInternal else {
            return
        }
        let now = turn.now
        let place = placeInQueue(of: ticket.id) ?? 1
        guard let (median, until) = expectedEnd(of: ticket) else {
            let notice = WaitNotice(place: place, range: nil, grew: nil)
            return emit(.customerNotice(conversation: ticket.voice, .wait(notice)))
        }
        // What is promised is what is said: whole minutes.
        let minutes = max(1, ((until - now).milliseconds + 59_999) / 60_000)
        var new = Announcement(
            at: now, place: place, slots: slots(for: ticket), until: now + .seconds(60 * minutes))
        var grew: String?
        if let old = ticket.announced, new.until > old.until {
            if new.until - old.until <= .seconds(60), old.until > now {
                new.until = old.until
            } else {
                grew = new.reasonToGrow(since: old)
            }
        }
        update(sequence) { changed in
            changed.announced = new
            if let grew { changed.record("wait_grew", who: "desk", detail: grew, at: now) }
        }
        let long = max(1, ((new.until - now).milliseconds + 59_999) / 60_000)
        let range = WaitRange(median: Int(min(max(1, median), long)), long: Int(long))
        emit(
            .customerNotice(
                conversation: ticket.voice,
                .wait(WaitNotice(place: place, range: range, grew: grew))))
    }

    /// The median wait in whole minutes, and the moment up to which nine of ten are served.
    private func expectedEnd(of ticket: Shared<Ticket>) -> (median: Int64, until: Instant)? {
        guard ticket.state == .queued else { return (1, turn.now + .seconds(60)) }
        guard let estimate = waitEstimate(of: ticket.id) else { return nil }
        let median = Int64((min(estimate.median, 1e7) / 60).rounded(.up))
        return (median, turn.now + .seconds(Int64(min(estimate.p90, 1e7).rounded(.up))))
    }
}

extension Announcement {
    /// Why the wait is longer than it was said to be.
    fileprivate func reasonToGrow(since old: Announcement) -> String {
        if slots < old.slots { return "fewer_agents" }
        return place >= old.place && until - at > old.until - old.at ? "overtaken" : "slower"
    }
}
