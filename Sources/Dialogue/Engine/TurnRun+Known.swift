import Facts
import Understanding

/// Things that are known by what they are for: "to my home address", "the one where the dumbbells went", "the same
/// address as my other order".
///
/// What is known of a choice is in its record: a flag `is_profile` is called by the word list `profile_words`, and by
/// `to_profile_words` where nothing was asked; `orders` names the orders and `contents` the things that it served.
extension TurnRun {
    /// Before the slot is asked: earlier words point at one of the choices.
    mutating func takesReferred(_ slot: Slot, member: Int?) throws(Interruption) -> Bool {
        guard member == nil, slot.sources.contains(.message), !parts(of: slot).isEmpty,
            let frame = state.stack.last, !frame.stale.contains(slot.id)
        else { return false }
        for text in frame.utterances.reversed() {
            let reading = interpretation(of: text)
            guard let record = try referred(slot, in: reading, asked: false) else { continue }
            keep(.record(record), in: slot, member: nil)
            noteAnswer(slot)
            withFrame { $0.phase = .entering }
            return true
        }
        return false
    }

    /// The choice that the words point at; nil where they give parts of a new one or point at none, or at several.
    func referred(
        _ slot: Slot, in reading: Interpretation, asked: Bool
    ) throws(Interruption) -> Record? {
        guard saidParts(of: slot, in: reading).names.isEmpty,
            let offers = try choices(for: slot, member: nil)
        else { return nil }
        if let flagged = offers.first(where: { isCalledByFlag($0.record, reading, asked) }) {
            return flagged.record
        }
        if let source = source(for: slot, in: reading),
            let served = byOrder(offers, source) ?? byContents(offers, source)
        {
            return served
        }
        let saysSame = reading.mentions.contains("same_words")
        guard asked || saysSame else { return nil }
        // "The vases should go to the new flat": not where they go now.
        if !reading.mentions.contains("new_place_words"),
            let served = byContents(offers.filter { !servesOwn($0) }, reading)
        {
            return served
        }
        guard saysSame else { return nil }
        if reading.mentions.contains("other_words") { return otherThanTheOrders(offers) }
        let used = state.used[slot.type.name]?.record
        return used.flatMap { used in
            offers.first { offer in
                parts(of: slot).allSatisfy { offer.record[$0.name] == used[$0.name] }
            }?.record
        }
    }

    private func isCalledByFlag(
        _ record: Record, _ reading: Interpretation, _ asked: Bool
    ) -> Bool {
        record.fields.contains { name, value in
            guard value == .flag(true), name.hasPrefix("is_") else { return false }
            let list = name.dropFirst(3) + "_words"
            return reading.mentions.contains("to_" + list)
                || asked && reading.mentions.contains(String(list))
        }
    }

    /// "The same as order 1042": the one that served the order that the words name.
    private func byOrder(_ offers: [Offer], _ reading: Interpretation) -> Record? {
        let named = reading.entities.filter { !$0.isNegated }.map(\.value)
        return offers.first { offer in
            offer.record["orders"]?.list?.contains { order in
                named.contains { $0.equals(order) }
            } == true
        }?.record
    }

    /// "The one where the dumbbells went": the only one that served what the words name.
    private func byContents(_ offers: [Offer], _ reading: Interpretation) -> Record? {
        let served = offers.enumerated().compactMap { index, offer -> Offer? in
            let things = offer.record["contents"]?.list?.compactMap(\.text) ?? []
            let record: Record = [
                "id": .text(String(index)), "name": .text(things.joined(separator: ", ")),
            ]
            return things.isEmpty ? nil : Choice(record).map { Offer(choice: $0, record: record) }
        }
        guard case .value(let value) = pick(reading, among: served, isMany: false),
            namesThing(of: value, reading),
            let index = value.record?["id"]?.text.flatMap({ Int($0) }),
            offers.indices.contains(index)
        else { return nil }
        return offers[index].record
    }

    /// A word of one of the things was said; "the second" is none.
    func namesThing(
        of value: Value, _ reading: Interpretation, besidesEveryday: Bool = false
    ) -> Bool {
        let interpreter = dialogue.interpreter
        let said = reading.tokens.filter { token in
            !besidesEveryday
                || !interpreter.isOfEveryday(token.folded, language: reading.language)
        }
        let words = Set(said.map(\.stem))
            .union(shopWords(in: reading))
        let name = value.record?["name"]?.text ?? ""
        return dialogue.interpreter.tokens(of: name, in: reading.language).contains { token in
            token.stem.count > 2 && words.contains(token.stem)
        }
    }

    /// It is where the flow's own order goes.
    func servesOwn(_ offer: Offer) -> Bool {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let own = state.stack.last?.slots[slot.id]?.argument
        else { return false }
        return offer.record["orders"]?.list?.contains(own) == true
    }

    /// "The same as for my other order": the only one that another order than this has.
    private func otherThanTheOrders(_ offers: [Offer]) -> Record? {
        let others = offers.filter { offer in
            offer.record["orders"]?.list?.isEmpty == false && !servesOwn(offer)
        }
        return others.count == 1 ? others[0].record : nil
    }
}
