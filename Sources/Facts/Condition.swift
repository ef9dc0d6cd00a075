/// A typed condition of a flow's guard or a desk rule: `order.total >= 500 EUR`, or all / any / not of such.
public indirect enum Condition: Hashable, Sendable, Codable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case test(Comparison)

    /// The condition that is always true (an empty `all`, what `else` compiles to).
    public static let always = Condition.all([])
}

/// One test: a field of the facts, an operator, the value to compare with.
public struct Comparison: Hashable, Sendable, Codable {
    /// The field's path, as `["order", "total"]`.
    public var field: [String]
    public var relation: Relation
    public var operand: Operand

    public init(field: [String], relation: Relation, operand: Operand) {
        self.field = field
        self.relation = relation
        self.operand = operand
    }
}

/// How a comparison relates its field to its operand.
public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// The field is one of the listed values.
    case oneOf = "in"
    /// The field, a list, holds the value (or the field, a text, mentions it).
    case has
    /// The field, an instant or a day, lies at most the operand's duration before now.
    case within
    case isMissing = "is missing"
    case isSet = "is set"
}

/// What a field is compared with.
public enum Operand: Hashable, Sendable, Codable {
    case none
    case value(Value)
    case values([Value])
    /// Milliseconds (`30d`, `2h`).
    case duration(milliseconds: Int64)
    /// Another field, written with a `$`: `$item.id`.
    case field([String])
}

/// Where a condition finds its facts; `now` is needed for `within`.
public protocol FactSource {
    func value(at path: [String]) -> Value?
    var now: Instant { get }
}

extension Condition {
    /// The truth of the condition over `facts`. A missing field makes every test false but `is missing` and `!=`.
    public func holds(in facts: some FactSource) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(in: facts) }
        case .any(let parts): parts.contains { $0.holds(in: facts) }
        case .not(let part): !part.holds(in: facts)
        case .test(let comparison): comparison.holds(in: facts)
        }
    }

    /// Whether it is `always`: true without a look at any fact.
    public var isAlways: Bool { if case .all(let parts) = self { parts.isEmpty } else { false } }

    /// Every field that the condition reads, in order of writing.
    public var fields: [[String]] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.fields)
        case .not(let part): part.fields
        case .test(let comparison): comparison.fields
        }
    }

    /// Every comparison in it, in order of writing.
    public var comparisons: [Comparison] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
        case .not(let part): part.comparisons
        case .test(let comparison): [comparison]
        }
    }
}

extension Comparison {
    var fields: [[String]] {
        if case .field(let other) = operand { [field, other] } else { [field] }
    }

    func holds(in facts: some FactSource) -> Bool {
        guard let value = facts.value(at: field) else {
            return relation == .isMissing || relation == .notEqual
        }
        switch (relation, operand) {
        case (.isMissing, _): return false
        case (.isSet, _): return true
        case (.within, .duration(let milliseconds)):
            return value.lies(withinMilliseconds: milliseconds, before: facts.now)
        case (.within, _): return false
        case (.oneOf, .values(let values)): return values.contains { value.equals($0) }
        case (_, .values(let values)): return values.contains { compare(value, with: $0) }
        case (_, .value(let other)): return compare(value, with: other)
        case (_, .field(let path)):
            guard let other = facts.value(at: path) else { return relation == .notEqual }
            return compare(value, with: other)
        case (_, .none), (_, .duration): return false
        }
    }

    private func compare(_ value: Value, with other: Value) -> Bool {
        switch relation {
        case .equal, .oneOf: return value.equals(other)
        case .notEqual: return !value.equals(other)
        case .less: return value.order(against: other).map { $0 < 0 } ?? false
        case .lessOrEqual: return value.order(against: other).map { $0 <= 0 } ?? false
        case .greater: return value.order(against: other).map { $0 > 0 } ?? false
        case .greaterOrEqual: return value.order(against: other).map { $0 >= 0 } ?? false
        case .has:
            if let list = value.list { return list.contains { $0.equals(other) } }
            return value.equals(other)
        case .within, .isMissing, .isSet: return false
        }
    }
}

extension Value {
    /// Equality of what the values identify: a record equals its id, `1` equals `1.0`.
    public func equals(_ other: Value) -> Bool {
        if self == other { return true }
        let (left, right) = (identity, other.identity)
        if left == right { return true }
        return left.order(against: right) == 0
    }

    /// −1, 0 or 1 for two numbers, amounts of one currency, days, instants or texts; nil when they do not compare.
    public func order(against other: Value) -> Int? {
        func sign<T: Comparable>(_ left: T, _ right: T) -> Int {
            left < right ? -1 : left > right ? 1 : 0
        }
        switch (self, other) {
        case (.money(let left), .money(let right)):
            return left.currency == right.currency ? sign(left.minorUnits, right.minorUnits) : nil
        case (.day(let left), .day(let right)): return sign(left, right)
        case (.instant(let left), .instant(let right)): return sign(left, right)
        case (.text(let left), .text(let right)): return sign(left, right)
        default:
            guard let left = asDouble, let right = other.asDouble else { return nil }
            return sign(left, right)
        }
    }

    private var asDouble: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .text, .flag, .money, .day, .instant, .list, .record: nil
        }
    }

    fileprivate func lies(withinMilliseconds span: Int64, before now: Instant) -> Bool {
        switch self {
        case .instant(let instant):
            return instant <= now && now.milliseconds - instant.milliseconds <= span
        case .day(let day):
            let today = Day(number: Int(now.seconds / 86_400))
            return day <= today && Int64(today.number - day.number) * 86_400_000 <= span
        case .text, .integer, .number, .flag, .money, .list, .record: return false
        }
    }
}
