import Wire

/// The agent's tickets, and the one that lines go to.
extension DeskSession {
    /// Makes the ticket of an answer one of the agent's.
    func takeUp(_ answer: JSON, says: Bool, focuses: Bool) {
        guard let ticket = answer["ticket"], ticket["agent"]?.string == agent,
            ticket["state"]?.string == "claimed", let held = TicketAtHand(ticket)
        else { return }
        offers.removeAll { $0.id == held.id }
        tickets[held.id] = held
        watched[held.id]?.lastLine = held.lastLine
        if says {
            for line in TicketText.full(ticket) { console.print(line) }
            for line in TicketText.transcript(of: ticket).suffix(12) {
                console.print(TicketText.line(line))
            }
        }
        let draft = TicketText.draft(of: agent, on: ticket)
        let isInLine = bringBack(on: ticket, draft: draft)
        if draft != nil, !isInLine {
            tickets[held.id]?.hasDraft = true
            if says { console.print("-- you have a draft here; /draft puts it into the line") }
        }
        if focuses { focus(held.id) }
    }

    /// Only the agent moves the focus.
    func focus(_ id: String?) {
        if current != id {
            isNoting = false
            wroteWhileTyping = false
            heldOn = nil
            // Words that wait belong to the ticket that they were written on.
            if let words = unsure, let current, link.isConnected {
                unsure = nil
                keepDraft(words, on: current)
            }
        }
        let isNew = current != id
        current = id
        showPrompt()
        if isNew, id != nil { tellWaiting() }
    }

    /// The ticket is no longer the agent's by their own act: the next one that owes a reply is not taken up by itself.
    func drop(_ id: String) {
        tickets[id] = nil
        if current == id { focus(nil) }
        let owed = tickets.values.filter { $0.owesSince != nil }.map(\.id).sorted()
        if !owed.isEmpty { console.print("-- waiting for you: \(owed.joined(separator: ", "))") }
    }

    func showPrompt() {
        guard let ticket = atHand else { return console.setPrompt("[\(idlePrompt)] > ") }
        let reader =
            ticket.isLost
            ? "NOT YOURS" : isNoting ? "NOTE" : ticket.isInternal ? "to COLLEAGUE" : "to CUSTOMER"
        let more = composed.isEmpty ? "" : " · line \(composed.count + 1)"
        console.setPrompt(
            "[\(ticket.id) \(ticket.customer) · \(ticket.queue) · \(reader)\(more)] > ")
    }
}
