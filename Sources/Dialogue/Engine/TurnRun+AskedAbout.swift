import Facts
import Understanding

/// What an open confirmation is about, as the customer may call it beside a yes.
extension TurnRun {
    /// The number of the order that stands in the question: "#1024 is the one, yes".
    func numberAsked(in question: String) -> [[String]] {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let id = state.stack.last?.slots[slot.id]?.argument.text
        else { return [] }
        return phrase(id, in: question)
    }

    /// What else was chosen once and stands there, by its whole name: "yes. The gift card is fine".
    func choicesAsked(in question: String) -> [[String]] {
        let shop = SaidByShop(book: book, language: state.language, isSpoken: false)
        return (currentFlow?.slots ?? []).flatMap { slot -> [[String]] in
            guard !dialogue.isNamedByID(slot), !slot.isMany, slot.each == nil,
                book.types[slot.type.name]?.choices != nil,
                let name = state.stack.last?.slots[slot.id]?.record?["name"]?.text
            else { return [] }
            return phrase(String(shop.text(name).prefix { $0 != "(" }), in: question)
        }
    }

    private func phrase(_ text: String, in question: String) -> [[String]] {
        let words = dialogue.interpreter.tokens(of: text, in: state.language)
            .filter { !$0.isPunctuation }.map(\.folded)
        let asked = foldedWords(of: question)
        let isAsked = asked.indices.contains { asked[$0...].starts(with: words) }
        return !words.isEmpty && isAsked ? [words] : []
    }

    /// The folded words of a question; one is looked into for several things.
    private func foldedWords(of question: String) -> [String] {
        let text = QuestionText(text: question, language: state.language)
        if let known = shared.readings.questions[text] { return known }
        let words = dialogue.interpreter.tokens(of: question, in: state.language)
            .filter { !$0.isPunctuation }.map(\.folded)
        shared.readings.questions.note(words, to: text)
        return words
    }

    /// "How long does the money take? And do I need the original box": two questions that the open state answers, and
    /// nothing else in the message.
    mutating func answersEach(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard reading.answer == nil, reading.asksAnything, let flow = currentFlow,
            let place = state.stack.last?.state
        else { return false }
        var asked: [String] = []
        for sentence in sentences(of: reading) where sentence.wordCount > Self.exclamation {
            guard let intent = sentence.verdict.intent, sentence.verdict.confidence >= 0.5,
                isAnsweredHere(intent)
            else { return false }
            if !asked.contains(intent) { asked.append(intent) }
        }
        guard asked.count > 1, let last = asked.popLast() else { return false }
        for intent in asked {
            try sayAll(handler(for: .intent(intent), in: flow, state: place)?.step.say ?? [])
        }
        return try handle(.intent(last))
    }

    /// "Wait a moment, …"
    private static let exclamation = 3

    /// "No, I do want to send it back, yes please", where a colleague is offered: it begins with a no, and wishes.
    func wishesBesideNo(_ reading: Interpretation) -> Bool {
        let words = reading.tokens.filter { !$0.isPunctuation }.prefix(Self.fewOpening)
        return reading.wordCount > Self.plainAnswer && reading.verdict.intent.map(isWish) == true
            && words.contains { token in
                reading.text(from: token.start, to: token.end).map(interpretation)?.answer == .no
            }
    }

    private static let fewOpening = 3
    private static let plainAnswer = 4
}
