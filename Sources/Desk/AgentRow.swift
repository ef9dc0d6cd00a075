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
}

/// What an agent is at the moment; offers go to `online` only.
public enum Presence: Hashable, Sendable, Codable {
    case online
    /// `missed_offer` when the desk set it.
    case away(reason: String)
    case onBreak(reason: String)
    case offline
}
