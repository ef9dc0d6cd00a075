public import Facts

/// What the journal keeps for reports, beside the tickets' own histories: one fact, and when.
///
/// Raise `JournalEvent.version` and keep the old names readable when a case changes its shape.
public struct ChronicleEntry: Hashable, Sendable, Codable {
    public var at: Instant
    public var what: What

    public enum What: Hashable, Sendable, Codable {
        /// The machine answered a customer.
        case turn(BotTurn)
        /// An agent came, left or went away.
        case presence(PresenceChange)
        /// A conversation was judged with a scorecard.
        case audit(AuditResult)
    }

    public init(at: Instant, what: What) {
        self.at = at
        self.what = what
    }

    /// The word by which a store tells the kinds apart.
    public var kind: Kind {
        switch what {
        case .turn: .turn
        case .presence: .presence
        case .audit: .audit
        }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case turn, presence, audit
    }
}

/// A customer's message and what the machine made of it, without any of its words.
public struct BotTurn: Hashable, Sendable, Codable {
    public var conversation: String
    /// From 1 in each conversation.
    public var number: Int
    /// When the customer's message arrived; the entry's own time is that of the answer.
    public var saidAt: Instant
    public var customer: String?
    public var language: String?
    /// nil where none was decided.
    public var intent: String?
    /// The turn belongs to a flow, or ended one: not a mere "thanks" or "hello?".
    public var hasTopic: Bool
    /// How the flow that ended in this turn ended.
    public var outcome: String?
    /// How many messages the customer got at once; 0 while a person owns the conversation.
    public var messages: Int
    /// The open ticket after the turn.
    public var ticket: String?

    public init(
        conversation: String, number: Int, saidAt: Instant, customer: String? = nil,
        language: String? = nil, intent: String? = nil, hasTopic: Bool = true,
        outcome: String? = nil, messages: Int = 1, ticket: String? = nil
    ) {
        self.conversation = conversation
        self.number = number
        self.saidAt = saidAt
        self.customer = customer
        self.language = language
        self.intent = intent
        self.hasTopic = hasTopic
        self.outcome = outcome
        self.messages = messages
        self.ticket = ticket
    }
}

/// From its time on the agent is in this presence.
public struct PresenceChange: Hashable, Sendable, Codable {
    public var agent: String
    public var presence: WorkPresence
    /// Of an absence, as `lunch`; may be empty.
    public var reason: String

    public init(agent: String, presence: WorkPresence, reason: String = "") {
        self.agent = agent
        self.presence = presence
        self.reason = reason
    }
}

/// What an agent's time counts as.
public enum WorkPresence: String, Hashable, Sendable, Codable, CaseIterable {
    case online, away, offline
    case onBreak = "break"
    /// The connection is lost and may come back.
    case lost
}

/// One judgement with a scorecard.
public struct AuditResult: Hashable, Sendable, Codable {
    public var conversation: String
    public var scorecard: String
    /// Who judged.
    public var auditor: String
    public var points: Int
    /// The most points that the scorecard gives; at least 1.
    public var maximum: Int
    /// A question whose failure fails the whole card was failed.
    public var isFailed: Bool
    public var note: String

    public init(
        conversation: String, scorecard: String, auditor: String, points: Int, maximum: Int,
        isFailed: Bool = false, note: String = ""
    ) {
        self.conversation = conversation
        self.scorecard = scorecard
        self.auditor = auditor
        self.points = points
        self.maximum = maximum
        self.isFailed = isFailed
        self.note = note
    }
}
