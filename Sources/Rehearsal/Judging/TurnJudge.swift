import Facts
import Triage
import Understanding

/// Judges one turn: messages in order, effects in order, state; the world is closed for the first two.
struct TurnJudge {
    let stage: any Observed
    let turn: Transcript.Turn
    let happening: Happening
    let language: String
    /// Placeholders of the transcript: what is written anew has them too.
    let placeholders: Set<String>
    var captures: Captures

    mutating func judge() -> TurnVerdict {
        var verdict = TurnVerdict()
        verdict.problems = happening.refusals.filter { refusal in !isListed(refusal) }
        verdict.decidedBy = decidedBy
        let spoken = judgeMessages()
        let effects = judgeEffects()
        let states = judgeStates()
        verdict.lines = ordered(spoken.lines + effects + states)
        verdict.change = change(spoken: spoken, effects: effects, states: states)
        return verdict
    }

    /// `! desk.refuse(code=STALE_EPOCH)` makes a refusal an expected one.
    private func isListed(_ refusal: String) -> Bool {
        turn.expectations.contains { expectation in
            guard case .effect(let call) = expectation.kind, call.name == "desk.refuse" else {
                return false
            }
            return call.arguments.allSatisfy { refusal.hasPrefix($0.value) }
        }
    }

    private var decidedBy: String? {
        guard let decided = happening.turn else { return nil }
        if let rule = decided.rule { return "\(rule.file):\(rule.line) \(rule.text)" }
        guard let intent = decided.intent else { return "nothing: not understood" }
        let hundredths = Int((decided.confidence * 100).rounded())
        return "the classifier: \(intent) 0.\(hundredths.padded(2))"
    }

    private func reading(_ conversation: String) -> StateReading {
        StateReading(stage: stage, turn: happening.turn, conversation: conversation)
    }

    private var conversation: String { turn.stimulus.conversation }

    // MARK: Messages

    struct Spoken {
        var lines: [TurnVerdict.DiffLine] = []
        /// Every failing line has a counterpart of the same reply.
        var isWording = true
    }

    private mutating func judgeMessages() -> Spoken {
        var spoken = Spoken()
        let expected = turn.expectations.filter { $0.isMessage(in: language) }
        let named = expected.compactMap(\.message).map(\.conversation) + [conversation]
        var seen: [String] = []
        for id in named + happening.messages.map(\.conversation) where !seen.contains(id) {
            seen.append(id)
            judgeMessages(in: id, expected, &spoken)
        }
        return spoken
    }

    private mutating func judgeMessages(
        in id: String, _ all: [Transcript.Expectation], _ spoken: inout Spoken
    ) {
        let slots = reading(id).slotText
        let expected = all.filter { $0.message?.conversation == id && $0.message?.mode != .absent }
        let actual = happening.messages.filter { $0.conversation == id }
        let rules = expected.compactMap(\.message).map {
            MessageMatch(expected: $0, placeholders: stage.placeholders, slots: slots)
        }
        let pairs = Alignment(expected: rules.count, actual: actual.count) { row, column in
            var trial = captures
            return rules[row].fits(actual[column], &trial)
        } isAny: {
            rules[$0].expected.mode == .any
        }
        for step in pairs.steps {
            switch step {
            case .pair(let row, let column):
                if rules[row].expected.mode != .any {
                    _ = rules[row].fits(actual[column], &captures)
                }
                spoken.lines.append(.init(.kept, expected[row]))
            case .missing(let row): spoken.lines.append(.init(.missing, expected[row]))
            case .extra(let column):
                let like = rules.indices.contains(column) ? rules[column].expected : nil
                let line = actual[column].line(like: like, turn: turn)
                spoken.lines.append(
                    .init(kind: .added, text: stage.placeholders.restored(line, placeholders)))
            case .covered: break
            }
        }
        spoken.isWording =
            spoken.isWording && rules.count == actual.count
            && zip(rules, actual).allSatisfy { $0.expected.mode != .reply || $0.fitsReply($1) }
        judgeAbsent(in: id, all, actual, slots, &spoken)
    }

    private mutating func judgeAbsent(
        in id: String, _ all: [Transcript.Expectation], _ actual: [Message],
        _ slots: @escaping (String) -> String?, _ spoken: inout Spoken
    ) {
        for expectation in all {
            guard let message = expectation.message, message.mode == .absent,
                message.conversation == id
            else { continue }
            let match = MessageMatch(
                expected: message, placeholders: stage.placeholders, slots: slots)
            var trial = captures
            let appeared = actual.contains { match.fits($0, &trial) }
            spoken.lines.append(.init(appeared ? .missing : .kept, expectation))
            if appeared { spoken.isWording = false }
        }
    }

    // MARK: Effects

    private mutating func judgeEffects() -> [TurnVerdict.DiffLine] {
        let slots = reading(conversation).slotText
        let expected = turn.expectations.filter {
            $0.effect.map { $0.name != "desk.refuse" } ?? false
        }
        let calls = expected.compactMap(\.effect)
        let listed = Set(calls.map(\.name))
        let actual = happening.effects.filter { $0.mustBeListed || listed.contains($0.name) }
            .filter { effect in
                // A look-up that fits no line is nobody's business.
                effect.mustBeListed || calls.contains { fits($0, effect, slots) }
            }
        var rows: [(call: TalkCall, line: Transcript.Expectation)] = []
        for (call, line) in zip(calls, expected) {
            rows += Array(repeating: (call, line), count: call.times)
        }
        let pairs = Alignment(expected: rows.count, actual: actual.count) { row, column in
            fits(rows[row].call, actual[column], slots)
        }
        var lines: [TurnVerdict.DiffLine] = []
        for step in pairs.steps {
            switch step {
            case .pair(let row, let column):
                bind(rows[row].call, actual[column], slots)
                lines.append(.init(.kept, rows[row].line))
            case .missing(let row): lines.append(.init(.missing, rows[row].line))
            case .extra(let column):
                lines.append(.init(kind: .added, text: "  ! \(actual[column].call.text)"))
            case .covered: break
            }
        }
        let isQuiet = happening.effects.allSatisfy { !$0.mustBeListed }
        return lines
            + turn.expectations.filter { $0.kind == .nothing }.map {
                .init(isQuiet ? .kept : .missing, $0)
            }
    }

    private func fits(
        _ call: TalkCall, _ effect: ObservedEffect, _ slots: (String) -> String?
    ) -> Bool {
        var trial = captures
        return trial.fit(call, effect, stage.placeholders, slots: slots)
    }

    private mutating func bind(
        _ call: TalkCall, _ effect: ObservedEffect, _ slots: (String) -> String?
    ) {
        _ = captures.fit(call, effect, stage.placeholders, slots: slots)
    }

    // MARK: State

    private func judgeStates() -> [TurnVerdict.DiffLine] {
        let reading = reading(conversation)
        return turn.expectations.flatMap { expectation -> [TurnVerdict.DiffLine] in
            guard case .state(var state) = expectation.kind else { return [] }
            state.value = captures.filled(stage.placeholders.filled(state.value))
            let answer = reading.answer(state.path)
            if state.holds(answer, slots: reading.slotText) { return [.init(.kept, expectation)] }
            let actual =
                answer == .unknown
                ? "  # known paths: \(StateReading.paths)"
                : answer == .absent ? "  ? no \(state.path)" : "  ? \(state.path) = \(answer.text)"
            return [
                .init(.missing, expectation),
                .init(kind: .added, text: actual),
            ]
        }
    }

    // MARK: Order and class

    /// Lines of the file in its order; each added one stays behind the line before it.
    private func ordered(_ lines: [TurnVerdict.DiffLine]) -> [TurnVerdict.DiffLine] {
        var last = 0
        let keyed = lines.enumerated().map { index, line in
            if let source = line.source { last = source.lowerBound }
            return (key: last, index: index, line: line)
        }
        return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.line)
    }

    private func change(
        spoken: Spoken, effects: [TurnVerdict.DiffLine], states: [TurnVerdict.DiffLine]
    ) -> Change {
        let failing = states.filter { $0.kind == .missing }
        let isOnlyRule = failing.allSatisfy {
            $0.text.hasPrefix("  ? rule") || $0.text.hasPrefix("  ? confidence")
        }
        guard effects.allSatisfy({ $0.kind == .kept }), isOnlyRule, spoken.isWording,
            happening.refusals.isEmpty
        else { return .behaviour }
        let isSpokenKept = spoken.lines.allSatisfy { $0.kind == .kept }
        return isSpokenKept && !failing.isEmpty ? .moved : .wording
    }
}
