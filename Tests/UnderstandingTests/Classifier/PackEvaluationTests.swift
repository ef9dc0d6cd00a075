import Testing

@testable import Understanding

@Suite("Cross-validation of a pack")
struct PackEvaluationTests {
    /// `fruit` and `bread` share no word; `twin` says the very things that `bread` says.
    private static func lexicon(twin: Bool) -> Lexicon {
        let ends = [
            "now", "today", "please", "for me", "at once", "again", "here", "soon", "too", "then",
        ]
        let phrases = { (intent: String, start: String) in
            IntentPhrases(
                intent: intent, language: "en", title: start,
                examples: ends.map { "\(start) \($0)" })
        }
        var all = [
            phrases("fruit", "peel an apple"), phrases("bread", "bake a loaf"),
            phrases("wheel", "pump the tyre"),
        ]
        if twin { all.append(phrases("twin", "bake a loaf")) }
        return Lexicon(languages: ["en", "de"], phrases: all)
    }

    @Test("every example is read once by the others, and apart intents are told apart")
    func apart() throws {
        var steps: [Int] = []
        let evaluation = try PackEvaluation(Self.lexicon(twin: false), vectors: nil) { done, _ in
            steps.append(done)
        }
        #expect(steps == [1, 2, 3, 4, 5])
        #expect(evaluation.trials.count == 30)
        #expect(Set(evaluation.trials.map { $0.intent + $0.text }).count == 30)
        let part = try #require(evaluation.parts.first)
        #expect(part.language == "en" && part.cases == 30 && part.rankedFirst == 30)
        #expect(part.right + part.wrong + part.asked + part.notUnderstood == 30)
        #expect(part.wrong == 0 && part.confusions.isEmpty && part.weakest.isEmpty)
        #expect(part.advice == ["fewer than 25 examples: bread (10), fruit (10), wheel (10)"])
    }

    @Test("intents that say the same are confused, and the advice names both")
    func twins() throws {
        let part = try #require(
            PackEvaluation(Self.lexicon(twin: true), vectors: nil).parts.first)
        #expect(
            part.confusions.allSatisfy { Set([$0.intent, $0.predicted]) == ["bread", "twin"] })
        #expect(part.confusions.reduce(0) { $0 + $1.count } >= 5)
        #expect(part.advice.first?.hasPrefix("bread and twin are too close") == true)
        #expect(part.weakest.allSatisfy { $0.probability >= $0.ownProbability })
    }

    @Test("a language without examples has an empty part")
    func empty() throws {
        let parts = try PackEvaluation(Self.lexicon(twin: false), vectors: nil).parts
        #expect(parts.map(\.language) == ["en", "de"])
        #expect(parts.last?.cases == 0 && parts.last?.advice == [])
    }
}
