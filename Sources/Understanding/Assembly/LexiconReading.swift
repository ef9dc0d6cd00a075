/// What the texts of a lexicon teach besides intents: the words that are known to spelling and to names, what each
/// language looks like, which intents refuse, and the word lists cut into words.
///
/// Reading some ten thousand texts takes a third of a second, reading these back a few milliseconds.
struct LexiconReading: Sendable {
    var words: TextReading
    var names: WordSet
    var negation: WishNegation
    var detector: LanguageDetector
    var stems: ByLanguage<StemTable>
    var mentions: MentionFinder

    /// Everything as bytes, for a cache.
    func bytes(hash: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.number(hash)
        words.write(to: &writer)
        names.write(to: &writer)
        negation.write(to: &writer)
        detector.write(to: &writer)
        writer.texts(stems.all.map(\.tag))
        for table in stems.all { table.entry.write(to: &writer) }
        mentions.write(to: &writer)
        return writer.bytes
    }
}

extension LexiconReading {
    /// What to call the file of a reading with this hash.
    static func name(_ hash: UInt64) -> String { Interpreter.name(hash) + ".reading" }

    /// What was read before of a lexicon with this hash; nil where the bytes are another's.
    init?(bytes: any ByteSource, hash: UInt64, lexicon: Lexicon, vectors: StaticVectors?) {
        var reader = ByteReader(bytes)
        guard reader.number() == hash,
            let words = TextReading(from: &reader, vectors: vectors),
            let names = WordSet(from: &reader),
            let negation = WishNegation(from: &reader, languages: lexicon.languages),
            let detector = LanguageDetector(from: &reader, languages: lexicon.languages),
            let stems = Self.stems(from: &reader),
            let mentions = MentionFinder(from: &reader, lists: lexicon.wordLists)
        else { return nil }
        self.words = words
        self.names = names
        self.negation = negation
        self.detector = detector
        self.stems = stems
        self.mentions = mentions
    }

    private static func stems(from reader: inout ByteReader) -> ByLanguage<StemTable>? {
        guard let tags = reader.texts() else { return nil }
        var stems = ByLanguage<StemTable>()
        for tag in tags {
            guard let table = StemTable(from: &reader) else { return nil }
            stems[tag] = table
        }
        return stems
    }

    /// Raise it when the same lexicon would be read otherwise: when a stemmer, the folding or the way of
    /// counting changes. Texts and word tables of the engine need no care, they are a part of the hash.
    private static let version: UInt64 = 8

    /// Every so many texts one is cut into tokens, so that most changes of the tokenizer show in the hash.
    private static let sampleStep = 61

    /// A hash of everything that the reading depends on.
    static func contentHash(_ lexicon: Lexicon, vectors: StaticVectors?) -> UInt64 {
        var hash = ContentHash(from: FeatureHash.mix(version, vectors?.fingerprint ?? 0))
        for language in lexicon.languages { hash.addTables(of: language) }
        var number = 0
        for phrases in lexicon.phrases {
            hash.add([phrases.intent, phrases.language, phrases.title])
            hash.add(phrases.examples)
            for rule in phrases.rules { hash.add(rule) }
            for text in phrases.examples {
                number += 1
                guard number % sampleStep == 0 else { continue }
                hash.addTokens(of: text, phrases.language)
            }
        }
        for list in lexicon.wordLists { hash.add([list.name, list.language] + list.entries) }
        for declaration in lexicon.entities {
            hash.add(declaration.kind)
            switch declaration.form {
            case .shapes(let shapes): hash.add(shapes + declaration.called)
            case .values(let values): for value in values { hash.add(value) }
            }
        }
        hash.add(lexicon.shopVocabulary)
        return hash.value
    }
}

/// A hash of texts in their order.
private struct ContentHash {
    private(set) var value: UInt64

    init(from start: UInt64) {
        value = start
    }

    mutating func add(_ text: String) {
        value = FeatureHash.hash(text, from: FeatureHash.mix(value, 0x1F))
    }

    mutating func add(_ texts: [String]) {
        value = FeatureHash.mix(value, UInt64(texts.count))
        for text in texts { add(text) }
    }

    mutating func add(_ rule: PhraseRule) {
        switch rule.form {
        case .template(let text): add(text)
        case .bag(let all, let any, let none):
            for words in [all, any, none] { add(words) }
        }
    }

    mutating func add(_ entity: EntityValue) {
        for language in entity.words.keys.sorted() {
            add([language] + (entity.words[language] ?? []))
        }
    }

    mutating func addTokens(of text: String, _ language: String) {
        let tokens = Tokenizer.tokens(of: Normaliser.normalise(text), language: language)
        for token in tokens { add([token.folded, token.stem]) }
    }

    /// The engine's own words of a language.
    mutating func addTables(of language: String) {
        add(language)
        add([CommonWords.list(of: language), BackgroundTexts.lines(of: language)])
        let words = LanguageWords.of(language)
        add([words.yes, words.clauseYes, words.no, words.maybe] + words.roles.map(\.1))
        let clauses = ClauseWords.of(language)
        add(clauses.refusals.map { $0.joined(separator: " ") })
        for words in [clauses.refusalsInside, clauses.wishes, clauses.subordinates] {
            add(words.sorted())
        }
    }
}
