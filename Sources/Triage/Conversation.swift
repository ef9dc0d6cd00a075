public import Dialogue
public import Facts

/// One conversation: who owns it, what the bot knows, the tail of what was said.
public struct Conversation: Equatable, Sendable, Codable {
    public var id: String
    public var owner: Owner = .bot
    public var dialogue: DialogueState
    /// Who spoke last for the desk's people.
    public var lastAgent: String?
    /// The ticket that is open for it.
    public var ticket: String?
    public var startedAt: Instant
    public var lastWroteAt: Instant
    /// Messages sent to the customer so far; numbers them.
    public var messageCount = 0
    /// Customer turns so far.
    public var turnCount = 0
    /// The last lines of both sides, newest last; at most 40, for the agent and the summary.
    public var tail: [Line] = []
    /// The message that is being worked on; further ones wait in `waiting`.
    public var current: Utterance?
    /// Messages that arrived while the shop was asked; at most 16.
    public var waiting: [Utterance] = []
    public var isEnded = false
    /// What the desk itself has asked the customer; the next message may answer it.
    public var deskQuestion: DeskQuestion?
    /// What came in since somebody spoke to the customer last was said to be received.
    public var isAcknowledged: Bool?
    /// An e-mail address or phone number that the customer wrote.
    public var contact: String?
    /// What the bot last saw of an order, without nested parts.
    public var order: Record?
    /// The flows that stood when people took over, while the bot answers a side question.
    public var shelf: [Frame]?

    /// What a person has closed last, as long as it may not be settled.
    public var closing: Closing?

    public init(id: String, language: String, channel: String, at now: Instant) {
        self.id = id
        dialogue = DialogueState(conversation: id, language: language, channel: channel)
        startedAt = now
        lastWroteAt = now
    }
}

/// Who speaks to the customer. Only the owner does.
public enum Owner: Hashable, Sendable, Codable {
    case bot
    case queue
    case agent(String)

    /// `bot`, `queue`, `agent.ana`.
    public var name: String {
        switch self {
        case .bot: "bot"
        case .queue: "queue"
        case .agent(let id): "agent.\(id)"
        }
    }
}

/// One line of the tail.
public struct Line: Equatable, Sendable, Codable {
    public var at: Instant
    /// `customer`, `bot`, `agent.ana`.
    public var speaker: String
    public var text: String

    public init(at: Instant, speaker: String, text: String) {
        self.at = at
        self.speaker = speaker
        self.text = text
    }
}

/// A question of the desk, beside the flows.
public enum DeskQuestion: String, Hashable, Sendable, Codable {
    /// Shall somebody call back?
    case callback
    /// Which number is to be called?
    case number
    /// How can the customer be reached?
    case contact
    /// Shall the request be taken back?
    case withdraw
    /// How was it, from 1 to 5?
    case satisfaction
    /// Nothing is asked: the grade is given, and another one right behind it corrects it.
    case graded
}
