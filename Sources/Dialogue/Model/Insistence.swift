/// The question that is open, and in how many turns one after the other it was asked.
public struct Insistence: Equatable, Sendable, Codable {
    /// Where it is asked, and what may be answered.
    public var question: String
    public var turns: Int
}
