/// An exact amount: a whole number of minor units (cents) of one currency.
public struct Money: Hashable, Sendable, Codable {
    /// Minor units; negative for a debt.
    public var minorUnits: Int
    /// ISO 4217 code in capitals, as `EUR`.
    public var currency: String

    public init(minorUnits: Int, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// How many decimal digits the currency has (ISO 4217): 0 for yen and won, 2 for most.
    public static func decimals(of currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "PYG", "UGX": 0
        case "BHD", "KWD", "OMR", "JOD", "TND", "IQD", "LYD": 3
        default: 2
        }
    }

    /// Plain decimal text without a currency sign: `1234.50`.
    public var decimalText: String {
        let digits = Money.decimals(of: currency)
        guard digits > 0 else { return String(minorUnits) }
        let text = (minorUnits.magnitude == 0 ? "0" : String(minorUnits.magnitude))
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        let whole = padded.dropLast(digits)
        return (minorUnits < 0 ? "-" : "") + whole + "." + padded.suffix(digits)
    }

    /// Reads `12`, `12.5` or `-12.50`; nil for other text, too many decimals or an overflow.
    public init?(decimalText text: String, currency: String) {
        let digits = Money.decimals(of: currency)
        let negative = text.hasPrefix("-")
        let body = negative ? text.dropFirst() : text[...]
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.utf8.count <= digits, (whole + fraction).utf8.allSatisfy(Money.isDigit)
        else { return nil }
        let padding = String(repeating: "0", count: digits - fraction.utf8.count)
        guard let units = Int(whole + fraction + padding) else { return nil }
        self.init(minorUnits: negative ? -units : units, currency: currency)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
