import Daemon
import Dialogue
import Facts
public import Triage

/// Plays transcripts through the whole desk in process, on a virtual clock: no socket, no sleep, no disk.
public struct Rehearsal: Sendable {
    let world: World

    public init(handbook: Handbook) {
        world = World(handbook: handbook)
    }

    /// Plays one case, once for each language of its file.
    public func play(_ played: Transcript.Case, of transcript: Transcript) -> [CaseResult] {
        let languages = transcript.header.languages
        return (languages.isEmpty ? [""] : languages).map {
            play(played, of: transcript, language: $0)
        }
    }

    /// Plays every case of a file.
    public func play(_ transcript: Transcript) -> [CaseResult] {
        transcript.cases.flatMap { play($0, of: transcript) }
    }

    private func play(
        _ played: Transcript.Case, of transcript: Transcript, language: String
    ) -> CaseResult {
        var result = CaseResult(
            file: transcript.file, line: played.line, name: played.name, language: language,
            tags: transcript.header.tags)
        var line = played.line
        var stimulus: [String] = []
        do {
            var stage = try Stage(world, header: transcript.header, language: language)
            var captures = Captures()
            var seen = Seen()
            for turn in played.turns {
                line = turn.line
                stimulus = transcript.stimulusLines(of: turn, language: language)
                let happening = try stage.play(turn.stimulus)
                var judge = TurnJudge(
                    stage: stage, turn: turn, happening: happening, language: language,
                    captures: captures)
                let verdict = judge.judge()
                captures = judge.captures
                seen.add(happening, stage)
                if !verdict.isPassed {
                    result.failures.append(
                        FailedTurn(line: line, stimulus: stimulus, verdict: verdict))
                }
            }
            result.states = seen.states.sorted()
            result.replies = seen.replies.sorted()
        } catch {
            let failure = error as? Stage.Failure
            let problem =
                failure.map { "\($0.what); \($0.cure)" } ?? "it cannot be played: \(error)"
            let verdict = TurnVerdict(problems: [problem])
            result.failures.append(FailedTurn(line: line, stimulus: stimulus, verdict: verdict))
        }
        return result
    }

    /// What a case has gone through, for coverage.
    private struct Seen {
        var states: Set<String> = []
        var replies: Set<String> = []

        mutating func add(_ happening: Happening, _ stage: Stage) {
            replies.formUnion(happening.messages.compactMap(\.reply).filter { !$0.isEmpty })
            for message in happening.messages {
                let stack = stage.desk.conversation(message.conversation)?.dialogue.stack ?? []
                states.formUnion(stack.map { "\($0.flow)/\($0.state)" })
            }
        }
    }
}

extension Transcript {
    /// The lines of a turn's stimulus in the language that is played.
    func stimulusLines(of turn: Turn, language: String) -> [String] {
        let first = turn.expectations.first.map { $0.line - 1 } ?? turn.lastLine
        guard turn.line >= 1, turn.line <= first, first <= lines.count else { return [] }
        var isShown = true
        return lines[(turn.line - 1)..<first].filter { line in
            if line.hasPrefix("customer[") || line.contains("/customer[") {
                isShown = language.isEmpty || line.contains("[\(language)]")
            }
            return isShown && !line.trimmedIsComment
        }
    }
}

extension String {
    /// A comment, or nothing.
    fileprivate var trimmedIsComment: Bool {
        let body = self.drop { $0 == " " }
        return body.isEmpty || body.hasPrefix("#")
    }
}
