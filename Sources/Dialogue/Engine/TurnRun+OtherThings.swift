import Facts
import Understanding

/// Another thing is meant than the one whose version is asked for.
extension TurnRun {
    /// "Not the bulb! The keyboard", in answer to the version of a bulb: another thing of the order is meant.
    mutating func meansOtherThings(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard let each = slot.each.flatMap({ currentFlow?.slot($0) }), !adds(reading),
            let held = state.stack.last?.slots[each.id]?.list, let member,
            held.indices.contains(member), let offers = try choices(for: each, member: nil)
        else { return false }
        // "The 1, and what about the shirt?" chooses.
        if reading.tellsPlace, !reading.soundsLikeCorrection,
            case .value = try findAmongShown(slot, member: member, in: reading)
        {
            return false
        }
        let versions = try choices(for: slot, member: member) ?? []
        let named = passages(of: reading, among: offers.map(\.choice)).filter { passage in
            !namesOnlyOptions(passage, of: versions, among: offers, reading)
        }
        // "Not the bulb! The keyboard, with RGB lights": what is turned down is not meant, however often it is named.
        let places = Set(named.filter { !$0.isNegated }.flatMap(\.indices))
            .subtracting(named.filter(\.isNegated).flatMap(\.indices))
        let meant = offers.indices.filter(places.contains).map { Value.record(offers[$0].record) }
        let isAsked = meant.contains { $0.equals(held[member]) }
        let isOfList = meant.contains { value in held.contains { $0.equals(value) } }
        guard !isAsked, !meant.isEmpty, !isOfList || reading.soundsLikeCorrection else {
            return false
        }
        change(each, to: .list(meant), saidIn: reading)
        return true
    }

    /// "Water resistance: IPX4", where there is a water bottle as well: all that is said of its name is an option or a
    /// value of the versions that are asked about.
    private func namesOnlyOptions(
        _ passage: Passage, of versions: [Offer], among offers: [Offer], _ reading: Interpretation
    ) -> Bool {
        let options = versions.flatMap(\.choice.attributes).flatMap { [$0.name, $0.value] }
        let words = Set(options.flatMap { $0.lowercased().split(separator: " ") })
        let part = self.reading([passage.tokens], of: reading)
        return passage.indices.allSatisfy { place in
            let name = offers[place].choice.name.lowercased().split(separator: " ")
            let said = name.filter { says(String($0), in: part) }
            return !said.isEmpty && said.allSatisfy(words.contains)
        }
    }

    /// "NO shirts! Sunglasses", "the suitcases in order 1092": the thing is in another of the customer's orders.
    mutating func meansThingOfOtherOrder(
        _ slot: Slot, _ member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard let each = slot.each.flatMap({ currentFlow?.slot($0) }), !adds(reading),
            let order = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let held = state.stack.last?.slots[order.id],
            let orders = try choices(for: order, member: nil),
            let here = try choices(for: each, member: nil)
        else { return false }
        // "The one with the plug, so 1"
        if case .value = try findAmongShown(slot, member: member, in: reading) { return false }
        // "Nothing about shirts. Sunglasses": a no ends with its sentence.
        let parts = sentences(of: reading).filter { part in
            part.wordCount > Self.longestNo
                || !["negation_words", "rejecting_words"].contains(where: part.mentions.contains)
        }
        func means(_ things: [Choice]) -> Bool {
            parts.contains { passages(of: $0, among: things).contains { !$0.isNegated } }
        }
        guard !means(here.map(\.choice)) else { return false }
        let others = orders.filter { offer in
            !held.equals(.record(offer.record)) && means(things(in: offer.choice))
                && namesThing(of: .record(offer.record), reading, besidesEveryday: true)
        }
        guard !others.isEmpty else { return false }
        // What was said of the other thing is said of none any more.
        withFrame { $0.utterances = [] }
        if let meant = try orderMeant(in: reading, among: others) {
            change(order, to: meant, saidIn: reading)
        } else {
            clearDependents(of: order.id)
            withFrame { $0.slots[order.id] = nil }
            hear(reading)
            restart()
        }
        return true
    }

    /// What is said of the member, and not of things in other orders; see `part`.
    func partApart(
        _ reading: Interpretation, about member: Int?, of slot: Slot, among offers: [Offer],
        asked: Bool
    ) throws(Interruption) -> Interpretation? {
        part(
            of: reading, about: member, of: slot, among: offers, asked: asked,
            besides: try thingsElsewhere(than: slot, member, asked: asked, among: offers))
    }

    /// What the customer's other orders hold, where nobody asked about a thing of this one: "the espresso machine and
    /// the suitcases, these in black" says nothing of the machine. `offers`: the versions of a thing.
    private func thingsElsewhere(
        than slot: Slot, _ member: Int?, asked: Bool, among offers: [Offer]
    ) throws(Interruption) -> [Choice] {
        guard !asked, slot.each != nil, let thing = reference(for: slot, member: member),
            let order = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let held = state.stack.last?.slots[order.id],
            let orders = try choices(for: order, member: nil)
        else { return [] }
        let words = [thing.name] + offers.flatMap(\.choice.attributes).map(\.value)
        let known = Set(words.flatMap { $0.lowercased().split(separator: " ") })
        let others = orders.filter { !held.equals(.record($0.record)) }
            .flatMap { self.things(in: $0.choice) }
            .filter { known.isDisjoint(with: $0.name.lowercased().split(separator: " ")) }
        return Set(others.map(\.name)).sorted().map { Choice(id: "elsewhere \($0)", name: $0) }
    }

    private static let longestNo = 5

    private func orderMeant(
        in reading: Interpretation, among orders: [Offer]
    ) throws(Interruption) -> Value? {
        if orders.count == 1 { return .record(orders[0].record) }
        guard
            case .value(let meant) = pick(reading, among: orders, isMany: false, holdsThings: true)
        else { return nil }
        return meant
    }

    /// The order that the open flow is about, where it is known.
    var orderAtHand: Choice? {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID) else { return nil }
        return state.stack.last?.slots[slot.id]?.record.flatMap(Choice.init)
    }

    /// An order is called by the things that are in it.
    func things(in order: Choice) -> [Choice] {
        order.names.enumerated().map { place, name in Choice(id: "\(place)", name: name) }
    }
}
