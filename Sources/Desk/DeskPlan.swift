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

    public init(
        calendars: [WorkCalendar] = [], classes: [ServiceClass] = [], queues: [QueuePlan] = [],
        rules: [DeskRule] = [], waitingLadder: [LadderStep] = [],
        claimedLadder: [LadderStep] = [], agents: [AgentPlan] = [],
        defaults: DeskDefaults = DeskDefaults()
    ) {
        self.calendars = calendars
        self.classes = classes
        self.queues = queues
        self.rules = rules
        self.waitingLadder = waitingLadder
        self.claimedLadder = claimedLadder
        self.agents = agents
        self.defaults = defaults
    }

    /// The first of that name; nil when there is none. So for the others below.
    public func calendar(named name: String) -> WorkCalendar? {
        calendars.first { $0.name == name }
    }

    public func serviceClass(named name: String) -> ServiceClass? {
        classes.first { $0.name == name }
    }

    public func queue(named name: String) -> QueuePlan? { queues.first { $0.name == name } }

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

    public init(
        name: String, serviceClass: String? = nil, needs: [Skill] = [], hours: String? = nil,
        afterHours: AfterHours? = nil
    ) {
        self.name = name
        self.serviceClass = serviceClass
        self.needs = needs
        self.hours = hours
        self.afterHours = afterHours
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

/// A skill at a level, of an agent or needed by a queue.
public struct Skill: Hashable, Sendable, Codable {
    public var name: String
    /// 1 (can do it) and up; higher is better.
    public var level: Int

    public init(_ name: String, level: Int = 1) {
        self.name = name
        self.level = level
    }
}

/// An agent as the plan knows them; `AgentRow` is the same person at work.
public struct AgentPlan: Hashable, Sendable {
    /// The stable short name, as `ana`.
    public var id: String
    /// The name that customers see, as `Ana`.
    public var name: String
    public var skills: [Skill]
    /// Language codes, as `en`; empty: every language.
    public var languages: [String]
    /// How many tickets at once (claims, offers and wrap-ups), at least 1.
    public var capacity: Int
    /// The queues that the agent serves; empty: all whose needs the skills meet.
    public var queues: [String]
    /// The roles, as `lead`: whom a rule notifies, and who may take a ticket over.
    public var roles: [String]

    public init(
        id: String, name: String, skills: [Skill] = [], languages: [String] = [],
        capacity: Int = 1, queues: [String] = [], roles: [String] = []
    ) {
        self.id = id
        self.name = name
        self.skills = skills
        self.languages = languages
        self.capacity = capacity
        self.queues = queues
        self.roles = roles
    }

    /// Whether the agent may take over, kick and reassign.
    public var isLead: Bool { roles.contains("lead") }
}

/// The desk's settings, each with its default.
public struct DeskDefaults: Hashable, Sendable {
    /// The queue of tickets that nothing else routes; nil: the first queue.
    public var queue: String?
    /// The class of queues that name none; nil: the lowest class.
    public var serviceClass: String?
    /// The calendar of the desk's hours, for queues without their own; nil: always open.
    public var hours: String?
    /// How long an offer waits for the agent.
    public var offerTime: Duration
    /// How long a claim survives a lost connection.
    public var grace: Duration
    /// How long the slot stays busy after a resolution; zero: not at all.
    public var wrapUp: Duration
    /// How long a resolved ticket can be reopened before it closes.
    public var reopenWindow: Duration
    /// How many failed offers make a ticket need attention.
    public var maximumOffers: Int
    /// Whether the customer is asked for a grade from 1 to 5 after a resolution.
    public var asksSatisfaction: Bool
    /// How many tickets may be open at once before handoffs are refused (`deskFull`).
    public var maximumOpenTickets: Int
    /// The mean handle time to expect before any is observed.
    public var handleTime: Duration
    /// The number of the first ticket.
    public var firstTicketNumber: Int

    public init(
        queue: String? = nil, serviceClass: String? = nil, hours: String? = nil,
        offerTime: Duration = .seconds(30), grace: Duration = .seconds(60),
        wrapUp: Duration = .zero, reopenWindow: Duration = .seconds(86_400),
        maximumOffers: Int = 5, asksSatisfaction: Bool = true,
        maximumOpenTickets: Int = 1_000_000, handleTime: Duration = .seconds(300),
        firstTicketNumber: Int = 1001
    ) {
        self.queue = queue
        self.serviceClass = serviceClass
        self.hours = hours
        self.offerTime = offerTime
        self.grace = grace
        self.wrapUp = wrapUp
        self.reopenWindow = reopenWindow
        self.maximumOffers = maximumOffers
        self.asksSatisfaction = asksSatisfaction
        self.maximumOpenTickets = maximumOpenTickets
        self.handleTime = handleTime
        self.firstTicketNumber = firstTicketNumber
    }
}
