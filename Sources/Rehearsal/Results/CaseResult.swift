/// How a case came out in one language.
public struct CaseResult: Sendable {
    public var file: String
    /// Line of `=== name`.
    public var line: Int
    public var name: String
    /// Empty where the transcript names none.
    public var language: String
    public var tags: [String]
    /// Turns that did not go as listed, in order; empty where the case passed.
    public var failures: [FailedTurn] = []
    /// What it went through of the pack; empty where the rehearsal is not traced.
    public var reached: Set<CoverageItem> = []
    /// How many turns were played.
    public var turns = 0
    /// Everything that was said and done, in order: what must not differ between two runs.
    public var protocolText = ""

    public var isPassed: Bool { failures.isEmpty }

    /// `Late parcel [de]`.
    public var title: String { language.isEmpty ? name : "\(name) [\(language)]" }
}

/// A turn that did not go as listed.
public struct FailedTurn: Sendable {
    /// Where the turn begins.
    public var line: Int
    /// What was said or done, as in the file.
    public var stimulus: [String]
    var verdict: TurnVerdict

    /// The class of the change.
    public var change: Change { verdict.change }
    /// What decided: a rule with its place, or the classifier.
    public var decidedBy: String? { verdict.decidedBy }
    /// Refusals, and what could not be played.
    public var problems: [String] { verdict.problems }

    /// The turn in `.talk` syntax: `-` before a line that did not hold, `+` before what came instead.
    public var diff: [String] {
        stimulus.map { "  " + $0 }
            + verdict.lines.flatMap { line in
                line.text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { "\(line.kind.rawValue) \($0)" }
            }
    }
}
