import Dialogue
import Facts
import Triage
import Wire

/// Plays transcripts against a running desk (`triage replay --live`): the same files, judged by what the desk says and
/// shows.
///
/// A desk's clock cannot be moved and its shop cannot be given outcomes: cases that need that are left out
/// (`obstacle`). Effects are the shop's and the agents' business and cannot be seen from outside: they are not judged.
public struct LiveRehearsal<Desk: LiveDesk> {
    private var desk: Desk
    /// Before the ids of its conversations, so that they are nobody else's.
    private let run: String
    private var conversations = 0

    /// `run`: a name that no other rehearsal at this desk has.
    public init(desk: Desk, run: String) {
        self.desk = desk
        self.run = run
    }

    /// Why a case cannot be played against a running desk; nil where it can.
    public static func obstacle(to play: Rehearsal.Play) -> String? {
        if let known = play.transcript.header.customer, !known.fields.isEmpty {
            return "the customer has fields of the transcript's own"
        }
        if !play.transcript.header.settings.isEmpty { return "the pack is changed" }
        for turn in play.played.turns {
            switch turn.stimulus {
            case .given: return "an outcome is given"
            case .wait, .waitUntil: return "time passes"
            case .agent: return "an agent speaks"
            case .customer, .event: continue
            }
        }
        return nil
    }

    /// Plays one case in one language. A refusal of the desk is a failure of the turn; throws where the desk is gone.
    public mutating func play(_ play: Rehearsal.Play) throws -> CaseResult {
        let (transcript, played, language) = (play.transcript, play.played, play.language)
        var result = CaseResult(
            file: transcript.file, line: played.line, name: played.name, language: language,
            tags: transcript.header.tags)
        conversations += 1
        var stage = LiveStage(
            header: transcript.header, language: language, prefix: "\(run)-\(conversations)-")
        var captures = Captures()
        let used = Placeholders.used(in: transcript.lines)
        for turn in played.turns {
            var happening = Happening()
            do {
                happening = try stage.play(turn.stimulus, at: &desk)
            } catch let refusal as ProtocolError {
                happening.refusals = ["\(refusal.code.rawValue) \(refusal.what); \(refusal.cure)"]
            }
            var judge = TurnJudge(
                stage: stage, turn: turn.seenFromOutside, happening: happening,
                language: language, placeholders: used, captures: captures)
            let verdict = judge.judge()
            captures = judge.captures
            result.turns += 1
            for message in happening.messages {
                result.protocolText += "\(message.sender): \(message.text)\n"
            }
            if !verdict.isPassed {
                let stimulus = transcript.stimulusLines(of: turn, language: language)
                result.failures.append(
                    FailedTurn(line: turn.line, stimulus: stimulus, verdict: verdict))
            }
        }
        return result
    }
}

extension Transcript.Turn {
    /// The turn with those of its expectations that can be judged without looking into the desk.
    fileprivate var seenFromOutside: Transcript.Turn {
        var turn = self
        turn.expectations.removeAll { expectation in
            switch expectation.kind {
            case .message: false
            case .effect, .nothing: true
            case .state(let state): LiveStage.isHidden(state.path)
            }
        }
        return turn
    }
}
