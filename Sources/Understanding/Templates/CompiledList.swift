/// A list as the search reads it.
final class CompiledList: Sendable {
    let kind: Kind
    /// Fired when the list is bound from outside and occurs in the text.
    let outsideCondition: Int32
    /// The values of a list of values.
    let values: [Value]
    /// Some value has a context.
    let haveContext: Bool
    /// Values that can start with anything.
    let others: [Int32]
    /// The numbers of a range.
    let range: SlotRange
    /// Literal of the trie → number.
    let words: [Int32: Double]
    /// Scalars that values can start with, ascending; value indices by scalar.
    private let firsts: [UInt32]
    private let firstStarts: [Int32]
    private let firstValues: [Int32]

    enum Kind: UInt8, Sendable {
        case values, range, wildcard
        /// Known only with the text: spans that somebody else found, or a list given with the case.
        case outside
    }

    struct Value: Sendable {
        var node: Int32
        var output: MatchValue
        /// By key.
        var context: [(key: String, value: MatchValue)]
        /// Scalars that it can start with; nil: any.
        var firsts: Set<UInt32>?
    }

    init(
        _ kind: Kind, outsideCondition: Int32, values: [Value] = [],
        range: SlotRange = SlotRange(from: 0, to: 0), words: [Int32: Double] = [:]
    ) {
        self.kind = kind
        self.outsideCondition = outsideCondition
        self.values = values
        self.range = range
        self.words = words
        haveContext = values.contains { !$0.context.isEmpty }
        var byFirst: [UInt32: [Int32]] = [:]
        var others: [Int32] = []
        for (index, value) in values.enumerated() {
            guard let scalars = value.firsts else {
                others.append(Int32(index))
                continue
            }
            for scalar in scalars { byFirst[scalar, default: []].append(Int32(index)) }
        }
        self.others = others
        firsts = byFirst.keys.sorted()
        let groups = firsts.map { byFirst[$0] ?? [] }
        firstValues = groups.flatMap { $0 }
        firstStarts = groups.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    }

    /// It has neither values nor numbers.
    var isKnownByKind: Bool { kind == .outside || kind == .wildcard }

    /// Places of the values that can start with the scalar, `others` apart; see `value(at:)`.
    func places(startingWith scalar: UInt32) -> Range<Int> {
        var low = 0
        var high = firsts.count
        while low < high {
            let middle = (low + high) / 2
            if firsts[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < firsts.count, firsts[low] == scalar else { return 0..<0 }
        return Int(firstStarts[low])..<Int(firstStarts[low + 1])
    }

    /// Index of the value at a place.
    func value(at place: Int) -> Int32 {
        firstValues[place]
    }

    /// Whether a value may start somewhere in the text.
    func mayOccur(in text: [UInt32]) -> Bool {
        if kind != .values || !others.isEmpty { return true }
        if values.isEmpty { return false }
        for scalar in text where !places(startingWith: scalar).isEmpty { return true }
        return false
    }
}
