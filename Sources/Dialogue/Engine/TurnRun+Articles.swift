import Understanding

/// Several general questions in one message: each one that has an article is answered.
extension TurnRun {
    /// "Can I pay with Klarna? And how much is shipping to France?": both articles, in the order of the questions.
    /// "Do you deliver to Austria, and what does that cost?" asks for the cost as a whole, for the country in a part.
    mutating func answerArticles(_ main: String, in reading: Interpretation) -> Bool {
        let asked = articles(in: reading, atLeast: Self.wishConfidence)
        guard asked.count > 1, asked.contains(main) else {
            for article in articles(in: reading, atLeast: Self.wishConfidence, where: isQuestion)
            where article != main && !reading.verdict.isRule { say(article) }
            return begin(main, text: reading.text)
        }
        for article in asked { say(article) }
        resumeBelow()
        return true
    }

    /// "Are you open on Saturdays? And in the shop at Main Street?": as a whole it is not understood, and one part of
    /// it is surely a question that has an article.
    mutating func answersPartly(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, reading.verdict.intent == nil else { return false }
        let asked = articles(in: reading, atLeast: Self.clauseConfidence)
        for article in asked { say(article) }
        return !asked.isEmpty
    }

    /// "How much is the big rug, and how long does delivery take?": what another part asks is answered beside a
    /// question that a flow answers. A request has it answered where it asks something, and a rule of the whole knows
    /// both.
    mutating func answerArticles(beside intent: String, in reading: Interpretation) {
        guard book.flow(of: intent)?.request == nil, !reading.verdict.isRule else { return }
        for article in articles(in: reading, atLeast: Self.wishConfidence, where: isQuestion) {
            say(article)
        }
    }

    /// "Thank you so far! One more question: what does sending it back cost?": thanks eat no question that an article
    /// answers.
    mutating func answersArticlesBehindRepair(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty else { return false }
        let asked = articles(in: reading, atLeast: Self.clauseConfidence, where: isQuestion)
        for article in asked { say(article) }
        if !asked.isEmpty { resumeBelow() }
        return !asked.isEmpty
    }

    /// A part that asks, and not "put the money on my gift card".
    private func isQuestion(_ clause: Clause, in reading: Interpretation) -> Bool {
        let end = reading.tokens.first { $0.start >= clause.end }
        return end?.folded == "?" || words(of: clause, in: reading)?.asksAnything == true
    }

    /// The articles that parts of the message ask for, each once.
    private func articles(
        in reading: Interpretation, atLeast confidence: Double,
        where counts: (Clause, Interpretation) -> Bool = { _, _ in true }
    ) -> [String] {
        guard reading.clauses.count > 1 else { return [] }
        var found: [String] = []
        for clause in reading.clauses where !clause.isNegated && counts(clause, reading) {
            guard let intent = clause.verdict.intent, book.flowOfIntent[intent] == nil,
                book.replies.has(intent), !found.contains(intent),
                clause.verdict.isRule || clause.verdict.confidence >= confidence
            else { continue }
            found.append(intent)
        }
        return found
    }
}
