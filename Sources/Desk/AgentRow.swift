public import Facts

/// An agent at work. One row of the store.
public struct AgentRow: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var presence: Presence
    /// Ids of the tickets that take a slot (offered, claimed, wrap-up), in the order they came.
    public var tickets: [String]
    /// Since when no offer came; the longest waiting is offered first.
    public var idleSince: Instant
    /// The connection is lost; claims are taken away then. nil while connected.
    public var graceUntil: Instant?
    /// When the desk wants `timer(.agent(id))`; nil for never.
    public var timer: Instant?
    /// When the schedule changes next; nil without a shift and while offline.
    public var boundary: Instant?
    /// When the agent gave a sign of life last while something was offered.
    public var inputAt: Instant?
    /// How the day went so far; nil before the first shift.
    public var timeSheet: TimeSheet?

    /// An agent with nothing to do.
    init(id: String, presence: Presence = .offline) {
        self.id = id
        self.presence = presence
        tickets = []
        idleSince = Instant(milliseconds: 0)
    }
}

/// What an agent is at the moment; offers go to `online` only.
public enum Presence: Hashable, Sendable, Codable {
    case online
    /// `missed_offer` when the desk set it.
    case away(reason: String)
    case onBreak(reason: String)
    case offline
}

extension Presence {
    /// `online`, `away`, `break` or `offline`.
    public var name: String {
        switch self {
        case .online: "online"
        case .away: "away"
        case .onBreak: "break"
        case .offline: "offline"
        }
    }

    /// What the agent or the desk gave as the reason.
    public var reason: String? {
        switch self {
        case .away(let reason), .onBreak(let reason): reason
        case .online, .offline: nil
        }
    }
}
