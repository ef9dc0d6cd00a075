public import Desk
public import Facts

extension AgentLine {
    /// Whether the ticket must be the agent's before the line is obeyed.
    var needsClaim: Bool {
        switch self {
        case .reply, .transfer, .snooze, .waitOnCustomer, .resolve, .returnToBot, .ask, .merge,
            .callBack, .waitOnTeam:
            true
        case .online, .away, .takeBreak, .offline, .next, .accept, .decline, .claim, .takeOver,
            .note, .wake, .kick, .undo, .send, .answer, .assign, .whisper, .done:
            false
        }
    }

    /// The desk's command; nil where it needs a ticket and there is none.
    public func command(
        for ticket: Ticket?, at now: Instant, in zone: Zone
    ) -> AgentCommand? {
        switch self {
        case .online: .online
        case .away(let reason): .away(reason: reason)
        case .takeBreak(let reason): .takeBreak(reason: reason)
        case .offline: .offline
        case .next: .next
        case .claim(let id): (id ?? ticket?.id).map { .claim(ticket: $0) }
        case .takeOver(let id): (id ?? ticket?.id).map { .takeOver(ticket: $0) }
        case .wake(let id): (id ?? ticket?.id).map { .wake(ticket: $0) }
        case .kick(let id): (id ?? ticket?.id).map { .kick(ticket: $0) }
        case .accept, .decline, .reply, .note, .transfer, .snooze, .waitOnCustomer, .resolve,
            .returnToBot, .undo, .send, .ask, .answer, .merge, .callBack, .waitOnTeam, .assign,
            .whisper, .done:
            ticket.map { fenced(ticket: $0.id, epoch: $0.epoch) { $0.moment(from: now, in: zone) } }
        }
    }

    private func fenced(
        ticket: String, epoch: Int, _ moment: (AgentTime) -> Instant
    ) -> AgentCommand {
        switch self {
        case .accept: .accept(ticket: ticket, epoch: epoch)
        case .decline: .decline(ticket: ticket, epoch: epoch)
        case .reply(let text): .reply(ticket: ticket, epoch: epoch, text: text)
        case .note(let text): .note(ticket: ticket, text: text)
        case .transfer(let queue, let note):
            .transfer(ticket: ticket, epoch: epoch, queue: queue, note: note)
        case .snooze(let time):
            .snooze(ticket: ticket, epoch: epoch, until: moment(time), why: .snoozed)
        case .waitOnCustomer(let time):
            .snooze(ticket: ticket, epoch: epoch, until: moment(time), why: .waitingOnCustomer)
        case .resolve(let code): .resolve(ticket: ticket, epoch: epoch, code: code)
        case .done(let code): .endWrapUp(ticket: ticket, code: code)
        case .returnToBot(let note): .returnToBot(ticket: ticket, epoch: epoch, note: note)
        case .undo: .undo(ticket: ticket)
        case .send: .sendNow(ticket: ticket)
        case .ask(let queue, let text):
            .ask(ticket: ticket, epoch: epoch, queue: queue, text: text)
        case .answer(let text): .answer(ticket: ticket, epoch: epoch, text: text)
        case .merge(let other): .merge(ticket: ticket, epoch: epoch, into: other)
        case .callBack(let time):
            .snooze(ticket: ticket, epoch: epoch, until: moment(time), why: .callback)
        case .waitOnTeam(let time):
            .snooze(ticket: ticket, epoch: epoch, until: moment(time), why: .waitingOnTeam)
        case .assign(let agent): .assign(ticket: ticket, agent: agent)
        case .whisper(let text): .whisper(ticket: ticket, text: text)
        case .online, .away, .takeBreak, .offline, .next, .claim, .takeOver, .wake, .kick:
            .next
        }
    }
}
