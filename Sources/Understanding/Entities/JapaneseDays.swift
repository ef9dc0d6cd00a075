import Facts

/// Reads Japanese days: 5月3日, 三日前, 来週の月曜日, おととい, 令和8年3月5日, 3/5に.
struct JapaneseDays {
    let reading: Reading

    typealias Found = (day: Day, end: Int)

    /// The day that begins at a token that is no number.
    func named(at index: Int) -> Found? {
        if let start = Self.named[reading.key(index)] {
            for (word, offset) in start where reading.spells(word, at: index) {
                return (reading.today.adding(days: offset), index + word.count)
            }
        }
        return weekday(at: index) ?? era(at: index)
    }

    /// The day that begins with `number`.
    func counted(_ number: JapaneseNumbers.Found, from start: Int) -> Found? {
        guard let value = number.value else { return nil }
        if reading.key(number.end) == "年", (1...9999).contains(value) {
            return monthAndDay(at: number.end + 1, year: value) ?? relative(number)
        }
        return monthAndDay(at: start, year: nil) ?? slashed(number, from: start)
            ?? relative(number) ?? dayOfMonth(number, from: start)
    }

    private func monthAndDay(at index: Int, year: Int?) -> Found? {
        let numbers = JapaneseNumbers(reading: reading)
        guard let month = numbers.number(at: index), reading.key(month.end) == "月",
            let day = numbers.number(at: month.end + 1), reading.key(day.end) == "日",
            let monthValue = month.value, let dayValue = day.value
        else { return nil }
        let date =
            year.map { Day(year: $0, month: monthValue, day: dayValue) }
            ?? DateReader(reading: reading).nearest(month: monthValue, day: dayValue, index)
        return date.map { ($0, day.end + 1) }
    }

    /// 令和8年3月5日.
    private func era(at index: Int) -> Found? {
        for (era, base) in Self.eras where reading.spells(era, at: index) {
            guard let year = JapaneseNumbers(reading: reading).number(at: index + 2),
                let value = year.value, (1...200).contains(value), reading.key(year.end) == "年"
            else { return nil }
            return monthAndDay(at: year.end + 1, year: base + value)
        }
        return nil
    }

    /// 3/5に: with a particle of time behind it, else it may be a fraction.
    private func slashed(_ number: JapaneseNumbers.Found, from start: Int) -> Found? {
        guard !number.isKanji, let month = number.value, (1...12).contains(month),
            reading.symbol(number.end) == UInt8(ascii: "/"), reading.isDigits(number.end + 1),
            let day = Int(reading.key(number.end + 1)), hasTimeParticle(number.end + 2)
        else { return nil }
        return DateReader(reading: reading).nearest(month: month, day: day, start).map {
            ($0, number.end + 2)
        }
    }

    /// 5日に, 10日まで: the nearest such day.
    private func dayOfMonth(_ number: JapaneseNumbers.Found, from start: Int) -> Found? {
        guard let value = number.value, (1...31).contains(value), reading.key(number.end) == "日",
            hasTimeParticle(number.end + 1)
        else { return nil }
        let (year, month, _) = reading.today.civil
        guard let same = Day(year: year, month: month, day: value) else { return nil }
        let candidates = [same, same.adding(months: -1), same.adding(months: 1)]
        let isPast = DateReader(reading: reading).tense(around: start) == .past
        let fitting = isPast ? candidates.filter { $0 <= reading.today } : candidates
        let best = fitting.min {
            abs($0.number - reading.today.number) < abs($1.number - reading.today.number)
        }
        return best.map { ($0, number.end + 1) }
    }

    private func hasTimeParticle(_ index: Int) -> Bool {
        reading.key(index) == "に"
            || ["から", "まで", "ごろ", "の"].contains { reading.spells($0, at: index) }
    }

    /// 三日前, 2週間後, 1ヶ月前, 3時間前.
    private func relative(_ number: JapaneseNumbers.Found) -> Found? {
        guard let value = number.value, (0...5000).contains(value),
            let (period, next) = JapaneseReader.period(reading, at: number.end)
        else { return nil }
        let isBack = reading.key(next) == "前"
        guard isBack || reading.key(next) == "後" else { return nil }
        let amount = isBack ? 0 - value : value
        let today = reading.today
        switch period {
        case .minute, .hour: return (today, next + 1)
        case .day: return (today.adding(days: amount), next + 1)
        case .week: return (today.adding(days: amount * 7), next + 1)
        case .fortnight: return (today.adding(days: amount * 14), next + 1)
        case .month: return (today.adding(months: amount), next + 1)
        case .year: return (today.adding(months: amount * 12), next + 1)
        }
    }

    /// 月曜日, 先週の火曜日, 来週の月曜, 次の金曜, この前の水曜日.
    private func weekday(at index: Int) -> Found? {
        for (word, lead) in Self.weekdayLeads where reading.spells(word, at: index) {
            var next = index + word.count
            if reading.key(next) == "の" { next += 1 }
            guard let (weekday, end) = plainWeekday(at: next) else { return nil }
            return (day(weekday, lead), end)
        }
        return plainWeekday(at: index).map { (day($0.weekday, .coming), $0.end) }
    }

    private enum Lead { case week(Int), coming, last }

    private func day(_ weekday: Int, _ lead: Lead) -> Day {
        let today = reading.today
        switch lead {
        case .week(let weeks):
            return today.adding(days: weekday - today.weekday + weeks * 7)
        case .coming: return today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
        case .last: return today.adding(days: 0 - ((today.weekday - weekday + 6) % 7 + 1))
        }
    }

    private func plainWeekday(at index: Int) -> (weekday: Int, end: Int)? {
        guard reading.key(index + 1) == "曜",
            let place = Self.weekdays.firstIndex(of: reading.key(index))
        else { return nil }
        return (place + 1, reading.key(index + 2) == "日" ? index + 3 : index + 2)
    }

    /// What a day without digits begins with.
    static let beginnings =
        weekdays + named.keys + (weekdayLeads.map(\.0) + eras.map(\.0)).map { String($0.prefix(1)) }

    private static let eras: [(String, Int)] = [("令和", 2018), ("平成", 1988)]
    private static let weekdays = ["月", "火", "水", "木", "金", "土", "日"]
    private static let weekdayLeads: [(String, Lead)] = [
        ("先々週", .week(-2)), ("先週", .week(-1)), ("今週", .week(0)), ("来週", .week(1)),
        ("再来週", .week(2)), ("この前", .last), ("前", .last), ("次", .coming), ("今度", .coming),
    ]

    /// First character → the words that begin with it, the longest first.
    private static let named: [String: [(String, Int)]] = Dictionary(
        grouping: [
            ("一昨日", -2), ("明後日", 2), ("おととい", -2), ("あさって", 2), ("さきおととい", -3),
            ("今日", 0), ("本日", 0), ("きょう", 0), ("昨日", -1), ("昨晩", -1), ("昨夜", -1),
            ("きのう", -1), ("明日", 1), ("あした", 1), ("あす", 1), ("明朝", 1), ("今朝", 0), ("今夜", 0),
        ], by: { String($0.0.prefix(1)) })
}
