/// Wishes and things that stand in a list: what a comma parts, and what an "and" does not.
extension WishReader {
    /// "I'd like the mug, the shelf | and the lamp returned": the verb stands behind the last thing, and says what is
    /// wished of all. nil where the pieces are no such list.
    func list(
        of last: Piece, _ next: Piece, in stretch: Stretch, _ matcher: PhraseMatcher
    ) -> Piece? {
        if case .rule = last.wish.verdict { return nil }
        guard !last.wish.isNegated, !next.wish.isNegated, next.wish.verdict.intent != nil,
            next.wish.verdict.intent != last.wish.verdict.intent,
            isJoined(last.part, next.part, in: stretch),
            endsWithThings(last.part), beginsWithThing(next.part)
        else { return nil }
        let part = stretch.part(last.part.tokens.startIndex..<next.part.tokens.endIndex)
        let whole = wish(in: part, matcher: matcher, for: .part)
        return whole.verdict.intent == next.wish.verdict.intent ? (part, whole) : nil
    }

    /// No sentence ends between them, and no comma stands there.
    private func isJoined(_ last: Stretch, _ next: Stretch, in stretch: Stretch) -> Bool {
        stretch.tokens[last.tokens.endIndex..<next.tokens.startIndex]
            .allSatisfy { !ClauseSplitter.isSign($0) }
    }

    /// "Ich möchte den Thermostat, die Uhr": behind a few words nothing but things.
    private func endsWithThings(_ part: Stretch) -> Bool {
        let first = part.tokens.startIndex
        return (first...min(first + Self.wordsOfWishing, part.tokens.endIndex - 1)).contains {
            let rest = part.part($0..<part.tokens.endIndex)
            return things.areNothingElse(
                in: rest.tokens, keys: rest.keys, language: rest.language)
        }
    }

    private func beginsWithThing(_ part: Stretch) -> Bool {
        let first = part.tokens.startIndex
        let end = min(first + Self.wordsOfThing, part.tokens.endIndex)
        return (first + 1...end).contains {
            let name = part.part(first..<$0)
            return things.areNothingElse(
                in: name.tokens, keys: name.keys, language: name.language)
        }
    }

    /// "Could you please send me".
    private static let wordsOfWishing = 5
    /// "My old", and a name.
    private static let wordsOfThing = 4

    /// "The helmets go back, cancel the one with the laptop": two wishes with nothing but a comma between them, each of
    /// them clear by itself.
    func apart(_ piece: Piece, _ matcher: PhraseMatcher) -> [Piece] {
        let tokens = piece.part.tokens
        guard piece.part.wordCount >= 2 * Self.shortestListed else { return [piece] }
        for comma in tokens.indices where ClauseSplitter.isComma(tokens[comma]) {
            let before = piece.part.part(tokens.startIndex..<comma)
            let after = piece.part.part(comma + 1..<tokens.endIndex)
            guard before.wordCount >= Self.shortestListed, after.wordCount >= Self.shortestListed,
                !(endsWithThings(before) && beginsWithThing(after)), !onlyNames(before),
                !onlyNames(after)
            else { continue }
            let first = wish(in: before, matcher: matcher, for: .part)
            guard isClearWish(first, piece.part.language) else { continue }
            let second = wish(in: after, matcher: matcher, for: .part)
            guard isClearWish(second, piece.part.language),
                first.verdict.intent != second.verdict.intent
            else {
                continue
            }
            return [(before, first)] + apart((after, second), matcher)
        }
        return [piece]
    }

    /// "The mug of order 1024".
    func onlyNames(_ part: Stretch) -> Bool {
        things.areAll(of: part.tokens, keys: part.keys, language: part.language)
            || things.areOfOrder(part.tokens, keys: part.keys, language: part.language)
    }

    private func isClearWish(_ wish: Wish, _ language: String) -> Bool {
        guard !wish.isNegated else { return false }
        return switch clear(wish, language) {
        case .rule: true
        case .ranked(_, let probability): probability >= Self.clearBesideComma
        default: false
        }
    }

    private static let shortestListed = 4
    private static let clearBesideComma = 0.65
}
