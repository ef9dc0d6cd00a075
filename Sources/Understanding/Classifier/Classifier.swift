/// The trained classifier: the intents of a text with calibrated probabilities, and whether any fits at all.
struct Classifier: Sendable {
    /// Sorted; the classes in this order.
    let intents: [String]
    let inverseFrequencies: [Float]
    /// The classes: the intents and, where it was trained, "out of scope".
    let columns: Int
    /// Feature-major, one number a class; then a row a dimension of the static vectors.
    let weights: [Float]
    let examples: WeightedExamples
    let neighbours: Neighbours
    /// Which features the intents' texts have.
    let known: [Bool]
    let calibration: Calibration
    let blocks: BlockWeights

    init(
        intents: [String], columns: Int, languages: Int, inverseFrequencies: [Float],
        weights: [Float],
        examples: WeightedExamples, calibration: Calibration, blocks: BlockWeights
    ) {
        self.intents = intents
        self.columns = columns
        self.inverseFrequencies = inverseFrequencies
        self.weights = weights
        self.examples = examples
        self.calibration = calibration
        self.blocks = blocks
        let rows = examples.set.rows(below: intents.count)
        known = examples.set.isKnown(in: rows)
        neighbours = Neighbours(
            examples, rows: rows, classes: intents.count,
            languages: languages)
    }

    /// What the classifier makes of one text.
    struct Result: Sendable, Equatable {
        /// Every intent, the best first; equal ones by name.
        var ranking: [RankedIntent]
        /// How surely the text is about any of them, 0…1.
        var scopeScore: Double
        var isInScope: Bool
    }

    /// Ranks the intents for a text. `vector` is its static vector, of length 1.
    func classify(_ bag: FeatureBag, vector: [Float]?, language: Int) -> Result {
        guard !intents.isEmpty else {
            return Result(ranking: [], scopeScore: 0, isInScope: false)
        }
        let text = ScaledText(
            bag, vector: vector, index: examples.set.index,
            inverseFrequencies: inverseFrequencies, weights: blocks,
            known: known)
        let all = text.logits(weights, classes: columns, firstDense: examples.set.index.count)
        let logits = Array(all.prefix(intents.count))
        let order = Self.order(logits)
        let signs = Self.signs(
            text, logits, order, stranger: all.count > logits.count ? all[logits.count] : 0,
            neighbours, language)
        let scope = calibration.scope(language)
        let score = scope.score(signs)
        let probabilities = calibration.probabilities(logits)
        let ranking = order.map {
            RankedIntent(intent: intents[$0], probability: probabilities[$0])
        }
        let isKnown = text.values.contains { $0 != 0 } || text.denseScale > 0
        return Result(
            ranking: ranking, scopeScore: score,
            isInScope: isKnown && score >= scope.threshold)
    }

    /// The classes by logit, the highest first; equal ones by number.
    static func order(_ logits: [Float]) -> [Int] {
        logits.indices.sorted { (-logits[$0], $0) < (-logits[$1], $1) }
    }

    /// The signs by which a text is known to be in scope.
    static func signs(
        _ text: ScaledText, _ logits: [Float], _ order: [Int], stranger: Float,
        _ neighbours: Neighbours, _ language: Int
    ) -> ScopeScore.Signs {
        let highest = order.first.map { logits[$0] } ?? 0
        let second = order.dropFirst().first.map { logits[$0] } ?? 0
        return ScopeScore.Signs(
            highest: highest, lead: highest - second, stranger: stranger,
            nearest: neighbours.similarity(of: text, classes: order.prefix(3), language: language),
            knownShare: text.knownShare)
    }
}

extension Classifier {
    /// The features of a text that speak most for an intent, heaviest first: weight × value.
    func evidence(
        for intent: String, in words: [FeatureWord], limit: Int = 12
    ) -> [(name: String, weight: Double)] {
        guard let label = intents.firstIndex(of: intent) else { return [] }
        let bag = FeatureBag(words)
        let text = ScaledText(
            bag, vector: nil, index: examples.set.index, inverseFrequencies: inverseFrequencies,
            weights: blocks, known: known)
        let names = FeatureBag.names(of: words)
        var found: [(name: String, weight: Double)] = []
        for (feature, value) in zip(text.features, text.values) {
            let weight = Double(weights[Int(feature) * columns + label] * value)
            let key = examples.set.index.keys[Int(feature)]
            if weight > 0, let name = names[key] { found.append((name, weight)) }
        }
        found.sort { (-$0.weight, $0.name) < (-$1.weight, $1.name) }
        return Array(found.prefix(limit))
    }
}

/// What cross-validation says about the scores.
struct Calibration: Sendable, Equatable {
    /// Logits are divided by it before the softmax; above 0.
    var temperature: Double
    /// One a language.
    var scopes: [ScopeScore]

    /// What parts texts in scope from others in a language.
    func scope(_ language: Int) -> ScopeScore {
        scopes.indices.contains(language) ? scopes[language] : .untrained
    }

    static func untrained(temperature: Double = 0.6, languages: Int) -> Calibration {
        Calibration(
            temperature: temperature,
            scopes: Array(repeating: .untrained, count: max(1, languages)))
    }

    /// Calibrated probabilities, by class.
    func probabilities(_ logits: [Float]) -> [Double] {
        let highest = logits.max() ?? 0
        let parts = logits.map { Exponential.exp(Double($0 - highest) / temperature) }
        let sum = parts.reduce(0, +)
        return parts.map { $0 / sum }
    }
}
