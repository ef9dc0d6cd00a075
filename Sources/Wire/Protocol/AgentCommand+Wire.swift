import Desk
import Facts

extension AgentCommand {
    /// The command of an `agent.…` method, but `agent.online` and `agent.list`.
    init(_ method: Method, _ parameters: Parameters, now: Instant) throws(ProtocolError) {
        switch method {
        case .agentAway, .agentBreak:
            try parameters.allow("reason")
            let reason = try parameters.optionalName("reason") ?? "unnamed"
            self = method == .agentAway ? .away(reason: reason) : .takeBreak(reason: reason)
        case .agentOffline:
            try parameters.allow()
            self = .offline
        case .agentActive:
            try parameters.allow()
            self = .active
        case .agentNext:
            try parameters.allow()
            self = .next
        case .agentUndo:
            try parameters.allow("ticket")
            self = .undo(ticket: try parameters.optionalName("ticket"))
        case .agentAccept, .agentDecline:
            try parameters.allow("ticket", "epoch")
            let (ticket, epoch) = try (parameters.name("ticket"), parameters.integer("epoch"))
            self =
                method == .agentAccept
                ? .accept(ticket: ticket, epoch: epoch) : .decline(ticket: ticket, epoch: epoch)
        case .agentClaim, .agentWake, .agentTakeOver, .agentKick, .agentSend:
            try parameters.allow("ticket")
            self.init(method, ticket: try parameters.name("ticket"))
        case .agentNote, .agentDraft, .agentWhisper:
            try parameters.allow("ticket", "text")
            let (ticket, text) = try (parameters.name("ticket"), parameters.text("text"))
            self =
                method == .agentNote
                ? .note(ticket: ticket, text: text)
                : method == .agentDraft
                    ? .draft(ticket: ticket, text: text) : .whisper(ticket: ticket, text: text)
        case .agentDone:
            try parameters.allow("ticket", "code")
            self = .endWrapUp(
                ticket: try parameters.name("ticket"), code: try parameters.optionalName("code"))
        case .agentAssign:
            try parameters.allow("ticket", "agent")
            self = .assign(
                ticket: try parameters.name("ticket"), agent: try parameters.name("agent"))
        case .agentReply, .agentTransfer, .agentSnooze, .agentResolve, .agentReturn, .agentAsk,
            .agentAnswer, .agentMerge:
            try self.init(fenced: method, parameters, now: now)
        case .hello, .health, .metrics, .status, .reload, .say, .show, .subscribe, .unsubscribe,
            .end, .event, .agentOnline, .agentList, .queueList, .ticketShow, .ticketList,
            .ticketWatch,
            .ticketUnwatch, .report,
            .conversationList, .auditRecord, .auditWrites, .macroList, .macroFill, .hookList,
            .hookRetry:
            throw ProtocolError(.internalError, "\(method.rawValue) is no agent's command")
        }
    }

    private init(_ method: Method, ticket: String) {
        self =
            switch method {
            case .agentClaim: .claim(ticket: ticket)
            case .agentWake: .wake(ticket: ticket)
            case .agentTakeOver: .takeOver(ticket: ticket)
            case .agentSend: .sendNow(ticket: ticket)
            default: .kick(ticket: ticket)
            }
    }

    /// A command on a claimed ticket, with its epoch.
    private init(
        fenced method: Method, _ parameters: Parameters, now: Instant
    ) throws(ProtocolError) {
        let ticket = try parameters.name("ticket")
        let epoch = try parameters.integer("epoch")
        switch method {
        case .agentReply:
            try parameters.allow("ticket", "epoch", "text", "delay")
            let (text, delay) = try (parameters.text("text"), parameters.optionalInteger("delay"))
            guard let delay, delay > 0 else {
                self = .reply(ticket: ticket, epoch: epoch, text: text)
                return
            }
            self = .replyLater(
                ticket: ticket, epoch: epoch, text: text, delay: .seconds(min(delay, 60)))
        case .agentAsk:
            try parameters.allow("ticket", "epoch", "queue", "text")
            self = .ask(
                ticket: ticket, epoch: epoch, queue: try parameters.name("queue"),
                text: try parameters.text("text"))
        case .agentAnswer:
            try parameters.allow("ticket", "epoch", "text")
            self = .answer(ticket: ticket, epoch: epoch, text: try parameters.text("text"))
        case .agentMerge:
            try parameters.allow("ticket", "epoch", "into")
            self = .merge(ticket: ticket, epoch: epoch, into: try parameters.name("into"))
        case .agentTransfer:
            try parameters.allow("ticket", "epoch", "queue", "note")
            self = .transfer(
                ticket: ticket, epoch: epoch, queue: try parameters.name("queue"),
                note: try parameters.optionalText("note") ?? "")
        case .agentSnooze:
            try parameters.allow("ticket", "epoch", "seconds", "why")
            self = .snooze(
                ticket: ticket, epoch: epoch,
                until: now + .seconds(try parameters.seconds("seconds")),
                why: try parameters.parkReason("why"))
        case .agentResolve:
            try parameters.allow("ticket", "epoch", "code")
            self = .resolve(
                ticket: ticket, epoch: epoch,
                code: try parameters.optionalName("code") ?? "resolved")
        default:
            try parameters.allow("ticket", "epoch", "note")
            self = .returnToBot(
                ticket: ticket, epoch: epoch, note: try parameters.optionalText("note") ?? "")
        }
    }
}

extension Parameters {
    /// A duration of a second up to a year.
    fileprivate func seconds(_ name: String) throws(ProtocolError) -> Int {
        let seconds = try integer(name)
        guard (1...31_622_400).contains(seconds) else {
            throw ProtocolError(.badTime, "'\(name)' is not within a second and a year")
        }
        return seconds
    }

    fileprivate func parkReason(_ name: String) throws(ProtocolError) -> ParkReason {
        guard let text = try optionalName(name) else { return .snoozed }
        guard let reason = ParkReason(rawValue: text) else {
            let known = ParkReason.allCases.map(\.rawValue)
            throw ProtocolError(
                .invalidParams, "'\(name)' has an unknown value",
                cure: "use \(known.joined(separator: ", "))")
        }
        return reason
    }
}
