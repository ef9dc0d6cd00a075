import Facts
import Rehearsal
import Wire

extension AgentLine {
    /// The request that obeys the line; nil where it needs a ticket and there is none at hand.
    func request(
        ticket: String?, epoch: Int, delay: Int = 0
    ) -> (method: Wire.Method, params: JSON)? {
        switch self {
        // What was done last, whichever ticket it was on.
        case .undo: (.agentUndo, [:])
        case .send: Self.bare(.agentSend, ticket)
        case .done(let code):
            ticket.map {
                let done: JSON = ["ticket": .string($0)]
                return (.agentDone, code.map { done.adding("code", .string($0)) } ?? done)
            }
        case .whisper(let text):
            ticket.map { (.agentWhisper, ["ticket": .string($0), "text": .string(text)]) }
        case .assign(let agent):
            ticket.map { (.agentAssign, ["ticket": .string($0), "agent": .string(agent)]) }
        case .online: nil
        case .away(let reason): (.agentAway, Self.reason(reason))
        case .takeBreak(let reason): (.agentBreak, Self.reason(reason))
        case .offline: (.agentOffline, [:])
        case .next: (.agentNext, [:])
        case .claim(let id): Self.bare(.agentClaim, id ?? ticket)
        case .takeOver(let id): Self.bare(.agentTakeOver, id ?? ticket)
        case .wake(let id): Self.bare(.agentWake, id ?? ticket)
        case .kick(let id): Self.bare(.agentKick, id ?? ticket)
        case .note(let text):
            ticket.map { (.agentNote, ["ticket": .string($0), "text": .string(text)]) }
        case .accept, .decline, .reply, .transfer, .snooze, .waitOnCustomer, .resolve, .returnToBot,
            .ask, .answer, .merge, .callBack, .waitOnTeam:
            ticket.flatMap {
                fenced(["ticket": .string($0), "epoch": .integer(epoch)], delay: delay)
            }
        }
    }

    private func fenced(_ ticket: JSON, delay: Int) -> (method: Wire.Method, params: JSON)? {
        switch self {
        case .accept: (.agentAccept, ticket)
        case .decline: (.agentDecline, ticket)
        case .reply(let text):
            (
                .agentReply,
                ticket.adding("text", .string(text)).adding("delay", .integer(delay))
            )
        case .ask(let queue, let text):
            (.agentAsk, ticket.adding("queue", .string(queue)).adding("text", .string(text)))
        case .answer(let text): (.agentAnswer, ticket.adding("text", .string(text)))
        case .merge(let other): (.agentMerge, ticket.adding("into", .string(other)))
        case .callBack(let time):
            (.agentSnooze, ticket.adding("seconds", Self.seconds(time)).adding("why", "callback"))
        case .waitOnTeam(let time):
            (
                .agentSnooze,
                ticket.adding("seconds", Self.seconds(time)).adding("why", "waiting_on_team")
            )
        case .transfer(let queue, let note):
            (.agentTransfer, ticket.adding("queue", .string(queue)).adding("note", .string(note)))
        case .snooze(let time):
            (.agentSnooze, ticket.adding("seconds", Self.seconds(time)))
        case .waitOnCustomer(let time):
            (
                .agentSnooze,
                ticket.adding("seconds", Self.seconds(time))
                    .adding("why", "waiting_on_customer")
            )
        case .resolve(let code): (.agentResolve, ticket.adding("code", .string(code)))
        case .returnToBot(let note): (.agentReturn, ticket.adding("note", .string(note)))
        case .online, .away, .takeBreak, .offline, .next, .claim, .takeOver, .wake, .kick, .note,
            .undo, .send, .assign, .whisper, .done:
            nil
        }
    }

    private static func bare(
        _ method: Wire.Method, _ ticket: String?
    ) -> (method: Wire.Method, params: JSON)? {
        ticket.map { (method, ["ticket": .string($0)]) }
    }

    private static func reason(_ text: String) -> JSON {
        text.isEmpty ? [:] : ["reason": .string(text)]
    }

    /// Whole seconds from now, in the desk's zone; below 1 where the moment is past.
    private static func seconds(_ time: AgentTime) -> JSON {
        let now = Clock.now
        let moment = time.moment(from: now, in: ShownZone.current)
        return .integer(Int(((moment - now).milliseconds + 999) / 1000))
    }
}

extension JSON {
    /// The object with one more member.
    func adding(_ name: String, _ value: JSON) -> JSON {
        .object((members ?? []) + [Member(name, value)])
    }
}
