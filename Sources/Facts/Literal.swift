extension Value {
    /// The value that a pack's text stands for: `true`, `12`, `1.5`, `500 EUR`, `2026-03-02`;
    /// quotes make anything a text, and what is none of these is a text as it stands.
    public init(literal text: String) {
        if let quoted = Value.unquoted(text) {
            self = .text(quoted)
        } else if text == "true" || text == "false" {
            self = .flag(text == "true")
        } else if Value.isNumeral(text), let integer = Int(text) {
            self = .integer(integer)
        } else if Value.isNumeral(text), let number = Double(text), number.isFinite {
            self = .number(number)
        } else if let day = Day(iso: text) {
            self = .day(day)
        } else if let money = Value.money(text) {
            self = .money(money)
        } else {
            self = .text(text)
        }
    }

    /// The text between equal quotes, nil for a text without them.
    private static func unquoted(_ text: String) -> String? {
        let bytes = text.utf8
        guard bytes.count >= 2, let first = bytes.first, first == bytes.last,
            first == 0x22 || first == 0x27
        else { return nil }
        return String(text.dropFirst().dropLast())
    }

    /// `12`, `-1.5`: neither `1e5` nor `0x10` nor `+1`.
    private static func isNumeral(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, let last = digits.last, first != 0x2E, last != 0x2E else {
            return false
        }
        return digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
            && digits.count { $0 == 0x2E } <= 1
    }

    private static func money(_ text: String) -> Money? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[1].utf8.count == 3,
            parts[1].utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
        else { return nil }
        return Money(decimalText: String(parts[0]), currency: String(parts[1]))
    }
}

extension Duration {
    /// Reads `30s`, `10m`, `12h`, `30d`, `2w` and joined ones, `1h30m`; nil for anything else, and
    /// for more than 100 years.
    public init?(shortText text: String) {
        var total: Int64 = 0
        var number: Int64?
        for byte in text.utf8 {
            if byte >= 0x30 && byte <= 0x39 {
                let next = (number ?? 0) * 10 + Int64(byte - 0x30)
                guard next < 10_000_000_000 else { return nil }
                number = next
                continue
            }
            guard let count = number, let unit = Duration.seconds(ofUnit: byte) else { return nil }
            total += count * unit
            guard total <= 3_155_760_000 else { return nil }
            number = nil
        }
        guard number == nil, !text.isEmpty else { return nil }
        self = .seconds(total)
    }

    private static func seconds(ofUnit letter: UInt8) -> Int64? {
        switch letter {
        case UInt8(ascii: "s"): 1
        case UInt8(ascii: "m"): 60
        case UInt8(ascii: "h"): 3600
        case UInt8(ascii: "d"): 86_400
        case UInt8(ascii: "w"): 604_800
        default: nil
        }
    }
}
