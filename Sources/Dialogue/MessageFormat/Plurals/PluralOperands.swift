/// What a plural rule looks at: the digits of a number as it is written (UTS 35, "Plural
/// operands").
public struct PluralOperands: Equatable, Sendable {
    /// `i`: the integer digits. Above 18 digits, the last 18 with a leading 1: the rules see no
    /// difference.
    var integer: UInt64 = 0
    /// `v` and `f`: how many fraction digits are written, and their value (at most the first 18).
    var fractionCount = 0
    var fraction: UInt64 = 0
    /// `w` and `t`: the same without trailing zeros.
    var trimmedCount = 0
    var trimmed: UInt64 = 0
    /// `c` and `e`: the exponent of a compact form, as 6 in `1.2c6`.
    var exponent = 0

    /// Reads digits as they are written: `1`, `1.20`, `1.2c6`; nil for anything else. A sign is
    /// ignored.
    public init?(_ text: String) {
        var body = text.utf8[...]
        if body.first == UInt8(ascii: "-") { body = body.dropFirst() }
        if let mark = body.firstIndex(where: { $0 == UInt8(ascii: "c") || $0 == UInt8(ascii: "e") })
        {
            guard let value = Int(Substring(body[body.index(after: mark)...])),
                (0...15).contains(value)
            else { return nil }
            exponent = value
            body = body[..<mark]
        }
        let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2,
            parts.allSatisfy({ $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
        else { return nil }
        let digits = parts.count == 2 ? Array(parts[1]) : []
        set(integer: Array(whole), fraction: digits)
    }

    /// Moves the exponent's digits to the integer, and stores both sides.
    private mutating func set(integer whole: [UInt8], fraction digits: [UInt8]) {
        let zeros = [UInt8](repeating: 0x30, count: max(0, exponent - digits.count))
        let all = whole + digits.prefix(exponent) + zeros
        let rest = digits.dropFirst(exponent)
        integer = Self.number(all.suffix(18)) + (Self.isLong(all) ? Self.beyond : 0)
        fractionCount = rest.count
        fraction = Self.number(rest.prefix(18))
        let kept = rest.reversed().drop { $0 == 0x30 }.reversed()
        trimmedCount = kept.count
        trimmed = Self.number(Array(kept).prefix(18))
    }

    private static let beyond: UInt64 = 1_000_000_000_000_000_000

    private static func isLong(_ digits: [UInt8]) -> Bool {
        digits.count > 18 && digits.dropLast(18).contains { $0 != 0x30 }
    }

    private static func number(_ digits: some Sequence<UInt8>) -> UInt64 {
        digits.reduce(0) { $0 &* 10 &+ UInt64($1 &- 0x30) }
    }
}
