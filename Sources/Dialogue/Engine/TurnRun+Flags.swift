import Facts
import Understanding

/// Orders that are known by what happens to them: "it has been in customs for a week", "the one that is overdue".
extension TurnRun {
    /// The entity that was said; or "it has been in customs for a week" tells the order, where it is true of one only.
    func told(
        _ entity: Value?, _ slot: Slot, among offers: [Offer], in reading: Interpretation
    ) throws(Interruption) -> Finding? {
        if let entity { return .value(entity) }
        guard dialogue.isNamedByID(slot) else { return nil }
        var called = onlyCalledByFlags(offers, in: reading)
        if called == nil { called = try calledElsewhere(slot, in: reading, besides: offers) }
        guard let offer = called, !namesOthers(reading, than: offer),
            try foundElsewhere(slot, in: reading) == nil
        else { return nil }
        return .value(.record(offer.record))
    }

    /// "I want to return it, it is still at customs": what nothing can be done for is taken all the same, so that the
    /// flow says why.
    private func calledElsewhere(
        _ slot: Slot, in reading: Interpretation, besides offers: [Offer]
    ) throws(Interruption) -> Offer? {
        guard let wider = book.types[slot.type.name]?.wider,
            try choices(for: slot, member: nil)?.count == offers.count
        else { return nil }
        var wide = slot
        wide.type.name = wider
        let all = try choices(for: wide, member: nil) ?? []
        let others = all.filter { offer in !offers.contains { $0.choice.id == offer.choice.id } }
        return onlyCalledByFlags(others, in: reading)
    }

    /// The one of which most is true that the words call by a flag: `held_words` for `is_held`.
    private func onlyCalledByFlags(_ offers: [Offer], in reading: Interpretation) -> Offer? {
        let calls = offers.map { offer in
            offer.record.fields.count { name, value in
                value == .flag(true) && name.hasPrefix("is_")
                    && reading.mentions.contains(name.dropFirst(3) + "_words")
            }
        }
        guard let most = calls.max(), most > 0 else { return nil }
        let called = zip(offers, calls).filter { $0.1 == most }.map(\.0)
        return called.count == 1 ? called[0] : nil
    }

    /// The words name products, and none that the choice has.
    func namesOthers(_ reading: Interpretation, than offer: Offer) -> Bool {
        let own = " " + offer.choice.name.lowercased() + " "
        let named = namedProducts(in: withoutRejectedPart(reading))
        return !named.isEmpty && !named.contains { own.contains($0.lowercased()) }
    }
}
