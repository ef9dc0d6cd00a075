/// What a text refuses, and what it wishes instead: "no return, please, only a new one".
extension WishReader {
    /// What a text turns down, and what it wishes besides.
    struct Refused {
        var intent: String
        /// The tokens that turn it down: "I don't want to cancel".
        var part: Range<Int>
        /// What the rest of the text wishes.
        var instead: Verdict
    }

    /// A certain template says itself whether it is a refusal.
    func refused(
        by verdict: Verdict, _ stretch: Stretch, _ matcher: PhraseMatcher
    ) -> Refused? {
        if case .rule(_, let rule) = verdict, !bags.contains(rule) { return nil }
        for refusal in refusals(of: verdict.intent, in: stretch) {
            if let refused = refused(by: refusal, verdict.intent, stretch, matcher) {
                return refused
            }
        }
        return nil
    }

    /// What is refused is what the text seems to be about, or something beside it. What the rest of the text wishes as
    /// well is not refused ("I'll return it, I don't want to keep it"), unless it was taken back ("How do I cancel?
    /// No wait, I don't want to cancel"); nor is a wish that is put as a refusal of something else: "I don't want to
    /// receive it".
    private func refused(
        by refusal: WishNegation.Refusal, _ intent: String?, _ stretch: Stretch,
        _ matcher: PhraseMatcher
    ) -> Refused? {
        // A refusal may stand in the middle: "ich will die Bestellung nicht stornieren".
        let words =
            refusal.force == .refusal
            ? stretch.part(refusal.part).without(refusal.words)
            : stretch.part(refusal.words.upperBound..<refusal.part.upperBound)
        let read = read(words, matcher, for: .part)
        var meant = clear(read, stretch.language).intent
        if refusal.force == .prohibition, meant == nil { meant = read.verdict.intent }
        // "A return" by itself could as well be a question about returns.
        if let intent, read.result.probability(of: intent) >= Self.namesWish { meant = intent }
        guard let target = meant ?? (refusal.force == .refusal ? intent : nil),
            !negation.refusesItself(target, refusal, stretch.language)
        else { return nil }
        var refused = Refused(intent: target, part: refusal.part, instead: .notUnderstood)
        let rest = self.read(stretch.without(refusal.part), intent, matcher)
        refused.instead = other(than: refused.intent, rest)
        if refused.intent == intent
            ? refused.instead != .notUnderstood : refused.instead.intent != nil
        {
            return refused
        }
        guard refused.intent == intent, refusal.force != .denial else { return nil }
        // Wished and refused: the later counts, where it is plain.
        let isWished = clear(rest, stretch.language).intent == refused.intent
        if isWished, meant == nil || words.tokens.count > Self.plainWish { return nil }
        let after = self.read(
            stretch.part(refusal.part.upperBound..<stretch.tokens.endIndex), intent, matcher)
        if isWished, clear(after, stretch.language).intent == refused.intent { return nil }
        refused.instead = other(than: refused.intent, after)
        return refused
    }

    /// What is left beside a refusal; nothing where that refuses the intent again, or says next to nothing.
    private func read(_ rest: Stretch, _ intent: String?, _ matcher: PhraseMatcher) -> Wish {
        guard rest.wordCount >= Self.shortestWish,
            refusals(of: intent, in: rest).allSatisfy({ $0.force == .denial })
        else {
            return Wish(verdict: .notUnderstood)
        }
        return read(rest, matcher, for: .part)
    }

    private func other(than intent: String, _ wish: Wish) -> Verdict {
        switch wish.verdict {
        case .close(let first, let second) where first == intent || second == intent:
            let other = first == intent ? second : first
            return .ranked(intent: other, probability: wish.result.probability(of: other))
        case .rule, .ranked, .close, .notUnderstood:
            return wish.verdict.intent == intent ? .notUnderstood : wish.verdict
        }
    }

    /// What is refused is the wish that the whole seems to be when it is at least so likely by itself.
    private static let namesWish = 0.2

    /// More words behind "I don't want to" may refuse only a part of a wish.
    private static let plainWish = 3

    private func refusals(
        of intent: String?, in stretch: Stretch
    ) -> [WishNegation.Refusal] {
        negation.refusals(
            of: stretch.tokens, keys: stretch.keys, intent: intent, language: stretch.language)
    }

    /// "How do I cancel? No wait, I don't want to cancel": what was wished before it was refused is refused too.
    func takeBack(_ refused: Refused, in clauses: inout [Clause], of stretch: Stretch) {
        let end = stretch.tokens[refused.part].last?.end ?? 0
        for place in clauses.indices
        where clauses[place].verdict.intent == refused.intent && clauses[place].start < end {
            clauses[place].isNegated = true
        }
    }
}
