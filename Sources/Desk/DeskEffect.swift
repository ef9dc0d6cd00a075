public import Facts

/// What the desk wants done, in order; rows and timers come last, once per changed ticket and
/// agent.
public enum DeskEffect: Hashable, Sendable {
    /// A ticket waits in a queue: new, or back with its age. `due` is the deadline
    /// of the first reply, or of the next one.
    case enqueued(ticket: String, queue: String, serviceClass: String, due: Instant?)
    /// Show the offer to the agent.
    case offered(ticket: String, agent: String, epoch: Int, until: Instant)
    /// The offer or the claim is no longer the agent's.
    case withdrawn(ticket: String, agent: String, why: WithdrawReason)
    case claimed(ticket: String, agent: String, epoch: Int)
    case ownerChanged(conversation: String, owner: ConversationOwner)
    case sendToCustomer(conversation: String, text: String, agent: String)
    /// The desk itself has something to tell the customer; the words are the pack's.
    case customerNotice(conversation: String, CustomerNotice)
    /// The ticket rose: a rule or a ladder's step (`step`) happened; `reason` as
    /// `first_reply_overdue`.
    case escalated(ticket: String, step: String, reason: String)
    case notify(role: String, ticket: String, reason: String)
    case page(role: String, ticket: String, reason: String)
    /// Remind the agent that the customer waits.
    case nudge(ticket: String, agent: String)
    /// A promise was broken: stored on the ticket too.
    case breached(ticket: String, target: TargetName, due: Instant)
    case resolved(ticket: String, conversation: String, code: String, asksSatisfaction: Bool)
    /// The command did nothing, and why.
    indirect case refused(DeskError)
    /// Something about the agent's own work.
    indirect case told(agent: String, AgentNews)
    /// The text of a refused reply is on the ticket as a draft.
    case draftKept(ticket: String, agent: String)
    /// Store the row; a closed ticket is out of the desk's memory.
    case ticketChanged(Shared<Ticket>)
    /// Indirect, as the other large ones: an effect is moved more often than it is opened.
    indirect case agentChanged(AgentRow)
    case setTimer(DeskTimer, at: Instant)
    case cancelTimer(DeskTimer)
}

/// Who speaks to the customer.
public enum ConversationOwner: Hashable, Sendable, Codable {
    case bot
    case queue(String)
    case agent(String)
}

/// What an agent is told beside offers and claims.
public enum AgentNews: Hashable, Sendable {
    /// A reply waits: until then, or (nil) for the agent's word because the customer wrote.
    case replyHeld(ticket: String, until: Instant?)
    /// `reply`, `note`, `transfer` or `snooze` was taken back.
    case undone(ticket: String, what: String)
    /// The desk changed the agent's presence: `missed_offer`, `planned_break`, `break_over`,
    /// `shift_over`.
    case presence(Presence, why: String)
    /// The team that was asked has answered.
    case answered(ticket: String, by: String, text: String)
    /// A lead whispered.
    case whispered(ticket: String, by: String, text: String)
    /// Somebody else wrote a note on the agent's ticket, or on a question that the agent asked.
    case noted(ticket: String, by: String, text: String)
    /// The same customer has another open ticket.
    case related(ticket: String, other: String)
}

/// Why an agent does not have an offer or a claim any more.
public enum WithdrawReason: String, Hashable, Sendable, Codable {
    case expired, declined, presence, leaseExpired, takenOver, conversationEnded, requeued, restart
    case assigned, undone, merged, answered, withdrawn, parked, calledBack
    /// The agent has as many tickets as they can take.
    case full
}

/// What the customer is told by the desk.
public enum CustomerNotice: Hashable, Sendable, Codable {
    /// Queued again because the agent is gone.
    case queuedAgain
    /// Queued again because the agent took too long.
    case passedOn
    /// A ladder's offer, as `coupon`.
    case offer(String)
    /// Shall somebody call back at that time?
    case callbackOffer(at: Instant)
    case callbackAgreed(at: Instant)
    /// The agent took back what was agreed.
    case callbackOff
    /// The time of a call back has come: the ticket waits in front.
    case callbackDue
    /// A ladder's question, as `still_there`.
    case ask(String)
    case wait(WaitNotice)
    /// The address is noted; back at that time (nil when unknown).
    case contactNoted(opens: Instant?)
    /// The request was taken back.
    case withdrawn
    /// Nobody works now; back at that time (nil when unknown).
    case afterHours(opens: Instant?)
}

/// The wait as a customer is told it.
public struct WaitNotice: Hashable, Sendable, Codable {
    /// 1 is next.
    public var place: Int
    /// Nil when nobody serves the queue now.
    public var range: WaitRange?
    /// Why it takes longer than was announced: `overtaken`, `fewer_agents`, `slower`; nil where it
    /// does not.
    public var grew: String?
}

/// Whole minutes, at least 1: half of the customers in this place wait at most `median`, nine of
/// ten at most `long`.
public struct WaitRange: Hashable, Sendable, Codable {
    public var median: Int
    public var long: Int
}

/// Why a command was refused: a stable code, what happened, the cure.
public struct DeskError: Hashable, Sendable, Codable, Error {
    /// The stable word of the error.
    public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        case unknownTicket = "UNKNOWN_TICKET"
        case unknownAgent = "UNKNOWN_AGENT"
        case unknownQueue = "UNKNOWN_QUEUE"
        case staleEpoch = "STALE_EPOCH"
        case notYours = "NOT_YOURS"
        case wrongState = "WRONG_STATE"
        case notOnline = "NOT_ONLINE"
        case notEligible = "NOT_ELIGIBLE"
        case atCapacity = "AT_CAPACITY"
        case nothingWaiting = "NOTHING_WAITING"
        case notLead = "NOT_LEAD"
        case badTime = "BAD_TIME"
        case tooLong = "TOO_LONG"
        case emptyText = "EMPTY_TEXT"
        case replyHeld = "REPLY_HELD"
        case nothingToUndo = "NOTHING_TO_UNDO"
        case internalTicket = "INTERNAL_TICKET"
        case otherCustomer = "OTHER_CUSTOMER"
        case deskFull = "DESK_FULL"
    }

    public var code: Code
    /// What happened.
    public var what: String
    /// What to do about it.
    public var cure: String
    public var ticket: String?
    public var agent: String?
}
