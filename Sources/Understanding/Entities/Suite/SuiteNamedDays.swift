import Facts

/// Days by name: "tomorrow", "next Friday", "monday the 27th", "the 18th", holidays.
extension SuiteDays {
    // MARK: "today", "the day before yesterday"

    func named(_ index: Int) -> Date? {
        for (phrase, offset) in Self.dayPhrases where matches(phrase, index) {
            let end = index + phrase.split(separator: " ").count
            let isDayPhrase =
                phrase.hasPrefix("the day") && !phrase.hasSuffix("yesterday")
                && !phrase.hasSuffix("tomorrow")
            if isDayPhrase, text.isDigits(end) { continue }
            return one(today.adding(days: offset), end)
        }
        return nil
    }

    private static let dayPhrases: [(String, Int)] = [
        ("the day before yesterday", -2), ("day before yesterday", -2),
        ("the day after tomorrow", 2), ("day after tomorrow", 2), ("the day before", -1),
        ("the day after", 1), ("the day", 0), ("today", 0), ("otd", 0), ("tonight", 0),
        ("tomorrow", 1), ("tmrw", 1), ("tmr", 1), ("yesterday", -1), ("the next day", 1),
        ("next day", 1), ("last day", -1), ("my day", 0),
    ]

    func matches(_ phrase: String, _ index: Int) -> Bool {
        // Nearly every phrase fails at its first word.
        let first = text.word(index)
        guard !first.isEmpty, phrase.utf8.starts(with: first.utf8) else { return false }
        return phrase.split(separator: " ").enumerated().allSatisfy {
            text.word(index + $0.offset) == String($0.element)
        }
    }

    // MARK: Weekdays

    private func weekly(_ weekday: Int, _ end: Int) -> Date {
        let back = (today.weekday - weekday + 7) % 7
        var past = today.adding(days: 0 - back)
        if !isPast(past) { past = past.adding(days: -7) }
        return Date(
            timex: "XXXX-WXX-\(weekday)", past: past, future: past.adding(days: 7), end: end)
    }

    private func ofWeek(_ weekday: Int, _ weeks: Int, _ end: Int) -> Date {
        one(today.adding(days: weekday - today.weekday + weeks * 7), end)
    }

    func weekday(_ index: Int) -> Date? {
        guard let weekday = weekdayNumber(index), isSure(index) else { return nil }
        let after = index + 1
        // "tuesday of next week", "monday the twenty seventh", "mon 13th", "monday 21".
        if text.word(after) == "of", let week = week(after + 1) ?? week(after + 2) {
            return ofWeek(weekday, week.weeks, week.end)
        }
        let isThe = text.word(after) == "the"
        if let day = dayNumber(isThe ? after + 1 : after) {
            return onDay(weekday, day.value, day.end, isThe: isThe)
        }
        return weekly(weekday, after)
    }

    /// "sat", "sun" and "mon" need a word that makes them days.
    private func isSure(_ index: Int) -> Bool {
        let word = text.word(index)
        if word == "sun" || word == "sat" {
            return text.word(index - 1) != "the" && text.word(index - 1) != "it"
        }
        return true
    }

    private func dayNumber(_ index: Int) -> (value: Int, end: Int)? {
        if text.isDigits(index), let value = Int(text.word(index)), (1...31).contains(value) {
            if text.isJoined(index + 1), ["st", "nd", "rd", "th"].contains(text.word(index + 1)) {
                return (value, index + 2)
            }
            let isPlain =
                !text.isJoined(index + 1) || ["!", ".", "?"].contains(text.word(index + 1))
            let isClock = text.isDigits(index + 2) && text.isJoined(index + 2)
            let isTime = ["am", "pm", "oclock", "a", "p", "o", "or"].contains(text.word(index + 1))
            return isPlain && !isClock && !isTime ? (value, index + 1) : nil
        }
        let whole = SuiteNumbers(text: text).spelledWhole(at: index)
        let next = whole?.end ?? index
        guard let unit = SuiteNumbers.ordinalWords[text.word(next)],
            unit + (whole?.value ?? 0) <= 31
        else { return nil }
        return (Int(unit + (whole?.value ?? 0)), next + 1)
    }

    /// The months in which the day falls on the weekday.
    private func onDay(_ weekday: Int, _ day: Int, _ end: Int, isThe: Bool) -> Date? {
        let civil = today.civil
        if let same = Day(year: civil.year, month: civil.month, day: day), same.weekday == weekday,
            isThe || same == today
        {
            return one(same, end)
        }
        let months = (-60...60).compactMap { offset -> Day? in
            let first = Day(year: civil.year, month: civil.month, day: 1)?.adding(months: offset)
            return first.flatMap { Day(year: $0.civil.year, month: $0.civil.month, day: day) }
        }.filter { $0.weekday == weekday }
        return Date(
            timex: "XXXX-WXX-\(weekday)", past: months.last(where: isPast),
            future: months.first { !isPast($0) }, end: end)
    }

    /// "tue may 9", "this friday-jun-15", "friday 7/6", "tomorrow, 13/04/21".
    func weekdayWithDate(_ index: Int) -> Date? {
        var next = index
        let modifier = text.word(next)
        if ["this", "next", "last", "on"].contains(modifier), modifier != "on" { next += 1 }
        let isModified = next > index
        if weekdayNumber(next) != nil || text.word(next) == "tomorrow" || text.word(next) == "today"
        {
            next += 1
        } else if !isModified {
            return nil
        }
        let isTouching = [",", "-", "("].contains(text.word(next))
        let start = isTouching ? next + 1 : next
        guard
            var date = [self.monthFirstPublic(start), self.numericPublic(start)].compactMap({ $0 })
                .first
        else { return nil }
        if text.word(next) == "(", text.word(date.end) == ")" { date.end += 1 }
        guard isModified, date.timex.hasPrefix("XXXX"), let day = Day(iso: today.iso) else {
            return date
        }
        let parts = date.timex.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return date }
        let hasWeekday = next > index + 1
        let year =
            day.civil.year + (modifier == "next" && !hasWeekday ? 1 : modifier == "last" ? -1 : 0)
        let exact = Day(year: year, month: parts[0], day: parts[1])
        date.past = exact
        date.future = exact
        return date
    }

    private func monthFirstPublic(_ index: Int) -> Date? {
        guard month(index) != nil || dayNumberBeforeMonth(index) else { return nil }
        return SuiteDays(text: text, today: today, isLater: isLater).plainDate(index)
    }

    private func dayNumberBeforeMonth(_ index: Int) -> Bool {
        text.isDigits(index) && (month(index + 1) != nil || month(index + 2) != nil)
    }

    private func numericPublic(_ index: Int) -> Date? { plainNumeric(index) }

    // MARK: "next Friday", "next week on Tuesday"

    private func week(_ index: Int) -> (weeks: Int, end: Int)? {
        guard text.word(index + 1) == "week" else { return nil }
        switch text.word(index) {
        case "next", "following", "coming", "upcoming": return (1, index + 2)
        case "last", "previous", "past": return (-1, index + 2)
        case "this", "current": return (0, index + 2)
        default: return nil
        }
    }

    func modified(_ index: Int) -> Date? {
        if text.word(index) == "on", let weekday = weekdayNumber(index + 1),
            text.word(index + 2) == "of", let week = week(index + 3) ?? week(index + 4),
            week.weeks > 0
        {
            return ofWeek(weekday, week.weeks, week.end)
        }
        if let week = week(index) {
            var next = week.end
            while ["-", "on", ","].contains(text.word(next)) { next += 1 }
            guard let weekday = weekdayNumber(next) else { return nil }
            return ofWeek(weekday, week.weeks, next + 1)
        }
        var next = index
        if text.word(next) == "this",
            ["upcoming", "past", "coming", "following", "last", "next"].contains(
                text.word(next + 1))
        {
            next += 1
        }
        let isThis = next > index
        guard let weekday = weekdayNumber(next + 1) else { return nil }
        let coming = (weekday - today.weekday + 6) % 7 + 1
        switch text.word(next) {
        case "this": return ofWeek(weekday, 0, next + 2)
        case "next", "following": return ofWeek(weekday, 1, next + 2)
        case "last", "previous": return ofWeek(weekday, -1, next + 2)
        case "past":
            return one(today.adding(days: 0 - ((today.weekday - weekday + 6) % 7 + 1)), next + 2)
        case "upcoming": return one(today.adding(days: coming), next + 2)
        case "coming":
            return isThis ? one(today.adding(days: coming), next + 2) : ofWeek(weekday, 1, next + 2)
        default: return nil
        }
    }

    // MARK: "on the 18th"

    func dayOfMonth(_ index: Int) -> Date? {
        let isThe = text.word(index) == "the"
        let start = isThe ? index + 1 : index
        guard text.word(index - 1) == "on", text.isDigits(start), text.isJoined(start + 1),
            ["st", "nd", "rd", "th"].contains(text.word(start + 1)),
            let day = Int(text.word(start)), (1...31).contains(day)
        else { return nil }
        let civil = today.civil
        let days = (-3...3).compactMap { offset -> Day? in
            let first = Day(year: civil.year, month: civil.month, day: 1)?.adding(months: offset)
            return first.flatMap { Day(year: $0.civil.year, month: $0.civil.month, day: day) }
        }
        return Date(
            timex: "XXXX-XX-\(day.padded(2))", past: days.last(where: isPast),
            future: days.first { !isPast($0) }, end: start + 2)
    }

    // MARK: Holidays

    func holiday(_ index: Int) -> Date? {
        var start = index
        let modifiers = ["next", "last", "previous", "following", "this"]
        let modifier = modifiers.contains(text.word(index)) ? text.word(index) : ""
        if !modifier.isEmpty { start += 1 }
        for (phrase, key) in Self.holidays where matches(phrase, start) {
            var end = start + phrase.split(separator: " ").count
            var year: Int?
            if text.isDigits(end), text.word(end).utf8.count == 4, let value = Int(text.word(end)) {
                year = value
                end += 1
            } else if matches("of this year", end) {
                year = today.civil.year
                end += 3
            }
            let now = today.civil.year
            if let year, let day = Self.day(key, year) { return one(day, end) }
            let days = (now - 2...now + 2).compactMap { Self.day(key, $0) }
            guard let past = days.last(where: isPast),
                let future = days.first(where: { !isPast($0) }), let this = Self.day(key, now)
            else { continue }
            switch modifier {
            case "next", "following": return one(future, end)
            case "last", "previous": return one(past, end)
            default:
                return Date(
                    timex: "XXXX" + this.iso.dropFirst(4), past: past, future: future, end: end)
            }
        }
        return nil
    }

    private static let holidays: [(String, String)] = [
        ("black friday", "black"), ("earth day", "04-22"), ("easter monday", "easter+1"),
        ("easter sunday", "easter"),
        ("easter", "easter"), ("good friday", "easter-2"), ("saint patrick", "03-17"),
        ("st patrick", "03-17"),
        ("independence day", "07-04"), ("christmas eve", "12-24"), ("christmas day", "12-25"),
        ("christmas", "12-25"),
        ("new year day", "01-01"), ("new year's day", "01-01"), ("new year eve", "12-31"),
        ("new year", "01-01"),
        ("international workers ' day", "05-01"), ("labour day", "05-01"), ("halloween", "10-31"),
        ("valentine's day", "02-14"), ("thanksgiving", "thanks"),
    ]

    private static func day(_ key: String, _ year: Int) -> Day? {
        switch key {
        case "black", "thanks":
            guard let first = Day(year: year, month: 11, day: 1) else { return nil }
            let thursday = first.adding(days: (4 - first.weekday + 7) % 7 + 21)
            return key == "black" ? thursday.adding(days: 1) : thursday
        case "easter": return easter(year)
        case "easter+1": return easter(year)?.adding(days: 1)
        case "easter-2": return easter(year)?.adding(days: -2)
        default:
            let parts = key.split(separator: "-").compactMap { Int($0) }
            return parts.count == 2 ? Day(year: year, month: parts[0], day: parts[1]) : nil
        }
    }

    /// The anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms").
    private static func easter(_ year: Int) -> Day? {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
