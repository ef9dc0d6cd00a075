/// Finds postcodes: five digits (Germany, USA, with `-0000` too), British and Canadian ones; four
/// and six
/// digits only after a word that announces a postcode.
struct ZipReader {
    let reading: Reading

    struct Found: Equatable {
        var text: String
        /// Byte offsets.
        var start: Int
        var end: Int
    }

    func zips() -> [Found] {
        guard reading.hasDigits else { return [] }
        return reading.tokens.indices.compactMap { index in
            let first = reading.byte(reading.tokens[index].start)
            if first.isDigit {
                return japanese(at: index) ?? announcedPair(at: index) ?? digits(at: index)
            }
            return first.isLetter ? letters(at: index) : nil
        }
    }

    private func digits(at index: Int) -> Found? {
        let token = reading.tokens[index]
        let length = token.end - token.start
        guard (4...6).contains(length), reading.isDigits(index),
            !reading.isInsideNumber(token.start),
            reading.byte(token.start - 1) != UInt8(ascii: "#"), !goesOn(token.end)
        else { return nil }
        let isAnnounced =
            (1...4).contains { reading.sense(index - $0).has(.zipCue) } || isCalledSo(index)
        if !isAnnounced {
            let isOrder =
                reading.sense(index - 1).has(.orderCue)
                || (reading.key(index - 1) == "number" || reading.key(index - 1) == "nummer")
            guard length == 5, !isOrder else { return nil }
        }
        let end = longEnd(index) ?? token.end
        return Found(text: reading.text(token.start, end), start: token.start, end: end)
    }

    /// "1070 is my postcode".
    private func isCalledSo(_ index: Int) -> Bool {
        ["is", "ist", "est", "es"].contains(reading.key(index + 1))
            && (2...3).contains { reading.sense(index + $0).has(.zipCue) }
    }

    /// "〒100-0001", or three and four digits after a word that announces a postcode.
    private func japanese(at index: Int) -> Found? {
        guard reading.vocabulary.tag == "ja", reading.isDigits(index),
            reading.key(index).utf8.count == 3, reading.symbol(index + 1) == UInt8(ascii: "-"),
            reading.isAttached(index + 1), reading.isAttached(index + 2),
            reading.isDigits(index + 2), reading.key(index + 2).utf8.count == 4,
            reading.symbol(index + 3) != UInt8(ascii: "-")
        else { return nil }
        let isAnnounced =
            reading.key(index - 1) == "〒"
            || (2...6).contains { reading.spells("郵便番号", at: index - $0 - 2) }
        guard isAnnounced || reading.count == 3 else { return nil }
        let start = reading.tokens[index].start
        let end = reading.tokens[index + 2].end
        return Found(text: reading.text(start, end), start: start, end: end)
    }

    /// "00-521" (Poland), "1200-389" (Portugal): two or four digits, and three, all of the text, after a word that
    /// announces a postcode, or before a city or a name.
    private func announcedPair(at index: Int) -> Found? {
        guard let end = pair(at: index) else { return nil }
        let isAnnounced = (1...4).contains { reading.sense(index - $0).has(.zipCue) }
        guard isAnnounced || reading.count == 3 || isBeforeName(end) else { return nil }
        let start = reading.tokens[index].start
        let last = reading.tokens[end - 1].end
        return Found(text: reading.text(start, last), start: start, end: last)
    }

    /// "00-521 Warszawa", "00-521 Piotr Zieliński", and not "20-100 Euro".
    private func isBeforeName(_ index: Int) -> Bool {
        reading.isWord(index) && reading.isCapitalised(index)
            && !reading.sense(index).has(.everyday) && reading.sense(index).currency == nil
    }

    /// The token after two or four digits, a hyphen and three digits that begin at the token.
    func pair(at index: Int) -> Int? {
        guard reading.isDigits(index), [2, 4].contains(reading.key(index).utf8.count),
            reading.symbol(index + 1) == UInt8(ascii: "-"), reading.isAttached(index + 1),
            reading.isAttached(index + 2), reading.isDigits(index + 2),
            reading.key(index + 2).utf8.count == 3,
            reading.symbol(index + 3) != UInt8(ascii: "-") || !reading.isAttached(index + 3)
        else { return nil }
        return index + 3
    }

    private func goesOn(_ end: Int) -> Bool {
        let sign = reading.byte(end)
        let isLong = sign == UInt8(ascii: "-")
        return ".,/:%".utf8.contains(sign) && reading.byte(end + 1).isDigit && !isLong
    }

    /// The end of "80279-1234".
    private func longEnd(_ index: Int) -> Int? {
        guard reading.symbol(index + 1) == UInt8(ascii: "-"), reading.isAttached(index + 1),
            reading.isAttached(index + 2), reading.isDigits(index + 2),
            reading.tokens[index + 2].folded.utf8.count == 4
        else { return nil }
        return reading.tokens[index + 2].end
    }

    /// "SW1A 1AA", "K1A 0B1", also without the blank: "E84RP".
    func letters(at index: Int) -> Found? {
        if let joined = joined(at: index) { return joined }
        guard index + 1 < reading.count, reading.byte(reading.start(index + 1)).isDigit else {
            return nil
        }
        let first = shape(index)
        let second = shape(index + 1)
        let isBritish =
            Self.outward.contains(first) && second == "0AA"
        let isCanadian = first == "A0A" && second == "0A0"
        guard isBritish || isCanadian else { return nil }
        let start = reading.tokens[index].start
        let end = reading.tokens[index + 1].end
        return Found(text: reading.text(start, end).uppercased(), start: start, end: end)
    }

    private func joined(at index: Int) -> Found? {
        guard index >= 0, index < reading.count else { return nil }
        let token = reading.tokens[index]
        // Few words have a digit before their last two letters.
        guard (5...7).contains(token.end - token.start), reading.byte(token.end - 3).isDigit else {
            return nil
        }
        let shape = shape(index, limit: 7)
        let isOpen = !reading.isAttached(index) || reading.symbol(index - 1) == UInt8(ascii: "(")
        guard shape.hasSuffix("0AA"), isOpen,
            Self.outward.contains(String(shape.dropLast(3))),
            !reading.isAttached(index + 1)
                || ".,!?:;)".utf8.contains(reading.symbol(index + 1))
        else { return nil }
        let text = reading.text(token.start, token.end).uppercased()
        return Found(
            text: "\(text.dropLast(3)) \(text.suffix(3))", start: token.start, end: token.end)
    }

    private static let outward = ["A0", "A00", "AA0", "AA00", "A0A", "AA0A"]

    /// `A` for a letter, `0` for a digit.
    private func shape(_ index: Int, limit: Int = 4) -> String {
        let token = reading.tokens[index]
        guard token.end - token.start <= limit else { return "" }
        return String(
            decoding: reading.bytes[token.start..<token.end].map { byte in
                byte.isDigit ? UInt8(ascii: "0") : byte.isLetter ? UInt8(ascii: "A") : byte
            }, as: UTF8.self)
    }
}
