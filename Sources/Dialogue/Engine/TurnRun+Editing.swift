import Facts
import Understanding

/// The list that a flow holds can be edited as it is shown, line by line: "take the puzzle out", "only the silver one",
/// "not the first".
extension TurnRun {
    /// What a part of a text does to the list.
    private enum ListEdit { case takesOut, leavesOnly, putsBack }

    /// The words take lines out of the list, or put some back. What they say besides is heard; what is chosen for the
    /// lines that stay, stays.
    mutating func editsList(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let slot = currentFlow?.slots.first(where: \.isMany), !reading.isQuestion,
            let have = state.stack.last?.slots[slot.id]?.list,
            let offers = try choices(for: slot, member: nil)
        else { return false }
        let held = offers.filter { offer in have.contains { $0.equals(.record(offer.record)) } }
        guard held.count == have.count else { return false }
        if leavesOneOfEqual(held, of: slot, reading) { return true }
        if takesAllAgain(held, of: slot, among: offers, reading) { return true }
        var draft = ListDraft(
            lines: held, others: offers.filter { !held.contains($0) },
            versions: versions(of: slot, lines: held))
        var last: ListEdit?
        for range in editRanges(of: reading) {
            let part = self.reading([range], of: reading)
            let said = edit(in: part, of: held)
            if said == nil, last == .leavesOnly, leavesMore(part, of: held, in: &draft) { continue }
            let edit = said ?? (goesOn(part, with: draft.lines) ? last : nil)
            if let edit, takes(edit, from: part, into: &draft) {
                last = beginsNegated(part) ? nil : edit
            } else if part.answer == nil, !beginsNegated(part) {
                noteBesides(range, part, in: &draft)
            }
        }
        guard draft.isEdited else { return false }
        if !draft.taken.isEmpty { draft.lines += draft.named }
        if draft.lines.isEmpty { draft.lines = namedInstead(in: draft, of: reading) }
        if draft.lines.isEmpty { return asksWhatInstead(reading) }
        let besides = self.reading(draft.besides, of: reading)
        if draft.lines == held {
            // "Only the silver one", which is all that there is: nothing is turned down, and nothing agreed to.
            guard draft.besides.isEmpty, reading.answer != .yes else { return false }
            resumeBelow()
            return true
        }
        put(
            lines: draft.lines, into: slot, without: held.filter { !draft.lines.contains($0) },
            of: offers)
        if !draft.besides.isEmpty {
            var isMore = isAboutMore(besides)
            if !isMore { isMore = try choosesMore(besides) }
            if isMore || besides.tokens.contains(where: isOfShop) { hear(besides) }
            _ = volunteer(besides)
        }
        return true
    }

    /// The list as the words make it, part by part.
    private struct ListDraft {
        var lines: [Offer]
        /// What can be had beside them.
        var others: [Offer]
        /// What is chosen for the lines, where something is.
        var versions: [(line: Offer, version: Offer)]
        var taken: [Offer] = []
        /// What the parts that make no edit name of the others: "not the helmet, the charger".
        var named: [Offer] = []
        /// The parts that say something else.
        var besides: [Range<Int>] = []
        /// What an "only" took out: "just the keyboard, the camera" names more of it.
        var othersThanOnly: [Offer] = []
        /// A line was meant, be it out already.
        var isEdited = false
    }

    /// Makes the edit where the words mean something that can be edited so; false where they do not.
    private func takes(
        _ edit: ListEdit, from part: Interpretation, into draft: inout ListDraft
    ) -> Bool {
        switch edit {
        case .takesOut:
            if let meant = pointed(at: draft, in: part) {
                draft.taken += meant
                draft.lines.removeAll(where: meant.contains)
            } else if picking(part, among: draft.others.map(\.choice)).indices.isEmpty {
                return false
            }
        case .leavesOnly:
            if let meant = pointed(at: draft, in: part) {
                let names = meant.map(\.choice.name)
                let others = draft.lines.filter { !meant.contains($0) }
                // "Only the black backpack", of two beside a shelf: the shelf is no backpack.
                let namesakes = others.filter { names.contains($0.choice.name) }
                let taken = namesakes.isEmpty ? others : namesakes
                draft.taken += taken
                draft.othersThanOnly = taken
                draft.lines.removeAll(where: taken.contains)
            } else if let meant = named(of: draft.others, in: part) {
                draft.taken += draft.lines
                draft.lines = meant
            } else {
                return false
            }
        case .putsBack:
            guard let meant = named(of: draft.others, in: part) else { return false }
            draft.lines += meant.filter { !draft.lines.contains($0) }
        }
        draft.isEdited = true
        return true
    }

    /// "Just the keyboard, the camera": the camera stays too, and not where "the camera is here".
    private func leavesMore(
        _ part: Interpretation, of held: [Offer], in draft: inout ListDraft
    ) -> Bool {
        guard part.wordCount <= Self.fewWordsOfName, part.answer == nil, !beginsNegated(part),
            !part.mentions.contains("arrived_words"),
            let more = pointed(at: draft.othersThanOnly, in: part)
        else { return false }
        let added = draft.lines.filter { !held.contains($0) }
        draft.lines = held.filter { draft.lines.contains($0) || more.contains($0) } + added
        draft.taken.removeAll(where: more.contains)
        return true
    }

    /// "Take the puzzle out, the bed": one more of the lines, and nothing else.
    private func goesOn(_ part: Interpretation, with lines: [Offer]) -> Bool {
        let joints = dialogue.words[.joints, part.language]
        return names(lines, in: part)
            && part.tokens.allSatisfy { token in
                isOfShop(token) || token.isPunctuation || joints.contains([token.folded])
                    || dialogue.interpreter.isDeterminer(token.folded, language: part.language)
            }
    }

    /// A part that makes no edit: it names what is meant instead, tells of what is out, or says something else.
    private func noteBesides(
        _ range: Range<Int>, _ part: Interpretation, in draft: inout ListDraft
    ) {
        if part.wordCount <= Self.fewWordsOfName, let meant = named(of: draft.others, in: part) {
            draft.named += meant.filter { !draft.named.contains($0) }
        } else if !names(draft.taken, in: part) {
            draft.besides.append(range)
        }
    }

    /// "The tablet and the bed go back, I keep the lamp", where the lamp is all that was listed.
    private func namedInstead(in draft: ListDraft, of reading: Interpretation) -> [Offer] {
        let rest = self.reading(draft.besides, of: reading)
        guard !draft.besides.isEmpty, !rest.isQuestion,
            case .value(let value) = things(named: rest, among: draft.others)
        else { return [] }
        let named = value.list ?? [value]
        return draft.others.filter { offer in named.contains { $0.equals(.record(offer.record)) } }
    }

    /// "No, I meant the charger".
    private static let fewWordsOfName = 5

    private mutating func put(
        lines: [Offer], into slot: Slot, without taken: [Offer], of all: [Offer]
    ) {
        let have = state.stack.last?.slots[slot.id]?.list ?? []
        let adds = lines.contains { line in !have.contains { $0.equals(.record(line.record)) } }
        replace(slot, by: .list(lines.map { .record($0.record) }))
        let (reply, told) =
            adds ? ("repair.corrected", lines) : ("repair.taken_out", taken)
        say(
            reply,
            arguments: ["slot": .text(slot.id), "value": .list(told.map { line($0, among: all) })])
        restart()
    }

    /// The list is these lines now, and that is said.
    mutating func correct(_ slot: Slot, to lines: [Offer]) {
        let value = Value.list(lines.map { .record($0.record) })
        replace(slot, by: value)
        say("repair.corrected", arguments: ["slot": .text(slot.id), "value": value])
    }

    /// The record under a name that tells it from its namesakes in the order: "Smart Watch (black, silicone)".
    private func line(_ offer: Offer, among all: [Offer]) -> Value {
        var record = offer.record
        let namesakes = all.filter { $0.choice.name == offer.choice.name }
        let values = (record["options"]?.record?.fields ?? []).filter { option in
            namesakes.contains { $0.record["options"]?.record?[option.name] != option.value }
        }.compactMap(\.value.text)
        if !values.isEmpty {
            record["name"] = .text("\(offer.choice.name) (\(values.joined(separator: ", ")))")
        }
        return .record(record)
    }

    /// Which edit the words make, if any.
    private func edit(in part: Interpretation, of held: [Offer]) -> ListEdit? {
        // "Camera: waterproof: no" tells a value.
        if part.tokens.contains(where: { $0.folded == ":" }) { return nil }
        if refusesLine(part) { return .takesOut }
        if part.mentions.contains("back_words") { return .putsBack }
        if part.mentions.contains("removal_words") || keepsThing(part, of: held) {
            return .takesOut
        }
        if part.mentions.contains("only_words"), !onlyMeasures(part), !onlyTells(part) {
            // "Nur der blaue nicht": all but that one.
            let isNegated = part.tokens.last.map { negates([$0], in: part.language) } ?? false
            return isNegated ? .takesOut : .leavesOnly
        }
        return nil
    }

    /// "The lamp flickers only" says what it does, and no thing alone.
    private func onlyTells(_ part: Interpretation) -> Bool {
        let words = part.tokens.filter { !$0.isPunctuation }
        let ends = dialogue.words[.onlys, part.language].contains {
            !$0.isEmpty && words.map(\.folded).reversed().starts(with: $0.reversed())
        }
        guard ends, words.count > 2 else { return false }
        let before = words[words.count - 2]
        return !isOfShop(before)
            && !dialogue.interpreter.isDeterminer(before.folded, language: part.language)
    }

    /// "The suitcase only two pieces", "nur 10 Stunden": so much of something, and no thing alone.
    func onlyMeasures(_ part: Interpretation) -> Bool {
        let words = part.tokens.map(\.folded)
        return words.indices.contains { place in
            // "Only two pieces" of a list are so many of its things.
            let isNamed = part.tokens[..<place].contains(where: isOfShop)
            let things = isNamed ? [] : dialogue.words[.things, part.language]
            return dialogue.words[.onlys, part.language].contains { phrase in
                let (number, unit) = (place + phrase.count, place + phrase.count + 1)
                return words[place...].starts(with: phrase) && unit < words.count
                    && part.tokens[unit].folded.first?.isLetter == true
                    && !things.contains { words[unit...].starts(with: $0) }
                    && part.entities.contains {
                        $0.kind == BuiltInEntity.number.rawValue
                            && $0.start == part.tokens[number].start
                    }
            }
        }
    }

    /// "Helmet no", at a confirmation: hardly a word but the name stands before the no.
    private func refusesLine(_ part: Interpretation) -> Bool {
        guard !confirmationOpen.isEmpty, (2...3).contains(part.tokens.count),
            let last = part.tokens.last
        else { return false }
        return part.tokens.dropLast().contains(where: isOfShop)
            && interpretation(of: last.folded).answer == .no
    }

    /// "The chair stays", but not "the chair stays grey", "its colour can stay", which are about its colour.
    private func keepsThing(_ part: Interpretation, of held: [Offer]) -> Bool {
        guard part.mentions.contains("keep_words"),
            !keepsOnlyValues(part, of: held.map(\.choice))
        else { return false }
        let words = part.tokens.map(\.folded)
        let names = held.map { $0.choice.name.lowercased() }
        let labels = dialogue.words[.labels, part.language]
        return !words.indices.contains { place in
            dialogue.words[.keeping, part.language].contains { phrase in
                let next = place + phrase.count
                guard words[place...].starts(with: phrase) else { return false }
                // "The colour can stay"
                if place > 0, labels.contains([words[place - 1]]) { return true }
                guard next < words.count else { return false }
                return isOfShop(part.tokens[next]) && !names.contains { $0.contains(words[next]) }
            }
        }
    }

    /// The lines that the words mean, by what they are or by what is chosen for them: "only the glass one".
    private func pointed(at draft: ListDraft, in part: Interpretation) -> [Offer]? {
        if let meant = pointed(at: draft.lines, in: part) { return meant }
        let open = draft.versions.filter { draft.lines.contains($0.line) }
        guard let one = picked(from: open.map(\.version), by: part)?.first else { return nil }
        return open.filter { $0.version == one }.map(\.line)
    }

    /// What an `each` slot has for the lines of its list.
    private func versions(
        of slot: Slot, lines: [Offer]
    ) -> [(line: Offer, version: Offer)] {
        let each = currentFlow?.slots.first { $0.each == slot.id }
        let frame = state.stack.last
        let values = each.flatMap { frame?.slots[$0.id]?.list } ?? []
        let have = frame?.slots[slot.id]?.list ?? []
        return zip(have, values).compactMap { held, value in
            guard let line = lines.first(where: { held.equals(.record($0.record)) }),
                let record = value.record, let choice = Choice(record)
            else { return nil }
            return (line, Offer(choice: choice, record: record))
        }
    }

    /// The lines that the words name, or point at by what they are: "the silver one", "the first". nil where they mean
    /// none, or one of several that they do not tell apart.
    private func pointed(at lines: [Offer], in part: Interpretation) -> [Offer]? {
        let choices = lines.map(\.choice)
        let passages = passages(of: part, among: choices)
        guard !passages.isEmpty else { return picked(from: lines, by: part) }
        var meant: [Offer] = []
        for passage in passages {
            let named = passage.indices.map { lines[$0] }
            if passage.isEach || named.count == 1 {
                meant += named
            } else {
                let words = self.reading([passage.tokens], of: part)
                guard let one = picked(from: named, by: words, isNamed: true) else { return nil }
                meant += one
            }
        }
        return meant
    }

    /// "The silver one": an article stands in the words, and one line is as they say.
    private func picked(
        from lines: [Offer], by part: Interpretation, isNamed: Bool = false
    ) -> [Offer]? {
        let words = withoutNegation(part)
        let removes = part.mentions.contains("removal_words") && words.text == part.text
        let isPointing =
            isNamed || removes
            || part.tokens.contains { token in
                dialogue.interpreter.isDeterminer(token.folded, language: part.language)
            }
        let picking = picking(words, among: lines.map(\.choice))
        guard isPointing, picking.indices.count == 1, let place = picking.indices.first,
            lines.indices.contains(place)
        else { return nil }
        return [lines[place]]
    }

    /// "Not the black one" points at the black one.
    private func withoutNegation(_ part: Interpretation) -> Interpretation {
        let negations = dialogue.words[.negations, part.language]
        let kept = part.tokens.filter { !negations.contains([$0.folded]) }
        guard kept.count < part.tokens.count else { return part }
        let words = kept.compactMap { part.text(from: $0.start, to: $0.end) }
        return interpretation(of: words.joined(separator: " "))
    }

    /// What the words call by its name of the offers; nil where that is none, or one of several.
    private func named(of offers: [Offer], in part: Interpretation) -> [Offer]? {
        names(offers, in: part) ? pointed(at: offers, in: part) : nil
    }

    private func names(_ offers: [Offer], in part: Interpretation) -> Bool {
        !offers.isEmpty && !passages(of: part, among: offers.map(\.choice)).isEmpty
    }

    /// The parts between commas and sentences' ends; a "not" or "instead of" begins one, unless it stands last.
    private func editRanges(of reading: Interpretation) -> [Range<Int>] {
        partRanges(of: reading).flatMap { range -> [Range<Int>] in
            let places = range.dropFirst().dropLast().filter {
                negates(reading.tokens[$0..<range.upperBound], in: reading.language)
            }
            let bounds = [range.lowerBound] + places + [range.upperBound]
            return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
        }
    }

    private func beginsNegated(_ part: Interpretation) -> Bool {
        negates(part.tokens[...], in: part.language)
    }

    /// A "not" or its like is the first of the words.
    private func negates(_ tokens: ArraySlice<Token>, in language: String) -> Bool {
        let words = tokens.map(\.folded)
        return dialogue.words[.negations, language].contains(where: words.starts(with:))
    }
}
