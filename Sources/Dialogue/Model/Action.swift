public import Facts

/// A declared action of the shop (actions.yaml).
public struct ActionDeclaration: Equatable, Sendable {
    /// `shop.create_return`.
    public var name: String
    /// Parameter names in order.
    public var parameters: [String]
    public var access: Access
    /// Default 2 s.
    public var timeout: Duration
    /// How often a failed look-up or write is tried again; 0…5, default 2.
    public var retries: Int
    /// What may come back; every use handles each. `failed` (timeouts, refused connections) is always possible.
    public var outcomes: [String]
    /// The parameters that say who somebody claims to be; empty unless the action identifies.
    public var claims: [String] = []
    /// What the desk may move with it for one customer in a day; nil: any amount.
    public var limit: DailyLimit?

    public enum Access: String, Equatable, Sendable, Codable {
        case read
        case write
    }

    public init(
        name: String, parameters: [String], access: Access, timeout: Duration = .seconds(2),
        retries: Int = 2, outcomes: [String] = ["ok"]
    ) {
        self.name = name
        self.parameters = parameters
        self.access = access
        self.timeout = timeout
        self.retries = retries
        self.outcomes = outcomes
    }
}

/// How much a write may move for one customer in a day before a person has to.
public struct DailyLimit: Equatable, Sendable {
    /// The look-up that says what the write would do; it takes some of the write's parameters.
    public var preview: String
    /// The preview's field of money that counts.
    public var amount: String
    /// Whole units of the amount's own currency.
    public var units: Int

    public init(preview: String, amount: String, units: Int) {
        self.preview = preview
        self.amount = amount
        self.units = units
    }
}

/// One call to the shop.
public struct ActionCall: Hashable, Sendable, Codable {
    /// Unique: conversation, turn and number of the call in the turn.
    public var id: String
    public var conversation: String
    /// `shop.create_return`.
    public var action: String
    /// By parameter name; a slot's record is reduced to its id.
    public var arguments: Record
    public var access: ActionDeclaration.Access
    /// Idempotency key of a write; nil for a look-up.
    public var key: String?
    /// What the customer agreed to, for the audit; nil for a look-up.
    public var consent: Consent?
    /// What the write moves, where the action has a daily limit.
    public var amount: Money?

    public init(
        id: String, conversation: String, action: String, arguments: Record,
        access: ActionDeclaration.Access, key: String? = nil, consent: Consent? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.action = action
        self.arguments = arguments
        self.access = access
        self.key = key
        self.consent = consent
    }
}

/// The words of a confirmation: what was asked and how the customer agreed.
public struct Consent: Hashable, Sendable, Codable {
    public var question: String
    public var answer: String

    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }

    /// Both hold words: something was asked, and something said to it.
    public var isWhole: Bool {
        [question, answer].allSatisfy { $0.contains { !$0.isWhitespace } }
    }
}

/// What came back from the shop.
public struct ActionResult: Hashable, Sendable, Codable {
    /// `ok`, `missing`, `exists`, `rejected`, `failed`, or another declared outcome.
    public var outcome: String
    /// The record or list of a look-up, the receipt of a write; nil for nothing.
    public var value: Value?
    /// Why it was rejected or failed, a stable code: `not_pending`, `timeout`.
    public var reason: String?
    /// How often it was tried; 1 or more.
    public var attempts: Int

    /// The outcome of a write that the machine itself does not make: no flow handles it, a person takes over.
    public static let barred = "barred"

    public init(outcome: String, value: Value? = nil, reason: String? = nil, attempts: Int = 1) {
        self.outcome = outcome
        self.value = value
        self.reason = reason
        self.attempts = attempts
    }
}
