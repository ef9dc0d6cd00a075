import Facts
import Understanding

/// Which of the customer's orders holds what is told by what it is like: "the silver tablet", where another order has a
/// gold one.
extension TurnRun {
    /// The one order of several whose things are as the words say. Of a thing that shall be exchanged only what stands
    /// before its name ("the silver tablet for a gold one") or in a sentence that wishes nothing tells which it is.
    func holder(
        of reading: Interpretation, among orders: [Offer], _ slot: Slot
    ) throws(Interruption) -> Finding? {
        guard dialogue.isNamedByID(slot), !slot.isMany, orders.count <= Self.mostHolders,
            let flow = currentFlow, let items = flow.slots.first(where: \.isMany)
        else { return nil }
        var things: [Choice] = []
        var holders: [Int] = []
        for (place, order) in orders.enumerated() {
            let held = try choices(
                for: items, member: nil, with: [slot.id: .record(order.record)])
            things += (held ?? []).map(\.choice)
            holders += (held ?? []).map { _ in place }
        }
        let isExchanged = flow.slots.contains { $0.each != nil }
        let told = isExchanged ? withoutWished(reading, of: things) : reading
        guard let told else { return nil }
        let meant = passages(of: told, among: things).filter { !$0.isNegated }
            .map { Set($0.indices.map { holders[$0] }) }
            .reduce(Set(orders.indices)) { $0.intersection($1) }
        return meant.count == 1 ? meant.first.map { .value(.record(orders[$0].record)) } : nil
    }

    private static let mostHolders = 6

    /// The words about things that are there: sentences that wish nothing, of the others those up to the name.
    private func withoutWished(_ reading: Interpretation, of things: [Choice]) -> Interpretation? {
        let names = Set(
            things.flatMap { dialogue.interpreter.tokens(of: $0.name, in: reading.language) }
                .flatMap { [$0.folded, $0.stem] })
        let sentences = reading.sentenceRanges
        let ranges = sentences.compactMap { sentence -> Range<Int>? in
            let part = self.reading([sentence], of: reading)
            let isWish =
                sentences.count == 1
                || ["wish_words", "target_words", "instead_words"].contains(
                    where: part.mentions.contains)
            guard isWish else { return sentence }
            let name = sentence.first { place in
                let token = reading.tokens[place]
                return names.contains(token.folded) || names.contains(token.stem)
            }
            return name.map { sentence.lowerBound..<$0 + 1 }
        }
        return ranges.isEmpty ? nil : self.reading(ranges, of: reading)
    }
}
