import Facts
import Understanding

/// The same for several orders: "all of them", "both orders", "1 and 3". One after the other, each with a question
/// of its own.
extension TurnRun {
    /// An order, and what is said of it.
    typealias OrderSaid = (order: Value, words: Interpretation)

    private static let fewLooks = 3

    /// It does something with an order, or tells how it stands: "status of 1 and 2".
    private func servesEach(_ flow: Flow) -> Bool { flow.request != nil || flow.needs != nil }

    /// The first of all orders that the words speak of; the others are noted as wishes. `isAsked`: the question for
    /// the order is open, so "both" are both orders.
    mutating func firstOfEach(
        _ slot: Slot, in reading: Interpretation, isAsked: Bool
    ) throws(Interruption) -> OrderSaid? {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            servesEach(flow), let offers = try choices(for: slot, member: nil),
            offers.count > 1
        else { return nil }
        // "Where my other order goes, the one with the lamp" names no order that is to be changed.
        let named = withoutSource(reading, for: slot)
        if !isAsked, let first = try firstNamed(in: ofOwnWish(named), among: offers) {
            return (said(first, in: reading.text), first.words)
        }
        guard isAsked || reading.mentions.contains("every_order_words") else { return nil }
        let told = all(of: offers, in: named)
        // "All except the one with the shelf", "both, the one with the lamp and the one with the phone"; of more than
        // two nobody knows which "both" are.
        let isEvery = !isAsked && told.isEmpty && !reading.mentions.contains("both_words")
        let meant = isEvery ? Array(offers.indices) : told
        // "List all my orders": of many a list is shown, and one is told more of.
        if !isAsked, flow.request == nil, meant.count > Self.fewLooks { return nil }
        guard meant.count > 1, let first = meant.first else { return nil }
        let groups = try stretches(of: named, among: offers)
        func words(about order: Int) -> String? {
            groups.first { $0.orders == [order] }?.text
        }
        let said = state.stack.last?.utterances ?? []
        let begun = said.isEmpty ? reading.text : said.joined(separator: ". ")
        for order in meant.dropFirst() {
            let id = offers[order].choice.id
            let own = words(about: order)
                .map { withReason($0, in: reading, for: flow) }
            noteSame(flow, own ?? "\(begun) (\(id))", about: .text(id))
        }
        let own = words(about: first).map(interpretation) ?? reading
        return (.record(offers[first].record), own)
    }

    /// "All except the one with the shelf": the first of the others, which are noted as wishes. In a flow about things
    /// "everything but the lamp" is said of these.
    mutating func firstOfAllBut(_ slot: Slot) throws(Interruption) -> Value? {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            flow.request != nil, !flow.slots.contains(where: \.isMany),
            let text = state.stack.last?.utterances.first,
            let offers = try choices(for: slot, member: nil), offers.count > 1
        else { return nil }
        let reading = interpretation(of: text)
        let all = picking(reading, among: offers.map(\.choice))
        let named = picking(reading, among: offers.map(\.choice), holdsThings: true)
        let rest = all.indices.filter(offers.indices.contains)
        guard all.kind == .all, let first = rest.first, !named.indices.isEmpty,
            Set(named.indices).isDisjoint(with: rest)
        else { return nil }
        for order in rest.dropFirst() {
            let id = offers[order].choice.id
            noteSame(flow, "\(text) (\(id))", about: .text(id))
        }
        return .record(offers[first].record)
    }

    /// Without the sentences that wish something else: "also, I'd like to change the boots", before an address.
    private func ofOwnWish(_ reading: Interpretation) -> Interpretation {
        withoutSentences(of: reading) { part, _ in
            isElsewhere(part) && part.verdict.intent.map(isWish) == true
        }
    }

    /// Without the questions about something else of a thing, where another sentence names one: "is the puzzle there
    /// for beginners? The kettle goes back."
    func withoutOtherThings(_ reading: Interpretation) -> Interpretation {
        let own = withoutSentences(of: reading) { part, isAsked in
            isAsked && namesAnyOfShop(part)
                && part.verdict.intent.map { currentFlow?.starts.contains($0) == true } != true
        }
        let isNamed = namesAnyOfShop(own) && !own.mentions.contains("both_words")
        return isNamed ? own : reading
    }

    private func withoutSentences(
        of reading: Interpretation, where isElse: (_ part: Interpretation, _ isAsked: Bool) -> Bool
    ) -> Interpretation {
        let sentences = reading.sentenceRanges
        guard sentences.count > 1 else { return reading }
        let own = sentences.filter { range in
            !isElse(self.reading([range], of: reading), reading.isAsked(range))
        }
        return own.count == sentences.count ? reading : self.reading(own, of: reading)
    }

    /// It is likely to be about what another flow does.
    private func isElsewhere(_ part: Interpretation) -> Bool {
        guard let intent = part.verdict.intent else { return false }
        return part.verdict.confidence >= Self.wishConfidence
            && currentFlow?.starts.contains(intent) != true
    }

    /// In a flow about things, what is said of those of several orders in an answer: see `firstNamed`.
    mutating func firstOfThings(
        _ slot: Slot, in reading: Interpretation
    ) throws(Interruption) -> OrderSaid? {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            servesEach(flow),
            !namesID(reading),
            let offers = try choices(for: slot, member: nil), offers.count > 1
        else { return nil }
        let said = withoutSource(reading, for: slot)
        let wish =
            flow.slots.contains(where: \.isMany)
            ? nil : ownWish(of: flow, in: said, among: offers)
        return try firstNamed(in: wish ?? withoutOtherThings(said), among: offers)
    }

    /// The same of what was said for the flow until now, the newest first; the rest of those words is forgotten here.
    mutating func firstOfThingsSaid(_ slot: Slot) throws(Interruption) -> Value? {
        for text in (state.stack.last?.utterances ?? []).reversed() {
            let reading = try withoutArrived(interpretation(of: text), for: slot)
            guard let first = try firstOfThings(slot, in: reading) else {
                continue
            }
            return said(first, in: text)
        }
        return nil
    }

    /// The order, and of the text no more than what is said of it.
    private mutating func said(
        _ first: OrderSaid, in text: String
    ) -> Value {
        withFrame { frame in
            frame.utterances = frame.utterances.map { $0 == text ? first.words.text : $0 }
        }
        return first.order
    }

    /// "The lamp in silver, and my mat in green", "from the second the chair, from the first the bottle": the order of
    /// the first thing that is in only one, and what is said of what it holds. The others are noted as wishes of their
    /// own, each with its words. nil where all the things that are named are in one order.
    private mutating func firstNamed(
        in reading: Interpretation, among offers: [Offer]
    ) throws(Interruption) -> OrderSaid? {
        let groups = try stretches(of: reading, among: offers)
        guard let flow = currentFlow, groups.count > 1,
            let main = groups.firstIndex(where: { $0.orders.count == 1 }),
            let order = groups[main].orders.first
        else { return nil }
        for (place, group) in groups.enumerated() where place != main {
            let only = group.orders.count == 1 ? group.orders.first : nil
            noteSame(
                flow, withReason(group.text, in: reading, for: flow),
                about: .text(only.map { offers[$0].choice.id } ?? group.text))
        }
        return (.record(offers[order].record), interpretation(of: groups[main].text))
    }

    /// "Cancel 1061 and 1063": the numbers that stand next to the one that was taken are wishes of their own.
    mutating func noteOtherNumbers(_ slot: Slot, in reading: Interpretation) {
        guard dialogue.isNamedByID(slot), !slot.isMany, let flow = currentFlow,
            servesEach(flow), let kind = book.types[slot.type.name]?.entity
        else { return }
        let named = withoutSource(reading, for: slot).entities.filter {
            $0.kind == kind && !$0.isNegated
        }
        guard let first = named.first else { return }
        var last = first
        for other in named.dropFirst() where other.value != first.value {
            let between = reading.tokens.filter { last.end <= $0.start && $0.end <= other.start }
            guard between.count <= Self.fewJoints, !between.contains(where: \.endsSentence) else {
                return
            }
            last = other
            let others = named.filter { $0.value != other.value }.map { $0.start..<$0.end }
            let text = reading.text(without: others)
            noteSame(flow, text, about: other.value)
        }
    }

    /// "and order no."
    private static let fewJoints = 4

    /// The order that the open wish was noted for, when several were named at once.
    func orderNoted(for slot: Slot) throws(Interruption) -> Value? {
        guard dialogue.isNamedByID(slot), !slot.isMany, let about = state.stack.last?.about,
            let offer = try choices(for: slot, member: nil)?.first(where: {
                $0.choice.isCalled(about)
            }), state.stack.last?.follows == false || !speaksOfOtherThings(than: offer)
        else { return nil }
        return .record(offer.record)
    }

    /// The same wish as the flow's, for another order or one that is still to be asked for.
    mutating func noteSame(_ flow: Flow, _ text: String, about order: Value?) {
        let intent = state.lastWish.flatMap { book.flowOfIntent[$0] == flow.id ? $0 : nil }
        note(Wish(intent: intent ?? flow.id, text: text, about: order))
    }

    /// What is said of the things of one order after the other, with the orders that hold them all. What names nothing
    /// and is about all of it ("everything to my gift card") is said of each.
    private func stretches(
        of reading: Interpretation, among offers: [Offer]
    ) throws(Interruption) -> [(orders: Set<Int>, text: String)] {
        var things: [Choice] = []
        var holders: [Int] = []
        for (order, offer) in offers.enumerated() {
            for thing in self.things(in: offer.choice) {
                things.append(Choice(id: "\(things.count)", name: thing.name))
                holders.append(order)
            }
        }
        let sentences = reading.sentenceRanges
        var general: [Range<Int>] = []
        for sentence in sentences {
            let part = self.reading([sentence], of: reading)
            guard passages(of: part, among: things).isEmpty else { continue }
            let choosesMore = try choosesMore(part)
            if choosesMore || isAboutMore(part) { general.append(sentence) }
        }
        let body = self.reading(sentences.filter { !general.contains($0) }, of: reading)
        var groups: [(orders: Set<Int>, ranges: [Range<Int>])] = []
        for passage in passages(of: body, among: things) where !passage.isNegated {
            // "…, the lamp from the other": the other order, and no other thing.
            guard body.tokens[passage.tokens].contains(where: isOfShop) else { continue }
            let orders = try holding(
                what: self.reading([passage.tokens], of: body),
                among: Set(passage.indices.map { holders[$0] }), of: offers)
            // Things are named order by order: one that several have goes with those before it.
            let place = groups.lastIndex { !$0.orders.isDisjoint(with: orders) }
            guard let place else {
                // "Return the lamp because it does not fit my shelf" lists no shelf.
                if groups.isEmpty || isListed(passage, in: body) {
                    groups.append((orders, [passage.tokens]))
                } else {
                    groups[groups.count - 1].ranges.append(passage.tokens)
                }
                continue
            }
            groups[place].orders.formIntersection(orders)
            groups[place].ranges.append(passage.tokens)
        }
        let rest = general.isEmpty ? [] : [self.reading(general, of: reading).text]
        return groups.map { group in
            let said = self.reading(group.ranges, of: body)
            let own = groups.count > 1 ? withoutBoth(said) : said.text
            return (group.orders, ([own] + rest).joined(separator: ". "))
        }
    }

    /// Of "two things: the machine and the vacuum, neither of the two fits", cut apart, without the "two": it is said
    /// of both.
    private func withoutBoth(_ said: Interpretation) -> String {
        let behind = (said.tokens.lastIndex(where: isOfShop) ?? -1) + 1
        let things = dialogue.words[.things, said.language]
        let counts = said.entities.filter { entity in
            let next = said.tokens.first { $0.start >= entity.end }
            return entity.kind == BuiltInEntity.number.rawValue
                && next.map { things.contains([$0.folded]) } == true
        }.map { $0.start..<$0.end }
        let spans = counts + dialogue.words.spans(of: .boths, in: said, from: behind)
        return spans.isEmpty ? said.text : said.text(without: spans)
    }

    /// Of orders that hold a thing of the name those whose thing is as the words say: "the art puzzle", where another
    /// order has one with animals. All of them where that is none, or a version is wished for.
    private func holding(
        what part: Interpretation, among orders: Set<Int>, of offers: [Offer]
    ) throws(Interruption) -> Set<Int> {
        guard orders.count > 1, let flow = currentFlow,
            !flow.slots.contains(where: { $0.each != nil }),
            let slot = flow.slots.first(where: \.isMany),
            let order = flow.slots.first(where: dialogue.isNamedByID)
        else { return orders }
        var fitting: Set<Int> = []
        for place in orders.sorted() {
            let items =
                try choices(
                    for: slot, member: nil, with: [order.id: .record(offers[place].record)]) ?? []
            let told = part.tokens.filter { token in
                isOfShop(token) && !items.contains { names(token, $0.choice.name) }
            }
            let isThere = items.contains { item in
                let values = item.choice.attributes.map(\.value).joined(separator: " ")
                return part.tokens.contains { names($0, item.choice.name) }
                    && told.allSatisfy { names($0, values) }
            }
            if !told.isEmpty, isThere { fitting.insert(place) }
        }
        return fitting.isEmpty ? orders : fitting
    }

    private func names(_ token: Token, _ text: String) -> Bool {
        token.folded.count > 2
            && dialogue.interpreter.tokens(of: text, in: state.language).contains {
                $0.folded == token.folded || $0.stem == token.stem
            }
    }

    /// A comma, a sentence's end, an "and" or a "then" stands before it, and few words between; or it is wished for.
    private func isListed(_ passage: Passage, in reading: Interpretation) -> Bool {
        let part = self.reading([passage.tokens], of: reading)
        if ["wish_words", "addition_words"].contains(where: part.mentions.contains) { return true }
        if speaksOfOtherOrder(before: passage, in: reading) { return true }
        let joints = [.joints, .sequences].flatMap { dialogue.words[$0, reading.language] }
        let name =
            passage.tokens.first { isOfShop(reading.tokens[$0]) } ?? passage.tokens.lowerBound
        let separator = reading.tokens[..<name].lastIndex { token in
            token.isPunctuation || joints.contains([token.folded])
        }
        return separator.map { name - $0 <= Self.fewWordsBetween } ?? false
    }

    /// "From another delivery the bottle and the shelf".
    private func speaksOfOtherOrder(before passage: Passage, in reading: Interpretation) -> Bool {
        let start = max(passage.tokens.lowerBound - Self.wordsOfOrder, 0)
        let before = self.reading([start..<passage.tokens.upperBound], of: reading)
        return before.mentions.contains("other_words")
    }

    /// "And the one with all the lamps".
    private static let fewWordsBetween = 6
    /// "From my other order".
    private static let wordsOfOrder = 5

    /// It is about something else that the flow asks for than its order: the way to pay.
    func isAboutMore(_ part: Interpretation) -> Bool {
        otherSlots.contains { slot in
            guard let type = book.types[slot.type.name] else { return false }
            return type.about.map(part.mentions.contains) == true
                || part.entities.contains { $0.kind == type.entity }
        }
    }

    /// The words are a choice for something else: "with my Visa".
    func choosesMore(_ part: Interpretation) throws(Interruption) -> Bool {
        for slot in otherSlots {
            let offers = try choices(for: slot, member: nil) ?? []
            if offers.contains(where: { names(.record($0.record), in: part, besides: nil) }) {
                return true
            }
        }
        return false
    }

    /// What the flow asks for besides its order, things and versions.
    private var otherSlots: [Slot] {
        (currentFlow?.slots ?? []).filter {
            !dialogue.isNamedByID($0) && $0.each == nil && !$0.isMany
        }
    }

    /// The choices that the words mean, where they mean each of several: "all three! 1, 3 and 4" are the numbers.
    private func all(of offers: [Offer], in reading: Interpretation) -> [Int] {
        let choices = offers.map(\.choice)
        for range in reading.sentenceRanges {
            let sentence = self.reading([range], of: reading)
            let numbers = sentence.entities.filter { $0.kind == "number" }
            let meant = picking(sentence, among: choices).indices
            if numbers.count > 1, meant.count == numbers.count,
                wordsBesideEntities(of: sentence) <= Self.fewJoints
            {
                return meant.filter(offers.indices.contains)
            }
        }
        let picking = picking(reading, among: choices)
        guard picking.kind == .all else { return each(of: offers, in: reading) }
        return picking.indices.filter(offers.indices.contains)
    }

    /// "The one with the lamp and the one with the phone": each part of the words means another choice.
    private func each(of offers: [Offer], in reading: Interpretation) -> [Int] {
        var meant: [Int] = []
        for part in dialogue.interpreter.parts(of: reading) {
            guard let text = reading.text(from: part.lowerBound, to: part.upperBound) else {
                return []
            }
            let said = interpretation(of: text)
            let picking = picking(said, among: offers.map(\.choice), holdsThings: true)
            if picking.indices.isEmpty { continue }
            guard picking.kind == .one, let one = picking.indices.first,
                picking.indices.count == 1, offers.indices.contains(one), !meant.contains(one)
            else { return [] }
            meant.append(one)
        }
        return meant.count > 1 ? meant : []
    }
}
