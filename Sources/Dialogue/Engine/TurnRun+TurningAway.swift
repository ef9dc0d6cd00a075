import Understanding

/// A no that wishes something else done with the very things that were asked about.
extension TurnRun {
    /// "No, I didn't say return. What are the options?": where the open flow tells in which flow such a wish goes on,
    /// the order and the items go along. Noted for later it would ask for them again. Another thing of that order may
    /// be named: "no thanks, I want to return the bottle and the keyboard".
    mutating func turnsElsewhere(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let flow = currentFlow, let frame = state.stack.last,
            let question = state.lastSaid.last?.text.lowercased(), reading.wordCount > 3,
            !namesAnotherID(reading)
        else { return false }
        let place = frame.state
        func kind(_ name: String) -> Substring? { name.lowercased().split(separator: " ").last }
        let held = (orderHeld(by: frame).map(things(in:)) ?? []).map { kind($0.name) }
        guard
            namedProducts(in: reading).allSatisfy({ name in
                question.contains(name.lowercased()) || held.contains(kind(name))
            })
        else { return false }
        let refused = Set(reading.clauses.filter(\.isNegated).compactMap(\.verdict.intent))
        let rest = reading.behindFirstSentence.map { interpretation(of: $0.rest).verdict }
        let verdicts =
            [reading.verdict] + (rest.map { [$0] } ?? []) + reading.clauses.map(\.verdict)
        for verdict in verdicts where verdict.confidence >= Self.wishConfidence {
            guard let intent = verdict.intent, !refused.contains(intent) else { continue }
            // "No, which colours are there?" asks first.
            if reading.mentions.contains("choice_question_words"), isAnsweredHere(intent) {
                return try handle(.intent(intent))
            }
            guard
                let step = handler(for: .intent(intent), in: flow, state: place)?.step,
                step.leadsElsewhere
                    || step.leaves(place) && book.flowOfIntent[intent] != flow.id
            else { continue }
            hear(reading)
            return try handle(.intent(intent))
        }
        return false
    }

    /// "No, I want to return order 1042 instead", at the exchange of another: that is declined, and what is wished of
    /// the other order is a request of its own.
    mutating func leavesForOtherOrder(
        _ reading: Interpretation, _ declined: Step
    ) throws(Interruption) -> Bool {
        guard reading.answer == .no, namesAnotherID(reading), let current = currentFlow,
            let intent = reading.verdict.intent, let flow = book.flow(of: intent),
            flow.id != current.id, flow.request != nil,
            reading.verdict.confidence >= Self.clauseConfidence
        else { return false }
        let place = state.stack.last?.state ?? ""
        if handler(for: .intent(intent), in: current, state: place)?.step.leadsElsewhere == true {
            return try handle(.intent(intent))
        }
        note(Wish(intent: intent, text: reading.text))
        noteTaken(.declined)
        try apply(declined)
        return true
    }
}
