/// From words to ranked intents: features, static vectors and the classifier together.
struct IntentRanker: Sendable {
    private(set) var classifier: Classifier
    private let languages: [String]
    private let vectors: StaticVectors?

    /// One tokenised text of the lexicon with its masks.
    struct Example: Sendable {
        var tokens: [Token]
        var masks: [TextReading.Mask] = []
        /// Nil is out of scope.
        var intent: String?
        var language: String
    }

    init(
        _ examples: [Example], languages: [String], vectors: StaticVectors?,
        training: ClassifierTraining = ClassifierTraining()
    ) {
        self.languages = languages
        self.vectors = vectors
        var training = training
        training.languages = max(1, languages.count)
        training.dimensions = vectors?.dimensions ?? 0
        let read = examples.map { TextReading.words(of: $0.tokens, masks: $0.masks) }
        if let vectors, training.blocks.near > 0 {
            let own = zip(examples, read).filter { example, _ in
                example.language == vectors.language
                    && (example.intent != nil || training.learnsStrangers)
            }
            training.vicinity = Vicinity(own.map(\.1), vectors)
        }
        let meaning = Meaning(vectors: vectors)
        let vicinity = training.vicinity
        let texts = zip(examples, read).map { example, words in
            ClassifierTraining.Example(
                bag: FeatureBag(words), vector: meaning.vector(of: words, example.language),
                near: meaning.near(words, example.language, vicinity),
                own: meaning.own(words, example.language, vicinity),
                intent: example.intent,
                language: languages.firstIndex(of: example.language) ?? 0)
        }
        classifier = training.classifier(for: texts)
        let own = zip(examples, read).filter { $0.0.language == vectors?.language }
            .flatMap { $0.1.map(\.form) }
        let everyday = vectors.map { CommonWords.of($0.language).map(String.init) } ?? []
        classifier.rows = WordRows(
            read.flatMap { $0.map(\.form) } + everyday, of: classifier,
            meant: Set(own + everyday), by: vectors)
    }

    /// Takes a classifier that was trained before.
    init(classifier: Classifier, languages: [String], vectors: StaticVectors?) {
        self.classifier = classifier
        self.languages = languages
        self.vectors = vectors
    }

    /// Ranks the intents for corrected words.
    func rank(
        _ words: [FeatureWord], language: String, scope need: Classifier.ScopeNeed = .exact
    ) -> Classifier.Result {
        let meaning = Meaning(vectors: vectors)
        let own = meaning.parts(of: words, language, classifier.rows)
        return classifier.classify(
            FeatureBag(words, summing: classifier.rows),
            vector: own?.vector, meaning: own,
            near: meaning.near(words, language, classifier.vicinity),
            language: languages.firstIndex(of: language) ?? 0, scope: need)
    }

    /// A text of the language below this scope score is about nothing in the lexicon.
    func scopeThreshold(_ language: String) -> Double {
        classifier.calibration.scope(languages.firstIndex(of: language) ?? 0).threshold
    }

    /// What static vectors say of a text in their language.
    private struct Meaning {
        let vectors: StaticVectors?

        func vector(of words: [FeatureWord], _ language: String) -> [Float]? {
            guard let vectors, vectors.language == language else { return nil }
            return vectors.vector(of: words.lazy.map { $0.form })
        }

        func parts(
            of words: [FeatureWord], _ language: String, _ rows: WordRows
        ) -> StaticVectors.Meaning? {
            guard let vectors, vectors.language == language else { return nil }
            return vectors.meaning(of: words.lazy.map { ($0.form, rows.meaning(of: $0.key)) })
        }

        func near(
            _ words: [FeatureWord], _ language: String, _ vicinity: Vicinity
        ) -> [Vicinity.Cell] {
            guard let vectors, vectors.language == language else { return [] }
            return vicinity.cells(of: words, vectors)
        }

        func own(
            _ words: [FeatureWord], _ language: String, _ vicinity: Vicinity
        ) -> [Int32] {
            vectors?.language == language ? vicinity.own(words) : []
        }
    }
}
