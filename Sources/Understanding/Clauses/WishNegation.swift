/// Tells a refused wish ("I don't want to cancel") from a complaint that is put in the negative
/// ("I don't want to keep it", "it does not work").
///
/// A wish is refused when words of refusal stand before it, unless the intent's own examples refuse the same word.
struct WishNegation: Sendable {
    private var words = ByLanguage<ClauseWords>()
    /// The folded words that every refusal has one of, by language: a quick look that most texts fail.
    private var signals = ByLanguage<FeatureIndex>()
    /// `intent`, language and the stem behind the refusal, of the examples.
    private var own: Set<[String]> = []
    /// … and the stem behind a bare "not".
    private var ownBare: Set<[String]> = []

    init(languages: [String]) {
        for language in languages {
            words[language] = ClauseWords.of(language)
            var index = FeatureIndex(minimumCapacity: 64)
            for word in ClauseWords.of(language).signals.sorted() {
                _ = index.insert(WordKey.hash(word))
            }
            signals[language] = index
        }
    }

    func write(to writer: inout ByteWriter) {
        for learned in [own, ownBare] {
            writer.texts(learned.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 })
        }
    }

    /// What the examples of these languages taught, of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, languages: [String]) {
        self.init(languages: languages)
        for learned in [\Self.own, \Self.ownBare] {
            guard let texts = reader.texts(), texts.count % 3 == 0 else { return nil }
            for start in stride(from: 0, to: texts.count, by: 3) {
                self[keyPath: learned].insert(Array(texts[start..<start + 3]))
            }
        }
    }

    /// Which words the examples of an intent refuse themselves: "don't want to keep", "has not arrived".
    mutating func learn(_ tokens: [Token], intent: String, language: String) {
        guard mayRefuse(tokens.map(WordKey.init)[...], language) else { return }
        for refusal in refusals(in: tokens[...], language) {
            own.insert([intent, language, refusal.stem])
        }
        let prohibitions = words[language]?.prohibitions ?? []
        for (word, next) in zip(tokens, tokens.dropFirst())
        where prohibitions.contains(word.folded) {
            ownBare.insert([intent, language, next.stem])
        }
    }

    /// What refuses the wish that the tokens are about, in order; not what the intent's examples refuse too.
    func refusals(
        of tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, intent: String?, language: String
    ) -> [Refusal] {
        guard mayRefuse(keys, language) else { return [] }
        return refusals(in: tokens, language).filter { refusal in
            intent.map { !refusesItself($0, refusal, language) } ?? true
        }
    }

    /// Whether the intent's examples refuse the same word.
    func refusesItself(_ intent: String, _ refusal: Refusal, _ language: String) -> Bool {
        let learned = [intent, language, refusal.stem]
        return own.contains(learned) || refusal.force != .refusal && ownBare.contains(learned)
    }

    struct Refusal {
        /// Of the word that it is about: the one right behind it, or around it.
        var stem: String
        /// The words of refusal: "don't want to".
        var words: Range<Int>
        /// What they belong to, between commas and the like.
        var part: Range<Int>
        var force = Force.refusal
    }

    enum Force {
        /// "I don't want to": a wish is refused, whatever is behind it.
        case refusal
        /// "Don't", "not": it counts only where what follows is clearly the wish.
        case prohibition
        /// "No …", "I need no …": it counts only where another wish is beside it ("no refund yet" is a complaint).
        case denial
    }

    private func mayRefuse(_ keys: ArraySlice<WordKey>, _ language: String) -> Bool {
        guard let signals = signals[language] else { return false }
        return keys.contains { signals.find($0.folded) >= 0 }
    }

    private func refusals(in tokens: ArraySlice<Token>, _ language: String) -> [Refusal] {
        guard let words = words[language] else { return [] }
        return ClauseSplitter.parts(of: tokens, keeping: words.subordinates).compactMap { part in
            guard let found = force(in: tokens[part], words),
                !tokens[found.words.upperBound..<part.upperBound].contains(where: {
                    words.totals.contains($0.folded)
                })
            else { return nil }
            let next = found.words.upperBound
            return Refusal(
                stem: next < part.upperBound ? tokens[next].stem : "", words: found.words,
                part: part, force: found.force)
        }
    }

    private func force(
        in part: ArraySlice<Token>, _ words: ClauseWords
    ) -> (words: Range<Int>, force: Force)? {
        if let range = refused(in: part, words) { return (range, .refusal) }
        guard let start = part.firstIndex(where: { !words.openings.contains($0.folded) }) else {
            return nil
        }
        // "no" may open a thought as well as deny what follows.
        for place in (part.startIndex...start).reversed() {
            if let range = denied(in: part[place...], words) { return (range, .denial) }
        }
        let isProhibition =
            words.prohibitions.contains(part[start].folded) && start + 1 < part.endIndex
            && !part[start...].contains { words.reports.contains($0.folded) }
        return isProhibition ? (start..<start + 1, .prohibition) : nil
    }

    /// "No return", "I need no refund": the words of a denial at the beginning, if it is one.
    private func denied(in part: ArraySlice<Token>, _ words: ClauseWords) -> Range<Int>? {
        guard
            let denial = words.denials.first(where: { denial in
                part.starts(with: denial, by: { $0.folded == $1 })
            })
        else { return nil }
        let end = part.startIndex + denial.count
        guard end < part.endIndex else { return nil }
        let isAnswer = end + 1 < part.endIndex && words.objects.contains(part[end + 1].folded)
        return isAnswer ? nil : part.startIndex..<end
    }

    /// The words that refuse.
    private func refused(in tokens: ArraySlice<Token>, _ words: ClauseWords) -> Range<Int>? {
        for start in tokens.indices {
            for refusal in words.refusals
            where tokens[start].folded == refusal.first
                && tokens[start...].starts(with: refusal, by: { $0.folded == $1 })
            {
                return start..<start + refusal.count
            }
        }
        // "… weil ich nicht stornieren will"
        if let last = tokens.last, words.wishes.contains(last.folded),
            let inside = tokens.lastIndex(where: { words.refusalsInside.contains($0.folded) }),
            tokens.endIndex - inside > 2
        {
            return inside..<inside + 1
        }
        guard let wish = tokens.firstIndex(where: { words.wishes.contains($0.folded) }),
            let inside = tokens[wish...].firstIndex(where: {
                words.refusalsInside.contains($0.folded)
            })
        else { return nil }
        let next = inside + 1
        guard next < tokens.endIndex, tokens[next].folded != "mehr" else { return nil }
        return inside..<next
    }
}
