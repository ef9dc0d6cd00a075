public import Facts

/// Taking back: a reply that is still held, else the last internal act of the last minute.
extension Desk {
    /// How long a note, a transfer and a snooze can be taken back.
    public static let undoWindow = Duration.seconds(60)

    mutating func undo(_ named: String?, _ id: String) {
        guard let ticket = named ?? lastAct(of: id, at: turn.now) else {
            return refuse(
                .nothingToUndo, "nothing of yours can be taken back any more",
                "a reply for some seconds, a note, transfer or snooze for a minute", agent: id)
        }
        guard let sequence = known(ticket, id), let found = book[sequence] else { return }
        if let reply = found.held, reply.agent == id {
            update(sequence) { $0.held = nil }
            addDraft(sequence, reply.text, id)
            return emit(.told(agent: id, .undone(ticket: ticket, what: "reply")))
        }
        guard let act = found.undoable, act.agent == id,
            turn.now - act.at <= Desk.undoWindow
        else {
            return refuse(
                .nothingToUndo, "nothing of yours on \(ticket) can be taken back any more",
                "a reply for some seconds, a note, transfer or snooze for a minute",
                ticket: ticket, agent: id)
        }
        undo(act, on: sequence, id)
    }

    /// The ticket of what the agent did last and can still take back: a reply that is held goes before
    /// an internal act.
    public func lastAct(of id: String, at now: Instant) -> String? {
        var held: (ticket: String, at: Instant)?
        var done: (ticket: String, at: Instant)?
        for ticket in book.tickets {
            if let reply = ticket.held, reply.agent == id {
                let at = reply.at ?? now
                if held.map({ $0.at <= at }) ?? true { held = (ticket.id, at) }
            }
            if let act = ticket.undoable, act.agent == id, now - act.at <= Desk.undoWindow,
                done.map({ $0.at <= act.at }) ?? true
            {
                done = (ticket.id, act.at)
            }
        }
        return held?.ticket ?? done?.ticket
    }

    private mutating func undo(_ act: UndoableAct, on sequence: Int, _ id: String) {
        switch act.kind {
        case .noted: removeNote(act, from: sequence)
        case .parked:
            guard reclaim(sequence, id) else { return }
            takeCallbackBack(act, on: sequence)
            finishUndo("snooze", on: sequence, id)
        case .transferred(let queue, let serviceClass):
            guard reclaim(sequence, id) else { return }
            reorder(sequence) { changed in
                changed.queue = queue
                changed.serviceClass = serviceClass
            }
            finishUndo("transfer", on: sequence, id)
        }
    }

    /// A call back that the customer was told of is not just forgotten.
    private mutating func takeCallbackBack(_ act: UndoableAct, on sequence: Int) {
        guard let ticket = book[sequence], let callback = ticket.callback,
            callback.offeredAt == act.at, callback.agreed != nil
        else { return }
        update(sequence) { $0.callback = nil }
        emit(.customerNotice(conversation: ticket.voice, .callbackOff))
    }

    private mutating func removeNote(_ act: UndoableAct, from sequence: Int) {
        update(sequence) { changed in
            let last = changed.notes.lastIndex { $0.agent == act.agent && $0.at == act.at }
            if let last { changed.notes.remove(at: last) }
        }
        finishUndo("note", on: sequence, act.agent)
    }

    /// The ticket goes back to the agent, if nobody has claimed it meanwhile.
    private mutating func reclaim(_ sequence: Int, _ id: String) -> Bool {
        guard let ticket = book[sequence] else { return false }
        switch ticket.state {
        case .queued, .parked: break
        case .offered: move(sequence, .dropOffer, who: id, detail: "undone", withdraw: .undone)
        case .claimed, .wrapUp, .resolved, .closed, .attention:
            refuseState(ticket.id, id, "is \(ticket.state.name) now", "ask who has it")
            return false
        }
        // What was offered for the slot that became free goes to somebody else.
        if !isFree(id) { dropOffers(of: id, why: .undone) }
        guard isFree(id) else {
            refuse(
                .atCapacity, "your slot is taken, or you are not online",
                "finish another ticket first", ticket: ticket.id, agent: id)
            return false
        }
        return hold(sequence, .claim(agent: id), id)
    }

    private mutating func finishUndo(_ what: String, on sequence: Int, _ id: String) {
        let now = turn.now
        update(sequence) { changed in
            changed.undoable = nil
            changed.record("undone", who: id, detail: what, at: now)
        }
        guard let ticket = book[sequence] else { return }
        emit(.told(agent: id, .undone(ticket: ticket.id, what: what)))
    }

    /// Makes an act the one that `undo` takes back.
    mutating func remember(_ kind: UndoableAct.Kind, on sequence: Int, _ id: String) {
        let now = turn.now
        update(sequence) { $0.undoable = UndoableAct(agent: id, at: now, kind: kind) }
    }
}
