/// Things that are told by what they are like: "the black one should be M, and the red one white", "the longer board".
extension PassageReader {
    /// The names, with those of things that only a description tells from their namesakes; what is said of all these
    /// before ("I have two helmets") names none of them.
    func withDescribed(_ names: [Name]) -> [Name] {
        let described = describedNames(besides: names)
        guard let first = described.first else { return names }
        let told = described.reduce(into: ChoiceSet()) { $0.formUnion($1.choices) }
        let own = names.filter { name in
            // "The longer one of my boards": of these, and no board besides.
            if described.contains(where: { $0.start < name.start && name.end <= $0.end }) {
                return false
            }
            return name.end > first.opening || name.choices.count == 1 || isOfAll(name)
                || descriptionBefore(name) != nil || !told.isSubset(of: name.choices)
        }
        return (own + described).sorted { $0.start < $1.start }
    }

    /// "Both helmets".
    private func isOfAll(_ name: Name) -> Bool {
        (name.opening..<name.start).contains {
            text.pointers[$0] == .both || text.pointers[$0] == .all
        }
    }

    /// Two that are told apart, or one of several that were named before, with what it shall be.
    private func describedNames(besides names: [Name]) -> [Name] {
        let all = text.pieces.indices.compactMap { describedName(from: $0, besides: names) }
        let others = names.compactMap(descriptionBefore)
        let sets = others + all.map(\.choices)
        let areApart = sets.indices.allSatisfy { place in
            sets[..<place].allSatisfy { $0.isDisjoint(with: sets[place]) }
        }
        guard areApart else { return [] }
        if sets.count > 1 { return all }
        return all.filter { name in
            isAnother(name, besides: names)
                || names.contains { name.start < $0.start && $0.end <= name.end }
                || names.contains {
                    $0.end <= name.opening && name.choices.isStrictSubset(of: $0.choices)
                }
                    && isWished(from: name.end)
        }
    }

    /// "The bed in grey, and the espresso thing for a drip one": a stand-in that opens a clause, told by what none of
    /// the named things is like, with what it shall be.
    private func isAnother(_ name: Name, besides names: [Name]) -> Bool {
        guard !names.isEmpty, text.isStandIn(name.end - 1) || text.isStandIn(name.start),
            name.opening == 0 || isSeparator(name.opening - 1),
            names.allSatisfy({ $0.choices.isDisjoint(with: name.choices) })
        else { return false }
        return (name.end..<text.pieces.count).prefix { !isEnd($0) }.contains { place in
            text.isOfShop(place) || text.words[place].utf8.first?.isDigit == true
        }
    }

    /// What the words before a name leave of its things: "the black helmet"; nil where they tell none apart.
    private func descriptionBefore(_ name: Name) -> ChoiceSet? {
        let own = mentions.filter {
            (name.opening..<name.start).contains($0.start) && !$0.isNegated && $0.named.isEmpty
        }
        let choices = own.reduce(name.choices) { $0.intersection($1.owners) }
        return own.isEmpty || choices.isEmpty || choices == name.choices ? nil : choices
    }

    /// "The black one" that begins at a piece.
    private func describedName(from opening: Int, besides names: [Name]) -> Name? {
        guard text.isDefinite(opening), !isTurnedDown(opening),
            !names.contains(where: { $0.opening <= opening && opening < $0.end })
        else { return nil }
        let group = group(describedFrom: opening, among: names)
        let named = group ?? names.last { $0.end <= opening && $0.choices.count > 1 }
        let namesakes = named?.choices ?? ChoiceSet(index.choices.indices)
        var choices = namesakes
        let leading = standInEnd(opening + 1)
        var end = leading ?? opening + 1
        while end < text.pieces.count {
            if let mention = mentions.first(where: { $0.start == end }) {
                guard mention.named.isEmpty, !mention.isNegated else { return nil }
                let left = choices.intersection(mention.owners)
                // "Den roten größer": what it shall be.
                if left.isEmpty, end > opening + 1 { break }
                choices = left
                end = mention.end
            } else if case .comparison? = text.pointers[end] {
                choices = compared(choices, by: end..<end + 1)
                end = text.ends[end]
            } else {
                break
            }
        }
        let isTold = choices.isStrictSubset(of: namesakes) || group != nil && end > opening + 1
        guard !choices.isEmpty, isTold, areNamesakes(choices) else { return nil }
        if leading != nil {
            guard end == text.pieces.count || endsDescription(end) else { return nil }
        } else if end < text.pieces.count, text.isStandIn(end) {
            end += 1
        } else if end < text.pieces.count, !endsDescription(end) {
            return nil
        }
        return Name(
            start: opening + 1, end: group?.end ?? end, opening: opening, choices: choices,
            stems: [], isNegated: false, isDescribed: true)
    }

    /// "The longer one of my boards", "das längere von den Brettern": the boards.
    private func group(describedFrom opening: Int, among names: [Name]) -> Name? {
        guard let group = names.first(where: { $0.start > opening }),
            group.start - opening <= Self.longestGroup
        else { return nil }
        let between = (opening + 2..<group.start).drop { !text.belongs($0) }
        return !between.isEmpty && between.allSatisfy { text.belongs($0) || text.isDeterminer($0) }
            ? group : nil
    }

    private static let longestGroup = 6

    /// "The one in oak", "le truc en chêne": where what it is like begins, behind the stand-in.
    private func standInEnd(_ place: Int) -> Int? {
        guard place < text.pieces.count, text.isStandIn(place) else { return nil }
        return (place + 1..<text.pieces.count).prefix(Self.smallWords + 1)
            .first { !text.isIgnored($0) && !text.isDeterminer($0) }
            .flatMap { next in mentions.contains { $0.start == next } ? next : nil }
    }

    /// "In the", between a stand-in and what it is like.
    private static let smallWords = 2

    private func areNamesakes(_ choices: ChoiceSet) -> Bool {
        Set(choices.map { index.choices[$0].name }).count == 1
    }

    /// "Not the black one".
    private func isTurnedDown(_ opening: Int) -> Bool {
        guard opening > 0 else { return false }
        return [.not, .unwanted, .disliked, .except].contains(text.pointers[opening - 1])
            || (max(0, opening - 3)..<opening).contains {
                [.unwanted, .disliked].contains(text.pointers[$0]) && text.ends[$0] == opening
            }
    }

    /// No noun follows: "the black" of "the black soll …", not of "the black parcel".
    private func endsDescription(_ place: Int) -> Bool {
        isSeparator(place) || text.words[place] == "," || target(at: place) != nil
            || text.isIgnored(place) || index.isLabel(text.stems[place])
            || mentions.contains { $0.start == place && $0.named.isEmpty }
            || isSize(place) || place + 1 < text.pieces.count && isSize(place + 1)
    }

    /// "Der schwarze Größe M", "die rote 42".
    private func isSize(_ place: Int) -> Bool {
        text.words[place].utf8.first?.isDigit == true
            || text.words[place].utf8.count <= Self.longestSize && text.isCapital(place)
    }

    /// "XL".
    private static let longestSize = 2

    /// What it shall be is said right behind: "the large one, to M".
    private func isWished(from end: Int) -> Bool {
        var place = end
        while place < text.pieces.count, target(at: place) == nil,
            text.isIgnored(place) || text.words[place] == ","
        {
            place += 1
        }
        return place < text.pieces.count && target(at: place) != nil
    }

    /// Of the candidates those that comparing words in a description leave: "the longer" board of two.
    func compared(_ candidates: ChoiceSet, by description: Range<Int>) -> ChoiceSet {
        guard candidates.count > 1, areNamesakes(candidates) else { return candidates }
        let resolver = ComparisonResolver(index: index, text: text, cutter: cutter, reference: nil)
        return description.reduce(candidates) { left, place in
            guard case .comparison(let comparison)? = text.pointers[place],
                description.lowerBound == 0 || !isIndefinite(description.lowerBound)
            else { return left }
            let next = resolver.apply(comparison, at: place, to: left) ?? left
            return next.isEmpty ? left : next
        }
    }

    /// "The longer board, I'd like it shorter": what stands before the name tells which one it is.
    func isCompared(_ name: Name, beforeWish behind: Range<Int>) -> Bool {
        func compares(_ place: Int) -> Bool {
            if case .comparison? = text.pointers[place] { !text.isTurnedDown(place) } else { false }
        }
        return name.opening < name.start && text.isDefinite(name.opening)
            && (name.opening..<name.start).contains(where: compares)
            && behind.contains(where: compares)
    }

    /// "A bigger helmet" is wished for.
    private func isIndefinite(_ opening: Int) -> Bool {
        text.isDeterminer(opening) && !text.isDefinite(opening)
    }

    /// "Instead of the 90 shelf the 60", where a clause begins: the shelf is no thing that is turned down. "The kettle
    /// instead of the lamp" turns the lamp down.
    func replaced(_ name: Name) -> Name {
        guard name.isNegated,
            let before = instead(endingAt: name.opening),
            before == 0 || isSeparator(before - 1) || text.words[before - 1] == ","
        else { return name }
        let described = mentions.first { $0.start == name.end && $0.named.isEmpty }
        let start = described?.end ?? name.end
        let clause = (start..<text.pieces.count).prefix { !isSeparator($0) }
        guard clause.contains(where: isWanted), !clause.contains(where: namesAny) else {
            return name
        }
        var name = name
        name.isNegated = false
        name.replacement = start
        return name
    }

    /// "Glass instead of steel, for the kettle": of steel it is now.
    func isReplaced(_ mention: Mention) -> Bool {
        mention.named.isEmpty && instead(endingAt: mention.start) != nil
    }

    /// "My keyboard is too loud. I'd like a linear one": a later sentence tells what shall be instead.
    func wishedAnew(in range: Range<Int>) -> (start: Int, end: Int)? {
        guard let end = range.first(where: isEnd) else { return nil }
        let place = (end..<range.upperBound).first { isIndefinite($0) && isTold(behind: $0) }
        return place.map { ($0, $0 + 1) }
    }

    private func isTold(behind article: Int) -> Bool {
        mentions.contains {
            $0.named.isEmpty && !$0.isNegated
                && (article + 1...article + Self.mostTold).contains($0.start)
        }
    }

    private static let mostTold = 3

    /// Where the "instead of" begins that ends at a piece.
    private func instead(endingAt end: Int) -> Int? {
        guard let place = (0..<end).last(where: { text.pointers[$0] == .not }),
            text.ends[place] == end,
            (place..<end).contains(where: { ChoiceMentionFinder.isInstead(text.words[$0]) })
        else { return nil }
        return place
    }

    /// A value, or "the smaller".
    private func isWanted(_ place: Int) -> Bool {
        if case .comparison? = text.pointers[place] { return true }
        return text.extreme(at: place) != nil || text.words[place].utf8.first?.isDigit == true
            || mentions.contains { $0.start == place && $0.named.isEmpty }
    }

    private func namesAny(_ place: Int) -> Bool {
        mentions.contains { $0.start == place && !$0.named.isEmpty }
    }
}
