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

    /// "Send it to Denver, and the helmet in black": with the thing it is another wish than it was clearly without;
    /// what a rule says of the piece before it says of both, and the classifier alone tells what the thing adds.
    func wishOfItsOwn(_ both: Piece, behind last: Piece) -> Wish? {
        guard let before = clear(last.wish, last.part.language).intent else { return nil }
        var wish = both.wish
        if wish.verdict.isRule, wish.verdict.intent == before,
            let first = wish.result.ranking.first, first.probability >= Self.certainClause
        {
            wish.verdict = .ranked(intent: first.intent, probability: first.probability)
        }
        let after = clear(wish, both.part.language).intent
        return after == nil || after == before ? nil : wish
    }

    /// By a rule; or its first words say clearly what the piece before does not, and what the whole may be about:
    /// "change the payment of my order, then the lamp to white".
    func wishesElse(
        _ piece: Piece, than last: Piece, _ whole: Wish, _ matcher: PhraseMatcher
    ) -> Bool {
        if case .rule = piece.wish.verdict { return true }
        let tokens = piece.part.tokens
        // "The bookshelf in order 1024" goes on with the list.
        if things.areOfOrder(tokens, keys: piece.part.keys, language: piece.part.language) {
            return false
        }
        let end = tokens.firstIndex { $0.folded == "," } ?? tokens.endIndex
        let first = piece.part.part(tokens.startIndex..<end)
        let wish =
            end < tokens.endIndex ? wish(in: first, matcher: matcher, for: .part) : piece.wish
        guard let intent = clear(wish, first.language).intent,
            let before = clear(last.wish, last.part.language).intent
        else { return false }
        return intent != before
            && whole.result.ranking.prefix(2).contains { $0.intent == intent }
    }

    /// "Is the puzzle also | available for beginners": what both halves may wish, neither of them clearly, and the
    /// sentence more clearly than either. nil where the word between them joins two wishes.
    func oneSentence(
        of last: Piece, _ next: Piece, in stretch: Stretch, _ matcher: PhraseMatcher
    ) -> Piece? {
        guard let intent = last.wish.result.ranking.first, !last.wish.isNegated,
            let other = next.wish.result.ranking.first, !next.wish.isNegated,
            intent.intent == other.intent,
            intent.probability < Self.certainClause, other.probability < Self.certainClause,
            isJoined(last.part, next.part, in: stretch)
        else { return nil }
        let part = stretch.part(last.part.tokens.startIndex..<next.part.tokens.endIndex)
        let whole = wish(in: part, matcher: matcher, for: .part)
        return whole.verdict.intent == intent.intent
            && whole.verdict.confidence > max(intent.probability, other.probability)
            ? (part, whole) : nil
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
