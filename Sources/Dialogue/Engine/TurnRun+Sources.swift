import Facts
import Understanding

/// "The same address as my kettle order" (`source_words`), and in answer to the question "like the camera"
/// (`likeness_words`): the words behind tell where a value comes from, not what shall be changed.
extension TurnRun {
    /// The words that tell where the slot's value comes from.
    func source(for slot: Slot, in reading: Interpretation) -> Interpretation? {
        let sources = sources(in: reading, of: Self.ofRecords)
        return sources.isEmpty ? nil : self.reading(sources.map(\.told), of: reading)
    }

    /// The words without those that only tell where another slot's value comes from.
    func withoutSource(_ reading: Interpretation, for slot: Slot) -> Interpretation {
        guard parts(of: slot).isEmpty else { return reading }
        if !recordParts.isEmpty { return withoutRecords(reading) }
        let bare = without([.sources], reading)
        return dialogue.isNamedByID(slot) ? withoutLikeOrders(bare) : bare
    }

    /// … wherever an address may come from.
    func withoutRecords(_ reading: Interpretation) -> Interpretation {
        without(Self.ofRecords, reading)
    }

    /// "To my place in Denver (as in 1042), paid by card": the number tells an address, and no order; "I don't like
    /// the lamp from 1042" does.
    private func withoutLikeOrders(_ reading: Interpretation) -> Interpretation {
        without([.likeness], reading) { source in
            source.told.prefix(Self.wordsOfNumber).contains { isOrderNumber(at: $0, in: reading) }
        }
    }

    /// "My order 1042".
    private static let wordsOfNumber = 3

    /// "The makeup kit goes to Charlotte. And cancel another order": only the sentence that wishes what the flow does
    /// tells which order is meant, where that is another one.
    func ofAnotherOrder(
        _ reading: Interpretation, for slot: Slot, asked: Bool
    ) throws(Interruption) -> Interpretation {
        guard !asked, let flow = currentFlow, flow.request != nil else { return reading }
        if slot.isMany { return withoutOtherThings(reading) }
        guard dialogue.isNamedByID(slot) else { return reading }
        let offers = try choices(for: slot, member: nil) ?? []
        if let wish = ownWish(of: flow, in: reading, among: offers) { return wish }
        if flow.slots.contains(where: \.isMany) { return withoutOtherThings(reading) }
        guard reading.mentions.contains("other_words") else { return reading }
        let parts = sentences(of: reading)
        let own = parts.filter { part in
            part.mentions.contains("other_words") && !namesAnyOfShop(part)
                && part.verdict.intent.map(flow.starts.contains) == true
        }
        return parts.count > 1 && own.count == 1 ? own[0] : reading
    }

    /// "Cancel the vases, and tell me about the purifier in customs", "the boots go back, and 1042 was an accident":
    /// the one part that wishes what the flow does, where it names a thing and another part wishes something else.
    func ownWish(
        of flow: Flow, in reading: Interpretation, among offers: [Offer]
    ) -> Interpretation? {
        if let part = ownPart(of: flow, in: reading) { return part }
        let wishes = reading.clauses.filter { !$0.isNegated }
        let own = wishes.filter { $0.verdict.intent.map(flow.starts.contains) == true }
        guard wishes.count > 1, own.count == 1, let one = own.first,
            let text = reading.text(from: one.start, to: one.end)
        else { return nil }
        let wish = interpretation(of: text)
        let ids = reading.entities.filter { dialogue.kinds.namedByID.contains($0.kind) }
        let others = ids.isEmpty ? [] : clearWishes(in: reading).map(\.intent)
        let areElsewhere = ids.allSatisfy { id in
            wishes.contains { clause in
                clause != one && clause.covers(id.start, id.end)
                    && clause.verdict.intent.map(others.contains) == true
            }
        }
        if namesID(wish) { return wish }
        let held = offers.flatMap { things(in: $0.choice) }
        return areElsewhere && !passages(of: wish, among: held).isEmpty ? wish : nil
    }

    /// "Make my camera black, and cancel the order with the lamp, the one with the rug": where the flow is about whole
    /// orders, the one part that clearly wishes it, with the names behind it. nil where that is all of it.
    private func ownPart(of flow: Flow, in reading: Interpretation) -> Interpretation? {
        guard !flow.slots.contains(where: \.isMany) else { return nil }
        let joints = dialogue.words[.joints, reading.language]
        let ranges = partRanges(of: reading).flatMap { part in
            part.split(before: { joints.contains([reading.tokens[$0].folded]) })
        }
        let parts = ranges.map { self.reading([$0], of: reading) }
        let own = parts.indices.filter { place in
            parts[place].verdict.intent.map(flow.starts.contains) == true
                && parts[place].verdict.confidence >= Self.clauseConfidence
        }
        guard own.count == 1, let first = own.first, namesAnyOfShop(parts[first]) else {
            return nil
        }
        let names = ranges.indices[(first + 1)...].prefix { goesOn(parts[$0]) }.map { ranges[$0] }
        let part = self.reading([ranges[first]] + names, of: reading)
        return namesID(reading) && !namesID(part) || names.count + 1 == ranges.count ? nil : part
    }

    /// "And the rug", "and the one with the rug", "that was a mistake": of orders that were spoken of before.
    private func goesOn(_ part: Interpretation) -> Bool {
        if !namesAnyOfShop(part) || part.mentions.contains("description_words") { return true }
        let joints = dialogue.words[.joints, part.language]
        return part.tokens.allSatisfy { token in
            isOfShop(token) || joints.contains([token.folded])
                || dialogue.interpreter.isDeterminer(token.folded, language: part.language)
        }
    }

    /// "But first the address", at a change of items, which must wait for it: of that order, unless another one or a
    /// thing that is not in it is named. The same of "when will it be here?", asked in the middle of something.
    func orderOfWaiting(for slot: Slot) throws(Interruption) -> Value? {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            let waiting = state.stack.dropLast().last.flatMap({ frame in
                book.flows[frame.flow].map { (frame: frame, flow: $0) }
            }), waiting.flow.after.contains(flow.id) || looksAtIt(flow),
            let own = waiting.flow.slots.first(where: dialogue.isNamedByID),
            let held = waiting.frame.slots[own.id]?.record.flatMap(Choice.init),
            let offer = try choices(for: slot, member: nil)?.first(where: {
                $0.choice.id == held.id
            })
        else { return nil }
        let said = interpretation(of: state.stack.last?.utterances.first ?? "")
        let things = things(in: held).map { $0.name.lowercased() }
        let isOther = namedProducts(in: said).contains { !things.contains($0.lowercased()) }
        return isOther || said.mentions.contains("other_words") && isAbout(slot, said)
            ? nil : .record(offer.record)
    }

    /// It tells how an order stands, and the words only say "it".
    private func looksAtIt(_ flow: Flow) -> Bool {
        guard flow.request == nil, flow.needs != nil,
            let text = state.stack.last?.utterances.first
        else { return false }
        let said = interpretation(of: text)
        return said.mentions.contains("pointing_words") && points(said) && !namesAnyOfShop(said)
    }

    /// … whatever they are said for.
    func withoutSource(_ reading: Interpretation) -> Interpretation { without([.sources], reading) }

    private func without(
        _ lists: [DialogueWords.List], _ reading: Interpretation,
        where isMeant: (Source) -> Bool = { _ in true }
    ) -> Interpretation {
        let tokens = reading.tokens
        let spans = sources(in: reading, of: lists).filter(isMeant).map {
            tokens[$0.opening].start..<tokens[$0.told.upperBound - 1].end
        }
        return spans.isEmpty ? reading : interpretation(of: reading.text(without: spans))
    }

    private static let ofRecords: [DialogueWords.List] = [.sources, .likeness]

    /// "The order with the grill should come to Denver": where an address is asked for too, its city does not tell
    /// which order is meant, unless nothing else does.
    func pickedWithoutParts(
        _ slot: Slot, in reading: Interpretation, among offers: [Offer], isAsked: Bool
    ) -> Finding? {
        guard dialogue.isNamedByID(slot), !recordParts.isEmpty else { return nil }
        let bare = offers.map { offer in
            var offer = offer
            offer.choice.attributes.removeAll { recordParts.contains($0.name) }
            return offer
        }
        let picked = pick(reading, among: bare, isMany: false, holdsThings: true)
        if case .nothing = picked, isAsked { return nil }
        return picked
    }

    /// What a slot of the flow that is a record in parts is made of, as an address.
    private var recordParts: Set<String> {
        Set((currentFlow?.slots ?? []).flatMap { parts(of: $0).map(\.name) })
    }

    /// The stretches behind the words of the lists, up to the end of the part of the sentence; a number behind a
    /// comma ("my shoes order, W1866533") belongs to it.
    private func sources(
        in reading: Interpretation, of lists: [DialogueWords.List]
    ) -> [Source] {
        let words = reading.tokens.map(\.folded)
        let phrases = lists.map { dialogue.words.openings(of: $0, reading.language) }
        let openings = words.indices.compactMap { place in
            phrases.flatMap { $0.standing(at: words[place...]) }
                .map(\.count).max().map { (place: place, start: place + $0) }
        }
        if openings.isEmpty { return [] }
        let parts = dialogue.interpreter.parts(of: reading)
        var found: [Source] = []
        for (place, start) in openings
        where start < words.count && found.last.map({ place >= $0.told.upperBound }) ?? true {
            let first = reading.tokens[start].start
            let end = parts.first { first < $0.upperBound }?.upperBound ?? reading.text.utf8.count
            var last = words.indices.last { reading.tokens[$0].end <= end } ?? start
            while last + 2 < words.count, [",", "、"].contains(words[last + 1]),
                isOrderNumber(at: last + 2, in: reading)
            {
                last += 2
            }
            if start <= last { found.append(Source(opening: place, told: start..<last + 1)) }
        }
        return found
    }

    /// Where the words begin, and the tokens behind them.
    private struct Source {
        var opening: Int
        var told: Range<Int>
    }

    private func isOrderNumber(at place: Int, in reading: Interpretation) -> Bool {
        reading.entities.contains { entity in
            entity.start <= reading.tokens[place].start && reading.tokens[place].end <= entity.end
                && book.types.contains {
                    $0.value.entity == entity.kind && dialogue.kinds.isNamedByID(type: $0.key)
                }
        }
    }
}
