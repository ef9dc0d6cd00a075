public import Desk
public import Dialogue
public import Facts
public import Reporting
public import Triage

/// Everything that one transaction makes durable: the events that arrived while the last one was
/// written, and what the machine made of them. Later entries win over earlier ones of the same key.
public struct Batch: Sendable, Equatable {
    /// Appended to the journal in this order.
    public var events: [JournalEvent] = []
    /// The whole state of each changed conversation.
    public var conversations: [Conversation] = []
    public var messages: [SentMessage] = []
    /// Complete answers: a repeated message gets them again.
    public var answers: [StoredAnswer] = []
    public var timers: [TimerChange] = []
    public var outbox: [OutboxChange] = []
    public var tickets: [Ticket] = []
    public var agents: [AgentRow] = []
    /// What reports will count, in order.
    public var chronicle: [ChronicleEntry] = []
    public var tallies: [Tally] = []
    /// The whole state of each changed notice.
    public var notices: [Notice] = []

    public init() {}

    public var isEmpty: Bool {
        events.isEmpty && conversations.isEmpty && messages.isEmpty && answers.isEmpty
            && timers.isEmpty && outbox.isEmpty && tickets.isEmpty && agents.isEmpty
            && chronicle.isEmpty
            && tallies.isEmpty && notices.isEmpty
    }

    public mutating func append(_ other: Batch) {
        events += other.events
        conversations += other.conversations
        messages += other.messages
        answers += other.answers
        timers += other.timers
        outbox += other.outbox
        tickets += other.tickets
        agents += other.agents
        chronicle += other.chronicle
        tallies += other.tallies
        notices += other.notices
    }
}

/// One row of the journal: what happened to the machine, and when.
public struct JournalEvent: Sendable, Equatable {
    /// Raise it when `Event` changes its shape; rows keep the version they were written in.
    public static let version = 1

    public var at: Instant
    /// nil for an event of the desk.
    public var conversation: String?
    public var event: Event

    public init(at: Instant, conversation: String?, event: Event) {
        self.at = at
        self.conversation = conversation
        self.event = event
    }
}

/// A message that went to a customer.
public struct SentMessage: Sendable, Equatable {
    public var at: Instant
    public var message: Message

    public init(at: Instant, message: Message) {
        self.at = at
        self.message = message
    }
}

/// The answer to one message of a customer.
public struct StoredAnswer: Sendable, Equatable {
    public var at: Instant
    public var turn: Turn

    public init(at: Instant, turn: Turn) {
        self.at = at
        self.turn = turn
    }
}

public enum TimerChange: Sendable, Equatable {
    /// Sets the timer, or sets it anew.
    case set(TimerKey, at: Instant)
    case cancel(TimerKey)
}

/// A write to the shop on its way.
public enum OutboxChange: Sendable, Equatable {
    /// Must be committed before the shop is asked; performed again after a crash, with the same
    /// key.
    case pending(ActionCall, at: Instant)
    /// The answer came; the row stays for the audit.
    case done(call: String, ActionResult, at: Instant)
}
