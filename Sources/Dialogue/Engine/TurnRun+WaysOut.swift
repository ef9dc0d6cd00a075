import Facts
import Understanding

/// Out of any open question: to a person who is asked for, and where the same question comes for the third time.
extension TurnRun {
    /// "My purifier is not from that order. Colleague, please": a sentence of its own that certainly asks for a person,
    /// whatever else is told and asked.
    mutating func asksForPerson(_ reading: Interpretation) -> Bool {
        guard reading.sentenceRanges.count > 1 else { return false }
        for range in reading.sentenceRanges {
            let sentence = self.reading([range], of: reading)
            guard sentence.verdict.isRule, let intent = sentence.verdict.intent,
                book.flow(of: intent)?.callsPerson == true
            else { continue }
            state.intent = intent
            return begin(intent, text: reading.text)
        }
        return false
    }

    /// "No exchange!", "keine Adresse ändern!", in answer to a question of that flow: a word that denies, and behind it
    /// nothing but what the flow does. What else is wished begins, else the flow is dropped.
    mutating func deniesOpenWish(_ reading: Interpretation) -> Bool {
        guard case .asking(.slot) = state.stack.last?.phase, let place = openWish,
            let first = reading.sentenceRanges.first, !answersOpenSlot(reading),
            let denied = denied(in: self.reading([first], of: reading)),
            mayOpen(state.stack[place].flow, denied)
        else { return false }
        let rest = reading.behindFirstSentence.map { interpretation(of: $0.rest) }
        if let rest, let intent = rest.verdict.intent, isWish(intent),
            rest.verdict.confidence >= Self.wishConfidence
        {
            let (flow, slots) = (currentFlow, state.stack.last?.slots ?? Record())
            leave(downTo: place)
            state.intent = intent
            guard begin(intent, text: rest.text) else { return false }
            if let flow { takesOver(slots, of: flow, reading) }
            return true
        }
        return drops(reading)
    }

    /// What stands behind the word that denies, where that is not set apart: "no, exchange it" denies nothing.
    private func denied(in sentence: Interpretation) -> Interpretation? {
        let tokens = withoutNo(sentence).tokens
        guard let last = tokens.lastIndex(where: { !$0.isPunctuation }),
            (1...Self.mostDenied).contains(last),
            let end = dialogue.words[.denials, sentence.language].filter({
                tokens.map(\.folded).starts(with: $0)
            }).map(\.count).max(), end <= last,
            !tokens[...last].contains(where: \.isPunctuation)
        else { return nil }
        return reading([end..<last + 1], of: withoutNo(sentence))
    }

    /// Of "no, not a return" the rest.
    private func withoutNo(_ sentence: Interpretation) -> Interpretation {
        let tokens = sentence.tokens
        guard tokens.count > 3, tokens[1].isPunctuation,
            reading([0..<1], of: sentence).answer == .no
        else { return sentence }
        return reading([2..<tokens.count], of: sentence)
    }

    /// The words are what opens the flow, or near it ("Rückgabe", which by itself rather asks for the rules); and none
    /// of what the question asks for: "not damaged", "not the black one", "no idea".
    private func mayOpen(_ flow: String, _ reading: Interpretation) -> Bool {
        guard !namesAnyOfShop(reading),
            !Self.answering.contains(where: reading.mentions.contains)
        else { return false }
        if let intent = reading.verdict.intent, book.flowOfIntent[intent] == flow { return true }
        return reading.ranking.prefix(Self.near).contains {
            $0.probability >= Self.likelyDenied && book.flowOfIntent[$0.intent] == flow
        }
    }

    private static let mostDenied = 4
    /// It has a value of what is asked for: "no longer needed".
    private func answersOpenSlot(_ reading: Interpretation) -> Bool {
        guard case .asking(.slot(let id, _)) = state.stack.last?.phase,
            let slot = currentFlow?.slot(id), let kind = book.types[slot.type.name]?.entity
        else { return false }
        return reading.entities.contains { $0.kind == kind }
    }

    private static let near = 3
    private static let likelyDenied = 0.05
    private static let answering = [
        "unknown_words", "other_words", "pointing_words", "waiting_words",
    ]

    /// "Nonsense, not the account. Forget it.": the last sentence certainly gives up, and nothing else is wished; and
    /// "no thanks", in answer to which one.
    mutating func givesUpAtLast(_ reading: Interpretation) -> Bool {
        guard case .asking(.slot) = state.stack.last?.phase, let place = openWish,
            book.flows[state.stack[place].flow]?.request != nil
        else { return false }
        if reading.answer == .no, isRepairOnly(reading.verdict.intent ?? ""),
            reading.wordCount > 1, isPlainNo(reading, to: "")
        {
            return drops(reading)
        }
        guard reading.sentenceRanges.count > 1, let last = reading.sentenceRanges.last else {
            return false
        }
        let end = self.reading([last], of: reading).verdict
        let rest = self.reading(Array(reading.sentenceRanges.dropLast()), of: reading)
        guard end.isRule, end.intent == Self.dropping,
            clearWishes(in: rest).allSatisfy({ isOpen(book.flowOfIntent[$0.intent] ?? "") })
        else { return false }
        return drops(reading)
    }

    /// "No! Customs! The parcel is stuck", in answer to the first question of a flow that was not meant: it does not
    /// come back behind what is wished.
    mutating func dropsUnmeant(_ reading: Interpretation) {
        guard reading.answer == .no, case .asking(.slot) = state.stack.last?.phase,
            let place = openWish, place == state.stack.count - 1,
            state.stack[place].answered.isEmpty
        else { return }
        leave(downTo: place)
    }

    private mutating func drops(_ reading: Interpretation) -> Bool {
        guard book.flows[Self.dropping] != nil else { return false }
        open(flow: Self.dropping, utterance: reading.text)
        return true
    }

    /// "Which order is late?", asked once more and once more: before the third time it is said how to get out of it.
    mutating func offersWaysOut() {
        guard state.working?.utterance != nil else { return }
        guard let question = questionAsked else { return state.insisting = nil }
        guard isUnheard || state.insisting?.question != question else { return }
        let turns = state.insisting?.question == question ? (state.insisting?.turns ?? 0) + 1 : 1
        state.insisting = Insistence(question: question, turns: turns)
        guard turns >= 3, !turns.isMultiple(of: 2), book.replies.has(Self.wayOut),
            let place = state.working?.said.indices.last
        else { return }
        say(Self.wayOut)
        guard let said = state.working?.said, said.count > place + 1 else { return }
        state.working?.said = said[..<place] + [said[place + 1], said[place]]
    }

    /// What is open and was said in this turn, with what may be answered; nil where nothing is.
    private var questionAsked: String? {
        guard let working = state.working, working.handoff == nil, !working.keepsQuestion,
            let said = working.said.last, let frame = state.stack.last,
            case .asking(let question) = frame.phase
        else { return nil }
        let place = "\(frame.flow)/\(frame.state)"
        switch question {
        case .confirmation: return "\(place): \(said.text)"
        case .slot(let id, let member):
            let parts = frame.begun[id]?.record?.fields.count ?? 0
            let shown = state.shown.map(\.id).joined(separator: " ")
            return "\(place)/\(id) \(member ?? 0) \(parts): \(shown)"
        }
    }

    /// Nothing was said besides the question but that the words did not do: who is answered something, is heard.
    private var isUnheard: Bool {
        state.working?.said.dropLast().allSatisfy { Self.unheard.contains($0.reply) } == true
    }

    private static let wayOut = "repair.way_out"
    private static let unheard = [
        "repair.not_understood", "repair.not_understood_choices", "repair.plain_answer",
        "repair.plain_yes", "repair.unanswered",
    ]
}

extension Flow {
    /// A repair that does nothing but hand over.
    fileprivate var callsPerson: Bool {
        guard kind == .repair, case .choose(let branches)? = states.first?.body else {
            return false
        }
        return branches.allSatisfy { branch in
            if case .handoff = branch.step.destination { true } else { false }
        }
    }
}
