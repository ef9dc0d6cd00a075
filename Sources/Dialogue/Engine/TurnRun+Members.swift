import Facts
import Understanding

/// Answers about several things at once: "the mouse in white; the shelf in glass, 5 ft".
extension TurnRun {
    /// The words that are about one member of an `each` slot's list: what is said to be wanted of it among the
    /// offers. All of them where no member is named; nil where only others are, of the list or of `elsewhere`. `asked`:
    /// about the member itself, so that "the chair" of two chairs is that one.
    func part(
        of reading: Interpretation, about member: Int?, of slot: Slot, among offers: [Offer],
        asked: Bool, besides elsewhere: [Choice] = []
    ) -> Interpretation? {
        guard let member, let each = slot.each, let list = state.stack.last?.slots[each]?.list,
            list.indices.contains(member)
        else { return reading }
        let things = list.compactMap(\.record).compactMap(Choice.init)
        guard things.count == list.count else { return reading }
        func wanted(of whole: Range<Int>, target: Range<Int>?) -> Range<Int> {
            guard let target else { return whole }
            let description = whole.lowerBound..<target.lowerBound
            return tellsNew(description, of: reading, than: things[member], among: offers)
                ? whole : target
        }
        let passages = passages(of: reading, among: things + elsewhere)
        guard !passages.isEmpty else {
            let whole = reading.tokens.indices
            guard let target = target(in: reading) else { return reading }
            return self.reading([wanted(of: whole, target: target)], of: reading)
        }
        let ofList = passages.map { $0.indices.filter(things.indices.contains) }
        if let first = passages.first, ofList.allSatisfy(\.isEmpty) {
            // "The white one instead, and the rug goes back": what stands before it is said of this one.
            let before = 0..<first.tokens.lowerBound
            return before.isEmpty ? nil : self.reading([before], of: reading)
        }
        let own = zip(passages, ofList).filter { passage, meant in
            meant.contains(member) && (asked || passage.isEach || meant.count == 1)
        }.map(\.0)
        let targeted = own.filter { $0.wanted != nil }
        let ranges = (targeted.isEmpty ? own : targeted).map {
            wanted(of: $0.tokens, target: $0.wanted)
        }
        if ranges.isEmpty { return asked ? unnamedBeginning(of: reading, among: things) : nil }
        return self.reading(ranges, of: reading)
    }

    /// "A red one with medium ventilation please. And the espresso machine …": the first sentence, where it names none
    /// of the things, answers what was asked.
    private func unnamedBeginning(
        of reading: Interpretation, among things: [Choice]
    ) -> Interpretation? {
        guard let end = reading.sentenceEnds.first, end > 0 else {
            return nil
        }
        let first = self.reading([0..<end], of: reading)
        return passages(of: first, among: things).isEmpty ? first : nil
    }

    /// The words before "for" say what is wanted as well, not what there is: "the kettle in steel for induction".
    private func tellsNew(
        _ description: Range<Int>, of reading: Interpretation, than thing: Choice,
        among offers: [Offer]
    ) -> Bool {
        let part = self.reading([description], of: reading)
        let own = Set(thing.attributes.flatMap { $0.value.words })
        let said = saidWords(of: part)
        let picking = picking(part, among: offers.map(\.choice))
        guard picking.kind == .one else { return false }
        return picking.indices.filter(offers.indices.contains).contains { place in
            offers[place].choice.attributes.flatMap { $0.value.words }.contains { word in
                !own.contains(word) && said.name(word)
            }
        }
    }

    /// "Red, 20 hours", said to the question for the first of two things, is not about the second; "the same for
    /// both" is.
    func answeredForAnother(
        _ slot: Slot, _ member: Int?, _ reading: Interpretation
    ) -> Bool {
        guard let each = slot.each, let member, member > 0, !namesThings(reading, of: slot),
            !reading.mentions.contains("same_words"),
            let list = state.stack.last?.slots[each]?.list
        else { return false }
        return picking(reading, among: list.compactMap(\.record).compactMap(Choice.init)).kind
            != .all
    }

    /// The words name some of the things that an `each` slot has a member for.
    func namesThings(_ reading: Interpretation, of slot: Slot) -> Bool {
        let list = slot.each.flatMap { state.stack.last?.slots[$0]?.list } ?? []
        let things = list.compactMap(\.record).compactMap(Choice.init)
        return !passages(of: reading, among: things).isEmpty
    }

    /// In "the blue one for a red one" the words behind "for" (`target_words`): what is wanted, not what there is.
    private func target(in reading: Interpretation) -> Range<Int>? {
        let targets = dialogue.words[.targets, state.language]
        let words = reading.tokens.map(\.folded)
        let ends = words.indices.dropFirst().dropLast().compactMap { place -> Int? in
            // "Zu klein" is no "to small".
            if dialogue.interpreter.areTooMuch(words[place], words[place + 1]) { return nil }
            return targets.first { words[place...].starts(with: $0) }.map { place + $0.count }
        }
        guard let last = ends.last, last < words.count else { return nil }
        return last..<words.count
    }

    /// Of "a battery one, otherwise with an adapter" (`fallback_words`) the first wish that there is a choice for.
    func preferred(
        _ reading: Interpretation, among offers: [Offer], reference: Choice?
    ) -> Interpretation {
        guard reading.mentions.contains("fallback_words") else { return reading }
        let fallbacks = dialogue.words[.fallbacks, reading.language]
        let words = reading.tokens.map(\.folded)
        for place in words.indices where place > 0 {
            guard let phrase = fallbacks.first(where: { words[place...].starts(with: $0) }),
                place + phrase.count < words.count
            else { continue }
            let first = self.reading([0..<place], of: reading)
            let isThere = picking(
                first, among: offers.map(\.choice), reference: reference
            ).indices.contains { offers.indices.contains($0) }
            return isThere
                ? first : self.reading([place + phrase.count..<words.count], of: reading)
        }
        return reading
    }

    /// What stretches of tokens say by themselves.
    func reading(_ ranges: [Range<Int>], of whole: Interpretation) -> Interpretation {
        let texts = ranges.compactMap { range -> String? in
            let tokens = whole.tokens[range.clamped(to: whole.tokens.indices)]
            guard let first = tokens.first, let last = tokens.last else { return nil }
            return whole.text(from: first.start, to: last.end)
        }
        return interpretation(of: texts.joined(separator: ". "))
    }

    /// "The same model again", "none of those, the same white one": what the customer has, where nothing of it is said
    /// to be otherwise.
    private func wantsTheSame(
        as reference: Choice?, among offers: [Offer], _ part: Interpretation
    ) -> Bool {
        guard let reference, part.mentions.contains("same_version_words"),
            !part.mentions.contains("same_value_words"),
            !compares(part, among: offers, with: reference)
        else { return false }
        let have = Set(reference.attributes.flatMap { $0.value.words })
        let said = saidWords(of: part)
        let others = offers.flatMap(\.choice.attributes).flatMap(\.value.words)
        return !others.contains { !have.contains($0) && said.name($0) }
    }

    /// The version that the customer has, where that is wanted; nothing where it is not to be had any more.
    func sameVersion(
        as reference: Choice?, of slot: Slot, among offers: [Offer], _ part: Interpretation
    ) -> Finding? {
        guard slot.each != nil, wantsTheSame(as: reference, among: offers, part) else { return nil }
        let own = offers.first { $0.choice.id == reference?.id }
        return own.map { .value(.record($0.record)) } ?? .nothing
    }

    /// Of several choices that fit, the one that differs least from what the customer has: who asks for "red"
    /// wants the rest as it is. All of them where that is not one.
    func closest(_ offers: [Offer], to reference: Choice?) -> [Offer] {
        guard let reference, !reference.attributes.isEmpty else { return offers }
        let differences = offers.map { offer in
            offer.choice.attributes.count { attribute in
                reference.attributes.contains {
                    $0.name == attribute.name && $0.value != attribute.value
                }
            }
        }
        // Who names what there is ("the kettle") has not said what shall be instead.
        guard let least = differences.min(), least > 0 else { return offers }
        let closest = zip(offers, differences).filter { $0.1 == least }.map(\.0)
        return closest.count == 1 || keepTheRest(closest, of: reference) ? closest : offers
    }

    /// "A shorter one" of two lengths: they differ from what there is in the same options, and in no other.
    private func keepTheRest(_ offers: [Offer], of reference: Choice) -> Bool {
        Set(
            offers.map { offer in
                offer.choice.attributes.filter { attribute in
                    reference.attributes.contains {
                        $0.name == attribute.name && $0.value != attribute.value
                    }
                }.map(\.name)
            }
        ).count == 1
    }

    /// What the customer has now, which "bigger" and "in red" compare with.
    func reference(for slot: Slot, member: Int?) -> Choice? {
        self.member(member, of: slot)?.record.flatMap(Choice.init)
    }
}

extension String {
    fileprivate var words: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    }
}
