public import Facts
public import Understanding

/// Where one conversation with the bot stands. Plain data, stored beside the journal.
///
/// If a field is added, read it in `init(from:)` below: stored conversations live longer than a release.
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
    /// Flow → how often it was begun, for `conversation.times`.
    public var begun: [String: Int] = [:]
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
    /// Slot type → the value that a resolved flow had, for "the same as last time".
    public var used: [String: Value] = [:]
    /// Proactive messages waiting for their event.
    public var watches: [ArmedWatch] = []
    /// Events that came while a turn waited for the shop; the newest 8.
    public var lateEvents: [WorldEvent] = []
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
    /// What was asked last about nobody's order.
    public var lastQuestion: GeneralQuestion?
    /// The customer has said that the questions are general ones: nothing is to be looked up for them.
    public var isGeneral = false
    /// The open question, where it was said in the last turn.
    public var insisting: Insistence?
    /// The last decided intent.
    public var intent: String?
    /// The two intents of the open question "which of the two?".
    public var clarifying: Clarification?
    /// When the customer wrote last to the bot; nil before that.
    public var heardAt: Instant?
    /// Reminders of the open question since then.
    public var reminders = 0
    /// The timers of `Pauses` that are set: they are looked at when due, not moved with every message.
    public var armed: [String] = []
    /// The open question was left for now: the customer's next message takes it up again.
    public var isPaused = false
    /// The last turn left the open question as it was and did not say it again: "take your time".
    public var keptQuestion = false
    /// The customer asked or remarked something at the open confirmation, and it was put again.
    public var askedAgain = false
    /// The last message was "how well did I help?".
    public var isRating = false
    /// What the customer answered to it: 1 (badly) … 5 (well); nil until then.
    public var satisfaction: Int?
    /// A word of the customer's own → the thing of theirs that it is, "box" → "Bluetooth Speaker"; empty where they
    /// were told that none is.
    public var nicknames: [String: String] = [:]
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
    /// Slot → the record of which the customer has given some parts.
    public var begun = Record()
    /// Slot → how often it was asked.
    public var tries: [String: Int] = [:]
    /// Slots that must be asked anew: what earlier messages said about them was wrong.
    public var stale: [String] = []
    /// Slot → the turn in which the customer gave it: "undo" takes back the newest.
    public var answered: [String: Int] = [:]
    /// Optional slots that the customer left out.
    public var skipped: [String] = []
    /// What the customer wrote for this flow, the opening message first; at most 4.
    public var utterances: [String] = []
    /// The last result of an action, for `result.…`.
    public var result: Value?
    public var consent: Consent?
    /// The flows that led into this one by `start:`.
    public var origins: [String] = []
    /// The order that the wish was noted for, and whether it only follows one that was: it may be about another order
    /// all the same.
    public var about: Value?
    public var follows = false
    /// What was asked beside the wish, to be answered with the confirmation.
    public var asked: String?

    public enum Phase: Equatable, Sendable, Codable {
        /// The state is to be entered.
        case entering
        /// The state has been entered, and what it says is said; a slot of it was filled in this turn.
        case filling
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

extension DialogueState {
    /// The innermost flow waits for an answer.
    public var hasOpenQuestion: Bool {
        guard case .asking? = stack.last?.phase else { return false }
        return true
    }
}

/// A wish for later: its words, and the intent they were understood as.
public struct Wish: Equatable, Sendable, Codable {
    public var intent: String
    public var text: String
    /// The order or the product that it is about, where the same is wished for several.
    public var about: Value?
    /// It names no order of its own behind a wish about one in the same message: true or nil.
    public var follows: Bool?

    public init(intent: String, text: String, about: Value? = nil, follows: Bool? = nil) {
        self.intent = intent
        self.text = text
        self.about = about
        self.follows = follows
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

    /// The event's field names the same thing, as a number or as a text.
    func isAbout(_ value: Value) -> Bool {
        value.equals(self.value) || value.readableText == self.value.readableText
    }
}

/// Something that happened in the shop's world: `carrier.scanned` with its fields.
public struct WorldEvent: Equatable, Sendable, Codable {
    public var name: String
    public var fields: Record

    public init(name: String, fields: Record) {
        self.name = name
        self.fields = fields
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
    /// What the utterance was taken as.
    public var takenAs: TakenAs?
    /// Word lists that the utterance mentions.
    public var mentions: [String] = []
    /// How a flow ended in this turn.
    public var outcome: String?
    /// The rating given in this turn, 1…5.
    public var satisfaction: Int?
    /// A flow that serves a customer ended `resolved` in this turn.
    public var isResolved = false
    /// A person must take over when the turn ends.
    public var handoff: HandoffWish?
    /// Nothing is said about what this turn does.
    public var isQuiet = false
    /// The customer came back to a question that was left for now.
    public var isReturn = false
    /// What was said is no question of its own: the last one stays the last that was said.
    public var keepsQuestion = false
    /// The confirmation that was open when the message came, as flow and state.
    public var confirming: [String] = []
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

// MARK: - Reading what an older release stored

extension DialogueState {
    /// Reads a stored state; fields that an older release did not have keep their defaults.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            conversation: try values.decode(String.self, forKey: .conversation),
            language: try values.decode(String.self, forKey: .language),
            channel: try values.decode(String.self, forKey: .channel))
        try values.read(&customer, .customer)
        try values.read(&stack, .stack)
        try values.read(&wishes, .wishes)
        try values.read(&failedTurns, .failedTurns)
        try values.read(&begun, .begun)
        try values.read(&turn, .turn)
        try values.read(&lastSaid, .lastSaid)
        try values.read(&timesSaid, .timesSaid)
        try values.read(&shown, .shown)
        try values.read(&earlier, .earlier)
        try values.read(&used, .used)
        try values.read(&watches, .watches)
        try values.read(&lateEvents, .lateEvents)
        try values.read(&done, .done)
        try values.read(&failures, .failures)
        try values.read(&facts, .facts)
        try values.read(&outcome, .outcome)
        try values.read(&lastWish, .lastWish)
        try values.read(&lastQuestion, .lastQuestion)
        try values.read(&isGeneral, .isGeneral)
        try values.read(&insisting, .insisting)
        try values.read(&intent, .intent)
        try values.read(&clarifying, .clarifying)
        try values.read(&heardAt, .heardAt)
        try values.read(&reminders, .reminders)
        try values.read(&armed, .armed)
        try values.read(&isPaused, .isPaused)
        try values.read(&keptQuestion, .keptQuestion)
        try values.read(&askedAgain, .askedAgain)
        try values.read(&isRating, .isRating)
        try values.read(&satisfaction, .satisfaction)
        try values.read(&nicknames, .nicknames)
        try values.read(&working, .working)
    }
}

extension Frame {
    /// Reads a stored frame; fields that an older release did not have keep their defaults.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            flow: try values.decode(String.self, forKey: .flow),
            version: try values.decode(Int.self, forKey: .version),
            state: try values.decode(String.self, forKey: .state))
        try values.read(&phase, .phase)
        try values.read(&slots, .slots)
        try values.read(&begun, .begun)
        try values.read(&tries, .tries)
        try values.read(&stale, .stale)
        try values.read(&answered, .answered)
        try values.read(&skipped, .skipped)
        try values.read(&utterances, .utterances)
        try values.read(&result, .result)
        try values.read(&consent, .consent)
        try values.read(&origins, .origins)
        try values.read(&asked, .asked)
        try values.read(&about, .about)
        try values.read(&follows, .follows)
    }
}

extension Working {
    /// Reads a stored turn; fields that an older release did not have keep their defaults.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(utterance: try values.decodeIfPresent(String.self, forKey: .utterance))
        try values.read(&said, .said)
        try values.read(&answers, .answers)
        try values.read(&pending, .pending)
        try values.read(&calls, .calls)
        try values.read(&steps, .steps)
        try values.read(&isRead, .isRead)
        try values.read(&rule, .rule)
        try values.read(&confidence, .confidence)
        try values.read(&takenAs, .takenAs)
        try values.read(&mentions, .mentions)
        try values.read(&outcome, .outcome)
        try values.read(&satisfaction, .satisfaction)
        try values.read(&isResolved, .isResolved)
        try values.read(&handoff, .handoff)
        try values.read(&isQuiet, .isQuiet)
        try values.read(&isReturn, .isReturn)
        try values.read(&keepsQuestion, .keepsQuestion)
        try values.read(&confirming, .confirming)
        try values.read(&timers, .timers)
    }
}

extension KeyedDecodingContainer {
    /// The stored value, else the one that is there.
    fileprivate func read<Value: Decodable>(_ value: inout Value, _ key: Key) throws {
        value = try decodeIfPresent(Value.self, forKey: key) ?? value
    }
}
