/// Programs that hear of notices and pages: called with JSON on standard input, again and again
/// until they succeed, each notice under one id.
public struct HookPlan: Hashable, Sendable {
    /// The program with its arguments; empty for none.
    public var notify: [String]
    public var page: [String]
    /// How long a call may take.
    public var timeout: Duration
    /// How often a failed call is repeated, after 1, 2, 4… seconds, at most an hour.
    public var retries: Int

    public init(
        notify: [String] = [], page: [String] = [], timeout: Duration = .seconds(10),
        retries: Int = 12
    ) {
        self.notify = notify
        self.page = page
        self.timeout = timeout
        self.retries = retries
    }
}

extension DeskPlan {
    /// Whether anything of the plan pages somebody.
    public var pages: Bool {
        let steps = waitingLadder + claimedLadder
        return rules.contains { $0.then.page != nil }
            || queues.contains { $0.afterHours?.page != nil }
            || steps.contains { step in
                step.actions.contains { if case .page = $0 { true } else { false } }
            }
    }
}
