/// Trains a classifier on texts with intents; the same texts give the same bytes.
struct ClassifierTraining: Sendable {
    var logistic = LogisticTraining()
    var blocks = BlockWeights()
    /// How wide the static vectors are; 0 without.
    var dimensions = 0
    /// What is near to the examples' words.
    var vicinity = Vicinity.none
    /// Texts out of scope are a class of their own, where there are enough; otherwise they only help to tell what is
    /// in scope.
    var learnsStrangers = true
    /// How much texts that are known to be out of scope weigh against all in scope, which weigh a half, where the scope
    /// score is fitted; the intents that a fold leaves out weigh the rest of the other half.
    var givenShare = 0.4
    /// The number of the lexicon's languages.
    var languages = 1
    /// Who trains the folds and the whole.
    var workers: any Workers = OneWorker()

    /// One text to learn from.
    struct Example: Sendable {
        var bag: FeatureBag
        var vector: [Float]?
        /// What `vicinity` finds near to its words, and which of them are its own.
        var near: [Vicinity.Cell] = []
        var own: [Int32] = []
        /// Nil is a text that is out of scope.
        var intent: String?
        var language: Int
    }

    func classifier(for texts: [Example]) -> Classifier {
        let intents = Set(texts.compactMap(\.intent)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($1, $0) })
        var set = ExampleSet(dimensions: dimensions, vicinity: vicinity)
        for text in texts {
            let label = text.intent.flatMap { numbers[$0] } ?? intents.count
            set.append(
                text.bag, vector: text.vector, near: text.near, own: text.own, label: label,
                language: text.language)
        }
        let strangers = texts.count { $0.intent == nil }
        let columns =
            intents.count + (learnsStrangers && strangers >= Self.fewestStrangers ? 1 : 0)
        let validation = CrossValidation(
            training: self, set: set, classes: intents.count, columns: columns)
        let all = set
        // The whole takes longest, so it comes first.
        let parts = workers.results(1 + validation.folds) { part -> Part in
            part == 0
                ? .model(model(of: all, intents: intents, columns: columns))
                : .trials(validation.trials(fold: part - 1))
        }
        var trials: [CrossValidation.Trial] = []
        var whole: Classifier?
        for part in parts {
            switch part {
            case .model(let trained): whole = trained
            case .trials(let more): trials += more
            }
        }
        var classifier = whole ?? model(of: all, intents: intents, columns: columns)
        classifier.calibration = validation.calibration(trials)
        classifier.vicinity = vicinity
        return classifier
    }

    /// What one worker makes.
    private enum Part: Sendable {
        case model(Classifier)
        case trials([CrossValidation.Trial])
    }

    /// The classifier of all examples, not calibrated yet.
    private func model(of set: ExampleSet, intents: [String], columns: Int) -> Classifier {
        let rows = set.rows(below: columns)
        let frequencies = set.inverseFrequencies(of: rows)
        let examples = WeightedExamples(set, inverseFrequencies: frequencies, weights: blocks)
        let weights = logistic.weights(for: examples, rows: rows, classes: columns)
        let inScope = set.rows(below: intents.count)
        return Classifier(
            intents: intents, index: set.index, inverseFrequencies: frequencies,
            known: set.isKnown(in: inScope), columns: columns,
            weights: PackedWeights(weights, classes: columns),
            neighbours: Neighbours(
                examples, rows: inScope, classes: intents.count, languages: languages),
            calibration: .untrained(languages: languages), blocks: blocks)
    }

    /// Fewer texts out of scope are no class of their own: they only help to set the threshold.
    private static let fewestStrangers = 20
}
