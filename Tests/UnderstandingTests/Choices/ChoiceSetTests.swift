import Testing

@testable import Understanding

@Suite("choice sets")
struct ChoiceSetTests {
    /// Places of short and long lists, and of the ends of words.
    private static let places: [[Int]] = [
        [], [0], [63], [64], [511], [0, 1, 2], [1, 62, 63, 64, 65, 127, 128], [5, 300, 499],
        Array(0..<500), [0, 64, 128, 192, 256, 320, 384, 448],
    ]

    @Test("are what sets of numbers are")
    func sets() {
        for left in Self.places {
            let own = ChoiceSet(left)
            #expect(own.sorted() == left)
            #expect(own.count == left.count)
            #expect(own.isEmpty == left.isEmpty)
            #expect(Array(own) == left)
            #expect(own.filter { $0.isMultiple(of: 2) }.sorted() == left.filter { $0 % 2 == 0 })
            for right in Self.places {
                let (mine, other) = (Set(left), ChoiceSet(right))
                #expect(own.union(other).sorted() == mine.union(right).sorted())
                #expect(own.intersection(other).sorted() == mine.intersection(right).sorted())
                #expect(own.subtracting(other).sorted() == mine.subtracting(right).sorted())
                #expect(own.isDisjoint(with: other) == mine.isDisjoint(with: right))
                #expect(own.isSubset(of: other) == mine.isSubset(of: right))
                #expect(own.isStrictSubset(of: other) == mine.isStrictSubset(of: right))
                #expect((own == other) == (left == right))
            }
        }
    }

    @Test("hold nothing beyond their end")
    func limits() {
        var set: ChoiceSet = [3]
        for place in [-1, ChoiceSet.limit, .max, .min] {
            set.insert(place)
            #expect(!set.contains(place))
        }
        #expect(set == [3])
    }
}
