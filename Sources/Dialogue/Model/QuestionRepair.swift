/// What a repair does with the question that is open below it.
public enum QuestionRepair: String, Equatable, Sendable, CaseIterable {
    /// The customer's last answer is taken back, and asked for again.
    case takeBack = "take_back"
    /// The flow goes on without an answer: an optional slot stays empty, or the flow's handler of `skipped` says how.
    case skip
    /// The question's own reason (`why:`) is said, then the question comes back.
    case explain
    /// The question comes back in other words: its next variant.
    case rephrase
    /// Nothing more is said: the question stays open as it is, and a yes still counts.
    case leave
}
