/// The desk as `Intents/desk.yaml` describes it: calendars, classes, queues, rules, ladders,
/// agents.
///
/// Lists keep the order of the file, which decides ties. Call `problems()` before use.
public struct DeskPlan: Hashable, Sendable {
    public var calendars: [WorkCalendar]
    /// The classes of service; the highest is the one with the largest head start.
    public var classes: [ServiceClass]
    /// The first queue is the default, unless `defaults.queue` names another.
    public var queues: [QueuePlan]
    public var rules: [DeskRule]
    /// Steps while a ticket waits for an agent, by the time since it was queued.
    public var waitingLadder: [LadderStep]
    /// Steps while an agent holds the ticket, by the time since the claim.
    public var claimedLadder: [LadderStep]
    public var agents: [AgentPlan]
    public var defaults: DeskDefaults
    /// Who is to work when.
    public var shifts: [ShiftPlan]
    /// The programs that hear of notices and pages.
    public var hooks: HookPlan
    /// What a rule's `freeze` means: the actions of each name; one that is not here is an action
    /// itself.
    public var freezes: [String: [String]]
    /// Prepared texts, in the order of the file.
    public var macros: [Macro]

    public init(
        calendars: [WorkCalendar] = [], classes: [ServiceClass] = [], queues: [QueuePlan] = [],
        rules: [DeskRule] = [], waitingLadder: [LadderStep] = [],
        claimedLadder: [LadderStep] = [], agents: [AgentPlan] = [],
        defaults: DeskDefaults = DeskDefaults(), shifts: [ShiftPlan] = [],
        hooks: HookPlan = HookPlan(), freezes: [String: [String]] = [:],
        macros: [Macro] = []
    ) {
        self.calendars = calendars
        self.classes = classes
        self.queues = queues
        self.rules = rules
        self.waitingLadder = waitingLadder
        self.claimedLadder = claimedLadder
        self.agents = agents
        self.defaults = defaults
        self.shifts = shifts
        self.hooks = hooks
        self.freezes = freezes
        self.macros = macros
    }

    /// The first of that name; nil when there is none. So for the others below.
    public func calendar(named name: String) -> WorkCalendar? {
        calendars.firstIndex { $0.name == name }.map { calendars[$0] }
    }

    public func serviceClass(named name: String) -> ServiceClass? {
        classes.firstIndex { $0.name == name }.map { classes[$0] }
    }

    public func queue(named name: String) -> QueuePlan? {
        queues.firstIndex { $0.name == name }.map { queues[$0] }
    }

    public func agent(_ id: String) -> AgentPlan? { agents.first { $0.id == id } }

    /// Where a ticket goes that no rule and no flow sends elsewhere; nil in a plan without queues.
    public var defaultQueue: QueuePlan? {
        defaults.queue.flatMap(queue(named:)) ?? queues.first
    }
}

/// A class of service: how urgent a ticket is, and what the customer is promised.
public struct ServiceClass: Hashable, Sendable {
    public var name: String
    /// How much older than it is a ticket of this class counts in the order; at least zero.
    public var headStart: Duration
    /// From handoff to the first reply of a person, on the class's clock; nil promises nothing.
    public var firstReply: Duration?
    /// From a later message of the customer to the reply, on the class's clock.
    public var nextReply: Duration?
    /// From handoff to the resolution, on the class's clock, without the waits on the customer.
    public var resolution: Duration?
    /// The calendar whose working time counts; nil is `always`.
    public var clock: String?

    public init(
        name: String, headStart: Duration, firstReply: Duration? = nil,
        nextReply: Duration? = nil, resolution: Duration? = nil, clock: String? = nil
    ) {
        self.name = name
        self.headStart = headStart
        self.firstReply = firstReply
        self.nextReply = nextReply
        self.resolution = resolution
        self.clock = clock
    }

    /// The promised duration of `target`, nil when the class promises none.
    public func duration(of target: TargetName) -> Duration? {
        switch target {
        case .firstReply: firstReply
        case .nextReply: nextReply
        case .resolution: resolution
        }
    }
}

/// A queue: what its tickets are by default and which agents may take them.
public struct QueuePlan: Hashable, Sendable {
    public var name: String
    /// The class of its tickets unless something raises it; nil takes the default class.
    public var serviceClass: String?
    /// The skills that an agent must have, each at least at its level.
    public var needs: [Skill]
    /// The calendar of its hours; nil takes `DeskDefaults.hours`.
    public var hours: String?
    /// What happens to a ticket that arrives outside the hours; nil: it waits.
    public var afterHours: AfterHours?
    /// When the agents of another queue help; nil: never.
    public var overflow: Overflow?
    /// Intents, or groups of them as `knowledge`, that the bot may answer while the ticket waits; nil
    /// takes `DeskDefaults`'.
    public var sideQuestions: [String]?
    /// The bot says nothing of its own while a ticket is here, and takes none back.
    public var barsBot: Bool

    public init(
        name: String, serviceClass: String? = nil, needs: [Skill] = [], hours: String? = nil,
        afterHours: AfterHours? = nil, overflow: Overflow? = nil, sideQuestions: [String]? = nil,
        barsBot: Bool = false
    ) {
        self.name = name
        self.serviceClass = serviceClass
        self.needs = needs
        self.hours = hours
        self.afterHours = afterHours
        self.overflow = overflow
        self.sideQuestions = sideQuestions
        self.barsBot = barsBot
    }
}

/// When a queue is helped by another one: more than `waiting` tickets, or a median wait over
/// `wait`.
public struct Overflow: Hashable, Sendable {
    public var queue: String
    public var waiting: Int?
    public var wait: Duration?

    public init(queue: String, waiting: Int? = nil, wait: Duration? = nil) {
        self.queue = queue
        self.waiting = waiting
        self.wait = wait
    }
}

/// What a queue does with a ticket that arrives outside its hours.
public struct AfterHours: Hashable, Sendable {
    /// The role that is paged, as `oncall`.
    public var page: String?
    /// The roles that are notified.
    public var notify: [String]
    /// The queue that takes the ticket instead.
    public var queue: String?

    public init(page: String? = nil, notify: [String] = [], queue: String? = nil) {
        self.page = page
        self.notify = notify
        self.queue = queue
    }
}
