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
    /// How long after a closing by a person what the bot does not understand reopens the ticket.
    public var resumeWindow: Duration
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
    /// Intents that the bot may answer while a ticket waits.
    public var sideQuestions: [String]

    public init(
        queue: String? = nil, serviceClass: String? = nil, hours: String? = nil,
        offerTime: Duration = .seconds(30), grace: Duration = .seconds(60),
        wrapUp: Duration = .zero, reopenWindow: Duration = .seconds(86_400),
        resumeWindow: Duration = .seconds(900), maximumOffers: Int = 5,
        asksSatisfaction: Bool = true,
        maximumOpenTickets: Int = 1_000_000, handleTime: Duration = .seconds(300),
        firstTicketNumber: Int = 1001, sideQuestions: [String] = []
    ) {
        self.queue = queue
        self.serviceClass = serviceClass
        self.hours = hours
        self.offerTime = offerTime
        self.grace = grace
        self.wrapUp = wrapUp
        self.reopenWindow = reopenWindow
        self.resumeWindow = resumeWindow
        self.maximumOffers = maximumOffers
        self.asksSatisfaction = asksSatisfaction
        self.maximumOpenTickets = maximumOpenTickets
        self.handleTime = handleTime
        self.firstTicketNumber = firstTicketNumber
        self.sideQuestions = sideQuestions
    }
}
