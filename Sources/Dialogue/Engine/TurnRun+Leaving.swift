import Facts
import Understanding

/// Out of a flow that the customer does not want: its wish is refused in so many words, or the one below it is said
/// again.
extension TurnRun {
    /// "I don't want to cancel", "I never said late": the open wish is dropped, and the noted ones that are refused;
    /// what else the message wishes begins.
    mutating func refusesWish(_ reading: Interpretation) -> Bool {
        let refused = refusedFlows(in: reading)
        guard !refused.isEmpty else { return false }
        let book = book
        state.wishes.removeAll { refused.contains(book.flowOfIntent[$0.intent] ?? "") }
        guard let place = openWish, refused.contains(state.stack[place].flow) else { return false }
        if let wanted = clearWish(in: reading) ?? wishInstead(of: refused, in: reading) {
            guard !isOpen(wanted.flow) else { return false }
            let (flow, slots) = (currentFlow, state.stack.last?.slots ?? Record())
            leave(downTo: place)
            guard goOn(with: wanted, reading) else { return false }
            if let flow { takesOver(slots, of: flow, reading) }
            return true
        }
        // A question beside the refusal is answered, and nothing asked on.
        if reading.verdict != .notUnderstood {
            leave(downTo: place)
            return false
        }
        guard book.flows["cancel"] != nil else { return false }
        open(flow: "cancel", utterance: reading.text)
        return true
    }

    /// The wish that waits below a flow in which nothing was answered yet is said once more: that flow was not meant.
    /// "Cancel it. No link": nor is it any more, where the one below is wished in clear words.
    mutating func returnsBelow(to flow: String, _ reading: Interpretation) -> Bool {
        guard let open = openWish,
            state.stack[open].answered.isEmpty || wishesPlainly(reading),
            let below = state.stack[..<open].lastIndex(where: { $0.flow == flow })
        else { return false }
        goBack(to: below, reading)
        return true
    }

    private func wishesPlainly(_ reading: Interpretation) -> Bool {
        reading.verdict.confidence >= Self.clauseConfidence && !reading.asksAnything
    }

    /// The flow is what is being done now, or what that needs first; not one that waits below.
    func isOpen(_ flow: String) -> Bool {
        guard let open = openWish else { return false }
        return state.stack[open...].contains { $0.flow == flow }
    }

    /// Where the flow stands that is being done; above it is only what it needs first.
    var openWish: Int? {
        guard var place = state.stack.indices.last else { return nil }
        while place > 0, book.flows[state.stack[place - 1].flow]?.needs == state.stack[place].flow {
            place -= 1
        }
        return book.flows[state.stack[place].flow]?.kind == .intent ? place : nil
    }

    /// "I don't want to cancel the whole order, only the mug" takes back a part of it, and "not black" a value.
    private func refusedFlows(in reading: Interpretation) -> Set<String> {
        let partly = ["only_words", "keep_words", "different_words"]
        let refused = reading.clauses.indices.filter { place in
            let clause = reading.clauses[place]
            guard clause.isNegated else { return false }
            // What stands up to the next wish says how far the refusal goes.
            let isLast = place + 1 == reading.clauses.count
            let end = isLast ? reading.text.utf8.count : reading.clauses[place + 1].start
            guard let text = reading.text(from: clause.start, to: end) else { return true }
            let part = interpretation(of: text)
            // "Don't cancel! I want the kit in dark": what is named in the next sentence is not what is refused.
            let first = part.sentenceRanges.first.map { self.reading([$0], of: part) } ?? part
            return !partly.contains(where: part.mentions.contains) && !namesOnly(first)
        }
        let intents = refused.compactMap { reading.clauses[$0].verdict.intent }
        return Set(intents.compactMap { book.flowOfIntent[$0] })
    }

    private func clearWish(in reading: Interpretation) -> (intent: String, flow: String)? {
        let wanted = reading.clauses.first(where: \.isWanted)
        guard let intent = wanted?.verdict.intent, isWish(intent),
            let flow = book.flowOfIntent[intent]
        else { return nil }
        return (intent, flow)
    }

    /// "No cancel! Just want it in night blue": only the whole tells what is wished.
    private func wishInstead(
        of refused: Set<String>, in reading: Interpretation
    ) -> (intent: String, flow: String)? {
        guard let intent = reading.verdict.intent, isWish(intent),
            let flow = book.flowOfIntent[intent], !refused.contains(flow),
            book.flows[flow]?.request != nil
        else { return nil }
        return (intent, flow)
    }

    private mutating func goOn(
        with wanted: (intent: String, flow: String), _ reading: Interpretation
    ) -> Bool {
        guard let place = state.stack.lastIndex(where: { $0.flow == wanted.flow }) else {
            state.intent = wanted.intent
            return begin(wanted.intent, text: reading.text)
        }
        goBack(to: place, reading)
        return true
    }

    /// "No return! Could it be exchanged?": the new request is about the same order and things, unless others are
    /// named.
    mutating func takesOver(_ slots: Record, of left: Flow, _ reading: Interpretation) {
        // The order by its number, and by what is in it.
        let held = slots.fields.flatMap { field in
            [named(field.value, slot: field.name).argument.text, field.value.record?["name"]?.text]
                .compactMap { $0 }
        }
        guard !namesID(reading), let flow = currentFlow, flow.id != left.id, flow.request != nil,
            left.request != nil,
            namedProducts(in: reading).allSatisfy({ name in held.contains { $0.contains(name) } })
        else { return }
        for slot in flow.slots where state.stack.last?.slots[slot.id] == nil && slot.each == nil {
            guard let old = left.slot(slot.id), old.isMany == slot.isMany,
                let value = slots[slot.id],
                dialogue.isNamedByID(slot) || old.type.name == slot.type.name
            else { continue }
            put(value, into: slot)
        }
    }

    /// The flow at that place goes on, with what is said now.
    private mutating func goBack(to place: Int, _ reading: Interpretation) {
        leave(downTo: place + 1)
        hear(reading)
        withFrame { $0.phase = .entering }
    }

    mutating func leave(downTo place: Int) {
        cancelTimer()
        state.stack.removeSubrange(place...)
        state.shown = []
    }
}

extension Clause {
    fileprivate var isWanted: Bool { !isNegated && verdict.intent != nil }
}
