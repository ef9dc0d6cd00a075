/// Names one transition of a flow: what coverage counts, and what a mutation of a pack changes.
public struct TransitionID: Hashable, Sendable {
    public var flow: String
    /// Empty for a handler of the whole flow.
    public var state: String
    public var way: Way

    /// Which of a state's transitions it is; numbers count from 0 in document order.
    public enum Way: Hashable, Sendable {
        case branch(Int)
        case agreed
        case declined
        case outcome(String)
        case handler(Int)
        case expired
    }

    public init(flow: String, state: String, way: Way) {
        self.flow = flow
        self.state = state
        self.way = way
    }
}

/// What a turn went through; noted only where the book is traced.
public enum TraceMark: Hashable, Sendable {
    /// A state was entered, for the first time or again.
    case entered(flow: String, state: String)
    case taken(TransitionID)
    /// The guard of a transition was looked at: whether it held.
    case tested(TransitionID, holds: Bool)
    /// A reply was written for somebody else than the customer: a line of the ticket's summary.
    case said(reply: String, language: String)
    /// A rule of desk.yaml fired.
    case fired(rule: String)
}
