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
        var forms: [String] = []
        let texts = examples.map { example in
            let words = TextReading.words(of: example.tokens, masks: example.masks)
            forms += words.lazy.map(\.form)
            return ClassifierTraining.Example(
                bag: FeatureBag(words),
                vector: Self.vector(of: words, example.language, vectors),
                intent: example.intent,
                language: languages.firstIndex(of: example.language) ?? 0)
        }
        classifier = training.classifier(for: texts)
        classifier.rows = WordRows(forms, of: classifier)
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
        classifier.classify(
            FeatureBag(words, summing: classifier.rows),
            vector: Self.vector(of: words, language, vectors),
            language: languages.firstIndex(of: language) ?? 0, scope: need)
    }

    /// A text of the language below this scope score is about nothing in the lexicon.
    func scopeThreshold(_ language: String) -> Double {
        classifier.calibration.scope(languages.firstIndex(of: language) ?? 0).threshold
    }

    private static func vector(
        of words: [FeatureWord], _ language: String, _ vectors: StaticVectors?
    ) -> [Float]? {
        guard let vectors, vectors.language == language else { return nil }
        return vectors.vector(of: words.lazy.map { $0.form })
    }
}
