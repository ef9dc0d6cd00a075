import Testing

@testable import Understanding

@Suite("Features")
struct FeatureTests {
    @Test("each feature stands once with its count, stems before pairs before characters")
    func bag() {
        let words = ["a", "b", "a", "b"].map { FeatureWord(form: $0, stem: $0) }
        let bag = FeatureBag(words)
        #expect(bag.stemEnd == 2)
        #expect(bag.wordEnd == 4)  // a b (twice), b a
        #expect(Array(bag.counts.prefix(4)) == [2, 2, 2, 1])
        // " a ": " a", "a ", " a ", each twice; the same for b
        #expect(bag.counts.dropFirst(4).allSatisfy { $0 == 2 })
        #expect(bag.hashes.count == 4 + 6)
    }

    @Test("characters without word breaks are read as one run")
    func joined() {
        let apart = FeatureBag([
            FeatureWord(form: "返", stem: "返"), FeatureWord(form: "品", stem: "品"),
        ])
        let joined = FeatureBag([
            FeatureWord(form: "返", stem: "返"),
            FeatureWord(form: "品", stem: "品", joinsPrevious: true),
        ])
        let whole = FeatureBag([FeatureWord(form: "返品", stem: "返品")])
        let grams = { (bag: FeatureBag) in Set(bag.hashes.dropFirst(bag.wordEnd)) }
        #expect(grams(joined) == grams(whole))
        #expect(grams(joined) != grams(apart))
    }

    @Test("every feature of a text has a name for explanations")
    func names() {
        let words = ["my", "refund"].map { FeatureWord(form: $0, stem: $0) }
        let names = FeatureBag.names(of: words)
        #expect(FeatureBag(words).hashes.allSatisfy { names[$0] != nil })
        #expect(Set(names.values).isSuperset(of: ["refund", "my refund", "·ref", "fund·"]))
    }

    @Test("the index numbers keys in order of first sight and finds them again")
    func index() {
        var index = FeatureIndex(minimumCapacity: 4)
        var shuffle = Shuffle(seed: 11)
        let keys = (0..<5_000).map { _ in shuffle.next() }
        for (number, key) in keys.enumerated() { #expect(index.insert(key) == Int32(number)) }
        for (number, key) in keys.enumerated() {
            guard index.find(key) == Int32(number) else {
                Issue.record("key \(number) of seed 11 is lost")
                return
            }
        }
        #expect(index.find(keys[0] &+ 1) == -1)
        #expect(FeatureIndex(keys: keys) == index || FeatureIndex(keys: keys).keys == index.keys)
    }
}
