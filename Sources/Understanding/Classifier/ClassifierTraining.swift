/// Trains a classifier on texts with intents; the same texts give the same bytes.
struct ClassifierTraining: Sendable {
    var logistic = LogisticTraining()
    var blocks = BlockWeights()
    /// How wide the static vectors are; 0 without.
    var dimensions = 0
    /// The number of the lexicon's languages.
    var languages = 1

    /// One text to learn from.
    struct Example: Sendable {
        var bag: FeatureBag
        var vector: [Float]?
        /// Nil is a text that is out of scope.
        var intent: String?
        var language: Int
    }

    func classifier(for texts: [Example]) -> Classifier {
        let intents = Set(texts.compactMap(\.intent)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($1, $0) })
        var set = ExampleSet(dimensions: dimensions)
        for text in texts {
            let label = text.intent.flatMap { numbers[$0] } ?? intents.count
            set.append(text.bag, vector: text.vector, label: label, language: text.language)
        }
        let strangers = texts.count { $0.intent == nil }
        let columns = intents.count + (strangers >= Self.fewestStrangers ? 1 : 0)
        let calibration = CrossValidation(
            training: self, set: set, classes: intents.count, columns: columns
        ).calibration()
        let rows = set.rows(below: columns)
        let frequencies = set.inverseFrequencies(of: rows)
        let examples = WeightedExamples(set, inverseFrequencies: frequencies, weights: blocks)
        let weights = logistic.weights(for: examples, rows: rows, classes: columns)
        return Classifier(
            intents: intents, columns: columns, languages: languages,
            inverseFrequencies: frequencies, weights: weights, examples: examples,
            calibration: calibration, blocks: blocks)
    }

    /// Fewer texts out of scope are no class of their own: they only help to set the threshold.
    private static let fewestStrangers = 20
}
