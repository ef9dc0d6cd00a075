public import Facts
public import Understanding

/// What the dialogue wants done, in order.
public enum DialogueOutput: Equatable, Sendable {
    /// Ask the shop; the turn goes on with `DialogueInput.answer`.
    case call(ActionCall)
    /// The turn is over: these messages go to the customer.
    case turnEnded(TurnSummary)
    /// A person must take over; comes before `turnEnded` of the same turn.
    case handoff(HandoffWish)
    /// Wake the conversation with `DialogueInput.expired` after the time.
    case startTimer(name: String, after: Duration)
    case cancelTimer(name: String)
    /// What the turn has gone through since the last input; only where the book is traced.
    case traced([TraceMark])
}

/// What happens to the dialogue.
public enum DialogueInput: Equatable, Sendable {
    case utterance(Interpretation)
    case answer(call: String, ActionResult)
    case expired(timer: String)
    /// Something happened in the world: `carrier.scanned`.
    case happened(event: String, Record)
}

/// What a turn came to.
public struct TurnSummary: Equatable, Sendable {
    public var said: [SaidReply]
    /// nil where none was decided.
    public var intent: String?
    /// 0…1; 1 for a phrase rule.
    public var confidence: Double
    public var rule: RuleReference?
    /// `return_item/confirm`, or `idle`.
    public var state: String
    /// Set when a flow ended in this turn.
    public var outcome: String?
    /// Word lists that the utterance mentioned.
    public var mentions: [String]
    /// What the customer gave the bot's help in this turn: 1 (badly) … 5 (well).
    public var satisfaction: Int?
    /// What the utterance was taken as; nil for a turn without one.
    public var takenAs: TakenAs?

    public init(
        said: [SaidReply], intent: String?, confidence: Double, rule: RuleReference?,
        state: String, outcome: String?, mentions: [String], satisfaction: Int? = nil,
        takenAs: TakenAs? = nil
    ) {
        self.said = said
        self.intent = intent
        self.confidence = confidence
        self.rule = rule
        self.state = state
        self.outcome = outcome
        self.mentions = mentions
        self.satisfaction = satisfaction
        self.takenAs = takenAs
    }
}

/// What the dialogue knows when it gives up a conversation to a person.
public struct HandoffWish: Equatable, Sendable, Codable {
    public var queue: String?
    public var reason: String

    public init(queue: String?, reason: String) {
        self.queue = queue
        self.reason = reason
    }
}
