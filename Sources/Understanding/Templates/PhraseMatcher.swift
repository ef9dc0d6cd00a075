/// The phrase rules of a lexicon, compiled: all templates and keyword bags of a language at once.
///
/// In a template `{kind}` is an entity that was found in the text, `{shop_name}` a name of the
/// shop's range, `{shop_word}` a word of one or an everyday word for it, `{labelled_thing}` a thing with what is
/// wanted of it ("hose: latex, black"); a slot of no known kind is a wildcard. `<name>` is any entry of the word list
/// of that name; the list `skip_words` may be left out of a text.
public struct PhraseMatcher: Sendable {
    /// The word list of politeness and greetings that templates need not mention.
    public static let skipList = "skip_words"
    /// The slot for a name of the shop's range: a product, an option or a value of one.
    public static let shopNameSlot = "shop_name"
    /// The slot for a single word of these names, or an everyday word for one: "mug" of "Stoneware mug".
    public static let shopWordSlot = "shop_word"
    /// The slot for a thing of the shop with what is wanted of it behind a sign: "hose: latex, black".
    public static let labelledThingSlot = "labelled_thing"

    private var languages = ByLanguage<PhraseLanguage>()

    /// Compiles every rule; throws all mistakes.
    public init(_ lexicon: Lexicon) throws(LexiconErrors) {
        try self.init(lexicon, workers: OneWorker())
    }

    /// The same; one of the `workers` compiles a language.
    init(_ lexicon: Lexicon, workers: any Workers) throws(LexiconErrors) {
        let tags = Set(lexicon.phrases.map(\.language)).sorted()
        let compiled = workers.results(tags.count) { place in
            var errors: [LexiconError] = []
            return (PhraseLanguage(tags[place], lexicon, &errors), errors)
        }
        var errors: [LexiconError] = []
        for (tag, (language, mistakes)) in zip(tags, compiled) {
            languages[tag] = language
            errors += mistakes
        }
        if !errors.isEmpty { throw LexiconErrors(errors: errors) }
    }

    func write(to writer: inout ByteWriter) {
        writer.packed(languages.all.map(\.tag))
        for language in languages.all { language.entry.write(to: &writer) }
    }

    /// What was compiled of a lexicon's rules; nil where the bytes are others.
    init?(from reader: inout ByteReader, _ lexicon: Lexicon) {
        guard let tags = reader.packed() else { return nil }
        for tag in tags {
            guard let language = PhraseLanguage(from: &reader, tag, lexicon) else { return nil }
            languages[tag] = language
        }
    }

    /// Every rule that matches the utterance, the winner first: templates before bags, the best
    /// match first.
    ///
    /// `tokens` are the text's own; `entities` those found in it.
    public func match(
        tokens: [Token], language: String, entities: [Entity]
    ) -> [PhraseMatch] {
        match(
            tokens: tokens[...], keys: tokens.map(WordKey.init)[...], language: language,
            entities: entities)
    }

    /// The same with the tokens' keys, which the caller has already.
    func match(
        tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, language: String, entities: [Entity]
    ) -> [PhraseMatch] {
        languages[language]?.matches(tokens, keys, entities) ?? []
    }

    /// "While we're at it": politeness and such, and nothing else.
    func areSkipped(_ tokens: ArraySlice<Token>, language: String) -> Bool {
        languages[language]?.areSkipped(tokens) ?? false
    }
}

/// A phrase rule that matches an utterance.
public struct PhraseMatch: Equatable, Sendable {
    public var intent: String
    public var rule: RuleReference
    /// What the slots of a template hold, the first in the text first.
    public var slots: [PhraseSlot]

    public init(intent: String, rule: RuleReference, slots: [PhraseSlot] = []) {
        self.intent = intent
        self.rule = rule
        self.slots = slots
    }
}

/// What a slot of a template holds.
public struct PhraseSlot: Equatable, Sendable {
    public var name: String
    /// UTF-8 offsets into the text.
    public var start: Int
    public var end: Int

    public init(name: String, start: Int, end: Int) {
        self.name = name
        self.start = start
        self.end = end
    }
}
