import Facts

/// The checks that every agent command shares; each failed one is said once, with its cure.
extension Desk {
    mutating func refuse(
        _ code: DeskError.Code, _ what: String, _ cure: String, ticket: String? = nil,
        agent: String? = nil
    ) {
        emit(
            .refused(DeskError(code: code, what: what, cure: cure, ticket: ticket, agent: agent)))
    }

    mutating func refuseState(_ ticket: String, _ agent: String, _ what: String, _ cure: String) {
        refuse(.wrongState, "\(ticket) \(what)", cure, ticket: ticket, agent: agent)
    }

    /// The ticket's sequence, if the desk has it.
    mutating func known(_ ticket: String, _ agent: String) -> Int? {
        if let sequence = book.sequence(of: ticket) { return sequence }
        refuse(
            .unknownTicket, "no ticket '\(ticket)' is open or lately resolved",
            "list the queue for those that are", ticket: ticket, agent: agent)
        return nil
    }

    /// The ticket's sequence, if it is offered to the agent or claimed by them, as they saw it.
    mutating func owned(_ ticket: String, _ epoch: Int, by agent: String) -> Int? {
        guard let sequence = known(ticket, agent), let found = book[sequence] else { return nil }
        guard found.state.owner == agent else {
            refuse(
                .notYours, "\(ticket) is not yours (it is \(found.state.name))",
                found.state.isOpen
                    ? "claim it, or wait for the offer" : "it opens again when the customer writes",
                ticket: ticket, agent: agent)
            return nil
        }
        guard found.epoch == epoch else {
            refuse(
                .staleEpoch, "\(ticket) changed hands since (\(epoch), now \(found.epoch))",
                "show the ticket again", ticket: ticket, agent: agent)
            return nil
        }
        return sequence
    }

    /// The ticket's sequence, if the agent has claimed it, as they saw it.
    mutating func held(_ ticket: String, _ epoch: Int, by agent: String) -> Int? {
        guard let sequence = owned(ticket, epoch, by: agent) else { return nil }
        guard case .claimed = book[sequence]?.state else {
            refuseState(ticket, agent, "is only offered to you", "accept it first")
            return nil
        }
        return sequence
    }

    mutating func isLead(_ agent: String, _ ticket: String) -> Bool {
        if roster.agent(agent)?.isLead == true { return true }
        refuse(.notLead, "only a lead may do that", "ask a lead", ticket: ticket, agent: agent)
        return false
    }

    mutating func fits(_ text: String, _ ticket: String, _ agent: String) -> Bool {
        if text.utf8.count <= Desk.maximumTextBytes { return true }
        refuse(
            .tooLong, "the text has \(text.utf8.count) bytes",
            "send at most \(Desk.maximumTextBytes)", ticket: ticket, agent: agent)
        return false
    }

    mutating func hasText(_ text: String, _ ticket: String, _ agent: String) -> Bool {
        if !text.isEmpty { return fits(text, ticket, agent) }
        refuse(.emptyText, "the text is empty", "write something", ticket: ticket, agent: agent)
        return false
    }
}
