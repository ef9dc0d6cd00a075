public import Desk
public import Facts

/// A ticket as reports see it: what it was, and its history.
public struct TicketRecord: Hashable, Sendable {
    public var id: String
    public var conversation: String
    public var language: String?
    public var queue: String
    public var serviceClass: String
    public var createdAt: Instant
    /// Which promises the ticket's class makes.
    public var promises: Set<TargetName>
    /// Oldest first.
    public var history: [Step]
    /// A question to another team: work of agents, but no customer's ticket.
    public var isQuestion: Bool

    public init(
        id: String, conversation: String, language: String? = nil, queue: String,
        serviceClass: String, createdAt: Instant, promises: Set<TargetName> = [],
        history: [Step], isQuestion: Bool = false
    ) {
        self.id = id
        self.conversation = conversation
        self.language = language
        self.queue = queue
        self.serviceClass = serviceClass
        self.createdAt = createdAt
        self.promises = promises
        self.history = history
        self.isQuestion = isQuestion
    }

    public init(_ ticket: Ticket) {
        self.init(
            id: ticket.id, conversation: ticket.conversation, language: ticket.language,
            queue: ticket.queue, serviceClass: ticket.serviceClass, createdAt: ticket.createdAt,
            promises: Set(ticket.targets.map(\.name)), history: ticket.history.map(Step.init),
            isQuestion: ticket.isInternal)
    }
}

extension TicketRecord {
    /// One line of a ticket's history.
    public struct Step: Hashable, Sendable {
        public var at: Instant
        /// A code of `HistoryEntry`, as `accepted`.
        public var what: String
        public var who: String
        public var detail: String

        public init(_ at: Instant, _ what: String, _ who: String, _ detail: String = "") {
            self.at = at
            self.what = what
            self.who = who
            self.detail = detail
        }

        init(_ entry: HistoryEntry) {
            self.init(entry.at, entry.what, entry.who, entry.detail)
        }
    }
}

/// All that a report is made of. A pure function of it: the same journal gives the same report.
public struct ReportJournal: Hashable, Sendable {
    /// By time.
    public var entries: [ChronicleEntry]
    /// By sequence.
    public var tickets: [TicketRecord]

    public init(entries: [ChronicleEntry] = [], tickets: [TicketRecord] = []) {
        self.entries = entries
        self.tickets = tickets
    }
}
