import Facts
import Understanding

/// A question beside a yes to a confirmation.
extension TurnRun {
    /// "Yes please. When will the money be back?": the yes counts, where no answer to such a question could turn it
    /// into a no (the pack's `questions_with_yes`), and nothing else is said. The replies that answer it; nil where it
    /// is any other message.
    mutating func answerBesideYes(
        _ reading: Interpretation, to ask: String
    ) throws(Interruption) -> [String]? {
        guard let said = state.lastSaid.last, said.reply == fullID(ask), reading.answer != .no,
            !isPlainYes(reading.tokens, to: said.text),
            let rest = try besideYes(reading, to: ask), rest.answer == nil
        else { return nil }
        var replies: [String] = []
        for question in sentences(of: rest) {
            let found =
                try repliesBesideYes(question)
                ?? repliesBesideYes(question, leaving: said.text)
            guard let found else { return nil }
            replies += found.filter { !replies.contains($0) }
        }
        return replies.isEmpty ? nil : replies
    }

    /// To a question that the pack lists by its intent, and that names nothing but what the confirmation says.
    private mutating func repliesBesideYes(
        _ question: Interpretation, leaving confirmation: String
    ) -> [String]? {
        // "Bitte das Geld": what asks nothing is a wish, and the word before it no yes.
        guard question.answer == nil, asks(question),
            leavesAll(question, as: confirmation, but: question.asksAnything ? Self.asking : [])
        else { return nil }
        let asked = question.ranking.filter { book.questionsWithYes.contains($0.intent) }
        let verdict = question.verdict
        if verdict.isRule {
            return verdict.intent.flatMap {
                book.questionsWithYes.contains($0) ? answer(to: $0) : nil
            }
        }
        guard asked.reduce(0, { $0 + $1.probability }) >= Self.askedSurely else { return nil }
        for intent in asked.map(\.intent) {
            if let replies = answer(to: intent) { return replies }
        }
        return nil
    }

    /// It has a question mark, or a word that asks: "when will it be here".
    private func asks(_ question: Interpretation) -> Bool {
        question.asksAnything
            || ["asking_words", "when_words"].contains(where: question.mentions.contains)
    }

    /// What stands behind a yes and remarks.
    private func besideYes(
        _ reading: Interpretation, to ask: String
    ) throws(Interruption) -> Interpretation? {
        let parts = partRanges(of: reading)
        var cut: Int?
        for start in parts.map(\.lowerBound).dropFirst().reversed() {
            let front = self.reading([0..<start], of: reading)
            guard try agreesBesideRemarks(front, to: ask), !isWeakYes(front.tokens) else {
                continue
            }
            cut = start
            break
        }
        guard
            let place = cut
                ?? (parts.count == 1 ? endOfYes(in: reading) { !$0.isPunctuation } : nil)
        else { return nil }
        // "¿Y cuánto tarda?" begins with no yes, whatever "y" is elsewhere; "yes? When?" is none either.
        let yes = self.reading([0..<place], of: reading)
        guard yes.answer == .yes, !yes.asksAnything, !isWeakYes(yes.tokens) else { return nil }
        return reading.text(from: reading.tokens[place].start, to: reading.text.utf8.count)
            .map(interpretation)
    }

    /// What the state says to the intent before it asks once more, or an article.
    private mutating func answer(to intent: String) -> [String]? {
        if isAnsweredHere(intent), let flow = currentFlow, let state = state.stack.last?.state,
            let handler = handler(for: .intent(intent), in: flow, state: state),
            handler.step.destination == .state(state)
        {
            return handler.step.say
        }
        return book.flowOfIntent[intent] == nil && book.replies.has(intent) ? [intent] : nil
    }

    /// "When" and "can I" are no condition and no wish in a question.
    static let asking = ["condition_words", "wish_words"]
    /// Of what is asked behind a yes, so much must be questions that it may bring along.
    private static let askedSurely = 0.65

    /// "Yes, and when will I get the money?": the question is answered, and the confirmation asked for once more. Of
    /// what it may ask, at least so likely, the first counts that has an answer here; or only the likeliest
    /// (`isFirst`).
    mutating func answers(
        _ question: QuestionBehindYes, where least: Double, isFirst: Bool = false
    ) throws(Interruption) -> Bool {
        let verdict = question.reading.verdict
        let certain = verdict.intent.map {
            RankedIntent(intent: $0, probability: verdict.confidence)
        }
        let ranking = question.reading.ranking.filter { $0.intent != certain?.intent }
        let likely = ((certain.map { [$0] } ?? []) + ranking).filter { $0.probability >= least }
        for asked in isFirst ? Array(likely.prefix(1)) : likely where isAnsweredHere(asked.intent) {
            if try handle(.intent(asked.intent)) { return true }
        }
        guard question.isMarked, let asked = likely.first, asked.probability >= 0.75,
            book.flowOfIntent[asked.intent] == nil, book.replies.has(asked.intent)
        else { return false }
        return begin(asked.intent, text: question.reading.text)
    }

    /// The state says something to the intent and asks its question again.
    func isAnsweredHere(_ intent: String) -> Bool {
        guard let state = state.stack.last?.state, let flow = currentFlow else { return false }
        let handlers = (flow.state(state)?.handlers ?? []) + flow.handlers
        return handlers.contains { $0.answers(intent, in: state) }
    }

    /// What is asked behind a plain yes: up to the question mark, where there is one.
    func questionBehindYes(_ reading: Interpretation) -> QuestionBehindYes? {
        guard let start = endOfYes(in: reading, at: { _ in true }),
            !isPlainYes(reading.tokens, to: state.lastSaid.last?.text ?? "")
        else { return nil }
        let rest = reading.tokens[start...]
        let mark = rest.first { ["?", "？"].contains($0.folded) }
        let end = mark?.end ?? reading.text.utf8.count
        return rest.first.flatMap { reading.text(from: $0.start, to: end) }.map { text in
            QuestionBehindYes(reading: interpretation(of: text), isMarked: mark != nil)
        }
    }
}

extension Handler {
    /// It says something to the intent, and the state asks its question again.
    func answers(_ intent: String, in state: String) -> Bool {
        trigger == .intent(intent) && !step.say.isEmpty && step.destination == .state(state)
    }
}

struct QuestionBehindYes {
    var reading: Interpretation
    /// It has a question mark.
    var isMarked: Bool
}
