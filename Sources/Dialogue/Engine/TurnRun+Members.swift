import Facts
import Understanding

/// Answers about several things at once: "the mouse in white; the shelf in glass, 5 ft".
extension TurnRun {
    /// The words that are about one member of an `each` slot's list: what is said to be wanted of it among the
    /// offers. All of them where no member is named; nil where only others are, of the list or of `elsewhere`. `asked`:
    /// about the member itself, so that "the chair" of two chairs is that one.
    func part(
        of reading: Interpretation, about member: Int?, of slot: Slot, among offers: [Offer],
        asked: Bool, besides elsewhere: [Choice] = []
    ) -> Interpretation? {
        guard let member, let each = slot.each, let list = state.stack.last?.slots[each]?.list,
            list.indices.contains(member)
        else { return reading }
        let things = list.compactMap(\.record).compactMap(Choice.init)
        guard things.count == list.count else { return reading }
        func wanted(of whole: Range<Int>, target: Range<Int>?) -> Range<Int> {
            guard let target else { return whole }
            let description = whole.lowerBound..<target.lowerBound
            return tellsNew(description, of: reading, than: things[member], among: offers)
                ? whole : target
        }
        let passages = passages(of: reading, among: things + elsewhere)
        guard !passages.isEmpty else {
            let whole = reading.tokens.indices
            guard let target = target(in: reading) else { return reading }
            return self.reading([wanted(of: whole, target: target)], of: reading)
        }
        let ofList = passages.map { $0.indices.filter(things.indices.contains) }
        if let first = passages.first, ofList.allSatisfy(\.isEmpty) {
            // "The white one instead, and the rug goes back": what stands before it is said of this one.
            let before = 0..<first.tokens.lowerBound
            return before.isEmpty ? nil : self.reading([before], of: reading)
        }
        let own = zip(passages, ofList).filter { passage, meant in
            meant.contains(member) && (asked || passage.isEach || meant.count == 1)
        }.map(\.0)
        let targeted = own.filter { $0.wanted != nil }
        let ranges = (targeted.isEmpty ? own : targeted).map {
            wanted(of: $0.tokens, target: $0.wanted)
        }
        if ranges.isEmpty { return asked ? unnamedBeginning(of: reading, among: things) : nil }
        return self.reading(ranges, of: reading)
    }

    /// "A red one with medium ventilation please. And the espresso machine …": the first sentence, where it names none
    /// of the things, answers what was asked.
    private func unnamedBeginning(
        of reading: Interpretation, among things: [Choice]
    ) -> Interpretation? {
        guard let end = reading.sentenceEnds.first, end > 0 else {
            return nil
        }
        let first = self.reading([0..<end], of: reading)
        return passages(of: first, among: things).isEmpty ? first : nil
    }

    /// The words before "for" say what is wanted as well, not what there is: "the kettle in steel for induction".
    private func tellsNew(
        _ description: Range<Int>, of reading: Interpretation, than thing: Choice,
        among offers: [Offer]
    ) -> Bool {
        let part = self.reading([description], of: reading)
        let own = Set(thing.attributes.flatMap { $0.value.words })
        let picking = picking(part, among: offers.map(\.choice))
        guard picking.kind == .one else { return false }
        return picking.indices.filter(offers.indices.contains).contains { place in
            offers[place].choice.attributes.flatMap { $0.value.words }.contains { word in
                !own.contains(word) && says(word, in: part)
            }
        }
    }

    /// "Red, 20 hours", said to the question for the first of two things, is not about the second; "the same for
    /// both" is.
    func answeredForAnother(
        _ slot: Slot, _ member: Int?, _ reading: Interpretation
    ) -> Bool {
        guard let each = slot.each, let member, member > 0, !namesThings(reading, of: slot),
            !reading.mentions.contains("same_words"),
            let list = state.stack.last?.slots[each]?.list
        else { return false }
        return picking(reading, among: list.compactMap(\.record).compactMap(Choice.init)).kind
            != .all
    }

    /// The words name some of the things that an `each` slot has a member for.
    func namesThings(_ reading: Interpretation, of slot: Slot) -> Bool {
        let list = slot.each.flatMap { state.stack.last?.slots[$0]?.list } ?? []
        let things = list.compactMap(\.record).compactMap(Choice.init)
        return !passages(of: reading, among: things).isEmpty
    }

    /// In "the blue one for a red one" the words behind "for" (`target_words`): what is wanted, not what there is.
    private func target(in reading: Interpretation) -> Range<Int>? {
        let targets = dialogue.words[.targets, state.language]
        let words = reading.tokens.map(\.folded)
        let ends = words.indices.dropFirst().dropLast().compactMap { place -> Int? in
            // "Zu klein" is no "to small".
            if dialogue.interpreter.areTooMuch(words[place], words[place + 1]) { return nil }
            return targets.first { words[place...].starts(with: $0) }.map { place + $0.count }
        }
        guard let last = ends.last, last < words.count else { return nil }
        return last..<words.count
    }

    /// Of "a battery one, otherwise with an adapter" (`fallback_words`) the first wish that there is a choice for.
    func preferred(
        _ reading: Interpretation, among offers: [Offer], reference: Choice?
    ) -> Interpretation {
        guard reading.mentions.contains("fallback_words") else { return reading }
        let fallbacks = dialogue.words[.fallbacks, reading.language]
        let words = reading.tokens.map(\.folded)
        for place in words.indices where place > 0 {
            guard let phrase = fallbacks.first(where: { words[place...].starts(with: $0) }),
                place + phrase.count < words.count
            else { continue }
            let first = self.reading([0..<place], of: reading)
            let isThere = picking(
                first, among: offers.map(\.choice), reference: reference
            ).indices.contains { offers.indices.contains($0) }
            return isThere
                ? first : self.reading([place + phrase.count..<words.count], of: reading)
        }
        return reading
    }

    /// What stretches of tokens say by themselves.
    func reading(_ ranges: [Range<Int>], of whole: Interpretation) -> Interpretation {
        let texts = ranges.compactMap { range -> String? in
            let tokens = whole.tokens[range.clamped(to: whole.tokens.indices)]
            guard let first = tokens.first, let last = tokens.last else { return nil }
            return whole.text(from: first.start, to: last.end)
        }
        return interpretation(of: texts.joined(separator: ". "))
    }

    /// The things of a list that the words name, each by what is said of it; nil where they name none, or one of two
    /// that only the whole text tells apart.
    func things(named reading: Interpretation, among offers: [Offer]) -> Finding? {
        let all = passages(
            of: wishfulEnd(of: withoutMore(reading, among: offers), among: offers), among: offers)
        let turn = turn(among: all, in: reading)
        // "Could I also send the mug? Hm, no, I'll keep the mug": the last word counts.
        let passages = all.indices.filter { place in
            !all[place].isNegated && place >= turn
                && !all[place...].contains { later in
                    later.isNegated && later.indices.contains(where: all[place].indices.contains)
                }
        }.map { all[$0] }
        guard !passages.isEmpty else {
            return all.contains { !$0.isNegated } ? .nothing : nil
        }
        var meant: Set<Int> = []
        var open: [Offer] = []
        for passage in passages {
            let fitting = passage.indices.map { offers[$0] }.alike
            if passage.isEach {
                meant.formUnion(passage.indices)
            } else if fitting.count == 1,
                let one = passage.indices.first(where: { !meant.contains($0) })
            {
                meant.insert(one)
            } else if passage.indices.contains(where: meant.contains) {
                continue
            } else {
                open += fitting
            }
        }
        let named = offers.indices.filter(meant.contains).map { offers[$0] }
        if open.isEmpty { return .value(.list(named.map { .record($0.record) })) }
        if passages.count == 1, let others = otherwise(than: passages[0], open, in: reading) {
            return others
        }
        return passages.count > 1 ? .several(named + open) : nil
    }

    /// "The green speaker, no wait, the black one": the first of the passages that stand behind the no.
    private func turn(among passages: [Passage], in reading: Interpretation) -> Int {
        let turns = reading.entities.filter {
            $0.kind == BuiltInEntity.yesNo.rawValue && $0.value == .text("no")
        }
        return passages.indices.dropFirst().last { place in
            let start = passages[place].tokens.clamped(to: reading.tokens.indices)
            guard !passages[place].isNegated, !start.isEmpty else { return false }
            let before = reading.tokens[..<start.lowerBound]
            return turns.contains { turn in
                before.suffix(Self.wordsOfTurn).contains { $0.start == turn.start }
            }
        } ?? 0
    }

    /// "No wait, sorry,".
    private static let wordsOfTurn = 5

    /// "One of my boards should be 28 inch": of several that is one which is not so yet.
    private func otherwise(
        than passage: Passage, _ open: [Offer], in reading: Interpretation
    ) -> Finding? {
        guard let wanted = passage.wanted else { return nil }
        let target = self.reading([wanted], of: reading)
        let picking = picking(target, among: open.map(\.choice))
        guard picking.kind == .one, !picking.isCompared, !picking.indices.isEmpty else {
            return nil
        }
        let others = open.indices.filter { !picking.indices.contains($0) }.map { open[$0] }
        if others.count == 1 { return .value(.list([.record(others[0].record)])) }
        return .several(others.isEmpty ? open : others)
    }

    /// "The bottle and the shelf. All on my card", "the bottle and the shelf, both": the second part names none, and is
    /// about something else or says how many were named.
    func withoutMore(
        _ reading: Interpretation, among offers: [Offer]
    ) -> Interpretation {
        let parts = partRanges(of: reading)
        guard parts.count > 1 else { return reading }
        let naming = parts.filter { range in
            let part = self.reading([range], of: reading)
            return !isAboutMore(part) && !part.mentions.contains("counted_words")
                || !passages(of: part, among: offers).isEmpty
        }
        return naming.isEmpty || naming.count == parts.count
            ? reading : self.reading(naming, of: reading)
    }

    /// "I got a lamp, earbuds and boots. I want to exchange the lamp and the earbuds": the sentence that wishes names
    /// some of what was named before, and means only these.
    private func wishfulEnd(
        of reading: Interpretation, among offers: [Offer]
    ) -> Interpretation {
        let tokens = reading.tokens
        let ends = reading.sentenceEnds
        func named(_ part: Interpretation) -> Set<Int> {
            Set(passages(of: part, among: offers).flatMap(\.indices))
        }
        for end in ends where end > 0 && end + 1 < tokens.count {
            let wish = self.reading([end + 1..<tokens.count], of: reading)
            guard let intent = wish.verdict.intent,
                book.flowOfIntent[intent] == currentFlow?.id
            else { continue }
            let (meant, before) = (named(wish), named(self.reading([0..<end], of: reading)))
            if !meant.isEmpty, meant.isStrictSubset(of: before) { return wish }
        }
        return reading
    }

    /// What the words say of each of the things, those turned down where they are to stay as they are ("I keep the
    /// chair"), and those that came where others are missing ("only the mug was in it, the lamp is missing").
    private func passages(of reading: Interpretation, among offers: [Offer]) -> [Passage] {
        let passages = passages(of: reading, among: offers.map(\.choice))
        func says(_ list: DialogueWords.List, _ passage: Passage) -> Bool {
            let tokens = reading.tokens[withoutRest(passage, in: reading)]
            let words = tokens.map(\.folded)
            return words.indices.contains { place in
                dialogue.words[list, reading.language].contains {
                    words[place...].starts(with: $0)
                } && (place == 0 || !isValue(tokens[tokens.startIndex + place - 1], in: passage))
            }
        }
        // "The watch with a black dial, leather stays": a value of it does, not the watch.
        func isValue(_ token: Token, in passage: Passage) -> Bool {
            let names = passage.indices.map { offers[$0].choice.name.lowercased() }
            return isOfShop(token) && !names.contains { $0.contains(token.folded) }
                && reading.tokens[passage.tokens.clamped(to: reading.tokens.indices)].contains {
                    other in names.contains { $0.contains(other.folded) && other.folded.count > 3 }
                }
        }
        // "The rest I keep, the jackets are lovely": what is named behind it belongs to the rest.
        let words = reading.tokens.map(\.folded)
        let rest = words.indices.first { place in
            dialogue.words[.rests, reading.language].contains(where: words[place...].starts(with:))
        }
        let kept = rest.map { place in
            dialogue.words[.keeping, reading.language].contains { phrase in
                words[place...].prefix(Self.wordsOfRest).indices.contains {
                    words[$0...].starts(with: phrase)
                }
            } ? place : words.count
        }
        let missing = passages.filter { says(.omissions, $0) && !says(.arrivals, $0) }
        let negated = passages.map { passage in
            var passage = passage
            passage.isNegated =
                passage.isNegated || says(.keeping, passage)
                || passage.tokens.lowerBound >= kept ?? words.count
                    && passages.first?.tokens.lowerBound ?? 0 < kept ?? 0
                || !missing.isEmpty && says(.arrivals, passage)
            return passage
        }
        return negated.indices.map { place in
            var passage = negated[place]
            let next = place + 1 < negated.count ? negated[place + 1] : nil
            passage.isNegated =
                passage.isNegated
                || next?.isNegated == true && isNameBefore(next, passage, in: reading)
            return passage
        }
    }

    /// "The vacuum and the chair stay as they are": of the first nothing but its name is said.
    private func isNameBefore(
        _ next: Passage?, _ passage: Passage, in reading: Interpretation
    ) -> Bool {
        let joints = dialogue.words[.joints, reading.language]
        let tokens = reading.tokens[passage.tokens.clamped(to: reading.tokens.indices)]
        guard let last = tokens.last, joints.contains([last.folded]),
            next?.tokens.lowerBound == passage.tokens.upperBound
        else { return false }
        return tokens.dropLast().allSatisfy { token in
            isOfShop(token)
                || dialogue.interpreter.isDeterminer(token.folded, language: reading.language)
        }
    }

    /// "The rest I will keep".
    private static let wordsOfRest = 6

    /// "Two things, …": one of them that is not found is asked for, and never left out in silence.
    func thingsCounted(in reading: Interpretation) -> Int? {
        for entity in reading.entities where entity.kind == BuiltInEntity.number.rawValue {
            guard case .integer(let count) = entity.value, (2...9).contains(count),
                let next = reading.tokens.firstIndex(where: { $0.start >= entity.end })
            else { continue }
            let words = reading.tokens[next...].map(\.folded)
            let isCount = dialogue.words[.things, reading.language].contains {
                words.starts(with: $0) || words.dropFirst().starts(with: $0)
            }
            if isCount { return count }
        }
        return nil
    }

    /// The passage up to what is said of all the others: "the watch. The rest I keep".
    private func withoutRest(_ passage: Passage, in reading: Interpretation) -> Range<Int> {
        let tokens = passage.tokens.clamped(to: reading.tokens.indices)
        let words = reading.tokens.map(\.folded)
        let rest = tokens.first { place in
            dialogue.words[.rests, reading.language].contains(where: words[place...].starts(with:))
        }
        return tokens.lowerBound..<(rest ?? tokens.upperBound)
    }

    /// The things that the words turn down: "the e-reader I keep".
    func turnedDown(in reading: Interpretation, among offers: [Offer]) -> Set<Int> {
        Set(passages(of: reading, among: offers).filter(\.isNegated).flatMap(\.indices))
    }

    /// What is left of a list when the words only turn down some of it: "not the lamp", "I keep the chair". nil where
    /// they turn down none of it, name something as well, or leave nothing.
    func left(of have: [Value], by reading: Interpretation, among offers: [Offer]) -> [Value]? {
        let passages = passages(of: reading, among: offers)
        guard !passages.isEmpty, passages.allSatisfy(\.isNegated) else { return nil }
        var out: [Value] = []
        for passage in passages {
            let held = passage.indices.map { Value.record(offers[$0].record) }.filter { value in
                have.contains { $0.equals(value) }
            }
            // "Not the backpack" of two backpacks does not tell which one.
            guard held.count == 1 || passage.isEach else { return nil }
            out += held
        }
        let left = have.filter { value in !out.contains { $0.equals(value) } }
        return left.isEmpty || left.count == have.count ? nil : left
    }

    /// "The same model again", "none of those, the same white one": what the customer has, where nothing of it is said
    /// to be otherwise.
    private func wantsTheSame(
        as reference: Choice?, among offers: [Offer], _ part: Interpretation
    ) -> Bool {
        guard let reference, part.mentions.contains("same_version_words"),
            !part.mentions.contains("same_value_words"),
            !compares(part, among: offers, with: reference)
        else { return false }
        let have = Set(reference.attributes.flatMap { $0.value.words })
        let others = offers.flatMap(\.choice.attributes).flatMap(\.value.words)
        return !others.contains { !have.contains($0) && says($0, in: part) }
    }

    /// The version that the customer has, where that is wanted; nothing where it is not to be had any more.
    func sameVersion(
        as reference: Choice?, of slot: Slot, among offers: [Offer], _ part: Interpretation
    ) -> Finding? {
        guard slot.each != nil, wantsTheSame(as: reference, among: offers, part) else { return nil }
        let own = offers.first { $0.choice.id == reference?.id }
        return own.map { .value(.record($0.record)) } ?? .nothing
    }

    /// Of several choices that fit, the one that differs least from what the customer has: who asks for "red"
    /// wants the rest as it is. All of them where that is not one.
    func closest(_ offers: [Offer], to reference: Choice?) -> [Offer] {
        guard let reference, !reference.attributes.isEmpty else { return offers }
        let differences = offers.map { offer in
            offer.choice.attributes.count { attribute in
                reference.attributes.contains {
                    $0.name == attribute.name && $0.value != attribute.value
                }
            }
        }
        // Who names what there is ("the kettle") has not said what shall be instead.
        guard let least = differences.min(), least > 0 else { return offers }
        let closest = zip(offers, differences).filter { $0.1 == least }.map(\.0)
        return closest.count == 1 ? closest : offers
    }

    /// What the customer has now, which "bigger" and "in red" compare with.
    func reference(for slot: Slot, member: Int?) -> Choice? {
        self.member(member, of: slot)?.record.flatMap(Choice.init)
    }
}

extension String {
    fileprivate var words: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    }
}
