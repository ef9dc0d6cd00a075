/// Tells the parts of a text that only name further things of the shop from new wishes: "swap the bed | and the
/// bicycle for another" is one wish.
struct NamedThings: Sendable {
    private struct Words: Sendable {
        /// Words of the shop's names, options and values, folded and as stems, and what stands for them in everyday
        /// words.
        var things: Set<String> = []
        /// Articles and their like.
        var determiners: Set<String> = []
        /// What may follow a thing before its order's number.
        var belongings: Set<String> = []
        /// What joins things in a description: "the one with the lamp and the mug".
        var joints: Set<String> = []
        /// What may follow a thing: "for", "into".
        var targets: Set<String> = []
    }

    private var words: [String: Words] = [:]
    /// Longer texts say more than a thing's name.
    private static let limit = 60

    init(_ lexicon: Lexicon) {
        for language in lexicon.languages {
            let phrases = ChoicePhrases(.of(language), language: language)
            let names = lexicon.shopVocabulary.flatMap {
                Tokenizer.tokens(of: Normaliser.normalise($0), language: language)
            }.filter { $0.folded.first?.isLetter == true || $0.folded.first?.isNumber == true }
            let everyday = lexicon.phrases(of: ChoicePicker.shopWordList, language: language)
                .compactMap(\.first)
            words[language] = Words(
                things: Set(names.flatMap { [$0.folded, $0.stem] } + everyday),
                determiners: phrases.determiners, belongings: phrases.belongings,
                joints: phrases.joints,
                targets: Set(
                    lexicon.phrases(of: ChoicePicker.targetWordList, language: language)
                        .compactMap(\.first)))
        }
    }

    /// Whether the tokens only name a thing: "the wall clock".
    func areNothingElse(in tokens: ArraySlice<Token>, language: String) -> Bool {
        areAll(of: tokens, language: language, orWanted: false)
    }

    /// Whether the tokens name a thing and go on with nothing, or (`orWanted`) with what is wanted of it.
    func areAll(
        of tokens: ArraySlice<Token>, language: String, orWanted: Bool = true
    ) -> Bool {
        guard tokens.count <= Self.limit, let words = words[language], !words.things.isEmpty else {
            return false
        }
        var hasThing = false
        for token in tokens {
            let word = token.folded
            if words.things.contains(word) || words.things.contains(token.stem) {
                hasThing = true
            } else if orWanted, hasThing, word == ":" || words.targets.contains(word) {
                return true
            } else {
                let isSign = word.first.map { !$0.isLetter && !$0.isNumber } ?? true
                let isOrder =
                    orWanted && hasThing
                    && (words.belongings.contains(Reading.key(word))
                        || word.contains(where: \.isNumber))
                let isJoint = !orWanted && words.joints.contains(Reading.key(word))
                guard
                    isSign || isOrder || isJoint || words.determiners.contains(Reading.key(word))
                else {
                    return false
                }
            }
        }
        return hasThing
    }
}
