public import Facts

/// A rule of `desk.yaml`: when its condition holds over the facts of a turn, its action applies.
public struct DeskRule: Hashable, Sendable {
    /// Unique and stable: receipts and reports name it.
    public var id: String
    /// Over the facts of a turn.
    public var when: Condition
    /// What applies when it holds.
    public var then: RuleAction

    public init(id: String, when: Condition, then: RuleAction) {
        self.id = id
        self.when = when
        self.then = then
    }
}

/// What a rule asks for; what it leaves out it does not touch.
public struct RuleAction: Hashable, Sendable {
    /// The conversation goes to a person.
    public var handOff: Bool
    public var queue: String?
    public var serviceClass: String?
    /// A deadline for the first reply, sooner than the class's.
    public var firstReply: Duration?
    /// Roles, as `lead`.
    public var notify: [String]
    public var tags: [String]
    /// Actions that the bot must not do for this customer any more, as `refund`.
    public var freeze: [String]
    /// A role that is paged, as `oncall`.
    public var page: String?
    /// A reply that the customer gets before the conversation goes to a person.
    public var say: String?

    public init(
        handOff: Bool = false, queue: String? = nil, serviceClass: String? = nil,
        firstReply: Duration? = nil, notify: [String] = [], tags: [String] = [],
        freeze: [String] = [], page: String? = nil,
        say: String? = nil
    ) {
        self.handOff = handOff
        self.queue = queue
        self.serviceClass = serviceClass
        self.firstReply = firstReply
        self.notify = notify
        self.tags = tags
        self.freeze = freeze
        self.page = page
        self.say = say
    }
}

/// The merged result of every rule that matched; the merge does not depend on the order of the
/// rules, but for the queue (the first in the file wins) and the order of the lists.
public struct RuleOutcome: Hashable, Sendable, Codable {
    /// The ids of the rules that matched, in the order of the file.
    public var fired: [String] = []
    /// The ids of those that asked for a handoff.
    public var handOffReasons: [String] = []
    public var queue: String?
    /// The highest class that a rule named.
    public var serviceClass: String?
    /// The soonest deadline that a rule named.
    public var firstReply: Duration?
    public var notify: [String] = []
    public var tags: [String] = []
    public var freeze: [String] = []
    public var page: [String] = []
    public var say: [String] = []

    public init() {}

    public var handOff: Bool { !handOffReasons.isEmpty }
}

/// The rules and the classes that they name: pure, cheap, asked on every turn.
public struct RuleSet: Hashable, Sendable {
    public let rules: [DeskRule]
    /// Those that freeze as long as they hold: they hand nothing over, so no ticket keeps what they froze.
    public let freezing: [DeskRule]
    /// The head start per class; unknown classes rank lowest.
    private let ranks: [String: Duration]

    public init(plan: DeskPlan) {
        rules = plan.rules
        freezing = rules.filter { !$0.then.freeze.isEmpty && !$0.then.handOff }
        ranks = Dictionary(
            plan.classes.map { ($0.name, $0.headStart) }, uniquingKeysWith: { first, _ in first })
    }

    /// Applies every rule that matches `facts`.
    public func evaluate(_ facts: some FactSource) -> RuleOutcome {
        var outcome = RuleOutcome()
        for index in rules.indices where rules[index].when.holds(in: facts) {
            merge(rules[index], into: &outcome)
        }
        return outcome
    }

    private func merge(_ rule: DeskRule, into outcome: inout RuleOutcome) {
        let action = rule.then
        outcome.fired.append(rule.id)
        if action.handOff { outcome.handOffReasons.append(rule.id) }
        outcome.queue = outcome.queue ?? action.queue
        outcome.serviceClass = higher(outcome.serviceClass, action.serviceClass)
        outcome.firstReply = Duration.shorter(outcome.firstReply, action.firstReply)
        outcome.notify.appendNew(action.notify)
        outcome.tags.appendNew(action.tags)
        outcome.freeze.appendNew(action.freeze)
        outcome.page.appendNew(action.page.map { [$0] } ?? [])
        // What is told of a frozen action is told when it is wished for.
        if action.handOff { outcome.say.appendNew(action.say.map { [$0] } ?? []) }
    }

    /// The class with the larger head start; `first` when they are equal or `second` is nil.
    public func higher(_ first: String?, _ second: String?) -> String? {
        guard let first, let second else { return first ?? second }
        return ranks[second, default: .zero] > ranks[first, default: .zero] ? second : first
    }
}

/// Facts out of a record, as a handoff carries them.
public struct RecordFacts: FactSource, Sendable {
    public let now: Instant
    private let root: Value

    public init(_ record: Record, now: Instant) {
        self.now = now
        root = .record(record)
    }

    public func value(at path: [String]) -> Value? { root.value(at: path) }
}

extension Duration {
    /// The shorter of two, the only one of which one is nil.
    static func shorter(_ one: Duration?, _ other: Duration?) -> Duration? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}

extension Array where Element: Equatable {
    /// Appends those of `others` that are not yet there, in their order.
    mutating func appendNew(_ others: [Element]) {
        for other in others where !contains(other) { append(other) }
    }
}
