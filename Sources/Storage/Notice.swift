public import Facts

/// Something that a program of the merchant's is to hear of; kept until it has, or until it was tried often enough.
public struct Notice: Equatable, Sendable, Codable {
    /// Which of the plan's programs.
    public enum Hook: String, Sendable, Codable, CaseIterable {
        case notify
        case page
    }

    /// How far it is.
    public enum State: String, Sendable, Codable {
        /// To be called at `next`.
        case waiting
        /// The program has taken it.
        case taken
        /// Tried as often as the plan allows; a person may have it tried again.
        case givenUp = "given_up"
    }

    /// The same in every attempt, and of no other notice: the program tells repetitions by it.
    public var id: String
    public var hook: Hook
    public var ticket: String
    /// Who is to hear of it, as `lead`.
    public var role: String
    /// The rule or the step, as `first_reply_overdue`.
    public var reason: String
    public var at: Instant
    /// A JSON object for the program, as the ticket was then.
    public var body: String
    public var state = State.waiting
    /// Calls that failed.
    public var attempts = 0
    /// When it is called next; of no meaning unless it waits.
    public var next: Instant
    /// Why the last call failed.
    public var failure: String?

    public init(
        id: String, hook: Hook, ticket: String, role: String, reason: String, at: Instant,
        body: String
    ) {
        self.id = id
        self.hook = hook
        self.ticket = ticket
        self.role = role
        self.reason = reason
        self.at = at
        self.body = body
        next = at
    }
}
