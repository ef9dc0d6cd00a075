import Facts
import Understanding

/// A thing that is named, but not in what the flow can do something for: "send my duvet to my office", and the duvet is
/// on its way. Its order is taken all the same, so that the flow says why; never another one in its place.
extension TurnRun {
    /// What only the type's wider choices have of the words.
    func foundElsewhere(
        _ slot: Slot, in whole: Interpretation
    ) throws(Interruption) -> Value? {
        let reading = withoutRejectedPart(withoutTimes(whole))
        guard book.types[slot.type.name]?.wider != nil,
            let own = try choices(for: slot, member: nil)
        else { return nil }
        let all = try allChoices(for: slot) ?? []
        let others = all.filter { offer in !own.contains { $0.choice.id == offer.choice.id } }
        guard dialogue.isNamedByID(slot) else {
            // "On my gift card", where another card is left: of all there are it is that one.
            guard case .value(let found) = pick(reading, among: all, isMany: false),
                others.contains(where: { found.equals(.record($0.record)) }),
                saysItsName(found, reading)
            else { return nil }
            return found
        }
        guard !own.contains(where: { namesThing(of: .record($0.record), reading) }) else {
            return nil
        }
        if let called = others.first(where: { isCalledByID($0, in: reading) }) {
            return .record(called.record)
        }
        guard
            case .value(let found) = pick(reading, among: others, isMany: false, holdsThings: true),
            namesThing(of: found, reading, besidesEveryday: true)
        else { return nil }
        return found
    }

    /// The customer names something of the shop that is not in the only choice: it is not what is meant, so ask.
    func speaksOfOtherThings(than offer: Offer) -> Bool {
        (state.stack.last?.utterances ?? []).contains { text in
            namesOthers(interpretation(of: text), than: offer)
        }
    }

    /// "Return 977": an older order, with a number that has not the usual shape.
    private func isCalledByID(_ offer: Offer, in reading: Interpretation) -> Bool {
        let id = offer.choice.id
        return id.utf8.count > 2 && id.allSatisfy(\.isNumber)
            && reading.entities.contains { entity in
                entity.kind == BuiltInEntity.number.rawValue && !entity.isNegated
                    && reading.text(from: entity.start, to: entity.end) == id
            }
    }

    /// "My credit card" is no gift card: the first word of the name is said.
    private func saysItsName(_ value: Value, _ reading: Interpretation) -> Bool {
        let name = value.record?["name"]?.text?.lowercased() ?? ""
        guard let first = name.split(separator: " ").first else { return false }
        return says(String(first), in: reading)
    }

    /// Of "the throw order, not the kettle" what is meant: a part that begins with a "not" goes.
    func withoutRejectedPart(_ reading: Interpretation) -> Interpretation {
        let negations = dialogue.words[.negations, reading.language]
        let parts = partRanges(of: reading)
        let own = parts.filter { range in
            let words = reading.tokens[range].map(\.folded)
            return !negations.contains { words.starts(with: $0) }
        }
        return own.isEmpty || own.count == parts.count ? reading : self.reading(own, of: reading)
    }

    /// "Um 17 Uhr" is no clock.
    private func withoutTimes(_ reading: Interpretation) -> Interpretation {
        let times = reading.entities.filter { $0.kind == BuiltInEntity.time.rawValue }
        guard !times.isEmpty else { return reading }
        return interpretation(of: reading.text(without: times.map { $0.start..<$0.end }))
    }

    /// … of what the customer has written for this flow, the newest first.
    func namedElsewhere(_ slot: Slot) throws(Interruption) -> Value? {
        guard book.types[slot.type.name]?.wider != nil else { return nil }
        for text in (state.stack.last?.utterances ?? []).reversed() {
            if let value = try foundElsewhere(slot, in: interpretation(of: text)) { return value }
        }
        return nil
    }
}
