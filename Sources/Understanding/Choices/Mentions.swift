/// A place in the utterance that names or describes some of the choices.
struct Mention: Equatable {
    /// Piece range.
    var start: Int
    var end: Int
    /// Choices whose name has the word.
    var named: ChoiceSet
    /// Choices that have the value, and those that have it as a part of one.
    var described: ChoiceSet
    var partly: ChoiceSet
    /// The attributes it may be a value of, sorted.
    var attributes: [String]
    /// The place of the value in the index.
    var value: Int?
    /// The stems of a name's words.
    var stems: [String] = []
    var isNegated = false
    /// Which part of the utterance it stands in; parts are separated by "and" and commas.
    var segment = 0
    /// The word is a plural and the name is not: "lamps" for "Desk Lamp".
    var isPlural = false

    var owners: ChoiceSet { named.union(described).union(partly) }

    var affirmed: Mention {
        var mention = self
        mention.isNegated = false
        return mention
    }
}

/// Finds the mentions in one utterance.
struct ChoiceMentionFinder {
    let text: PointedText
    let index: ChoiceIndex
    var pieces: [Piece] { text.pieces }

    init(text: PointedText, index: ChoiceIndex) {
        self.text = text
        self.index = index
    }

    func mentions() -> [Mention] {
        var found: [Mention] = []
        var position = 0
        var segment = 0
        while position < pieces.count {
            if isSeparator(position) { segment += 1 }
            guard !text.isTaken[position] || isValueNone(position), !isLabel(position),
                !text.isLikened(position),
                var mention = mention(at: position) ?? flagWord(position, after: found.last)
            else {
                position += 1
                continue
            }
            mention.segment = segment
            mention.isNegated = isNegated(position, after: found.last)
            found.append(mention)
            position = mention.end
        }
        return settled(found.filter { !isAside($0, among: found) && !isLabelBehind($0, found) })
    }

    /// "Standard back", of the backrest's height: what is high-back is not meant.
    private func isLabelBehind(_ mention: Mention, _ all: [Mention]) -> Bool {
        mention.described.isEmpty && mention.named.isEmpty
            && all.contains { other in
                other.end == mention.start && !other.described.isEmpty
                    && other.attributes.contains(where: mention.attributes.contains)
            }
    }

    /// "A keyboard with RGB lights", where there is an LED light bulb: beside another name half a name without an
    /// article names nothing.
    private func isAside(_ mention: Mention, among all: [Mention]) -> Bool {
        // "Schreibtischlampe" is all of the name, whatever word of the shop's it stands for.
        func hasHead(_ mention: Mention) -> Bool {
            pieces[mention.start].isTranslated || mention.stems.isEmpty
                || mention.named.contains {
                    !index.heads[$0].isDisjoint(with: mention.stems + [mention.stems.joined()])
                }
        }
        guard mention.described.isEmpty, mention.partly.isEmpty, mention.start > 0,
            !hasHead(mention)
        else { return false }
        let before = mention.start - 1
        let isListed =
            text.isDeterminer(before) || isSeparator(before) || pieces[before].word == ","
            || text.isStandIn(before)
        return !isListed && !all.contains { $0.start == mention.end && !$0.named.isEmpty }
            && all.contains { other in
                hasHead(other) && (index.hasLists || other.named.isDisjoint(with: mention.named))
            }
    }

    /// "armrest: none" is a value, not "none of them".
    private func isValueNone(_ position: Int) -> Bool {
        guard text.pointers[position] == .neither, text.ends[position] == position + 1,
            let value = index.valueTable.match(text.stems, at: position)
        else { return false }
        return isBound(position, index.values[value.meaning])
    }

    private func isSeparator(_ position: Int) -> Bool {
        text.pointers[position] == .and || [".", "!", "?"].contains(pieces[position].word)
    }

    private func mention(at position: Int) -> Mention? {
        let value = index.valueTable.match(text.stems, at: position)
        let isIgnored = text.isIgnored(position)
        var mention = Mention(
            start: position, end: position + 1, named: [], described: [], partly: [], attributes: []
        )
        if let value,
            value.end > position + 1
                || (!isIgnored && isTelling(position, index.values[value.meaning]))
                || isBound(position, index.values[value.meaning])
        {
            describe(&mention, value.meaning, end: value.end)
        }
        if mention.end == position + 1, !isIgnored {
            name(&mention, position)
            nameOtherwise(&mention, position)
        }
        return mention.owners.isEmpty ? nil : mention
    }

    /// "Robot hoover" is what a vacuum is like, and tells it from other things.
    private func nameOtherwise(_ mention: inout Mention, _ position: Int) {
        guard mention.named.isEmpty, !mention.owners.isEmpty else { return }
        for stem in pieces[position].others {
            guard let named = index.names[stem], named.count < index.choices.count,
                !named.isDisjoint(with: mention.owners)
            else { continue }
            mention.named = named.intersection(mention.owners)
            mention.stems = [stem]
            return
        }
    }

    // MARK: Values

    private func describe(_ mention: inout Mention, _ place: Int, end: Int) {
        let value = index.values[place]
        mention.value = place
        mention.end = end
        let bound = bound(value.attributes, mention.start, end)
        mention.attributes = bound
        for name in bound {
            mention.described.formUnion(value.exact[name] ?? [])
            mention.partly.formUnion(value.partial[name] ?? [])
        }
        mention.partly = mention.partly.subtracting(mention.described)
        if let denied = value.denied { answer(&mention, denied) }
    }

    /// "waterproof: no".
    private func answer(_ mention: inout Mention, _ denied: ChoiceSet) {
        var next = mention.end
        if next < pieces.count, pieces[next].word == ":" { next += 1 }
        guard next < pieces.count, ["yes", "no", "ja", "nein"].contains(pieces[next].word) else {
            return
        }
        if ["no", "nein"].contains(pieces[next].word) { mention.described = denied }
        mention.end = next + 1
    }

    /// A bare "yes" or "no" in a row of values: "blue, 10 hours, yes"; "…, no water resistance" is none.
    private func flagWord(_ position: Int, after previous: Mention?) -> Mention? {
        let word = pieces[position].word
        guard word == "yes" || word == "no", let previous, previous.end == position - 1,
            pieces[position - 1].word == ",", !previous.described.isEmpty,
            position + 1 == pieces.count || text.pointers[position + 1] == .and
                || index.names[pieces[position + 1].stem] != nil && !isFlag(position + 1)
        else { return nil }
        let value = index.valueTable.match(text.stems, at: position)
        guard let value, value.end == position + 1 else { return nil }
        var mention = Mention(
            start: position, end: position + 1, named: [], described: [], partly: [], attributes: []
        )
        describe(&mention, value.meaning, end: position + 1)
        return mention.owners.isEmpty ? nil : mention
    }

    /// A word of an attribute's name before a value of it: the "battery type" of "battery type AA".
    private func isLabel(_ position: Int) -> Bool {
        let stem = pieces[position].stem
        let labels = index.attributes.filter { $0.stems.contains(stem) }
        // "Without water resistance", where a value is "not resistant".
        guard !labels.isEmpty, !text.isLacking(position) else { return false }
        return (position + 1..<min(position + 4, pieces.count)).contains { next in
            guard let match = index.valueTable.match(text.stems, at: next) else { return false }
            let value = index.values[match.meaning]
            // "Water resistance" is what there is or is not, and no label of it.
            return value.denied == nil && labels.contains { value.isOf($0.name) }
        }
    }

    /// Of several attributes with the value those whose own word stands near: "black frame", not
    /// lens.
    private func bound(_ names: [String], _ start: Int, _ end: Int) -> [String] {
        guard names.count > 1 else { return names }
        let range = max(0, start - 2)..<min(pieces.count, end + 2)
        let near = Set(range.filter { !(start..<end).contains($0) }.map { pieces[$0].stem })
        let scores = names.map { name in
            index.stems(ofAttribute: name).filter { near.contains($0) }.count
        }
        guard let best = scores.max(), best > 0 else { return names }
        return zip(names, scores).filter { $0.1 == best }.map(\.0)
    }

    // MARK: Names

    private func name(_ mention: inout Mention, _ position: Int) {
        let piece = pieces[position]
        if let owners = index.names[piece.stem] {
            mention.named = owners
            mention.stems = [piece.stem]
            mention.isPlural = isPlural(piece)
            return
        }
        if position + 1 < pieces.count {
            let joined = piece.word + pieces[position + 1].stem
            if let owners = index.names[joined] {
                mention.named = owners
                mention.stems = [piece.stem, pieces[position + 1].stem]
                mention.end = position + 2
                return
            }
        }
        guard mention.described.isEmpty, mention.partly.isEmpty, piece.word.utf8.count >= 3,
            piece.word.utf8.allSatisfy(\.isLetter), !text.isStandIn(position)
        else { return }
        if piece.word.utf8.count >= 4 {
            mention.named = compounds(of: piece)
            // "That's right" is no light.
            if mention.named.isEmpty, !text.isWord(position), !text.isOfShop(position) {
                mention.named = misspelled(piece)
            }
        }
        if mention.named.isEmpty, piece.word.utf8.count >= 4,
            let place = index.place(beginningWith: piece.word)
        {
            return describe(&mention, place, end: position + 1)
        }
        if mention.named.isEmpty, isThing(position) { mention.named = index.alike(piece) }
    }

    /// The word stands for a thing: behind an article, or as an answer of a few words.
    private func isThing(_ position: Int) -> Bool {
        if position > 0, text.isDeterminer(position - 1) { return true }
        return pieces.count <= Self.fewPieces && !text.isCommon(position)
    }

    private static let fewPieces = 4

    /// "lamps" where the name says "Lamp".
    private func isPlural(_ piece: Piece) -> Bool {
        if piece.isTranslated { return piece.isPlural }
        return index.nameWords.contains { $0.stem == piece.stem && $0.word != piece.word }
            && piece.word != piece.stem
    }

    /// "Lampe" for "Schreibtischlampe", "phone" for "Smartphone"; a unit, "Liter" for "l", ends no name, and "glass" no
    /// "Sunglasses". Of three letters it needs a longer word before it: "Uhren" for "Wanduhr", no "Ionen" in
    /// "Action".
    private func compounds(of piece: Piece) -> ChoiceSet {
        guard piece.stem.utf8.count > 2 else { return [] }
        let owners = index.nameWords.filter { name in
            let isInflectedAlike =
                name.word == name.stem || piece.word != piece.stem && !piece.isTranslated
            let front = name.word.utf8.count - piece.stem.utf8.count
            return front > (piece.stem.utf8.count > 3 || piece.word == piece.stem ? 2 : 3)
                && (name.word.hasSuffix(piece.word)
                    || isInflectedAlike && name.stem.hasSuffix(piece.stem))
        }
        return owners.reduce(into: []) { $0.formUnion(index.names[$1.stem] ?? []) }
    }

    private func misspelled(_ piece: Piece) -> ChoiceSet {
        let written = Array(piece.word.utf8)
        let near = index.nameWords.filter { name in
            name.word.utf8.count >= 4 && NearWords.isOneEdit(written, Array(name.word.utf8))
        }
        return near.reduce(into: []) { $0.formUnion(index.names[$1.stem] ?? []) }
    }

    // MARK: Negation

    /// "not the red one": only small words, or what is negated with it, stand between.
    private func isNegated(_ position: Int, after previous: Mention?) -> Bool {
        var before = position - 1
        while before >= 0, position - before <= 6 {
            // "Not the bulb! The keyboard": a new sentence turns nothing down.
            if [".", "!", "?", ";"].contains(pieces[before].word) { return false }
            if let previous, previous.end == before + 1 { return previous.isNegated }
            if text.pointers[before] == .not || text.pointers[before] == .except {
                return !isReplaced(position, by: before)
            }
            if before == position - 1, text.isLacking(position) || text.isTooMuch(position) {
                return true
            }
            guard text.isIgnored(before) || text.isTaken[before] else { return false }
            before -= 1
        }
        return false
    }

    /// "Instead of the coffee there was tea in it": the coffee was ordered, and nothing is turned down.
    private func isReplaced(_ position: Int, by negation: Int) -> Bool {
        guard Self.isInstead(pieces[negation].word) else { return false }
        // "The order with the shelf, and the 60 instead of the 90": it is in there.
        if index.hasLists { return true }
        let next = pieces.dropFirst(position + 1).prefix(Self.farthestFound)
            .prefix { ![".", "!", "?", ";"].contains($0.word) }
        return next.contains { Self.found.contains($0.word) }
    }

    /// "Instead of the floor lamp, there …": so many words behind the one that is named.
    private static let farthestFound = 3
    static func isInstead(_ word: String) -> Bool { insteads.contains(word) }

    private static let insteads: Set<String> = [
        "statt", "anstatt", "instead", "of", "lieu", "du", "vez", "lugar", "de",
    ]
    private static let found: Set<String> = [
        "war", "waren", "kam", "kamen", "lag", "lagen", "bekam", "hab", "habe", "there", "came",
        "habia", "venia", "vino", "llego", "il", "y",
    ]

    /// "I don't want the red one" and "I don't like the electric grill" turn down an attribute; "I don't want the lamp
    /// anymore" is about the lamp.
    private func settled(_ mentions: [Mention]) -> [Mention] {
        let refused = text.first(.unwanted)
        guard let place = refused ?? text.first(.disliked), text.first(.anymore) == nil else {
            return mentions
        }
        // "I don't like it. The mug …": the sentence ends it, and ", I'd rather have …" too.
        let starts = Set(mentions.map(\.start))
        let end =
            pieces.indices[place...].first { position in
                if [".", "!", "?", ";"].contains(pieces[position].word) { return true }
                return pieces[position].word == ","
                    && starts.isDisjoint(with: [position + 1, position + 2])
            } ?? pieces.count
        let turnedDown = mentions.indices.filter {
            place < mentions[$0].start && mentions[$0].start < end
        }
        guard let first = turnedDown.first else { return mentions }
        let segment = mentions[first].segment
        let hasOther = mentions.contains { $0.segment != segment }
        var settled = mentions
        for index in turnedDown where mentions[index].segment == segment {
            if hasOther && refused != nil || mentions[index].named.isEmpty {
                settled[index].isNegated = true
            }
        }
        return settled
    }
}
