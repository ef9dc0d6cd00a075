/// Turns tokens into the classifier's words: entities masked, spelling corrected, signs left out.
struct TextReading: Sendable {
    /// One corrector a language, in the lexicon's order.
    private var correctors = ByLanguage<SpellingCorrector>()
    /// Every word that any of them knows, by `WordKey.folded`.
    private var known = FeatureIndex()
    private let general: GeneralSpelling?

    /// A stretch of the text that is read as its kind, or left out where it has none.
    struct Mask: Equatable, Sendable {
        var kind: String?
        var start: Int
        var end: Int
    }

    init(vectors: StaticVectors?) {
        general = vectors.map { GeneralSpelling(list: $0) }
    }

    func write(to writer: inout ByteWriter) {
        writer.array(known.keys)
        writer.texts(correctors.all.map(\.tag))
        for corrector in correctors.all { corrector.entry.write(to: &writer) }
    }

    /// What was learnt, of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, vectors: StaticVectors?) {
        self.init(vectors: vectors)
        guard let keys: [UInt64] = reader.array(), let tags = reader.texts() else { return nil }
        known = FeatureIndex(keys: keys)
        for tag in tags {
            guard let corrector = SpellingCorrector(from: &reader) else { return nil }
            correctors[tag] = corrector
        }
    }

    /// Learns the words of a text of the lexicon.
    mutating func learn(_ tokens: [Token], language: String) {
        for token in tokens {
            _ = known.insert(WordKey.hash(token.folded))
            correctors[language, default: SpellingCorrector()].learn(token.folded, stem: token.stem)
        }
    }

    /// Takes words as they are, in every language.
    mutating func accept(_ folded: [String], languages: [String]) {
        for word in folded { _ = known.insert(WordKey.hash(word)) }
        for language in languages {
            correctors[language, default: SpellingCorrector()].accept(folded)
        }
    }

    /// The word was learnt in the language, or taken as it is.
    func knows(_ folded: String, language: String) -> Bool {
        correctors[language]?.knows(folded) == true
    }

    /// A text's tokens and their keys, with what was put right.
    struct Corrected: Sendable {
        var tokens: [Token]
        var keys: [WordKey]
        var corrections: [SpellingCorrection] = []
    }

    /// The tokens with misspelt words put right, outside the masks; their places stay. Only the first
    /// `limit` tokens are looked at.
    func corrected(
        _ tokens: [Token], keys: [WordKey], limit: Int = .max, masks: [Mask], language: String
    ) -> Corrected {
        var text = Corrected(tokens: tokens, keys: keys)
        var tries = 0
        for index in 0..<min(tokens.count, keys.count, limit) where tries < Self.tryLimit {
            guard tokens[index].folded.utf8.count >= SpellingCorrector.shortest,
                known.find(keys[index].folded) < 0
            else { continue }
            let token = tokens[index]
            guard !isListed(token.folded, language),
                !masks.contains(where: { $0.start < token.end && token.start < $0.end })
            else { continue }
            tries += 1
            guard let right = correction(of: token, language) else { continue }
            text.corrections.append(SpellingCorrection(from: token.folded, to: right.folded))
            text.tokens[index].folded = right.folded
            text.tokens[index].stem = right.stem
            text.keys[index] = WordKey(text.tokens[index])
        }
        return text
    }

    /// The words to classify. Masks must be sorted by start and apart from each other.
    static func words(of tokens: [Token], masks: [Mask]) -> [FeatureWord] {
        words(of: tokens[...], keys: tokens.map(WordKey.init)[...], masks: masks)
    }

    /// The same with the tokens' keys, which the caller has already.
    static func words(
        of tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, masks: [Mask]
    ) -> [FeatureWord] {
        var words: [FeatureWord] = []
        words.reserveCapacity(tokens.count)
        var masks = masks[...]
        var lastEnd = -1
        for (token, key) in zip(tokens, keys) {
            while let mask = masks.first, mask.end <= token.start { masks = masks.dropFirst() }
            if let mask = masks.first, mask.start < token.end {
                if let name = mask.kind.map({ "<" + $0 + ">" }),
                    words.last?.form != name || lastEnd <= mask.start
                {
                    words.append(FeatureWord(form: name, stem: name, isMask: true))
                }
            } else if let first = token.folded.unicodeScalars.first,
                !first.isASCII || isLetterOrDigit(first)
            {
                let isJoined = first.value >= 0x2E80 && token.start == lastEnd
                words.append(
                    FeatureWord(
                        form: token.folded, stem: token.stem, key: key, joinsPrevious: isJoined))
            }
            lastEnd = token.end
        }
        return words
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: true
        default: false
        }
    }

    /// Of so many unknown words a text's neighbours are looked for: a text with more is no message.
    private static let tryLimit = 32

    /// Without a general list any word that the lexicon lacks looks misspelt: then only longer words are
    /// corrected, and never in their first letter.
    private func correction(
        of token: Token, _ language: String
    ) -> (folded: String, stem: String)? {
        let list = general.flatMap { $0.list.language == language ? $0 : nil }
        let shortest = SpellingCorrector.shortest + (list == nil ? 1 : 0)
        guard token.folded.utf8.count >= shortest, let corrector = correctors[language] else {
            return nil
        }
        if let found = corrector.correction(of: token.folded, keepsFirst: list == nil) {
            return (found.folded, found.stem)
        }
        guard let list, let found = list.correction(of: token.folded) else { return nil }
        let stem = Stemmer(language: language)?.stem(found) ?? found
        return (found, stem)
    }

    /// Whether the general list has the word.
    private func isListed(_ folded: String, _ language: String) -> Bool {
        guard let general, language == general.list.language else { return false }
        return general.knows(folded)
    }
}

/// A word that was read as another.
public struct SpellingCorrection: Hashable, Sendable, Codable {
    /// As it was written, folded.
    public var from: String
    /// The known word.
    public var to: String
}
