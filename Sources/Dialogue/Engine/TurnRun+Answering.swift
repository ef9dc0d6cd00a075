import Facts
import Understanding

/// The answer to the open question of a slot.
extension TurnRun {
    mutating func answersSlot(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard case .asking(.slot(let id, let member)) = state.stack.last?.phase,
            let slot = currentFlow?.slot(id)
        else { return false }
        if try beginsBeforehand(reading) { return true }
        if try takesPlace(slot, member: member, reading) { return true }
        if try takesTold(slot, member: member, reading) { return true }
        if try answersAndAsks(slot, member: member, reading) { return true }
        if !dialogue.isNamedByID(slot), try !picksBeside(slot, member: member, reading),
            try answersAside(reading)
        {
            return true
        }
        if isCertainlyAnotherWish(reading) {
            return try asksAboutChoices(slot, member: member, reading, onlyFitting: true)
        }
        if try meansThingOfOtherOrder(slot, member, reading) { return true }
        if !slot.isMany, try editsList(reading) { return true }
        if slot.each != nil, reading.mentions.contains("no_other_words"),
            try turnsElsewhere(reading)
        {
            return true
        }
        if try isExpectedWish(reading, insteadOf: slot) { return false }
        if wishesAnother(reading) { return false }
        if try answersAtOnce(slot, member: member, reading) { return true }
        guard
            slot.each != nil || tells(slot, reading) || isPointing(reading, slot)
                || !isPlainlyAnotherWish(reading)
        else { return false }
        if try takesBackVersion(at: slot, reading) { return true }
        if try meansOtherThings(slot, member: member, reading) { return true }
        if try isAboutOtherMembers(slot, member: member, reading) { return true }
        if reading.answer == .no || reading.wordCount <= 6,
            try wantsAnother(reading, isNamed: true)
        {
            return true
        }
        if try asksAboutChoices(slot, member: member, reading) { return true }
        if try asksAbout(slot, reading) { return true }
        if try weighs(slot, reading) { return try answersSomethingElse(slot, reading) }
        if try takesParts(slot, reading) { return true }
        if let only = try onlyShown(slot, member: member, reading) {
            takeAnswer(only, to: slot, member: member, reading)
            return true
        }
        return try takesChoice(for: slot, member: member, reading)
    }

    /// The words are one of the choices, or several of them, or none.
    private mutating func takesChoice(
        for slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        if let first = try firstOfThings(slot, in: reading) {
            takeFirst(first, to: slot, of: reading)
            return true
        }
        let same = try sameAsBefore(slot, member: member, in: reading)
        let found = try findAmongShown(slot, member: member, in: reading)
        switch same.map(Finding.value) ?? found {
        case .nothing:
            if let first = try firstOfEach(slot, in: reading, isAsked: true) {
                takeFirst(first, to: slot, of: reading)
                return true
            }
            if let value = toldByPlace(slot, reading) {
                takeAnswer(value, to: slot, member: member, reading)
                return true
            }
            if let value = try foundElsewhere(slot, in: reading) {
                takeAnswer(value, to: slot, member: member, reading)
                return true
            }
            return try answersSomethingElse(slot, reading)
        case .value(let value):
            if try tellsAgain(slot, reading) { return true }
            takeAnswer(value, to: slot, member: member, reading)
            try takesWishBeside(reading, slot)
            try takesMore(behind: value, to: slot, reading)
        case .several(let offers):
            if let first = try firstOfEach(slot, in: reading, isAsked: true) {
                takeFirst(first, to: slot, of: reading)
                return true
            }
            if isRepair(reading), reading.verdict.confidence >= 0.75 { return false }
            let said = try saidBefore(slot, member: member, among: offers)
            if let one = wholly(named: offers, in: reading) ?? (said.count == 1 ? said[0] : nil) {
                takeAnswer(.record(one.record), to: slot, member: member, reading)
            } else {
                hear(reading)
                return try asksAgain(
                    slot, member: member,
                    among: others(said.isEmpty ? offers : said, of: slot, member: member))
            }
        case .nearest(let offers, let missing):
            return try asksAgain(
                slot, member: member, among: others(offers, of: slot, member: member),
                missing: missing)
        }
        return true
    }

    /// "I'd like to post the clock back to you", in answer to "which order?": the order, and what the flow notes of
    /// such a wish.
    private mutating func takesWishBeside(
        _ reading: Interpretation, _ slot: Slot
    ) throws(Interruption) {
        guard dialogue.isNamedByID(slot), let intent = reading.verdict.intent,
            reading.verdict.confidence >= Self.likelyWish, let frame = state.stack.last,
            let flow = currentFlow, !flow.starts.contains(intent),
            let step = handler(for: .intent(intent), in: flow, state: frame.state)?.step,
            !step.set.isEmpty, step.say.isEmpty, step.clear.isEmpty, !step.leadsElsewhere
        else { return }
        if frame.utterances.last != reading.text { hear(reading) }
        try apply(step)
    }

    /// "No. I said rechargeable. PayPal", in answer to how it shall be paid: the version that was shown is taken back,
    /// and what answers the question is heard with it.
    private mutating func takesBackVersion(
        at slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard slot.each == nil, !slot.isMany, reading.answer == .no, reading.wordCount > 2,
            let each = currentFlow?.slots.first(where: { $0.each != nil }), each.id != slot.id,
            state.stack.last?.slots[each.id] != nil
        else { return false }
        return try corrects(reading, takesBack: true)
    }

    /// "Leave the mug as it is", "the helmet in red", in answer to what shall be instead of something else.
    private mutating func isAboutOtherMembers(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard slot.each != nil, let offers = try choices(for: slot, member: member)
        else { return false }
        let isOfOthers =
            namesThings(reading, of: slot)
            && part(of: reading, about: member, of: slot, among: offers, asked: true) == nil
        guard isOfOthers || reading.mentions.contains("keep_words"),
            let own = reference(for: slot, member: member), !keepsOnlyValues(reading, of: [own])
        else { return false }
        if try corrects(reading, takesBack: isOfOthers) { return true }
        if isOfOthers { resumeBelow() }  // "the helmet in red", which it is already
        return isOfOthers
    }

    /// "The one with the jigsaw, number 2" tells which order, however much it sounds like a wish about a jigsaw.
    func isPointing(_ reading: Interpretation, _ slot: Slot) -> Bool {
        dialogue.isNamedByID(slot) && !state.shown.isEmpty && reading.wordCount <= 9
            && reading.mentions.contains("description_words")
            && !reading.mentions.contains("wish_words")
    }

    /// "I am not cancelling anything. I want to send back the watch": something is refused, and what is wished beside
    /// it is another request.
    func wishesAnother(_ reading: Interpretation) -> Bool {
        guard reading.clauses.contains(where: \.isNegated), let wish = mainWish(of: reading),
            wish.text != reading.text, let flow = book.flowOfIntent[wish.intent]
        else { return false }
        return book.flows[flow]?.request != nil && !isOpen(flow)
            && interpretation(of: wish.text).mentions.contains("wish_words")
    }

    /// "Which is faster, PayPal or the gift card?": a question about two of the choices takes none.
    private func weighs(
        _ slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard slot.each == nil, !slot.isMany, onlyAsks(reading),
            let offers = try choices(for: slot, member: nil)
        else { return false }
        return offers.count { names(.record($0.record), in: reading, besides: nil) } > 1
    }

    /// The very thing that was asked for stands in the words: an e-mail address, whatever is told beside it.
    private func tells(_ slot: Slot, _ reading: Interpretation) -> Bool {
        guard let kind = book.types[slot.type.name]?.entity,
            dialogue.kinds.ofIdentity.contains(kind)
        else { return false }
        return reading.entities.contains { $0.kind == kind && !$0.isNegated }
    }

    /// One choice was shown, and "yes" takes it.
    private func onlyShown(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Value? {
        // "Yes, that one. When do I get the money?"
        let first = reading.sentenceRanges.first.map { self.reading([$0], of: reading) } ?? reading
        guard first.answer == .yes, state.shown.count == 1, first.wordCount <= 6,
            !reading.mentions.contains("hesitation_words")
        else { return nil }
        return try choices(for: slot, member: member)?
            .first { $0.choice == state.shown[0] }.map { .record($0.record) }
    }

    /// A wish that the open flow has a handler for ("I want my money back") is no free text.
    private mutating func isExpectedWish(
        _ reading: Interpretation, insteadOf slot: Slot
    ) throws(Interruption) -> Bool {
        guard book.types[slot.type.name]?.isFreeText == true, let frame = state.stack.last,
            let flow = currentFlow, let intent = reading.verdict.intent,
            !flow.starts.contains(intent), reading.verdict.confidence >= 0.8
        else { return false }
        return handler(for: .intent(intent), in: flow, state: frame.state) != nil
    }

    mutating func takeAnswer(
        _ value: Value, to slot: Slot, member: Int?, _ reading: Interpretation
    ) {
        let isDescription = describes(slot, reading)
        keep(value, in: slot, member: member)
        noteAnswer(slot)
        withFrame {
            $0.phase = .entering
            $0.stale.removeAll { $0 == slot.id }
        }
        _ = volunteer(reading)
        // "The second" answers this question only; a longer answer may say more, and so may "1024, the lamp".
        let saysMore =
            reading.wordCount > 4 || !isDescription && namesThing(slot, reading)
            || book.types[slot.type.name]?.entity != nil && wordsBesideEntities(of: reading) > 1
        // "The one with the boots, to where my other order goes" tells the address as well.
        let tellsSource = withoutSource(reading, for: slot).text != reading.text
        if saysMore && !isDescription || tellsSource { hear(reading) }
        // "It has the lamp and the mug in it" tells which order, and asks nothing about a lamp.
        noteFurtherWishes(reading, isAnswer: true, onlyCertain: isDescription)
    }

    /// One of several orders, and all that is said of it.
    private mutating func takeFirst(
        _ first: OrderSaid, to slot: Slot, of reading: Interpretation
    ) {
        takeAnswer(first.order, to: slot, member: nil, first.words)
        let own = first.words.text
        if own != reading.text, state.stack.last?.utterances.last != own { hear(first.words) }
    }

    /// "The one with the kettle and the lamp" tells which order: what is in it is not what the customer wants of it.
    /// But "the kettle" in answer to "which order?" is both.
    private func describes(_ slot: Slot, _ reading: Interpretation) -> Bool {
        guard dialogue.isNamedByID(slot), let type = book.types[slot.type.name],
            let kind = type.entity, !reading.entities.contains(where: { $0.kind == kind })
        else { return false }
        // "From the first: the bottle, the shelf": a place tells which order, the rest what is meant of it.
        if reading.tellsPlace, !reading.mentions.contains("description_words") { return false }
        let words = ["description_words"] + (type.about.map { [$0] } ?? [])
        return reading.wordCount > Self.bareThing
            || words.contains(where: reading.mentions.contains)
    }

    /// It was told by a thing in it, not by its place or number.
    private func namesThing(_ slot: Slot, _ reading: Interpretation) -> Bool {
        dialogue.isNamedByID(slot)
            && !reading.entities.contains { ["number", "ordinal", "yes_no"].contains($0.kind) }
    }

    /// A longer answer than so many words may tell more than a thing.
    private static let bareThing = 8

    /// Of several that fit, the one whose whole name was said: "the one with the shelf and the bottle" is not the
    /// order that holds a camera besides.
    private func wholly(named offers: [Offer], in reading: Interpretation) -> Offer? {
        let said = Set(reading.tokens.flatMap { [$0.folded, $0.stem] })
        let named = offers.compactMap { offer -> (offer: Offer, words: Int)? in
            let words = interpretation(of: offer.choice.name).tokens.filter {
                $0.folded.contains(where: \.isLetter)
            }
            let isSaid = words.allSatisfy { said.contains($0.folded) || said.contains($0.stem) }
            return isSaid && !words.isEmpty ? (offer, words.count) : nil
        }
        let most = named.map(\.words).max()
        let best = named.filter { $0.words == most }
        return best.count == 1 ? best[0].offer : nil
    }

    /// Of several versions that the answer fits, those that have what was said before too: "5 ft, glass", and then
    /// "brown".
    private func saidBefore(
        _ slot: Slot, member: Int?, among offers: [Offer]
    ) throws(Interruption) -> [Offer] {
        guard slot.each != nil else { return [] }
        let reference = reference(for: slot, member: member)
        var left = offers
        for text in (state.stack.last?.utterances ?? []).reversed() {
            let reading = interpretation(of: text)
            guard let part = part(of: reading, about: member, of: slot, among: offers, asked: false)
            else {
                continue
            }
            switch pick(part, among: left, isMany: false, reference: reference) {
            case .value(let value): left = left.filter { .record($0.record) == value }
            case .several(let fewer): left = fewer
            case .nothing, .nearest: continue
            }
        }
        return left.count < offers.count ? left : []
    }

    /// No answer to this question, but one to another of the flow, or "I don't know".
    private mutating func answersSomethingElse(
        _ slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        let choosesElsewhere = try answersAnother(slot, reading)
        if volunteer(reading) || choosesElsewhere {
            hear(reading)
            restart()
            return true
        }
        if !isAnotherWish(reading), try retakes(reading) { return true }
        if try namesOnlyHeld(reading) {
            resumeBelow()
            return true
        }
        guard reading.mentions.contains("unknown_words") else { return false }
        if try handle(.event("not_known")) { return true }
        guard !state.shown.isEmpty, let offers = try choices(for: slot, member: nil) else {
            return false
        }
        return try asksAgain(slot, among: offers)
    }

    /// The words choose for another slot of the flow that is still empty: it is filled when its turn comes.
    private func answersAnother(
        _ slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        for other in currentFlow?.slots ?? []
        where other.id != slot.id && other.each == nil && other.sources.contains(.message)
            && state.stack.last?.slots[other.id] == nil
            && book.types[other.type.name]?.choices != nil
        {
            let found = try find(other, member: nil, in: reading, asked: false)
            if case .value = found { return true }
        }
        return false
    }

    /// Picks from what was shown last first ("the second" counts there, "the delivered one" tells its members apart),
    /// then from all choices.
    func findAmongShown(
        _ slot: Slot, member: Int?, in reading: Interpretation
    ) throws(Interruption) -> Finding {
        let all = try find(slot, member: member, in: reading, asked: true)
        if case .nearest = all { return all }
        guard let offers = try choices(for: slot, member: member), !state.shown.isEmpty else {
            return all
        }
        // The own version is on no list: "3" is the third of what was shown.
        let isFewer =
            state.shown.count < others(offers, of: slot, member: member).count
            || state.shown.count < offers.count && reading.tellsPlace
        guard isFewer else { return all }
        let shown = state.shown.compactMap { choice in
            offers.first { $0.choice.id == choice.id }
        }
        let own =
            part(of: reading, about: member, of: slot, among: offers, asked: true) ?? reading
        let part = preferred(
            own, among: shown, reference: reference(for: slot, member: member))
        let picked = pick(
            part, among: shown, isMany: slot.isMany,
            reference: reference(for: slot, member: member),
            holdsThings: dialogue.isNamedByID(slot))
        if case .several(let fewer) = picked, case .several(let more) = all,
            fewer.count < more.count
        {
            return picked
        }
        guard case .value(let value) = picked else {
            return reading.isOnlyPosition ? picked : all
        }
        // What is named more fully counts, though it was not on the list; but "2" is the second, not two litres.
        if !tellsOnlyPlace(reading), case .value(let other) = all, other.list == nil,
            namedParts(of: other, in: part) > namedParts(of: value, in: part)
        {
            return all
        }
        return .value(value)
    }
}
