/// What a message was taken as, in the order in which it is tried: the place in the turn priority that decided.
public enum TakenAs: String, Equatable, Sendable, Codable {
    /// How well the bot helped.
    case rating
    /// Which of two wishes was meant.
    case clarification
    /// Yes or no to the open confirmation, or something that it needs first.
    case confirmation
    /// An answer to the question that was asked.
    case answer
    /// Another value for something that was said before.
    case correction
    /// The last wish again, about something else: "and 1071?".
    case continuation
    case `repair`
    case knowledge
    /// A new wish, or more about the open one.
    case wish
    /// Two wishes were equally close: the desk asks.
    case closeCall = "close_call"
    /// Who the customer is, and no wish yet.
    case introduction
    /// Yes or no to "anything else?".
    case closing
    case notUnderstood = "not_understood"
}
