import Facts
import Understanding

/// Questions about the choices of the open question: "which colours are there of the 5 ft one?"
extension TurnRun {
    /// Shows the choices that fit what was asked, all where none does; nothing is chosen, and it is no try.
    ///
    /// `onlyFitting`: only where the words fit some of the choices; what fits none may be about something else.
    mutating func asksAboutChoices(
        _ slot: Slot, member: Int?, _ reading: Interpretation, onlyFitting: Bool = false
    ) throws(Interruption) -> Bool {
        guard reading.mentions.contains("choice_question_words"), reading.answer != .yes,
            let offers = try choices(for: slot, member: member), offers.count > 1
        else { return false }
        let part =
            part(of: reading, about: member, of: slot, among: offers, asked: true) ?? reading
        let picking = picking(part, among: offers.map(\.choice))
        let fitting = picking.indices.filter(offers.indices.contains).map { offers[$0] }
        // "Do you have the watch in gold?" names the watch, where nothing is changed by it.
        if fitting.count == 1, currentFlow?.request == nil { return false }
        guard !fitting.isEmpty, fitting.count < offers.count else {
            if onlyFitting { return false }
            // "Which colours are there?", of those that were shown.
            let shown = offers.filter { state.shown.contains($0.choice) }
            if shown.count > 1 {
                say("repair.choices_left", arguments: choiceArguments(shown, slot))
                return true
            }
            resumeBelow()
            return true
        }
        state.shown = fitting.map(\.choice)
        say("repair.choices_left", arguments: choiceArguments(fitting, slot))
        return true
    }

    /// "What do I get if I keep it?", in answer to "your money back, or keep it for less?", and "is firm harder or
    /// softer?", where a version is to be chosen: a question about what could be chosen takes none of it.
    mutating func asksAbout(
        _ slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard currentFlow?.request != nil, !dialogue.isNamedByID(slot), reading.answer == nil,
            let type = book.types[slot.type.name], !type.isFreeText, onlyAsks(reading)
        else { return false }
        let answered = reading.verdict.intent.flatMap { isAnsweredHere($0) ? $0 : nil }
        guard
            reading.mentions.contains("comparing_words")
                || type.choices == nil && (answered != nil || reading.asksAnything)
        else { return false }
        if let answered, try handle(.intent(answered)) { return true }
        guard !isLikelyElse(reading), book.replies.has("repair.unanswered") else { return false }
        say("repair.unanswered")
        resumeBelow()
        return true
    }

    /// "My card was declined", "the payment failed again", in answer to how it shall be paid: what happened is told
    /// once more, and nothing is chosen.
    mutating func tellsAgain(
        _ slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard !dialogue.isNamedByID(slot), !slot.isMany, slot.each == nil, reading.answer == nil,
            let flow = currentFlow, let intent = reading.verdict.intent,
            flow.starts.contains(intent), reading.verdict.confidence >= Self.clauseConfidence,
            reading.wordCount > 2, !reading.mentions.contains("wish_words"),
            let offers = try choices(for: slot, member: nil)
        else { return false }
        let namesOne = offers.contains { namesThing(of: .record($0.record), reading) }
        if namesOne, try !onlyTellsOfValues(reading) { return false }
        resumeBelow()
        return true
    }

    /// The words fit several choices, or none: they are shown once more, and that is a try like any other.
    mutating func asksAgain(
        _ slot: Slot, member: Int? = nil, among found: [Offer], missing: [String] = []
    ) throws(Interruption) -> Bool {
        // None that fits is no list: then all are shown.
        let all = found.isEmpty ? try choices(for: slot, member: member) ?? [] : found
        let offers = found.isEmpty ? others(all, of: slot, member: member) : found
        if state.stack.last?.tries[slot.id] ?? 0 >= slot.tries {
            if try !handle(.event("exhausted")) { giveUp(reason: "slot_not_given") }
            return true
        }
        withFrame { $0.tries[slot.id, default: 0] += 1 }
        state.shown = offers.map(\.choice)
        if saysMissing(missing, offers, slot) { return true }
        if asksToNarrow(offers) { return true }
        if isTooLong(offers), !lists(slot.ask) {
            state.shown = []
            try sayAll([slot.ask])
            return true
        }
        say("repair.choose_one", arguments: choiceArguments(offers, slot))
        return true
    }

    /// "And where is my order 1057?": another flow, or an article, answers that.
    private func isLikelyElse(_ reading: Interpretation) -> Bool {
        guard let intent = reading.verdict.intent, reading.verdict.confidence >= 0.5 else {
            return false
        }
        guard let flow = book.flowOfIntent[intent] else { return book.replies.has(intent) }
        return !isOpen(flow)
    }
}
