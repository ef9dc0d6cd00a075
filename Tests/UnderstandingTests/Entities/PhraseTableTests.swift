import Testing

@testable import Understanding

@Suite("Tables of words and phrases")
struct PhraseTableTests {
    @Test("the longest phrase wins, and of two equal ones the first")
    func longest() {
        var table = PhraseTable<Int>()
        table.add(["no"], 1)
        table.add(["no", "thanks"], 2)
        table.add(["no", "thank", "you"], 3)
        table.add(["no", "thanks"], 4)
        table.add([], 5)
        let match = { (text: [String], index: Int) in
            table.match(text, at: index).map { [$0.meaning, $0.end] }
        }
        #expect(match(["no", "thank", "you"], 0) == [3, 3])
        #expect(match(["well", "no", "thanks", "a"], 1) == [2, 3])
        #expect(match(["no", "thank"], 0) == [1, 1])
        #expect(match(["thanks"], 0) == nil)
        #expect(match(["no"], 1) == nil)
        #expect(match(["no"], -1) == nil)
        let hashes = ["no", "thanks"].map(WordKey.hash)
        #expect(table.match(hashes, at: 0)?.meaning == 2)
    }

    @Test("a set of words knows its words and no other")
    func words() {
        let set: WordSet = ["day", "avant", "il"]
        #expect(["day", "avant", "il"].allSatisfy { set.contains(WordKey.hash($0)) })
        #expect(!["", "da", "days", "avan"].contains { set.contains(WordKey.hash($0)) })
        #expect(!set.contains(0))
    }

    @Test("the quick look at an index finds every key that is there, and hardly another one")
    func likely() {
        var shuffle = Shuffle(seed: 3)
        let keys = (0..<5_000).map { _ in shuffle.next() }
        let index = FeatureIndex(keys: keys)
        #expect(keys.enumerated().allSatisfy { index.likely($1) == Int32($0) })
        #expect(keys.enumerated().allSatisfy { index.find($1) == Int32($0) })
        #expect((0..<20_000).allSatisfy { _ in index.likely(shuffle.next()) < 0 })
    }

    @Test("the only word one edit away is near, two of them are none")
    func near() {
        var near = NearWords()
        let shoes = near.add("shoes")
        let kettle = near.add("kettle")
        _ = near.add("cable")
        _ = near.add("table")
        let nearest = { (word: String) in near.nearest(to: word, hash: WordKey.hash(word)) }
        #expect(nearest("shoees") == shoes)
        #expect(nearest("ketlte") == kettle)
        #expect(nearest("kettle") == nil)
        #expect(nearest("xable") == nil)
        #expect(nearest("zürich") == nil)
    }

    @Test("a thing of one language is found by its tag, and changed in its place")
    func byLanguage() {
        var table = ByLanguage<[Int]>()
        table["en"] = [1]
        table["de", default: []].append(2)
        table["en", default: []].append(3)
        #expect(table["en"] == [1, 3])
        #expect(table["de"] == [2])
        #expect(table["fr"] == nil)
        #expect(table["fr", default: [7]] == [7])
    }
}
