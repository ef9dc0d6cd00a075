/// How a turn came out.
struct TurnVerdict: Sendable {
    /// The turn's expectations with what came instead, in the order of the file; extra lines at their place.
    var lines: [DiffLine] = []
    var isPassed: Bool { lines.allSatisfy { $0.kind == .kept } && problems.isEmpty }
    /// What stopped the turn: a refusal, a line that cannot be played.
    var problems: [String] = []
    var change = Change.behaviour
    /// The rule or the classifier's choice that decided, with its place.
    var decidedBy: String?

    struct DiffLine: Equatable, Sendable {
        var kind: Kind
        /// In `.talk` syntax.
        var text: String
        /// The lines of the file that it stands for; nil for one that came in addition.
        var source: ClosedRange<Int>?

        enum Kind: String, Sendable {
            case kept = " "
            case missing = "-"
            case added = "+"
        }
    }
}

/// What kind of change a failing turn shows.
public enum Change: String, Sendable, CaseIterable {
    /// The same replies in other words.
    case wording
    /// Another rule decided; the same replies.
    case moved
    /// Intent, state, effects or handoff.
    case behaviour
}
