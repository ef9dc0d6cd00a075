import Facts

/// What can be proved about conditions without facts: enough to find rules that cannot match or
/// never count.
extension Condition {
    /// Why the condition can never hold; nil when no proof was found.
    package var impossibility: String? {
        switch self {
        case .all(let parts):
            if let reason = parts.lazy.compactMap(\.impossibility).first { return reason }
            return Condition.clash(parts)
        case .any(let parts):
            if parts.isEmpty { return "'any' of nothing" }
            let reasons = parts.compactMap(\.impossibility)
            return reasons.count == parts.count ? reasons.first : nil
        case .not(let part): return part.isAlways ? "'not' of what always holds" : nil
        case .test: return nil
        }
    }

    private var isAlways: Bool { if case .all(let parts) = self { parts.isEmpty } else { false } }

    /// Whether, by their form alone, `other` holds whenever this does.
    func implies(_ other: Condition) -> Bool {
        if self == other { return true }
        switch (self, other) {
        case (_, .all(let parts)): return parts.allSatisfy { implies($0) }
        case (.all(let parts), _) where parts.contains { $0.implies(other) }: return true
        case (_, .any(let parts)): return parts.contains { implies($0) }
        case (.any(let parts), _): return !parts.isEmpty && parts.allSatisfy { $0.implies(other) }
        case (.test(let left), .test(let right)): return left.implies(right)
        case (.all, _), (.not, _), (.test, _): return false
        }
    }

    /// Two tests of one field that exclude each other.
    private static func clash(_ parts: [Condition]) -> String? {
        let tests = parts.compactMap { if case .test(let test) = $0 { test } else { nil } }
        for (index, left) in tests.enumerated() {
            for right in tests[(index + 1)...] where left.excludes(right) {
                return "two tests of '\(left.field.joined(separator: "."))' exclude each other"
            }
        }
        return nil
    }
}

extension Comparison {
    /// `total >= 600 EUR` implies `total >= 500 EUR`; of one field only.
    fileprivate func implies(_ other: Comparison) -> Bool {
        guard field == other.field, case .value(let left) = operand else { return false }
        if other.relation == .isSet { return relation != .notEqual }
        guard case .value(let right) = other.operand, let order = left.order(against: right) else {
            return false
        }
        return switch (relation, other.relation) {
        case (.equal, .equal): order == 0
        case (.equal, .notEqual): order != 0
        case (.greater, .greater), (.greaterOrEqual, .greaterOrEqual), (.greater, .greaterOrEqual),
            (.equal, .greaterOrEqual):
            order >= 0
        case (.greaterOrEqual, .greater), (.equal, .greater): order > 0
        case (.less, .less), (.lessOrEqual, .lessOrEqual), (.less, .lessOrEqual),
            (.equal, .lessOrEqual):
            order <= 0
        case (.lessOrEqual, .less), (.equal, .less): order < 0
        case (.equal, _), (.notEqual, _), (.less, _), (.lessOrEqual, _), (.greater, _),
            (.greaterOrEqual, _), (.oneOf, _), (.has, _), (.within, _), (.isMissing, _),
            (.isSet, _):
            false
        }
    }

    /// Whether no value of the field passes both.
    fileprivate func excludes(_ other: Comparison) -> Bool {
        guard field == other.field else { return false }
        if relation == .isMissing {
            return other.relation != .isMissing && other.relation != .notEqual
        }
        if other.relation == .isMissing { return other.excludes(self) }
        if case .value(.flag(let left)) = operand, case .value(.flag(let right)) = other.operand {
            let isSame = relation == other.relation
            return [.equal, .notEqual].contains(relation)
                && [.equal, .notEqual].contains(other.relation)
                && (isSame ? left != right && relation == .equal : left == right)
        }
        guard case .value(let left) = operand, case .value(let right) = other.operand,
            let order = left.order(against: right)
        else { return false }
        return switch (relation, other.relation) {
        case (.equal, .equal): order != 0
        case (.equal, .notEqual), (.notEqual, .equal): order == 0
        case (.greater, .less), (.greaterOrEqual, .less), (.greater, .lessOrEqual),
            (.equal, .less), (.greater, .equal):
            order >= 0
        case (.greaterOrEqual, .lessOrEqual), (.equal, .lessOrEqual), (.greaterOrEqual, .equal):
            order > 0
        case (.less, .greater), (.less, .greaterOrEqual), (.lessOrEqual, .greater),
            (.equal, .greater), (.less, .equal):
            order <= 0
        case (.lessOrEqual, .greaterOrEqual), (.equal, .greaterOrEqual), (.lessOrEqual, .equal):
            order < 0
        case (.notEqual, _), (.equal, _), (.less, _), (.lessOrEqual, _), (.greater, _),
            (.greaterOrEqual, _), (.oneOf, _), (.has, _), (.within, _), (.isMissing, _),
            (.isSet, _):
            false
        }
    }
}
