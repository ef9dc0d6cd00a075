import Facts

/// Reads a lexicon's phrases once, for the classifier, the spelling, the languages and the refusals.
struct LexiconTraining {
    private let lexicon: Lexicon
    private let vectors: StaticVectors?
    private var examples: [IntentRanker.Example] = []
    /// Every phrase with its language, for the language detector.
    private var texts: [(language: String, text: String)] = []
    private var reading: TextReading
    private var negation: WishNegation
    private var stems = ByLanguage<StemTable>()

    /// Texts of a language that the detector learns from at most.
    private static let detectorLimit = 2_500

    init(_ lexicon: Lexicon, vectors: StaticVectors?) {
        self.lexicon = lexicon
        self.vectors = vectors
        reading = TextReading(vectors: vectors)
        negation = WishNegation(languages: lexicon.languages)
    }

    /// What was read, and what is compiled besides; the `workers` cut the word lists.
    func lexiconReading(
        matcher: PhraseMatcher, extractor: EntityExtractor, workers: any Workers
    ) -> LexiconReading {
        LexiconReading(
            words: reading, names: extractor.known, negation: negation,
            detector: LanguageDetector(
                languages: lexicon.languages, texts: texts, limit: Self.detectorLimit),
            stems: stems,
            mentions: MentionFinder(lexicon.wordLists, stems: stems, workers: workers),
            compiled: CompiledLexicon(
                lexicon, matcher: matcher, extractor: extractor, stems: stems, vectors: vectors,
                workers: workers))
    }

    mutating func readPhrases(extractor: EntityExtractor, masking: EntityMasking) {
        for phrases in lexicon.phrases {
            for text in [phrases.title] + phrases.examples {
                readExample(text, phrases, extractor, masking)
            }
            for rule in phrases.rules { learnWords(of: rule, phrases.language) }
        }
        learnLists()
        for language in lexicon.languages { readEverydayWords(language) }
        for language in lexicon.languages { readBackground(language) }
    }

    /// What the language detector knows of short messages: answers, courtesies and little words, which the phrases
    /// have few of.
    private mutating func readEverydayWords(_ language: String) {
        let words = LanguageWords.of(language)
        guard language.hasPrefix(words.tag) else { return }
        let everyday = words.roles.filter { $0.0.contains(.everyday) || $0.0.contains(.polite) }
            .map(\.1)
        let lists = lexicon.wordLists.filter {
            $0.language == language && $0.name != ChoicePicker.shopWordList
        }
        for text in [words.yes, words.clauseYes, words.no, words.maybe] + everyday {
            let text = String(text.map { $0 == "|" ? " " : $0 })
            texts.append((language, Normaliser.normalise(text)))
        }
        for text in lists.flatMap(\.entries) {
            texts.append((language, Normaliser.normalise(text)))
        }
    }

    /// Sentences that are about nothing in any pack: out of scope.
    private mutating func readBackground(_ language: String) {
        for text in BackgroundTexts.of(language) {
            learnStems(of: text, language)
            let tokens = Tokenizer.tokens(of: text, language: language)
            reading.accept(tokens.map(\.folded), languages: [language])
            texts.append((language, text))
            examples.append(IntentRanker.Example(tokens: tokens, intent: nil, language: language))
        }
    }

    private mutating func readExample(
        _ text: String, _ phrases: IntentPhrases, _ extractor: EntityExtractor,
        _ masking: EntityMasking
    ) {
        let normalised = Normaliser.normalise(text)
        let tokens = Tokenizer.tokens(of: normalised, language: phrases.language)
        guard !tokens.isEmpty else { return }
        var masks: [TextReading.Mask] = []
        if EntityMasking.mayMask(normalised) {
            let entities = extractor.entities(
                in: normalised, tokens: tokens, language: phrases.language, today: Self.anyDay)
            masks = masking.masks(of: entities, in: normalised)
        }
        learnStems(of: normalised, phrases.language)
        texts.append((phrases.language, normalised))
        reading.learn(tokens, language: phrases.language)
        negation.learn(tokens, intent: phrases.intent, language: phrases.language)
        examples.append(
            IntentRanker.Example(
                tokens: tokens, masks: masks, intent: phrases.intent, language: phrases.language))
    }

    /// Only where an entity stands matters in training, not what a relative date means.
    private static let anyDay = Day(number: 0)

    private mutating func learnWords(of rule: PhraseRule, _ language: String) {
        switch rule.form {
        case .bag(let all, let any, let none):
            for entry in all + any + none { learn(entry, language) }
        case .template(let text):
            // Slots and rule names are no words, and "stor(no|nieren)" is two halves of some.
            var words = ""
            var depth = 0
            for character in text {
                switch character {
                case "{", "<": depth += 1
                case "}", ">": depth -= 1
                case "[", "]", "(", ")", "|", ";": words += " "
                case _: if depth <= 0 { words.append(character) }
                }
            }
            learn(words, language)
        }
    }

    private mutating func learnLists() {
        for list in lexicon.wordLists {
            for entry in list.entries { learn(entry, list.language) }
        }
        for declaration in lexicon.entities {
            guard case .values(let values) = declaration.form else { continue }
            for value in values {
                for language in value.lines.keys.sorted() {
                    for word in value.words(in: language) { learn(word, language) }
                }
            }
        }
        for language in lexicon.languages {
            for entry in lexicon.shopVocabulary { learn(entry, language) }
            let pairs = ChoiceWords.of(language).translations
            learnStems(of: Normaliser.normalise(pairs), language)
        }
    }

    private mutating func learn(_ text: String, _ language: String) {
        let normalised = Normaliser.normalise(text)
        learnStems(of: normalised, language)
        reading.learn(Tokenizer.tokens(of: normalised, language: language), language: language)
    }

    private mutating func learnStems(of normalised: String, _ language: String) {
        Tokenizer.learn(
            normalised, language: language, into: &stems[language, default: StemTable()])
    }

    /// The intents of one desk share their things (orders, cards, parcels): the vectors, which see things
    /// before words like "declined", weigh less than among intents at large.
    private static let blocks = BlockWeights(dense: 1, near: 0)

    /// A customer of a shop asks for more that the shop has no flow for than for everyday talk: the intents left out
    /// weigh as much as that.
    private static let givenShare = 0.25

    /// The ranker that was trained before; nil where the bytes are of other phrases.
    static func ranker(
        cachedModel: any ByteSource, hash: UInt64, lexicon: Lexicon, vectors: StaticVectors?
    ) -> IntentRanker? {
        var reader = ByteReader(cachedModel)
        guard reader.number() == hash,
            let classifier = Classifier(from: &reader, languages: lexicon.languages.count)
        else { return nil }
        return IntentRanker(
            classifier: classifier, languages: lexicon.languages, vectors: vectors)
    }

    /// The ranker, trained on what was read.
    func ranker(workers: any Workers) -> IntentRanker {
        IntentRanker(
            examples, languages: lexicon.languages, vectors: vectors,
            training: ClassifierTraining(
                blocks: Self.blocks, givenShare: Self.givenShare, workers: workers))
    }
}

extension LexiconTraining {
    /// Raise it when the same phrases would train to something else: when features, the solver or the calibration
    /// change. How texts are cut and the engine's own sentences need no care, they are a part of the hash.
    private static let version: UInt64 = 7

    /// A hash of everything that the model depends on.
    static func contentHash(_ lexicon: Lexicon, vectors: StaticVectors?) -> UInt64 {
        var hash = ContentHash(
            from: FeatureHash.mix(version ^ Classifier.version, vectors?.fingerprint ?? 0))
        for language in lexicon.languages { hash.addTables(of: language) }
        hash.addExamples(of: lexicon)
        for declaration in lexicon.entities {
            hash.add(declaration.kind)
            switch declaration.form {
            case .shapes(let shapes): hash.add(shapes + declaration.called)
            case .values: hash.add("values")
            }
        }
        hash.add(lexicon.currency)
        return hash.value
    }
}
