import Facts

/// A hash of texts in their order, by which caches are named.
struct ContentHash {
    private(set) var value: UInt64

    init(from start: UInt64) {
        value = start
    }

    mutating func add(_ text: String) {
        var text = text
        let start = FeatureHash.mix(value, 0x1F)
        value = text.withUTF8 { ByteHash.hash(of: UnsafeRawBufferPointer($0), from: start) }
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
        for language in entity.lines.keys.sorted() {
            add([entity.id, language] + (entity.lines[language] ?? []))
        }
    }

    /// Every so many texts one is cut into tokens, so that most changes of the tokenizer show in the hash.
    private static let sampleStep = 307

    /// What the classifier is trained with.
    mutating func addExamples(of lexicon: Lexicon) {
        var number = 0
        for phrases in lexicon.phrases {
            add([phrases.intent, phrases.language, phrases.title] + phrases.examples)
            for text in phrases.examples {
                number += 1
                if number % Self.sampleStep == 0 { addTokens(of: text, phrases.language) }
            }
        }
    }

    /// How a text is cut and stemmed.
    private mutating func addTokens(of text: String, _ language: String) {
        let tokens = Tokenizer.tokens(of: Normaliser.normalise(text), language: language)
        for token in tokens { add([token.folded, token.stem]) }
    }

    /// The engine's own words of a language.
    mutating func addTables(of language: String) {
        add(language)
        add([
            CommonWords.list(of: language), CommonWords.everydayList(of: language),
            BackgroundTexts.lines(of: language),
        ])
        let words = LanguageWords.of(language)
        add([words.yes, words.clauseYes, words.no, words.maybe] + words.roles.map(\.1))
        let clauses = ClauseWords.of(language)
        add(clauses.refusals.map { $0.joined(separator: " ") })
        for words in [clauses.refusalsInside, clauses.wishes, clauses.subordinates] {
            add(words.sorted())
        }
    }
}
