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
            flow.request != nil, let offers = try choices(for: slot, member: nil),
            offers.count > 1
        else { return nil }
        if let first = firstNamed(in: reading, among: offers) { return first }
        guard isAsked || reading.mentions.contains("every_order_words") else { return nil }
        let meant = isAsked ? all(of: offers, in: reading) : offers
        guard meant.count > 1, let first = meant.first else { return nil }
        let words = state.stack.last?.utterances.first ?? reading.text
        for offer in meant.dropFirst() {
            noteSame(
                flow, "\(words) (\(offer.choice.id))", about: .text(offer.choice.id))
        }
        return .record(first.record)
    }

    /// "Cancel 1061 and 1063": the numbers that stand next to the one that was taken are wishes of their own.
    mutating func noteOtherNumbers(_ slot: Slot, in reading: Interpretation) {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            flow.request != nil, let kind = book.types[slot.type.name]?.entity
        else { return }
        let named = withoutSource(reading, for: slot).entities.filter {
            $0.kind == kind && !$0.isNegated
        }
        guard let first = named.first else { return }
        var last = first
        for other in named.dropFirst() where other.value != first.value {
            let between = reading.tokens.filter { last.end <= $0.start && $0.end <= other.start }
            guard between.count <= Self.fewJoints, !between.contains(where: \.endsSentence) else {
                return
            }
            last = other
            let others = named.filter { $0.value != other.value }.map { $0.start..<$0.end }
            let text = reading.text(without: others)
            noteSame(flow, text, about: other.value)
        }
    }

    /// "and order no."
    private static let fewJoints = 4

    /// The same wish as the flow's, for another order or one that is still to be asked for.
    mutating func noteSame(_ flow: Flow, _ text: String, about order: Value?) {
        let intent = state.lastWish.flatMap { book.flowOfIntent[$0] == flow.id ? $0 : nil }
        note(Wish(intent: intent ?? flow.id, text: text, about: order))
    }

    /// "The lamp in silver, and my mat in green", each out of another order: the order of the first; what is said of
    /// the others is no word of this wish any more, but of one that is noted.
    private mutating func firstNamed(
        in reading: Interpretation, among offers: [Offer]
    ) -> Value? {
        guard let flow = currentFlow, state.stack.last?.utterances.contains(reading.text) == true
        else { return nil }
        let groups = stretches(of: reading, among: offers)
        guard groups.count > 1, let first = groups.first, first.orders.count == 1,
            let order = first.orders.first
        else { return nil }
        for group in groups.dropFirst() {
            let only = group.orders.count == 1 ? group.orders.first : nil
            noteSame(flow, group.text, about: only.map { .text(offers[$0].choice.id) })
        }
        withFrame { frame in
            frame.utterances = frame.utterances.map { $0 == reading.text ? first.text : $0 }
        }
        return .record(offers[order].record)
    }

    /// What is said of the things of one order after the other, with the orders that hold them all.
    private func stretches(
        of reading: Interpretation, among offers: [Offer]
    ) -> [(orders: Set<Int>, text: String)] {
        var things: [Choice] = []
        var holders: [Int] = []
        for (order, offer) in offers.enumerated() {
            for name in offer.choice.name.split(separator: ",") {
                things.append(
                    Choice(id: "\(things.count)", name: String(name.drop { $0 == " " })))
                holders.append(order)
            }
        }
        var groups: [(orders: Set<Int>, ranges: [Range<Int>])] = []
        for passage in passages(of: reading, among: things) where !passage.isNegated {
            let orders = Set(passage.indices.map { holders[$0] })
            let place = groups.firstIndex { !$0.orders.isDisjoint(with: orders) }
            guard let place else {
                groups.append((orders, [passage.tokens]))
                continue
            }
            groups[place].orders.formIntersection(orders)
            groups[place].ranges.append(passage.tokens)
        }
        return groups.map { ($0.orders, self.reading($0.ranges, of: reading).text) }
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
