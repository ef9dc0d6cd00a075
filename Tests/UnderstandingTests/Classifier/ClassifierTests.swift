import Testing

@testable import Understanding

@Suite("The classifier")
struct ClassifierTests {
    /// Five small intents of made-up words; each text has a word of its intent and two of no matter.
    static func samples(_ count: Int, seed: UInt64) -> [IntentEvaluation.Sample] {
        let words: [String: [String]] = [
            "fruit": ["apple", "pear", "cherry", "plum"],
            "metal": ["iron", "copper", "zinc", "nickel"],
            "animal": ["horse", "donkey", "rabbit", "weasel"],
            "weather": ["thunder", "drizzle", "sunshine", "blizzard"],
            "vessel": ["canoe", "frigate", "schooner", "dinghy"],
        ]
        let filler = ["the", "of", "with", "about", "some", "this"]
        var shuffle = Shuffle(seed: seed)
        return (0..<count).map { number in
            let intent = words.keys.sorted()[number % 5]
            let own = words[intent] ?? []
            let text = [
                filler[shuffle.below(6)], own[shuffle.below(4)], filler[shuffle.below(6)],
                own[shuffle.below(4)],
            ]
            return .init(text: text.joined(separator: " "), intent: intent)
        }
    }

    @Test("learns what words belong to which intent, sure of itself and calibrated")
    func learns() {
        let evaluation = IntentEvaluation(
            train: Self.samples(100, seed: 1), test: Self.samples(50, seed: 2), clock: { 0 })
        let scores = evaluation.scores
        #expect(scores.cases == 50)
        #expect(scores.accuracy == 1)
        #expect(scores.macroF1 == 1)
        #expect(scores.calibrationError < 0.1)
        #expect(scores.outOfScopeRecall == nil)
        #expect(scores.areaUnderCurve == nil)
        #expect(scores.trainSeconds == 0)
        #expect(evaluation.confusions.isEmpty)
    }

    @Test("rejects what is about nothing it knows")
    func rejects() {
        let strangers = ["quantum flux capacitor", "who won the election", "zzz qqq"]
        let test = Self.samples(20, seed: 3) + strangers.map { .init(text: $0, intent: nil) }
        let scores = IntentEvaluation(
            train: Self.samples(200, seed: 1), test: test, clock: { 0 }
        ).scores
        #expect(scores.outOfScopeRecall == 1)
        #expect(scores.areaUnderCurve == 1)
        #expect(scores.overall > 0.9)
    }

    @Test("the same texts give the same bytes, and the bytes the same classifier")
    func bytes() throws {
        var reading = TextReading(vectors: nil)
        let ranker = { (reading: inout TextReading) in
            IntentEvaluation.ranker(
                Self.samples(60, seed: 1), language: "en", vectors: nil, reading: &reading)
        }
        let first = ranker(&reading).classifier
        #expect(first.bytes == ranker(&reading).classifier.bytes)
        let read = try #require(Classifier(bytes: first.bytes, languages: 1))
        #expect(read.bytes == first.bytes)
        let bag = FeatureBag([FeatureWord(form: "apple", stem: "appl")])
        #expect(
            read.classify(bag, vector: nil, language: 0)
                == first.classify(bag, vector: nil, language: 0))
    }

    @Test("bytes that are cut or changed are refused or read, never a trap")
    func brokenBytes() {
        var reading = TextReading(vectors: nil)
        let bytes = IntentEvaluation.ranker(
            Self.samples(30, seed: 1), language: "en", vectors: nil, reading: &reading
        ).classifier.bytes
        #expect(Classifier(bytes: [], languages: 1) == nil)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
            #expect(Classifier(bytes: Array(bytes.prefix(length)), languages: 1) == nil)
        }
        var shuffle = Shuffle(seed: 5)
        for _ in 0..<40 {
            var changed = bytes
            changed[shuffle.below(min(600, changed.count))] = UInt8(shuffle.below(256))
            let classifier = Classifier(bytes: changed, languages: 1)
            let bag = FeatureBag([FeatureWord(form: "apple", stem: "appl")])
            #expect((classifier?.classify(bag, vector: nil, language: 0).ranking.count ?? 0) <= 5)
        }
    }

    @Test("without any intent nothing is understood")
    func empty() {
        let classifier = ClassifierTraining().classifier(for: [])
        let result = classifier.classify(FeatureBag([]), vector: nil, language: 0)
        #expect(result == Classifier.Result(ranking: [], scopeScore: 0, isInScope: false))
    }

    @Test(
        "an intent's name is read as words",
        arguments: [
            ("card_arrival", "card arrival"), ("CardArrival", "card arrival"), ("EMI", "emi"),
            ("lost-card", "lost card"),
        ] as [(String, String)])
    func title(name: String, words: String) {
        #expect(IntentEvaluation.title(of: name) == words)
    }

    @Test("the area under the curve counts a tie as half")
    func areaUnderCurve() {
        #expect(
            IntentEvaluation.areaUnderCurve(positive: [0.9, 0.5], negative: [0.5, 0.1]) == 0.875)
        #expect(IntentEvaluation.areaUnderCurve(positive: [], negative: [1]) == nil)
    }
}
