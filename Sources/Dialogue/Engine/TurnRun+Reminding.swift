import Facts
import Understanding

/// What is noted already is spoken of again: "and then the skateboard", "don't forget the hose". It is no wish more.
extension TurnRun {
    /// "Yes please, | and then grill and chair": beside a yes, what comes next and takes nothing back.
    func remindsOfWish(
        _ sentence: Interpretation, besides question: String
    ) throws(Interruption) -> Bool {
        if remindsOfRest(sentence) { return true }
        // "And don't forget the speaker" is no "no".
        let isReminder = sentence.mentions.contains("reminding_words")
        guard !state.wishes.isEmpty, sentence.wordCount <= Self.longestReminder,
            sentence.answer == nil || isReminder, !asksTruly(sentence),
            sentence.entities.allSatisfy({
                $0.kind == "product_category" || isReminder && $0.isNegated
            }),
            namesAnyOfShop(sentence), let wish = try wishNoted(of: sentence)
        else { return false }
        return try mayFollow(wish, named: sentence, besides: question)
    }

    /// "And then the others": what is noted comes next. Without a word for the order, "and the others too" may add to
    /// the list.
    private func remindsOfRest(_ sentence: Interpretation) -> Bool {
        !state.wishes.isEmpty && sentence.mentions.contains("sequence_words")
            && isOnlyOfRest(sentence)
    }

    /// "And then the others", "the rest too", and no word more.
    func isOnlyOfRest(_ sentence: Interpretation) -> Bool {
        guard sentence.mentions.contains("rest_words"), !sentence.isQuestion else { return false }
        let said = [DialogueWords.List.joints, .sequences, .additions, .rests, .tags].map {
            dialogue.words.index(of: $0, sentence.language)
        }
        return sentence.tokens.filter { !$0.isPunctuation }.isCovered(by: said)
    }

    /// The same with more words: "and then the cancellation", "after that the kettle, as I said, in white".
    func comesBackToWish(_ further: Interpretation, isApart: Bool) throws(Interruption) -> Bool {
        guard !state.wishes.isEmpty, let question = state.lastSaid.last, !asksTruly(further),
            further.mentions.contains("sequence_words") || isApart && adds(further),
            staysApart(withoutSequences(further)), let wish = try wishNoted(of: further)
        else { return false }
        return try mayFollow(wish, named: further, besides: question.text)
    }

    /// "Only one? The floor lamp shall go back too", "no, both lamps": the other one is noted, and that is said.
    mutating func missesNoted(_ reading: Interpretation) throws(Interruption) -> Bool {
        let adds = ["both_words", "addition_words", "counted_words", "only_words"]
        guard !state.wishes.isEmpty, reading.answer != .yes, book.replies.has("repair.noted"),
            reading.wordCount <= Self.longestComplaint, let question = state.lastSaid.last,
            !reading.mentions.contains("keep_words"), !reading.clauses.contains(where: \.isNegated),
            adds.contains(where: reading.mentions.contains),
            let wish = try wishNoted(of: reading), namesAnyOfShop(reading)
        else { return false }
        let asked = question.text.lowercased()
        let things = things(of: try ordersOwned())
        let others = passages(of: reading, among: things).flatMap(\.indices)
            .filter { !asked.contains(things[$0].name.lowercased()) }
        guard !others.isEmpty else { return false }
        say("repair.noted", arguments: ["wish": .text(title(of: wish.intent))])
        resumeBelow()
        return true
    }

    /// It asks for something else than that what it names be done too: "and the tablet?", "and the vacuum one too,
    /// right?" only remind.
    func asksTruly(_ reading: Interpretation) -> Bool {
        reading.isQuestion && !onlyReminds(reading)
    }

    func onlyReminds(_ reading: Interpretation) -> Bool {
        guard reading.wordCount <= Self.longestReminder, adds(reading), namesAnyOfShop(reading)
        else { return false }
        let language = reading.language
        let others = reading.tokens.filter { token in
            !token.isPunctuation && !["?", "？"].contains(token.folded) && !isOfShop(token)
                && !dialogue.interpreter.isDeterminer(token.folded, language: language)
        }
        let said = [DialogueWords.List.joints, .sequences, .additions, .tags].map {
            dialogue.words.index(of: $0, language)
        }
        return others.isCovered(by: said)
    }

    /// The noted wish for the things that the words name, or where they name none, of the kind that they wish.
    func wishNoted(of reading: Interpretation) throws(Interruption) -> Wish? {
        let intent = reading.verdict.intent
        // "And cancel 1057", where another one is noted, is a wish more.
        guard !namesID(reading) else { return nil }
        guard namesAnyOfShop(reading) else {
            if reading.verdict.confidence >= Self.wishConfidence,
                let wish = state.wishes.first(where: { $0.intent == intent })
            {
                return wish
            }
            // "And then the returns": of what is noted that is meant, whatever else it may ask.
            guard reading.wordCount <= Self.shortestWish, !onlyAsks(reading),
                book.flow(of: intent)?.request == nil
            else { return nil }
            return state.wishes.first { wish in
                reading.ranking.contains {
                    $0.intent == wish.intent && $0.probability >= Self.likelyEnough
                }
            }
        }
        let orders = try ordersOwned()
        let things = things(of: orders)
        let named = passages(of: reading, among: things)
        guard !named.isEmpty else { return nil }
        return state.wishes.first { wish in
            if reading.verdict.isRule, wish.intent != intent { return false }
            let noted = passages(of: interpretation(of: wish.text), among: things)
                .flatMap(\.indices)
            let held = thingsHeld(by: wish, among: orders)
            return named.allSatisfy { passage in
                !Set(passage.indices).isDisjoint(with: noted)
                    || passage.indices.contains { held.contains(things[$0].name) }
            }
        }
    }

    /// The names of what is in the order that a wish was noted for, or that its words name.
    private func thingsHeld(by wish: Wish, among orders: [Offer]) -> Set<String> {
        let numbers = interpretation(of: wish.text).entities
            .filter { dialogue.kinds.namedByID.contains($0.kind) && !$0.isNegated }.map(\.value)
        let named = orders.filter { order in
            ((wish.about.map { [$0] } ?? []) + numbers).contains(where: order.choice.isCalled)
        }
        return Set(named.flatMap { things(in: $0.choice).map(\.name) })
    }

    /// What the words say of the things is said for the wish that is noted for them. False where none is.
    mutating func joinsNoted(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let wish = try wishNoted(of: reading), let place = state.wishes.firstIndex(of: wish)
        else { return false }
        let noted = interpretation(of: wish.text).tokens.map(\.folded)
        let isMore = reading.tokens.contains { token in
            (isOfShop(token) || token.folded.first?.isNumber == true)
                && !noted.contains(token.folded)
        }
        if isMore, !reading.mentions.contains("negation_words") {
            state.wishes[place].text += ". " + reading.text
        }
        return true
    }

    /// "After that" is no condition, as "after the weekend" is.
    private func withoutSequences(_ reading: Interpretation) -> Interpretation {
        let spans = dialogue.words.spans(of: .sequences, in: reading)
        return spans.isEmpty ? reading : interpretation(of: reading.text(without: spans))
    }

    /// It comes after what is asked by its nature, as a change of items after the address of their order, or is about
    /// nothing that stands in the question.
    private func mayFollow(
        _ wish: Wish, named reading: Interpretation, besides question: String
    ) throws(Interruption) -> Bool {
        guard let current = currentFlow, let next = book.flow(of: wish.intent),
            next.request != nil, !current.after.contains(next.id)
        else { return false }
        if next.after.contains(current.id) { return true }
        let asked = question.lowercased()
        let things = things(of: try ordersOwned())
        let named = passages(of: reading, among: things)
        if named.isEmpty { return next.id != current.id }
        return named.allSatisfy { passage in
            passage.indices.allSatisfy { !asked.contains(things[$0].name.lowercased()) }
        }
    }

    private func ordersOwned() throws(Interruption) -> [Offer] {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID) else { return [] }
        return try allChoices(for: slot) ?? []
    }

    /// The things in the orders, each name once.
    private func things(of orders: [Offer]) -> [Choice] {
        Set(orders.flatMap { things(in: $0.choice).map(\.name) }).sorted()
            .map { Choice(id: $0, name: $0) }
    }

    private static let longestReminder = 7
    private static let longestComplaint = 14
    private static let shortestWish = 5
    private static let likelyEnough = 0.1
}
