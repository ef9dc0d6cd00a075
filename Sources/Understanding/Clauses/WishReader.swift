/// Decides what a text, or a part of it, is about; and cuts a text with several wishes into clauses.
struct WishReader: Sendable {
    let ranker: IntentRanker
    let negation: WishNegation
    let splitter: ClauseSplitter
    let things: NamedThings
    private let threshold: Double
    private let margin: Double
    /// Where keyword bags stand: unlike templates they are blind to a negation.
    let bags: Set<RuleReference>

    /// A part of a message is a wish of its own only when the classifier is at least this sure.
    private static let clauseThreshold = 0.55
    /// … when it speaks of the shop's things.
    private static let clauseOfThings = 0.5
    /// … or so sure that being in scope at all is enough; less sure of what the whole text wishes …
    static let certainClause = 0.85
    private static let sameAsWhole = 0.7
    /// … and the scope score a quarter of the way from the threshold to 1.
    private func clauseScore(_ language: String) -> Double {
        0.25 + 0.75 * ranker.scopeThreshold(language)
    }

    init(lexicon: Lexicon, ranker: IntentRanker, negation: WishNegation, things: NamedThings) {
        self.ranker = ranker
        self.negation = negation
        splitter = ClauseSplitter(languages: lexicon.languages)
        self.things = things
        threshold = lexicon.threshold
        margin = lexicon.margin
        bags = Set(
            lexicon.phrases.flatMap(\.rules).compactMap { rule in
                if case .bag = rule.form { rule.place } else { nil }
            })
    }

    /// What is read: corrected tokens with their keys, all entities and names of the shop, and what is masked.
    struct Stretch {
        /// A part of the text's; `keys` has the same indices.
        var tokens: ArraySlice<Token>
        var keys: ArraySlice<WordKey>
        var entities: [Entity]
        var masks: [TextReading.Mask]
        var language: String

        /// The part with these tokens.
        func part(_ range: Range<Int>) -> Stretch {
            var part = self
            part.tokens = tokens[range]
            part.keys = keys[range]
            let start = part.tokens.first?.start ?? 0
            let end = part.tokens.last?.end ?? 0
            part.entities = entities.filter { $0.start >= start && $0.end <= end }
            part.masks = masks.filter { $0.start < end && start < $0.end }
            return part
        }

        /// Without signs.
        var wordCount: Int { tokens.count { !ClauseSplitter.isSign($0) } }

        /// Everything but these tokens and what was found in them.
        func without(_ range: Range<Int>) -> Stretch {
            guard let start = tokens[range].first?.start, let end = tokens[range].last?.end else {
                return self
            }
            var rest = self
            rest.tokens.removeSubrange(range)
            rest.keys.removeSubrange(range)
            rest.entities.removeAll { $0.start < end && start < $0.end }
            rest.masks.removeAll { $0.start < end && start < $0.end }
            return rest
        }
    }

    /// What a stretch is about.
    struct Wish {
        var verdict: Verdict
        var refused: Refused?
        var rules: [PhraseMatch] = []
        var result = Classifier.Result.unknown
        var words: [FeatureWord] = []

        var isNegated: Bool { refused != nil }
    }

    /// Why a stretch is read: what of the classifier's result will be looked at.
    enum Purpose {
        /// The whole text, for its interpretation.
        case whole
        /// The whole text, with everything that there is to say about it.
        case explanation
        /// A part, where nobody asks how the classifier ranks what a rule decides.
        case part
    }

    func wish(in stretch: Stretch, matcher: PhraseMatcher, for purpose: Purpose) -> Wish {
        var wish = read(stretch, matcher, for: purpose)
        wish.refused = refused(by: wish.verdict, stretch, matcher)
        return wish
    }

    /// What a stretch is about, whether it is wished or refused.
    func read(_ stretch: Stretch, _ matcher: PhraseMatcher, for purpose: Purpose) -> Wish {
        let rules = matcher.match(
            tokens: stretch.tokens, keys: stretch.keys, language: stretch.language,
            entities: stretch.entities)
        if purpose == .part, let rule = rules.first {
            return Wish(
                verdict: .rule(intent: rule.intent, rule: rule.rule), rules: rules,
                result: .unknown, words: [])
        }
        let words = TextReading.words(
            of: stretch.tokens, keys: stretch.keys, masks: stretch.masks)
        let result = ranker.rank(
            words, language: stretch.language,
            scope: need(purpose, isDecided: !rules.isEmpty, stretch.language))
        // Numbers alone, or a thing alone ("the wall clock"), wish nothing: they answer a question.
        let isAnswer = words.allSatisfy(\.isMask) || namesOnly(stretch, matcher)
        let isOfThings =
            purpose != .part
            && things.areAmong(tokens: stretch.keys, language: stretch.language)
        var verdict = isAnswer ? Verdict.notUnderstood : ranked(result, ofThings: isOfThings)
        if let rule = rules.first { verdict = .rule(intent: rule.intent, rule: rule.rule) }
        return Wish(
            verdict: verdict, rules: rules, result: result, words: words)
    }

    private func need(
        _ purpose: Purpose, isDecided: Bool, _ language: String
    ) -> Classifier.ScopeNeed {
        switch purpose {
        case .explanation: .exact
        case .whole where isDecided, .part where isDecided: .none
        case .whole: .decision()
        case .part:
            .decision(
                sure: Classifier.Sureness(
                    score: clauseScore(language), probability: Self.certainClause))
        }
    }

    /// Fewer words wish nothing by themselves.
    static let shortestWish = 2

    /// What speaks of the shop's things is in scope where it is certain what it wishes: "the bed in grey please".
    private func ranked(_ result: Classifier.Result, ofThings isOfThings: Bool) -> Verdict {
        guard let first = result.ranking.first,
            result.isInScope || isOfThings && first.probability >= Self.certainClause
        else { return .notUnderstood }
        guard let second = result.ranking.dropFirst().first else {
            return .ranked(intent: first.intent, probability: first.probability)
        }
        if first.probability - second.probability >= margin {
            return first.probability >= threshold
                ? .ranked(intent: first.intent, probability: first.probability) : .notUnderstood
        }
        return first.probability + second.probability >= threshold
            ? .close(first: first.intent, second: second.intent) : .notUnderstood
    }

    /// The wishes of a text and what was decided about the whole.
    func clauses(
        of stretch: Stretch, whole: Wish, matcher: PhraseMatcher
    ) -> (verdict: Verdict, clauses: [Clause]) {
        let alone = (
            whole.refused?.instead ?? whole.verdict,
            whole.isNegated
                ? merged(parts(of: stretch, whole), in: stretch) : [single(whole, stretch)]
        )
        let read = wishfulPieces(of: stretch, whole, matcher)
        guard read.count > 1 else { return alone }
        var clauses = merged(
            read.flatMap { piece in
                parts(
                    of: piece.part, piece.wish, in: whole.verdict,
                    isSentence: splitter.isSentence(
                        piece.part.tokens.indices, of: stretch.tokens,
                        language: stretch.language))
            }, in: stretch)
        if whole.verdict.intent == nil, !clauses.contains(where: { $0.verdict.intent != nil }),
            let wish = onlyWish(among: read)
        {
            return (wish, [single(Wish(verdict: wish), stretch)])
        }
        if let refused = whole.refused { takeBack(refused, in: &clauses, of: stretch) }
        let wanted = clauses.filter { !$0.isNegated }
        guard clauses.count > 1 else {
            // "Shelf: oak. Clock: red": a rule knows each of them, and none the whole; "the clock goes back. And how
            // much time do I have?": one part is certain.
            guard whole.verdict == .notUnderstood, let only = wanted.first?.verdict,
                only.isRule || only.confidence >= Self.certainClause
            else { return alone }
            return (only, clauses)
        }
        if let instead = whole.refused?.instead, instead != .notUnderstood,
            wanted.count < 2 || wanted.contains(where: { $0.verdict.intent == instead.intent })
        {
            let clear = wanted.count == 1 ? wanted.first?.verdict : nil
            return (clear?.intent == nil ? instead : clear ?? instead, clauses)
        }
        if let intent = whole.verdict.intent,
            wanted.contains(where: { $0.verdict.intent == intent })
        {
            return (whole.verdict, clauses)
        }
        return (wanted.first { $0.verdict.intent != nil }?.verdict ?? .notUnderstood, clauses)
    }

    private func single(_ wish: Wish, _ stretch: Stretch) -> Clause {
        Clause(
            start: stretch.tokens.first?.start ?? 0, end: stretch.tokens.last?.end ?? 0,
            verdict: wish.verdict, isNegated: false)
    }

    /// A part of a text, and what it is about.
    typealias Piece = (part: Stretch, wish: Wish)

    /// The pieces that may wish something; one that only names a further thing belongs to the one before, unless it
    /// wishes something else: "und die Lampe gegen eine andere tauschen". None where there is nothing to cut.
    private func wishfulPieces(
        of stretch: Stretch, _ whole: Wish, _ matcher: PhraseMatcher
    ) -> [Piece] {
        let ranges = splitter.pieces(
            of: stretch.tokens, keys: stretch.keys, language: stretch.language,
            atCommas: whole.isNegated)
        guard ranges.count > 1 else { return [] }
        func piece(_ range: Range<Int>) -> Piece {
            let part = stretch.part(range)
            return (part, wish(in: part, matcher: matcher, for: .part))
        }
        let read: [Piece] = ranges.reduce(into: []) { pieces, range in
            let next = piece(range)
            if onlyNames(next.part), let last = pieces.last,
                !wishesElse(next, than: last, whole, matcher)
            {
                let both = piece(last.part.tokens.startIndex..<range.upperBound)
                if let own = wishOfItsOwn(both, behind: last) {
                    pieces.append((next.part, own))
                } else {
                    pieces[pieces.count - 1] = both
                }
            } else if let last = pieces.last,
                let one = list(of: last, next, in: stretch, matcher)
                    ?? oneSentence(of: last, next, in: stretch, matcher)
            {
                pieces[pieces.count - 1] = one
            } else {
                pieces.append(next)
            }
        }
        let all = whole.isNegated ? read : read.flatMap { apart($0, matcher) }
        return all.filter { !isFiller($0.part, matcher) }
    }

    /// "While we're at it," wishes nothing.
    private func isFiller(_ part: Stretch, _ matcher: PhraseMatcher) -> Bool {
        part.wordCount > Self.shortestWish
            && matcher.areSkipped(
                part.tokens.filter { !ClauseSplitter.isSign($0) }[...], language: part.language)
    }

    /// "I got two backpacks and only need one. Can I send one back?": the whole says too much to be understood, but
    /// one sentence of it is, and no other wishes anything else.
    private func onlyWish(among read: [Piece]) -> Verdict? {
        let wishes = read.filter { piece in
            piece.part.tokens.count >= Self.shortestSentence && !piece.wish.isNegated
                && piece.wish.verdict.intent != nil
        }
        let first = wishes.first?.wish.verdict
        return wishes.allSatisfy { $0.wish.verdict.intent == first?.intent } ? first : nil
    }

    private static let shortestSentence = 4

    /// One clause; or what is refused, and on its longer side what is wished instead.
    private func parts(
        of part: Stretch, _ wish: Wish, in whole: Verdict = .notUnderstood,
        isSentence: Bool = false
    ) -> [Clause] {
        func clause(_ tokens: Range<Int>, _ verdict: Verdict, isNegated: Bool = false) -> [Clause] {
            guard let first = part.tokens[tokens].first, let last = part.tokens[tokens].last else {
                return []
            }
            return [
                Clause(start: first.start, end: last.end, verdict: verdict, isNegated: isNegated)
            ]
        }
        guard let refused = wish.refused else {
            // "Do I get my money then | at once", where a rule knows the whole.
            let isOfThings = things.areAmong(tokens: part.keys, language: part.language)
            let isScrap =
                whole.isRule && !wish.verdict.isRule && part.wordCount < Self.scrap && !isOfThings
            return clause(
                part.tokens.indices,
                isScrap
                    ? .notUnderstood
                    : clear(wish, part.language, in: whole, ofThings: isOfThings && isSentence))
        }
        let before = part.tokens.startIndex..<refused.part.lowerBound
        let after = refused.part.upperBound..<part.tokens.endIndex
        let isBehind = after.count >= before.count
        let verdict =
            wish.verdict.intent == refused.intent
            ? wish.verdict : Verdict.ranked(intent: refused.intent, probability: 1)
        return clause(before, isBehind ? .notUnderstood : refused.instead)
            + clause(refused.part, verdict, isNegated: true)
            + clause(after, isBehind ? refused.instead : .notUnderstood)
    }

    private static let scrap = 3

    /// The verdict on a part, where it is clear enough for a wish of its own; what the `whole` text wishes may be said
    /// in words that nobody knows, and so may what is said of the shop's things: "my bike: bigger frame, red."
    func clear(
        _ wish: Wish, _ language: String, in whole: Verdict = .notUnderstood,
        ofThings isOfThings: Bool = false
    ) -> Verdict {
        guard case .ranked(let intent, let probability) = wish.verdict else {
            if case .rule = wish.verdict { return wish.verdict }
            return .notUnderstood
        }
        let isKnown = wish.result.scopeScore >= clauseScore(language)
        let least = intent == whole.intent ? Self.sameAsWhole : Self.certainClause
        if isOfThings, probability >= Self.clauseOfThings { return wish.verdict }
        return probability >= (isKnown ? Self.clauseThreshold : least)
            ? wish.verdict : .notUnderstood
    }

    /// Pieces without a wish of their own belong to the one before, but not to a refused one; neighbours with one wish
    /// are one clause.
    private func merged(_ pieces: [Clause], in stretch: Stretch) -> [Clause] {
        let start = stretch.tokens.first?.start ?? 0
        let end = stretch.tokens.last?.end ?? 0
        var clauses: [Clause] = []
        for piece in pieces {
            guard var last = clauses.last else {
                clauses.append(piece)
                continue
            }
            let isSame =
                piece.verdict.intent == last.verdict.intent
                && piece.isNegated == last.isNegated
            let isOwn = piece.verdict.intent != nil || last.isNegated
            if isOwn, last.verdict.intent != nil, !isSame {
                clauses.append(piece)
                continue
            }
            if last.verdict.intent == nil {
                last.verdict = piece.verdict
                last.isNegated = piece.isNegated
            }
            last.end = piece.end
            clauses[clauses.count - 1] = last
        }
        if var first = clauses.first {
            first.start = start
            clauses[0] = first
        }
        if var last = clauses.last {
            last.end = end
            clauses[clauses.count - 1] = last
        }
        return clauses
    }
}
