/// Tells a refused wish ("I don't want to cancel") from a complaint that is put in the negative
/// ("I don't want to keep it", "it does not work").
///
/// A wish is refused when words of refusal stand before it, unless the intent's own examples refuse with
/// the same word.
struct WishNegation: Sendable {
    private var words = ByLanguage<ClauseWords>()
    /// The folded words that every refusal has one of, by language: a quick look that most texts fail.
    private var signals = ByLanguage<FeatureIndex>()
    /// `intent`, language and the stem behind the refusal, of the examples.
    private var own: Set<[String]> = []

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
        writer.texts(own.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 })
    }

    /// What the examples of these languages taught, of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, languages: [String]) {
        self.init(languages: languages)
        guard let texts = reader.texts(), texts.count % 3 == 0 else { return nil }
        for start in stride(from: 0, to: texts.count, by: 3) {
            own.insert(Array(texts[start..<start + 3]))
        }
    }

    mutating func learn(_ tokens: [Token], intent: String, language: String) {
        guard mayRefuse(tokens.map(WordKey.init)[...], language),
            let refusal = refusal(in: tokens[...], language)
        else { return }
        own.insert([intent, language, refusal.stem])
    }

    /// What refuses the wish that the tokens are about; nil where nothing does, or where the intent's examples refuse
    /// so too.
    func refusal(
        of tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, intent: String, language: String
    ) -> Refusal? {
        guard mayRefuse(keys, language), let refusal = refusal(in: tokens, language),
            !own.contains([intent, language, refusal.stem])
        else { return nil }
        return refusal
    }

    struct Refusal {
        /// Of the word that it is about: the one right behind it, or around it.
        var stem: String
        /// The words of refusal: "don't want to".
        var words: Range<Int>
        /// What they belong to, between commas and the like.
        var part: Range<Int>
        /// Nothing but "don't": it counts only where what follows is clearly the wish.
        var isProhibition = false
    }

    private func mayRefuse(_ keys: ArraySlice<WordKey>, _ language: String) -> Bool {
        guard let signals = signals[language] else { return false }
        return keys.contains { signals.find($0.folded) >= 0 }
    }

    private func refusal(in tokens: ArraySlice<Token>, _ language: String) -> Refusal? {
        guard let words = words[language] else { return nil }
        for part in ClauseSplitter.parts(of: tokens, keeping: words.subordinates) {
            if let (stem, range) = refused(in: tokens[part], words) {
                return Refusal(stem: stem, words: range, part: part)
            }
            if let place = prohibition(in: tokens[part], words) {
                return Refusal(
                    stem: tokens[place + 1].stem, words: place..<place + 1, part: part,
                    isProhibition: true)
            }
        }
        return nil
    }

    /// "Please, don't cancel it": where the prohibition stands.
    private func prohibition(in tokens: ArraySlice<Token>, _ words: ClauseWords) -> Int? {
        guard let place = tokens.firstIndex(where: { !words.openings.contains($0.folded) }),
            words.prohibitions.contains(tokens[place].folded), place + 1 < tokens.endIndex
        else { return nil }
        return place
    }

    /// The stem that is refused, and the words that do it.
    private func refused(
        in tokens: ArraySlice<Token>, _ words: ClauseWords
    ) -> (stem: String, words: Range<Int>)? {
        for start in tokens.indices {
            for refusal in words.refusals
            where tokens[start].folded == refusal.first
                && tokens[start...].starts(with: refusal, by: { $0.folded == $1 })
            {
                let next = start + refusal.count
                return (next < tokens.endIndex ? tokens[next].stem : "", start..<next)
            }
        }
        guard let wish = tokens.firstIndex(where: { words.wishes.contains($0.folded) }),
            let inside = tokens[wish...].firstIndex(where: {
                words.refusalsInside.contains($0.folded)
            })
        else { return nil }
        let next = inside + 1
        guard next < tokens.endIndex, tokens[next].folded != "mehr" else { return nil }
        return (tokens[next].stem, inside..<next)
    }
}
