import Understanding

/// Questions for which nobody needs to be known, where it was asked who writes.
extension TurnRun {
    /// "It's a general question", "just asking before I buy. PayPal?", in answer to "which e-mail address?": what was
    /// asked is answered by what holds for everybody, or it is said that nothing does.
    mutating func asksInGeneral(_ reading: Interpretation) -> Bool {
        guard book.flows[Self.general] != nil, !tellsWho(reading) else { return false }
        let isDeclared = reading.mentions.contains("general_words")
        if isDeclared { state.isGeneral = true }
        guard let place = askedForIdentity else { return false }
        let asked = state.stack[place].utterances.first.map { interpretation(of: $0) }
        if isDeclared {
            leave(downTo: place)
            return answersInGeneral([reading] + (asked.map { [$0] } ?? []))
        }
        // "And how long does it take?": what was guessed of the question before is no wish that waits for an answer.
        guard let asked, isGuess(asked), let intent = reading.verdict.intent,
            servesAnybody(intent), reading.verdict.confidence >= Self.wishConfidence
        else { return false }
        leave(downTo: place)
        return false
    }

    /// Another general question, which only resembles a wish of somebody, or nothing.
    mutating func asksOnInGeneral(_ reading: Interpretation) -> Bool {
        guard state.isGeneral, state.customer == nil, state.stack.isEmpty, isGuess(reading),
            book.flows[Self.general] != nil
        else { return false }
        let needsIdentity = book.flow(of: reading.verdict.intent)?.needs != nil
        guard needsIdentity || reading.verdict.intent == nil && reading.asksAnything else {
            return false
        }
        // "Whatever mail, I have bought nothing yet": it asks nothing, and is told that it may.
        if reading.mentions.contains("general_words"), !reading.asksAnything,
            generalIntent(of: reading) == nil, let article = noAccount
        {
            say(article)
            return true
        }
        return answersInGeneral([reading])
    }

    /// The first of the questions that has an answer for anybody is answered; else a colleague is offered.
    private mutating func answersInGeneral(_ asked: [Interpretation]) -> Bool {
        for reading in asked {
            guard let intent = generalIntent(of: reading) else { continue }
            state.intent = intent
            return begin(intent, text: reading.text)
        }
        open(flow: Self.general, utterance: asked.last?.text ?? "")
        return true
    }

    /// What the words ask for that is told to anybody: surely, or as the likeliest of all such.
    private func generalIntent(of reading: Interpretation) -> String? {
        if let intent = reading.verdict.intent, servesAnybody(intent) { return intent }
        let likely = reading.ranking.filter { servesAnybody($0.intent) }
        guard let first = likely.first, first.probability >= Self.likelyInGeneral,
            first.probability >= 2 * (likely.dropFirst().first?.probability ?? 0)
        else { return nil }
        return first.intent
    }

    private static let likelyInGeneral = 0.2

    /// A question that is only likely to be the wish that was begun, and speaks of nothing of one's own.
    private func isGuess(_ reading: Interpretation) -> Bool {
        !reading.verdict.isRule && reading.verdict.confidence < Self.clauseConfidence
            && !reading.mentions.contains("own_words") && !namesID(reading)
            && !tellsWho(reading)
    }

    /// An article, or a flow that shows nothing of anybody; none that the question who writes has an answer to ("I have
    /// no account").
    private func servesAnybody(_ intent: String) -> Bool {
        guard let flow = book.flow(of: intent) else {
            return book.replies.has(intent) && intent != noAccount
        }
        return flow.kind == .intent && flow.needs == nil && flow.request == nil
            && !isSmallTalk(intent)
    }

    /// The article that the question who writes has for "I have no account".
    private var noAccount: String? {
        let asking = Set(book.flows.values.compactMap(\.needs)).sorted().compactMap {
            book.flows[$0]
        }
        return asking.flatMap(\.handlers).lazy.compactMap { handler in
            if case .intent(let intent) = handler.trigger { intent } else { nil }
        }.first { book.flowOfIntent[$0] == nil && book.replies.has($0) }
    }

    /// Where the flow stands that needs to know who writes, while that is asked.
    private var askedForIdentity: Int? {
        guard case .asking(.slot) = state.stack.last?.phase, let place = openWish,
            place < state.stack.count - 1
        else { return nil }
        return place
    }

    private static let general = "general"
}
