import Facts
import Understanding

/// What shall be different is named, its new value is not: "no, the other order", "yes, but send it to my office",
/// "the address is wrong".
extension TurnRun {
    /// "No, the other one": the only other choice there is; of several the customer says which.
    ///
    /// `isNamed`: only where the words name the slot ("the other order").
    mutating func wantsAnother(
        _ reading: Interpretation, isNamed: Bool = false
    ) throws(Interruption) -> Bool {
        // "The same address as my other order" is about the address.
        guard reading.mentions.contains("other_words"), !reading.mentions.contains("same_words"),
            !isCertainlyAnotherWish(reading)
        else { return false }
        var found: [(slot: Slot, others: [Offer])] = []
        var only: (slot: Slot, value: Value)?
        for slot in slotsMeant(by: reading, isNamed: isNamed) {
            guard let old = state.stack.last?.slots[slot.id],
                let offers = try choices(for: slot, member: nil)
            else { continue }
            let held = old.list ?? [old]
            let others = offers.filter { offer in
                !held.contains { $0.equals(.record(offer.record)) }
            }
            if others.isEmpty {
                only = only ?? (slot, old)
            } else {
                found.append((slot, others))
            }
        }
        guard let last = found.last else { return saysThereIsNoOther(only, reading) }
        let others = found.flatMap(\.others)
        if others.count == 1 {
            change(last.slot, to: .record(others[0].record), saidIn: reading)
        } else {
            state.shown = others.map(\.choice)
            say("repair.choose_one", arguments: choiceArguments(others, last.slot))
        }
        return true
    }

    /// Slots with a value that the words name ("the other order"); where they name none, all.
    private func slotsMeant(by reading: Interpretation, isNamed: Bool) -> [Slot] {
        let slots = (currentFlow?.slots ?? []).filter { slot in
            slot.each == nil && state.stack.last?.slots[slot.id] != nil
        }
        let named = slots.filter { isAbout($0, reading) }
        return named.isEmpty && !isNamed ? slots : named
    }

    private mutating func saysThereIsNoOther(
        _ only: (slot: Slot, value: Value)?, _ reading: Interpretation
    ) -> Bool {
        guard let only, reading.answer == .no, book.replies.has("repair.no_other") else {
            return false
        }
        say("repair.no_other", arguments: ["value": named(only.value, slot: only.slot.id)])
        resumeBelow()
        return true
    }

    /// At a confirmation that showed other choices: the one that is picked from these, with its slot.
    func pickedAmongOthers(
        _ reading: Interpretation
    ) throws(Interruption) -> (slot: Slot, value: Value)? {
        guard !state.shown.isEmpty, reading.answer != .yes else { return nil }
        var open: [(slot: Slot, offer: Offer)] = []
        for slot in currentFlow?.slots ?? [] where state.stack.last?.slots[slot.id] != nil {
            let offers = slot.each == nil ? try choices(for: slot, member: nil) ?? [] : []
            open += offers.map { (slot, $0) }
        }
        let shown = state.shown.compactMap { choice in
            open.first { $0.offer.choice == choice }
        }
        guard case .value(let value) = pick(reading, among: shown.map(\.offer), isMany: false),
            let one = shown.first(where: { .record($0.offer.record) == value })
        else { return nil }
        return (one.slot, value)
    }

    /// At a confirmation: the named slot is taken back and asked for; where the flow has none, the wish that could
    /// do it is noted, or goes first where it must.
    mutating func retakes(_ reading: Interpretation) throws(Interruption) -> Bool {
        let differs = reading.mentions.contains("different_words")
        let hesitates =
            reading.answer == .yes && reading.mentions.contains("hesitation_words")
        let isRepair = isRepair(reading)
        if putsFirst(reading), noteAnotherMatter(reading) { return true }
        guard differs || hesitates, !reading.isQuestion, !isCertainlyAnotherWish(reading),
            // "No, that's the wrong reason" sounds like taking back the last answer; it names another one.
            !isRepair || differs && !reading.verdict.isRule
        else { return false }
        return retakesNamed(reading) || !isRepair && noteAnotherMatter(reading)
    }

    /// "Wait, the address first!", of what the open flow has no slot for.
    private func putsFirst(_ reading: Interpretation) -> Bool {
        reading.answer == nil && !reading.isQuestion
            && ["hesitation_words", "waiting_words"].contains(where: reading.mentions.contains)
            && currentFlow?.slots.contains { isAbout($0, reading) } == false
    }

    /// The words sound like a wish of their own: "and where's the other stuff I ordered".
    func isAnotherWish(_ reading: Interpretation) -> Bool {
        guard let intent = reading.verdict.intent, reading.verdict.confidence >= 0.6,
            let flow = book.flowOfIntent[intent], book.flows[flow]?.kind == .intent
        else { return false }
        return reading.answer == nil && !isOpen(flow)
    }

    /// "The address is wrong": the last slot that the words name is empty again. An order is taken back only where
    /// the words say that it is another one.
    mutating func retakesNamed(_ reading: Interpretation) -> Bool {
        let differs = reading.mentions.contains("different_words")
        let slot = currentFlow?.slots.last { slot in
            state.stack.last?.slots[slot.id] != nil && isAbout(slot, reading)
                && (differs || !dialogue.isNamedByID(slot))
        }
        guard let slot else { return false }
        clear(slot.id)
        withFrame { $0.tries[slot.id] = nil }
        if book.replies.has("repair.otherwise") { say("repair.otherwise") }
        restart()
        return true
    }

    /// "To my office" is about an address: no order is meant, though one holds an office lamp.
    func namesAnotherMatter(_ reading: Interpretation, than slot: Slot) -> Bool {
        let own = book.types[slot.type.name]?.about
        return book.types.values.contains { type in
            type.parameters.isEmpty && type.about != own
                && type.about.map(reading.mentions.contains) == true
        }
    }

    func isAbout(_ slot: Slot, _ reading: Interpretation) -> Bool {
        book.types[slot.type.name]?.about.map(reading.mentions.contains) == true
    }

    /// What is named belongs to another flow: one that this flow comes `after` begins now, about the same order;
    /// the one that the words sound like is noted.
    private mutating func noteAnotherMatter(_ reading: Interpretation) -> Bool {
        guard let current = currentFlow, !handlesIntent(of: reading) else { return false }
        let able = book.flows.values.filter { flow in
            flow.kind == .intent && flow.request != nil && flow.id != current.id
                && flow.slots.contains { isAbout($0, reading) }
        }.map(\.id).sorted()
        let meant = reading.verdict.intent.flatMap { book.flowOfIntent[$0] }
        if let first = able.first(where: current.after.contains) {
            openAbove(first, reading)
            return true
        }
        guard let meant, able.contains(meant), let intent = reading.verdict.intent,
            !state.stack.contains(where: { $0.flow == meant })
        else { return false }
        note(Wish(intent: intent, text: reading.text))
        say("repair.noted", arguments: ["wish": .text(title(of: intent))])
        resumeBelow()
        return true
    }

    /// The open state has an answer of its own to what the words sound like.
    private mutating func handlesIntent(of reading: Interpretation) -> Bool {
        guard let intent = reading.verdict.intent, let flow = currentFlow,
            let state = state.stack.last?.state
        else { return false }
        return handler(for: .intent(intent), in: flow, state: state) != nil
    }

    private mutating func openAbove(_ id: String, _ reading: Interpretation) {
        let order = currentFlow?.slots.first(where: dialogue.isNamedByID).flatMap { slot in
            state.stack.last?.slots[slot.id]
        }
        open(flow: id, utterance: reading.text)
        guard state.stack.last?.flow == id, let order,
            let slot = currentFlow?.slots.first(where: dialogue.isNamedByID)
        else { return }
        keep(order, in: slot, member: nil)
    }
}
