import Daemon
import Dialogue
import Facts
public import Triage

/// Plays transcripts through the whole desk in process, on a virtual clock: no socket, no sleep, no disk.
public struct Rehearsal: Sendable {
    let world: World
    private let keepsProtocol: Bool

    /// `traced`: results tell what they reached, for coverage. `keepsProtocol`: they tell all that was said and done,
    /// to be held against another run.
    public init(handbook: Handbook, traced: Bool = false, keepsProtocol: Bool = true) {
        var handbook = handbook
        handbook.book.isTraced = traced
        world = World(handbook: handbook)
        self.keepsProtocol = keepsProtocol
    }

    /// A case in one language: what is played on its own.
    public struct Play: Sendable {
        public var transcript: Transcript
        public var played: Transcript.Case
        /// Empty where the transcript names none.
        public var language: String
        /// The placeholders in the transcript.
        var placeholders: Set<String>
    }

    /// Everything that the transcripts ask to be played, in the order of the files.
    public static func plays(of transcripts: [Transcript]) -> [Play] {
        transcripts.flatMap { transcript in
            let languages = transcript.header.languages
            let used = Placeholders.used(in: transcript.lines)
            return transcript.cases.flatMap { played in
                (languages.isEmpty ? [""] : languages).map {
                    Play(
                        transcript: transcript, played: played, language: $0, placeholders: used)
                }
            }
        }
    }

    /// Plays every case of a file.
    public func play(_ transcript: Transcript) -> [CaseResult] {
        Self.plays(of: [transcript]).map { self.play($0) }
    }

    /// Plays one case in one language.
    public func play(_ play: Play) -> CaseResult {
        let (transcript, played, language) = (play.transcript, play.played, play.language)
        var result = CaseResult(
            file: transcript.file, line: played.line, name: played.name, language: language,
            tags: transcript.header.tags)
        var line = played.line
        var stimulus: [String] = []
        do {
            let stage = try Stage(world, header: transcript.header, language: language)
            var captures = Captures()
            var seen = Seen(isTraced: world.handbook.book.isTraced, keepsText: keepsProtocol)
            for turn in played.turns {
                line = turn.line
                stimulus = transcript.stimulusLines(of: turn, language: language)
                let happening = try stage.play(turn.stimulus)
                var judge = TurnJudge(
                    stage: stage, turn: turn, happening: happening, language: language,
                    placeholders: play.placeholders, captures: captures)
                let verdict = judge.judge()
                captures = judge.captures
                seen.add(happening, stage)
                result.turns += 1
                if !verdict.isPassed {
                    result.failures.append(
                        FailedTurn(line: line, stimulus: stimulus, verdict: verdict))
                }
            }
            result.reached = seen.reached
            result.protocolText = seen.text
        } catch {
            let failure = error as? Stage.Failure
            let problem =
                failure.map { "\($0.what); \($0.cure)" } ?? "it cannot be played: \(error)"
            let verdict = TurnVerdict(problems: [problem])
            result.failures.append(FailedTurn(line: line, stimulus: stimulus, verdict: verdict))
        }
        return result
    }

    /// What a case has gone through.
    private struct Seen {
        let isTraced: Bool
        let keepsText: Bool
        var reached: Set<CoverageItem> = []
        var text = ""

        mutating func add(_ happening: Happening, _ stage: Stage) {
            if isTraced { reached.formUnion(happening.reached(stage)) }
            guard keepsText else { return }
            for message in happening.messages { text += "\(message.sender): \(message.text)\n" }
            for effect in happening.effects { text += "! \(effect.call.text)\n" }
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
            if line.hasPrefix("customer[") || line.hasBytes(of: "/customer[") {
                isShown = language.isEmpty || line.hasBytes(of: "[\(language)]")
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
