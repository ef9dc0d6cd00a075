/// Lengths of time of the suite: "3.5years", "an hour and a half", "2 years 1 month".
struct SuiteDurations {
    let text: SuiteText

    struct Duration: Equatable {
        /// Without the leading `P`; times of the day after a `T`.
        var dayPart = ""
        var timePart = ""
        var seconds = 0.0
        var months = 0
        var days = 0
        var end: Int

        var timex: String { "P" + dayPart + (timePart.isEmpty ? "" : "T" + timePart) }
        var isTime: Bool { !timePart.isEmpty }
    }

    private struct Unit {
        var letter: String
        var seconds: Double
        var isTime: Bool
    }

    private static let units: [String: Unit] = {
        var table: [String: Unit] = [:]
        func add(_ words: String, _ letter: String, _ seconds: Double, _ isTime: Bool) {
            for word in words.split(separator: " ") {
                table[String(word)] = Unit(letter: letter, seconds: seconds, isTime: isTime)
            }
        }
        add("second seconds sec secs s", "S", 1, true)
        add("minute minutes min mins", "M", 60, true)
        add("hour hours hr hrs h", "H", 3600, true)
        add("day days night nights d", "D", 86_400, false)
        add("week weeks w", "W", 604_800, false)
        add("weekend weekends", "WE", 172_800, false)
        add("fortnight fortnights", "W", 1_209_600, false)
        add("month months", "M", 2_592_000, false)
        add("year years yr yrs y", "Y", 31_536_000, false)
        return table
    }()

    /// The duration that begins at `index`.
    func duration(at index: Int) -> Duration? {
        guard var result = part(at: index) else { return nil }
        while true {
            let next = text.word(result.end) == "and" ? result.end + 1 : result.end
            guard let more = part(at: next), more.seconds < result.seconds,
                text.isDigits(next) || SuiteNumbers.small[text.word(next)] != nil
            else { break }
            result.dayPart += more.dayPart
            result.timePart += more.timePart
            result.seconds += more.seconds
            result.months += more.months
            result.days += more.days
            result.end = more.end
        }
        return result
    }

    private func part(at index: Int) -> Duration? {
        guard let (count, start) = count(at: index) else { return nil }
        guard count <= 1_000_000_000 else { return nil }
        var amount = count
        guard let unit = Self.units[text.word(start)] else { return nil }
        let isShort = text.word(start).utf8.count == 1
        guard !isShort || (text.isJoined(start) && text.isDigits(start - 1)) else { return nil }
        var end = start + 1
        if isShort, text.isJoined(end), text.isWord(end) || text.isDigits(end) { return nil }
        // "one hour and a half", "a year and a quarter".
        if text.word(end) == "and" {
            let place = text.word(end + 1) == "a" ? end + 2 : end + 1
            if text.word(place) == "half" || text.word(place) == "quarter" {
                amount += text.word(place) == "half" ? 0.5 : 0.25
                end = place + 1
            }
        }
        return make(amount, unit, end, isFortnight: text.word(start).hasPrefix("fortnight"))
    }

    private func make(_ amount: Double, _ unit: Unit, _ end: Int, isFortnight: Bool) -> Duration {
        let shown = SuiteFormat.text(isFortnight ? amount * 2 : amount) + unit.letter
        var result = Duration(end: end)
        if unit.isTime { result.timePart = shown } else { result.dayPart = shown }
        result.seconds = amount * unit.seconds
        let whole = Int(amount)
        switch unit.letter {
        case "Y": result.months = whole * 12
        case "M" where !unit.isTime: result.months = whole
        case "D": result.days = whole
        case "W": result.days = whole * (isFortnight ? 14 : 7)
        default: break
        }
        return result
    }

    /// The amount before the unit: "3.5", "an", "few", "all", "half an".
    private func count(at index: Int) -> (Double, Int)? {
        switch text.word(index) {
        case "half", "½":
            let next = ["a", "an"].contains(text.word(index + 1)) ? index + 2 : index + 1
            return (0.5, next)
        case "few", "several", "some": return (3, index + 1)
        case "all", "another", "an": return (1, index + 1)
        case "a":
            if ["few", "couple"].contains(text.word(index + 1)) {
                let isFew = text.word(index + 1) == "few"
                return (isFew ? 3 : 2, text.word(index + 2) == "of" ? index + 3 : index + 2)
            }
            if text.word(index + 1) == "second" { return nil }
            return mixed(at: index + 1) == nil ? (1, index + 1) : nil
        case "the": return ["hour"].contains(text.word(index + 1)) ? (1, index + 1) : nil
        default: return mixed(at: index)
        }
    }

    private func mixed(at index: Int) -> (Double, Int)? {
        let numbers = SuiteNumbers(text: text)
        if text.isJoined(index), [".", ",", "/", "-", "$", ":"].contains(text.word(index - 1)),
            text.isDigits(index)
        {
            return nil
        }
        if text.isDigits(index), text.isJoined(index + 1), text.word(index + 1) == ".",
            text.isDigits(index + 2),
            let value = Double(text.word(index) + "." + text.word(index + 2))
        {
            return (value, index + 3)
        }
        if text.isDigits(index), Self.units[text.word(index + 1)] != nil,
            let value = Double(text.word(index))
        {
            return (value, index + 1)
        }
        // "twenty and four hours", "one and a half hour".
        if let first = numbers.spelledWhole(at: index) {
            if text.word(first.end) == "and" {
                let place = text.word(first.end + 1) == "a" ? first.end + 2 : first.end + 1
                if ["half", "quarter"].contains(text.word(place)) {
                    return (first.value + (text.word(place) == "half" ? 0.5 : 0.25), place + 1)
                }
                if let second = numbers.spelledWhole(at: first.end + 1), second.value < 10,
                    first.value >= 20
                {
                    return (first.value + second.value, second.end)
                }
            }
            return (first.value, first.end)
        }
        guard let number = numbers.number(at: index), number.value >= 0, !number.isFraction else {
            return nil
        }
        return (number.value, number.end)
    }
}
