import Facts
import Understanding

/// What stays of a record of which only some is told: "Lindwurmstr. 90 instead of 88", "London, as before". The whole
/// is shown at the confirmation.
extension TurnRun {
    /// Before a part is asked for: what is told lies where the old record does, or the words say that the rest stays.
    mutating func takesRestOfOwn(_ slot: Slot) throws(Interruption) -> Bool {
        let begun = begunRecord(of: slot)
        if begun.names.isEmpty { return try takesNumber(slot) }
        guard let kind = book.types[slot.type.name]?.entity,
            let own = try ownRecord(of: slot),
            isBesideParts(begun, of: slot) || dialogue.interpreter.isNear(begun, own, of: kind)
                || interpretation.map(staysElse) == true
        else { return false }
        let record = dialogue.interpreter.corrected(own, of: kind, by: begun)
        guard isWhole(record, for: slot) else { return false }
        keep(.record(record), in: slot, member: nil)
        noteAnswer(slot)
        withFrame { $0.phase = .entering }
        return true
    }

    /// "Flat 8", and no street: it is that of the old one.
    private func isBesideParts(_ begun: Record, of slot: Slot) -> Bool {
        !begun.names.contains { name in parts(of: slot).contains { $0.name == name } }
    }

    /// The words with which the flow began tell another house number, or one part that is put right.
    private mutating func takesNumber(_ slot: Slot) throws(Interruption) -> Bool {
        guard let frame = state.stack.last, !frame.stale.contains(slot.id),
            slot.sources.contains(.message), frame.tries[slot.id] == nil
        else { return false }
        for text in frame.utterances.reversed() {
            let reading = interpretation(of: text)
            guard let record = try renumbered(slot, in: reading) else { continue }
            keep(.record(record), in: slot, member: nil)
            noteAnswer(slot)
            withFrame { $0.phase = .entering }
            return true
        }
        return false
    }

    /// "In the same city", "as before", in answer to the question for a part.
    private func staysElse(_ reading: Interpretation) -> Bool {
        reading.mentions.contains("same_place_words")
            && !reading.mentions.contains("negation_words")
    }

    /// The parts that the old record has in these very words: "London", "München, 80337".
    func partsOfOwn(
        _ slot: Slot, in reading: Interpretation
    ) throws(Interruption) -> Record {
        guard let own = try ownRecord(of: slot) else { return Record() }
        var said = Record()
        for part in parts(of: slot)
        where part.shape == .letters && says(part.name, of: own, reading) {
            said[part.name] = own[part.name]
        }
        return said
    }

    /// A part of the record stands in the words.
    func says(_ part: String, of record: Record, _ reading: Interpretation) -> Bool {
        let (said, words) = (words(of: part, in: record, reading), reading.tokens.map(\.folded))
        return !said.isEmpty && words.indices.contains { words[$0...].starts(with: said) }
    }

    private func words(of part: String, in record: Record, _ reading: Interpretation) -> [String] {
        dialogue.interpreter.tokens(of: record[part]?.text ?? "", in: reading.language)
            .filter { !$0.isPunctuation }.map(\.folded)
    }

    /// "It is 37, not 73", "Schulterblatt 37": the old address with the house number that it should have.
    ///
    /// `asked`: in answer to the question for an address, "number 37" is no more than that.
    func renumbered(
        _ slot: Slot, in reading: Interpretation, asked: Bool = false
    ) throws(Interruption) -> Record? {
        guard let street = parts(of: slot).first?.name, let own = try ownRecord(of: slot) else {
            return nil
        }
        if let right = partPutRight(of: slot, in: reading) { return own.merging(right) }
        // "Kastanienallee 5, 60614 Chicago" is another one altogether.
        let told = saidParts(of: slot, in: reading).merging(separateParts(of: slot, reading))
        guard told.names.allSatisfy({ $0 == street || own[$0] == told[$0] }) else { return nil }
        let isBare = asked && reading.wordCount < Self.moreThanNumber && reading.answer == nil
        if isBare, begunRecord(of: slot).names.isEmpty,
            let new = HouseNumber(in: reading)?.replaced(in: own)
        {
            return new
        }
        return HouseNumber(in: reading, insteadOfThatOf: words(of: street, in: own, reading))?
            .replaced(in: own)
    }

    /// "The postcode is wrong, it is 20359": the one part that the words call by its name, and nothing besides.
    func partPutRight(of slot: Slot, in reading: Interpretation) -> Record? {
        let named = parts(of: slot).filter { reading.mentions.contains("\($0.name)_words") }
        guard named.count == 1, let part = named.first,
            saidParts(of: slot, in: reading).names.allSatisfy({ $0 == part.name })
        else { return nil }
        let said = reading.entities.last { $0.kind == part.name && !$0.isNegated }
        return said.map { [part.name: $0.value] }
    }

    /// "It's 37 now" is a number; more words are a street.
    private static let moreThanNumber = 4

    /// The record that the order at hand has now, else that of the profile.
    private func ownRecord(of slot: Slot) throws(Interruption) -> Record? {
        let offers = try choices(for: slot, member: nil) ?? []
        let own = offers.first(where: servesOwn)
        // An order that is known and that none serves tells nothing.
        let isKnown = currentFlow?.slots.contains { dialogue.isNamedByID($0) } == true
        let profile = isKnown ? nil : offers.first { $0.record["is_profile"] == .flag(true) }
        return (own ?? profile)?.record.withoutChoice
    }
}
