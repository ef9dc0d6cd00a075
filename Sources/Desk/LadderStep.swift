/// One step of a ladder: at its time its actions happen once, with a receipt on the ticket.
public struct LadderStep: Hashable, Sendable {
    /// Unique in its ladder and stable over reloads (receipts name it), as `waiting.2`.
    public var id: String
    public var at: LadderTime
    /// Only while the owner owes the customer a reply; the time then counts from that debt.
    public var withoutReply: Bool
    /// Only while the customer owes the owner an answer; the time then counts from that.
    public var withoutAnswer: Bool
    public var actions: [LadderAction]
    /// When set, the step happens again each such span, `maximumTimes` in all.
    public var repeatEvery: Duration?
    /// How often in all, at least 1.
    public var maximumTimes: Int

    public init(
        id: String, at: LadderTime, withoutReply: Bool = false,
        withoutAnswer: Bool = false, actions: [LadderAction],
        repeatEvery: Duration? = nil, maximumTimes: Int = 1
    ) {
        self.id = id
        self.at = at
        self.withoutReply = withoutReply
        self.withoutAnswer = withoutAnswer
        self.actions = actions
        self.repeatEvery = repeatEvery
        self.maximumTimes = maximumTimes
    }
}

/// When a step is due: time since the state was entered, or a share of a target, on the class's
/// clock.
public enum LadderTime: Hashable, Sendable {
    case after(Duration)
    /// `80% of first_reply`; a class without that target never gets there.
    case percent(Int, of: TargetName)
    /// `first_reply`: the target's own deadline.
    case target(TargetName)
}

/// What a step does.
public enum LadderAction: Hashable, Sendable {
    /// Tickets of the queue `from` may also be taken by those who serve the queue `to`.
    case widen(from: String, to: String)
    /// Tells a role, as `lead`.
    case notify(role: String)
    /// Raises the class; never lowers it.
    case raise(serviceClass: String)
    /// Offers the customer something, as `callback`.
    case offer(String)
    case page(role: String)
    /// Tells the customer the place and the wait.
    case tellWait
    /// Asks the customer something, as `still_there`.
    case ask(String)
    /// Puts the ticket aside until the customer writes, for so long: the slot is free.
    case park(Duration)
    /// Reminds the owner.
    case nudge
    /// Takes the ticket from its owner; it keeps its age.
    case requeue
}

/// The three promises to the customer.
public enum TargetName: String, Hashable, Sendable, Codable, CaseIterable {
    case firstReply = "first_reply"
    case nextReply = "next_reply"
    case resolution
}
