public import Facts

/// Double contacts: one customer, two conversations, one ticket.
extension Desk {
    /// The most conversations of one ticket.
    public static let maximumConversations = 8

    /// Joins `ticket`, which the agent holds, into `into`: everything of it moves, its own number is closed,
    /// and what the customer writes in either conversation reaches the one owner.
    mutating func merge(_ ticket: String, _ epoch: Int, _ into: String, _ id: String) {
        guard let sequence = held(ticket, epoch, by: id), settle(sequence, id),
            let source = book[sequence], let goal = known(into, id), let target = book[goal]
        else { return }
        guard sequence != goal else {
            return refuseState(into, id, "is the ticket itself", "name the one that stays")
        }
        guard target.state.isOpen, !source.isInternal, !target.isInternal else {
            return refuseState(into, id, "cannot take it up", "choose another open ticket")
        }
        guard let customer = source.customerKey, customer == target.customerKey else {
            return refuse(
                .otherCustomer, "\(ticket) and \(into) are not of the same verified customer",
                "only contacts of one customer can be merged", ticket: ticket, agent: id)
        }
        guard source.conversations.count + target.conversations.count <= Desk.maximumConversations
        else {
            return refuseState(into, id, "has too many conversations", "resolve one of them")
        }
        absorb(source, into: goal, id)
    }

    private mutating func absorb(_ source: Shared<Ticket>, into goal: Int, _ id: String) {
        let now = turn.now
        let target = book[goal]
        // The conversations move before the source ends, so that they never belong to the bot.
        for conversation in source.conversations { conversations[conversation] = goal }
        update(source.sequence) { changed in
            changed.resolution = Resolution(code: "merged", agent: id, at: now)
            changed.unansweredSince = nil
            changed.children = nil
        }
        move(source.sequence, .close, who: id, detail: "merged into \(target?.id ?? "")")
        reorder(goal) { changed in
            changed.take(source)
            changed.record("merged", who: id, detail: source.id, at: now)
        }
        raise(goal, to: source.serviceClass)
        if let before = target, before.unansweredSince == nil, source.unansweredSince != nil {
            start(.nextReply, on: goal)
            move(goal, .wake, who: id)
        }
        for child in source.children ?? [] {
            guard let sequence = book.sequence(of: child) else { continue }
            let parent = book[goal]?.id
            update(sequence) { $0.parent = parent }
        }
        keepTalking(goal, id)
        emitOwner(of: goal)
    }

    /// The agent talks to the customer already: a ticket that nobody has at work becomes theirs, if it may.
    private mutating func keepTalking(_ goal: Int, _ id: String) {
        guard let ticket = book[goal], isFree(id), serves(id, ticket) else { return }
        switch ticket.state {
        case .queued, .parked: break
        case .offered(let agent, _) where agent == id:
            hold(goal, .accept, id)
            return
        case .offered:
            move(goal, .dropOffer, who: id, detail: "merged", withdraw: .merged)
        case .claimed, .wrapUp, .resolved, .closed, .attention: return
        }
        hold(goal, .claim(agent: id), id)
    }

    /// Other open tickets of the ticket's customer, oldest first.
    public func related(to id: String) -> [String] {
        entry(id).map { related(to: $0) } ?? []
    }

    private func related(to ticket: Shared<Ticket>) -> [String] {
        guard !ticket.isInternal, let customer = ticket.customerKey else { return [] }
        return (customers[customer] ?? []).sorted().compactMap { book[$0] }
            .filter { $0.id != ticket.id && $0.state.isOpen && !$0.isInternal }.map(\.id)
    }

    /// The actions that are frozen for the customer or in the conversation, by any ticket that is not closed.
    public func frozenActions(in conversation: String, customer: Record?) -> Set<String> {
        let id = customer?["id"]
        let key = id?.text ?? id?.integer.map(String.init)
        var found = key.flatMap { customers[$0] } ?? []
        if let own = conversations[conversation] { found.insert(own) }
        let names = found.flatMap { book[$0]?.frozen ?? [] }
        return Set(names.flatMap { plan.freezes[$0] ?? [$0] })
    }

    /// Says at the handoff that the customer already has a ticket.
    mutating func tellRelated(_ sequence: Int) {
        guard let ticket = book[sequence], ticket.customerKey != nil,
            let other = related(to: ticket).first,
            let found = self.ticket(other)
        else { return }
        update(sequence) { $0.tags.appendNew(["double_contact"]) }
        guard let agent = found.state.owner else { return }
        emit(.told(agent: agent, .related(ticket: other, other: ticket.id)))
    }

    mutating func emitOwner(of sequence: Int) {
        guard let ticket = book[sequence], !ticket.isInternal else { return }
        for conversation in ticket.conversations {
            emit(.ownerChanged(conversation: conversation, owner: ticket.speaker))
        }
    }
}

extension Ticket {
    /// Takes over all that another ticket of the same customer holds; the older age counts.
    fileprivate mutating func take(_ other: Shared<Ticket>) {
        merged = (merged ?? []) + other.conversations
        // Who is being answered goes on where they wait for it; else where the customer wrote last.
        // Who is only offered it has answered nobody.
        let isAtWork = if case .claimed = state { true } else { false }
        if !isAtWork || unansweredSince == nil { spokenIn = other.voice }
        queuedAt = min(queuedAt, other.queuedAt)
        reasons.appendNew(other.reasons)
        tags.appendNew(other.tags)
        frozen.appendNew(other.frozen)
        open.appendNew(other.open)
        done.appendNew(other.done)
        slots = other.slots.merging(slots)
        children = (children ?? []) + (other.children ?? [])
        if !other.summary.isEmpty { summary += "\n+ \(other.id): \(other.summary)" }
        notes = (notes + other.notes).sorted { $0.at < $1.at }
        if notes.count > Desk.maximumNotes { notes.removeFirst(notes.count - Desk.maximumNotes) }
        for draft in other.drafts where !drafts.contains(where: { $0.agent == draft.agent }) {
            drafts.append(draft)
        }
        if let debt = other.unansweredSince {
            unansweredSince = min(unansweredSince ?? debt, debt)
        }
        customerSilentSince = unansweredSince == nil ? customerSilentSince : nil
    }
}
