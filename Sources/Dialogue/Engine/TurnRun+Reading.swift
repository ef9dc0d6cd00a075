import Facts
import Understanding

/// What an utterance means here, in the fixed priority: answer to the open question, correction, repair,
/// knowledge, new wish, not understood.
extension TurnRun {
    mutating func read(_ whole: Interpretation) throws(Interruption) {
        try prefetchGuards()
        if takesOver(whole) { beginAnew() }
        let reading = withWishBeside(withoutOwnCode(whole))
        let confirming = confirmationOpen
        state.working?.confirming = confirming
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
        if asksForPerson(reading) { return .repair }
        if asksInGeneral(reading) { return .knowledge }
        if deniesOpenWish(reading) || refusesWish(reading) { return .wish }
        if givesUpAtLast(reading) { return .repair }
        if try answersConfirmation(reading) { return .confirmation }
        if try answersSlot(reading) { return .answer }
        if try corrects(reading) { return .correction }
        if introducesAgain(reading) { return .introduction }
        if try continuesLastWish(reading) { return .continuation }
        if continuesLastQuestion(reading) { return .continuation }
        if onlyIntroduces(reading) { return .introduction }
        if try repairs(reading) { return .repair }
        if try digressesToKnowledge(reading) { return .knowledge }
        if asksOnInGeneral(reading) { return .knowledge }
        if isSmallTalk(reading.verdict.intent), try asksAboutRange(reading) { return .wish }
        if try bringsNewWish(reading) { return .wish }
        if state.working?.isReturn == true { return nil }
        if !wishesBeside(reading), introduces(reading) { return .introduction }
        if answersPartly(reading) { return .knowledge }
        if try isCloseCall(reading) { return .closeCall }
        if introduces(reading) { return .introduction }
        if try asksAboutRange(reading) { return .wish }
        return answersClosingQuestion(reading) ? .closing : nil
    }

    /// "Is there anything else?" – "yes", "no": nothing is open, so it is no answer to a question of a flow.
    private mutating func answersClosingQuestion(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, state.outcome != nil, let answer = reading.answer else {
            return false
        }
        switch answer {
        case .yes: say("repair.how_can_i_help")
        case .no where reading.wordCount > Self.plainNo:
            // "No.. thank you, sad that it didn't work out" is thanks, and no other wish.
            if let likely = reading.ranking.first?.intent, isRepairOnly(likely) {
                return begin(likely, text: reading.text)
            }
            say("repair.how_can_i_help")
        case .no: say("repair.goodbye")
        }
        return true
    }

    /// "No not that. The dumbbell order" is no goodbye.
    private static let plainNo = 5

    private mutating func remember(_ reading: Interpretation) {
        remember(reading.entities.filter { !$0.isNegated && $0.kind != "yes_no" })
    }

    /// Keeps entities for later questions; the newest 20.
    mutating func remember(_ entities: [Entity]) {
        state.earlier = Array((state.earlier + entities).suffix(20))
    }

    // MARK: Other wishes

    /// A whole sentence about something else: "I want to send back the lamp from order 1024" is no answer to "which
    /// order do you wait for?".
    func isPlainlyAnotherWish(_ reading: Interpretation) -> Bool {
        guard case .ranked(let intent, let probability) = reading.verdict, probability >= 0.85,
            wordsBesideAddress(part(of: reading, for: intent)) > 7,
            !reading.mentions.contains("unknown_words"),
            let flow = book.flowOfIntent[intent], book.flows[flow]?.kind == .intent,
            !describesWithReason(reading)
        else { return false }
        return !isOpen(flow)
    }

    /// "Avec la Visa. Au fait, je n'ai plus le carton": of several parts the one that is the likely wish, where the
    /// whole is not.
    private func part(of reading: Interpretation, for intent: String) -> Interpretation {
        let own = reading.clauses.filter { $0.verdict.intent == intent && !$0.isNegated }
        let isWhole = reading.ranking.first.map { $0.probability >= Self.wishConfidence }
        guard isWhole == false, reading.clauses.count > 1, own.count == 1,
            let part = words(of: own[0], in: reading)
        else { return reading }
        return part
    }

    /// "Kastanienallee 12, 3. Stock, 10435 Berlin" is no sentence, however many words it has.
    private func wordsBesideAddress(_ reading: Interpretation) -> Int {
        let address = reading.entities.first { $0.kind == BuiltInEntity.address.rawValue }
        guard let address else { return reading.wordCount }
        return reading.tokens.count {
            !$0.isPunctuation && !(address.start <= $0.start && $0.end <= address.end)
        }
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
            !isAsking || reading.verdict.confidence >= 0.9 || dropsPlainly(reading, intent)
        else { return false }
        noteFurtherWishes(reading)
        if isAsking, try handle(.intent(intent)) { return true }
        if answersArticlesBehindRepair(reading) { return true }
        open(flow: id, utterance: reading.text)
        return true
    }

    /// "Stop. Cancel", "nein danke, hat sich erledigt" in answer to how it is paid: every word gives up.
    private func dropsPlainly(_ reading: Interpretation, _ intent: String) -> Bool {
        guard case .asking(.slot) = state.stack.last?.phase, intent == Self.dropping,
            reading.verdict.confidence >= 0.4
        else { return false }
        return isPlainNo(reading, to: "")
    }

    private mutating func digressesToKnowledge(
        _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard let intent = reading.verdict.intent, book.flowOfIntent[intent] == nil,
            book.replies.has(intent)
        else { return false }
        noteFurtherWishes(reading)
        // "No, the invoice", in answer to "what is the new address?", "I don't have the box any more" at a
        // confirmation: the flow says what becomes of it.
        if isAsking, try handle(.intent(intent)) { return true }
        dropsUnmeant(reading)
        return answerArticles(intent, in: reading)
    }

    private mutating func bringsNewWish(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let wish = mainWish(of: reading), let flow = book.flowOfIntent[wish.intent] else {
            return false
        }
        let intent = wish.intent
        if asksAside(reading, wish.intent, flow) { return false }
        noteFurtherWishes(reading)
        guard let frame = state.stack.last, let current = currentFlow else {
            answerArticles(beside: intent, in: reading)
            return begin(intent, text: wish.text)
        }
        var isMeant =
            frame.flow == flow || wishesAnother(reading) || namesWhat(flow, needs: reading)
            || isExpected(intent, reading)
        if !isMeant { isMeant = try isClearWish(reading) }
        guard isMeant else { return false }
        // What leads to a handler may fill the flow's slots: "just so; can you put the money on my card?"
        let handler = handler(for: .intent(intent), in: current, state: frame.state)
        // "I want to return order 1042", at an exchange of another: that is a request of its own, and not instead.
        let isOfOther =
            handler?.step.leadsElsewhere == true && reading.answer != .no
            && !reading.clauses.contains(where: \.isNegated) && namesAnotherID(reading)
        if handler != nil, !isOfOther { hear(reading) }
        if !isOfOther, try handle(.intent(intent)) { return true }
        if frame.flow == flow {
            // What was said before a confirmation is not said again with it; what is asked there is answered.
            let isConfirming = frame.phase == .asking(.confirmation)
            // "I want to cancel the duvet, 1057", where another order was taken.
            if namesAnotherID(reading), try corrects(reading, takesBack: true) { return true }
            if isConfirming, reading.asksAnything, book.replies.has("repair.unanswered") {
                return false
            }
            hear(reading)
            withFrame { $0.phase = isConfirming ? .resuming : .entering }
            return true
        }
        if state.stack.contains(where: { $0.flow == flow }) {
            if !returnsBelow(to: flow, reading) { resumeBelow() }
            return true
        }
        switch current.state(frame.state)?.digression ?? .allow {
        case .allow:
            dropsUnmeant(reading)
            return begin(intent, text: wish.text)
        // "Why the e-mail?", "can the table be returned?" are answered, and no wishes for later.
        case .finishFirst where book.flows[flow]?.kind == .repair || isForAnybody(flow):
            return begin(intent, text: wish.text)
        case .finishFirst:
            note(wish)
            say("repair.noted", arguments: ["wish": .text(title(of: intent))])
        case .forbid: say("repair.finish_first")
        }
        resumeBelow()
        return true
    }

    /// "Does a kettle count as electronics?" at the confirmation of a return: a question about what is being done,
    /// unless it names something else, or what shall be done instead.
    private func asksAside(
        _ reading: Interpretation, _ intent: String, _ flow: String
    ) -> Bool {
        guard case .asking(.confirmation) = state.stack.last?.phase, reading.asksAnything,
            flow != currentFlow?.id, currentFlow?.request != nil, !reading.verdict.isRule,
            !isLook(flow),
            let question = state.lastSaid.last, book.replies.has("repair.unanswered"),
            !isAnsweredHere(intent)
        else { return false }
        let isClear = reading.verdict.confidence >= Self.clauseConfidence
        if isClear, currentFlow?.handlers.contains(where: { $0.trigger == .intent(intent) }) == true
        {
            return false
        }
        let isInstead = isClear && book.flows[flow]?.request != nil && !onlyAsks(reading)
        let asked = question.text.lowercased()
        let namesElse =
            namedProducts(in: reading).contains { !asked.contains($0.lowercased()) }
            || reading.entities.contains { entity in
                dialogue.kinds.namedByID.contains(entity.kind)
                    && !asked.contains(reading.text(from: entity.start, to: entity.end) ?? "")
            }
        return !isInstead && !namesElse
    }

    /// It tells what holds for everybody, and changes nothing: "do you have this rug in blue?"
    func isForAnybody(_ flow: String) -> Bool {
        book.flows[flow].map {
            $0.kind == .intent && $0.request == nil && $0.needs == nil && !$0.slots.isEmpty
        } == true
    }

    /// It asks nothing and changes nothing: "what is on my gift card?"
    func isLook(_ flow: String) -> Bool {
        book.flows[flow].map { $0.kind == .intent && $0.request == nil && $0.slots.isEmpty } == true
    }

    /// The open flow says what becomes of such a wish, so a likely one is enough: "I'd rather have my money back".
    private mutating func isExpected(_ intent: String, _ reading: Interpretation) -> Bool {
        guard let flow = currentFlow, let state = state.stack.last?.state,
            reading.verdict.confidence >= 0.5, reading.wordCount > 3 || isQuoted(reading)
        else { return false }
        return handler(for: .intent(intent), in: flow, state: state) != nil
    }

    /// "Refund", where the question says: for the money, say “refund”.
    private func isQuoted(_ reading: Interpretation) -> Bool {
        guard let question = state.lastSaid.last?.text.lowercased() else { return false }
        let words = reading.tokens.filter { !$0.isPunctuation }.map(\.folded)
        return !words.isEmpty
            && ["“": "”", "„": "“", "«": "»", "« ": " »", "「": "」"].contains { open, close in
                question.contains(open + words.joined(separator: " ") + close)
            }
    }

    /// While a question is open, a few words that only resemble a wish are none.
    private func isClearWish(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard isAsking, case .ranked(_, let probability) = reading.verdict else { return true }
        if probability >= 0.75, reading.wordCount > 3 { return true }
        guard probability >= Self.wishConfidence else { return false }
        return try namesThingElsewhere(reading)
    }

    /// "The headphones order, has it shipped?", in answer to which refund: it names what one of the orders holds that
    /// the likely wish can be about.
    private func namesThingElsewhere(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard case .asking(.slot(let id, nil)) = state.stack.last?.phase,
            let slot = currentFlow?.slot(id), !slot.isMany,
            book.types[slot.type.name]?.choices != nil, namesAnyOfShop(reading),
            let intent = reading.verdict.intent, isWish(intent),
            let order = book.flow(of: intent)?.slots.first(where: dialogue.isNamedByID),
            let offers = try choices(for: order, member: nil)
        else { return false }
        return !passages(of: reading, among: offers.flatMap { things(in: $0.choice) }).isEmpty
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
    private mutating func continuesLastWish(
        _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard state.stack.isEmpty, reading.wordCount <= 6, !reading.verdict.isRule,
            let intent = state.lastWish,
            let flow = book.flow(of: intent), !isOtherWish(reading, than: flow)
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
        var isMeant = isOther || follows || (isNamed && reading.wordCount <= 4)
        if !isMeant { isMeant = try leans(on: flow, reading) }
        guard isMeant else { return false }
        state.intent = intent
        return begin(intent, text: reading.text)
    }

    /// "Track 1071 for me", after a cancellation, cancels nothing.
    private func isOtherWish(_ reading: Interpretation, than flow: Flow) -> Bool {
        guard reading.verdict.confidence >= Self.wishConfidence, let intent = reading.verdict.intent
        else { return false }
        return isWish(intent) && book.flowOfIntent[intent] != flow.id
    }

    /// Opens an intent's flow, or says the knowledge article and returns to the open question.
    mutating func begin(_ intent: String, text: String) -> Bool {
        if let flow = book.flowOfIntent[intent] {
            if state.stack.contains(where: { $0.flow == flow }) {
                resumeBelow()
                return true
            }
            state.lastWish = intent
            keepQuestion(intent, text)
            open(flow: flow, utterance: text)
            return true
        }
        guard book.replies.has(intent) else { return false }
        keepQuestion(intent, text)
        say(intent)
        resumeBelow()
        return true
    }

    private mutating func notUnderstood(_ reading: Interpretation) {
        if asksAtConfirmation(reading) {
            say("repair.unanswered")
            return resumeBelow()
        }
        state.failedTurns += 1
        if state.stack.isEmpty, state.failedTurns == 1, saysMore(than: reading),
            book.replies.has(Self.missed)
        {
            say(Self.missed)
        } else if book.flows["not_understood"] != nil {
            open(flow: "not_understood", utterance: reading.text)
        } else {
            say("repair.how_can_i_help")
            resumeBelow()
        }
    }

    /// A question that nothing answers, where only a yes or a no is open: no words are missing, an answer is.
    private func asksAtConfirmation(_ reading: Interpretation) -> Bool {
        guard case .asking(.confirmation) = state.stack.last?.phase, reading.asksAnything,
            reading.wordCount > 3, !state.lastSaid.isEmpty
        else { return false }
        return book.replies.has("repair.unanswered")
            && !state.lastSaid.contains { $0.reply == "repair.unanswered" }
    }
}
