import Facts

/// Finds spans of days: "between 3 and 5 May", "from Monday to Friday", "vom 3. bis 5. Mai",
/// "last week", "im Dezember", 3月3日から5日まで.
struct PeriodReader {
    let reading: Reading

    struct Found: Equatable {
        var from: Day
        /// Included.
        var to: Day
        /// Token range.
        var start: Int
        var end: Int
    }

    /// The spans, given the single days that were found.
    func periods(_ dates: [QuantityReader.Found]) -> [Found] {
        var found = pairs(dates)
        for index in reading.tokens.indices {
            guard let whole = whole(at: index) ?? month(at: index) ?? japanese(at: index),
                !dates.contains(where: { $0.start < whole.end && whole.start < $0.end })
            else { continue }
            found.append(whole)
        }
        return found
    }

    // MARK: Two ends

    private func pairs(_ dates: [QuantityReader.Found]) -> [Found] {
        var found: [Found] = []
        for (place, date) in dates.enumerated() {
            guard case .day(let day) = date.value else { continue }
            let isLast =
                place + 1 == dates.count || dates[place + 1].start > date.end + 3
                || reading.vocabulary.tag == "ja" && reading.key(date.end + 3) == "日"
            if isLast, let span = after(day, date) { found.append(span) }
            guard let joint = connector(before: date.start) else { continue }
            let isFirstDay = place > 0 && dates[place - 1].end == joint.start
            if isFirstDay, case .day(let first) = dates[place - 1].value {
                let start = dates[place - 1].start
                guard joint.isSure || isOpened(start) else { continue }
                if let span = span(first, day, start, date.end) { found.append(span) }
            } else if let (number, start) = dayNumber(before: joint.start),
                joint.isSure || isOpened(start), let first = sameMonth(day, number)
            {
                if let span = span(first, day, start, date.end) { found.append(span) }
            }
        }
        return found
    }

    /// "May 3 to 5", 3月3日から5日.
    private func after(_ first: Day, _ date: QuantityReader.Found) -> Found? {
        let isKara = reading.spells("から", at: date.end)
        let isSure = isKara || reading.symbol(date.end) == UInt8(ascii: "-")
        guard isSure || reading.sense(date.end).has(.rangeEnd) else { return nil }
        let next = isKara ? date.end + 2 : date.end + 1
        guard isSure || isOpened(date.start), let number = dayNumber(at: next),
            number.value > first.civil.day, reading.sense(number.end).month == nil,
            reading.sense(number.end).period == nil, !reading.sense(number.end).has(.unit),
            reading.symbol(number.end) != UInt8(ascii: "-")
        else { return nil }
        guard !isKara || reading.key(number.end) == "日" else { return nil }
        let (year, month, _) = first.civil
        guard let last = Day(year: year, month: month, day: number.value) else { return nil }
        return span(first, last, date.start, isKara ? number.end + 1 : number.end)
    }

    /// The word for "to" before `index`, past an article; not sure where it may be "and".
    private func connector(before index: Int) -> (start: Int, isSure: Bool)? {
        var place = index - 1
        if reading.key(place - 1) + reading.key(place) == "から" { return (place - 1, true) }
        if reading.sense(place).has(.article) || reading.key(place) == "zum" { place -= 1 }
        let symbol = reading.symbol(place)
        if symbol == UInt8(ascii: "-") || ["–", "~", "〜"].contains(reading.key(place)) {
            return (place, true)
        }
        let sense = reading.sense(place)
        guard sense.has(.rangeEnd) else { return nil }
        return (place, !sense.has(.and))
    }

    private func isOpened(_ index: Int) -> Bool {
        (1...2).contains { reading.sense(index - $0).has(.rangeStart) }
    }

    /// The day of the month that ends before `index`: "3", "3.", "3rd".
    private func dayNumber(before index: Int) -> (value: Int, start: Int)? {
        let isDotted = reading.symbol(index - 1) == UInt8(ascii: ".")
        let place = isDotted ? index - 2 : index - 1
        guard let number = dayNumber(at: place) else { return nil }
        return (number.value, place)
    }

    private func dayNumber(at index: Int) -> (value: Int, end: Int)? {
        guard index >= 0, index < reading.count, reading.byte(reading.start(index)).isDigit else {
            return nil
        }
        let folded = reading.tokens[index].folded
        let digits = folded.utf8.prefix(while: \.isDigit)
        let rest = folded.utf8.dropFirst(digits.count)
        guard digits.count <= 2, rest.count <= 2, rest.allSatisfy(\.isLetter),
            let value = Int(Substring(digits)), (1...31).contains(value)
        else { return nil }
        return (value, index + 1)
    }

    /// The day `number` of the month of `last`, or of the month before where that is later.
    private func sameMonth(_ last: Day, _ number: Int) -> Day? {
        let (year, month, day) = last.civil
        if number <= day { return Day(year: year, month: month, day: number) }
        let before = month == 1 ? (year - 1, 12) : (year, month - 1)
        return Day(year: before.0, month: before.1, day: number)
    }

    /// Weekdays wrap into the next week.
    private func span(_ first: Day, _ last: Day, _ start: Int, _ end: Int) -> Found? {
        let gap = first.number - last.number
        let weeks = gap > 0 && gap <= 14 ? (gap + 6) / 7 : 0
        let last = last.adding(days: weeks * 7)
        guard first <= last else { return nil }
        return Found(from: first, to: last, start: start, end: end)
    }

    // MARK: A whole week, month or year

    /// "last week", "nächsten Monat", "la semaine dernière", "el mes que viene".
    private func whole(at index: Int) -> Found? {
        guard let period = reading.sense(index).period else { return nil }
        if let step = step(reading.sense(index - 1)) {
            return span(of: period, moved: step, index - 1, index + 1)
        }
        guard ["es", "fr"].contains(reading.vocabulary.tag) else { return nil }
        if let step = step(reading.sense(index + 1)), step != 0 {
            return span(of: period, moved: step, index, index + 2)
        }
        guard reading.key(index + 1) == "que", reading.key(index + 2) == "viene" else {
            return nil
        }
        return span(of: period, moved: 1, index, index + 3)
    }

    private func step(_ sense: Sense) -> Int? {
        if sense.has(.last) { return -1 }
        if sense.has(.next) { return 1 }
        return sense.has(.this) ? 0 : nil
    }

    private func span(of period: Period, moved step: Int, _ start: Int, _ end: Int) -> Found? {
        let (year, month, _) = reading.today.civil
        switch period {
        case .week:
            let monday = reading.today.adding(days: 1 - reading.today.weekday + step * 7)
            return Found(from: monday, to: monday.adding(days: 6), start: start, end: end)
        case .month:
            guard let first = Day(year: year, month: month, day: 1)?.adding(months: step) else {
                return nil
            }
            return Found(
                from: first, to: first.adding(months: 1).adding(days: -1), start: start, end: end)
        case .year:
            guard let first = Day(year: year + step, month: 1, day: 1),
                let last = Day(year: year + step, month: 12, day: 31)
            else { return nil }
            return Found(from: first, to: last, start: start, end: end)
        case .day, .fortnight, .hour, .minute: return nil
        }
    }

    /// "in December", "im Dezember", "since May".
    private func month(at index: Int) -> Found? {
        guard let month = reading.sense(index).month, !reading.isDigits(index + 1) else {
            return nil
        }
        let before = reading.sense(index - 1)
        let isLed =
            before.has(.ahead) || before.has(.this) || before.has(.last) || before.has(.next)
            || before.has(.rangeStart) || before.has(.future)
            || ["im", "en", "seit", "since"]
                .contains(reading.key(index - 1))
        guard isLed, reading.isCapitalised(index) || before.has(.ahead) || !isEnglish,
            let first = DateReader(reading: reading).nearest(month: month, day: 1, index)
        else { return nil }
        return Found(
            from: first, to: first.adding(months: 1).adding(days: -1), start: index, end: index + 1)
    }

    private var isEnglish: Bool { reading.vocabulary.tag == "en" }

    /// 先週, 今月, 来年.
    private func japanese(at index: Int) -> Found? {
        guard reading.vocabulary.tag == "ja",
            let steps = Self.japaneseSteps[reading.key(index)],
            let period = Self.japanesePeriods[reading.key(index + 1)]
        else { return nil }
        return span(of: period, moved: steps, index, index + 2)
    }

    private static let japaneseSteps: [String: Int] = ["先": -1, "去": -1, "昨": -1, "今": 0, "来": 1]
    private static let japanesePeriods: [String: Period] = ["週": .week, "月": .month, "年": .year]
}
