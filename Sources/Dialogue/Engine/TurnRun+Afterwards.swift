import Facts
import Understanding

/// What a yes is followed by that can wait until it is done: a look at something, another order, the next matter.
extension TurnRun {
    /// "Yes. What's my new balance?": a look that asks nothing and changes nothing, at what will be (`outcome_words`).
    func looksAfterwards(_ further: Interpretation) -> Bool {
        guard let intent = further.verdict.intent, let flow = book.flowOfIntent[intent] else {
            return false
        }
        return isLook(flow) && further.verdict.confidence >= Self.clauseConfidence
            && further.mentions.contains("outcome_words") && staysApart(further)
    }

    /// "Yes, and what about the lamp order?", "yes and the throw, when does it come?", "yes. Where is my other order?":
    /// of another order something is asked, by what is in it, or as the other one.
    func asksOfOtherOrder(_ further: Interpretation) throws(Interruption) -> Bool {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let order = orderAtHand, further.sentenceRanges.count < 2,
            further.asksAnything || further.mentions.contains("other_order_words"),
            passages(of: further, among: things(in: order)).isEmpty,
            let intent = further.verdict.intent, let flow = book.flow(of: intent),
            flow.request == nil, flow.slots.contains(where: dialogue.isNamedByID),
            further.verdict.confidence >= 0.5,
            !Self.holdingUp.contains(where: further.mentions.contains)
        else { return false }
        let isOther = ["order_words", "other_words"].allSatisfy(further.mentions.contains)
        if isOther, further.asksAnything { return true }
        if further.mentions.contains("different_words") { return false }
        let others = (try allChoices(for: slot) ?? []).filter { $0.choice.id != order.id }
        // Of two with a lamp the one that is meant must be asked for.
        if case .value = pick(further, among: others, isMany: false, holdsThings: true) {
            return true
        }
        return false
    }

    /// "Yes please! My skateboard is too long, use the gift card", "yes, and the makeup kit, cancel that": what is
    /// named first is in other orders, and nothing that is named is in the one that was asked about.
    func isElsewhere(_ further: Interpretation, isApart: Bool) throws(Interruption) -> Bool {
        guard isApart || adds(further) || further.mentions.contains("sequence_words"),
            further.answer == nil, let slot = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let order = orderAtHand, let first = sentences(of: further).first,
            isSureWish(first) || isSureWish(further), staysApart(first),
            !takesPlace(first, of: further),
            !Self.holdingUp.contains(where: first.mentions.contains),
            !Self.pointingBack.contains(where: further.mentions.contains), !dropsAny(further),
            passages(of: further, among: things(in: order)).isEmpty
        else { return false }
        return (try allChoices(for: slot) ?? []).contains { offer in
            offer.choice.id != order.id
                && passages(of: first, among: things(in: offer.choice))
                    .contains { !$0.isNegated }
                && namesThing(of: .record(offer.record), first, besidesEveryday: true)
        }
    }

    /// "Yes. Or rather cancel the lamp order", "yes. I only want the lamp back", and without an "and" or a "then" the
    /// same wish for another thing, "yes. I want to return the lamp", may be meant in the place of what was asked.
    private func takesPlace(_ first: Interpretation, of further: Interpretation) -> Bool {
        let words = first.tokens.map(\.folded)
        let turns = dialogue.words[.turnings, first.language].contains(where: words.starts(with:))
        if turns || first.mentions.contains("only_words") { return true }
        let flows = [first, further].compactMap { $0.verdict.intent }
            .compactMap { book.flowOfIntent[$0] }
        return flows.contains { $0 == currentFlow?.id }
            && (!adds(first) && !first.mentions.contains("sequence_words")
                || ["instead_words", "negation_words", "removal_words"]
                    .contains(where: first.mentions.contains))
    }

    /// "Yes. Cancel the lamp order but keep this one".
    private static let pointingBack = [
        "condition_words", "waiting_words", "hesitation_words", "keep_words", "this_words",
    ]

    /// "Yes. My cushion is missing. I take this back": a later sentence speaks of what was asked.
    func comesBack(_ whole: Interpretation) -> Bool {
        sentences(of: whole).dropFirst().contains { part in
            ["keep_words", "this_words"].contains(where: part.mentions.contains)
        }
    }

    /// "Yes. Where is my cushion? And stop."
    private func dropsAny(_ further: Interpretation) -> Bool {
        sentences(of: further).contains { part in
            part.answer == .no || isRepair(part) && part.verdict.confidence >= Self.wishConfidence
        }
    }

    /// "Yes. It's the black lamp" wishes nothing.
    private func isSureWish(_ reading: Interpretation) -> Bool {
        reading.verdict.confidence >= Self.wishConfidence
            && reading.verdict.intent.map(isWish) == true
    }

    /// What is asked with such words may be about the yes.
    private static let holdingUp = [
        "hesitation_words", "correction_words", "past_words", "left_out_words",
    ]

    /// All there are, also those that the open flow can do nothing with.
    func allChoices(for slot: Slot) throws(Interruption) -> [Offer]? {
        var wide = slot
        wide.type.name = book.types[slot.type.name]?.wider ?? slot.type.name
        return try choices(for: wide, member: nil)
    }

    /// "Yes, and then please return the skateboard": the next matter, of another kind and of nothing that is asked
    /// about here.
    func comesAfterwards(
        _ further: Interpretation, than current: Flow
    ) throws(Interruption) -> Bool {
        guard let question = state.lastSaid.last, let next = book.flow(of: further.verdict.intent),
            next.request != nil, next.id != current.id, !current.after.contains(next.id),
            further.mentions.contains("sequence_words"), staysApart(further),
            further.verdict.confidence >= Self.clauseConfidence,
            let held = orderAtHand,
            passages(of: further, among: things(in: held)).isEmpty
        else { return false }
        let asked = question.text.lowercased()
        let named = further.tokens.filter(isOfShop)
        if !named.isEmpty { return named.allSatisfy { !asked.contains($0.folded) } }
        // "And then the returns": nothing that can be done with the order at hand, so another one is meant.
        guard further.verdict.isRule, !points(further),
            let other = next.slots.first(where: dialogue.isNamedByID),
            let able = try choices(for: other, member: nil)
        else { return false }
        return !able.contains { $0.choice.id == held.id }
    }

    /// Nothing in it speaks of what is confirmed, or holds it up.
    func staysApart(_ further: Interpretation) -> Bool {
        !speaksOfOwnSlots(further)
            && !["hesitation_words", "condition_words", "different_words", "correction_words"]
                .contains(where: further.mentions.contains)
    }
}
