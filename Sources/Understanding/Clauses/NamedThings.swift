/// Tells the parts of a text that only name further things of the shop from new wishes: "swap the bed | and the
/// bicycle for another" is one wish.
struct NamedThings: Sendable {
    private struct Words: Sendable {
        /// Words of the shop's names, options and values, folded and as stems, and what stands for them in everyday
        /// words.
        var things: WordSet
        /// Articles and their like.
        var determiners: WordSet
        /// What may follow a thing before its order's number.
        var belongings: WordSet
        /// What joins things in a description: "the one with the lamp and the mug".
        var joints: WordSet
        /// What may follow a thing: "for", "into".
        var targets: WordSet
    }

    private var words = ByLanguage<Words>()
    /// Longer texts say more than a thing's name.
    private static let limit = 60

    /// `picker` has the pointing words of the languages, `stems` are those that are known.
    init(_ lexicon: Lexicon, picker: ChoicePicker, stems: ByLanguage<StemTable>) {
        for language in lexicon.languages {
            let phrases = picker.phrases(of: language)
            let known = stems[language]
            let names = lexicon.shopVocabulary.flatMap {
                StemTable.tokens(of: $0, language: language, known)
            }.filter { $0.folded.first?.isLetter == true || $0.folded.first?.isNumber == true }
            func firstWords(of list: String) -> [String] {
                lexicon.phrases(of: list, language: language, stems: known).compactMap(\.first)
            }
            let everyday = firstWords(of: ChoicePicker.shopWordList)
            words[language] = Words(
                things: WordSet(names.flatMap { [$0.folded, $0.stem] } + everyday),
                determiners: WordSet(phrases.determiners),
                belongings: WordSet(phrases.belongings), joints: WordSet(phrases.joints),
                targets: WordSet(
                    lexicon.phrases(
                        of: ChoicePicker.targetWordList, language: language, stems: known
                    )
                    .compactMap { $0.count == 1 ? $0[0] : nil }))
        }
    }

    func write(to writer: inout ByteWriter) {
        writer.packed(words.all.map(\.tag))
        for (_, words) in words.all {
            for set in [
                words.things, words.determiners, words.belongings, words.joints, words.targets,
            ] {
                set.write(to: &writer)
            }
        }
    }

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let tags = reader.packed() else { return nil }
        for tag in tags {
            guard let things = WordSet(from: &reader), let determiners = WordSet(from: &reader),
                let belongings = WordSet(from: &reader), let joints = WordSet(from: &reader),
                let targets = WordSet(from: &reader)
            else { return nil }
            words[tag] = Words(
                things: things, determiners: determiners, belongings: belongings, joints: joints,
                targets: targets)
        }
    }

    /// Whether one of the tokens is a word of the shop.
    func areAmong(tokens keys: ArraySlice<WordKey>, language: String) -> Bool {
        guard let words = words[language] else { return false }
        return keys.contains { words.things.contains($0.folded) || words.things.contains($0.stem) }
    }

    /// Whether the tokens only name a thing: "the wall clock". `keys` are theirs.
    func areNothingElse(
        in tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, language: String
    ) -> Bool {
        areAll(of: tokens, keys: keys, language: language, orWanted: false)
    }

    /// Whether the tokens name a thing and go on with nothing, or (`orWanted`) with what is wanted of it.
    func areAll(
        of tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, language: String,
        orWanted: Bool = true
    ) -> Bool {
        guard tokens.count <= Self.limit, let words = words[language], !words.things.isEmpty else {
            return false
        }
        var hasThing = false
        for (token, key) in zip(tokens, keys) {
            if words.things.contains(key.folded) || words.things.contains(key.stem) {
                hasThing = true
            } else if orWanted, hasThing, token.folded == ":" || words.targets.contains(key.folded)
            {
                return true
            } else if !belongs(token, key, to: words, orWanted: orWanted, hasThing: hasThing) {
                return false
            }
        }
        return hasThing
    }

    /// Whether the tokens name a thing and the order it is in, and nothing that is wanted of it: "the T-shirt in order
    /// #W8255453", with a word of politeness at most.
    func areOfOrder(
        _ tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, language: String
    ) -> Bool {
        guard let words = words[language], !words.things.isEmpty else { return false }
        var (hasThing, hasNumber) = (false, false)
        for (token, key) in zip(tokens, keys) {
            if words.things.contains(key.folded) || words.things.contains(key.stem) {
                hasThing = true
            } else if ![true, false].contains(where: { orWanted in
                belongs(token, key, to: words, orWanted: orWanted, hasThing: hasThing)
            }) {
                guard hasNumber, token.start == tokens.last?.start else { return false }
            }
            hasNumber = hasNumber || token.folded.count(where: \.isNumber) >= Self.orderDigits
        }
        return hasThing && hasNumber
    }

    /// So many digits are an order's, and no size or count.
    private static let orderDigits = 4

    /// Whether a word may stand beside the name of a thing.
    private func belongs(
        _ token: Token, _ key: WordKey, to words: Words, orWanted: Bool, hasThing: Bool
    ) -> Bool {
        let word = token.folded
        let plain = word.contains("'") ? WordKey.hash(Reading.key(word)) : key.folded
        if words.determiners.contains(plain) { return true }
        if orWanted ? hasThing && words.belongings.contains(plain) : words.joints.contains(plain) {
            return true
        }
        let isSign = word.first.map { !$0.isLetter && !$0.isNumber } ?? true
        return isSign || orWanted && hasThing && word.contains(where: \.isNumber)
    }
}
