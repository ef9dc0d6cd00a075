import Facts
import Understanding

/// What an utterance means here, in the fixed priority: answer to the open question, correction, repair,
/// knowledge, new wish, not understood.
extension TurnRun {
    mutating func read(_ whole: Interpretation) throws(Interruption) {
        let reading = withWishBeside(whole)
        let taken = try takes(reading)
        remember(reading)
        state.working?.takenAs = taken ?? .notUnderstood
        if taken != nil {
            state.failedTurns = 0
        } else if state.working?.isReturn == true {
            resumeBelow()  // "I'm back"
        } else {
            notUnderstood(reading)
        }
    }

    /// What the message is taken as here; nil where it is not understood.
    private mutating func takes(_ reading: Interpretation) throws(Interruption) -> TakenAs? {
        if answersRating(reading) { return .rating }
        if answersClarification(reading) { return .clarification }
        if refusesWish(reading) { return .wish }
        if try answersConfirmation(reading) { return .confirmation }
        if try answersSlot(reading) { return .answer }
        if try corrects(reading) { return .correction }
        if continuesLastWish(reading) { return .continuation }
        if onlyIntroduces(reading) { return .introduction }
        if try repairs(reading) { return .repair }
        if digressesToKnowledge(reading) { return .knowledge }
        if try bringsNewWish(reading) { return .wish }
        if state.working?.isReturn == true { return nil }
        if introduces(reading) { return .introduction }
        if isCloseCall(reading) { return .closeCall }
        return answersClosingQuestion(reading) ? .closing : nil
    }

    /// "Is there anything else?" – "yes", "no": nothing is open, so it is no answer to a question of a flow.
    private mutating func answersClosingQuestion(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, state.outcome != nil, let answer = reading.answer else {
            return false
        }
        switch answer {
        case .yes: say("repair.how_can_i_help")
        case .no: say("repair.goodbye")
        }
        return true
    }

    private mutating func remember(_ reading: Interpretation) {
        remember(reading.entities.filter { !$0.isNegated && $0.kind != "yes_no" })
    }

    /// Keeps entities for later questions; the newest 20.
    mutating func remember(_ entities: [Entity]) {
        state.earlier = Array((state.earlier + entities).suffix(20))
    }

    // MARK: The slot that was asked

    private mutating func answersSlot(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard case .asking(.slot(let id, let member)) = state.stack.last?.phase,
            let slot = currentFlow?.slot(id)
        else { return false }
        if isCertainlyAnotherWish(reading) {
            return try asksAboutChoices(slot, member: member, reading, onlyFitting: true)
        }
        guard try !isExpectedWish(reading, insteadOf: slot),
            slot.each != nil || !isPlainlyAnotherWish(reading)
        else { return false }
        if reading.answer == .no || reading.wordCount <= 6,
            try wantsAnother(reading, isNamed: true)
        {
            return true
        }
        if try asksAboutChoices(slot, member: member, reading) { return true }
        if try takesParts(slot, reading) { return true }
        if let only = try onlyShown(slot, member: member, reading) {
            takeAnswer(only, to: slot, member: member, reading)
            return true
        }
        let same = try sameAsBefore(slot, member: member, in: reading)
        let found = try findAmongShown(slot, member: member, in: reading)
        switch same.map(Finding.value) ?? found {
        case .nothing: return try answersSomethingElse(slot, reading)
        case .value(let value): takeAnswer(value, to: slot, member: member, reading)
        case .several(let offers):
            if let first = try firstOfEach(slot, in: reading, isAsked: true) {
                takeAnswer(first, to: slot, member: member, reading)
                return true
            }
            if isRepair(reading), reading.verdict.confidence >= 0.75 { return false }
            if let whole = wholly(named: offers, in: reading) {
                takeAnswer(.record(whole.record), to: slot, member: member, reading)
            } else {
                return try asksAgain(slot, among: offers)
            }
        case .nearest(let offers, let missing):
            return try asksAgain(slot, among: offers, missing: missing)
        }
        return true
    }

    /// One choice was shown, and "yes" takes it.
    private func onlyShown(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Value? {
        guard reading.answer == .yes, state.shown.count == 1, reading.wordCount <= 6,
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
        // "The second" answers this question only; a longer answer may say more.
        if reading.wordCount > 4, !isDescription { hear(reading) }
        // "It has the lamp and the mug in it" tells which order, and asks nothing about a lamp.
        noteFurtherWishes(reading, isAnswer: true, onlyCertain: isDescription)
    }

    /// "The one with the kettle and the lamp" tells which order: what is in it is not what the customer wants of it.
    private func describes(_ slot: Slot, _ reading: Interpretation) -> Bool {
        guard dialogue.isNamedByID(slot), let kind = book.types[slot.type.name]?.entity else {
            return false
        }
        return !reading.entities.contains { $0.kind == kind }
    }

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

    /// The words fit several choices, or none: they are shown once more, and that is a try like any other.
    private mutating func asksAgain(
        _ slot: Slot, among offers: [Offer], missing: [String] = []
    ) throws(Interruption) -> Bool {
        if state.stack.last?.tries[slot.id] ?? 0 >= slot.tries {
            if try !handle(.event("exhausted")) { giveUp(reason: "slot_not_given") }
            return true
        }
        withFrame { $0.tries[slot.id, default: 0] += 1 }
        state.shown = offers.map(\.choice)
        if saysMissing(missing, offers, slot) { return true }
        if asksToNarrow(offers) { return true }
        say("repair.choose_one", arguments: choiceArguments(offers, slot))
        return true
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
    private func findAmongShown(
        _ slot: Slot, member: Int?, in reading: Interpretation
    ) throws(Interruption) -> Finding {
        let all = try find(slot, member: member, in: reading, asked: true)
        if case .nearest = all { return all }
        guard let offers = try choices(for: slot, member: member), !state.shown.isEmpty,
            state.shown.count < offers.count
        else { return all }
        let shown = state.shown.compactMap { choice in
            offers.first { $0.choice.id == choice.id }
        }
        let part = part(of: reading, about: member, of: slot, asked: true) ?? reading
        guard
            case .value(let value) = pick(
                part, among: shown, isMany: slot.isMany,
                reference: reference(for: slot, member: member))
        else { return all }
        // What is named more fully counts, though it was not on the list.
        if case .value(let other) = all, other.list == nil,
            namedParts(of: other, in: part) > namedParts(of: value, in: part)
        {
            return all
        }
        return .value(value)
    }

    /// A whole sentence about something else: "I want to send back the lamp from order 1024" is no answer to "which
    /// order do you wait for?".
    func isPlainlyAnotherWish(_ reading: Interpretation) -> Bool {
        guard case .ranked(let intent, let probability) = reading.verdict, probability >= 0.85,
            reading.wordCount > 7, !reading.mentions.contains("unknown_words"),
            let flow = book.flowOfIntent[intent], book.flows[flow]?.kind == .intent
        else { return false }
        return !isOpen(flow)
    }

    /// The innermost flow may fill further slots from these words.
    mutating func hear(_ reading: Interpretation) {
        withFrame { $0.utterances = Array(($0.utterances + [reading.text]).suffix(4)) }
    }

    /// A phrase rule matched for another flow: the words are a new wish, even if they hold an answer.
    func isCertainlyAnotherWish(_ reading: Interpretation) -> Bool {
        guard case .rule(let intent, _) = reading.verdict else { return false }
        guard let flow = book.flowOfIntent[intent] else { return book.replies.has(intent) }
        return !isOpen(flow)
    }

    func isRepair(_ reading: Interpretation) -> Bool {
        guard let intent = reading.verdict.intent, let flow = book.flowOfIntent[intent] else {
            return false
        }
        return book.flows[flow]?.kind == .repair
    }

    // MARK: Repairs, knowledge, new wishes

    private mutating func repairs(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard isRepair(reading), let intent = reading.verdict.intent,
            let id = book.flowOfIntent[intent],
            !isAsking || reading.verdict.confidence >= 0.9
        else { return false }
        noteFurtherWishes(reading)
        if isAsking, try handle(.intent(intent)) { return true }
        open(flow: id, utterance: reading.text)
        return true
    }

    private mutating func digressesToKnowledge(_ reading: Interpretation) -> Bool {
        guard let intent = reading.verdict.intent, book.flowOfIntent[intent] == nil,
            book.replies.has(intent)
        else { return false }
        noteFurtherWishes(reading)
        return begin(intent, text: reading.text)
    }

    private mutating func bringsNewWish(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let wish = mainWish(of: reading), let flow = book.flowOfIntent[wish.intent] else {
            return false
        }
        let intent = wish.intent
        noteFurtherWishes(reading)
        guard let frame = state.stack.last, let current = currentFlow else {
            return begin(intent, text: wish.text)
        }
        guard frame.flow == flow || isClearWish(reading) || namesWhat(flow, needs: reading)
        else { return false }
        if try handle(.intent(intent)) { return true }
        if frame.flow == flow {
            hear(reading)
            // What was said before a confirmation is not said again with it.
            let isConfirming = frame.phase == .asking(.confirmation)
            withFrame { $0.phase = isConfirming ? .resuming : .entering }
            return true
        }
        if state.stack.contains(where: { $0.flow == flow }) {
            if !returnsBelow(to: flow, reading) { resumeBelow() }
            return true
        }
        switch current.state(frame.state)?.digression ?? .allow {
        case .allow: return begin(intent, text: wish.text)
        case .finishFirst:
            note(wish)
            say("repair.noted", arguments: ["wish": .text(title(of: intent))])
        case .forbid: say("repair.finish_first")
        }
        resumeBelow()
        return true
    }

    /// While a question is open, a few words that only resemble a wish are none.
    private func isClearWish(_ reading: Interpretation) -> Bool {
        guard isAsking, case .ranked(_, let probability) = reading.verdict else { return true }
        return probability >= 0.75 && reading.wordCount > 3
    }

    /// "Swap mine in 1042": it tells what the open flow has no slot for and the other one has.
    private func namesWhat(_ flow: String, needs reading: Interpretation) -> Bool {
        func kinds(_ flow: Flow?) -> Set<String> {
            Set((flow?.slots ?? []).compactMap { book.types[$0.type.name]?.entity })
        }
        let own = kinds(book.flows[flow]).subtracting(kinds(currentFlow))
        return reading.verdict.confidence >= 0.5 && reading.tokens.count > 3
            && reading.entities.contains { own.contains($0.kind) && !$0.isNegated }
    }

    /// "And 1071?": only a thing that the last wish can be asked again with.
    private mutating func continuesLastWish(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, reading.wordCount <= 6, !reading.verdict.isRule,
            let intent = state.lastWish,
            let flow = book.flowOfIntent[intent].flatMap({ book.flows[$0] })
        else { return false }
        let kinds = flow.slots.compactMap { book.types[$0.type.name]?.entity }
        let isNamed = reading.entities.contains { kinds.contains($0.kind) && !$0.isNegated }
        let isOther =
            reading.mentions.contains("other_words")
            && flow.slots.contains(where: dialogue.isNamedByID)
        // "And in black?": nothing is changed by it, and nobody's data shown.
        let follows =
            reading.mentions.contains("follow_words") && flow.request == nil && flow.needs == nil
            && !flow.slots.isEmpty
        guard isOther || follows || (isNamed && reading.wordCount <= 4) else { return false }
        state.intent = intent
        return begin(intent, text: reading.text)
    }

    /// Opens an intent's flow, or says the knowledge article and returns to the open question.
    mutating func begin(_ intent: String, text: String) -> Bool {
        if let flow = book.flowOfIntent[intent] {
            if state.stack.contains(where: { $0.flow == flow }) {
                resumeBelow()
                return true
            }
            state.lastWish = intent
            open(flow: flow, utterance: text)
            return true
        }
        guard book.replies.has(intent) else { return false }
        say(intent)
        resumeBelow()
        return true
    }

    private mutating func notUnderstood(_ reading: Interpretation) {
        state.failedTurns += 1
        if book.flows["not_understood"] != nil {
            open(flow: "not_understood", utterance: reading.text)
        } else {
            say("repair.how_can_i_help")
            resumeBelow()
        }
    }
}
