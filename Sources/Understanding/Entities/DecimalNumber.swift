import Facts

/// An exact decimal number: `digits` divided by ten to the power of `decimals`.
struct DecimalNumber: Equatable, Sendable {
    var digits: Int
    /// 0…18.
    var decimals: Int = 0

    /// `.integer` for a whole number, else `.number`.
    var value: Value {
        if decimals == 0 { return .integer(digits) }
        let power = DecimalNumber.power(decimals) ?? 1
        if digits % power == 0 { return .integer(digits / power) }
        return .number(Double(digits) / Double(power))
    }

    var isWhole: Bool { decimals == 0 }

    /// The number times `factor`; nil when it does not fit.
    func times(_ factor: Int) -> DecimalNumber? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
        return overflow ? nil : DecimalNumber(digits: product, decimals: decimals)
    }

    /// In minor units of a currency with `places` decimals, rounded towards zero; nil on overflow.
    func minorUnits(places: Int) -> Int? {
        if decimals <= places {
            guard let power = DecimalNumber.power(places - decimals) else { return nil }
            let (product, overflow) = digits.multipliedReportingOverflow(by: power)
            return overflow ? nil : product
        }
        guard let power = DecimalNumber.power(decimals - places) else { return nil }
        return digits / power
    }

    /// Ten to the power of `exponent`; nil outside 0…18.
    static func power(_ exponent: Int) -> Int? {
        guard (0...18).contains(exponent) else { return nil }
        return (0..<exponent).reduce(1) { product, _ in product * 10 }
    }

    /// Reads digits with separators, as `1,234.50`, `1.234,50`, `12,5` or `1'000`.
    ///
    /// A lone separator of the other style before exactly three digits groups thousands; nil for
    /// what is no
    /// number (`192.168.1.2`) or has more than 18 digits.
    init?(written bytes: ArraySlice<UInt8>, usesDecimalComma: Bool) {
        if !bytes.isEmpty, bytes.count <= 18, bytes.allSatisfy({ $0.isDigit }) {
            self.init(digits: bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            return
        }
        let separators = bytes.filter { !$0.isDigit }
        let kinds = Set(separators)
        let groups = bytes.split(omittingEmptySubsequences: false) { !$0.isDigit }
        guard !groups.contains(where: \.isEmpty), kinds.count <= 2 else { return nil }
        var decimalGroup: ArraySlice<UInt8>?
        var whole = groups
        if let last = separators.last, let lastGroup = groups.last {
            let count = separators.filter { $0 == last }.count
            let isDecimalSign = last == UInt8(ascii: usesDecimalComma ? "," : ".")
            let groupsThousands = lastGroup.count == 3 && groups[0].count <= 3
            if kinds.count == 2 {
                guard count == 1 else { return nil }
                decimalGroup = lastGroup
            } else if count == 1, last != UInt8(ascii: "'") || lastGroup.count == 2,
                isDecimalSign || !groupsThousands
            {
                decimalGroup = lastGroup
            }
            if decimalGroup != nil { whole.removeLast() }
        }
        guard whole.count < 2 || DecimalNumber.isGrouped(whole) else { return nil }
        let fraction = decimalGroup ?? []
        let all = whole.joined() + fraction
        guard all.count <= 18, let digits = Int(String(decoding: all, as: UTF8.self)) else {
            return nil
        }
        self.init(digits: digits, decimals: fraction.count)
    }

    /// Groups of three after the first, or of two before the last (12,34,567).
    private static func isGrouped(_ groups: [ArraySlice<UInt8>]) -> Bool {
        guard let first = groups.first, let last = groups.last, last.count == 3,
            (1...3).contains(first.count)
        else { return false }
        let middle = groups.dropFirst().dropLast()
        return middle.allSatisfy { $0.count == 3 } || middle.allSatisfy { $0.count == 2 }
    }

    init(digits: Int, decimals: Int = 0) {
        self.digits = digits
        self.decimals = decimals
    }
}
