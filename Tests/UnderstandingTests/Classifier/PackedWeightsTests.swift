import Testing

@testable import Understanding

@Suite("Packed weights")
struct PackedWeightsTests {
    @Test("a weight is off by half a step of its row at most, and rows of zeros stay zeros")
    func precision() {
        var shuffle = Shuffle(seed: 11)
        let weights = (0..<70).map { cell -> Float in
            cell < 7 ? 0 : Float(shuffle.below(20_001) - 10_000) / 1_000
        }
        let packed = PackedWeights(weights, classes: 7)
        for (cell, weight) in weights.enumerated() {
            let (row, label) = cell.quotientAndRemainder(dividingBy: 7)
            #expect(abs(packed[row, label] - weight) <= packed.scales[row] * 0.501)
        }
        #expect(packed.scales[0] == 0)
        #expect(packed[0, 3] == 0)
    }

    @Test("the parts must fit together")
    func parts() {
        #expect(
            PackedWeights(classes: 2, scales: [1, 1], cells: KeptNumbers([1, 2, 3, 4])) != nil)
        #expect(PackedWeights(classes: 2, scales: [1], cells: KeptNumbers([1, 2, 3, 4])) == nil)
        #expect(PackedWeights(classes: .max, scales: [1, 1], cells: KeptNumbers([1])) == nil)
        #expect(PackedWeights(classes: -1, scales: [], cells: KeptNumbers([])) == nil)
    }
}

@Suite("Workers")
struct WorkersTests {
    /// The last piece first, as a machine with many processors may finish them.
    private struct Backwards: Workers {
        func results<Value: Sendable>(
            _ count: Int, of work: @Sendable (Int) -> Value
        ) -> [Value] {
            (0..<count).reversed().map { work($0) }.reversed()
        }
    }

    @Test("whoever trains, the model is the same")
    func sameModel() {
        let texts = ClassifierTests.samples(120, seed: 4).map { sample in
            let words = sample.text.split(separator: " ").map {
                FeatureWord(form: String($0), stem: String($0))
            }
            return ClassifierTraining.Example(
                bag: FeatureBag(words), vector: nil, intent: sample.intent, language: 0)
        }
        let alone = ClassifierTraining().classifier(for: texts)
        let together = ClassifierTraining(workers: Backwards()).classifier(for: texts)
        #expect(alone.bytes == together.bytes)
        #expect(alone.calibration != .untrained(languages: 1))
    }
}

@Suite("The scope score's bounds")
struct ScopeBoundsTests {
    @Test("hold whatever the nearest examples are")
    func bounds() {
        var shuffle = Shuffle(seed: 21)
        let share = { (shuffle: inout Shuffle) in Float(shuffle.below(1_001)) / 1_000 }
        for _ in 0..<200 {
            var score = ScopeScore.untrained
            score.coefficients = (0..<7).map { _ in Double(share(&shuffle)) * 6 - 3 }
            var signs = ScopeScore.Signs(
                highest: share(&shuffle) * 8, lead: share(&shuffle), stranger: share(&shuffle),
                nearest: Neighbours.Similarity(), knownShare: share(&shuffle))
            let (low, high) = score.bounds(signs)
            signs.nearest.grams = share(&shuffle)
            signs.nearest.dense = share(&shuffle)
            #expect(low <= score.score(signs) && score.score(signs) <= high)
        }
    }

    @Test("a decision is the same with the nearest examples and without, where it was settled")
    func decision() {
        var reading = TextReading(vectors: nil)
        let classifier = IntentEvaluation.ranker(
            ClassifierTests.samples(200, seed: 1), language: "en", vectors: nil, reading: &reading
        ).classifier
        let texts =
            ClassifierTests.samples(60, seed: 9).map(\.text) + ["zzz qqq", "the quantum of it"]
        for text in texts {
            let bag = FeatureBag(
                text.split(separator: " ").map { FeatureWord(form: String($0), stem: String($0)) })
            let exact = classifier.classify(bag, vector: nil, language: 0)
            for sure in [nil, Classifier.Sureness(score: 0.8, probability: 0.9)] {
                let quick = classifier.classify(
                    bag, vector: nil, language: 0, scope: .decision(sure: sure))
                #expect(quick.ranking == exact.ranking)
                #expect(quick.isInScope == exact.isInScope)
                guard let sure, let best = exact.ranking.first, best.probability < sure.probability
                else { continue }
                #expect((quick.scopeScore >= sure.score) == (exact.scopeScore >= sure.score))
            }
        }
    }
}
