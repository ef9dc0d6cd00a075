import Facts
import Understanding

/// What a correction makes of the values that a slot has.
extension TurnRun {
    /// "And the lamp too" adds to a list, other things replace it. Who only names a thing of it ("the perfume in
    /// 100 ml") says something about that one; the rest goes with "only the perfume", "no, the perfume".
    func changed(
        _ slot: Slot, from old: Value, to new: Value, in reading: Interpretation
    ) -> Correction {
        guard slot.isMany, let have = old.list else {
            return old.equals(new) ? .same : .changed(new)
        }
        let named = new.list ?? [new]
        let added = named.filter { item in !have.contains { $0.equals(item) } }
        let isOnly = reading.mentions.contains("only_words") && !onlyMeasures(reading)
        let picksOut =
            isOnly
            || ["hesitation_words", "keep_words", "different_words"]
                .contains(where: reading.mentions.contains)
        let adds = adds(reading) || reading.answer == .yes && !picksOut && !reading.asksAnything
        let narrows =
            isOnly || reading.answer == .no
            || reading.soundsLikeCorrection
        // "Do I get everything back?" is about the money.
        if !added.isEmpty, !adds, reading.isQuestion { return .nothing }
        if added.isEmpty, adds || !narrows || named.count == have.count || reading.isQuestion {
            return .same
        }
        return .changed(.list(adds ? have + added : named))
    }

    /// "All but the bed", "all of them", where nothing else is named: of what was listed. "Thanks for everything" and
    /// "yes, everything is right" take nothing more.
    func sweeping(
        _ all: [Value], over have: [Value], in reading: Interpretation
    ) -> Correction {
        let left = have.filter { held in all.contains { $0.equals(held) } }
        if left.count < have.count { return left.isEmpty ? .nothing : .changed(.list(left)) }
        let asks =
            reading.mentions.contains("wish_words") || reading.wordCount <= Self.sweepingWords
        let thanks = [.acknowledgements, .praises].flatMap { dialogue.words[$0, reading.language] }
        let said = reading.tokens.filter { !$0.isPunctuation }
        // "That'll be all" ends it.
        let isThanked =
            said.contains { thanks.contains([$0.folded]) }
            || dialogue.interpreter.agreements.contains { $0.cover(KeyedWords(said), or: []) }
        return reading.answer == nil && asks && !isThanked && all.count > have.count
            ? .changed(.list(all)) : .nothing
    }

    private static let sweepingWords = 4

    /// "Yes, it's a gift" names no gift card.
    func isInPassing(_ value: Value, of slot: Slot, _ reading: Interpretation) -> Bool {
        guard reading.answer == .yes, slot.each == nil, !slot.isMany, !isShortOrWanted(reading),
            !reading.mentions.contains("hesitation_words"),
            let choice = value.record.flatMap(Choice.init)
        else { return false }
        let said = Set(reading.tokens.flatMap { [$0.folded, $0.stem] })
        let words = dialogue.interpreter.tokens(of: choice.name, in: reading.language)
            .filter { $0.folded.contains(where: \.isLetter) }
        return words.count > 1
            && !words.allSatisfy { said.contains($0.folded) || said.contains($0.stem) }
    }

    /// "No, not black. 1.5 litres, glass", of which there are two: which one is asked, and what was chosen is over.
    mutating func choosesAnew(_ slot: Slot, _ reading: Interpretation) {
        clear(slot.id)
        withFrame { frame in
            frame.stale.removeAll { $0 == slot.id }
            frame.utterances = [reading.text]
        }
        restart()
    }

    /// It turns something down, or says what it wants.
    func wishes(_ reading: Interpretation) -> Bool {
        reading.soundsLikeCorrection || reading.answer == .no
            || ["wish_words", "different_words"].contains(where: reading.mentions.contains)
    }

    /// What was chosen for the first members of a list that stay in it: who adds the lamp has not taken back the colour
    /// of the mug.
    func chosen(for new: Value, of slot: Slot) -> Record {
        guard let frame = state.stack.last, let old = frame.slots[slot.id]?.list,
            let members = new.list
        else { return Record() }
        var chosen = Record()
        for other in currentFlow?.slots ?? [] where other.each == slot.id {
            let values = frame.slots[other.id]?.list ?? []
            let places = members.map { member in old.firstIndex { $0.equals(member) } }
            let kept = places.prefix { $0.map(values.indices.contains) == true }
                .compactMap { $0 }.map { values[$0] }
            if !kept.isEmpty { chosen[other.id] = .list(kept) }
        }
        return chosen
    }

    /// Which options the first version that changed has otherwise than before: "1.5L, glass".
    func changedVersion(from old: Value?, to new: Value) -> Value? {
        let pairs = zip(old?.list ?? [], new.list ?? []).first { $0 != $1 }
        guard let before = pairs?.0.record.flatMap(Choice.init),
            let after = pairs?.1.record.flatMap(Choice.init), before.name == after.name
        else { return nil }
        let values = after.attributes.filter { attribute in
            // One of them holds all of them as a text.
            attribute.name != "price" && !attribute.value.contains(", ")
                && before.attributes.contains {
                    $0.name == attribute.name && $0.value != attribute.value
                }
        }.map(\.value)
        return values.isEmpty ? nil : .text(values.joined(separator: ", "))
    }

    /// "Wrong order": another one is meant, and no mistake is the reason.
    func isWrongOrder(_ reading: Interpretation) -> Bool {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID) else { return false }
        return isAbout(slot, reading) && reading.mentions.contains("different_words")
            && !reading.mentions.contains("other_words")
            && !namesID(reading)
    }
}
