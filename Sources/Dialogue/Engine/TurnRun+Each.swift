import Facts
import Understanding

/// The same for several orders: "all of them", "both orders", "1 and 3". One after the other, each with a question
/// of its own.
extension TurnRun {
    /// The first of all orders that the words speak of; the others are noted as wishes. `isAsked`: the question for
    /// the order is open, so "both" are both orders.
    mutating func firstOfEach(
        _ slot: Slot, in reading: Interpretation, isAsked: Bool
    ) throws(Interruption) -> Value? {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            flow.request != nil,
            isAsked || reading.mentions.contains("every_order_words"),
            let offers = try choices(for: slot, member: nil), offers.count > 1
        else { return nil }
        let meant = isAsked ? all(of: offers, in: reading) : offers
        guard meant.count > 1, let first = meant.first else { return nil }
        let words = state.stack.last?.utterances.first ?? reading.text
        let intent = state.lastWish.flatMap { book.flowOfIntent[$0] == flow.id ? $0 : nil }
        for offer in meant.dropFirst() {
            note(
                Wish(
                    intent: intent ?? flow.id, text: "\(words) (\(offer.choice.id))",
                    about: .text(offer.choice.id)))
        }
        return .record(first.record)
    }

    /// The choices that the words mean, where they mean each of several.
    private func all(of offers: [Offer], in reading: Interpretation) -> [Offer] {
        let picking = picking(reading, among: offers.map(\.choice))
        guard picking.kind == .all else { return each(of: offers, in: reading) }
        return picking.indices.filter(offers.indices.contains).map { offers[$0] }
    }

    /// "The one with the lamp and the one with the phone": each part of the words means another choice.
    private func each(of offers: [Offer], in reading: Interpretation) -> [Offer] {
        var meant: [Int] = []
        for part in dialogue.interpreter.parts(of: reading) {
            guard let text = reading.text(from: part.lowerBound, to: part.upperBound) else {
                return []
            }
            let said = interpretation(of: text)
            let picking = picking(said, among: offers.map(\.choice), holdsThings: true)
            guard picking.kind == .one, let one = picking.indices.first,
                picking.indices.count == 1, offers.indices.contains(one), !meant.contains(one)
            else { return [] }
            meant.append(one)
        }
        return meant.count > 1 ? meant.map { offers[$0] } : []
    }
}
