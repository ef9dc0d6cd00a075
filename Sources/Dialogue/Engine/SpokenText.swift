/// A reply as it is read aloud: numbers digit by digit, lists as one sentence.
///
/// Amounts, dates and other formatted values have a spoken form of their own (`FormattingOptions.channel`).
struct SpokenText {
    /// A word with so many digits in a row is a number of something, not a quantity: it is spelled out.
    private static let spelledDigits = 4

    let text: String

    init(_ message: FormattedMessage) {
        let parts = message.parts.map { part -> String in
            switch part {
            case .text(let text), .isolation(let text): text
            case .markup: ""
            case .value(let value): value.type == "string" ? Self.spoken(value.text) : value.text
            case .fallback(let source): "{\(source)}"
            }
        }
        text = Self.asOneSentence(Self.withoutHints(parts.joined()))
    }

    /// Without hints for readers: "(yes/no)".
    static func withoutHints(_ text: String) -> String {
        var result = ""
        var hint = ""
        for character in text {
            if hint.isEmpty, character != "(", character != "（" {
                result.append(character)
                continue
            }
            hint.append(character)
            guard character == ")" || character == "）" else { continue }
            let isHint =
                hint.contains { $0 == "/" || $0 == "／" } && !hint.contains(where: \.isNumber)
            if !isHint {
                result += hint
            } else if result.last == " " {
                result.removeLast()
            }
            hint = ""
        }
        return result + hint
    }

    /// `W2611340` as `W 2 6 1 1 3 4 0`.
    static func spoken(_ text: String) -> String {
        var words: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var run = 0
            var longest = 0
            for character in word {
                run = character.isNumber ? run + 1 : 0
                longest = max(longest, run)
            }
            words.append(longest >= spelledDigits ? spelled(word) : String(word))
        }
        return words.joined(separator: " ")
    }

    private static func spelled(_ word: Substring) -> String {
        var result = ""
        for character in word where character != "#" {
            let isSpelled =
                character.isNumber || (result.last?.isNumber == true && character.isLetter)
            if isSpelled, let last = result.last, last != " " { result += " " }
            result.append(character)
        }
        return result
    }

    /// The lines of a menu, told one after the other.
    private static func asOneSentence(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard let first = lines.first, lines.count > 1 else { return text }
        var result = first
        for (index, line) in lines.dropFirst().enumerated() {
            let isEnded = result.last.map { [".", ":", "?", "!", ";", ","].contains($0) } ?? true
            result += (isEnded ? " " : index == 0 ? ": " : "; ") + line
        }
        return result
    }
}
