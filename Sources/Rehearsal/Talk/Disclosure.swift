/// Something that looks like a real person's: what a transcript must not hold. Only forms that prove themselves count,
/// by a checksum or a domain, so that an order number is none.
public struct Disclosure: Equatable, Sendable {
    public var kind: Kind
    /// As it stands in the text.
    public var text: String

    public enum Kind: String, Sendable, CaseIterable {
        case email, card, iban

        /// `a card number`, for messages.
        var title: String {
            switch self {
            case .email: "an e-mail address"
            case .card: "a card number"
            case .iban: "an account number"
            }
        }
    }

    /// The first one in a line; nil where there is none. The synthetic values of the placeholders are none.
    public static func first(in line: String) -> Disclosure? {
        guard line.utf8.count < 100_000 else { return nil }
        return email(in: line) ?? number(in: line)
    }

    // MARK: E-mail

    private static func email(in line: String) -> Disclosure? {
        guard line.utf8.contains(UInt8(ascii: "@")) else { return nil }
        let words = line.split { $0.isWhitespace || "<>()\"',;:=".contains($0) }
        for word in words {
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { continue }
            let labels = parts[1].lowercased().split(separator: ".").map(String.init)
            guard labels.count > 1, !isReserved(labels) else { continue }
            return Disclosure(kind: .email, text: String(word))
        }
        return nil
    }

    /// Domains that nobody can own (RFC 2606), and `example` under any top level.
    private static func isReserved(_ labels: [String]) -> Bool {
        labels.contains("example") || ["test", "invalid", "localhost"].contains(labels.last)
    }

    // MARK: Numbers

    /// Groups of letters and digits, one behind the other with a blank or a hyphen between: a number is some of them
    /// in a row.
    private static func number(in line: String) -> Disclosure? {
        guard line.utf8.count(where: { (48...57).contains($0) }) >= 11 else { return nil }
        let rows = line.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || " -".contains($0)) }
        for row in rows {
            let groups = row.split { " -".contains($0) }
            for first in groups.indices {
                if let found = number(from: groups[first...]) { return found }
            }
        }
        return nil
    }

    /// A number that begins with the first group.
    private static func number(from groups: ArraySlice<Substring>) -> Disclosure? {
        var text = ""
        for group in groups {
            text += group
            guard text.count <= 34 else { return nil }
            guard text.count >= 13, !synthetic.contains(text) else { continue }
            if isCard(text) { return Disclosure(kind: .card, text: text) }
            if isIBAN(text) { return Disclosure(kind: .iban, text: text) }
        }
        return nil
    }

    private static let synthetic: Set<String> = Set(
        Placeholders.synthetic.values.map { $0.filter { $0 != " " } })

    /// A number of a card network with a right check digit (ISO/IEC 7812, Luhn).
    static func isCard(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == text.count, (13...19).contains(digits.count),
            [2, 3, 4, 5, 6].contains(digits.first), Set(digits).count > 1
        else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, one in
            let doubled = one.element * 2
            return sum + (one.offset % 2 == 0 ? one.element : doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    /// An account number with right check digits (ISO 13616, mod 97).
    static func isIBAN(_ text: String) -> Bool {
        let characters = Array(text.uppercased())
        guard (15...34).contains(characters.count), characters[0].isLetter, characters[1].isLetter,
            characters[2].isNumber, characters[3].isNumber
        else { return false }
        var rest = 0
        for character in characters[4...] + characters[..<4] {
            guard let value = character.hexDigitValue ?? character.letterValue else { return false }
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        return rest == 1
    }
}

extension Character {
    /// A = 10 … Z = 35.
    fileprivate var letterValue: Int? {
        guard let value = asciiValue, (65...90).contains(value) else { return nil }
        return Int(value) - 55
    }
}
