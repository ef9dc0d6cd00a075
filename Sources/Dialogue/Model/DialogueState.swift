public import Facts
public import Understanding

/// Where one conversation with the bot stands. Plain data, stored beside the journal.
///
/// If a field is added, give it a default in decoding: stored conversations live longer than a release.
public struct DialogueState: Equatable, Sendable, Codable {
    public var conversation: String
    public var language: String
    /// `chat`, `email`, `speech`.
    public var channel: String
    /// The verified customer's record (`id`, `first_name`, `tier`…); nil until identified.
    public var customer: Record?
    /// The active flows, the innermost last.
    public var stack: [Frame] = []
    /// Wishes noted and not begun.
    public var wishes: [Wish] = []
    /// Turns in a row that were not understood.
    public var failedTurns = 0
    /// Customer turns so far.
    public var turn = 0
    /// The replies of the last turn, for "say that again".
    public var lastSaid: [SaidReply] = []
    /// How often each reply was said, for its variants.
    public var timesSaid: [String: Int] = [:]
    /// The choices that the open question offers.
    public var shown: [Choice] = []
    /// Entities of earlier messages, the newest last.
    public var earlier: [Entity] = []
    /// Proactive messages waiting for their event.
    public var watches: [ArmedWatch] = []
    /// Writes done in this conversation.
    public var done: [DoneRequest] = []
    /// Failed actions of this conversation, for rules and the summary.
    public var failures: [FailedAction] = []
    /// What the last turn looked up, by the fact's name, without nested parts: for rules and the summary.
    public var facts = Record()
    /// How the last flow ended: `resolved`, `cancelled`…; nil before the first end.
    public var outcome: String?
    /// The intent whose flow was opened last: what "and 1071?" asks again.
    public var lastWish: String?
    /// The last decided intent.
    public var intent: String?
    /// The two intents of the open question "which of the two?".
    public var clarifying: Clarification?
    /// What is being worked out; nil between turns.
    public var working: Working?

    public init(conversation: String, language: String, channel: String = "chat") {
        self.conversation = conversation
        self.language = language
        self.channel = channel
    }
}

/// One active flow.
public struct Frame: Equatable, Sendable, Codable {
    public var flow: String
    /// The version of the flow it was begun in.
    public var version: Int
    public var state: String
    public var phase: Phase = .entering
    public var slots = Record()
    /// Slot → how often it was asked.
    public var tries: [String: Int] = [:]
    /// Slots that must be asked anew: what earlier messages said about them was wrong.
    public var stale: [String] = []
    /// What the customer wrote for this flow, the opening message first; at most 4.
    public var utterances: [String] = []
    /// The last result of an action, for `result.…`.
    public var result: Value?
    public var consent: Consent?
    /// The flows that led into this one by `start:`.
    public var origins: [String] = []

    public enum Phase: Equatable, Sendable, Codable {
        /// The state is to be entered.
        case entering
        /// The open question is to be asked again, after something else was said.
        case resuming
        /// Waiting for the customer.
        case asking(Question)
        /// Waiting for the action's answer.
        case performing(call: String)
    }

    public init(flow: String, version: Int, state: String) {
        self.flow = flow
        self.version = version
        self.state = state
    }
}

/// The open question of a frame.
public enum Question: Equatable, Sendable, Codable {
    /// `member`: the index in the list that `each` slots follow.
    case slot(String, member: Int?)
    case confirmation
}

/// Two close intents and the words that were read as either.
public struct Clarification: Equatable, Sendable, Codable {
    public var first: String
    public var second: String
    public var text: String

    public init(first: String, second: String, text: String) {
        self.first = first
        self.second = second
        self.text = text
    }
}

/// A wish for later: its words, and the intent they were understood as.
public struct Wish: Equatable, Sendable, Codable {
    public var intent: String
    public var text: String

    public init(intent: String, text: String) {
        self.intent = intent
        self.text = text
    }
}

public struct ArmedWatch: Equatable, Sendable, Codable {
    public var event: String
    public var field: String
    public var value: Value
    public var say: String
    /// What the reply may read: the flow's slots when it was armed.
    public var arguments: Record

    public init(event: String, field: String, value: Value, say: String, arguments: Record) {
        self.event = event
        self.field = field
        self.value = value
        self.say = say
        self.arguments = arguments
    }
}

public struct DoneRequest: Equatable, Sendable, Codable {
    /// The flow's `request`.
    public var type: String
    public var orderID: String?
    public var action: String
    /// The key of the write: the receipt is found under it.
    public var key: String

    public init(type: String, orderID: String?, action: String, key: String) {
        self.type = type
        self.orderID = orderID
        self.action = action
        self.key = key
    }
}

public struct FailedAction: Equatable, Sendable, Codable {
    public var action: String
    public var reason: String
    public var attempts: Int

    public init(action: String, reason: String, attempts: Int) {
        self.action = action
        self.reason = reason
        self.attempts = attempts
    }
}

/// A turn in progress: survives waiting for the shop, and a restart in between.
public struct Working: Equatable, Sendable, Codable {
    /// The customer's words; nil for a turn begun by a timer or an event.
    public var utterance: String?
    public var said: [SaidReply] = []
    /// Answers of the shop in this turn, by the signature of the call.
    public var answers: [String: ActionResult] = [:]
    /// The call that is out; nothing else of the conversation runs before its answer.
    public var pending: ActionCall?
    public var calls = 0
    public var steps = 0
    /// The utterance has been read; what follows is running the flows.
    public var isRead = false
    /// The rule that decided, for `:why`.
    public var rule: RuleReference?
    public var confidence: Double = 0
    /// Word lists that the utterance mentions.
    public var mentions: [String] = []
    /// How a flow ended in this turn.
    public var outcome: String?
    /// A person must take over when the turn ends.
    public var handoff: HandoffWish?
    /// Timers to start and cancel when the turn ends, in order.
    public var timers: [TimerChange] = []

    public init(utterance: String?) {
        self.utterance = utterance
    }
}

/// A delayed event that a turn starts, or cancels where `afterMilliseconds` is nil.
public struct TimerChange: Equatable, Sendable, Codable {
    public var name: String
    public var afterMilliseconds: Int64?

    public init(name: String, afterMilliseconds: Int64?) {
        self.name = name
        self.afterMilliseconds = afterMilliseconds
    }
}
