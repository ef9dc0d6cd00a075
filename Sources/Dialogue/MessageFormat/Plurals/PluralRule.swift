/// One category and its condition: `or` of `and` of relations such as `i % 10 = 2..4`.
struct PluralRule: Sendable {
    var category: PluralCategory
    var alternatives: [[Relation]]

    struct Relation: Sendable {
        /// One of `n i v f w t c e`.
        var operand: Character
        /// Nil where there is no `%`.
        var modulus: UInt64?
        var isNegated: Bool
        var ranges: [ClosedRange<UInt64>]
    }

    func holds(for operands: PluralOperands) -> Bool {
        alternatives.contains { $0.allSatisfy { $0.holds(for: operands) } }
    }
}

extension PluralRule.Relation {
    func holds(for operands: PluralOperands) -> Bool {
        isInRanges(operands) != isNegated
    }

    private func isInRanges(_ operands: PluralOperands) -> Bool {
        if operand == "n", operands.trimmedCount > 0 { return false }
        let value = value(of: operands)
        let rest = modulus.map { value % $0 } ?? value
        return ranges.contains { $0.contains(rest) }
    }

    private func value(of operands: PluralOperands) -> UInt64 {
        switch operand {
        case "v": UInt64(operands.fractionCount)
        case "f": operands.fraction
        case "w": UInt64(operands.trimmedCount)
        case "t": operands.trimmed
        case "c", "e": UInt64(operands.exponent)
        default: operands.integer  // n (without a fraction) and i
        }
    }
}

/// Reading the rule syntax of CLDR. A part that cannot be read gives nil; a test reads every rule.
extension PluralRule {
    /// Reads `few: n % 10 = 2..4 and n % 100 != 12..14`.
    init?(_ text: Substring) {
        let halves = text.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, let category = PluralCategory(rawValue: trimmed(halves[0])) else {
            return nil
        }
        self.category = category
        alternatives = []
        for alternative in words(halves[1]).split(separator: "or") {
            var relations: [Relation] = []
            for relation in alternative.split(separator: "and") {
                guard let relation = Relation(Array(relation)) else { return nil }
                relations.append(relation)
            }
            alternatives.append(relations)
        }
    }
}

extension PluralRule.Relation {
    /// Reads the words `i % 10 = 2..4,7`.
    fileprivate init?(_ words: [Substring]) {
        guard let name = words.first?.first, "nivfwtce".contains(name) else { return nil }
        var rest = words.dropFirst()
        operand = name
        if rest.first == "%" {
            guard let number = rest.dropFirst().first.flatMap({ UInt64($0) }), number > 0 else {
                return nil
            }
            modulus = number
            rest = rest.dropFirst(2)
        }
        guard rest.count == 2, let sign = rest.first, let list = rest.last else { return nil }
        isNegated = sign == "!="
        ranges = []
        for item in list.split(separator: ",") {
            let ends = item.split(separator: ".").compactMap { UInt64($0) }
            guard let low = ends.first, let high = ends.last, low <= high else { return nil }
            ranges.append(low...high)
        }
    }
}

private func words(_ text: Substring) -> [Substring] { text.split(separator: " ") }

private func trimmed(_ text: Substring) -> String { words(text).joined(separator: " ") }
