import Facts
import Understanding

/// Words that point: "it", "the other one", "the same as last time". Resolved against what was talked about last;
/// where two things fit, the customer is asked.
extension TurnRun {
    /// "The same as last time": what the last flow of the conversation ended with, where it is a choice now too.
    func sameAsBefore(
        _ slot: Slot, member: Int?, in reading: Interpretation
    ) throws(Interruption) -> Value? {
        guard
            reading.mentions.contains("same_words")
                || dialogue.isNamedByID(slot) && reading.mentions.contains("same_order_words"),
            slot.each == nil, !slot.isMany, let used = state.used[slot.type.name]
        else { return nil }
        guard let offers = try choices(for: slot, member: member) else { return used }
        return offers.first { Value.record($0.record).equals(used) }.map { .record($0.record) }
    }

    /// A choice that is called by its number, or an address that is none of them.
    func called(
        _ entity: Value?, _ slot: Slot, among offers: [Offer], in reading: Interpretation
    ) -> Finding? {
        if let entity, let offer = offers.first(where: { $0.choice.isCalled(entity) }) {
            return .value(.record(offer.record))
        }
        if let entity, entity.isWhole { return .value(entity) }
        if partPutRight(of: slot, in: reading) != nil { return .nothing }
        // A street that none of the known addresses has is a new one, though the city is the same.
        let said = begunRecord(of: slot).merging(saidParts(of: slot, in: reading))
        let isNew = !said.names.isEmpty && !offers.contains { $0.record.agrees(with: said) }
        return isNew || hasForeignNumbers(reading, slot, offers) ? .nothing : nil
    }

    /// Words with numbers that none of the known addresses has tell a new one, though it was not read as one.
    private func hasForeignNumbers(
        _ reading: Interpretation, _ slot: Slot, _ offers: [Offer]
    ) -> Bool {
        guard !parts(of: slot).isEmpty, !offers.isEmpty else { return false }
        let ids = reading.entities.filter { dialogue.kinds.namedByID.contains($0.kind) }
        return reading.tokens.contains { token in
            guard let number = Int(token.folded), number > offers.count,
                !ids.contains(where: { $0.start <= token.start && token.end <= $0.end })
            else { return false }
            return !offers.contains { $0.choice.name.contains(token.folded) }
        }
    }

    /// "Why was order 1067 cancelled": the number counts, not the one order that is cancelled; and that of an order
    /// that the customer has counts before the things that another one holds.
    func counts(
        _ number: Value, before value: Value, _ slot: Slot, in reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard dialogue.isNamedByID(slot) else { return false }
        if !namesThing(of: value, reading) { return true }
        return try allChoices(for: slot)?.contains { $0.choice.isCalled(number) } ?? false
    }

    /// "One of the two came": without the question a number counts things, and tells no place of a list.
    func isOnlyCounted(
        _ picked: Finding, _ slot: Slot, in reading: Interpretation, among offers: [Offer]
    ) -> Bool {
        let kind = BuiltInEntity.number.rawValue
        let ids = reading.entities.filter { dialogue.kinds.namedByID.contains($0.kind) }
        let counts = reading.entities.filter { count in
            count.kind == kind
                && !ids.contains { $0.start <= count.start && count.end <= $0.end }
        }
        guard case .value = picked, dialogue.isNamedByID(slot), !counts.isEmpty,
            state.shown.isEmpty, !reading.mentions.contains("place_words")
        else { return false }
        let rest = interpretation(of: reading.text(without: counts.map { $0.start..<$0.end }))
        if case .nothing = pick(rest, among: offers, isMany: false, holdsThings: true) {
            return true
        }
        return false
    }

    /// "Is 3742 my credit card?", where a card that ends so was just named: no order of that number.
    func withoutEchoes(_ said: Interpretation) -> Interpretation {
        let kinds = dialogue.kinds.namedByID
        guard said.entities.contains(where: { kinds.contains($0.kind) }) else { return said }
        let named = state.shown + heldChoices
        var own = said
        own.entities.removeAll { entity in
            guard kinds.contains(entity.kind), let number = entity.value.text else { return false }
            return named.contains { $0.id != number && $0.name.hasSuffix(" " + number) }
        }
        return own
    }

    /// What the open flow's slots hold besides its order.
    private var heldChoices: [Choice] {
        (currentFlow?.slots ?? []).filter { !dialogue.isNamedByID($0) && !$0.isMany }
            .compactMap { state.stack.last?.slots[$0.id]?.record.flatMap(Choice.init) }
    }

    /// "The original payment method", "the card I paid with": the choice whose id the type's path holds, where the
    /// words pick no other one.
    func told(
        _ type: SlotType, in part: Interpretation, among offers: [Offer], besides picked: Finding
    ) throws(Interruption) -> Offer? {
        guard let told = type.told, part.mentions.contains(told.words), !part.isQuestion else {
            return nil
        }
        if case .value = picked { return nil }
        try prefetch([told.path])
        guard let id = KnownFacts(run: self).value(at: told.path)?.text else { return nil }
        // "Not the one I paid with, the other".
        guard ["negation_words", "other_words"].contains(where: part.mentions.contains) else {
            return offers.first { $0.choice.id == id }
        }
        let others = offers.filter { $0.choice.id != id }
        return others.count == 1 ? others[0] : nil
    }

    /// The same in answer to the question, however much it sounds like another wish.
    mutating func takesTold(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard let type = book.types[slot.type.name], let told = type.told,
            reading.mentions.contains(told.words),
            let offers = try choices(for: slot, member: member),
            let one = try self.told(type, in: reading, among: offers, besides: .nothing)
        else { return false }
        takeAnswer(.record(one.record), to: slot, member: member, reading)
        return true
    }

    /// "And which of them is the cheapest?": what the last question of this kind was about, in a flow that changes
    /// nothing and shows nobody's data.
    func followedValue(of slot: Slot) throws(Interruption) -> Value? {
        guard let flow = currentFlow, flow.request == nil, flow.needs == nil, !slot.isMany,
            slot.each == nil, book.types[slot.type.name]?.choices != nil,
            let text = state.stack.last?.utterances.first
        else { return nil }
        let reading = interpretation(of: text)
        guard namedProducts(in: reading).isEmpty, let used = state.used[slot.type.name] else {
            return nil
        }
        if reading.mentions.contains("follow_words") { return used }
        return try asksOfVersions(of: used, in: slot, reading) ? used : nil
    }

    /// "And the speaker?", where nothing was changed: a thing of one other order.
    func leans(
        on flow: Flow, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        let words = reading.tokens.map(\.folded)
        guard let slot = flow.slots.first(where: dialogue.isNamedByID), reading.wordCount <= 4,
            flow.request == nil || state.done.last?.type != flow.request, namesAnyOfShop(reading),
            dialogue.words[.joints, reading.language].contains(where: words.starts(with:)),
            let orders = try choices(for: slot, member: nil)
        else { return false }
        let holding = orders.filter { order in
            !passages(of: reading, among: things(in: order.choice)).isEmpty
        }
        return holding.count == 1
    }

    /// "How much is the tall one", "which colours", "is the firm one in stock": the words tell versions of a thing that
    /// was talked about, and name nothing else.
    private func asksOfVersions(
        of value: Value, in slot: Slot, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        let interpreter = dialogue.interpreter
        let isForeign = reading.tokens.contains { token in
            token.folded.count > 3 && token.folded.allSatisfy(\.isLetter)
                && !interpreter.isOfEveryday(token.folded, language: reading.language)
                && !interpreter.isOfPack(token.folded, language: reading.language)
        }
        guard reading.wordCount <= Self.wordsOfPointing,
            dialogue.products.named(by: Array(shopWords(in: reading))).isEmpty
        else { return false }
        // "How bright is it?"
        if reading.mentions.contains("pointing_words"), points(reading) { return true }
        guard !isForeign else { return false }
        if reading.mentions.contains("label_words") { return true }
        for option in currentFlow?.slots ?? []
        where option.type.arguments.contains(where: { $0.first == slot.id }) {
            let offers = try choices(for: option, member: nil, with: [slot.id: value]) ?? []
            switch pick(reading, among: offers, isMany: option.isMany) {
            case .value, .several: return true
            case .nothing, .nearest: continue
            }
        }
        return reading.mentions.contains("pointing_words")
    }

    /// What "the other one" is another than: of two things the one that was talked about last.
    func reference(for slot: Slot, among offers: [Offer], in reading: Interpretation) -> Choice? {
        guard dialogue.isNamedByID(slot), reading.mentions.contains("other_words"),
            let kind = book.types[slot.type.name]?.entity,
            let last = state.earlier.last(where: { $0.kind == kind && !$0.isNegated })
        else { return nil }
        return offers.first { $0.choice.isCalled(last.value) }?.choice
    }

    /// "Cancel it", and no more words than that, or "a red one in the same order": the order that was talked about
    /// last is meant. Who names another one, or has talked about two, is asked.
    func pointsAtLast(_ slot: Slot) -> Bool {
        guard dialogue.isNamedByID(slot), let text = state.stack.last?.utterances.first,
            let kind = book.types[slot.type.name]?.entity
        else { return false }
        let reading = interpretation(of: text)
        let isShort =
            reading.wordCount <= Self.wordsOfPointing && reading.mentions.contains("pointing_words")
            && points(reading) && !namesThings(reading)
        guard isShort || reading.mentions.contains("same_order_words"),
            !reading.mentions.contains("other_words")
        else { return false }
        let recent = state.earlier.filter { $0.kind == kind && !$0.isNegated }.suffix(2)
        guard let last = recent.last else { return false }
        // Two in the same message: they stand next to each other, in the order of the text.
        return recent.allSatisfy { $0.value == last.value }
            || recent.first.map { $0.start >= last.start } ?? true
    }

    /// "Swap it for the black one" names no thing where versions are chosen, but what shall be instead.
    private func namesThings(_ reading: Interpretation) -> Bool {
        guard currentFlow?.slots.contains(where: { $0.each != nil }) == true else {
            return namesAnyOfShop(reading)
        }
        let words = reading.tokens.flatMap { [$0.folded, $0.stem] }
        return !dialogue.products.named(by: words + shopWords(in: reading))
            .isEmpty
    }

    /// "Ok, thanks. And if it is too late, can I still cancel it?"
    private static let wordsOfPointing = 12

    /// "It" and "that", and not the article of a thing; "kann ich die stornieren?" ends with its verb.
    func points(_ reading: Interpretation) -> Bool {
        let (interpreter, language) = (dialogue.interpreter, reading.language)
        let pointing = dialogue.words[.pointings, language]
        let tokens = reading.tokens
        return tokens.indices.contains { place in
            guard pointing.contains(where: tokens[place...].map(\.folded).starts(with:)) else {
                return false
            }
            guard interpreter.isDeterminer(tokens[place].folded, language: language),
                place + 1 < tokens.count, !tokens[place + 1].isPunctuation
            else { return true }
            // "Wo bleibt der Rest?"
            let next = reading.text(from: tokens[place + 1].start, to: tokens[place + 1].end)
            if next?.first?.isUppercase == true { return false }
            let isArticle =
                place + 2 < tokens.count && !["?", "."].contains(tokens[place + 2].folded)
                && !interpreter.isOfEveryday(tokens[place + 1].folded, language: language)
            return !isArticle
        }
    }

    /// The order that an ended flow was about is meant again where the words point at it, or it is one of the
    /// choices now: who has looked at a delivered order and then asks "where is my stuff?" waits for another.
    func isStillMeant(_ value: Value, by slot: Slot) throws(Interruption) -> Bool {
        guard dialogue.isNamedByID(slot), let kind = book.types[slot.type.name]?.entity,
            let last = state.earlier.last(where: { $0.kind == kind && !$0.isNegated }),
            last.end == 0, let offers = try choices(for: slot, member: nil)
        else { return true }
        guard pointsAtLast(slot) else { return offers.contains { $0.choice.isCalled(value) } }
        let names = namedProducts(in: interpretation(of: state.stack.last?.utterances.first ?? ""))
        guard !names.isEmpty else { return true }
        return offers.contains { offer in
            offer.choice.isCalled(value) && names.contains(where: offer.choice.name.contains)
        }
    }

    /// The things of the shop's range that the words name, by the last word of their names: "my keyboard".
    func namedProducts(in reading: Interpretation) -> [String] {
        dialogue.products.named(by: reading.tokens.flatMap { [$0.folded, $0.stem] })
    }

    /// An order's number stands in the words, or what else names one.
    func namesID(_ reading: Interpretation) -> Bool {
        reading.entities.contains { dialogue.kinds.namedByID.contains($0.kind) }
    }

    /// A word of one of the shop's names or values, as "grill" or "navy".
    func namesAnyOfShop(_ reading: Interpretation) -> Bool {
        dialogue.interpreter.namesAnyOfShop(reading.tokens, language: reading.language)
    }
}
