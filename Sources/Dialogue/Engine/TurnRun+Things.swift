import Facts
import Understanding

/// Which of the things of an order the words name, and which they turn down.
extension TurnRun {
    /// The things of a list that the words name, each by what is said of it; nil where they name none, or one of two
    /// that only the whole text tells apart.
    func things(named reading: Interpretation, among offers: [Offer]) -> Finding? {
        if let left = allButKept(reading, among: offers) { return left }
        let all = passages(
            of: wishfulEnd(of: withoutMore(reading, among: offers), among: offers), among: offers)
        let turn = turn(among: all, in: reading)
        // "Could I also send the mug? Hm, no, I'll keep the mug": the last word counts.
        let passages = all.indices.filter { place in
            !all[place].isNegated && place >= turn
                && !all[place...].contains { later in
                    later.isNegated
                        && turnedDown(by: later, besides: all)
                            .contains(where: all[place].indices.contains)
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

    /// "The action cam, not the big camera": of two cameras the one that is not named besides.
    private func turnedDown(by passage: Passage, besides all: [Passage]) -> [Int] {
        let meant = all.filter { other in
            !other.isNegated && Set(other.indices).isStrictSubset(of: passage.indices)
        }.flatMap(\.indices)
        return passage.indices.filter { !meant.contains($0) }
    }

    /// "The green speaker, no wait, the black one": the first of the passages that stand behind the no. "Waterproof:
    /// no; the kettle" says what something shall be.
    private func turn(among passages: [Passage], in reading: Interpretation) -> Int {
        let turns = reading.tokens.indices.filter { beginsTurn($0, in: reading) }
        return passages.indices.dropFirst().last { place in
            let start = passages[place].tokens.clamped(to: reading.tokens.indices)
            guard !passages[place].isNegated, !start.isEmpty,
                passages[..<place].allSatisfy({ $0.wanted == nil })
            else { return false }
            return turns.contains {
                $0 < start.lowerBound && start.lowerBound - $0 <= Self.wordsOfTurn
            }
        } ?? 0
    }

    /// "No wait, sorry,".
    private static let wordsOfTurn = 5

    /// A no behind a sign or an interjection, and no value of a row.
    private func beginsTurn(_ place: Int, in reading: Interpretation) -> Bool {
        let token = reading.tokens[place]
        let isNo = reading.entities.contains {
            $0.kind == BuiltInEntity.yesNo.rawValue && $0.value == .text("no")
                && $0.start == token.start
        }
        guard isNo, place > 0, place + 1 < reading.tokens.count,
            reading.tokens[place + 1].folded != ";"
        else { return false }
        let before = reading.tokens[place - 1]
        return before.isPunctuation && ![":", ";"].contains(before.folded)
            || dialogue.words[.interjections, reading.language].contains([before.folded])
    }

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

    /// "Return them all, money to my Visa": "all" is said of the things, and a part of its own picks one of the ways.
    func onlyOne(of offers: [Offer], in reading: Interpretation) -> Finding? {
        let choices = offers.map(\.choice)
        let ones = partRanges(of: reading).compactMap { range -> Int? in
            let picking = picking(self.reading([range], of: reading), among: choices)
            return picking.kind == .one && picking.indices.count == 1 ? picking.indices[0] : nil
        }
        guard let one = ones.first, Set(ones).count == 1, offers.indices.contains(one) else {
            return nil
        }
        return .value(.record(offers[one].record))
    }

    /// "The bottle and the shelf. All on my card", "the bottle and the shelf, both": the second part names none, and is
    /// about something else or says how many were named.
    func withoutMore(
        _ reading: Interpretation, among offers: [Offer]
    ) -> Interpretation {
        // "The lamp and the mug: both" says it behind a colon.
        let parts = partRanges(of: reading).flatMap { range in
            reading.tokens[range].split { $0.folded == ":" }.map(\.indices)
        }
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
        // "I ordered a lamp and a mug but I want to change the mug".
        let turns = tokens.indices.filter {
            dialogue.words[.hesitation, reading.language].contains([tokens[$0].folded])
        }
        let ends = Set(reading.sentenceEnds + turns).sorted()
        func named(_ part: Interpretation) -> Set<Int> {
            Set(passages(of: part, among: offers).flatMap(\.indices))
        }
        for end in ends where end > 0 && end + 1 < tokens.count {
            let wish = self.reading([end + 1..<tokens.count], of: reading)
            guard let intent = wish.verdict.intent,
                book.flowOfIntent[intent] == currentFlow?.id
            else { continue }
            let (meant, before) = (named(wish), named(self.reading([0..<end], of: reading)))
            if !meant.isEmpty, meant.isStrictSubset(of: before),
                !wishesAlready(self.reading([0..<end], of: reading))
            {
                return wish
            }
        }
        return reading
    }

    /// "I want to swap the watch and the shirt. The shirt in XL. The watch in silver": some sentence wishes what the
    /// flow does.
    private func wishesAlready(_ reading: Interpretation) -> Bool {
        sentences(of: reading).contains { part in
            part.verdict.confidence >= Self.wishConfidence
                && part.verdict.intent.flatMap { book.flowOfIntent[$0] } == currentFlow?.id
        }
    }

    /// "Two things, …": one of them that is not found is asked for, and never left out in silence.
    /// More than there are to choose from count something else: "a set of six pieces".
    func thingsCounted(
        in reading: Interpretation, of slot: Slot
    ) throws(Interruption) -> Int? {
        let most = try choices(for: slot, member: nil)?.count ?? 0
        for entity in reading.entities where entity.kind == BuiltInEntity.number.rawValue {
            guard case .integer(let count) = entity.value, (2...9).contains(count),
                let next = reading.tokens.firstIndex(where: { $0.start >= entity.end })
            else { continue }
            let words = reading.tokens[next...].map(\.folded)
            let isCount = dialogue.words[.things, reading.language].contains {
                words.starts(with: $0) || words.dropFirst().starts(with: $0)
            }
            if isCount, count <= most { return count }
        }
        return nil
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
}
