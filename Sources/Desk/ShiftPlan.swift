/// When an agent is to work: hours, and blocks inside of them.
public struct ShiftPlan: Hashable, Sendable {
    public var name: String
    public var hours: WorkCalendar
    /// Breaks, training and whatever else takes the agent from the queue, in the order of the file.
    public var blocks: [ShiftBlock]

    public init(name: String, hours: WorkCalendar, blocks: [ShiftBlock] = []) {
        self.name = name
        self.hours = hours
        self.blocks = blocks
    }
}

/// Time of a shift that is not for tickets, as `lunch`.
public struct ShiftBlock: Hashable, Sendable {
    public var name: String
    public var periods: WorkCalendar

    public init(name: String, periods: WorkCalendar) {
        self.name = name
        self.periods = periods
    }
}

/// Programs that hear of notices and pages: called with JSON on standard input, again and again
/// until they succeed, each notice under one id.
public struct HookPlan: Hashable, Sendable {
    /// The program with its arguments; empty for none.
    public var notify: [String]
    public var page: [String]
    /// How long a call may take.
    public var timeout: Duration
    /// How often a failed call is repeated, after 1, 2, 4… seconds, at most an hour.
    public var retries: Int

    public init(
        notify: [String] = [], page: [String] = [], timeout: Duration = .seconds(10),
        retries: Int = 12
    ) {
        self.notify = notify
        self.page = page
        self.timeout = timeout
        self.retries = retries
    }
}
