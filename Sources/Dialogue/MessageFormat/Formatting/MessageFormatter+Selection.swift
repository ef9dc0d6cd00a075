/// Choosing the variant of a `.match` (the specification's "Pattern Selection").
extension MessageFormatter {
    /// The body's pattern, or that of the variant whose keys match best: exact before category
    /// before `*`, the first selector weighing most, then the order of writing.
    mutating func selectedPattern() -> [MessageModel.Element] {
        switch model.body {
        case .pattern(let pattern): return pattern
        case .select(let selectors, let variants):
            var columns: [[Int?]] = []
            for (place, selector) in selectors.enumerated() {
                columns.append(
                    ranks(of: variants.map { $0.keys[place] }, selector: selector.variable))
            }
            var best: (ranks: [Int], pattern: [MessageModel.Element])?
            for (place, variant) in variants.enumerated() {
                let ranks = columns.compactMap { $0[place] }
                guard ranks.count == columns.count else { continue }
                if best.map({ ranks.lexicographicallyPrecedes($0.ranks) }) ?? true {
                    best = (ranks, variant.pattern)
                }
            }
            return best?.pattern ?? []
        }
    }

    /// The rank of each key for the selector, 0 the best; nil where the key does not match.
    private mutating func ranks(of keys: [MessageModel.Key], selector: String) -> [Int?] {
        let value = variable(selector)
        guard value.canSelect else {
            note(.badSelector, "$" + selector)
            return keys.map { $0 == .any ? Self.catchAllRank : nil }
        }
        return keys.map { key in
            switch key {
            case .any: return Self.catchAllRank
            case .literal(let text): return rank(of: text, for: value)
            }
        }
    }

    private static let catchAllRank = 2

    private mutating func rank(of key: String, for value: ResolvedValue) -> Int? {
        switch value.content {
        case .string(let text): return text == key ? 0 : nil
        case .number(let number): return rank(of: key, for: number)
        case .suite(let suite): return suite.keys.firstIndex(of: key)
        case .failed, .plain, .money, .moment, .list: return nil
        }
    }

    private mutating func rank(of key: String, for value: NumberValue) -> Int? {
        if let exact = DecimalNumber(literal: key) { return exact == value.number ? 0 : nil }
        guard let category = PluralCategory(rawValue: key) else {
            note(.badVariantKey, key)
            return nil
        }
        let kind: PluralRules.Kind
        switch value.selection {
        case .plural: kind = .cardinal
        case .ordinal: kind = .ordinal
        case .exact, .none: return nil
        }
        guard let operands = value.written.pluralOperands else { return nil }
        return PluralRules.category(of: operands, locale: locale.key, kind: kind) == category
            ? 1 : nil
    }
}

extension ResolvedValue {
    fileprivate var canSelect: Bool {
        switch content {
        case .string: true
        case .number(let number): number.selection != .none
        case .suite(let suite): suite.canSelect
        case .failed, .plain, .money, .moment, .list: false
        }
    }
}
