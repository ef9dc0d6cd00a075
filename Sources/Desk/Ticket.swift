public import Facts

/// The unit of human work: one conversation handed to people. One row of the store, whole.
public struct Ticket: Hashable, Sendable, Codable, Identifiable {
    /// `T-1042`.
    public var id: String
    /// Counts the desk's tickets from 1; the tie-breaker of the order.
    public var sequence: Int
    public var conversation: String
    /// What is known of the customer (`id`, `name`, `tier`…).
    public var customer: Record
    /// Language code, as `en`; nil when unknown.
    public var language: String?
    public var queue: String
    public var serviceClass: String
    /// Why a person is needed, as `asked_for_human`; in order, without repetition.
    public var reasons: [String]
    /// What happened so far, in the words of the summary rules.
    public var summary: String
    /// What the customer still wants.
    public var open: [WorkItem]
    /// What the bot already did.
    public var done: [WorkItem]
    public var slots: Record
    public var tags: [String]
    /// Actions that the bot must not do, as `refund`.
    public var frozen: [String]

    public var state: TicketState
    /// Grows with each offer and claim; an agent's command carries it, a stale one is refused.
    public var epoch: Int
    public var createdAt: Instant
    /// The start of the wait that decides the order; kept by decline, lost lease and transfer.
    public var queuedAt: Instant
    /// What the waiting ladder counts from: when this wait began. Declined offers do not end it; a
    /// claim, a park and attention do.
    public var waitingSince: Instant
    /// When the present state was entered.
    public var stateSince: Instant
    /// Since when the customer waits for a person's reply; nil when nothing is owed.
    public var unansweredSince: Instant?

    public var targets: [TargetClock]
    /// One per step, of its newest spell: what has its receipt does not happen again.
    public var receipts: [Receipt]
    /// Other queues whose agents may take it, by `widen`.
    public var widened: [String]
    /// Who declined it since it was queued or kicked.
    public var declinedBy: [String]
    public var failedOffers: Int
    /// Who held it last: preferred after a reopening or a wait on the customer.
    public var lastAgent: String?
    public var notes: [TicketNote]
    /// Texts that could not be sent; per agent, the newest.
    public var drafts: [TicketNote]
    /// How it ended; nil while it is open.
    public var resolution: Resolution?
    /// What happened, oldest first; at most the last 500 entries.
    public var history: [HistoryEntry]
    /// When the desk wants `timer(.ticket(id))`; nil for never.
    public var timer: Instant?

    // Later additions are optional, so that rows of older releases can be read.

    /// The ticket whose question to another team this is.
    public var parent: String?
    /// Its open questions to other teams.
    public var children: [String]?
    /// Further conversations of the same customer.
    public var merged: [String]?
    /// The conversation that the customer wrote in last; nil: `conversation`.
    public var spokenIn: String?
    public var held: HeldReply?
    public var undoable: UndoableAct?
    public var callback: Callback?
    /// How the customer can be reached outside of the conversation.
    public var contact: String?
    public var announced: Announcement?
    public var satisfaction: Satisfaction?
    public var routing: Routing?
    /// Since when the customer owes an answer; nil while a person does.
    public var customerSilentSince: Instant?
    /// The first reply of a person.
    public var firstRepliedAt: Instant?
    /// The order that the conversation was about when it was handed over.
    public var order: Record?
}

/// Where a ticket is: exactly one place.
public enum TicketState: Hashable, Sendable, Codable {
    case queued
    case offered(agent: String, until: Instant)
    case claimed(agent: String)
    /// Out of the queue until then, or until the customer writes.
    case parked(until: Instant, why: ParkReason)
    /// Resolved, but the agent's slot is busy until then.
    case wrapUp(agent: String, until: Instant)
    case resolved
    case closed
    /// The desk cannot place it; a lead must look (`why` is a `code`).
    case attention(why: String)

    /// The agent who has or is offered the ticket.
    public var owner: String? {
        switch self {
        case .offered(let agent, _), .claimed(let agent): agent
        case .queued, .parked, .wrapUp, .resolved, .closed, .attention: nil
        }
    }

    /// The agent whose slot the ticket takes: the owner, or who wraps it up.
    public var slotHolder: String? {
        if case .wrapUp(let agent, _) = self { agent } else { owner }
    }

    /// Whether a person still has to do something.
    public var isOpen: Bool {
        switch self {
        case .queued, .offered, .claimed, .parked, .attention: true
        case .wrapUp, .resolved, .closed: false
        }
    }

    /// Whether the customer waits for somebody to take the ticket.
    public var isWaiting: Bool {
        switch self {
        case .queued, .offered: true
        case .claimed, .parked, .wrapUp, .resolved, .closed, .attention: false
        }
    }

    /// `queued`, `offered`, …: for listings.
    public var name: String {
        switch self {
        case .queued: "queued"
        case .offered: "offered"
        case .claimed: "claimed"
        case .parked: "parked"
        case .wrapUp: "wrap-up"
        case .resolved: "resolved"
        case .closed: "closed"
        case .attention: "attention"
        }
    }
}

public enum ParkReason: String, Hashable, Sendable, Codable, CaseIterable {
    case snoozed
    /// Stops the clocks of the targets.
    case waitingOnCustomer = "waiting_on_customer"
    /// Until the call back: the customer's messages do not end it.
    case callback
    /// Until another team answers; the clocks run.
    case waitingOnTeam = "waiting_on_team"
}

/// Something wanted or done: `refund` for order `977`.
public struct WorkItem: Hashable, Sendable, Codable {
    public var type: String
    public var orderID: String?
    /// More to read, as `timed out 3 times`; may be empty.
    public var detail: String

    public init(type: String, orderID: String? = nil, detail: String = "") {
        self.type = type
        self.orderID = orderID
        self.detail = detail
    }
}

/// A note or draft: internal, never sent to the customer.
public struct TicketNote: Hashable, Sendable, Codable {
    public var agent: String
    public var at: Instant
    public var text: String
}

/// How a ticket ended.
public struct Resolution: Hashable, Sendable, Codable {
    /// The wrap-up code, or `returned_to_bot`, `abandoned`.
    public var code: String
    public var agent: String?
    public var at: Instant
}

/// The proof that a ladder's step happened.
public struct Receipt: Hashable, Sendable, Codable {
    public var step: String
    /// The start of the spell that it counted from.
    public var entry: Instant
    /// Of a repeated step, how often it happened.
    public var times: Int
    /// When it happened last.
    public var at: Instant
}

/// One line of a ticket's past.
public struct HistoryEntry: Hashable, Sendable, Codable {
    public var at: Instant
    /// A code, as `offered`.
    public var what: String
    /// An agent's id, `rule`, `customer` or `desk`.
    public var who: String
    /// More to read; may be empty.
    public var detail: String
}
