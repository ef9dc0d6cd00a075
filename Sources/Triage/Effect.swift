public import Desk
public import Dialogue
public import Facts
public import Understanding

/// Everything the machine wants done. Plain values: the shell obeys after the commit.
public enum Effect: Equatable, Sendable {
    /// Answers `conversation.say`: the turn is complete.
    case turnEnded(Turn)
    /// Answers `conversation.say`: too many messages wait for an answer; nothing was taken.
    case overloaded(conversation: String, message: String)
    /// A later message to the customer: an agent's reply, a proactive notice.
    case message(Message)
    /// Ask the shop. A write goes through the outbox.
    case call(ActionCall)
    /// The shop was asked for this look-up, and has not answered at once.
    case awaited(ActionCall)
    /// The shop was asked for this look-up, and has answered: part of the event.
    case answered(ActionCall, ActionResult)
    case setTimer(TimerKey, at: Instant)
    case cancelTimer(TimerKey)
    /// The conversation's row changed: store it with this event.
    case conversationChanged(String)
    /// A count changed that outlives its conversation: store it.
    case tallied(Tally)
    /// Something for the desk's people: offers, escalations, refusals, changed tickets and agents. Never a timer,
    /// a message or an owner: those are effects of their own.
    case desk(DeskEffect)
    /// What a turn went through: only where the handbook's book is traced.
    case traced([TraceMark])
}

/// A message to the customer.
public struct Message: Equatable, Sendable, Codable {
    public var conversation: String
    /// From 1 in each conversation.
    public var number: Int
    /// `bot` or `agent.ana`.
    public var sender: String
    public var text: String
    /// The reply it came from; nil for an agent's words.
    public var reply: String?
    public var arguments: Record

    public init(
        conversation: String, number: Int, sender: String, text: String, reply: String? = nil,
        arguments: Record = Record()
    ) {
        self.conversation = conversation
        self.number = number
        self.sender = sender
        self.text = text
        self.reply = reply
        self.arguments = arguments
    }
}

/// The answer to one customer message.
public struct Turn: Equatable, Sendable, Codable {
    public var conversation: String
    /// The id of the customer's message.
    public var message: String
    /// From 1.
    public var number: Int
    public var messages: [Message]
    /// `bot`, `queue` or `agent.ana`.
    public var owner: String
    public var intent: String?
    /// 0…1; 1 for a phrase rule.
    public var confidence: Double
    /// The phrase rule that decided; nil where the classifier or nothing did.
    public var rule: RuleReference?
    /// `return_item/confirm`, or `idle`.
    public var state: String
    /// The open ticket's id.
    public var ticket: String?
    /// How the flow that ended in this turn ended.
    public var outcome: String?
    /// What the customer gave the bot's help in this message, 1 (badly) … 5 (well); nil elsewhere.
    public var satisfaction: Int?
    /// What the message was taken as; nil where the bot did not read it.
    public var takenAs: TakenAs?

    public init(
        conversation: String, message: String, number: Int, messages: [Message], owner: String,
        intent: String? = nil, confidence: Double = 0, rule: RuleReference? = nil, state: String,
        ticket: String? = nil, outcome: String? = nil, satisfaction: Int? = nil,
        takenAs: TakenAs? = nil
    ) {
        self.conversation = conversation
        self.message = message
        self.number = number
        self.messages = messages
        self.owner = owner
        self.intent = intent
        self.confidence = confidence
        self.rule = rule
        self.state = state
        self.ticket = ticket
        self.outcome = outcome
        self.satisfaction = satisfaction
        self.takenAs = takenAs
    }
}
