import Facts

/// What agents write: replies, held ones, drafts and notes.
extension Desk {
    /// The longest time that a reply can be held back.
    public static let maximumDelay = Duration.seconds(60)

    /// A message to the customer, at once or after `delay`.
    mutating func reply(
        _ ticket: String, _ epoch: Int, _ text: String, _ delay: Duration, _ id: String
    ) {
        guard hasText(text, ticket, id) else { return }
        guard let sequence = held(ticket, epoch, by: id), speaks(sequence, id),
            settle(sequence, id)
        else { return keepDraft(ticket, text, id) }
        guard delay > .zero else { return speak(sequence, text, id) }
        let until = turn.now + min(delay, Desk.maximumDelay)
        update(sequence) { $0.held = HeldReply(agent: id, text: text, at: until) }
        emit(.told(agent: id, .replyHeld(ticket: ticket, until: until)))
    }

    /// Sends the held reply of its owner now.
    mutating func sendNow(_ ticket: String, _ id: String) {
        guard let sequence = known(ticket, id), let found = book[sequence] else { return }
        guard let reply = found.held, reply.agent == id, found.state == .claimed(agent: id) else {
            return refuse(
                .nothingToUndo, "no reply of yours is held back on \(ticket)", "write one",
                ticket: ticket, agent: id)
        }
        release(reply, on: sequence)
    }

    /// Sends what is held back before the next act; false when it waits for the agent's word.
    mutating func settle(_ sequence: Int, _ id: String) -> Bool {
        guard let ticket = book[sequence], let reply = ticket.held else { return true }
        guard reply.at != nil else {
            refuse(
                .replyHeld, "the customer wrote before your last reply went out",
                "send it or undo it first", ticket: ticket.id, agent: id)
            return false
        }
        release(reply, on: sequence)
        return true
    }

    /// The held reply goes out when its time has come.
    mutating func sendDue(_ sequence: Int) {
        guard let reply = book[sequence]?.held, let at = reply.at, at <= turn.now else { return }
        release(reply, on: sequence)
    }

    private mutating func release(_ reply: HeldReply, on sequence: Int) {
        update(sequence) { $0.held = nil }
        speak(sequence, reply.text, reply.agent)
    }

    /// The customer wrote while a reply was held: its agent must look again.
    mutating func holdBack(_ sequence: Int) {
        guard let ticket = book[sequence], let reply = ticket.held, reply.at != nil else { return }
        update(sequence) { $0.held?.at = nil }
        emit(.told(agent: reply.agent, .replyHeld(ticket: ticket.id, until: nil)))
    }

    /// The claim is over before the reply went out: the text becomes a draft.
    mutating func dropHeld(_ sequence: Int) {
        guard let ticket = book[sequence], let reply = ticket.held else { return }
        update(sequence) { $0.held = nil }
        addDraft(sequence, reply.text, reply.agent)
        emit(.draftKept(ticket: ticket.id, agent: reply.agent))
    }

    private mutating func speak(_ sequence: Int, _ text: String, _ id: String) {
        let now = turn.now
        fulfil(.firstReply, on: sequence)
        fulfil(.nextReply, on: sequence)
        update(sequence) { changed in
            changed.unansweredSince = nil
            changed.customerSilentSince = now
            changed.firstRepliedAt = changed.firstRepliedAt ?? now
            // A draft of other words is for another time.
            changed.drafts.removeAll { $0.agent == id && text.hasPrefix($0.text) }
            // Who was to be called back has been spoken to.
            changed.callback = nil
            changed.record("replied", who: id, at: now)
        }
        guard let ticket = book[sequence] else { return }
        emit(.sendToCustomer(conversation: ticket.voice, text: text, agent: id))
    }

    /// Whether the ticket's owner may speak to the customer.
    private mutating func speaks(_ sequence: Int, _ id: String) -> Bool {
        guard let ticket = book[sequence], ticket.isInternal else { return true }
        refuse(
            .internalTicket, "\(ticket.id) is a question of \(ticket.parent ?? "a colleague")",
            "answer it; the customer's agent writes to the customer", ticket: ticket.id, agent: id)
        return false
    }

    // MARK: Drafts and notes

    /// Nothing typed is lost: the text of a refused reply stays on the ticket.
    private mutating func keepDraft(_ ticket: String, _ text: String, _ id: String) {
        guard let sequence = book.sequence(of: ticket) else { return }
        addDraft(sequence, text, id)
        emit(.draftKept(ticket: ticket, agent: id))
    }

    /// Words that could not go out, behind those of another draft of the agent.
    mutating func addDraft(_ sequence: Int, _ text: String, _ id: String) {
        let old = book[sequence]?.drafts.first { $0.agent == id }?.text
        guard let old, !text.hasPrefix(old) else { return putDraft(sequence, text, id) }
        let both = old + "\n" + text
        let fits = both.utf8.count <= Desk.maximumTextBytes
        putDraft(sequence, old.hasSuffix(text) ? old : fits ? both : text, id)
    }

    private mutating func putDraft(_ sequence: Int, _ text: String, _ id: String) {
        let now = turn.now
        update(sequence) { changed in
            changed.drafts.removeAll { $0.agent == id }
            if !text.isEmpty {
                changed.drafts.append(TicketNote(agent: id, at: now, text: text))
            }
        }
    }

    mutating func draft(_ ticket: String, _ text: String, _ id: String) {
        guard let sequence = known(ticket, id), text.isEmpty || hasText(text, ticket, id) else {
            return
        }
        putDraft(sequence, text, id)
    }

    mutating func note(_ ticket: String, _ text: String, _ id: String) {
        guard let sequence = known(ticket, id), hasText(text, ticket, id),
            addNote(sequence, text, id)
        else { return }
        remember(.noted, on: sequence, id)
        tellNote(sequence, text, id)
    }

    /// The owner hears of somebody else's note, and who asked a question of one on it.
    private mutating func tellNote(_ sequence: Int, _ text: String, _ id: String) {
        guard let ticket = book[sequence] else { return }
        if case .claimed(let owner) = ticket.state, owner != id {
            emit(.told(agent: owner, .noted(ticket: ticket.id, by: id, text: text)))
        }
        guard let parent = ticket.parent.flatMap({ entry($0) }),
            let asker = parent.state.owner ?? parent.lastAgent, asker != id
        else { return }
        emit(.told(agent: asker, .noted(ticket: ticket.id, by: id, text: text)))
    }

    @discardableResult
    mutating func addNote(_ sequence: Int, _ text: String, _ id: String) -> Bool {
        let now = turn.now
        guard !text.isEmpty, let ticket = book[sequence] else { return false }
        guard ticket.notes.count < Desk.maximumNotes else {
            refuse(
                .tooLong, "\(ticket.id) has \(Desk.maximumNotes) notes",
                "resolve it and open a new one", ticket: ticket.id, agent: id)
            return false
        }
        update(sequence) { $0.notes.append(TicketNote(agent: id, at: now, text: text)) }
        return true
    }

    /// A lead's word to the owner: a note that is shown at once.
    mutating func whisper(_ ticket: String, _ text: String, _ id: String) {
        guard isLead(id, ticket), let sequence = known(ticket, id), hasText(text, ticket, id),
            addNote(sequence, text, id), let owner = book[sequence]?.state.owner
        else { return }
        emit(.told(agent: owner, .whispered(ticket: ticket, by: id, text: text)))
    }
}
