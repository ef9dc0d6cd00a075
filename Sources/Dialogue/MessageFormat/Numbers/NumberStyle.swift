/// How a number is written; the resolved options of `:number`, `:integer`, `:percent` and
/// `:currency`.
struct NumberStyle: Equatable, Sendable {
    enum SignDisplay: String { case auto, always, never, exceptZero, negative }
    enum Grouping: String { case auto, always, never, min2 }

    var signDisplay = SignDisplay.auto
    var grouping = Grouping.auto
    var minimumIntegerDigits = 1
    /// Nil: 0, or what the kind of number asks for.
    var minimumFractionDigits: Int?
    /// Nil: the larger of the minimum and what the kind of number asks for.
    var maximumFractionDigits: Int?
    /// With one of these, the fraction digits are not looked at.
    var minimumSignificantDigits: Int?
    var maximumSignificantDigits: Int?
    /// Drops the fraction of a whole amount.
    var stripsZeroFraction = false

    /// The digits of `number` under this style, without marks; `fractionDigits` are the kind's own
    /// bounds.
    func digits(of number: DecimalNumber, fractionDigits: ClosedRange<Int>) -> WrittenNumber {
        var written = usesSignificantDigits ? significant(number) : fixed(number, fractionDigits)
        if stripsZeroFraction, written.fraction.allSatisfy({ $0 == 0 }) { written.fraction = [] }
        let missing = minimumIntegerDigits - written.integer.count
        if missing > 0 { written.integer = [UInt8](repeating: 0, count: missing) + written.integer }
        return written
    }

    private var usesSignificantDigits: Bool {
        minimumSignificantDigits != nil || maximumSignificantDigits != nil
    }

    private func fixed(_ number: DecimalNumber, _ bounds: ClosedRange<Int>) -> WrittenNumber {
        let minimum = minimumFractionDigits ?? min(bounds.lowerBound, maximumFractionDigits ?? .max)
        let maximum = max(minimum, maximumFractionDigits ?? bounds.upperBound)
        let rounded = number.rounded(toFractionDigits: maximum)
        return WrittenNumber(rounded, minimumFractionDigits: minimum)
    }

    private func significant(_ number: DecimalNumber) -> WrittenNumber {
        let minimum = minimumSignificantDigits ?? 1
        let rounded = number.rounded(
            toSignificantDigits: max(minimum, maximumSignificantDigits ?? 21, 1))
        let wholeDigits = rounded.digits.count - rounded.scale
        let fraction = rounded.isZero ? minimum - 1 : minimum - wholeDigits
        return WrittenNumber(rounded, minimumFractionDigits: max(0, fraction))
    }
}

/// A number as its digits will stand, before the locale's marks.
struct WrittenNumber: Equatable, Sendable {
    var isNegative: Bool
    var isZero: Bool
    /// Each 0…9, at least one.
    var integer: [UInt8]
    var fraction: [UInt8]

    init(_ number: DecimalNumber, minimumFractionDigits: Int) {
        isNegative = number.isNegative
        isZero = number.isZero
        integer = number.integerDigits
        fraction = number.fractionDigits
        let missing = minimumFractionDigits - fraction.count
        if missing > 0 { fraction += [UInt8](repeating: 0, count: missing) }
    }

    /// What the plural rules look at.
    var pluralOperands: PluralOperands? {
        let point: [UInt8] = fraction.isEmpty ? [] : [UInt8(ascii: ".")]
        return PluralOperands(
            String(
                decoding: integer.map { $0 + 0x30 } + point + fraction.map { $0 + 0x30 },
                as: UTF8.self))
    }
}
