public import Facts

/// A count that outlives the conversation it was made in: failed identifications, amounts moved in a day.
public struct Tally: Equatable, Sendable, Codable {
    /// What is counted: `claim:…`, `conversation:…`, `moved:…`.
    public var key: String
    /// Failures, or minor units.
    public var count: Int
    /// Forgotten then.
    public var until: Instant

    public init(key: String, count: Int, until: Instant) {
        self.key = key
        self.count = count
        self.until = until
    }
}

/// How often somebody may fail to say who they are before only a person can go on.
public struct IdentificationLimits: Equatable, Sendable {
    /// In one conversation. 1 or more.
    public var perConversation: Int
    /// For one claimed e-mail address or name, in all conversations together. 1 or more.
    public var perClaim: Int
    /// How long a failure counts after the last one.
    public var window: Duration

    public init(perConversation: Int = 5, perClaim: Int = 10, window: Duration = .seconds(86_400)) {
        self.perConversation = perConversation
        self.perClaim = perClaim
        self.window = window
    }
}
