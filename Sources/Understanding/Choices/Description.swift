/// What the mentions of an utterance leave of the choices.
struct Description {
    let index: ChoiceIndex

    /// The choices that fit, and whether each is meant or one of them; nil when nothing is
    /// mentioned.
    func picking(_ mentions: [Mention], among allowed: ChoiceSet) -> Picking? {
        let positive = mentions.filter { !$0.isNegated && !$0.owners.isDisjoint(with: allowed) }
        let rest = allowed.subtracting(excluded(mentions, positive))
        guard !positive.isEmpty else {
            return rest.count < allowed.count && !rest.isEmpty ? one(rest) : nil
        }
        func explaining(_ choices: ChoiceSet) -> ChoiceSet {
            choices.filter { choice in positive.allSatisfy { $0.owners.contains(choice) } }
        }
        // "The mat and the action cam, not the big camera": all three may be in one order.
        if index.hasLists, case let only = explaining(allowed), only.count == 1 {
            return narrowed(only, positive)
        }
        let complete = explaining(rest)
        if !complete.isEmpty { return narrowed(complete, positive) }
        return severally(positive, rest) ?? closest(positive, rest)
    }

    private func one(_ choices: ChoiceSet) -> Picking {
        Picking(indices: choices.sorted(), kind: .one)
    }

    /// The choices that a negation rules out: by name all of them, by a value those that have it.
    private func excluded(_ mentions: [Mention], _ positive: [Mention]) -> ChoiceSet {
        var out: ChoiceSet = []
        for mention in mentions where mention.isNegated {
            let owners =
                mention.named.isEmpty ? mention.described.union(mention.partly) : mention.named
            out.formUnion(owners)
        }
        // "not the desk lamp, the floor lamp": the shared word must not rule out what is named.
        let negated = mentions.filter(\.isNegated)
        guard negated.count > 1 else { return out }
        return out.filter { choice in negated.allSatisfy { $0.owners.contains(choice) } }
    }

    // MARK: One choice explains everything

    private func narrowed(_ complete: ChoiceSet, _ mentions: [Mention]) -> Picking {
        var best = complete
        best = greatest(best) { choice in
            mentions.filter { $0.described.contains(choice) || $0.named.contains(choice) }.count
        }
        best = greatest(best) { fullNames($0, mentions) }
        best = greatest(best) { repeatedValues($0, mentions) }
        let isSeveral =
            best.count > 1 && mentions.contains { $0.isPlural }
            && !index.hasLists && mentions.filter { !$0.named.isEmpty }.allSatisfy(\.isPlural)
        return Picking(indices: best.sorted(), kind: isSeveral ? .all : .one)
    }

    private func greatest(_ choices: ChoiceSet, _ score: (Int) -> Int) -> ChoiceSet {
        let best = choices.map(score).max() ?? 0
        return choices.filter { score($0) == best }
    }

    /// How many names of the choice are mentioned with every word.
    private func fullNames(_ choice: Int, _ mentions: [Mention]) -> Int {
        let words = Set(mentions.filter { $0.named.contains(choice) }.flatMap(\.stems))
        return Set(index.nameStems[choice]).filter { !$0.isEmpty && $0.isSubset(of: words) }.count
    }

    /// "brown, brown": as many attributes as the value is said of.
    private func repeatedValues(_ choice: Int, _ mentions: [Mention]) -> Int {
        let places = mentions.compactMap(\.value)
        return Set(places).sorted().reduce(0) { sum, place in
            sum + min(places.filter { $0 == place }.count, index.count(of: place, in: choice))
        }
    }

    // MARK: Several choices, each explained by a part of the utterance

    private struct Group {
        var choices: ChoiceSet
        var mentions: [Mention]
        var hasName: Bool { mentions.contains { !$0.named.isEmpty } }
        var attributes: Set<String> { Set(mentions.flatMap(\.attributes)) }
    }

    /// "the lamp and the mouse"; nil when the parts do not add up.
    private func severally(_ mentions: [Mention], _ allowed: ChoiceSet) -> Picking? {
        var groups: [Group] = []
        for segment in Set(mentions.map(\.segment)).sorted() {
            let part = mentions.filter { $0.segment == segment }
            guard let next = group(part, allowed, after: groups.last) else { return nil }
            if let last = groups.last, !last.choices.isDisjoint(with: next.choices),
                joins(last, next)
            {
                groups[groups.count - 1].choices.formIntersection(next.choices)
                groups[groups.count - 1].mentions += next.mentions
            } else {
                groups.append(next)
            }
        }
        guard groups.count > 1, areSeparate(groups) else { return nil }
        let settled = groups.map { oneOfLike(narrowed($0.choices, $0.mentions)) }
        if let open = settled.first(where: { $0.kind == .one && $0.indices.count > 1 }) {
            return open
        }
        return Picking(indices: Set(settled.flatMap(\.indices)).sorted(), kind: .all)
    }

    /// Where all that fit one part are alike, the first stands for them.
    private func oneOfLike(_ picking: Picking) -> Picking {
        guard picking.kind == .one, let first = picking.indices.first,
            picking.indices.allSatisfy({ index.choices[$0].isLike(index.choices[first]) })
        else { return picking }
        return Picking(indices: [first], kind: .one)
    }

    /// The choices that explain one part; a part without a name borrows that of the part before.
    private func group(_ part: [Mention], _ allowed: ChoiceSet, after last: Group?) -> Group? {
        var choices = allowed.filter { choice in part.allSatisfy { $0.owners.contains(choice) } }
        guard !choices.isEmpty else { return nil }
        let hasName = part.contains { !$0.named.isEmpty }
        if !hasName, let last, last.hasName {
            let namesakes = choices.filter { choice in
                last.mentions.allSatisfy { $0.named.isEmpty || $0.named.contains(choice) }
            }
            if !namesakes.isEmpty { choices = namesakes }
        }
        return Group(choices: choices, mentions: part)
    }

    /// Whether two parts may describe one choice: lists of items, and attributes that differ.
    private func joins(_ left: Group, _ right: Group) -> Bool {
        index.hasLists || !(left.hasName && right.hasName)
    }

    /// Whether the groups are several choices rather than one that does not exist ("blue, size M").
    private func areSeparate(_ groups: [Group]) -> Bool {
        if index.hasLists {
            // A word that two groups own may belong to either: then it is a question, not a list.
            return groups.indices.allSatisfy { place in
                groups[place].mentions.allSatisfy { mention in
                    groups.indices.allSatisfy { other in
                        other == place || mention.owners.isDisjoint(with: groups[other].choices)
                    }
                }
            }
        }
        let nameless = groups.filter { !$0.hasName }
        guard nameless.count > 1, let first = nameless.first else { return true }
        return nameless.dropFirst().allSatisfy { !$0.attributes.isDisjoint(with: first.attributes) }
    }

    // MARK: Nothing explains everything

    /// The nearest by name, then by values; one step further when values contradict, so that the
    /// desk asks.
    private func closest(_ mentions: [Mention], _ allowed: ChoiceSet) -> Picking? {
        let named = greatest(allowed) { choice in
            mentions.filter { $0.named.contains(choice) }.count
        }
        func fit(_ choice: Int) -> Int { mentions.filter { $0.owners.contains(choice) }.count }
        guard let best = named.map(fit).max(), best > 0 else { return nil }
        let nearest = named.filter { fit($0) == best }
        let isByName = named.count < allowed.count
        if nearest.count > 1 || isByName { return one(nearest) }
        return one(named.filter { fit($0) >= max(1, best - 1) })
    }
}
