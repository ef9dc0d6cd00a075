import Testing

@testable import Understanding

@Suite("Words whose n-grams are summed up")
struct WordRowsTests {
    private static func classifier() -> Classifier {
        var reading = TextReading(vectors: nil)
        return IntentEvaluation.ranker(
            ClassifierTests.samples(200, seed: 1), language: "en", vectors: nil, reading: &reading
        ).classifier
    }

    private static func words(_ text: String) -> [FeatureWord] {
        text.split(separator: " ").map { FeatureWord(form: String($0), stem: String($0)) }
    }

    @Test(
        "a text is read as by its n-grams one by one",
        arguments: [
            "the apple with the pear", "apple apple apple", "apples of iron", "zzz qqq",
            "some thunderous appletree about canoe canoes", "", "the",
        ])
    func same(text: String) {
        let classifier = Self.classifier()
        let words = Self.words(text)
        let single = classifier.classify(FeatureBag(words), vector: nil, language: 0)
        let summed = classifier.classify(
            FeatureBag(words, summing: classifier.rows), vector: nil, language: 0)
        #expect(single.ranking.map(\.intent) == summed.ranking.map(\.intent))
        #expect(single.isInScope == summed.isInScope)
        #expect(abs(single.scopeScore - summed.scopeScore) < 1e-4)
        for (one, other) in zip(single.ranking, summed.ranking) {
            #expect(abs(one.probability - other.probability) < 1e-4)
        }
    }

    @Test("known words leave no n-grams of their own, joined and unknown ones do")
    func listed() {
        let classifier = Self.classifier()
        let known = FeatureBag(Self.words("the apple"), summing: classifier.rows)
        #expect(known.summed.count == 2 && known.hashes.count == known.wordEnd)
        let unknown = FeatureBag(Self.words("the quince"), summing: classifier.rows)
        #expect(unknown.summed.count == 1 && unknown.hashes.count > unknown.wordEnd)
        var joined = Self.words("the apple")
        joined[1].joinsPrevious = true
        #expect(FeatureBag(joined, summing: classifier.rows).summed.isEmpty)
    }
}
