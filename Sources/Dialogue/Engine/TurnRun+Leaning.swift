import Understanding

/// A few words that go on with a general question: "how long do refunds take?" – "and to a gift card?".
extension TurnRun {
    /// They are read behind the question, and count where both together still ask the same.
    mutating func continuesLastQuestion(_ reading: Interpretation) -> Bool {
        guard let last = state.lastQuestion, state.turn == last.turn + 1, state.stack.isEmpty,
            reading.wordCount <= Self.leaningWords,
            !reading.verdict.isRule || isRepair(reading),
            reading.answer == nil, leans(reading), !tellsWho(reading),
            !namesID(reading)
        else { return false }
        let whole = interpretation(of: "\(last.text) \(reading.text)")
        // What no rule and no example holds, "and Klarna?", is the question's where both together come near it.
        let isNear =
            reading.verdict.intent == nil
            && whole.ranking.prefix(Self.nearest).contains { $0.intent == last.intent }
        // "Do you ship to Norway?" – "and what does that cost?": another article has both.
        let other = whole.verdict.intent.flatMap { intent in
            isRepair(reading) && book.flowOfIntent[intent] == nil ? intent : nil
        }
        guard whole.verdict.intent == last.intent || isNear || other != nil else { return false }
        let intent = other ?? last.intent
        state.intent = intent
        guard begin(intent, text: whole.text) else { return false }
        // "And coffee?" – "and knives?": each leans on the question, and not on the one before.
        state.lastQuestion = GeneralQuestion(
            intent: intent, text: last.text, turn: state.turn)
        return true
    }

    /// "And …", "what about …" or words that are no wish by themselves. "And cancel my order" is one; "and if I
    /// cancel?" asks.
    private func leans(_ reading: Interpretation) -> Bool {
        let words = reading.tokens.map(\.folded)
        let isJoined =
            reading.mentions.contains("leaning_words")
            || dialogue.words[.joints, reading.language].contains { words.starts(with: $0) }
        guard isJoined else { return false }
        guard let intent = reading.verdict.intent else { return true }
        let confidence = reading.verdict.confidence
        // "And what does that cost?"
        if isRepair(reading) { return reading.asksAnything }
        // "And do I have to pay customs?" is a question of its own.
        guard isWish(intent) else { return confidence < Self.wishConfidence }
        // "And to a gift card" looks at no gift card.
        if book.flow(of: intent)?.request == nil, !reading.asksAnything { return true }
        return confidence < Self.clauseConfidence
            || reading.mentions.contains("condition_words") && reading.asksAnything
    }

    private static let nearest = 3
    /// "And what about the coffee beans?"
    private static let leaningWords = 7

    /// Keeps it for the next turn, where the intent asks about nobody's order and changes nothing.
    mutating func keepQuestion(_ intent: String, _ text: String) {
        let flow = book.flow(of: intent)
        guard flow.map({ $0.kind == .intent && $0.needs == nil && $0.request == nil }) ?? true
        else { return }
        // "And what about coffee?", which a rule knows as well, leans on it too.
        let last = state.lastQuestion.flatMap { last in
            last.intent == intent && state.turn == last.turn + 1
                && leans(interpretation(of: text)) ? last : nil
        }
        state.lastQuestion = GeneralQuestion(
            intent: intent, text: last?.text ?? text, turn: state.turn)
    }
}
