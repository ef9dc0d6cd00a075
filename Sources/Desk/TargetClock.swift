public import Facts

/// One promise to the customer as it runs: when it is due, and how it went.
public struct TargetClock: Hashable, Sendable, Codable {
    public var name: TargetName
    public var start: Instant
    /// The promised working time, on `calendar`.
    public var duration: Duration
    /// The name of the calendar; nil is always.
    public var calendar: String?
    /// Spans that do not count (waits on the customer), ascending; the last may be open.
    public var pauses: [Pause]
    public var verdict: TargetVerdict
}

/// A span that does not count; `end` is nil while it lasts.
public struct Pause: Hashable, Sendable, Codable {
    public var start: Instant
    public var end: Instant?

    public init(start: Instant, end: Instant? = nil) {
        self.start = start
        self.end = end
    }
}

/// How a promise stands.
public enum TargetVerdict: Hashable, Sendable, Codable {
    /// Running; due then (nil while paused, or when no working time is left to come).
    case pending(due: Instant?)
    case met(at: Instant)
    /// The deadline passed at `due`; `answered` tells when it was fulfilled after all.
    case breached(due: Instant, answered: Instant?)
}
