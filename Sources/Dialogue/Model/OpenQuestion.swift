/// The open question of a frame.
public enum Question: Equatable, Sendable, Codable {
    /// `member`: the index in the list that `each` slots follow.
    case slot(String, member: Int?)
    case confirmation
}

/// Two close intents and the words that were read as either.
public struct Clarification: Equatable, Sendable, Codable {
    public var first: String
    public var second: String
    public var text: String

    public init(first: String, second: String, text: String) {
        self.first = first
        self.second = second
        self.text = text
    }
}

/// The question that is open, and in how many turns one after the other it was asked.
public struct Insistence: Equatable, Sendable, Codable {
    /// Where it is asked, and what may be answered.
    public var question: String
    public var turns: Int
}
