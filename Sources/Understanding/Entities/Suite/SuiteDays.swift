import Facts

/// Calendar days of the suite, absolute and relative to the reference.
struct SuiteDays {
    let text: SuiteText
    let today: Day
    /// The reference is later than midnight: the day itself counts as past.
    let isLater: Bool

    struct Date: Equatable {
        var timex: String
        /// The last one before the reference and the next one; equal where only one is meant. Nil
        /// where
        /// there is no such day.
        var past: Day?
        var future: Day?
        var end: Int
        var values: [Day] {
            guard let past, let future else { return [] }
            return past == future ? [past] : [past, future]
        }
    }

    func one(_ day: Day, _ end: Int) -> Date {
        Date(timex: day.iso, past: day, future: day, end: end)
    }

    /// The date that begins at `index`.
    func date(at index: Int) -> Date? {
        if let date = holiday(index) ?? weekdayWithDate(index) ?? monthFirst(index) { return date }
        if let date = yearFirst(index) ?? dayFirst(index) ?? numeric(index) { return date }
        return named(index) ?? modified(index) ?? weekday(index) ?? dayOfMonth(index)
    }

    // MARK: Parts

    private static func table(_ list: String) -> [String: Int] {
        var out: [String: Int] = [:]
        for entry in list.split(separator: " ") {
            let parts = entry.split(separator: "=")
            if parts.count == 2, let value = Int(parts[1]) { out[String(parts[0])] = value }
        }
        return out
    }

    private static let months = table(LanguageWords.english.months)
    private static let weekdays = table(LanguageWords.english.weekdays + " wednes=3 sun=7")

    func month(_ index: Int) -> (value: Int, end: Int)? {
        guard let value = Self.months[text.word(index)],
            !(text.isJoined(index) && text.word(index - 1) == "$")
        else { return nil }
        let isDotted = text.word(index + 1) == "." && text.isJoined(index + 1)
        return (value, isDotted && text.word(index).utf8.count <= 4 ? index + 2 : index + 1)
    }

    func weekdayNumber(_ index: Int) -> Int? { Self.weekdays[text.word(index)] }

    /// 1…31: "4", "04th", "twenty ninth", "second".
    private func day(_ index: Int, needsEnding: Bool = false) -> (value: Int, end: Int)? {
        if text.isDigits(index), let value = Int(text.word(index)), (1...31).contains(value),
            text.word(index).utf8.count <= 2
        {
            if text.isJoined(index + 1), ["st", "nd", "rd", "th"].contains(text.word(index + 1)) {
                return (value, index + 2)
            }
            guard !needsEnding,
                !(text.isJoined(index + 1) && text.isWord(index + 1)
                    && Self.months[text.word(index + 1)] == nil)
            else { return nil }
            return (value, index + 1)
        }
        let numbers = SuiteNumbers(text: text)
        if let whole = numbers.spelledWhole(at: index), whole.value <= 31,
            text.word(whole.end) != "may"
        {
            let next = text.word(whole.end) == "-" ? whole.end + 1 : whole.end
            if whole.value >= 20, let unit = SuiteNumbers.ordinalWords[text.word(next)], unit < 10 {
                return (Int(whole.value + unit), next + 1)
            }
            return needsEnding ? nil : (Int(whole.value), whole.end)
        }
        guard let value = SuiteNumbers.ordinalWords[text.word(index)], value <= 31 else {
            return nil
        }
        return (Int(value), index + 1)
    }

    /// ", 1994", "of 87", "in 2020", "nineteen eighty six".
    private func year(_ index: Int, afterMark: Bool = true) -> (value: Int, end: Int)? {
        var next = index
        if afterMark, [",", "of", "in"].contains(text.word(next)) { next += 1 }
        if text.isDigits(next), let value = Int(text.word(next)) {
            if text.word(next).utf8.count == 4, (1500...2200).contains(value),
                !(text.isJoined(next + 1) && (text.word(next + 1) == ":" || text.isWord(next + 1)))
            {
                return (value, next + 1)
            }
            let isShort =
                text.word(next).utf8.count == 2
                && (text.word(index) == "of"
                    || (next == index && text.word(next - 1) != ","
                        && SuiteNumbers.ordinalWords[text.word(next - 1)] != nil))
            return isShort ? (value < 40 ? 2000 + value : 1900 + value, next + 1) : nil
        }
        let numbers = SuiteNumbers(text: text)
        guard let first = numbers.spelledWhole(at: next) else { return nil }
        if first.value >= 1500, first.value < 2200 { return (Int(first.value), first.end) }
        guard (15...21).contains(first.value), let second = numbers.spelledWhole(at: first.end),
            (10...99).contains(second.value)
        else { return nil }
        return (Int(first.value) * 100 + Int(second.value), second.end)
    }

    // MARK: Completing

    func yearly(_ month: Int, _ day: Int, _ end: Int) -> Date {
        let timex = "XXXX-\(month.padded(2))-\(day.padded(2))"
        let year = today.civil.year
        let days = (year - 8...year + 8).compactMap { Day(year: $0, month: month, day: day) }
        return Date(
            timex: timex, past: days.last(where: isPast), future: days.first { !isPast($0) },
            end: end)
    }

    func isPast(_ day: Day) -> Bool { day < today || (day == today && isLater) }

    private func completed(_ month: Int, _ day: Int, _ end: Int) -> Date {
        guard let year = year(end) else { return yearly(month, day, end) }
        return exact(year.value, month, day, year.end)
    }

    private func exact(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> Date {
        let found = Day(year: year, month: month, day: day)
        let timex = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
        return Date(timex: timex, past: found, future: found, end: end)
    }

    // MARK: "May 29th, 2019", "Oct/2", "january first"

    private func monthFirst(_ index: Int) -> Date? {
        guard let month = month(index) else { return nil }
        var next = month.end
        let mark = text.word(next)
        if mark == "-" || mark == "/", text.isJoined(next) { next += 1 }
        if mark == ",", text.word(index) != "may" { next += 1 }
        if text.word(next) == "the" { next += 1 }
        if next == month.end + 1, let year = year(next, afterMark: false),
            text.word(year.end) == mark, let day = day(year.end + 1)
        {
            return exact(year.value, month.value, day.value, day.end)
        }
        guard let day = day(next) else { return nil }
        // "May 2018" and "march 3 people" stay out; so does "dec 10.5".
        if text.word(next).utf8.count > 2, text.isDigits(next) { return nil }
        if text.word(day.end) == mark, mark == "-" || mark == "/",
            let year = year(day.end + 1, afterMark: false)
        {
            return exact(year.value, month.value, day.value, year.end)
        }
        if text.word(day.end) == ":" { return nil }
        return completed(month.value, day.value, day.end)
    }

    // MARK: "04th Jan 2019", "the second of Aug.", "23/Sep/2020"

    private func dayFirst(_ index: Int) -> Date? {
        guard let start = ordinalStart(index), let day = day(start) else { return nil }
        var next = day.end
        let mark = text.word(next)
        if mark == "-" || mark == "/", text.isJoined(next) { next += 1 }
        if text.word(next) == "day" { next += 1 }
        if next == day.end + 1, mark == "-" || mark == "/", let year = year(next, afterMark: false),
            text.word(year.end) == mark, let month = month(year.end + 1)
        {
            return exact(year.value, month.value, day.value, month.end)
        }
        if text.word(next) == "of" { next += 1 }
        guard let month = month(next) else {
            guard text.word(next) == "next" || text.word(next) == "this",
                text.word(next + 1) == "month"
            else { return nil }
            let base = text.word(next) == "next" ? today.adding(months: 1) : today
            return exact(base.civil.year, base.civil.month, day.value, next + 2)
        }
        if text.isJoined(start), [":", ".", "$"].contains(text.word(start - 1)),
            text.word(start - 1) != ":"
        {
            return nil
        }
        if text.word(month.end) == mark, mark == "-" || mark == "/",
            let year = year(month.end + 1, afterMark: false)
        {
            return exact(year.value, month.value, day.value, year.end)
        }
        let trimmed = text.word(month.end - 1) == "." ? month.end - 1 : month.end
        if let year = year(month.end) { return exact(year.value, month.value, day.value, year.end) }
        return yearly(month.value, day.value, trimmed)
    }

    private func ordinalStart(_ index: Int) -> Int? {
        text.word(index) == "the" ? index + 1 : index
    }

    // MARK: "2018-7-6", "2019/aug/01", "20161016"

    private func yearFirst(_ index: Int) -> Date? {
        guard text.isDigits(index) else { return nil }
        let word = text.word(index)
        if word.utf8.count == 8, let value = Int(word), (19_000_000...22_000_000).contains(value) {
            guard !(text.isJoined(index + 1) && text.isWord(index + 1)) else { return nil }
            let found = exact(value / 10_000, value / 100 % 100, value % 100, index + 1)
            return found.past == nil ? nil : found
        }
        guard word.utf8.count == 4, let year = Int(word), (1500...2200).contains(year) else {
            return nil
        }
        let mark = text.word(index + 1)
        if ["-", "/", "."].contains(mark), text.isJoined(index + 1) {
            if let month = month(index + 2), text.word(month.end) == mark,
                let day = day(month.end + 1)
            {
                return exact(year, month.value, day.value, day.end)
            }
            guard let first = number(index + 2), text.word(index + 3) == mark else { return nil }
            if let month = month(index + 4) { return exact(year, month.value, first, month.end) }
            guard let second = number(index + 4), first <= 12, second <= 31 else { return nil }
            return exact(year, first, second, index + 5)
        }
        guard let month = number(index + 1), let day = number(index + 2), month <= 12, day <= 31,
            text.word(index + 1).utf8.count == 2, text.word(index + 2).utf8.count == 2
        else { return nil }
        return exact(year, month, day, index + 3)
    }

    private func number(_ index: Int) -> Int? {
        text.isDigits(index) && text.word(index).utf8.count <= 2 ? Int(text.word(index)) : nil
    }

    // MARK: "5/3/18", "22/04", "7.6"

    private func numeric(_ index: Int) -> Date? {
        guard let first = number(index), first > 0, !isTail(index) else { return nil }
        let mark = text.word(index + 1)
        guard ["/", "-", "."].contains(mark), text.isJoined(index + 1), text.isJoined(index + 2),
            let second = number(index + 2), second > 0
        else { return nil }
        if text.word(index + 3) == mark, text.isJoined(index + 3), text.isJoined(index + 4),
            text.isDigits(index + 4), let year = Int(text.word(index + 4))
        {
            guard !continues(index + 5) else { return nil }
            return withYear(first, second, year, text.word(index + 4).utf8.count, index + 5, mark)
        }
        guard !continues(index + 3), text.word(index + 3) != "%",
            !["percent", "pm", "am"].contains(text.word(index + 3))
        else { return nil }
        let before = text.word(index - 1)
        let isLed =
            ["on", "this", "next", "last"].contains(before) || weekdayNumber(index - 1) != nil
        guard mark == "/" || isLed else { return nil }
        let (month, day) = first <= 12 ? (first, second) : (second, first)
        guard month <= 12, day <= 31 else { return nil }
        return yearly(month, day, index + 3)
    }

    private func withYear(
        _ first: Int, _ second: Int, _ year: Int, _ length: Int, _ end: Int, _ mark: String
    ) -> Date? {
        let isDayFirst = first > 12
        let (month, day) = isDayFirst ? (second, first) : (first, second)
        guard month <= 12, day <= 31, length == 4 || length == 2 else { return nil }
        if length == 4 { return exact(year, month, day, end) }
        if (30...39).contains(year) {
            let timex = "XX\(year)-\(month.padded(2))-\(day.padded(2))"
            return Date(
                timex: timex, past: Day(year: 1900 + year, month: month, day: day),
                future: Day(year: 2000 + year, month: month, day: day), end: end)
        }
        return exact(year < 40 ? 2000 + year : 1900 + year, month, day, end)
    }

    private func isTail(_ index: Int) -> Bool {
        guard text.isJoined(index) else { return false }
        let before = text.word(index - 1)
        return text.isWord(index - 1)
            || (["/", ".", "-", "+", "$", ","].contains(before) && text.isJoined(index - 1)
                && (text.isDigits(index - 2) || before == "$"))
    }

    private func continues(_ index: Int) -> Bool {
        guard text.isJoined(index) else { return false }
        if text.isWord(index) || text.isDigits(index) { return true }
        return ["/", "-", "."].contains(text.word(index)) && text.isJoined(index + 1)
            && (text.isDigits(index + 1))
    }

    /// A month with its day, without a weekday.
    func plainDate(_ index: Int) -> Date? { monthFirst(index) ?? dayFirst(index) }

    /// A date in digits, without a weekday.
    func plainNumeric(_ index: Int) -> Date? { yearFirst(index) ?? numeric(index) }
}
