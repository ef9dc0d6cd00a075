/// Which words are values at all: "11" and "no" say too little by themselves.
extension ChoiceMentionFinder {
    /// A value of one letter or a bare number says too little by itself.
    func isTelling(_ position: Int, _ value: AttributeValue) -> Bool {
        let piece = pieces[position]
        if value.isMeasure { return isMeasured(position) }
        if value.isDigit { return false }
        if piece.word.utf8.count == 1, piece.word.utf8.first?.isLetter == true {
            return pieces.count == 1
                || (text.isCapital(position) && !["i", "a"].contains(piece.word))
        }
        if piece.word.utf8.allSatisfy(\.isDigit) {
            let isAlone = pieces.indices.allSatisfy { $0 == position || text.isIgnored($0) }
            return isAlone || isListed(position) || piece.word.utf8.count >= 3
                || isWorn(position)
        }
        return !["yes", "no", "none"].contains(piece.word)
    }

    /// "The 90 shelf", "in 60 instead of 90", "das 60er": no "30 days", no "30 €".
    private func isMeasured(_ position: Int) -> Bool {
        let next = position + 1
        let isLast =
            next == pieces.count || text.isIgnored(next) || text.pointers[next] != nil
            || text.isStandIn(next) || index.names[pieces[next].stem] != nil
            || [",", ".", "!", "?", ";", ")", "+", "/"].contains(pieces[next].word)
        guard isLast, position > 0 else { return isLast }
        let before = position - 1
        return text.isIgnored(before) || text.isCommon(before) || text.pointers[before] != nil
            || text.targets[before] != nil || index.knows(pieces[before].stem)
            || !pieces[before].word.utf8.contains(where: \.isLetterOrDigit)
    }

    /// "9, leather": the only piece between two commas, or before the first.
    private func isListed(_ position: Int) -> Bool {
        let opens = position == 0 || pieces[position - 1].word == ","
        return opens && position + 1 < pieces.count && pieces[position + 1].word == ","
    }

    /// "I need them in 8", "boots 11, not waterproof": no "in 8 weeks".
    private func isWorn(_ position: Int) -> Bool {
        guard position > 0 else { return false }
        let before = pieces[position - 1]
        let next = position + 1
        let isNamed = index.names[before.stem] != nil
        guard isNamed || Self.wearing.contains(before.word) else { return false }
        return next == pieces.count || text.isIgnored(next) || text.isCommon(next)
            || isNamed && index.knows(pieces[next].stem)
            || !pieces[next].word.utf8.contains(where: \.isLetterOrDigit)
    }

    private static let wearing: Set<String> = [
        "in", "en", "need", "needs", "with", "brauche", "bräuchte", "brauch", "mit", "necesito",
    ]

    /// Whether the attribute's name stands beside it: "size 7", "7 in size"; "no water resistance" has none.
    func isBound(_ position: Int, _ value: AttributeValue) -> Bool {
        if ["yes", "no"].contains(pieces[position].word), isFlag(position + 1) { return false }
        let near = (max(0, position - 2)..<min(pieces.count, position + 3)).map { pieces[$0].stem }
        let owners = value.isDigit ? value.partial : value.exact
        return owners.all.contains { owners in
            index.stems(ofAttribute: owners.attribute).contains { near.contains($0) }
        }
    }

    /// What versions have or lack stands there.
    func isFlag(_ position: Int) -> Bool {
        guard position < pieces.count,
            let match = index.valueTable.match(text.stems, at: position)
        else { return false }
        return index.values[match.meaning].denied != nil
    }
}
