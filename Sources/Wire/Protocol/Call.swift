public import Desk
public import Facts
public import Reporting
public import Triage

/// A request whose method and parameters are checked: what the daemon is to do.
public enum Call: Equatable, Sendable {
    case hello(client: String?)
    case health
    case metrics
    case status
    case reload
    case say(SayParameters)
    /// Messages with a number above `after`; at most `limit`.
    case show(conversation: String, after: Int, limit: Int)
    case subscribe(conversation: String)
    case unsubscribe(conversation: String)
    case end(conversation: String)
    case happened(conversation: String, event: String, Record)
    /// Binds the connection to the agent.
    /// `resumes`: after a lost connection, with the presence as it was.
    case agentOnline(agent: String, resumes: Bool)
    /// A command of the connection's agent.
    case agent(AgentCommand)
    case agentList
    case macroList
    /// A prepared text with the ticket's facts and these values.
    case macroFill(ticket: String, name: String, values: Record)
    case queueList
    case ticketShow(ticket: String)
    /// A lead hears of each change of the ticket until `unwatch`.
    case watch(ticket: String)
    case unwatch(ticket: String)
    /// Open tickets, of one queue where it is named.
    case ticketList(queue: String?)
    /// The figures of a period.
    case report(Period, by: Dimension?)
    /// What became of the conversations that began in a period; at most `limit` from `offset` on.
    case conversationList(Period, offset: Int, limit: Int)
    /// Notices that no program has taken.
    case hookList
    /// Has a notice tried again, or (nil) all that were given up.
    case hookRetry(notice: String?)
    /// Keeps a judgement with a scorecard.
    case auditRecord(AuditResult)
    /// Writes to the shop since an instant; at most `limit` with a number above `after`.
    case auditWrites(since: Instant, after: Int, limit: Int)
}

extension Call {
    /// Whether a connection without the operator's rights may ask for it.
    public var isForCustomers: Bool {
        switch self {
        case .hello, .health, .say, .show, .subscribe, .unsubscribe, .end: true
        case .metrics, .status, .reload, .happened, .agentOnline, .agent, .agentList, .queueList,
            .ticketShow, .ticketList, .watch, .unwatch, .report, .conversationList, .auditRecord,
            .auditWrites, .macroList, .macroFill, .hookList, .hookRetry:
            false
        }
    }

    /// Whether it only looks at the desk: such a request is answered also while nothing can be stored.
    public var onlyLooks: Bool {
        switch self {
        case .hello, .metrics, .status, .agentList, .macroList, .queueList, .ticketList, .report,
            .conversationList, .auditWrites, .hookList:
            true
        // A desk that cannot store is not well; and what somebody wrote is shown when it is stored.
        case .health, .show, .ticketShow: false
        case .say, .subscribe, .unsubscribe, .end, .happened, .reload, .agentOnline, .agent,
            .macroFill, .watch, .unwatch, .hookRetry, .auditRecord:
            false
        }
    }
}

/// The parameters of `conversation.say`.
public struct SayParameters: Equatable, Sendable {
    public var conversation: String
    public var text: String
    /// The client's id of the message; nil: the daemon gives it one, and a repetition is a new
    /// message.
    public var message: String?
    public var language: String?
    public var channel: String?
    /// The customer's id where the channel has verified it; operators only.
    public var customer: String?

    public init(
        conversation: String, text: String, message: String? = nil, language: String? = nil,
        channel: String? = nil, customer: String? = nil
    ) {
        self.conversation = conversation
        self.text = text
        self.message = message
        self.language = language
        self.channel = channel
        self.customer = customer
    }

    /// The event's form; `message` is used where the client gave no id.
    public func utterance(message given: @autoclosure () -> String) -> Utterance {
        Utterance(
            conversation: conversation, message: message ?? given(), text: text,
            language: language, channel: channel, customer: customer)
    }
}

extension Call {
    /// Checks a request's method and parameters; `now` turns durations into instants.
    public init(_ request: Request, now: Instant) throws(ProtocolError) {
        let method = try Method(named: request.method)
        let parameters = try Parameters(request.params)
        switch method {
        case .hello:
            try parameters.allow("client")
            self = .hello(client: try parameters.optionalName("client"))
        case .health: self = try .bare(.health, parameters)
        case .metrics: self = try .bare(.metrics, parameters)
        case .status: self = try .bare(.status, parameters)
        case .reload: self = try .bare(.reload, parameters)
        case .say, .show, .subscribe, .unsubscribe, .end, .event:
            self = try Call(conversation: method, parameters)
        case .agentOnline:
            try parameters.allow("agent", "resume")
            self = .agentOnline(
                agent: try parameters.name("agent"),
                resumes: try parameters.optionalFlag("resume") ?? false)
        case .agentList: self = try .bare(.agentList, parameters)
        case .agentAway, .agentBreak, .agentOffline, .agentActive, .agentNext, .agentAccept,
            .agentDecline, .agentClaim, .agentReply, .agentNote, .agentDraft, .agentTransfer,
            .agentSnooze,
            .agentWake, .agentResolve, .agentDone, .agentReturn, .agentTakeOver, .agentKick,
            .agentSend,
            .agentUndo, .agentAsk, .agentAnswer, .agentMerge, .agentAssign, .agentWhisper:
            self = .agent(try AgentCommand(method, parameters, now: now))
        case .macroList: self = try .bare(.macroList, parameters)
        case .macroFill:
            try parameters.allow("ticket", "name", "values")
            guard let values = Record(json: parameters.optionalJSON("values") ?? [:]) else {
                throw ProtocolError(.invalidParams, "'values' is no object without nulls")
            }
            self = .macroFill(
                ticket: try parameters.name("ticket"), name: try parameters.name("name"),
                values: values)
        case .queueList: self = try .bare(.queueList, parameters)
        case .ticketShow:
            try parameters.allow("ticket")
            self = .ticketShow(ticket: try parameters.name("ticket"))
        case .ticketWatch:
            try parameters.allow("ticket")
            self = .watch(ticket: try parameters.name("ticket"))
        case .ticketUnwatch:
            try parameters.allow("ticket")
            self = .unwatch(ticket: try parameters.name("ticket"))
        case .ticketList:
            try parameters.allow("queue")
            self = .ticketList(queue: try parameters.optionalName("queue"))
        case .hookList: self = try .bare(.hookList, parameters)
        case .hookRetry:
            try parameters.allow("notice")
            self = .hookRetry(notice: try parameters.optionalName("notice"))
        case .report, .conversationList, .auditRecord, .auditWrites:
            self = try Call(reporting: method, parameters)
        }
    }

    private static func bare(
        _ call: Call, _ parameters: Parameters
    ) throws(ProtocolError) -> Call {
        try parameters.allow()
        return call
    }

    private init(
        conversation method: Method, _ parameters: Parameters
    ) throws(ProtocolError) {
        switch method {
        case .say:
            self = .say(try SayParameters(parameters))
        case .show:
            try parameters.allow("conversation", "after", "limit")
            let limit = try parameters.optionalInteger("limit") ?? 100
            guard (1...500).contains(limit) else {
                throw ProtocolError(.invalidParams, "'limit' is not within 1…500")
            }
            self = .show(
                conversation: try parameters.name("conversation"),
                after: try parameters.optionalInteger("after") ?? 0, limit: limit)
        case .event:
            try parameters.allow("conversation", "event", "fields")
            guard let fields = Record(json: parameters.optionalJSON("fields") ?? [:]) else {
                throw ProtocolError(.invalidParams, "'fields' is no object without nulls")
            }
            self = .happened(
                conversation: try parameters.name("conversation"),
                event: try parameters.name("event"), fields)
        case .subscribe, .unsubscribe, .end:
            try parameters.allow("conversation")
            let id = try parameters.name("conversation")
            self =
                method == .subscribe
                ? .subscribe(conversation: id)
                : method == .unsubscribe ? .unsubscribe(conversation: id) : .end(conversation: id)
        case .hello, .health, .metrics, .status, .reload, .agentOnline, .agentAway, .agentBreak,
            .agentOffline, .agentActive, .agentNext, .agentAccept, .agentDecline, .agentClaim,
            .agentReply,
            .agentNote, .agentDraft, .agentTransfer, .agentSnooze, .agentWake, .agentResolve,
            .agentDone, .agentReturn, .agentTakeOver, .agentKick, .agentSend, .agentUndo, .agentAsk,
            .agentAnswer, .agentMerge, .agentAssign, .agentWhisper, .agentList, .queueList,
            .ticketShow, .ticketList, .ticketWatch, .ticketUnwatch, .report, .conversationList,
            .auditRecord, .auditWrites, .macroList, .macroFill, .hookList, .hookRetry:
            throw ProtocolError(.internalError, "\(method.rawValue) is no conversation's method")
        }
    }
}

extension SayParameters {
    init(_ parameters: Parameters) throws(ProtocolError) {
        try parameters.allow(
            "conversation", "text", "message", "language", "channel", "customer")
        self.init(
            conversation: try parameters.name("conversation"),
            text: try parameters.text("text"), message: try parameters.optionalName("message"),
            language: try parameters.optionalName("language"),
            channel: try parameters.optionalName("channel"),
            customer: try parameters.optionalName("customer"))
    }
}
