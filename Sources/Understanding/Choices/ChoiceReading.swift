import Facts

/// One utterance over one list of choices: decides which of its hints counts.
struct ChoiceReading {
    let index: ChoiceIndex
    let text: PointedText
    let numbers: ChoiceNumbers
    let cutter: PieceCutter
    let reference: Choice?
    /// Each choice is an order of several things.
    let holdsThings: Bool
    /// The piece that says no, where one does: "white, or… no, brown".
    let turn: Int?

    private var everything: ChoiceSet { ChoiceSet(index.choices.indices) }
    private var description: Description { Description(index: index) }

    func picking() -> Picking {
        let found = ChoiceMentionFinder(text: text, index: index).mentions()
        let mentions = wanted(lastWords(holdsThings ? heldAll(found) : found))
        if !holdsThings, let excepted = exception(mentions) { return excepted }
        if let identified = numbers.identified() { return identified }
        if isNeither(mentions) { return Picking(indices: [], kind: .neither) }
        if let whole = whole(mentions) { return whole }
        if let compared = comparison(mentions) { return compared }
        if let related = relation(mentions) { return related }
        return positioned(mentions) ?? description.picking(mentions, among: everything) ?? .none
    }

    /// "Everything in it but the lamp": the lamp is in it all the same.
    private func heldAll(_ mentions: [Mention]) -> [Mention] {
        guard let place = text.first(.except) else { return mentions }
        return mentions.map { $0.start >= text.ends[place] ? $0.affirmed : $0 }
    }

    /// "White or black maybe… no, brown": of the values of an attribute, those behind the "no".
    private func lastWords(_ mentions: [Mention]) -> [Mention] {
        guard let turn else { return mentions }
        return mentions.filter { mention in
            guard mention.start < turn, mention.named.isEmpty else { return true }
            return !mentions.contains { other in
                other.start > turn && !other.isNegated && other.named.isEmpty
                    && other.attributes.contains(where: mention.attributes.contains)
            }
        }
    }

    /// "I have it in gold and would rather have black": of two values of an attribute, the one that there is already
    /// only tells which thing is meant.
    private func wanted(_ mentions: [Mention]) -> [Mention] {
        guard let reference else { return mentions }
        func isOwn(_ mention: Mention) -> Bool {
            guard let place = mention.value, mention.named.isEmpty else { return false }
            return reference.attributes.contains { attribute in
                mention.attributes.contains(attribute.name)
                    && cutter.pieces(of: attribute.value).map(\.stem) == index.values[place].stems
            }
        }
        return mentions.filter { mention in
            guard !mention.isNegated, isOwn(mention) else { return true }
            return !mentions.contains { other in
                !other.isNegated && other.named.isEmpty && !isOwn(other)
                    && other.attributes.contains(where: mention.attributes.contains)
            }
        }
    }

    // MARK: "all but the tablet"

    private func exception(_ mentions: [Mention]) -> Picking? {
        guard let place = text.first(.except) else { return nil }
        let after = mentions.filter { $0.start >= text.ends[place] }.map(\.affirmed)
        let hasAll = text.first(.all) != nil || text.first(.both) != nil || isAllPhrase(place)
        guard hasAll else { return nil }
        guard let left = description.picking(after, among: everything) ?? excludedNumbers(place)
        else {
            // "All but the tablet", where there is none: nothing is picked, least of all everything.
            let rest = text.pieces.indices.dropFirst(text.ends[place])
            return rest.allSatisfy { text.isIgnored($0) } ? nil : Picking.none
        }
        guard left.kind == .all || left.indices.count == 1 else { return Picking.none }
        let rest = everything.subtracting(ChoiceSet(left.indices))
        return Picking(indices: rest.sorted(), kind: rest.isEmpty ? .none : .all)
    }

    /// "everything but" is one phrase.
    private func isAllPhrase(_ place: Int) -> Bool {
        text.ends[place] > place + 1
            && ["all", "everything", "both", "todo"].contains(text.words[place])
    }

    private func excludedNumbers(_ place: Int) -> Picking? {
        let positions =
            numbers.ordinals(negated: true).map(\.index) + numbers.numbers(negated: true)
        return positions.isEmpty ? nil : Picking(indices: positions.sorted(), kind: .all)
    }

    // MARK: "neither", "both", "all"

    private func isNeither(_ mentions: [Mention]) -> Bool {
        // "A mouse and a shelf, and neither works out": of an order's things.
        if holdsThings, mentions.contains(where: { !$0.named.isEmpty && !$0.isNegated }) {
            return false
        }
        guard let place = text.first(.neither), !mentions.contains(where: { $0.start == place })
        else {
            return false
        }
        let next = place + 1
        guard text.ends[place] == next else { return true }
        if mentions.contains(where: { $0.start > place && $0.start <= next + 1 }) { return false }
        // "Keine Rückgabe, nur eine neue Tasse": none of something else.
        let isOfElse =
            next < text.words.count && !text.isIgnored(next) && !text.isCommon(next)
        return !(isOfElse && mentions.contains { $0.start > next && !$0.isNegated })
    }

    private func whole(_ mentions: [Mention]) -> Picking? {
        if holdsThings, let holder = holder(of: mentions) { return holder }
        if let place = text.first(.both) {
            if let filtered = filtered(mentions, after: place) {
                return filtered.count == 2 ? Picking(indices: filtered.sorted(), kind: .all) : nil
            }
            return index.choices.count == 2 ? Picking(indices: [0, 1], kind: .all) : Picking.none
        }
        guard let place = text.first(.all) else { return nil }
        // "In 1500 pieces, all on my card": of the versions of a thing nobody takes all.
        if reference != nil, described(mentions) != everything { return nil }
        let indices = filtered(mentions, after: place) ?? everything
        return Picking(indices: indices.sorted(), kind: .all)
    }

    /// "A mouse and a shelf, and I want to swap both", "everything of the order with the shelf, except the lamp": the
    /// one choice that all these things are in.
    private func holder(of mentions: [Mention]) -> Picking? {
        guard text.first(.both) != nil || text.first(.all) != nil, mentions.count > 1,
            let picking = description.picking(mentions, among: everything),
            picking.kind == .one, picking.indices.count == 1
        else { return nil }
        return picking
    }

    /// The choices described right after "all" or "both": "all the blue ones", "both lamps".
    private func filtered(_ mentions: [Mention], after place: Int) -> ChoiceSet? {
        let end = text.ends[place]
        guard let first = mentions.first(where: { $0.start >= end }),
            (end..<first.start).allSatisfy({ text.isIgnored($0) }),
            holdsThings || index.hasLists || text.isSaid(of: first.start..<first.end, behind: end)
        else { return nil }
        let part = mentions.filter { $0.segment == first.segment && $0.start >= end }
        let complete = everything.filter { choice in part.allSatisfy { $0.owners.contains(choice) }
        }
        return complete.isEmpty ? nil : complete
    }

    // MARK: "the cheapest", "one size bigger"

    /// What all comparisons leave, each of what the one before has left; "bigger" goes before "the cheapest".
    private func comparison(_ mentions: [Mention]) -> Picking? {
        let resolver = ComparisonResolver(
            index: index, text: text, cutter: cutter, reference: reference)
        var left = described(mentions)
        var isCompared = false
        for (position, comparison) in comparisons {
            var candidates = left
            if comparison.direction.isRelative {
                guard reference != nil || pointsAtMore(position) else { continue }
                candidates = candidates.filter { index.choices[$0].id != reference?.id }
            }
            guard let next = resolver.apply(comparison, at: position, to: candidates) else {
                continue
            }
            guard !next.isEmpty else { return Picking.none }
            left = next
            isCompared = true
        }
        guard isCompared else { return nil }
        var picking = Picking(indices: left.sorted(), kind: .one)
        picking.isCompared = true
        return picking
    }

    /// "The bigger one", "bigger": the greater of two. "I need my kettle bigger" tells none of them.
    private func pointsAtMore(_ position: Int) -> Bool {
        text.pieces.count <= Self.fewPieces || position > 0 && text.isDefinite(position - 1)
    }

    private static let fewPieces = 4

    private var comparisons: [(position: Int, comparison: Pointer.Comparison)] {
        let all = text.pointers.indices.compactMap {
            position -> (position: Int, comparison: Pointer.Comparison)? in
            // "The smaller instead of the larger one"
            if case .comparison(let comparison)? = text.pointers[position],
                !text.isTurnedDown(position)
            {
                return (position: position, comparison: comparison)
            }
            return nil
        }
        return all.filter(\.comparison.direction.isRelative)
            + all.filter { !$0.comparison.direction.isRelative } + extremes
    }

    /// "The small clock", "in klein"; of "the big one for the small one" what is wanted, none where that is not clear.
    private var extremes: [(position: Int, comparison: Pointer.Comparison)] {
        let all = text.pieces.indices.compactMap { position in
            text.extreme(at: position).map { (position: position, comparison: $0) }
        }.filter { isSinglingOut($0.position) && !text.isTurnedDown($0.position) }
        let target = text.targets.lastIndex { $0 != nil }
        let wanted = target.map { target in all.filter { $0.position > target } } ?? []
        let left = wanted.isEmpty ? all : wanted
        return Set(left.map(\.comparison.direction)).count > 1 ? [] : left
    }

    /// The word stands for the choice or right before its name: "the small one", "the small clock", no "small kitchen".
    private func isSinglingOut(_ position: Int) -> Bool {
        guard !text.isTaken[position], !index.knows(text.stems[position]),
            !text.isTooMuch(position), !text.isLikened(position),
            text.pieces.count <= Self.fewPieces
                || position > 0 && opensThing(position - 1)
        else { return false }
        let next = position + 1
        return next == text.pieces.count || text.isIgnored(next) || text.isStandIn(next)
            || text.pointers[next] != nil || index.knows(text.stems[next])
            || text.pieces[next].isTranslated
            || !text.words[next].utf8.contains(where: \.isLetterOrDigit)
    }

    /// The choices that the mentions leave, all where they say nothing.
    private func described(_ mentions: [Mention]) -> ChoiceSet {
        guard let picking = description.picking(mentions, among: everything),
            picking.kind != .all || picking.indices.count > 1
        else { return everything }
        return picking.indices.isEmpty ? everything : ChoiceSet(picking.indices)
    }

    /// "The", "for", "in", a comma; "a small kitchen" is none of the choices.
    private func opensThing(_ place: Int) -> Bool {
        text.isDefinite(place) || text.targets[place] != nil || text.words[place] == ","
            || text.isIgnored(place) && !text.isDeterminer(place)
    }

    // MARK: "the other one", "same but in red"

    private func relation(_ mentions: [Mention]) -> Picking? {
        guard let reference else { return nil }
        let own = index.choices.firstIndex { $0.id == reference.id }
        let others = everything.filter { $0 != own }
        if text.first(.other) != nil, mentions.isEmpty, !others.isEmpty {
            return Picking(indices: others.sorted(), kind: .one)
        }
        guard text.first(.same) != nil else { return nil }
        if described(mentions) == everything {  // nothing is said but what holds for all
            if let named = sameAttribute(reference, others) { return named }
            return own.map { Picking(indices: [$0], kind: .one) }
        }
        guard let fitting = description.picking(mentions, among: others), fitting.kind == .one
        else { return nil }
        let resolver = ComparisonResolver(
            index: index, text: text, cutter: cutter, reference: reference)
        let closest = resolver.closestToReference(ChoiceSet(fitting.indices))
        return Picking(indices: closest.sorted(), kind: .one)
    }

    /// "the same colour": the others that agree in the attribute.
    private func sameAttribute(_ reference: Choice, _ others: ChoiceSet) -> Picking? {
        let stems = Set(text.stems)
        let named = reference.attributes.filter { attribute in
            index.stems(ofAttribute: attribute.name).contains { stems.contains($0) }
        }
        guard !named.isEmpty else { return nil }
        let agreeing = others.filter { choice in
            named.allSatisfy { index.choices[choice].attributes.contains($0) }
        }
        return agreeing.isEmpty ? nil : Picking(indices: agreeing.sorted(), kind: .one)
    }

    // MARK: "the second lamp", "1 and 3"

    private func positioned(_ mentions: [Mention]) -> Picking? {
        let ordinals = numbers.ordinals()
        let described = description.picking(mentions, among: everything)
        if let ordinal = ordinals.first, ordinals.count == 1 {
            return combined(ordinal, described)
        }
        let positions = Set(ordinals.map(\.index) + numbers.numbers())
        guard !positions.isEmpty else { return nil }
        // "2" is the second order, not the one with two things in it.
        let isPlace = (numbers.isBare || numbers.opens) && index.hasLists
        if let described, positions.count == 1, !mentions.isEmpty, !isPlace {
            let both = positions.union(described.indices)
            let common = positions.intersection(described.indices)
            return Picking(indices: (common.isEmpty ? both : common).sorted(), kind: .one)
        }
        return Picking(indices: positions.sorted(), kind: positions.count > 1 ? .all : .one)
    }

    /// The n-th of the list, or of those described; both when they are not the same.
    private func combined(
        _ position: ChoiceNumbers.Position, _ described: Picking?
    ) -> Picking {
        guard let described, !described.indices.isEmpty else {
            return Picking(indices: [position.index], kind: .one)
        }
        let group = described.indices
        let place = position.ordinal > 0 ? position.ordinal - 1 : group.count + position.ordinal
        let isInGroup = group.contains(position.index)
        if group.indices.contains(place), group.count > 1 {
            let chosen = isInGroup ? Set([group[place], position.index]) : [group[place]]
            return Picking(indices: chosen.sorted(), kind: .one)
        }
        let chosen = isInGroup ? [position.index] : Set(group + [position.index])
        return Picking(indices: chosen.sorted(), kind: .one)
    }
}
