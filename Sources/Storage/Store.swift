public import Desk
public import Dialogue
public import Facts
public import Reporting
public import Triage

/// The durable state of the desk. One writer; every call is synchronous.
///
/// `ContractTests` describes what an implementation must do.
public protocol Store: Sendable {
    /// Makes the batch durable in one transaction, on disk when the call returns. On an error
    /// nothing of it is stored, and the same batch may be committed again.
    func commit(_ batch: Batch) throws(StoreError)

    /// The conversation as it was last committed; nil when there is none.
    func conversation(_ id: String) throws(StoreError) -> Conversation?

    /// The answer that was given to a message; nil when there is none (or it was pruned).
    func answer(conversation: String, message: String) throws(StoreError) -> Turn?

    /// Messages to the customer with a number above `number`, ascending, at most `limit`.
    func messages(
        conversation: String, after number: Int, limit: Int
    ) throws(StoreError) -> [SentMessage]

    /// The events of a conversation in order, at most the last `limit`.
    func events(conversation: String, limit: Int) throws(StoreError) -> [JournalEvent]

    /// A ticket, closed ones too.
    func ticket(_ id: String) throws(StoreError) -> Ticket?

    /// What reports count: entries of `page.kind` (nil: of every kind) within the page's time, in
    /// the order of their commit.
    func chronicle(_ page: ChroniclePage) throws(StoreError) -> [NumberedEntry]

    /// Tickets that are not closed, and those that something happened to at or after `instant`, with
    /// a sequence above `sequence`, ascending, at most `limit`.
    func tickets(
        touchedSince instant: Instant, after sequence: Int, limit: Int
    ) throws(StoreError) -> [Ticket]

    /// Writes to the shop that were wanted at or after `instant`, with a number above `after`, oldest first.
    func writes(
        since instant: Instant, after number: Int, limit: Int
    ) throws(StoreError) -> [RecordedWrite]

    /// What a daemon needs to go on after a stop or a crash.
    func restore() throws(StoreError) -> Restored

    /// Forgets answers given before `instant`, at most `limit`, and counts them.
    func pruneAnswers(before instant: Instant, atMost limit: Int) throws(StoreError) -> Int

    /// Writes everything back and lets go of the file. Later calls fail.
    func close() throws(StoreError)
}

/// Which entries of the chronicle to read: a page at a time, so that no reader holds the store.
public struct ChroniclePage: Sendable, Equatable {
    public var kind: ChronicleEntry.Kind?
    public var period: Period
    /// The number of the last entry that is known; 0 for none.
    public var after: Int
    public var limit: Int

    public init(
        kind: ChronicleEntry.Kind? = nil, period: Period, after: Int = 0, limit: Int = 5000
    ) {
        self.kind = kind
        self.period = period
        self.after = after
        self.limit = limit
    }
}

/// An entry of the chronicle and its place in it, from 1.
public struct NumberedEntry: Sendable, Equatable {
    public var number: Int
    public var entry: ChronicleEntry
}

/// A write to the shop: what was called, with the words of the yes, and the shop's answer.
public struct RecordedWrite: Sendable, Equatable {
    /// From 1, in the order of commit.
    public var number: Int
    public var at: Instant
    public var call: ActionCall
    /// nil while the answer is not known.
    public var result: ActionResult?
}

/// The state of the desk as it was committed last.
public struct Restored: Sendable, Equatable {
    /// Of how many tickets, those that something happened to last, the wait estimate is learned
    /// anew: more than `WaitStatistics.memory`, for those who left.
    static let replayed = 500

    /// Open tickets, all agents, and what the wait estimate has learned.
    public var desk = DeskSnapshot()
    /// By time, then by key.
    public var timers: [DueTimer] = []
    /// Writes whose answer is not known, in the order of their commit.
    public var outbox: [ActionCall] = []
    /// Conversations in the middle of a turn, by id.
    public var unfinished: [String] = []
    /// By key.
    public var tallies: [Tally] = []
    /// Those that no program has taken, in the order of their commit.
    public var notices: [Notice] = []

    public init() {}
}

/// A timer and when it fires.
public struct DueTimer: Sendable, Equatable {
    public var key: TimerKey
    public var at: Instant

    public init(key: TimerKey, at: Instant) {
        self.key = key
        self.at = at
    }
}
