/// Reads a POSIX TZ string byte by byte.
struct ZoneFooter {
    private var rest: ArraySlice<UInt8>

    /// The rule that `text` states, or nil when it is none.
    static func rule(from text: some Sequence<UInt8>) -> ZoneRule? {
        var reader = ZoneFooter(rest: Array(text)[...])
        let rule = reader.rule()
        return reader.rest.isEmpty ? rule : nil
    }

    private mutating func rule() -> ZoneRule? {
        guard name(), let west = time() else { return nil }
        guard !rest.isEmpty else { return ZoneRule(standard: -west, summer: nil) }
        guard name() else { return nil }
        var summerOffset = -west + 3600
        if rest.first != UInt8(ascii: ",") {
            guard let west = time() else { return nil }
            summerOffset = -west
        }
        guard take(","), let start = yearDay(), take(","), let end = yearDay() else { return nil }
        let summer = ZoneRule.Summer(offset: summerOffset, start: start, end: end)
        return ZoneRule(standard: -west, summer: summer)
    }

    /// `CET` or `<+03>`, at least three characters.
    private mutating func name() -> Bool {
        if take("<") {
            let length = rest.prefix { $0 != UInt8(ascii: ">") }.count
            rest = rest.dropFirst(length)
            return length >= 3 && take(">")
        }
        let length = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }.count
        rest = rest.dropFirst(length)
        return length >= 3
    }

    /// `[+-]h[:m[:s]]` in seconds; the hours to 167.
    private mutating func time() -> Int? {
        let negative = take("-")
        if !negative { _ = take("+") }
        guard let hours = number(upTo: 167) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where take(":") {
            guard let part = number(upTo: 59) else { return nil }
            seconds += part * unit
        }
        return negative ? -seconds : seconds
    }

    /// `Mm.w.d`, `Jn` or `n`, with `/time`; two o'clock without it.
    private mutating func yearDay() -> ZoneRule.YearDay? {
        guard let form = yearDayForm() else { return nil }
        guard take("/") else { return ZoneRule.YearDay(form: form, second: 7200) }
        return time().map { ZoneRule.YearDay(form: form, second: $0) }
    }

    private mutating func yearDayForm() -> ZoneRule.YearDay.Form? {
        if take("M") {
            guard let month = number(upTo: 12), month >= 1, take("."),
                let week = number(upTo: 5), week >= 1, take("."), let weekday = number(upTo: 6)
            else { return nil }
            return .monthly(month: month, week: week, weekday: weekday)
        }
        if take("J") { return number(upTo: 365).flatMap { $0 >= 1 ? .julian($0) : nil } }
        return number(upTo: 365).map { .zeroBased($0) }
    }

    /// One to three digits.
    private mutating func number(upTo limit: Int) -> Int? {
        let digits = rest.prefix(3).prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return value <= limit ? value : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }
}
