/// An exact decimal number: ±digits × 10^−scale. Formatting and plural rules need the digits as
/// they are written, which binary floating point does not keep.
struct DecimalNumber: Equatable, Sendable {
    /// False for zero.
    private(set) var isNegative: Bool
    /// Each 0…9, without leading zeros; empty for zero.
    private(set) var digits: [UInt8]
    /// How many of the digits are fraction digits, 0…1000; no trailing zero among them.
    private(set) var scale: Int

    static let zero = DecimalNumber(isNegative: false, digits: [], scale: 0)

    /// Larger exponents and longer literals are refused.
    private static let maximumDigits = 500

    init(isNegative: Bool, digits: [UInt8], scale: Int) {
        let kept = digits.drop { $0 == 0 }
        self.isNegative = isNegative && !kept.isEmpty
        self.digits = Array(kept) + [UInt8](repeating: 0, count: kept.isEmpty ? 0 : max(0, -scale))
        self.scale = max(0, scale)
        while self.scale > 0, self.digits.last == 0 {
            self.digits.removeLast()
            self.scale -= 1
        }
        if self.digits.isEmpty { self.scale = 0 }
    }

    init(_ integer: Int) {
        self.init(
            isNegative: integer < 0, digits: String(integer.magnitude).utf8.map { $0 - 0x30 },
            scale: 0)
    }

    /// The shortest decimal that reads back as `double`; nil for infinities and NaN.
    init?(_ double: Double) {
        guard double.isFinite else { return nil }
        self.init(literal: "\(double)")
    }

    /// Rule `number-literal`, that of JSON: `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?`.
    init?(literal text: String) {
        guard text.utf8.count <= Self.maximumDigits else { return nil }
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty, whole.first != 0x30 || whole.count == 1 else { return nil }
        rest = rest.dropFirst(whole.count)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
        guard let exponent = Self.exponent(rest) else { return nil }
        self.init(
            isNegative: isNegative, digits: (whole + fraction).map { $0 - 0x30 },
            scale: fraction.count - exponent)
    }

    /// 0 for no exponent; nil for a malformed one or one beyond ±`maximumDigits`.
    private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
        guard let mark = text.first else { return 0 }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
        var digits = text.dropFirst()
        let sign = digits.first == UInt8(ascii: "-") ? -1 : 1
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
            digits = digits.dropFirst()
        }
        guard !digits.isEmpty, digits.allSatisfy(isDigit),
            let value = Int(Substring(String(decoding: digits, as: UTF8.self))),
            value <= maximumDigits
        else { return nil }
        return sign * value
    }

    var isZero: Bool { digits.isEmpty }

    /// The integer digits, at least one.
    var integerDigits: [UInt8] {
        digits.count > scale ? Array(digits.dropLast(scale)) : [0]
    }

    /// The fraction digits, without trailing zeros.
    var fractionDigits: [UInt8] {
        let missing = max(0, scale - digits.count)
        return [UInt8](repeating: 0, count: missing) + digits.suffix(scale)
    }

    /// The plain literal, `-1234.5`.
    var literal: String {
        let whole = String(decoding: integerDigits.map { $0 + 0x30 }, as: UTF8.self)
        let fraction = String(decoding: fractionDigits.map { $0 + 0x30 }, as: UTF8.self)
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
}

extension DecimalNumber {
    /// This × 10^`power`; `power` within ±1000.
    func shifted(by power: Int) -> DecimalNumber {
        DecimalNumber(isNegative: isNegative, digits: digits, scale: scale - power)
    }

    /// Rounded half away from zero to at most `count` fraction digits (negative: tens, hundreds…).
    func rounded(toFractionDigits count: Int) -> DecimalNumber {
        let dropped = scale - count
        guard dropped > 0 else { return self }
        guard dropped <= digits.count else {
            return DecimalNumber(isNegative: isNegative, digits: [], scale: 0)
        }
        var kept = Array(digits.dropLast(dropped))
        if let first = digits.suffix(dropped).first, first >= 5 { Self.increment(&kept) }
        return DecimalNumber(isNegative: isNegative, digits: kept, scale: count)
    }

    /// Rounded half away from zero to at most `count` significant digits, `count` ≥ 1.
    func rounded(toSignificantDigits count: Int) -> DecimalNumber {
        digits.count > count ? rounded(toFractionDigits: scale - (digits.count - count)) : self
    }

    private static func increment(_ digits: inout [UInt8]) {
        for place in digits.indices.reversed() {
            guard digits[place] == 9 else {
                digits[place] += 1
                return
            }
            digits[place] = 0
        }
        digits.insert(1, at: 0)
    }

    /// The sum; nil where the digits pass what 64 bits hold.
    func adding(_ integer: Int) -> DecimalNumber? {
        guard digits.count <= 18, scale <= 18 else { return nil }
        let magnitude = digits.reduce(0) { $0 * 10 + Int($1) }
        let power = (0..<scale).reduce(1) { result, _ in result * 10 }
        let (addend, tooLarge) = integer.multipliedReportingOverflow(by: power)
        let (sum, overflow) = (isNegative ? -magnitude : magnitude).addingReportingOverflow(addend)
        guard !tooLarge, !overflow else { return nil }
        let absolute = DecimalNumber(
            isNegative: sum < 0, digits: String(sum.magnitude).utf8.map { $0 - 0x30 }, scale: scale)
        return absolute
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
