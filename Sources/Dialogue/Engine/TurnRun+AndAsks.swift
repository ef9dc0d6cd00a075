import Facts
import Understanding

/// An answer and a question behind it: "PayPal. And when will it arrive?" The answer is kept, and the question is
/// answered before the flow goes on.
extension TurnRun {
    mutating func answersAndAsks(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard !dialogue.isNamedByID(slot), !slot.isMany, parts(of: slot).isEmpty,
            book.types[slot.type.name]?.isFreeText != true, let cut = questionsBehind(reading),
            !cut.question.soundsLikeCorrection, cut.question.answer == nil,
            case .value(let value) = try findAmongShown(slot, member: member, in: cut.answer),
            case .nothing = try find(slot, member: member, in: cut.question, asked: true)
        else { return false }
        takeAnswer(value, to: slot, member: member, cut.answer)
        try answersFirst(cut.question)
        return true
    }

    /// The sentences up to the last one that asks nothing, and the questions behind them.
    private func questionsBehind(
        _ reading: Interpretation
    ) -> (answer: Interpretation, question: Interpretation)? {
        let ranges = reading.sentenceRanges
        guard let first = ranges.firstIndex(where: reading.isAsked), first > 0,
            ranges[first...].allSatisfy(reading.isAsked),
            ranges[..<first].reduce(0, { $0 + $1.count }) <= Self.longestAnswer,
            let text = reading.text(
                from: reading.tokens[ranges[first].lowerBound].start, to: reading.text.utf8.count)
        else { return nil }
        return (self.reading(Array(ranges[..<first]), of: reading), interpretation(of: text))
    }

    private static let longestAnswer = 10

    /// By what the open state says to it, an article, or a look at something; or nobody here knows.
    private mutating func answersFirst(_ question: Interpretation) throws(Interruption) {
        if try answersAside(question) { return }
        let verdict = question.verdict
        if let intent = verdict.intent, verdict.confidence >= Self.likelyWish {
            if isAnsweredHere(intent), try handle(.intent(intent)) { return }
            if try answersAhead(intent) { return }
            if let flow = book.flow(of: intent) {
                if flow.kind == .intent, flow.request == nil, begin(intent, text: question.text) {
                    return
                }
            } else if begin(intent, text: question.text) {
                return
            }
        }
        if book.replies.has("repair.unknown_here") { say("repair.unknown_here") }
    }

    // MARK: Beside a wish

    /// "I'd like to return the lamp. How long does the money take?": the last sentence that asks something else than
    /// what is wished, for a request that will be confirmed.
    func questionBeside(_ utterance: String, of flow: Flow) -> String? {
        guard flow.request != nil, let said = interpretation else { return nil }
        let whole = said.text.hasBytes(of: utterance) ? said : interpretation(of: utterance)
        let tokens = whole.tokens
        return whole.sentenceRanges.suffix(Self.lastSentences).reversed().compactMap {
            range -> String? in
            guard whole.isAsked(range), let first = tokens[range].first else { return nil }
            return whole.text(from: first.start, to: tokens[range.upperBound].end)
        }.first { text in
            let question = interpretation(of: text)
            // "Is that possible?" asks for what is wished.
            if question.wordCount <= Self.shortQuestion,
                question.mentions.contains("possible_words")
            {
                return false
            }
            guard let likely = question.verdict.intent ?? question.ranking.first?.intent else {
                return false
            }
            let isSure = question.verdict.confidence >= Self.wishConfidence
            return !flow.starts.contains(likely) && !(isSure && isWish(likely))
        }
    }

    private static let lastSentences = 12
    private static let shortQuestion = 7

    /// The replies to what was asked with the wish: what the open state says to it, or an article.
    func answersKept() throws(Interruption) -> [String] {
        guard let frame = state.stack.last, let text = frame.asked else { return [] }
        let question = interpretation(of: text)
        let certain = question.verdict.intent
        let likely =
            (certain.map { [$0] } ?? [])
            + question.ranking.filter { $0.probability >= Self.likelyAsked }.map(\.intent)
        if let state = currentFlow?.state(frame.state) {
            for intent in likely {
                if let replies = try replies(to: intent, of: state) { return replies }
            }
        }
        guard let certain, question.verdict.confidence >= Self.wishConfidence,
            book.flowOfIntent[certain] == nil, book.replies.has(certain)
        else { return [] }
        return [certain]
    }

    private static let likelyAsked = 0.42

    /// What a confirmation of the flow would say to it, where all is known that it says: "when do I get the money?",
    /// asked with the way to pay.
    mutating func answersAhead(_ intent: String) throws(Interruption) -> Bool {
        for state in currentFlow?.states ?? [] {
            guard case .confirm = state.body, let replies = try replies(to: intent, of: state)
            else { continue }
            try sayAll(replies)
            return true
        }
        return false
    }

    /// What the state says to the intent before it asks once more; nil where it says nothing, or not all is known.
    private func replies(
        to intent: String, of state: State
    ) throws(Interruption) -> [String]? {
        for handler in state.handlers where handler.answers(intent, in: state.id) {
            try prefetch(handler.condition.fields)
            guard handler.condition.holds(in: KnownFacts(run: self)) else { continue }
            for reply in handler.step.say where try lacksWords(for: reply) { return nil }
            return handler.step.say
        }
        return nil
    }
}
