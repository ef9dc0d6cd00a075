/// The trained classifier: the intents of a text with calibrated probabilities, and whether any fits at all.
struct Classifier: Sendable {
    /// Sorted; the classes in this order.
    let intents: [String]
    /// Numbers the features.
    let index: FeatureIndex
    let inverseFrequencies: [Float]
    /// Which features the intents' texts have.
    let known: [Bool]
    /// The classes: the intents and, where it was trained, "out of scope".
    let columns: Int
    /// Feature-major, one number a class; then a row a dimension of the static vectors.
    let weights: PackedWeights
    let neighbours: Neighbours
    /// What the n-grams of known words say together.
    var rows = WordRows.none
    /// Which words are near to a text's; their numbers are those of the first features.
    var vicinity = Vicinity.none
    var calibration: Calibration
    let blocks: BlockWeights

    /// So many intents are ranked.
    static let rankedLimit = 5

    /// What the classifier makes of one text.
    struct Result: Sendable, Equatable {
        /// The best intents, the best first, `Classifier.rankedLimit` at most; equal ones by name.
        var ranking: [RankedIntent]
        /// How surely the text is about any of them, 0…1.
        var scopeScore: Double
        var isInScope: Bool

        static let unknown = Result(ranking: [], scopeScore: 0, isInScope: false)

        /// 0 where the intent is not among the first.
        func probability(of intent: String) -> Double {
            ranking.first { $0.intent == intent }?.probability ?? 0
        }
    }

    /// How well it must be known whether a text is in scope: looking for its nearest examples costs as much as
    /// ranking it.
    enum ScopeNeed: Sendable {
        /// A rule decides.
        case none
        /// Only whether the score reaches the threshold and, where it is asked, a level above it.
        case decision(sure: Sureness? = nil)
        case exact
    }

    /// What makes a text surely one of its best intent.
    struct Sureness: Sendable {
        /// A scope score from here on …
        var score: Double
        /// … or a probability of the intent, which makes the score needless.
        var probability: Double
    }

    /// Ranks the intents for a text. `vector` is its static vector, of length 1; `meaning` is what it is summed up of,
    /// which changes nothing but the time; `near` is what `vicinity` finds.
    func classify(
        _ bag: FeatureBag, vector: [Float]?, meaning: StaticVectors.Meaning? = nil,
        near: [Vicinity.Cell] = [], language: Int, scope need: ScopeNeed = .exact
    ) -> Result {
        guard !intents.isEmpty else { return .unknown }
        let text = ScaledText(
            bag, vector: vector, near: near, index: index,
            inverseFrequencies: inverseFrequencies, weights: blocks, known: known, rows: rows)
        var all = weights.logits(of: text, firstDense: index.count, meaning: meaning)
        rows.add(text.summed, times: text.summedScale, to: &all)
        if let meaning {
            rows.add(
                meanings: meaning.rows, times: meaning.factor * text.lengths.dense, to: &all)
        }
        let logits = Array(all.prefix(intents.count))
        let order = Self.order(logits)
        var signs = Self.signs(
            text, logits, order, stranger: all.count > logits.count ? all[logits.count] : 0)
        let probabilities = calibration.probabilities(logits)
        let ranking = order.map {
            RankedIntent(intent: intents[$0], probability: probabilities[$0])
        }
        let scope = calibration.scope(language)
        let levels = Self.levels(need, scope, best: ranking.first?.probability ?? 0)
        let score =
            Self.settled(levels, signs, scope)
            ?? scored(&signs, text, classes: order.prefix(3), language, levels)
        return Result(
            ranking: ranking, scopeScore: score,
            isInScope: text.isKnown && score >= scope.threshold)
    }

    /// The best classes by logit, the highest first; equal ones by number.
    static func order(_ logits: [Float]) -> [Int] {
        var best: [Int] = []
        best.reserveCapacity(rankedLimit + 1)
        for label in logits.indices {
            var place = best.count
            while place > 0, logits[best[place - 1]] < logits[label] { place -= 1 }
            guard place < rankedLimit else { continue }
            best.insert(label, at: place)
            if best.count > rankedLimit { best.removeLast() }
        }
        return best
    }

    /// What the score must be told from; nil where it must be known itself. `best` is the highest probability.
    private static func levels(
        _ need: ScopeNeed, _ scope: ScopeScore, best: Double
    ) -> [Double]? {
        switch need {
        case .none: []
        case .exact: nil
        case .decision(let sure?) where best < sure.probability: [scope.threshold, sure.score]
        case .decision: [scope.threshold]
        }
    }

    /// The score with the nearest examples, which are looked for until they can change nothing that is asked.
    private func scored(
        _ signs: inout ScopeScore.Signs, _ text: ScaledText, classes: ArraySlice<Int>,
        _ language: Int, _ levels: [Double]?
    ) -> Double {
        let scope = calibration.scope(language)
        var settled: Double?
        let start = signs
        signs.nearest = neighbours.similarity(of: text, classes: classes, language: language) {
            var signs = start
            signs.nearest = $0
            settled = Self.settled(levels, signs, scope)
            return settled != nil
        }
        return settled ?? scope.score(signs)
    }

    /// A score on the right side of every level, where the nearest examples cannot change that.
    private static func settled(
        _ levels: [Double]?, _ signs: ScopeScore.Signs, _ scope: ScopeScore
    ) -> Double? {
        guard let levels else { return nil }
        if levels.isEmpty { return 0 }
        let (low, high) = scope.bounds(signs)
        return levels.allSatisfy { low >= $0 || high < $0 } ? low : nil
    }

    /// The signs by which a text is known to be in scope, but for its nearest examples.
    static func signs(
        _ text: ScaledText, _ logits: [Float], _ order: [Int], stranger: Float
    ) -> ScopeScore.Signs {
        let highest = order.first.map { logits[$0] } ?? 0
        let second = order.dropFirst().first.map { logits[$0] } ?? 0
        return ScopeScore.Signs(
            highest: highest, lead: highest - second, stranger: stranger,
            nearest: Neighbours.Similarity(), knownShare: text.knownShare)
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
            bag, vector: nil, index: index, inverseFrequencies: inverseFrequencies,
            weights: blocks, known: known)
        let names = FeatureBag.names(of: words)
        var found: [(name: String, weight: Double)] = []
        for (feature, value) in zip(text.features, text.values) {
            let weight = Double(weights[Int(feature), label] * value)
            let key = index.keys[Int(feature)]
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
        var highest = logits.first ?? 0
        for logit in logits where logit > highest { highest = logit }
        let parts = Exponential.exp(logits.map { Double($0 - highest) / temperature })
        var sum = 0.0
        for part in parts { sum += part }
        return parts.map { $0 / sum }
    }
}
