import Facts
import Understanding

/// Yes or no to a confirmation: the only way to a write, so nothing but a plain yes to that very question is one.
extension TurnRun {
    mutating func answersConfirmation(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard case .asking(.confirmation) = state.stack.last?.phase, let flow = currentFlow,
            case .confirm(let ask, let agreed, let declined) = flow.state(
                state.stack.last?.state ?? "")?.body
        else { return false }
        if try comesBefore(reading) { return true }
        if try speaksOfRest(reading, ask, agreed) { return true }
        let further = try wishBehindYes(reading)
        if further.map(namesOtherOrder) != true, try editsList(reading) { return true }
        if let further {
            return try agrees(to: ask, agreed, in: reading, besides: further)
        }
        if try keepsThing(reading) { return true }
        if try keepsAll(reading, declined) { return true }
        if try addsBesideYes(reading) { return true }
        if let replies = try answerBesideYes(reading, to: ask) {
            return try agrees(
                to: ask, agreed, in: reading, besides: nil, hasWishes: false, answering: replies)
        }
        let agreesWithRemarks = try agreesBesideRemarks(reading, to: ask)
        let question =
            reading.answer != .no && !agreesWithRemarks ? questionBehindYes(reading) : nil
        if let question {
            if try answersAside(question.reading) { return true }
            if try answers(question, where: 0.3, isFirst: true) { return true }
        }
        if agreesWithRemarks || agreesAtLast(reading, to: ask) {
            return try agrees(to: ask, agreed, in: reading, besides: nil, hasWishes: false)
        }
        if try tellsNothingNew(reading) { return true }
        if try leavesForOtherOrder(reading, declined) { return true }
        if try changesMind(reading, declined, agreed) { return true }
        if try takesReason(reading, agreed) { return true }
        // "No, not a refund for the tablet, send me the same one again" names no other order.
        if reading.answer == .no, try turnsElsewhere(reading) { return true }
        if try corrects(reading) { return true }
        if agreesPlainly(reading, to: ask) {
            return try agrees(to: ask, agreed, in: reading, besides: nil)
        }
        if reading.answer != .yes, try wantsAnother(reading) { return true }
        if try retakes(reading) { return true }
        if isForOthers(reading) { return false }
        let isDenied = fullID(ask) == "repair.offer_handoff" && wishesBesideNo(reading)
        switch isDenied ? .no : reading.answer {
        case .yes? where state.lastSaid.isEmpty:
            // The pack was reloaded meanwhile: what the question says may have changed.
            resumeBelow()
        case .yes?:
            guard let said = state.lastSaid.last, said.reply == fullID(ask),
                leadsToWrite(agreed, in: flow)
                    ? isWholeYes(reading, to: said.text, orFurtherWishes: true)
                    : !reading.mentions.contains("hesitation_words")
            else { return try asksOnceMore(reading, question) }
            return try agrees(to: ask, agreed, in: reading, besides: nil)
        case .no?
        where reading.mentions.contains("report_words")
            && !isPlainNo(reading, to: state.lastSaid.last?.text ?? ""):
            // "No, nobody has it" tells something; it turns nothing down.
            say("repair.plain_answer")
            resumeBelow()
        case .no?:
            try declines(reading, declined, agreed, isDenied: isDenied)
        case nil:
            if try declinesFirst(reading, declined) { return true }
            guard reading.asksAnything else { return false }
            return try answers(
                QuestionBehindYes(reading: reading, isMarked: true), where: 0.3)
        }
        return true
    }

    /// What is asked already, or noted for later.
    private mutating func tellsNothingNew(_ reading: Interpretation) throws(Interruption) -> Bool {
        if tellsOnceMore(reading) { return true }
        return try missesNoted(reading)
    }

    /// A certain wish for something else; "I mixed it up, all good" agrees to nothing.
    private func isForOthers(_ reading: Interpretation) -> Bool {
        isCertainlyAnotherWish(reading) && !isRepair(reading) && reading.clauses.count < 2
            || reading.answer == .yes && reading.verdict.isRule
                && reading.verdict.intent == Self.dropping
    }

    /// "Yes please, and then the others": the others come next where something is noted, else nobody knows which they
    /// are. The other version of what is exchanged is none of them.
    private mutating func speaksOfRest(
        _ reading: Interpretation, _ ask: String, _ agreed: Step
    ) throws(Interruption) -> Bool {
        guard let question = state.lastSaid.last?.text, reading.answer == .yes else { return false }
        let said = sentences(of: reading)
        let others = said.filter { !isOnlyOfRest($0) }
        guard others.count < said.count,
            others.allSatisfy({ isPlainYes($0.tokens, to: question) })
        else { return false }
        if try agreesBesideRemarks(reading, to: ask) {
            return try agrees(to: ask, agreed, in: reading, besides: nil, hasWishes: false)
        }
        return try asksOnceMore(reading, nil)
    }

    /// "No thanks, I changed my mind" turns it down, and tells no reason of a return.
    private mutating func changesMind(
        _ reading: Interpretation, _ declined: Step, _ agreed: Step
    ) throws(Interruption) -> Bool {
        guard let flow = currentFlow, leadsToWrite(agreed, in: flow),
            reading.mentions.contains("mind_words"), reading.answer != .yes,
            reading.wordCount <= Self.fewOfMind, !namesAnyOfShop(reading)
        else { return false }
        try declines(reading, declined, agreed, isDenied: false)
        return true
    }

    private static let fewOfMind = 12

    /// Questions that the confirmation answers, and what has to be done before it.
    private mutating func comesBefore(_ reading: Interpretation) throws(Interruption) -> Bool {
        if try answersEach(reading) { return true }
        if try beginsBeforehand(reading) { return true }
        return try answersAside(reading)
    }

    /// What is asked beside the yes is answered; then a plain yes or no is wanted.
    private mutating func asksOnceMore(
        _ reading: Interpretation, _ question: QuestionBehindYes?
    ) throws(Interruption) -> Bool {
        if let question, try answers(question, where: question.isMarked ? 0.15 : 0.65) {
            return true
        }
        let isUnanswered = question?.isMarked == true && book.replies.has("repair.unanswered")
        say(isUnanswered ? "repair.unanswered" : plainAnswerWanted(by: reading))
        resumeBelow()
        return true
    }

    /// A no: what is wished beside it goes on with the same things, is noted, or is asked for.
    private mutating func declines(
        _ reading: Interpretation, _ declined: Step, _ agreed: Step, isDenied: Bool
    ) throws(Interruption) {
        if try turnsElsewhere(reading) { return }
        if let flow = currentFlow, leadsToWrite(agreed, in: flow), takesNoBack(reading) {
            say("repair.plain_yes")
            return resumeBelow()
        }
        let noted = state.wishes.count
        if isDenied, let intent = reading.verdict.intent {
            note(Wish(intent: intent, text: reading.text))
        }
        if !cancelsThis(reading) {
            noteFurtherWishes(reading, isAnswer: true)
            noteOnlyWish(reading)
            if state.wishes.count == noted, let wish = wishBehindNo(reading) { note(wish) }
        }
        if state.wishes.count == noted, let flow = currentFlow, leadsToWrite(agreed, in: flow),
            asksWhatInstead(reading)
        {
            return
        }
        noteTaken(.declined)
        try apply(declined)
    }

    /// "No! Cancel that", at the confirmation of another address: what was asked, and no order.
    private func cancelsThis(_ reading: Interpretation) -> Bool {
        let question = state.lastSaid.last?.text ?? ""
        return !dialogue.words[.refusals, reading.language].isEmpty
            && isPlainNo(reading, to: question)
            && !reading.mentions.contains("order_words") && !namesID(reading)
    }

    /// "Ok no then. Yes to the return, I mean": another sentence agrees at last.
    private func takesNoBack(_ reading: Interpretation) -> Bool {
        let sentences = reading.sentenceRanges
        guard sentences.count > 1, let last = sentences.last else { return false }
        return self.reading([last], of: reading).answer == .yes
    }

    /// "Yes checked all that, the neighbours have nothing" tells something beside, which is heard.
    private func plainAnswerWanted(by reading: Interpretation) -> String {
        let reports =
            reading.mentions.contains("report_words")
            && !reading.mentions.contains("hesitation_words")
        return reports ? "repair.plain_answer" : "repair.plain_yes"
    }

    /// "Na dann ja", "ok, search for it": a yes and nothing but words that agree, or that the question has.
    private func agreesPlainly(_ reading: Interpretation, to ask: String) -> Bool {
        guard let question = state.lastSaid.last, question.reply == fullID(ask) else {
            return false
        }
        if isWholeYes(reading, to: question.text) { return true }
        let number = numberAsked(in: question.text)
        guard reading.answer != .no, !number.isEmpty,
            !isPlainYes(reading.tokens, to: question.text),
            isPlainYes(reading.tokens, to: question.text, besides: number)
        else { return false }
        // "1024 is right" tells which order, and not that it shall be done.
        let weak = dialogue.words[.acknowledgements, reading.language]
        return reading.tokens.contains { token in
            !weak.contains([token.folded])
                && reading.text(from: token.start, to: token.end).map(interpretation)?.answer
                    == .yes
        }
    }

    /// The yes counts where the question still holds; `further` is what was wished behind it, and `replies` answer what
    /// was asked with it.
    private mutating func agrees(
        to ask: String, _ agreed: Step, in reading: Interpretation,
        besides further: Interpretation?, hasWishes: Bool = true, answering replies: [String] = []
    ) throws(Interruption) -> Bool {
        guard let question = state.lastSaid.last, question.reply == fullID(ask),
            try isStillTrue(question)
        else {
            // What was promised has changed meanwhile: the question is asked anew.
            resumeBelow()
            return true
        }
        if let flow = currentFlow, leadsToWrite(agreed, in: flow), isDoubtful(reading, further) {
            say("repair.plain_yes")
            resumeBelow()
            return true
        }
        withFrame { $0.consent = Consent(question: question.text, answer: reading.text) }
        if let further {
            try noteAll(further)
        } else if hasWishes {
            noteFurtherWishes(reading, isAnswer: true)
        }
        noteTaken(.agreed)
        try sayAll(replies)
        try apply(agreed)
        return true
    }

    /// The last of such tokens before which nothing but a plain yes to the open question stands.
    func endOfYes(in reading: Interpretation, at isEnd: (Token) -> Bool) -> Int? {
        guard let question = state.lastSaid.last else { return nil }
        let tokens = reading.tokens
        return tokens.indices.last { place in
            isEnd(tokens[place]) && tokens[..<place].contains { !$0.isPunctuation }
                && isWholeYes(Array(tokens[..<place]), to: question.text)
        }
    }

    /// "No, I said silicone": it says more than no, and what that means is not understood. The request stays open, and
    /// the customer is asked once what shall be different.
    mutating func asksWhatInstead(_ reading: Interpretation) -> Bool {
        let id = "repair.what_instead"
        guard book.replies.has(id), let question = state.lastSaid.last, question.reply != id,
            !isRepair(reading) || reading.verdict.confidence < 0.75, choosesAnything,
            !isPlainNo(reading, to: question.text)
        else { return false }
        say(id)
        return true
    }

    /// The flow has something to choose but its order: items, versions, ways to pay.
    private var choosesAnything: Bool {
        currentFlow?.slots.contains { slot in
            !dialogue.isNamedByID(slot) && book.types[slot.type.name]?.choices != nil
        } == true
    }

    /// Every word of it declines: a no, one of the pack's `refusal_words`, or the question itself asked with it.
    func isPlainNo(_ reading: Interpretation, to question: String) -> Bool {
        let left = reading.tokens.filter { !$0.isPunctuation && !reading.isAnswer($0) }
        let words = dialogue.words[.refusals, reading.language]
        return words.isEmpty
            || left.isCovered(by: [PhraseIndex(words), PhraseIndex(wordsAsked(in: question))])
    }

    /// The shop would still do what the question said: its values, looked up again, are the same.
    private mutating func isStillTrue(
        _ question: SaidReply
    ) throws(Interruption) -> Bool {
        let names = question.arguments.names.map { $0.split(separator: ".").map(String.init) }
        try prefetch(names)
        let facts = KnownFacts(run: self)
        return names.allSatisfy { path in
            guard let root = path.first, let value = facts.value(at: [root]) else { return true }
            let now = named(value, slot: root).value(at: path.dropFirst())
            return now == question.arguments[path.joined(separator: ".")]
        }
    }

    /// Where a yes changes nothing in the shop ("does it still not work?"), more words may stand beside it.
    private func leadsToWrite(_ step: Step, in flow: Flow) -> Bool {
        write(behind: step, in: flow) != nil
    }

    /// The write that the step leads to at once.
    func write(behind step: Step, in flow: Flow) -> String? {
        guard case .state(let id) = step.destination,
            case .perform(let use, _, _) = flow.state(id)?.body,
            book.actions[use.action]?.access == .write
        else { return nil }
        return use.action
    }
}

extension Interpretation {
    /// It belongs to a yes or a no.
    fileprivate func isAnswer(_ token: Token) -> Bool {
        entities.contains {
            $0.kind == "yes_no" && $0.start <= token.start && token.end <= $0.end
        }
    }
}
