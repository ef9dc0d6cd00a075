import Facts

/// Reads calendar days, absolute and relative to `Reading.today`.
struct DateReader {
    let reading: Reading

    func day(at index: Int) -> (day: Day, end: Int)? {
        if let numeric = NumericDates(reading: reading, context: self).day(at: index) {
            return numeric
        }
        if let named = named(at: index) { return named }
        if let relative = relative(at: index) { return relative }
        return weekday(at: index) ?? offset(at: index)
    }

    // MARK: "May 3rd, 2026", "3. Mai", "the third of May"

    private func named(at index: Int) -> (day: Day, end: Int)? {
        if let month = reading.sense(index).month {
            let start = reading.symbol(index + 1) == UInt8(ascii: ".") ? index + 2 : index + 1
            let first = reading.key(start) == "the" ? start + 1 : start
            guard let (day, end) = dayOfMonth(at: first) else { return nil }
            return completed(month: month, day: day, index, end)
        }
        guard let (day, after) = dayOfMonth(at: index) else { return nil }
        var next = after
        if reading.symbol(next) == UInt8(ascii: ".") { next += 1 }
        if reading.sense(next).has(.of) { next += 1 }
        guard let month = reading.sense(next).month else { return nil }
        let end = reading.symbol(next + 1) == UInt8(ascii: ".") && hasYear(next + 2)
        return completed(month: month, day: day, index, end ? next + 2 : next + 1)
    }

    /// 1…31, in digits, with an ending, or as an ordinal word.
    private func dayOfMonth(at index: Int) -> (day: Int, end: Int)? {
        guard index < reading.count else { return nil }
        if let position = reading.sense(index).ordinal, (1...31).contains(position) {
            return (position, index + 1)
        }
        if let long = OrdinalReader(reading: reading).compound(at: index), long.position < 32 {
            return (long.position, long.end)
        }
        let folded = reading.tokens[index].folded
        guard let first = folded.utf8.first, first.isDigit, folded.utf8.count <= 5 else {
            return nil
        }
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        let rest = folded[digits.endIndex...]
        guard let day = Int(digits), (1...31).contains(day),
            rest.isEmpty || ["st", "nd", "rd", "th", "er"].contains(rest)
        else { return nil }
        // "May 3.5" and "May 10,000" are no days.
        let end = reading.tokens[index].end
        if reading.isNumberSign(end), reading.byte(end + 1).isDigit, !hasYear(index + 2) {
            return nil
        }
        return (day, index + 1)
    }

    private func hasYear(_ index: Int) -> Bool { year(at: index) != nil }

    /// A year of four digits, 1900…2199.
    func year(at index: Int) -> Int? {
        guard reading.isDigits(index), reading.tokens[index].folded.utf8.count == 4,
            let year = Int(reading.tokens[index].folded), (1900...2199).contains(year)
        else { return nil }
        return year
    }

    private func completed(month: Int, day: Int, _ start: Int, _ end: Int) -> (day: Day, end: Int)?
    {
        var next = end
        if reading.symbol(next) == UInt8(ascii: ",") || reading.sense(next).has(.of) { next += 1 }
        if let year = year(at: next), let day = Day(year: year, month: month, day: day) {
            return (day, next + 1)
        }
        return nearest(month: month, day: day, start).map { ($0, end) }
    }

    /// The day without a year: the nearest, unless a word before it says past or future.
    func nearest(month: Int, day: Int, _ index: Int) -> Day? {
        let year = reading.today.civil.year
        let candidates = (year - 1...year + 1).compactMap { Day(year: $0, month: month, day: day) }
        switch tense(around: index) {
        case .past: return candidates.last { $0 <= reading.today } ?? candidates.first
        case .future: return candidates.first { $0 >= reading.today } ?? candidates.last
        case .open:
            return candidates.min { distance($0) < distance($1) }
        }
    }

    private func distance(_ day: Day) -> Int { abs(day.number - reading.today.number) }

    enum Tense { case past, future, open }

    /// What the four words before say, else the words after it to the end of the clause.
    func tense(around index: Int) -> Tense {
        for step in 1...4 {
            if let tense = tense(of: index - step) { return tense }
        }
        for step in 1...16 {
            if let tense = tense(of: index + step) { return tense }
        }
        return .open
    }

    private func tense(of index: Int) -> Tense? {
        let sense = reading.sense(index)
        if sense.has(.future) { return .future }
        if sense.has(.past) { return .past }
        let isJapanese = reading.vocabulary.tag == "ja"
        return isJapanese && reading.key(index) == "し" && reading.key(index + 1) == "た"
            ? .past : nil
    }

    // MARK: "in two weeks", "3 days ago", "vor einer Woche", "il y a 3 jours"

    private func relative(at index: Int) -> (day: Day, end: Int)? {
        let opener = reading.sense(index)
        if reading.key(index) == "il", reading.key(index + 1) == "y", reading.key(index + 2) == "a"
        {
            return counted(at: index + 3).map { (moved($0, by: -1), $0.end) }
        }
        if opener.has(.ahead) {
            let start = reading.sense(index + 1).has(.of) ? index + 2 : index + 1
            return counted(at: start).map { (moved($0, by: 1), $0.end) }
        }
        if reading.key(index) == "ca", reading.key(index + 1) == "fait" {
            return counted(at: index + 2).map { (moved($0, by: -1), $0.end) }
        }
        let isGoneBefore = opener.has(.ago) && reading.vocabulary.tag != "en"
        if isGoneBefore {
            return counted(at: index + 1).map { (moved($0, by: -1), $0.end) }
        }
        guard let count = counted(at: index) else { return nil }
        if reading.vocabulary.tag == "en", reading.sense(count.end).has(.ago) {
            return (moved(count, by: -1), count.end + 1)
        }
        guard reading.key(count.end) == "from" else { return nil }
        if reading.key(count.end + 1) == "now" { return (moved(count, by: 1), count.end + 2) }
        let start = reading.sense(count.end + 1).weekday.map {
            (day: coming($0), end: count.end + 2)
        }
        guard let start = start ?? offset(at: count.end + 1) else { return nil }
        return (moved(count, by: 1, from: start.day), start.end)
    }

    private struct Count {
        var amount: Int
        var period: Period
        var end: Int
    }

    /// "two weeks", "a week", "einer Woche".
    private func counted(at index: Int) -> Count? {
        if reading.sense(index).has(.article), let period = reading.sense(index + 1).period {
            return Count(amount: 1, period: period, end: index + 2)
        }
        guard
            reading.sense(index).number != nil || reading.isDigits(index)
                || reading.sense(index).has(.article),
            let found = NumberReader(reading: reading).number(at: index), found.number.isWhole,
            (0...5000).contains(found.number.digits)
        else { return nil }
        let next = reading.sense(found.end).has(.of) ? found.end + 1 : found.end
        guard let period = reading.sense(next).period else { return nil }
        return Count(amount: found.number.digits, period: period, end: next + 1)
    }

    private func moved(_ count: Count, by sign: Int) -> Day {
        moved(count, by: sign, from: reading.today)
    }

    private func moved(_ count: Count, by sign: Int, from day: Day) -> Day {
        let amount = count.amount * sign
        switch count.period {
        case .minute, .hour: return day
        case .day: return day.adding(days: amount)
        case .week: return day.adding(days: amount * 7)
        case .fortnight: return day.adding(days: amount * 14)
        case .month: return day.adding(months: amount)
        case .year: return day.adding(months: amount * 12)
        }
    }

    // MARK: "last Tuesday", "el martes pasado", "on Friday"

    private func weekday(at index: Int) -> (day: Day, end: Int)? {
        let before = reading.sense(index)
        if let weekday = reading.sense(index + 1).weekday {
            if before.has(.last) { return (last(weekday), index + 2) }
            if before.has(.next) { return (next(weekday), index + 2) }
            if before.has(.this) { return (coming(weekday), index + 2) }
        }
        guard let weekday = before.weekday else { return nil }
        let after = reading.sense(index + 1)
        if reading.vocabulary.tag != "en" {
            if after.has(.last) { return (last(weekday), index + 2) }
            if after.has(.next) { return (next(weekday), index + 2) }
            if reading.key(index + 1) == "que", reading.key(index + 2) == "viene" {
                return (coming(weekday), index + 3)
            }
        }
        let isShort = reading.tokens[index].folded.utf8.count == 3
        let isLed = ["on", "by", "since", "until", "am", "bis", "seit"].contains(
            reading.key(index - 1))
        if isShort, !isLed { return nil }
        return (tense(around: index) == .past ? last(weekday) : coming(weekday), index + 1)
    }

    /// The most recent one before today.
    private func last(_ weekday: Int) -> Day {
        let back = (reading.today.weekday - weekday + 6) % 7 + 1
        return reading.today.adding(days: 0 - back)
    }

    /// The first one after today.
    private func coming(_ weekday: Int) -> Day {
        reading.today.adding(days: (weekday - reading.today.weekday + 6) % 7 + 1)
    }

    /// The one of next week (weeks begin on Monday).
    private func next(_ weekday: Int) -> Day {
        reading.today.adding(days: 7 - reading.today.weekday + weekday)
    }

    // MARK: "yesterday", "the day before yesterday"

    private func offset(at index: Int) -> (day: Day, end: Int)? {
        let first = reading.key(index)
        switch (first, reading.key(index + 1), reading.key(index + 2)) {
        case ("day", "before", "yesterday"): return (reading.today.adding(days: -2), index + 3)
        case ("day", "after", "tomorrow"): return (reading.today.adding(days: 2), index + 3)
        case ("antes", "de", "ayer"): return (reading.today.adding(days: -2), index + 3)
        case ("avant", "-", "hier"): return (reading.today.adding(days: -2), index + 3)
        case ("apres", "-", "demain"): return (reading.today.adding(days: 2), index + 3)
        case ("pasado", "manana", _): return (reading.today.adding(days: 2), index + 2)
        case (_, _, _): break
        }
        guard let days = reading.sense(index).dayOffset else { return nil }
        // "guten Morgen", "heute Morgen", "por la mañana" are times of the day.
        let isMorning = ["morgen", "manana"].contains(first)
        let before = reading.key(index - 1)
        if isMorning, ["guten", "heute", "gestern", "jeden", "la", "esta"].contains(before) {
            return nil
        }
        return (reading.today.adding(days: days), index + 1)
    }
}
