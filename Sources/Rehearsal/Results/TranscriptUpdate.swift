/// A transcript with the expectations of failing turns replaced by what happened.
public struct TranscriptUpdate: Sendable {
    /// The new text of the file.
    public private(set) var text: String
    /// How many turns were rewritten.
    public private(set) var turns = 0

    /// `behaviour`: also turns whose intent, state or effects have changed.
    public init(_ transcript: Transcript, results: [CaseResult], behaviour: Bool) {
        var lines: [Int: [String]] = [:]
        for (index, line) in transcript.lines.enumerated() { lines[index + 1] = [line] }
        var done: Set<Int> = []
        for turn in results.flatMap(\.failures) where done.insert(turn.line).inserted {
            guard turn.problems.isEmpty, behaviour || turn.change != .behaviour else { continue }
            Self.rewrite(turn, in: &lines, after: transcript.endOfStimulus(line: turn.line))
            turns += 1
        }
        let kept = (1...max(transcript.lines.count, 1)).flatMap { lines[$0] ?? [] }
        text = kept.joined(separator: "\n") + "\n"
    }

    private static func rewrite(
        _ turn: FailedTurn, in lines: inout [Int: [String]], after stimulus: Int
    ) {
        var last = stimulus
        for line in turn.verdict.lines {
            switch line.kind {
            case .kept: last = line.source?.upperBound ?? last
            case .missing:
                guard let source = line.source else { continue }
                for number in source { lines[number] = [] }
                last = source.upperBound
            case .added:
                let new = line.text.split(separator: "\n").map(String.init)
                lines[last, default: []] += new.filter { !$0.hasPrefix("  #") }
            }
        }
    }
}

extension Transcript {
    /// The last line of what is said or done in the turn that begins at `line`.
    func endOfStimulus(line: Int) -> Int {
        for turn in cases.flatMap(\.turns) where turn.line == line {
            guard let first = turn.expectations.first else { return turn.lastLine }
            return max(first.line - 1, turn.line)
        }
        return line
    }
}
