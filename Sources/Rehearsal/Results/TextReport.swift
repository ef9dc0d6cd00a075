/// What `triage replay` prints.
public enum TextReport {
    /// A failed case with its turns.
    public static func text(of result: CaseResult, turns limit: Int = 4) -> String {
        var lines = ["✗ \(result.file):\(result.line): \(result.title)"]
        for turn in result.failures.prefix(limit) {
            lines.append("  \(result.file):\(turn.line): \(turn.change.rawValue)")
            lines += turn.diff.map { "    " + $0 }
            lines += turn.problems.map { "    ! \($0)" }
            if let decided = turn.decidedBy { lines.append("    decided by \(decided)") }
        }
        if result.failures.count > limit {
            lines.append("  and \(result.failures.count - limit) more turns of this case")
        }
        return lines.joined(separator: "\n")
    }

    /// `41 cases passed, 2 failed`.
    public static func summary(of results: [CaseResult]) -> String {
        let passed = results.count { $0.isPassed }
        return
            "\(passed) \(passed == 1 ? "case" : "cases") passed, \(results.count - passed) failed"
    }
}
