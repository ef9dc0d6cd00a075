/// Whether a shop that keeps failing is asked at all.
///
/// Closed: everything goes through. After `failureLimit` failures in a row it opens, and for
/// `pause` nothing is asked; then one call tries, and its outcome closes or opens it again.
struct CircuitBreaker: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case closed(failures: Int)
        /// Nothing is asked before this instant.
        case open(until: Duration)
        /// One call is on its way; the others wait for what it finds.
        case trying
    }

    enum Outcome: Sendable {
        case answered
        case failed
    }

    private(set) var state = State.closed(failures: 0)
    let failureLimit: Int
    let pause: Duration

    init(failureLimit: Int = 5, pause: Duration = .seconds(20)) {
        self.failureLimit = failureLimit
        self.pause = pause
    }

    /// Whether a call may go out. `now`: on a clock that never goes back.
    mutating func admits(at now: Duration) -> Bool {
        switch state {
        case .closed: return true
        case .trying: return false
        case .open(let until):
            guard now >= until else { return false }
            state = .trying
            return true
        }
    }

    /// How a call that was let out came back.
    mutating func note(_ outcome: Outcome, at now: Duration) {
        switch (state, outcome) {
        case (.closed, .answered), (.trying, .answered): state = .closed(failures: 0)
        case (.trying, .failed): state = .open(until: now + pause)
        case (.closed(let failures), .failed):
            state =
                failures + 1 >= failureLimit
                ? .open(until: now + pause) : .closed(failures: failures + 1)
        case (.open, .answered), (.open, .failed):
            // A call from before it opened: the pause stands.
            break
        }
    }
}
