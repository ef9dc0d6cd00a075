import Facts
import Understanding

/// Words that belong to another slot than the one that is looked for.
extension TurnRun {
    /// The words that may be about the slot.
    func own(
        words reading: Interpretation, for slot: Slot, among offers: [Offer], asked: Bool
    ) -> Interpretation {
        let said = withoutOtherMatters(
            withoutRejected(reading, for: slot, among: offers), for: slot, among: offers)
        return asked
            ? withoutOtherNames(said, besides: slot, among: offers)
            : without(whole: said, besides: slot, among: offers)
    }

    /// "The machine in red. Both on the same card": how it is paid says nothing of a version.
    private func withoutOtherMatters(
        _ reading: Interpretation, for slot: Slot, among offers: [Offer]
    ) -> Interpretation {
        guard slot.each != nil, case let sentences = reading.sentenceRanges, sentences.count > 1
        else { return reading }
        let words = Set(
            offers.flatMap { offer in [offer.choice.name] + offer.choice.attributes.map(\.value) }
                .flatMap { $0.lowercased().split(separator: " ").map(String.init) })
        let own = sentences.filter { range in
            let part = self.reading([range], of: reading)
            return !isAboutMore(part) || words.contains(where: saidWords(of: part).name)
        }
        return own.isEmpty || own.count == sentences.count
            ? reading : self.reading(own, of: reading)
    }

    /// Of "the card please. Nothing with PayPal" what does not turn something down; "sure, PayPal is fine" turns down
    /// nothing, for the rest of it names none.
    private func withoutRejected(
        _ reading: Interpretation, for slot: Slot, among offers: [Offer]
    ) -> Interpretation {
        guard reading.mentions.contains("rejecting_words"), !slot.isMany, slot.each == nil,
            !dialogue.isNamedByID(slot)
        else { return reading }
        let parts = partRanges(of: reading)
        let left = parts.filter {
            !self.reading([$0], of: reading).mentions.contains("rejecting_words")
        }
        guard !left.isEmpty, left.count < parts.count else { return reading }
        let own = self.reading(left, of: reading)
        return picking(own, among: offers.map(\.choice)).kind == .none ? reading : own
    }

    /// The words without what is given in full to another slot: the city of the new address does not tell which
    /// order is meant, and the "SD card" of a camera is no way to pay.
    private func without(
        whole reading: Interpretation, besides slot: Slot, among offers: [Offer]
    ) -> Interpretation {
        let isOfThings = slot.isMany || slot.each != nil || dialogue.isNamedByID(slot)
        let held = reading.entities.filter {
            isAsked($0.kind, besides: slot)
                && ($0.value.isWhole || (!isOfThings && isHeld($0.value, besides: slot)))
        }
        let names = isOfThings ? [] : spansOfOtherNames(in: reading, than: offers)
        // "I'm Noah Brown, 80279" tells who writes, not which of the addresses is meant.
        let identity = tellsWho(reading) ? reading.entities.filter { tellsIdentity([$0]) } : []
        let spans = (held + identity).map { $0.start..<$0.end } + names
        return spans.isEmpty ? reading : interpretation(of: reading.text(without: spans))
    }

    /// Nor is it where the way to pay is asked for.
    private func withoutOtherNames(
        _ reading: Interpretation, besides slot: Slot, among offers: [Offer]
    ) -> Interpretation {
        guard !slot.isMany, slot.each == nil, !dialogue.isNamedByID(slot) else { return reading }
        let names = spansOfOtherNames(in: reading, than: offers)
        return names.isEmpty ? reading : interpretation(of: reading.text(without: names))
    }

    /// Another slot of the flow holds such an entity.
    private func isAsked(_ kind: String, besides slot: Slot) -> Bool {
        guard let flow = state.stack.last?.flow else { return false }
        return dialogue.kinds.slots(of: flow, holding: kind).contains { $0 != slot.id }
    }

    /// Another slot has the value: "the address of order 7" names the order, not its address.
    private func isHeld(_ value: Value, besides slot: Slot) -> Bool {
        currentFlow?.slots.contains { other in
            other.id != slot.id && state.stack.last?.slots[other.id]?.argument == value
        } == true
    }

    /// Where the shop's names of several words stand that none of the choices has.
    private func spansOfOtherNames(
        in reading: Interpretation, than offers: [Offer]
    ) -> [Range<Int>] {
        let names = dialogue.interpreter.shopNames(in: reading)
        if names.isEmpty { return [] }
        let known = offers.flatMap { offer in
            [offer.choice.name] + offer.choice.attributes.flatMap { [$0.name, $0.value] }
        }.map { $0.lowercased() }
        return names.filter { name in
            !known.contains { $0.hasBytes(of: name.name.lowercased()) }
        }.map(\.range)
    }
}

extension Value {
    /// Given so fully that it is no pointer to one of the choices: a whole address, not just its city.
    var isWhole: Bool { (record?.names.count ?? 0) >= 3 }
}
