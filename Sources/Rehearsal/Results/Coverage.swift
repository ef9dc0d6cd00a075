import Dialogue
public import Triage

/// What the cases of a run have reached of the handbook.
public struct Coverage: Sendable {
    public var states: Part
    public var replies: Part

    /// How much of one kind was reached.
    public struct Part: Sendable {
        /// Everything there is, sorted.
        public var all: [String]
        /// What was not reached, sorted.
        public var missed: [String]

        init(all: some Sequence<String>, reached: Set<String>) {
            self.all = Set(all).sorted()
            missed = self.all.filter { !reached.contains($0) }
        }

        /// 0…100; 100 where there is nothing to reach.
        public var percent: Double {
            all.isEmpty ? 100 : 100 * Double(all.count - missed.count) / Double(all.count)
        }

        var summary: String {
            "\(all.count - missed.count) of \(all.count) (\(Int(percent)) %)"
        }
    }

    public init(results: [CaseResult], of handbook: Handbook) {
        let flows = handbook.book.flows.values
        // Only where a conversation can stand: a state that asks.
        let standing = flows.flatMap { flow in
            flow.states.filter(\.isQuestion).map { "\(flow.id)/\($0.id)" }
        }
        states = Part(all: standing, reached: Set(results.flatMap(\.states)))
        replies = Part(
            all: handbook.book.replies.ids, reached: Set(results.flatMap(\.replies)))
    }

    /// `coverage: states 40 of 52 (76 %), replies 120 of 180 (66 %)`.
    public var summary: String {
        "coverage: states \(states.summary), replies \(replies.summary)"
    }

    /// One line for each thing that was not reached.
    public var uncovered: [String] {
        states.missed.map { "state \($0)" } + replies.missed.map { "reply \($0)" }
    }
}

extension State {
    /// Whether a conversation waits for the customer in it.
    fileprivate var isQuestion: Bool {
        switch body {
        case .collect(let slots, _): !slots.isEmpty
        case .confirm: true
        case .perform, .choose: false
        }
    }
}
