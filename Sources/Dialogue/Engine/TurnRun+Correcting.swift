import Facts
import Understanding

/// Taking back what was said: another value for a slot that has one.
extension TurnRun {
    /// What a correction came to.
    enum Correction {
        case nothing
        /// The words name what the slot holds already.
        case same
        case changed(Value)
        /// Another value is wanted, and several fit.
        case unclear
    }

    /// The slot changes, what depends on it is asked anew, and the flow goes on from its beginning. At a
    /// confirmation any other value is a correction; elsewhere it must sound like one. The last slots first:
    /// they are the most special.
    /// `takesBack`: it is known to take something back.
    mutating func corrects(
        _ reading: Interpretation, takesBack: Bool = false
    ) throws(Interruption) -> Bool {
        guard let frame = state.stack.last, let flow = currentFlow else { return false }
        let declines = reading.answer == .no
        let whole = withoutKept(withoutBareNo(withoutDeniedQuestion(reading)))
        let confirming = frame.phase == .asking(.confirmation)
        let reading = confirming ? withoutPlaces(whole) : whole
        let rearranges =
            adds(reading)
            || ["only_words", "keep_words"].contains(where: reading.mentions.contains)
        let takesBack = takesBack || reading.soundsLikeCorrection
        guard confirming || rearranges || takesBack, !isCertainlyAnotherWish(reading),
            takesBack || !isPlainlyAnotherWish(reading)
        else { return false }
        if confirming, try onlyTellsOfValues(reading) { return false }
        var isWanted = !confirming || takesBack || declines
        if !isWanted { isWanted = try asksForChange(reading) }
        guard isWanted || reading.isQuestion else { return false }
        let onlyAsks = confirming && (!isWanted || onlyAsks(reading))
        if confirming, isWrongOrder(reading) { return retakesNamed(reading) }
        if confirming, let (slot, value) = try pickedAmongOthers(reading) {
            change(slot, to: value, saidIn: reading)
            return true
        }
        var (isSame, isSameChoice, isSameVersion) = (false, false, false)
        // "The brown one" is the shelf that was chosen; it does not tell which things are exchanged.
        var settled: Set<String> = []
        for slot in flow.slots.reversed() {
            guard let old = frame.slots[slot.id], !settled.contains(slot.id),
                slot.isMany || confirming || takesBack, !onlyAsks || slot.each != nil,
                !confirming || !slot.isMany || takesBack || declines || isShortOrWanted(reading)
                    || isMadeOfNames(reading),
                try !isOfOthers(reading, slot)
            else { continue }
            switch try correction(of: slot, old: old, in: reading) {
            case .nothing: continue
            case .same:
                isSame = true
                isSameChoice = isSameChoice || book.types[slot.type.name]?.choices != nil
                if let each = slot.each {
                    isSameVersion = true
                    settled.insert(each)
                }
            case .changed(let new):
                if !tellsPrice(of: new, insteadOf: old, in: slot, reading) {
                    change(slot, to: new, saidIn: reading)
                }
                return true
            case .unclear:
                choosesAnew(slot, reading)
                return true
            }
        }
        // "No, the kettle must be of steel", where it is: nothing is turned down, and nothing agreed to.
        // "No, not the whole order" is a no all the same.
        guard isSame, confirming, !declines || isSameChoice,
            reading.answer == nil || isSameVersion && isNoWithMore(reading),
            !reading.asksAnything || reading.wordCount <= 6
        else { return false }
        resumeBelow()
        return true
    }

    /// "Only the white one is to go. The black one stays as it is": the first part says it all.
    private func withoutKept(_ reading: Interpretation) -> Interpretation {
        guard ["only_words", "keep_words"].allSatisfy(reading.mentions.contains) else {
            return reading
        }
        let parts = partRanges(of: reading).map { self.reading([$0], of: reading) }
        let moved = parts.filter { !$0.mentions.contains("keep_words") }
        guard moved.contains(where: { $0.mentions.contains("only_words") }) else { return reading }
        return interpretation(of: moved.map(\.text).joined(separator: ". "))
    }

    /// "Yes, and the backpack too", "yes but leave the watch alone": the order that was asked about stays.
    private func leavesOrder(_ reading: Interpretation) -> Bool {
        guard case .asking(.confirmation) = state.stack.last?.phase else { return false }
        let isNumbered = namesID(reading)
        let takesBack =
            reading.soundsLikeCorrection || reading.answer == .no
            || (reading.answer != .yes || isNumbered)
                && reading.mentions.contains("hesitation_words")
        let isAbout = currentFlow?.slots.contains { slot in
            dialogue.isNamedByID(slot)
                && book.types[slot.type.name]?.about.map(reading.mentions.contains) == true
        }
        return reading.mentions.contains("keep_words")
            || !takesBack && (adds(reading) || reading.answer == .yes || isAbout != true)
    }

    /// "And the lamp", "the lamp too", "you forgot the lamp".
    func adds(_ reading: Interpretation) -> Bool {
        if ["addition_words", "left_out_words"].contains(where: reading.mentions.contains) {
            return true
        }
        let words = reading.tokens.map(\.folded)
        return dialogue.words[.joints, reading.language].contains(where: words.starts(with:))
    }

    /// What is named is in the order, but none of the things that the `each` slot has a member for: "you forgot the
    /// camera: black" says nothing of the watch.
    private func isOfOthers(
        _ reading: Interpretation, _ slot: Slot
    ) throws(Interruption) -> Bool {
        guard let each = slot.each.flatMap({ currentFlow?.slot($0) }),
            let offers = try choices(for: each, member: nil)
        else { return false }
        return !namesThings(reading, of: slot)
            && !passages(of: reading, among: offers.map(\.choice)).isEmpty
    }

    /// Some part of it wishes what the flow does not do: "no! Send both back".
    private func isAnotherWishBeside(_ reading: Interpretation) -> Bool {
        let verdicts = [reading.verdict] + reading.clauses.map(\.verdict)
        return verdicts.contains { verdict in
            guard verdict.confidence >= 0.5, let intent = verdict.intent, isWish(intent) else {
                return false
            }
            return book.flowOfIntent[intent] != currentFlow?.id
        }
    }

    private func isNoWithMore(_ reading: Interpretation) -> Bool {
        reading.answer == .no && reading.wordCount > 3 && !isAnotherWishBeside(reading)
    }

    /// Of "272 Oak Street? No, 227 is right" what stands from the no on: what was asked before is denied.
    private func withoutDeniedQuestion(_ reading: Interpretation) -> Interpretation {
        let tokens = reading.tokens
        let place = tokens.indices.dropLast().last { place in
            guard ["?", "？"].contains(tokens[place].folded) else { return false }
            let next = tokens[place + 1]
            let thought = tokens[(place + 1)...].prefix { ![",", "、", "."].contains($0.folded) }
            return [next.end, thought.last?.end ?? next.end].contains { end in
                reading.text(from: next.start, to: end).map(interpretation)?.answer == .no
            }
        }
        guard let place,
            let rest = reading.text(from: tokens[place + 1].start, to: reading.text.utf8.count)
        else { return reading }
        return interpretation(of: rest)
    }

    /// Of "no! The clock. Not the planter" what stands behind the no: that it denies, the second no says better.
    private func withoutBareNo(_ reading: Interpretation) -> Interpretation {
        guard reading.answer == .no,
            let answer = reading.entities.first(where: { $0.kind == "yes_no" && $0.start == 0 }),
            let next = reading.tokens.first(where: { $0.start >= answer.end && !$0.isPunctuation }),
            let text = reading.text(from: next.start, to: reading.text.utf8.count)
        else { return reading }
        let rest = interpretation(of: text)
        return rest.answer == nil && rest.mentions.contains("negation_words") ? rest : reading
    }

    mutating func change(_ slot: Slot, to new: Value, saidIn reading: Interpretation) {
        let old = state.stack.last?.slots[slot.id]
        replace(slot, by: slot.isMany && new.list == nil ? .list([new]) : new)
        hear(reading)
        let value =
            changedParts(of: slot, from: old, to: new) ?? changedVersion(from: old, to: new)
            ?? named(new, slot: slot.id)
        // A record that lacks a part has no name: the question for it says enough.
        if value.record.map({ $0["name"] != nil }) ?? true {
            say("repair.corrected", arguments: ["slot": .text(slot.id), "value": value])
        }
        restart()
    }

    /// The slot's new value: what depends on it is open again, but for what is chosen for members that stay.
    mutating func replace(_ slot: Slot, by new: Value) {
        let chosen = chosen(for: new, of: slot)
        clearDependents(of: slot.id)
        put(new, into: slot)
        withFrame { frame in
            frame.slots = frame.slots.merging(chosen)
            frame.consent = nil
        }
    }

    /// "How much is the brass one?" is told, and what was agreed stays.
    private mutating func tellsPrice(
        of new: Value, insteadOf old: Value, in slot: Slot, _ reading: Interpretation
    ) -> Bool {
        let id = "repair.would_be"
        let pair = zip(old.list ?? [], new.list ?? []).first { $0 != $1 }
        guard book.replies.has(id), slot.each != nil, reading.isQuestion,
            !["wish_words", "different_words"].contains(where: reading.mentions.contains),
            let price = pair?.1.record?["price"], let value = changedVersion(from: old, to: new)
        else { return false }
        say(id, arguments: ["slot": .text(slot.id), "value": value, "price": price])
        resumeBelow()
        return true
    }

    /// "My car is broken" is no reason to send back the shelf.
    private func isSaidOfAnotherThing(_ reading: Interpretation, _ type: SlotType) -> Bool {
        guard let kind = type.entity, book.labels[kind] != nil else { return false }
        return !reading.soundsLikeCorrection && reading.answer == nil
            && speaksOfAnotherThing(reading)
    }

    private func correction(
        of slot: Slot, old: Value, in reading: Interpretation
    ) throws(Interruption) -> Correction {
        guard let type = book.types[slot.type.name], !type.isFreeText else { return .nothing }
        let whole = withoutSource(reading, for: slot)
        let reading =
            slot.isMany
            ? withoutMore(whole, among: try choices(for: slot, member: nil) ?? []) : whole
        if dialogue.isNamedByID(slot), leavesOrder(reading) { return .nothing }
        // "1" is the first of a list that is shown, and of no other.
        let isUnshownPosition = reading.isOnlyPosition && state.shown.isEmpty
        if slot.each != nil {
            return isUnshownPosition
                ? .nothing : try memberCorrection(of: slot, old: old, in: reading)
        }
        if let whole = correctedParts(of: slot, old: old, in: reading) {
            return old.equals(whole) ? .same : .changed(whole)
        }
        if restatesParts(of: slot, old: old, in: reading) { return .same }
        if type.entity == BuiltInEntity.address.rawValue, let old = old.record,
            let new = HouseNumber(in: reading)?.replaced(in: old)
        {
            return .changed(.record(new))
        }
        if isSaidOfAnotherThing(reading, type) { return .nothing }
        let said = reading.entities.filter { $0.kind == type.entity && !$0.isNegated }.map(\.value)
        if let first = said.first {
            let offers = try choices(for: slot, member: nil) ?? []
            let values: [Value] = said.map { value in
                offers.first { $0.choice.isCalled(value) }.map { .record($0.record) } ?? value
            }
            // "1024 no, quería decir 1042": what takes something back may name it first.
            let other = reading.soundsLikeCorrection ? values.first { !old.equals($0) } : nil
            let new = other ?? values.first ?? first
            return old.equals(new) ? .same : .changed(new)
        }
        guard reading.answer == nil || reading.tokens.count > 1,
            !dialogue.isNamedByID(slot) || !namesAnotherMatter(reading, than: slot),
            let offers = try choices(for: slot, member: nil), !isUnshownPosition
        else { return .nothing }
        if slot.isMany, let have = old.list, let left = left(of: have, by: reading, among: offers) {
            return .changed(.list(left))
        }
        var picked = pick(reading, among: offers, isMany: slot.isMany)
        if case .several = picked, let have = old.list {
            // "Just the keyboard", of two in the order the one that is spoken of.
            let held = offers.filter { offer in
                have.contains { $0.equals(.record(offer.record)) }
            }
            picked = pick(reading, among: held, isMany: true)
        }
        if case .nothing = picked, !dialogue.isNamedByID(slot),
            let found = try foundElsewhere(slot, in: reading)
        {
            return .changed(found)  // "No, with PayPal!", with which it is paid: the flow says so.
        }
        guard case .value(let new) = picked,
            reading.soundsLikeCorrection || names(new, in: reading, besides: nil),
            !isInPassing(new, of: slot, reading)
        else { return .nothing }
        if let have = old.list, let list = new.list,
            passages(of: reading, among: offers.map(\.choice)).isEmpty
        {
            return sweeping(list, over: have, in: reading)
        }
        return changed(slot, from: old, to: new, in: reading)
    }

    /// Another choice for one member of an `each` slot: the words must name the member, or there is only one.
    private func memberCorrection(
        of slot: Slot, old: Value, in reading: Interpretation
    ) throws(Interruption) -> Correction {
        guard let values = old.list, reading.answer == nil || reading.tokens.count > 1 else {
            return .nothing
        }
        let isNamed = values.count == 1 || namesThings(reading, of: slot)
        var new = values
        var isSame = false
        for index in values.indices {
            guard let offers = try choices(for: slot, member: index),
                let part = part(
                    of: reading, about: index, of: slot, among: offers, asked: false)
            else { continue }
            switch pick(
                part, among: offers, isMany: false,
                reference: values[index].record.flatMap(Choice.init))
            {
            case .nothing, .nearest: continue
            case .several(let fitting):
                // "It must be steel", where it is: nothing else is asked for. "The mug" says nothing of it.
                let isHeld = fitting.contains { values[index].equals(.record($0.record)) }
                let isTold = isNamed && fitting.count < offers.count
                isSame = isSame || isTold && isHeld
                let isSaid = fitting.contains { names(.record($0.record), in: part, besides: nil) }
                if isTold, isSaid, !isHeld, values.count == 1, wishes(reading) { return .unclear }
            case .value(let value) where values[index].equals(value): isSame = true
            case .value(let value):
                // What the customer has already is no other version.
                guard isNamed, member(index, of: slot)?.equals(value) != true,
                    case .value(let whole) = try checked(
                        .value(value), of: slot, member: index, in: part, among: offers)
                else { continue }
                new[index] = whole
            }
        }
        return new != values ? .changed(.list(new)) : isSame ? .same : .nothing
    }

    /// The flow begins again with what it knows: its guards are tested anew, nothing is asked twice.
    mutating func restart() {
        let first = currentFlow?.states.first { $0.say.isEmpty }?.id
        withFrame { frame in
            frame.state = first ?? frame.state
            frame.phase = .entering
        }
    }
}
