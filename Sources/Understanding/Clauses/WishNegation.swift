/// Tells a refused wish ("I don't want to cancel") from a complaint that is put in the negative
/// ("I don't want to keep it", "it does not work").
///
/// A wish is refused when words of refusal stand before it, unless the intent's own examples refuse the same word.
struct WishNegation: Sendable {
    private var words = ByLanguage<RefusalWords>()
    /// `intent`, language and the stem behind the refusal, of the examples.
    private var own: Set<[String]> = []
    /// … and the stem behind a bare "not".
    private var ownBare: Set<[String]> = []

    init(languages: [String]) {
        for language in languages { words[language] = RefusalWords(.of(language)) }
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
        let keys = tokens.map(WordKey.init)[...]
        guard let words = words[language], words.mayRefuse(keys) else { return }
        for refusal in words.refusals(in: tokens[...], keys) {
            own.insert([intent, language, refusal.stem])
        }
        for (key, next) in zip(keys, tokens.dropFirst())
        where words.prohibitions.contains(key.folded) {
            ownBare.insert([intent, language, next.stem])
        }
    }

    /// What refuses the wish that the tokens are about, in order; not what the intent's examples refuse too.
    func refusals(
        of tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, intent: String?, language: String
    ) -> [Refusal] {
        guard let words = words[language], words.mayRefuse(keys) else { return [] }
        return words.refusals(in: tokens, keys).filter { refusal in
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
}
