import Facts

/// Reads Japanese numbers and dates character by character: 五千, 5月3日, 三日前, 二つ目, 来週の月曜日.
struct JapaneseReader {
    let reading: Reading

    func quantity(at index: Int) -> QuantityReader.Found? {
        guard reading.vocabulary.words.tag == "ja" else { return nil }
        if let day = named(at: index) { return found(.date, .day(day.day), index, day.end) }
        if let weekday = weekday(at: index) {
            return found(.date, .day(weekday.day), index, weekday.end)
        }
        if reading.key(index) == "最", ["初", "後"].contains(reading.key(index + 1)) {
            let position = reading.key(index + 1) == "初" ? 1 : -1
            return found(.ordinal, .integer(position), index, index + 2)
        }
        guard let number = number(at: index) else { return nil }
        return dated(number, index) ?? counted(number, index)
    }

    private func found(
        _ kind: BuiltInEntity, _ value: Value, _ start: Int, _ end: Int
    ) -> QuantityReader.Found {
        QuantityReader.Found(kind: kind, value: value, start: start, end: end)
    }

    // MARK: Days

    /// 今日, 昨日, 一昨日, 明日, 明後日.
    private func named(at index: Int) -> (day: Day, end: Int)? {
        let days: [(String, Int)] = [
            ("一昨日", -2), ("明後日", 2), ("今日", 0), ("昨日", -1), ("明日", 1), ("きょう", 0),
            ("きのう", -1), ("あした", 1),
        ]
        for (word, offset) in days where matches(word, at: index) {
            return (reading.today.adding(days: offset), index + word.count)
        }
        return nil
    }

    private func matches(_ word: String, at index: Int) -> Bool {
        word.enumerated().allSatisfy { reading.key(index + $0.offset) == String($0.element) }
    }

    /// 月曜日, 先週の火曜日, 来週の月曜.
    private func weekday(at index: Int) -> (day: Day, end: Int)? {
        var next = index
        var weeks: Int?
        for (word, offset) in [("先週", -1), ("今週", 0), ("来週", 1)] where matches(word, at: index) {
            weeks = offset
            next += reading.key(index + 2) == "の" ? 3 : 2
        }
        guard let place = ["月", "火", "水", "木", "金", "土", "日"].firstIndex(of: reading.key(next)),
            reading.key(next + 1) == "曜"
        else { return nil }
        let end = reading.key(next + 2) == "日" ? next + 3 : next + 2
        let weekday = place + 1
        if let weeks {
            let monday = reading.today.adding(days: 1 - reading.today.weekday + weeks * 7)
            return (monday.adding(days: weekday - 1), end)
        }
        return (reading.today.adding(days: (weekday - reading.today.weekday + 6) % 7 + 1), end)
    }

    /// 2026年5月3日, 5月3日, 三日前, 2週間後.
    private func dated(_ number: Number, _ start: Int) -> QuantityReader.Found? {
        var year: Int?
        var month = number
        if reading.key(number.end) == "年", let next = self.number(at: number.end + 1) {
            year = number.value
            month = next
        }
        if reading.key(month.end) == "月", let day = self.number(at: month.end + 1),
            reading.key(day.end) == "日"
        {
            let context = DateReader(reading: reading)
            let date =
                year.flatMap { Day(year: $0, month: month.value, day: day.value) }
                ?? (year == nil ? context.nearest(month: month.value, day: day.value, start) : nil)
            return date.map { found(.date, .day($0), start, day.end + 1) }
        }
        return relative(number, start)
    }

    private func relative(_ number: Number, _ start: Int) -> QuantityReader.Found? {
        guard (0...5000).contains(number.value) else { return nil }
        var next = number.end
        let unit = reading.key(next)
        next += 1
        if ["か", "ヶ", "ケ", "カ"].contains(unit), reading.key(next) == "月" { next += 1 }
        if reading.key(next) == "間" { next += 1 }
        let isBack = reading.key(next) == "前"
        guard isBack || reading.key(next) == "後" else { return nil }
        let amount = isBack ? 0 - number.value : number.value
        let day: Day
        switch unit {
        case "日": day = reading.today.adding(days: amount)
        case "週": day = reading.today.adding(days: amount * 7)
        case "か", "ヶ", "ケ", "カ": day = reading.today.adding(months: amount)
        case "年": day = reading.today.adding(months: amount * 12)
        default: return nil
        }
        return found(.date, .day(day), start, next + 1)
    }

    // MARK: Numbers

    /// 円, 番目, つ目, else a plain number.
    private func counted(_ number: Number, _ start: Int) -> QuantityReader.Found? {
        if reading.key(number.end) == "円" {
            let yen = Money(minorUnits: number.value, currency: "JPY")
            return found(.money, .money(yen), start, number.end + 1)
        }
        let counter = reading.key(number.end)
        if ["番", "つ", "個"].contains(counter), reading.key(number.end + 1) == "目" {
            return found(.ordinal, .integer(number.value), start, number.end + 2)
        }
        return found(.number, .integer(number.value), start, number.end)
    }

    private struct Number {
        var value: Int
        var end: Int
    }

    /// Digits or kanji: 12, 千二百, 三万.
    private func number(at index: Int) -> Number? {
        if let written = NumberReader(reading: reading).written(at: index), written.number.isWhole {
            return Number(value: written.number.digits, end: written.end)
        }
        var total = 0
        var part = 0
        var digit = 0
        var next = index
        while next < reading.count, next - index < 16 {
            let key = reading.key(next)
            if let value = Self.digits[key] {
                digit = value
            } else if let step = Self.steps[key] {
                part += max(digit, 1) * step
                digit = 0
            } else if key == "万" {
                total += max(part + digit, 1) * 10_000
                part = 0
                digit = 0
            } else {
                break
            }
            next += 1
        }
        return next > index ? Number(value: total + part + digit, end: next) : nil
    }

    private static let digits: [String: Int] = [
        "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let steps: [String: Int] = ["十": 10, "百": 100, "千": 1000]
}
