import Facts

/// Reads dates in digits: 2026-05-03, 5/3/2026, 3.5.2026, 3.5.
struct NumericDates {
    let reading: Reading
    let context: DateReader

    func day(at index: Int) -> (day: Day, end: Int)? {
        guard reading.isDigits(index), !isInsideNumber(index), let first = part(index) else {
            return nil
        }
        let sign = reading.symbol(index + 1)
        guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") || sign == UInt8(ascii: "."),
            reading.isAttached(index + 1), reading.isAttached(index + 2),
            let second = part(index + 2)
        else { return nil }
        let hasThird = reading.symbol(index + 3) == sign && reading.isAttached(index + 3)
        if hasThird, reading.isAttached(index + 4), let third = part(index + 4) {
            guard !continues(after: index + 4) else { return nil }
            return full(first, second, third, index, sign).map { ($0, index + 5) }
        }
        guard !continues(after: index + 2), isLed(index),
            sign == UInt8(ascii: "/") || (sign == UInt8(ascii: ".") && hasThird)
        else { return nil }
        return short(first, second, index, sign).map { ($0, hasThird ? index + 4 : index + 3) }
    }

    private struct Part {
        var value: Int
        var length: Int
    }

    private func part(_ index: Int) -> Part? {
        guard reading.isDigits(index), let value = Int(reading.tokens[index].folded),
            reading.tokens[index].folded.utf8.count <= 4
        else { return nil }
        return Part(value: value, length: reading.tokens[index].folded.utf8.count)
    }

    /// Whether the digits are the tail of a longer number or address.
    private func isInsideNumber(_ index: Int) -> Bool {
        let before = reading.byte(reading.tokens[index].start - 1)
        guard
            before == UInt8(ascii: ".") || before == UInt8(ascii: "-")
                || before == UInt8(ascii: "/")
        else { return false }
        return reading.byte(reading.tokens[index].start - 2).isLetterOrDigit
    }

    /// Whether the same run goes on: 1.2.3.4, 555-12-3456-7.
    private func continues(after index: Int) -> Bool {
        let end = reading.tokens[index].end
        let sign = reading.byte(end)
        let isSign =
            sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/")
        return isSign && reading.byte(end + 1).isLetterOrDigit
    }

    private func full(
        _ first: Part, _ second: Part, _ third: Part, _ index: Int, _ sign: UInt8
    ) -> Day? {
        if first.length == 4 {
            return Day(year: first.value, month: second.value, day: third.value)
        }
        // "1-19-11" is a house in Japan.
        guard reading.vocabulary.tag != "ja" else { return nil }
        guard first.length <= 2, second.length <= 2, third.length == 4 || third.length == 2 else {
            return nil
        }
        let year = third.length == 4 ? third.value : 2000 + third.value
        return ordered(first, second, sign) { Day(year: year, month: $0, day: $1) }
    }

    private func short(_ first: Part, _ second: Part, _ index: Int, _ sign: UInt8) -> Day? {
        guard first.length <= 2, second.length <= 2 else { return nil }
        return ordered(first, second, sign) { context.nearest(month: $0, day: $1, index) }
    }

    /// Month first or day first as the language writes it; the other way where that is no date.
    private func ordered(
        _ first: Part, _ second: Part, _ sign: UInt8, _ make: (Int, Int) -> Day?
    ) -> Day? {
        let monthFirst = reading.vocabulary.writesMonthFirst && sign != UInt8(ascii: ".")
        let written = monthFirst ? make(first.value, second.value) : make(second.value, first.value)
        if let written { return written }
        return monthFirst ? make(second.value, first.value) : make(first.value, second.value)
    }

    /// A date without a year needs a word before it that leads one, else it may be a fraction.
    private func isLed(_ index: Int) -> Bool {
        Self.leaders.contains(reading.hash(index - 1))
    }

    private static let leaders: WordSet = [
        "on", "by", "since", "from", "until", "till", "dated", "am", "vom", "seit", "bis", "ab",
        "le", "du", "el", "del", "desde", "depuis", "before", "after", "zum", "dem", "den", "der",
        "dès",
    ]
}
