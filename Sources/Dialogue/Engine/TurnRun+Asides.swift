import Facts
import Understanding

/// Questions about what the open request is about, answered out of its own order; then it is asked again.
extension TurnRun {
    /// "What is all in there?", "did I pay with Visa?", at a confirmation or a choice: the first of the pack's asides
    /// that the words ask for and that holds here.
    mutating func answersAside(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard currentFlow?.request != nil, state.customer != nil,
            reading.wordCount <= Self.longestAside, !reading.mentions.contains("wish_words"),
            !reading.soundsLikeCorrection
        else { return false }
        for aside in book.asides
        where reading.mentions.contains(aside.asked) && asks(reading, in: aside.asked) {
            if try answers(with: aside, reading) { return true }
        }
        return false
    }

    /// What the pack's asides say to a question that was asked with the wish; nil where none holds.
    func repliesAside(to question: Interpretation) throws(Interruption) -> [String]? {
        for aside in book.asides
        where !aside.say.isEmpty && !aside.tellsAmount && !aside.isOfThings
            && question.mentions.contains(aside.asked) && asks(question, in: aside.asked)
        {
            try prefetch(aside.when.fields)
            if aside.when.holds(in: KnownFacts(run: self)) { return aside.say }
        }
        return nil
    }

    /// "Where do I send it?" behind a yes: what answers it, where the yes counts whatever the answer is.
    mutating func repliesBesideYes(
        _ question: Interpretation
    ) throws(Interruption) -> [String]? {
        guard question.wordCount <= Self.longestAside,
            !question.soundsLikeCorrection, !namesAnotherID(question),
            !isSpoiled(question, but: Self.asking)
        else { return nil }
        for aside in book.asides
        where aside.countsYes && question.mentions.contains(aside.asked)
            && asks(question, in: aside.asked) && !namesOthersThanChosen(question, in: aside.asked)
        {
            try prefetch(aside.when.fields)
            if aside.when.holds(in: KnownFacts(run: self)) { return aside.say }
        }
        return nil
    }

    /// It has a question mark, or begins as questions do: as any of the list's, after an "and" or "ok so".
    private func asks(_ reading: Interpretation, in list: String) -> Bool {
        if reading.asksAnything || onlyAsks(reading) || reading.tokens.isWithoutBreaks {
            return true
        }
        let language = reading.language
        let openings = [.joints, .interjections, .acknowledgements, .sequences]
            .flatMap { dialogue.words[$0, language] }
        let first = reading.tokens.first { token in
            !token.isPunctuation && !openings.contains([token.folded])
        }
        let phrases = dialogue.interpreter.phrases(of: list, language: language)
        return first.map { token in phrases.contains { $0.first == token.folded } } ?? false
    }

    private mutating func answers(
        with aside: Aside, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard aside.tellsAmount ? reading.answer != .no : reading.answer == nil,
            !aside.isOfThings || !namesOthersThanHeld(reading, in: aside.asked),
            aside.tellsAmount || !namesAnotherID(reading) && nothingBesides(aside.asked, reading)
        else { return false }
        let told = aside.tellsAmount ? ToldAmount.all(in: reading.text) : []
        if aside.tellsAmount, told.isEmpty { return false }
        try prefetch(aside.when.fields)
        guard aside.when.holds(in: KnownFacts(run: self)) else { return false }
        if !told.isEmpty, book.replies.has("repair.as_asked"), let question = state.lastSaid.last,
            told.allSatisfy({ amount in
                ToldAmount.all(in: question.text).contains { $0.isCalled(amount) }
            })
        {
            say("repair.as_asked")
            resumeBelow()
            return true
        }
        if let intent = aside.intent {
            if isAnsweredHere(intent) { return try handle(.intent(intent)) }
            guard try answersAhead(intent) else { return false }
            resumeBelow()
            return true
        }
        try sayAll(aside.say)
        resumeBelow()
        return true
    }

    /// "PayPal then. Does that cost extra?": a sentence of its own picks one of the choices.
    func picksBeside(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        let ranges = reading.sentenceRanges
        guard ranges.count > 1, let offers = try choices(for: slot, member: member) else {
            return false
        }
        return ranges.contains { range in
            let sign = range.upperBound
            let isAsked = sign < reading.tokens.count && reading.tokens[sign].folded == "?"
            return !isAsked
                && !picking(self.reading([range], of: reading), among: offers.map(\.choice))
                    .indices.isEmpty
        }
    }

    /// Every sentence asks, or is a word or two: "what's in there? Cancel only the mouse" wishes something as well.
    private func nothingBesides(_ list: String, _ reading: Interpretation) -> Bool {
        let ranges = reading.sentenceRanges
        return ranges.count < 2
            || ranges.allSatisfy { range in
                reading.isAsked(range) || range.count < 3
                    || self.reading([range], of: reading).mentions.contains(list)
            }
    }

    /// The words name what the order at hand has not: "what colour is the backpack", of another one.
    private func namesOthersThanHeld(_ reading: Interpretation, in list: String) -> Bool {
        guard let order = orderAtHand else { return true }
        return passages(of: reading, among: things(in: order)).isEmpty
            && namesOthersThanChosen(reading, in: list)
    }

    /// … or what is in the order and was not chosen: "where do I send the mug?", where the lamp goes back.
    private func namesOthersThanChosen(_ reading: Interpretation, in list: String) -> Bool {
        let little =
            dialogue.words[.labels, reading.language].flatMap { $0 }
            + dialogue.interpreter.phrases(of: list, language: reading.language).flatMap { $0 }
        let held = words(of: \.isMany) { [$0.name] + $0.attributes.map(\.value) }
        return reading.tokens.contains { token in
            isOfShop(token) && !little.contains(token.folded) && !isWord(token, of: held)
        }
    }

    /// "Yes, but I keep the boots", where a flow does something to a whole order: what becomes of that it says itself
    /// (`on: keeps`).
    mutating func keepsThing(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let flow = currentFlow, !flow.slots.contains(where: \.isMany), !reading.isQuestion,
            reading.answer != .no,
            Self.keeping.contains(where: reading.mentions.contains), !namesAnotherID(reading),
            let order = orderAtHand
        else { return false }
        let things = things(in: order)
        guard things.count > 1, names(things, in: reading) else { return false }
        return try handle(.event("keeps"))
    }

    /// "Oh no, I want to keep the makeup kit", where nothing else is in the order, and "no, I keep that": the order
    /// is left as it is.
    mutating func keepsAll(
        _ reading: Interpretation, _ declined: Step
    ) throws(Interruption) -> Bool {
        guard let flow = currentFlow, flow.request != nil, !flow.slots.contains(where: \.isMany),
            !reading.isQuestion, reading.answer != .yes, reading.wordCount <= Self.longestAside,
            reading.mentions.contains("keep_words"), !reading.mentions.contains("other_words"),
            !namesAnotherID(reading), let order = orderAtHand
        else { return false }
        let things = things(in: order)
        let isOnly = things.count == 1 && names(things, in: reading)
        guard isOnly || reading.answer == .no && !namesAnyOfShop(reading) else { return false }
        noteTaken(.declined)
        try apply(declined)
        return true
    }

    /// By their names, or by a word of them, also where it is turned down: "not the boots".
    private func names(_ things: [Choice], in reading: Interpretation) -> Bool {
        if !passages(of: reading, among: things).isEmpty { return true }
        let words = things.flatMap { dialogue.interpreter.tokens(of: $0.name, in: state.language) }
            .flatMap { [$0.folded, $0.stem] }
        return reading.tokens.contains { token in
            guard isOfShop(token) else { return false }
            let said = interpretation(of: token.folded)
            return [token.folded, token.stem].contains(where: words.contains)
                || shopWords(in: said).contains(where: words.contains)
        }
    }

    private static let keeping = ["keep_words", "removal_words", "negation_words"]
    private static let longestAside = 18
}

extension [Token] {
    /// Of a language without word breaks, whose questions end in a syllable.
    fileprivate var isWithoutBreaks: Bool { contains { $0.isKana || $0.isIdeograph } }
}
