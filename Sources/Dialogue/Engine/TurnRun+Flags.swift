import Facts
import Understanding

/// Orders that are known by what happens to them: "it has been in customs for a week", "the one that is overdue".
extension TurnRun {
    /// The entity that was said; or "it has been in customs for a week" tells the order, where it is true of one only.
    func told(
        _ entity: Value?, _ slot: Slot, among offers: [Offer], in reading: Interpretation
    ) throws(Interruption) -> Finding? {
        if let entity { return .value(entity) }
        guard dialogue.isNamedByID(slot),
            let offer = onlyCalledByFlags(offers, in: reading),
            !namesOthers(reading, than: offer), try foundElsewhere(slot, in: reading) == nil
        else { return nil }
        return .value(.record(offer.record))
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
        let named = namedProducts(in: reading)
        return !named.isEmpty && !named.contains { own.contains($0.lowercased()) }
    }
}
