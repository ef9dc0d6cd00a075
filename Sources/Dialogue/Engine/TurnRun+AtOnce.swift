import Facts
import Understanding

/// An answer in few words, and something more behind it: "8. PayPal", "the one with the pet bed. I want to be sure",
/// "5, and the mat in green".
extension TurnRun {
    /// The first sentence, or a number cut off at the beginning, answers; the rest is heard for what comes next.
    /// "White, not black. The Visa": the first corrects, the rest answers.
    mutating func answersAtOnce(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard dialogue.isNamedByID(slot) || slot.each != nil && reading.tellsPlace,
            !state.shown.isEmpty, reading.answer != .no,
            let (end, rest) = reading.behindOpeningNumber ?? behindNextThing(in: reading)
                ?? reading.behindFirstSentence, end > 0,
            reading.tokens[end].folded != "?",
            let first = reading.text(from: reading.tokens[0].start, to: reading.tokens[end].start)
        else { return false }
        let (begun, further) = (interpretation(of: first), interpretation(of: rest))
        guard further.answer != .no, !further.soundsLikeCorrection else { return false }
        if begun.soundsLikeCorrection || begun.mentions.contains("negation_words") {
            guard further.wordCount <= Self.fewWords,
                case .value = try findAmongShown(slot, member: member, in: further),
                try corrects(begun, takesBack: true)
            else { return false }
            hear(further)
            return true
        }
        let isShort =
            end <= Self.fewWords
            || isPointing(begun, slot)
            || dialogue.isNamedByID(slot) && !isAnotherWish(begun)
                && end <= (begun.tellsPlace ? Self.longSentence : Self.shortSentence)
        guard isShort, case .value(let value) = try findAmongShown(slot, member: member, in: begun)
        else { return false }
        let isOfThings = slot.isMany || slot.each != nil || dialogue.isNamedByID(slot)
        let comesNext =
            isOfThings && !namesThings(further, of: slot)
            && (further.mentions.contains("sequence_words") || isAnotherWish(further))
        let adds = adds(further)
        let isPlaced = dialogue.isNamedByID(slot) && begun.tellsPlace
        if isPlaced, further.tellsPlace, let flow = currentFlow,
            case .value(let other) = try findAmongShown(slot, member: member, in: further),
            !other.equals(value)
        {
            // "From the second the chair. From the first the bottle": one after the other.
            takeAnswer(value, to: slot, member: member, begun)
            noteSame(flow, rest, about: other)
            return true
        }
        if !comesNext, !adds, !isPlaced || further.tellsPlace {
            guard case .nothing = try findAmongShown(slot, member: member, in: further) else {
                return false
            }
        }
        takeAnswer(value, to: slot, member: member, begun)
        if comesNext, further.verdict.intent.map(isWish) == true {
            try noteAll(further)
            return true
        }
        _ = volunteer(further)
        if adds, try corrects(further) { return true }
        hear(further)
        noteFurtherWishes(further, isAnswer: true, onlyCertain: true)
        return true
    }

    /// "Gift card. And the helmet is missing, red, size M", in answer to how it is paid: another thing joins the list.
    /// "Gift card, and could they be rubber": a version is corrected. "PayPal. But first the address": what the open
    /// flow must wait for comes first.
    mutating func takesMore(
        behind value: Value, to slot: Slot, _ reading: Interpretation
    ) throws(Interruption) {
        let parts = partRanges(of: reading)
        guard !dialogue.isNamedByID(slot), !slot.isMany, slot.each == nil, parts.count > 1,
            reading.answer == nil
        else { return }
        let rest = self.reading([parts[1].lowerBound..<reading.tokens.count], of: reading)
        let isSettled =
            rest.isQuestion || onlyAsks(rest)
            || ["keep_words", "negation_words"].contains(where: rest.mentions.contains)
        guard !isSettled,
            case .value(let first) = try find(
                slot, member: nil, in: self.reading([parts[0]], of: reading), asked: true),
            first.equals(value)
        else { return }
        if let intent = firstWish(in: rest) {
            state.wishes.removeAll { $0.intent == intent }
            _ = begin(intent, text: rest.text)
        } else if namesAnyOfShop(rest) {
            // "And could it be with a lid", but not "and is the mug in it".
            let addsThings = try addsToList(rest)
            guard !rest.asksAnything || !addsThings else { return }
            _ = try corrects(rest, takesBack: !addsThings)
        }
    }

    /// What must be done before the open flow, and is wished in words of its own or, behind a "but", in few of them.
    private func firstWish(in rest: Interpretation) -> String? {
        let own = Set((currentFlow?.slots ?? []).compactMap { book.types[$0.type.name]?.about })
        let earlier = (currentFlow?.after ?? []).compactMap { book.flows[$0] }
        if let intent = rest.verdict.intent, rest.verdict.confidence >= Self.likelyWish,
            earlier.contains(where: { $0.id == book.flowOfIntent[intent] })
        {
            return intent
        }
        guard rest.wordCount <= Self.fewWords, rest.mentions.contains("hesitation_words") else {
            return nil
        }
        return earlier.first { flow in
            flow.slots.contains { slot in
                guard let about = book.types[slot.type.name]?.about, !own.contains(about) else {
                    return false
                }
                return !dialogue.isNamedByID(slot) && rest.mentions.contains(about)
            }
        }?.starts.first
    }

    /// Of "the one with the laptop, and then there's a kettle" what stands behind the comma.
    private func behindNextThing(in reading: Interpretation) -> (end: Int, rest: String)? {
        let words = reading.tokens.map(\.folded)
        let joints = dialogue.words[.joints, reading.language]
        let sequences = dialogue.words[.sequences, reading.language]
        let place = words.indices.first { place in
            guard words[place] == ",", place > 0 else { return false }
            let rest = words[(place + 1)...]
            let joint = joints.first { rest.starts(with: $0) }
            let behind = rest.dropFirst(joint?.count ?? 0)
            return sequences.contains { behind.starts(with: $0) }
        }
        guard let place, place + 1 < words.count,
            let rest = reading.text(
                from: reading.tokens[place + 1].start, to: reading.text.utf8.count)
        else { return nil }
        return (place, rest)
    }

    private static let fewWords = 4
    private static let shortSentence = 9
    private static let longSentence = 24
}

extension Interpretation {
    /// Of "5, and the mat in green" what stands behind the number's comma.
    fileprivate var behindOpeningNumber: (end: Int, rest: String)? {
        guard tokens.count > 2, tokens[1].folded == ",",
            entities.contains(where: { $0.kind == "number" && $0.end == tokens[0].end }),
            let rest = self.text(from: tokens[2].start, to: text.utf8.count)
        else { return nil }
        return (1, rest)
    }
}
