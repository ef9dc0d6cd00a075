import Facts
import Understanding

/// What is told beside a wish and wishes nothing by itself: why it is wished, what happened, how things stand.
extension TurnRun {
    /// A part of a message, and the intent that it sounds like.
    typealias ClauseWish = (intent: String, clause: Clause)

    /// The wishes without those that only tell the reason of another one, or of what the message is about as a whole.
    func withoutReasons(_ wishes: [ClauseWish], in reading: Interpretation) -> [ClauseWish] {
        let main = reading.clauses.compactMap { clause in
            !clause.isNegated && clause.verdict.intent == reading.verdict.intent
                ? clause.verdict.intent.map { ClauseWish($0, clause) } : nil
        }
        return wishes.filter { !isReasonAmong($0, wishes + main, in: reading) }
    }

    /// It only tells the reason of another clause's wish.
    func isReason(_ clause: Clause, in reading: Interpretation) -> Bool {
        let wishes = reading.clauses.compactMap { other in
            other.isNegated ? nil : other.verdict.intent.map { ClauseWish($0, other) }
        }
        return clause.verdict.intent.map { isReasonAmong(($0, clause), wishes, in: reading) }
            == true
    }

    /// "The speaker crackles. I want my money back": of two that are close the one that a sentence wishes by
    /// itself, where the other one is told as a reason.
    func wishedBesideReason(
        _ first: String, _ second: String, in reading: Interpretation
    ) -> String? {
        let wished = [first, second].filter { !book.reasons.contains($0) }
        guard wished.count == 1, book.flow(of: wished[0])?.request != nil else { return nil }
        let says = reading.sentenceRanges.contains { range in
            let part = self.reading([range], of: reading)
            return part.verdict.intent == wished[0]
                && part.verdict.confidence >= Self.clauseConfidence
        }
        return says ? wished[0] : nil
    }

    /// "The one with the suitcases, never wanted that", in answer to "which order shall I cancel?": it tells
    /// which one, and what is asked next.
    func describesWithReason(_ reading: Interpretation) -> Bool {
        guard case .asking(.slot(let id, _)) = state.stack.last?.phase, let flow = currentFlow,
            let slot = flow.slot(id), dialogue.isNamedByID(slot), !saysWish(reading),
            reading.mentions.contains("description_words")
        else { return false }
        let kinds = kindsAsked(by: flow)
        return reading.entities.contains { kinds.contains($0.kind) && !$0.isNegated }
    }

    /// Entities without choices that the flow asks for: the reason of a cancellation.
    func kindsAsked(by flow: Flow) -> [String] {
        flow.slots.filter { !$0.ask.isEmpty }.compactMap { book.types[$0.type.name] }
            .filter { $0.choices == nil }.compactMap(\.entity)
    }

    /// "No longer needed is the reason", "then cancel it all, I don't need it any more", to "shall I cancel the whole
    /// order?": no "no", though the reason sounds like one. Only where a yes writes nothing yet.
    mutating func takesReason(
        _ reading: Interpretation, _ agreed: Step
    ) throws(Interruption) -> Bool {
        guard let flow = currentFlow, let frame = state.stack.last,
            write(behind: agreed, in: flow) == nil, !reading.asksAnything
        else { return false }
        let kinds = kindsAsked(by: flow)
        let told = reading.entities.filter { kinds.contains($0.kind) && !$0.isNegated }
        guard !told.isEmpty, !reading.clauses.contains(where: \.isNegated),
            interpretation(of: reading.text(without: told.map { $0.start..<$0.end })).answer
                != .no
        else { return false }
        if let intent = reading.verdict.intent, flow.starts.contains(intent),
            reading.verdict.confidence >= Self.clauseConfidence,
            handler(for: .intent(intent), in: flow, state: frame.state) != nil
        {
            _ = volunteer(reading)
            return try handle(.intent(intent))
        }
        let lists = flow.slots.compactMap { slot in
            let type = book.types[slot.type.name]
            return type?.entity.map(kinds.contains) == true ? type?.about : nil
        }
        guard lists.contains(where: reading.mentions.contains), !reading.verdict.isRule else {
            return false
        }
        _ = volunteer(reading)
        resumeBelow()
        return true
    }

    /// What is said of one of several orders, with the reason that was told of all: "I have two to cancel, ordered by
    /// mistake: the one with the lamp and the one with the mug". `reading` names the orders.
    func withReason(_ text: String, in reading: Interpretation, for flow: Flow) -> String {
        let own = interpretation(of: text)
        var told: [String] = []
        for kind in kindsAsked(by: flow) where !own.entities.contains(where: { $0.kind == kind }) {
            let isOfAll =
                ["both_words", "every_order_words"].contains(where: reading.mentions.contains)
            let texts =
                (state.stack.last?.utterances ?? []).map(interpretation)
                .filter { $0.text != reading.text } + (isOfAll ? [reading] : [])
            let said = texts.flatMap { said in
                said.entities.filter { $0.kind == kind && !$0.isNegated }
                    .map { (value: $0.value, text: said.text(from: $0.start, to: $0.end)) }
            }
            guard let first = said.first, said.allSatisfy({ $0.value == first.value }),
                let words = first.text
            else { continue }
            told.append(words)
        }
        return ([text] + told).joined(separator: ". ")
    }

    /// It is left out for another wish of the message: "the robot falls down the stairs. I'd like a canister one".
    private func isReasonAmong(
        _ wish: ClauseWish, _ wishes: [ClauseWish], in reading: Interpretation
    ) -> Bool {
        guard let part = words(of: wish.clause, in: reading), !isAsked(part, wish.clause, reading)
        else { return false }
        return wishes.contains { other in
            guard other.intent != wish.intent, let flow = book.flow(of: other.intent),
                let wished = words(of: other.clause, in: reading)
            else { return false }
            return isMeantBy(wished, other.clause, part, wish)
                || tellsReason(part, wish, for: flow) && namesNothingElse(part, than: wished)
        }
    }

    /// A question mark stands behind it, or it asks.
    private func isAsked(
        _ part: Interpretation, _ clause: Clause, _ reading: Interpretation
    ) -> Bool {
        asks(part) || reading.tokens.first { $0.start >= clause.end }?.folded == "?"
    }

    /// With a question mark, or in the words of a question: "is it going to be shipped on Monday or not".
    private func asks(_ part: Interpretation) -> Bool {
        part.asksAnything
            || part.sentenceRanges.contains { onlyAsks(self.reading([$0], of: part)) }
    }

    /// What the pack says to be told as a reason, or what tells something that both flows have a slot for
    /// ("half a size too small", beside a return of it), where nothing in it says that it is wished.
    private func tellsReason(
        _ part: Interpretation, _ wish: ClauseWish, for flow: Flow
    ) -> Bool {
        guard flow.request != nil, !flow.starts.contains(where: book.reasons.contains),
            let own = book.flow(of: wish.intent),
            !saysWish(part)
        else { return false }
        if book.reasons.contains(wish.intent) { return true }
        guard !wish.clause.verdict.isRule, own.request != nil else { return false }
        let shared = toldKinds(of: own).intersection(toldKinds(of: flow))
        return part.entities.contains { shared.contains($0.kind) && !$0.isNegated }
    }

    /// It says that something is wished; "I don't need it any more" wishes nothing.
    private func saysWish(_ part: Interpretation) -> Bool {
        part.mentions.contains("addition_words")
            || part.mentions.contains("wish_words")
                && part.sentenceRanges.contains { range in
                    let sentence = self.reading([range], of: part)
                    return sentence.mentions.contains("wish_words")
                        && !sentence.mentions.contains("negation_words")
                }
    }

    /// "The one with the headphones and the one with the lamp. Both gone please": what is named is what the other
    /// wish, which names nothing, is about.
    private func isMeantBy(
        _ wished: Interpretation, _ clause: Clause, _ part: Interpretation, _ wish: ClauseWish
    ) -> Bool {
        clause.verdict.isRule && wished.mentions.contains("both_words") && !namesID(wished)
            && !wished.tokens.contains { $0.isWord && isOfShop($0) }
            && !wish.clause.verdict.isRule && !saysWish(part)
            && part.mentions.contains("description_words")
            && !part.mentions.contains("courtesy_words") && pointsFirst(part)
    }

    /// "The one with the lamp", and not "the lamp with the shade".
    private func pointsFirst(_ part: Interpretation) -> Bool {
        let words = part.tokens.prefix(2)
        return words.count == 2 && !words.contains { $0.isPunctuation || isOfShop($0) }
            && dialogue.interpreter.isDeterminer(words[0].folded, language: part.language)
    }

    /// Entities that the flow takes from what is said, and has no choices for.
    private func toldKinds(of flow: Flow) -> Set<String> {
        Set(
            flow.slots.compactMap { slot in
                let type = book.types[slot.type.name]
                return type?.choices == nil && type?.about != nil ? type?.entity : nil
            })
    }

    /// No order, and nothing of the shop beside what the other wish names; where that one names none, what is
    /// told of is what it is about.
    private func namesNothingElse(_ part: Interpretation, than other: Interpretation) -> Bool {
        guard !namesID(part) else { return false }
        let named = other.tokens.filter { $0.isWord && isOfShop($0) }
        if named.isEmpty { return !namesID(other) || !part.tokens.contains(where: isOfShop) }
        let known = Set(named.flatMap { [$0.folded, $0.stem] }).union(shopWords(in: other))
        return namesOnly(known, in: part)
    }

    /// Every word of the shop in it is one of these, or stands for one.
    private func namesOnly(_ known: Set<String>, in part: Interpretation) -> Bool {
        part.tokens.allSatisfy { token in
            guard token.isWord, !known.contains(token.folded), !known.contains(token.stem),
                isOfShop(token)
            else { return true }
            let everyday = part.text(from: token.start, to: token.end).map(interpretation)
            return everyday.map { !shopWords(in: $0).isDisjoint(with: known) } ?? false
        }
    }

    /// What was noted as a wish and told no more than why the request was made that is done now, or was just that
    /// request: "the robot falls down the stairs", where it is exchanged. Nothing is said of it.
    mutating func dropServed(by ended: Frame) {
        guard let flow = book.flows[ended.flow], flow.request != nil else { return }
        let orders = flow.slots.filter(dialogue.isNamedByID)
            .compactMap { ended.slots[$0.id]?.argument.text }
        let served = wordsOfThings(in: ended, of: flow)
        let told = state.wishes.filter { wish in
            if book.flowOfIntent[wish.intent] == flow.id {
                return wish.about?.text.map(orders.contains) == true
            }
            guard book.reasons.contains(wish.intent), wish.about == nil else { return false }
            let words = interpretation(of: wish.text)
            return !asks(words) && !namesID(words)
                && !saysWish(words) && namesOnly(served, in: words)
        }
        state.wishes.removeAll(where: told.contains)
    }

    /// The words of what the request was about: its things, what they become, and without things all of its order.
    private func wordsOfThings(in ended: Frame, of flow: Flow) -> Set<String> {
        var words: Set<String> = []
        for slot in flow.slots {
            guard let value = ended.slots[slot.id] else { continue }
            let isOfThings = slot.isMany || slot.each != nil
            if dialogue.isNamedByID(slot), flow.slots.contains(where: \.isMany) { continue }
            for choice in (value.list ?? [value]).compactMap(\.record).compactMap(Choice.init)
            where isOfThings || dialogue.isNamedByID(slot) {
                for text in [choice.name] + choice.attributes.flatMap({ [$0.name, $0.value] }) {
                    for token in dialogue.interpreter.tokens(of: text, in: state.language) {
                        words.formUnion([token.folded, token.stem])
                    }
                }
            }
        }
        return words
    }
}

extension Token {
    /// No number and no sign.
    fileprivate var isWord: Bool { folded.first?.isLetter == true }
}
