public import Facts

/// A reply that the agent can still take back.
public struct HeldReply: Hashable, Sendable, Codable {
    public var agent: String
    public var text: String
    /// When it goes out; nil while it waits for the agent's word, because the customer wrote
    /// meanwhile.
    public var at: Instant?
}

/// The last internal act on a ticket, for `undo`.
public struct UndoableAct: Hashable, Sendable, Codable {
    public var agent: String
    public var at: Instant
    public var kind: Kind

    public enum Kind: Hashable, Sendable, Codable {
        case noted
        /// Where the ticket was before.
        case transferred(queue: String, serviceClass: String)
        case parked
    }
}

/// A call back that was offered to the customer.
public struct Callback: Hashable, Sendable, Codable {
    public var offeredAt: Instant
    /// The time that was named; the customer may choose another one.
    public var proposed: Instant
    /// What was agreed; nil as long as the customer has not said yes.
    public var agreed: Instant?
}

/// What the customer was last told about the wait.
public struct Announcement: Hashable, Sendable, Codable {
    public var at: Instant
    public var place: Int
    /// Slots of the agents who served the queue.
    public var slots: Int
    /// Nine of ten customers in this place are served until then.
    public var until: Instant
}

/// The customer's grade of a resolution.
public struct Satisfaction: Hashable, Sendable, Codable {
    /// 1 (bad) … 5 (very good).
    public var grade: Int
    public var at: Instant
}

/// Why the ticket is where it is: what the rules saw, and what they said.
public struct Routing: Hashable, Sendable, Codable {
    public var at: Instant
    public var facts: Record
    /// The queue and the class that the flow asked for.
    public var wantedQueue: String?
    public var wantedClass: String?
    public var outcome: RuleOutcome
}

extension Ticket {
    /// Every conversation of the ticket, its first one first; a merged ticket has several.
    public var conversations: [String] {
        merged.map { [conversation] + $0 } ?? [conversation]
    }

    /// Where the customer reads now: the conversation that was written in last.
    public var voice: String { spokenIn ?? conversation }

    /// A question to another team: the customer never hears of it.
    public var isInternal: Bool { parent != nil }

    /// The customer's id, where the customer is known.
    var customerKey: String? { customer.customerKey }
}

/// As the ticket's own, without a copy of the ticket.
extension Shared<Ticket> {
    var conversations: [String] {
        guard let merged = self.merged else { return [self.conversation] }
        return [self.conversation] + merged
    }

    var voice: String { self.spokenIn ?? self.conversation }

    var isInternal: Bool { self.parent != nil }

    var customerKey: String? { self.customer.customerKey }

    var speaker: ConversationOwner { self.state.speaker(in: self.queue) }
}

extension Record {
    /// The id of a customer's record, where the customer is known.
    var customerKey: String? {
        switch self["id"] {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case nil, .number, .flag, .money, .day, .instant, .list, .record: nil
        }
    }
}
