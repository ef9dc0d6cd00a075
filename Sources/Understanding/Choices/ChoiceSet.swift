/// Some of a list's choices, by their places: a bit each. Words name, describe and rule out choices at every step of
/// reading, and a list has few.
struct ChoiceSet: Sendable {
    private static let wordCount = 8
    /// Places from here on are in no set: a longer list is not read to its end.
    static let limit = wordCount * UInt64.bitWidth

    private var words = InlineArray<8, UInt64>(repeating: 0)

    init() {}

    init(_ places: some Sequence<Int>) {
        for place in places { insert(place) }
    }

    var isEmpty: Bool {
        for place in words.indices where words[place] != 0 { return false }
        return true
    }

    var count: Int {
        var count = 0
        for place in words.indices { count += words[place].nonzeroBitCount }
        return count
    }

    func contains(_ choice: Int) -> Bool {
        guard choice >= 0, choice < Self.limit else { return false }
        return words[choice / UInt64.bitWidth] & Self.bit(choice) != 0
    }

    mutating func insert(_ choice: Int) {
        guard choice >= 0, choice < Self.limit else { return }
        words[choice / UInt64.bitWidth] |= Self.bit(choice)
    }

    private static func bit(_ choice: Int) -> UInt64 { 1 << UInt64(choice % UInt64.bitWidth) }

    // MARK: Several sets

    mutating func formUnion(_ other: ChoiceSet) { self = union(other) }

    mutating func formIntersection(_ other: ChoiceSet) { self = intersection(other) }

    func union(_ other: ChoiceSet) -> ChoiceSet { combined(with: other) { $0 | $1 } }

    func intersection(_ other: ChoiceSet) -> ChoiceSet { combined(with: other) { $0 & $1 } }

    func subtracting(_ other: ChoiceSet) -> ChoiceSet { combined(with: other) { $0 & ~$1 } }

    func isDisjoint(with other: ChoiceSet) -> Bool { intersection(other).isEmpty }

    func isSubset(of other: ChoiceSet) -> Bool { subtracting(other).isEmpty }

    func isStrictSubset(of other: ChoiceSet) -> Bool { self != other && isSubset(of: other) }

    private func combined(
        with other: ChoiceSet, _ combine: (UInt64, UInt64) -> UInt64
    ) -> ChoiceSet {
        var both = ChoiceSet()
        for place in words.indices { both.words[place] = combine(words[place], other.words[place]) }
        return both
    }

    /// Those for which it holds.
    func filter(_ holds: (Int) -> Bool) -> ChoiceSet {
        var those = ChoiceSet()
        for choice in self where holds(choice) { those.insert(choice) }
        return those
    }
}

extension ChoiceSet: Equatable {
    static func == (left: ChoiceSet, right: ChoiceSet) -> Bool {
        for place in left.words.indices where left.words[place] != right.words[place] {
            return false
        }
        return true
    }
}

extension ChoiceSet: ExpressibleByArrayLiteral {
    init(arrayLiteral places: Int...) { self.init(places) }
}

extension ChoiceSet: Sequence {
    /// In ascending order.
    struct Iterator: IteratorProtocol {
        fileprivate var left: ChoiceSet
        private var place = 0

        fileprivate init(_ left: ChoiceSet) { self.left = left }

        mutating func next() -> Int? {
            while place < ChoiceSet.wordCount {
                let word = left.words[place]
                if word != 0 {
                    left.words[place] = word & (word - 1)
                    return place * UInt64.bitWidth + word.trailingZeroBitCount
                }
                place += 1
            }
            return nil
        }
    }

    func makeIterator() -> Iterator { Iterator(self) }

    var underestimatedCount: Int { count }
}
