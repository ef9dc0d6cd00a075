import Facts
import Understanding

/// Several wishes in one message: the first mentioned is begun, the others are noted, none is forgotten.
extension TurnRun {
    /// The clear wishes of a message, in order; half a sentence is one only when it is very clear ("and get a
    /// refund" is part of a return), and who says who he is wishes nothing with it.
    /// A wish's text goes on to the next wish: "swap the bed | and the bicycle for another" is one. Beside an answer
    /// the first one begins where it stands, else with the message.
    func clearWishes(in reading: Interpretation, isAnswer: Bool = false) -> [Wish] {
        guard reading.clauses.count > 1 else { return withBeforehand([], in: reading) }
        var wishes: [(intent: String, clause: Clause)] = []
        for said in reading.clauses where !said.isNegated {
            let clause = withoutIntroduction(said, in: reading)
            guard !isUncertain(clause, in: reading),
                clause.verdict.isRule || wordCount(of: clause, in: reading) > 3
                    || clause.verdict.intent == reading.verdict.intent
                    || isTerse(clause, in: reading),
                let intent = clause.verdict.intent, isWish(intent),
                isClear(clause, in: reading), !isBackground(clause, in: reading),
                !wishes.contains(where: { $0.intent == intent })
            else { continue }
            wishes.append((intent, clause))
        }
        wishes = withoutReasons(wishes, in: reading).filter { wish in
            !wishes.contains { tellsOf(wish, for: $0, in: reading) }
        }
        var starts: [Int] = []
        for (place, wish) in wishes.enumerated() {
            let isOfBefore =
                place > 0
                && (onlyPoints(wish.clause, in: reading)
                    || belongsTo(wishes[place - 1].clause, wish.clause, in: reading))
            let first = isAnswer ? wish.clause.start : 0
            starts.append(place == 0 ? first : isOfBefore ? starts[place - 1] : wish.clause.start)
        }
        let told = wishes.indices.map { place in
            let next = place + 1 < wishes.count ? wishes[place + 1].clause.start : nil
            let end = next ?? reading.text.utf8.count
            let follows = follows(wishes[place].clause, wishes[..<place].map(\.clause), in: reading)
            return Wish(
                intent: wishes[place].intent,
                text: reading.text(from: starts[place], to: end) ?? reading.text,
                follows: follows ? true : nil)
        }
        return withBeforehand(inOrder(told), in: reading)
    }

    /// "… and change dumbbells".
    private func isTerse(_ clause: Clause, in reading: Interpretation) -> Bool {
        guard clause.start > 0, clause.verdict.confidence >= Self.clauseConfidence,
            book.flow(of: clause.verdict.intent)?.slots.contains(where: \.isMany) == true,
            let part = words(of: clause, in: reading)
        else { return false }
        return namesAnyOfShop(part)
    }

    /// "I'm not certain which address" knows no answer, and "you forgot the mouse" speaks of what the bot has listed.
    private func isUncertain(_ clause: Clause, in reading: Interpretation) -> Bool {
        guard !clause.verdict.isRule, let frame = state.stack.last, case .asking = frame.phase,
            let part = words(of: clause, in: reading)
        else { return false }
        return ["unknown_words", "left_out_words"].contains(where: part.mentions.contains)
    }

    /// It opens a flow that does something; a greeting is no wish beside another.
    func isWish(_ intent: String) -> Bool {
        guard let flow = book.flow(of: intent) else { return false }
        return flow.kind == .intent && (flow.needs != nil || !flow.slots.isEmpty)
    }

    /// It says so; or it is likely to want something done with a thing of the shop that it names, and is a sentence of
    /// its own ("Grill with rotisserie please") or says that it wishes: "and i'd prefer a linear keyboard".
    private func isClear(_ clause: Clause, in reading: Interpretation) -> Bool {
        if clause.verdict.confidence >= Self.clauseConfidence { return true }
        // "Is there one with 20 hours? I'd swap it then": what the message is surely about as a whole.
        if clause.verdict.intent == reading.verdict.intent, reading.clauses.count > 1,
            reading.verdict.confidence >= Self.clauseConfidence
        {
            return true
        }
        // "Do you speak German? I received a broken cup."
        if isRepair(reading), clause.verdict.confidence >= Self.wishConfidence,
            isSentence(clause, in: reading)
        {
            return true
        }
        let flow = book.flow(of: clause.verdict.intent)
        guard flow?.request != nil, !asksForSure(reading),
            let part = words(of: clause, in: reading)
        else { return false }
        if clause.verdict.confidence >= 0.5, let flow, speaksOfItsOwn(flow, part) { return true }
        // "I want to send the first item back", "and 1042 was an accident so kill it too".
        if clause.verdict.confidence >= Self.wishConfidence,
            clause.start == 0
                ? part.mentions.contains("wish_words")
                : namesID(part) && part.mentions.contains("addition_words")
        {
            return true
        }
        return namesAnyOfShop(part)
            && (isSentence(clause, in: reading) || comesNext(clause, in: reading)
                || clause.verdict.intent == reading.verdict.intent
                || clause.start > 0 && part.mentions.contains("wish_words"))
    }

    /// "Send it to my place in Texas instead": of what the flow asks for besides its order, and wished for.
    private func speaksOfItsOwn(_ flow: Flow, _ part: Interpretation) -> Bool {
        let isAbout = flow.slots.contains { slot in
            !dialogue.isNamedByID(slot) && !slot.isMany && slot.each == nil
                && book.types[slot.type.name]?.about.map(part.mentions.contains) == true
        }
        return isAbout && part.mentions.contains("different_words")
    }

    /// "…, then the lamp in white": a word of sequence stands before it.
    private func comesNext(_ clause: Clause, in reading: Interpretation) -> Bool {
        let before = reading.tokens.last { $0.end <= clause.start && !$0.isPunctuation }
        return before.map { word in
            dialogue.words[.sequences, reading.language].contains { $0 == [word.folded] }
        } ?? false
    }

    /// "I opened the pillow, not for me. Possible to return?" is a question as a whole, and no complaint besides.
    private func asksForSure(_ reading: Interpretation) -> Bool {
        guard reading.verdict.confidence >= Self.clauseConfidence,
            let intent = reading.verdict.intent
        else { return false }
        return book.flow(of: intent)?.request == nil && !isSmallTalk(intent)
    }

    /// Nothing but a sentence's end stands before it, or a word that joins, and nothing else behind it.
    private func isSentence(_ clause: Clause, in reading: Interpretation) -> Bool {
        let before = reading.tokens.last { $0.end <= clause.start }
        let joint = reading.tokens.last { $0.end <= before?.start ?? 0 }
        let next = reading.tokens.first { $0.start >= clause.end }
        let begins = before?.endsSentence ?? true || joint?.endsSentence ?? false
        // "2) ship it to Denver 3) …"
        let isListed = before?.folded == ")" && joint?.folded.allSatisfy(\.isNumber) == true
        return isListed || begins && next?.endsSentence ?? true
    }

    static let clauseConfidence = 0.8
    static let wishConfidence = 0.65

    /// Words, not numbers, outside everything that was recognised.
    func wordsBesideEntities(of reading: Interpretation) -> Int {
        words(of: reading, beside: reading.entities)
    }

    /// Words, not numbers, outside these entities.
    func words(
        of reading: Interpretation, beside entities: [Entity], in clause: Clause? = nil
    ) -> Int {
        reading.tokens.filter { token in
            token.folded.contains(where: \.isLetter)
                && clause?.covers(token.start, token.end) != false
                && !entities.contains { $0.start <= token.start && token.end <= $0.end }
        }.wordCount
    }

    private func wordCount(of clause: Clause, in reading: Interpretation) -> Int {
        words(of: reading, beside: [], in: clause)
    }

    /// "All on my gift card" beside a return tells the way to pay that it asks for, and asks for no balance; "the
    /// difference to my card" pays no order.
    private func tellsOf(
        _ wish: ClauseWish, for other: ClauseWish, in reading: Interpretation
    ) -> Bool {
        let (intent, clause) = wish
        guard let wished = book.flow(of: other.intent), wished.request != nil,
            intent != other.intent, let part = words(of: clause, in: reading)
        else { return false }
        if speaksOfWholeOrder(part) { return false }
        // "Is there one with 9 bar? I'd swap it then" asks for what shall be instead.
        if let flow = book.flow(of: intent)?.id, isForAnybody(flow),
            wished.slots.contains(where: { $0.each != nil }),
            !namesProduct(part) || onlyPoints(other.clause, in: reading)
        {
            return true
        }
        let settles =
            part.mentions.contains("settling_words") && wished.slots.contains { $0.each != nil }
            || isBare(clause, part)
        guard settles || !clause.verdict.isRule && book.flow(of: intent)?.request == nil else {
            return false
        }
        let isAsked = reading.tokens.first { $0.start >= clause.end }?.folded == "?"
        return !part.asksAnything && !isAsked && !part.mentions.contains("asking_words")
            && (part.mentions.contains("settling_words")
                || wished.slots.contains { slot in
                    book.types[slot.type.name]?.about.map(part.mentions.contains) == true
                        && !dialogue.isNamedByID(slot)
                })
    }

    /// A product is named, in the shop's words or in everyday ones.
    func namesProduct(_ part: Interpretation) -> Bool {
        !namedProducts(in: part).isEmpty
            || !dialogue.products.named(by: shopWords(in: part).sorted()).isEmpty
    }

    /// "Payment PayPal", "money to my credit card please": hardly more than the way, and nothing that is to change.
    private func isBare(_ clause: Clause, _ part: Interpretation) -> Bool {
        !clause.verdict.isRule && wordsBesideEntities(of: part) <= Self.fewWordsOfWay
            && !["different_words", "instead_words", "other_words", "addition_words", "wish_words"]
                .contains(where: part.mentions.contains)
            && !namesID(part)
    }

    private static let fewWordsOfWay = 6

    /// It only tells who writes, or what there is: "I got a mouse and a shelf" is no complaint beside "can I swap
    /// them?", for it has none of the troubles that the flow is about.
    private func isBackground(_ clause: Clause, in reading: Interpretation) -> Bool {
        // "I'd swap it then. EMAIL": what the message is surely about as a whole.
        let isMain =
            clause.verdict.intent == reading.verdict.intent
            && min(clause.verdict.confidence, reading.verdict.confidence) >= Self.clauseConfidence
        if !isMain, tellsIdentity(clause, in: reading) { return true }
        if lacks(clause, in: reading) { return true }
        guard !clause.verdict.isRule,
            let flow = book.flow(of: clause.verdict.intent),
            let subject = flow.slots.first.flatMap({ book.types[$0.type.name] }),
            subject.choices == nil, let kind = subject.entity,
            let part = words(of: clause, in: reading)
        else { return false }
        return !reading.entities.contains { $0.kind == kind && clause.covers($0.start, $0.end) }
            && !part.mentions.contains("wish_words")
    }

    /// The wish that a message is about: with several the first, in its own words.
    func mainWish(of reading: Interpretation) -> Wish? {
        let wishes = clearWishes(in: reading)
        // "Hello. The kettle broke": a greeting is no wish before the other.
        let isSmallTalk = isSmallTalk(reading.verdict.intent)
        let isLeftOut = reading.clauses.contains { clause in
            clause.isNegated
                || clause.verdict.intent == reading.verdict.intent
                    && (isBackground(clause, in: reading) || isReason(clause, in: reading))
        }
        if wishes.count > 1 || isSmallTalk || isLeftOut, let first = wishes.first {
            return first
        }
        if isSmallTalk, let wish = wishBehindSmallTalk(in: reading) { return wish }
        let intent = moreLikely(reading) ?? reading.verdict.intent
        return intent.map { Wish(intent: $0, text: reading.text) }
    }

    /// The flow neither asks nor looks up anything: a greeting, thanks.
    func isSmallTalk(_ intent: String?) -> Bool {
        book.flow(of: intent).map {
            $0.kind == .intent && $0.slots.isEmpty && $0.needs == nil
        } ?? false
    }

    /// "Hope you have a great day! Got two orders that I don't need": what all of it says before the greeting is looked
    /// at, or the rest by itself.
    private func wishBehindSmallTalk(in reading: Interpretation) -> Wish? {
        if let whole = reading.ranking.first, whole.probability >= Self.wishConfidence,
            isWish(whole.intent)
        {
            return Wish(intent: whole.intent, text: reading.text)
        }
        guard let clause = reading.clauses.first(where: { !isSmallTalk($0.verdict.intent) }),
            reading.clauses.count > 1,
            let text = reading.text(from: clause.start, to: reading.text.utf8.count),
            let intent = interpretation(of: text).verdict.intent, isWish(intent)
        else { return nil }
        return Wish(intent: intent, text: reading.text)
    }

    /// Notes the wishes beside the main one. Beside an answer every clear wish may be one, or only those that a rule
    /// is certain of.
    mutating func noteFurtherWishes(
        _ reading: Interpretation, isAnswer: Bool = false, onlyCertain: Bool = false
    ) {
        let main = isAnswer ? nil : mainWish(of: reading)?.intent
        for wish in clearWishes(in: reading, isAnswer: isAnswer) where wish.intent != main {
            let flow = book.flowOfIntent[wish.intent]
            let isCertain = reading.clauses.contains {
                $0.verdict.isRule && $0.verdict.intent == wish.intent
            }
            if onlyCertain, !isCertain { continue }
            if isAnswer, !isCertain, repeatsOwn(wish) { continue }
            // A question beside an answer is about what is being done: "is there a white one?"
            if isAnswer, !isCertain, !changesOrShows(flow) { continue }
            if !state.stack.contains(where: { $0.flow == flow }) { note(wish) }
        }
    }

    /// "I just don't want it any more", said in a return, is no wish to cancel besides: it names no other order and no
    /// other thing, and speaks of nothing that only the other flow asks for, as an address.
    private func repeatsOwn(_ wish: Wish) -> Bool {
        guard let flow = book.flow(of: wish.intent),
            flow.request != nil, currentFlow?.request != nil
        else { return false }
        let said = interpretation(of: wish.text)
        let own = Set((currentFlow?.slots ?? []).compactMap { book.types[$0.type.name]?.about })
        let speaksOfOther = flow.slots.contains { slot in
            guard let about = book.types[slot.type.name]?.about, !own.contains(about) else {
                return false
            }
            return said.mentions.contains(about)
        }
        return !speaksOfOther && !namesID(said) && !namesAnyOfShop(said)
            && !speaksOfWholeOrder(said)
    }

    /// The flow is about the customer's own orders or account, not about the range.
    private func changesOrShows(_ flow: String?) -> Bool {
        flow.flatMap { book.flows[$0] }.map { $0.needs != nil || $0.request != nil } ?? false
    }

    /// Notes every wish of words that stand behind an answer; where they tell none ("and the skateboard next"), the
    /// same as the open flow's.
    mutating func noteAll(_ reading: Interpretation) throws(Interruption) {
        if try joinsNoted(reading) { return }
        let isOfAnotherKind =
            reading.verdict.confidence >= Self.wishConfidence
            && reading.verdict.intent.map { isWish($0) && book.flowOfIntent[$0] != currentFlow?.id }
                == true
        if let flow = currentFlow, namesOnly(reading), !reading.mentions.contains("wish_words"),
            reading.verdict.confidence < Self.clauseConfidence, !isOfAnotherKind
        {
            return noteSame(
                flow, reading.text, about: orderNamed(in: reading) ?? .text(reading.text))
        }
        var wishes = clearWishes(in: reading)
        if wishes.isEmpty, let intent = reading.verdict.intent {
            wishes = [Wish(intent: intent, text: reading.text)]
        }
        if wishes.isEmpty, let flow = currentFlow {
            noteSame(flow, reading.text, about: .text(reading.text))
        }
        for var wish in wishes {
            let wished = interpretation(of: wish.text)
            let thing = namesAnyOfShop(wished) ? wish.text : nil
            wish.about =
                orderNamed(in: wished)
                ?? (namedProducts(in: wished).first ?? thing).map(Value.text)
            note(wish)
        }
    }

    /// The order that words name for the open flow.
    private func orderNamed(in reading: Interpretation) -> Value? {
        guard let slot = currentFlow?.slots.first(where: dialogue.isNamedByID),
            let kind = book.types[slot.type.name]?.entity
        else { return nil }
        return reading.entities.first { $0.kind == kind && !$0.isNegated }?.value
    }

    /// "No, change the payment to PayPal first": the no turns one thing down, the rest of it wishes another.
    mutating func noteOnlyWish(_ reading: Interpretation) {
        guard reading.clauses.count < 2, reading.verdict.confidence >= Self.clauseConfidence,
            reading.wordCount > 4, let intent = reading.verdict.intent,
            let flow = book.flowOfIntent[intent], book.flows[flow]?.kind == .intent,
            !state.stack.contains(where: { $0.flow == flow })
        else { return }
        note(Wish(intent: intent, text: reading.text))
    }

    mutating func note(_ wish: Wish) {
        guard !state.wishes.contains(wish), state.wishes.count < book.limits.wishes else { return }
        state.wishes.append(wish)
    }
}

extension Clause {
    /// The stretch of the text lies inside the clause.
    func covers(_ start: Int, _ end: Int) -> Bool { self.start <= start && end <= self.end }
}
