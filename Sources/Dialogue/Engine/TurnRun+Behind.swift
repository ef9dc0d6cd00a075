import Facts
import Understanding

/// What stands behind a yes or a no to a confirmation: a wish of its own, or something about the question.
extension TurnRun {
    /// "Yes. And from order 1057 I want to swap the kettle": what stands behind a plain yes, where it is a wish about
    /// another order, or another one that is added. What may be about the question ("yes. By mail please", "yes. Will
    /// it cost anything?") is nothing of the kind: that yes is asked for again.
    func wishBehindYes(
        _ reading: Interpretation
    ) throws(Interruption) -> Interpretation? {
        guard let current = currentFlow, let cut = cutBehindYes(reading),
            let first = reading.tokens[cut.rest...].first,
            let text = reading.text(from: first.start, to: reading.text.utf8.count)
        else { return nil }
        let isApart = cut.isApart
        let whole = withoutInterjections(interpretation(of: text))
        if comesBack(whole) { return nil }
        if !cut.isMarked {
            if isWeakYes(Array(reading.tokens[..<cut.rest])) { return nil }
            return try asksOfOtherOrder(whole) ? whole : nil
        }
        // "Oh ok. Could I get a coupon too?" agrees to nothing.
        if isWeakYes(Array(reading.tokens[..<cut.rest])),
            whole.asksAnything || !namesAnotherID(whole) && !whole.verdict.isRule
        {
            return nil
        }
        // "Yes. And the laptop in black, but the difference to my card": the yes is a sentence, and no "but" takes it
        // back.
        let further = isApart ? beforeHesitation(whole) : whole
        let hesitation = dialogue.words[.hesitation, reading.language]
        // "Yes. Last one: 1042, with my card instead": the number tells that it is another matter.
        if isApart, whole.answer == nil, namesAnotherID(whole),
            adds(whole) || whole.mentions.contains("sequence_words")
        {
            return whole
        }
        if !endsInDoubt(whole), try isElsewhere(whole, isApart: isApart) { return whole }
        guard further.answer == nil || onlyReminds(further), !further.soundsLikeCorrection,
            !hesitation.contains(where: further.tokens.map(\.folded).starts(with:))
        else { return nil }
        if looksAfterwards(further) { return whole }
        if mayTakeBack(further, whole) { return nil }
        if try comesAfterwards(further, than: current) { return whole }
        if try comesBackToWish(further, isApart: isApart) { return whole }
        if try asksOfOtherOrder(further) { return whole }
        let isOfAnother = try goesOn(further, isApart: isApart)
        if isOfAnother, namesOtherOrder(further), !asksTruly(further) { return whole }
        guard let intent = further.verdict.intent, isWish(intent) else {
            return isOfAnother && !asksTruly(further) ? whole : nil
        }
        // "Yes. My order is 1024" is none to the question about 1071.
        let isSure = further.verdict.confidence >= (further.asksAnything ? 0.5 : 0.65)
        let flow = book.flowOfIntent[intent]
        // "Yes, cancel 1057", where 1071 is asked about: that one instead, or that one too?
        let isMore =
            flow != current.id || adds(further) || further.mentions.contains("sequence_words")
        if namesAnotherID(further), isSure || isApart && isMore { return isMore ? whole : nil }
        if isOfAnother, !current.after.contains(flow ?? ""),
            further.verdict.confidence >= (further.isQuestion ? 0.65 : 0.5)
        {
            return whole
        }
        if comesNext(flow, after: current, further) { return whole }
        if flow != current.id, !current.after.contains(flow ?? ""), isOfOtherOrder(further) {
            return whole
        }
        let isAdded =
            (isApart ? adds(further) : further.mentions.contains("addition_words"))
            && flow != current.id && !speaksOfOwnSlots(further)
            && !current.after.contains(flow ?? "")
            && !further.mentions.contains("hesitation_words")
            && further.verdict.confidence >= Self.clauseConfidence
        return isAdded ? whole : nil
    }

    /// Where the rest begins behind a plain yes. `isApart`: it is a sentence of its own, or comes next. `isMarked`: a
    /// sign, or "and then", parts them, and not a mere "and".
    private struct CutBehindYes {
        var rest: Int
        var isApart = false
        var isMarked = true
    }

    private func cutBehindYes(_ reading: Interpretation) -> CutBehindYes? {
        let tokens = reading.tokens
        if let end = endOfYes(in: reading, at: \.isPunctuation) {
            return CutBehindYes(rest: end + 1, isApart: tokens[end].endsSentence)
        }
        guard let question = state.lastSaid.last else { return nil }
        let words = tokens.map(\.folded)
        let joints = dialogue.words[.joints, reading.language]
        func opens(_ place: Int, _ phrases: [[String]]) -> Bool {
            phrases.contains(where: words[place...].starts(with:))
        }
        let places = words.indices.dropFirst()
        let next = places.first { place in
            (joints + [[]]).contains { joint in
                opens(place, [joint])
                    && opens(
                        place + joint.count, dialogue.words[.sequences, reading.language])
            }
        }
        guard let place = next ?? places.first(where: { opens($0, joints) }),
            isWholeYes(Array(tokens[..<place]), to: question.text)
        else { return nil }
        return CutBehindYes(rest: place, isApart: next != nil, isMarked: next != nil)
    }

    /// "And the lamp in white?", of what is asked about, "and the speaker instead", "and the price?", "actually wait".
    private func mayTakeBack(_ further: Interpretation, _ whole: Interpretation) -> Bool {
        if endsInDoubt(whole) { return true }
        if namesAnotherID(further) || namesOtherOrder(further) { return false }
        if further.mentions.contains("instead_words"), further.wordCount <= Self.shortFurther {
            return true
        }
        let isShort = further.isQuestion && further.wordCount <= Self.shortQuestion
        let named = further.tokens.filter { isOfShop($0) && $0.folded.first?.isLetter == true }
        if isShort, named.isEmpty { return true }
        guard further.isQuestion, let order = orderAtHand else { return false }
        return !passages(of: further, among: things(in: order)).isEmpty
    }

    /// "And the speaker? Actually wait".
    private func endsInDoubt(_ whole: Interpretation) -> Bool {
        let words = whole.tokens.filter { !$0.isPunctuation }.map(\.folded)
        return dialogue.words[.hesitation, whole.language].contains {
            words.suffix($0.count).elementsEqual($0)
        }
    }

    private static let shortFurther = 6
    private static let shortQuestion = 4

    /// "Yes. And the mug?", where the mug is in the order: it joins the list, and the question is asked anew.
    mutating func addsBesideYes(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard reading.answer == .yes, try addsToList(reading) else { return false }
        let rest = cutBehindYes(reading).flatMap { cut in
            reading.text(from: reading.tokens[cut.rest].start, to: reading.text.utf8.count)
        }
        if let rest, try corrects(interpretation(of: rest)) { return true }
        return try corrects(reading)
    }

    /// Of "oh and is my other order on its way" what stands behind the "oh".
    private func withoutInterjections(_ reading: Interpretation) -> Interpretation {
        let words = dialogue.words[.interjections, reading.language]
        let start = reading.tokens.firstIndex { token in
            !token.isPunctuation && !words.contains([token.folded])
        }
        guard let start, start > 0 else { return reading }
        let text = reading.text(from: reading.tokens[start].start, to: reading.text.utf8.count)
        return text.map(interpretation) ?? reading
    }

    /// What stands before a "but" in the middle.
    private func beforeHesitation(_ reading: Interpretation) -> Interpretation {
        let hesitation = dialogue.words[.hesitation, reading.language]
        let words = reading.tokens.map(\.folded)
        let place = words.indices.first { place in
            place > 0 && hesitation.contains { words[place...].starts(with: $0) }
        }
        return place.map { self.reading([0..<$0], of: reading) } ?? reading
    }

    /// "The tablet from the other order", "and then the mug from the other one".
    func namesOtherOrder(_ further: Interpretation) -> Bool {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID) else { return false }
        return (isAbout(slot, further) || further.mentions.contains("sequence_words"))
            && ["other_words", "different_words"].contains(where: further.mentions.contains)
    }

    /// "Yes. And then cancel the other order".
    private func isOfOtherOrder(_ further: Interpretation) -> Bool {
        namesOtherOrder(further) && further.mentions.contains("sequence_words")
            && !further.mentions.contains("hesitation_words")
            && further.verdict.confidence >= Self.clauseConfidence
    }

    /// "Perfect, yes. And I find clicky keys too loud, a linear keyboard would be better": another kind of wish that is
    /// done after this one, and that takes nothing of it back.
    private func comesNext(_ flow: String?, after current: Flow, _ further: Interpretation) -> Bool
    {
        guard let next = flow.flatMap({ book.flows[$0] }), next.request != nil,
            next.id != current.id
        else { return false }
        return next.after.contains(current.id) && further.verdict.confidence >= 0.7
            && namesAnyOfShop(further)
            && !further.isQuestion && !further.mentions.contains("hesitation_words")
            && !speaksOfOwnSlots(further)
    }

    /// "Yes. Then the watch in the other order": it goes on to a thing that the question does not have. "Yes. Then to
    /// my card" is about what was asked, whatever else the shop has that is called a card.
    private func goesOn(
        _ further: Interpretation, isApart: Bool
    ) throws(Interruption) -> Bool {
        // "Ok yes. And the suitcases in black": a sentence of its own adds what the question has not.
        guard further.mentions.contains("sequence_words") || isApart && adds(further),
            !further.mentions.contains("hesitation_words"), let question = state.lastSaid.last
        else { return false }
        if try addsToList(further) { return false }
        let named = namedProducts(in: further)
        if isApart, !named.isEmpty {
            // "Yes. And the camera in 1080p, with the gift card": that is said of the camera.
            return !named.contains { question.text.lowercased().contains($0.lowercased()) }
        }
        if speaksOfOwnSlots(further) { return false }
        if isApart, namesOtherOrder(further), namesAnyOfShop(further) { return true }
        if named.isEmpty { return try namesThingOfAnotherOrder(further) }
        return !named.contains { question.text.lowercased().contains($0.lowercased()) }
    }

    /// "Yes, then the mug", where the mug is in the very order that can be changed only once: it joins the list.
    func addsToList(_ further: Interpretation) throws(Interruption) -> Bool {
        // "And the bookshelf from the other order" joins nothing.
        if further.mentions.contains("other_words") { return false }
        for slot in currentFlow?.slots ?? [] where slot.isMany {
            let have = state.stack.last?.slots[slot.id]?.list ?? []
            let left = (try choices(for: slot, member: nil) ?? []).filter { offer in
                !have.contains { $0.equals(.record(offer.record)) }
            }
            if !passages(of: further, among: left.map(\.choice)).isEmpty { return true }
        }
        return false
    }

    /// What the words name is in one of the customer's other orders.
    private func namesThingOfAnotherOrder(
        _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let held = state.stack.last?.slots[slot.id],
            let offers = try allChoices(for: slot),
            case .value(let one) = pick(
                reading, among: offers, isMany: false, holdsThings: true)
        else { return false }
        return one.argument != held.argument && namesThing(of: one, reading, besidesEveryday: true)
    }

    /// The words name what the flow's single slots are about: the address, the way to pay.
    func speaksOfOwnSlots(_ reading: Interpretation) -> Bool {
        currentFlow?.slots.contains { slot in
            !dialogue.isNamedByID(slot) && !slot.isMany && slot.each == nil
                && book.types[slot.type.name]?.about.map(reading.mentions.contains) == true
        } == true
    }

    /// Every order that the words name is another than the one that was asked about.
    func namesAnotherID(_ reading: Interpretation) -> Bool {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID) else { return false }
        return namesAnotherID(reading, than: state.stack.last?.slots[slot.id], of: slot)
    }

    /// … than the one that the slot holds.
    func namesAnotherID(_ reading: Interpretation, than held: Value?, of slot: Slot) -> Bool {
        guard let held, let kind = book.types[slot.type.name]?.entity else { return false }
        let choice = held.record.flatMap(Choice.init)
        let named = reading.entities.filter { $0.kind == kind }
        return !named.isEmpty
            && named.allSatisfy { $0.value != held.argument && choice?.isCalled($0.value) != true }
    }

    /// "No, not yet. Can I swap it?": a sentence behind the one that declines wishes something else.
    func wishBehindNo(_ reading: Interpretation) -> Wish? {
        guard let text = reading.behindFirstSentence?.rest else { return nil }
        let rest = interpretation(of: text)
        guard rest.answer == nil, let intent = rest.verdict.intent, isWish(intent),
            rest.verdict.confidence >= 0.6, book.flowOfIntent[intent] != currentFlow?.id
        else { return nil }
        return Wish(intent: intent, text: text)
    }

    /// "Leave it then. Can I change the address?": the first sentence is a plain no, the rest another wish.
    mutating func declinesFirst(
        _ reading: Interpretation, _ declined: Step
    ) throws(Interruption) -> Bool {
        guard let (end, rest) = reading.behindFirstSentence, let question = state.lastSaid.last
        else { return false }
        let first = self.reading([0..<end], of: reading)
        let further = interpretation(of: rest)
        guard first.answer != .yes, isPlainNo(first, to: question.text),
            first.answer == .no || first.verdict.intent == Self.dropping,
            let intent = further.verdict.intent, isWish(intent),
            further.verdict.confidence >= 0.6, book.flowOfIntent[intent] != currentFlow?.id
        else { return false }
        note(Wish(intent: intent, text: rest))
        noteTaken(.declined)
        try apply(declined)
        return true
    }

    /// The repair that drops what is open.
    static let dropping = "cancel"
}
