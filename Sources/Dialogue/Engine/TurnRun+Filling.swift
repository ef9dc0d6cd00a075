import Facts
import Understanding

/// Filling slots: from the message, from earlier ones, from what is known, from the only choice.
extension TurnRun {
    /// A choice with the record it was made from: the picker reads the one, the flow keeps the other.
    struct Offer: Equatable, Sendable {
        var choice: Choice
        var record: Record
    }

    /// What a text gives to a slot.
    enum Finding: Sendable {
        case nothing
        case value(Value)
        /// The text fits these equally: the customer must say which.
        case several([Offer])
        /// None has everything that the text asks for: the closest, and what they lack, as it was said.
        case nearest([Offer], missing: [String])
    }

    /// Fills a slot from its sources; true when it did.
    mutating func fill(_ slot: Slot, member: Int?) throws(Interruption) -> Bool {
        guard let value = try sourcedValue(of: slot, member: member) else { return false }
        keep(value, in: slot, member: member)
        return true
    }

    private mutating func sourcedValue(
        of slot: Slot, member: Int?
    ) throws(Interruption) -> Value? {
        guard let frame = state.stack.last else { return nil }
        if !frame.stale.contains(slot.id) {
            if let noted = try orderNoted(for: slot) { return noted }
            if let first = try firstOfThingsSaid(slot) { return first }
            if let first = try firstOfAllBut(slot) { return first }
            if !dialogue.isNamedByID(slot), let other = try namedElsewhere(slot) { return other }
            for source in slot.sources {
                switch source {
                case .message:
                    if let value = try spokenValue(of: slot, member: member) {
                        noteAnswer(slot)
                        if let text = frame.utterances.first {
                            noteOtherNumbers(slot, in: interpretation(of: text))
                        }
                        return value
                    }
                case .earlier:
                    if let value = earlierValue(of: slot), try isStillMeant(value, by: slot) {
                        return value
                    }
                case .path(let path):
                    try prefetch([path])
                    if let value = KnownFacts(run: self).value(at: path) { return value }
                }
            }
        }
        if let value = try followedValue(of: slot) { return value }
        if let text = frame.utterances.first, !frame.stale.contains(slot.id),
            let first = try firstOfEach(slot, in: interpretation(of: text), isAsked: false)
        {
            return first.order
        }
        if !frame.stale.contains(slot.id) {
            if dialogue.isNamedByID(slot), let other = try namedElsewhere(slot) { return other }
            if let value = try orderOfWaiting(for: slot) { return value }
        }
        guard slot.takesOnlyChoice, !frame.stale.contains(slot.id),
            let all = try choices(for: slot, member: member),
            case let choices = slot.isMany ? all : all.alike, choices.count == 1,
            !(dialogue.isNamedByID(slot) && speaksOfOtherThings(than: choices[0])),
            try unowned(for: slot) == nil
        else { return nil }
        return .record(choices[0].record)
    }

    /// Several choices that fit the customer's words equally: the ones worth asking about. nil where none stand out.
    /// `missing`: what none of them has of what was asked for.
    func narrowed(
        _ slot: Slot, member: Int?
    ) throws(Interruption) -> (offers: [Offer], missing: [String])? {
        guard state.stack.last?.stale.contains(slot.id) == false else { return nil }
        for text in (state.stack.last?.utterances ?? []).reversed() {
            let reading = interpretation(of: text)
            switch try find(slot, member: member, in: reading, asked: false) {
            case .several(let offers): return (offers, [])
            // "The 5 ft glass one" was said of the first thing, unless this one is named.
            case .nearest(let offers, let missing)
            where member ?? 0 == 0 || namesThings(reading, of: slot):
                return (offers, missing)
            case .nothing, .value, .nearest: continue
            }
        }
        return nil
    }

    /// A value out of the words that the customer has written for this flow, the newest first.
    private func spokenValue(of slot: Slot, member: Int?) throws(Interruption) -> Value? {
        let utterances = state.stack.last?.utterances ?? []
        // "All on my card", behind "the bottle and the shelf": these, not everything there is.
        var all: Value?
        for (place, text) in utterances.enumerated().reversed() {
            let reading = interpretation(of: text)
            if place > 0, answeredForAnother(slot, member, reading) { continue }
            if case .value(let value) = try find(slot, member: member, in: reading, asked: false) {
                if slot.isMany, let list = value.list,
                    let count = try thingsCounted(in: reading, of: slot),
                    list.count < count
                {
                    continue
                }
                guard slot.isMany, try namesNone(of: slot, reading) else { return value }
                all = all ?? value
            }
        }
        return all
    }

    /// The words pick by "all" or by numbers, and name nothing.
    private func namesNone(of slot: Slot, _ reading: Interpretation) throws(Interruption) -> Bool {
        let offers = try choices(for: slot, member: nil) ?? []
        return passages(of: reading, among: offers.map(\.choice)).isEmpty
    }

    private func earlierValue(of slot: Slot) -> Value? {
        guard let kind = book.types[slot.type.name]?.entity, !isTaken(kind, by: slot),
            // A write names its order anew, or says "it".
            currentFlow?.request == nil || !dialogue.isNamedByID(slot) || pointsAtLast(slot),
            let value = state.earlier.last(where: { $0.kind == kind && !$0.isNegated })?.value,
            isWhole(value.record, for: slot)
        else { return nil }
        // The address of the last change is not that of the next one, unless the customer says so.
        let isSpent = currentFlow?.request != nil && state.used[slot.type.name] == value
        return isSpent ? nil : value
    }

    /// Fills the innermost flow's empty slots with what was told before the flow began: "Hi, I'm Noah Brown, 80279".
    mutating func recall() {
        for slot in currentFlow?.slots ?? [] where state.stack.last?.slots[slot.id] == nil {
            guard slot.sources.contains(.earlier), book.types[slot.type.name]?.choices == nil,
                let value = earlierValue(of: slot)
            else { continue }
            keep(value, in: slot, member: nil)
        }
    }

    func interpretation(of text: String) -> Interpretation {
        if let interpretation, interpretation.text == text {
            return withoutOwnCode(interpretation)
        }
        return withoutOwnCode(
            shared.readings.reading(of: text, in: state.language) {
                dialogue.interpreter.interpret(text, in: state.language, today: today)
            })
    }

    /// The clause's part of the text.
    func words(of clause: Clause, in reading: Interpretation) -> Interpretation? {
        reading.text(from: clause.start, to: clause.end).map(interpretation)
    }

    /// Fills what the words give without being asked: slots of the current flow that are empty and have an entity
    /// and no choices. True when there was one.
    mutating func volunteer(_ reading: Interpretation) -> Bool {
        guard let flow = currentFlow else { return false }
        let reading = reading.withoutParts
        var found = false
        for slot in flow.slots where state.stack.last?.slots[slot.id] == nil && slot.each == nil {
            guard slot.sources.contains(.message), let type = book.types[slot.type.name]
            else { continue }
            let said = saidParts(of: slot, in: reading)
            if type.choices == nil, let value = entityValue(of: slot, type: type, in: reading) {
                keep(value, in: slot, member: nil)
                noteAnswer(slot)
            } else if type.choices == nil || said.names.first == type.parts.first?.name {
                // "12 Oak Street" is no address that is known; "the one in Denver" may be.
                guard begin(slot, with: said) else { continue }
            } else {
                continue
            }
            found = true
        }
        return found
    }

    /// The customer gave the slot: "undo" takes back the newest.
    mutating func noteAnswer(_ slot: Slot) {
        let turn = state.turn
        withFrame { $0.answered[slot.id] = turn }
    }

    /// Puts a value into a slot; a member's value is appended to the list of an `each` slot.
    mutating func keep(_ value: Value, in slot: Slot, member: Int?) {
        let value = slot.isMany && value.list == nil ? .list([value]) : value
        withFrame { frame in
            frame.consent = nil
            frame.begun[slot.id] = nil
            if slot.each != nil, member != nil {
                frame.slots[slot.id] = .list((frame.slots[slot.id]?.list ?? []) + [value])
                frame.tries[slot.id] = nil  // the next member is a question of its own
            } else {
                frame.slots[slot.id] = value
            }
        }
    }
}

// MARK: - Finding

extension TurnRun {
    /// What a reading gives to a slot. `asked`: the slot's question is open, so any words may answer it.
    func find(
        _ slot: Slot, member: Int?, in reading: Interpretation, asked: Bool
    ) throws(Interruption) -> Finding {
        let question = FindingQuestion(
            revision: revision, asked: asked, member: member, slot: slot, reading: reading)
        if let known = shared.found[question] { return known }
        let finding = try findAnew(slot, member: member, in: reading, asked: asked)
        shared.found.note(finding, to: question)
        return finding
    }

    private func findAnew(
        _ slot: Slot, member: Int?, in reading: Interpretation, asked: Bool
    ) throws(Interruption) -> Finding {
        guard let type = book.types[slot.type.name] else { return .nothing }
        let reading = try wordsFor(slot, in: reading, asked: asked)
        if type.isFreeText { return asked ? .value(.text(reading.text)) : .nothing }
        let entity = entityValue(of: slot, type: type, in: reading)
        guard type.choices != nil else { return entity.map(Finding.value) ?? .nothing }
        guard let offers = try choices(for: slot, member: member) else {
            return entity.map(Finding.value) ?? .nothing
        }
        if let found = called(entity, slot, among: offers, in: reading) { return found }
        let reference =
            reference(for: slot, member: member)
            ?? reference(for: slot, among: offers, in: reading)
        let words = self.own(words: reading, for: slot, among: offers, asked: asked)
        guard
            let ofIt = try partApart(words, about: member, of: slot, among: offers, asked: asked)
        else { return .nothing }
        let isPlain = asked && !slot.isMany && slot.each == nil
        let part = preferred(
            isPlain ? exceptKept(ofIt) : ofIt, among: offers, reference: reference)
        // Without the question, "my black mouse" tells what there is, not what shall be instead.
        let isFree = !asked && !dialogue.isNamedByID(slot)
        if let same = sameVersion(as: reference, of: slot, among: offers, part) { return same }
        let isSame = part.mentions.contains("same_words")
        func isMeant(_ values: [Value]) -> Bool {
            !isFree || isSame || values.contains { names($0, in: part, besides: reference) }
                || compares(part, among: offers, with: reference)
        }
        let picked =
            pickedWithoutParts(slot, in: part, among: offers, isAsked: asked)
            ?? pick(
                part, among: offers, isMany: slot.isMany, reference: reference,
                holdsThings: dialogue.isNamedByID(slot))
        if !asked, isOnlyCounted(picked, slot, in: part, among: offers) { return .nothing }
        if case .value(let value) = picked, slot.each != nil, !isSame,
            repeats(value, reference, in: part) || isLeftOver(value, reference, in: part)
        {
            let others = others(offers, of: slot, member: member)
            return asked && isLeftOver(value, reference, in: part) ? .several(others) : .nothing
        }
        if let original = try told(type, in: part, among: offers, besides: picked) {
            return .value(.record(original.record))
        }
        let found = try checked(picked, of: slot, member: member, in: part, among: offers)
        if let about = type.about, case .value(let value) = found,
            isNamedOnly(by: about, value, in: part)
        {
            return .several(offers)
        }
        if let entity, case .text = entity, case .value(let value) = found,
            try counts(entity, before: value, slot, in: reading)
        {
            return .value(entity)
        }
        switch found {
        case .value(let value) where isMeant([value]): return found
        case .nothing, .value:
            return try told(entity, slot, among: offers, in: reading) ?? .nothing
        case .several(let several):
            if let one = try told(entity, slot, among: several, in: reading) { return one }
            if let one = try holder(of: reading, among: several, slot) { return one }
            guard isMeant(several.map { .record($0.record) }) else { return .nothing }
            // "To Park Avenue", where it goes to another Park Avenue now.
            let elsewhere = several.filter { !servesOwn($0) }
            return elsewhere.count == 1 ? .value(.record(elsewhere[0].record)) : found
        case .nearest: return found
        }
    }

    /// The words without those that tell of another order, or where a value comes from.
    private func wordsFor(
        _ slot: Slot, in reading: Interpretation, asked: Bool
    ) throws(Interruption) -> Interpretation {
        let own = withoutSource(try withoutLandmarks(reading, for: slot), for: slot)
        return try withoutArrived(try ofAnotherOrder(own, for: slot, asked: asked), for: slot)
    }

    private func entityValue(
        of slot: Slot, type: SlotType, in reading: Interpretation
    ) -> Value? {
        guard let kind = type.entity, !isTaken(kind, by: slot),
            let said = reading.entities.first(where: { $0.kind == kind && !$0.isNegated })?.value
        else { return nil }
        return type.parts.isEmpty ? said : whole(slot, with: said.record).map(Value.record)
    }

    func pick(
        _ reading: Interpretation, among offers: [Offer], isMany: Bool, reference: Choice? = nil,
        holdsThings: Bool = false
    ) -> Finding {
        if isMany, let things = things(named: reading, among: offers) {
            return oneOfEqual(things, among: offers, in: reading)
        }
        let isPraised = !holdsThings && reading.mentions.contains("content_words")
        let kept = isMany || isPraised ? turnedDown(in: reading, among: offers) : []
        let picking = picking(
            reading, among: offers.map(\.choice), reference: reference, holdsThings: holdsThings)
        let fitting = picking.indices.filter { offers.indices.contains($0) && !kept.contains($0) }
            .map { offers[$0] }
        // "The chairs wobble", and one is asked for: of two of the same kind either will do.
        let isOne = picking.kind == .one || !isMany
        let isOpen = fitting.count == offers.count && !tellsValue(reading, of: offers)
        let picked =
            isOne ? closest(fitting.alike, to: isOpen ? nil : reference) : fitting
        switch picking.kind {
        case .none, .neither: return .nothing
        case .all where isMany:
            let all = Finding.value(.list(picked.map { .record($0.record) }))
            return oneOfEqual(all, among: offers, in: reading)
        case .all, .one:
            if picking.kind == .all, let one = onlyOne(of: offers, in: reading) { return one }
            guard let first = picked.first else { return .nothing }
            return picked.count == 1 ? .value(.record(first.record)) : .several(picked)
        }
    }

    /// The choices of a slot's type, from the shop; nil where it has none or a parameter is missing.
    /// `given`: values of other slots than the flow has them.
    func choices(
        for slot: Slot, member: Int?, with given: [String: Value] = [:]
    ) throws(Interruption) -> [Offer]? {
        let question = OffersQuestion(revision: revision, member: member, slot: slot, given: given)
        if let known = shared.offered[question] { return known }
        let offers = try choicesAnew(for: slot, member: member, with: given)
        shared.offered.note(offers, to: question)
        return offers
    }

    private func choicesAnew(
        for slot: Slot, member: Int?, with given: [String: Value]
    ) throws(Interruption) -> [Offer]? {
        guard let type = book.types[slot.type.name], let use = type.choices else { return nil }
        var bindings = Record()
        for (parameter, path) in zip(type.parameters, slot.type.arguments) {
            guard let root = path.first else { continue }
            if let value = given[root] {
                bindings[parameter] = value.value(at: path.dropFirst())
            } else if slot.each == root, let value = self.member(member, of: slot) {
                bindings[parameter] = value.value(at: path.dropFirst())
            } else {
                try prefetch([path])
                bindings[parameter] = KnownFacts(run: self).value(at: path)
            }
        }
        guard let lookUp = lookUp(use, bindings: bindings) else { return nil }
        let signature = signature(of: lookUp)
        let result = try answer(to: lookUp, signature)
        return shared.readings.offers(of: signature) {
            let records = result.foundValue?.list?.compactMap(\.record) ?? []
            return records.compactMap { record in
                Choice(record).map { Offer(choice: $0, record: record) }
            }
        }
    }
}

extension Interpretation {
    /// Without what is a part of something larger: the zip of a whole address is not the customer's own.
    fileprivate var withoutParts: Interpretation {
        var own = self
        own.entities = entities.filter { part in
            !entities.contains {
                $0.value.isWhole && $0.kind != part.kind && $0.start <= part.start
                    && part.end <= $0.end
            }
        }
        return own
    }
}
