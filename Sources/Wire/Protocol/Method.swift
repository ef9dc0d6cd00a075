import Facts

/// What a client can ask for.
public enum Method: String, CaseIterable, Sendable {
    case hello
    case health
    case metrics
    case status
    case reload

    case say = "conversation.say"
    case show = "conversation.show"
    case subscribe = "conversation.subscribe"
    case unsubscribe = "conversation.unsubscribe"
    case end = "conversation.end"
    case event = "conversation.event"

    case agentOnline = "agent.online"
    case agentAway = "agent.away"
    case agentBreak = "agent.break"
    case agentOffline = "agent.offline"
    case agentActive = "agent.active"
    case agentNext = "agent.next"
    case agentAccept = "agent.accept"
    case agentDecline = "agent.decline"
    case agentClaim = "agent.claim"
    case agentReply = "agent.reply"
    case agentNote = "agent.note"
    case agentDraft = "agent.draft"
    case agentTransfer = "agent.transfer"
    case agentSnooze = "agent.snooze"
    case agentWake = "agent.wake"
    case agentResolve = "agent.resolve"
    case agentDone = "agent.done"
    case agentReturn = "agent.return_to_bot"
    case agentTakeOver = "agent.take_over"
    case agentKick = "agent.kick"
    case agentSend = "agent.send"
    case agentUndo = "agent.undo"
    case agentAsk = "agent.ask"
    case agentAnswer = "agent.answer"
    case agentMerge = "agent.merge"
    case agentAssign = "agent.assign"
    case agentWhisper = "agent.whisper"
    case agentList = "agent.list"
    case macroList = "macro.list"
    case macroFill = "macro.fill"

    case report
    case conversationList = "conversation.list"
    case auditRecord = "audit.record"
    case auditWrites = "audit.writes"

    case hookList = "hooks.list"
    case hookRetry = "hooks.retry"

    case queueList = "queue.list"
    case ticketShow = "ticket.show"
    case ticketList = "ticket.list"
    case ticketWatch = "ticket.watch"
    case ticketUnwatch = "ticket.unwatch"

    /// The method of that name, or an error that names the nearest one.
    public init(named name: String) throws(ProtocolError) {
        if let method = Method(rawValue: name) {
            self = method
            return
        }
        let shown = String(name.prefix(64))
        let nearest = nearestName(to: name, among: Method.allCases.map(\.rawValue))
        throw ProtocolError(
            .methodNotFound, "there is no method '\(shown)'",
            cure: nearest.map { "did you mean '\($0)'?" })
    }
}
