import Facts

/// Questions to other teams: a ticket of its own, whose answer comes back to the one that asked.
extension Desk {
    /// The most open questions of one ticket.
    public static let maximumQuestions = 8

    mutating func ask(
        _ ticket: String, _ epoch: Int, _ queueName: String, _ text: String, _ id: String
    ) {
        guard hasText(text, ticket, id), let sequence = held(ticket, epoch, by: id),
            let parent = book[sequence]
        else { return }
        guard let queue = plan.queue(named: queueName) else {
            return refuseQueue(queueName, ticket, id)
        }
        guard !parent.isInternal, parent.children?.count ?? 0 < Desk.maximumQuestions else {
            return refuse(
                .internalTicket, "\(ticket) is a question itself, or has too many",
                "transfer it, or wait for an answer", ticket: ticket, agent: id)
        }
        guard openCount < plan.defaults.maximumOpenTickets else {
            return refuse(.deskFull, "\(openCount) tickets are open", "wait for some to end")
        }
        lastSequence += 1
        let child = makeQuestion(of: parent, text, queue: queue, id)
        update(sequence) { changed in
            changed.children = (changed.children ?? []) + [child.id]
            changed.record(
                "asked", who: id, detail: "\(child.id) \(queue.name)", at: child.createdAt)
        }
        open(Shared(child))
    }

    private func makeQuestion(
        of parent: Shared<Ticket>, _ text: String, queue: QueuePlan, _ id: String
    ) -> Ticket {
        let serviceClass = rules.higher(defaultClass(of: queue), parent.serviceClass) ?? ""
        var child = Ticket(
            id: nextTicketID, sequence: lastSequence, conversation: parent.conversation,
            customer: parent.customer, language: nil, queue: queue.name,
            serviceClass: serviceClass, reasons: ["question"], summary: parent.summary,
            open: parent.open, done: parent.done, slots: parent.slots, tags: parent.tags,
            frozen: [], state: .queued, epoch: 0, createdAt: turn.now, queuedAt: turn.now,
            waitingSince: turn.now, stateSince: turn.now, targets: [], receipts: [],
            // Who asks is not offered the own question.
            widened: [], declinedBy: [id], failedOffers: 0,
            notes: [TicketNote(agent: id, at: turn.now, text: text)], drafts: [], history: [])
        child.parent = parent.id
        child.targets = [startedTarget(.resolution, class: serviceClass)].compactMap { $0 }
        child.record("asked", who: id, detail: parent.id, at: turn.now)
        return child
    }

    mutating func answer(_ ticket: String, _ epoch: Int, _ text: String, _ id: String) {
        guard hasText(text, ticket, id) else { return }
        guard let sequence = held(ticket, epoch, by: id), let child = book[sequence] else {
            guard let sequence = book.sequence(of: ticket) else { return }
            addDraft(sequence, text, id)
            return emit(.draftKept(ticket: ticket, agent: id))
        }
        guard child.isInternal else {
            return refuse(
                .internalTicket, "\(ticket) is a customer's ticket", "write the reply",
                ticket: ticket, agent: id)
        }
        update(sequence) { $0.drafts.removeAll { $0.agent == id } }
        addNote(sequence, text, id)
        closeQuestion(sequence, code: "answered", text: text, id)
    }

    /// The question ends; who asked hears the answer, and a ticket that waited for it wakes.
    mutating func closeQuestion(_ sequence: Int, code: String, text: String, _ id: String) {
        guard let child = book[sequence], let parentID = child.parent else { return }
        let now = turn.now
        fulfil(.resolution, on: sequence)
        update(sequence) { $0.record("resolved", who: id, detail: code, at: now) }
        end(sequence, code: code, agent: id, withdraw: nil)
        guard let parent = book.sequence(of: parentID) else { return }
        let words = "\(child.queue), \(child.id): \(text)"
        update(parent) { changed in
            changed.children?.removeAll { $0 == child.id }
            if changed.notes.count < Desk.maximumNotes {
                changed.notes.append(TicketNote(agent: id, at: now, text: words))
            }
            changed.record("answered", who: id, detail: child.id, at: now)
        }
        guard let found = book[parent] else { return }
        if let agent = found.state.owner ?? found.lastAgent {
            emit(.told(agent: agent, .answered(ticket: parentID, by: id, text: words)))
        }
        if case .parked(_, .waitingOnTeam) = found.state { move(parent, .wake, who: id) }
    }

    /// The ticket that asked is over: nobody needs the answers any more.
    mutating func endQuestions(of ticket: Shared<Ticket>) {
        for id in ticket.children ?? [] {
            guard let sequence = book.sequence(of: id), book[sequence]?.state != .closed else {
                continue
            }
            end(sequence, code: "not_needed", agent: nil, withdraw: .conversationEnded)
        }
    }

    /// A question is no conversation of its own: what would end it otherwise, ends it as a question.
    mutating func refusesInternal(_ sequence: Int, _ id: String) -> Bool {
        guard let ticket = book[sequence], ticket.isInternal else { return false }
        refuse(
            .internalTicket, "\(ticket.id) is a question of \(ticket.parent ?? "a colleague")",
            "answer it", ticket: ticket.id, agent: id)
        return true
    }

    mutating func refuseQueue(_ name: String, _ ticket: String, _ id: String) {
        let nearest = nearestName(to: name, among: plan.queues.map(\.name))
        refuse(
            .unknownQueue, "no queue '\(name)' is in the plan",
            nearest.map { "did you mean '\($0)'?" }
                ?? "there are \(plan.queues.prefix(20).map(\.name).joined(separator: ", "))",
            ticket: ticket, agent: id)
    }

    /// The id that belongs to `lastSequence`.
    var nextTicketID: String {
        let number = plan.defaults.firstTicketNumber.addingReportingOverflow(lastSequence - 1)
        return "T-" + String(number.partialValue)
    }
}
