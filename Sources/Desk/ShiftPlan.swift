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
