import Facts

/// Reads what a Japanese number counts: 5月3日, 五千円, 二つ目, 3時半, 2週間, 10%.
struct JapaneseReader {
    let reading: Reading
    /// ISO 4217 code of the shop's currency: which dollar ドル is.
    let currency: String

    func quantity(at index: Int) -> QuantityReader.Found? {
        guard reading.vocabulary.tag == "ja", mayBegin(index) else { return nil }
        let days = JapaneseDays(reading: reading)
        if let day = days.named(at: index) { return found(.date, .day(day.day), index, day.end) }
        if let time = time(at: index) { return time }
        if let end = end(at: index) { return end }
        let isOrdinal = reading.key(index) == "第"
        let start = isOrdinal ? index + 1 : index
        guard let number = JapaneseNumbers(reading: reading).number(at: start) else { return nil }
        if isOrdinal, let position = number.value {
            return found(.ordinal, .integer(position), index, number.end)
        }
        if let day = days.counted(number, from: index) {
            return found(.date, .day(day.day), index, day.end)
        }
        return counted(number, index)
    }

    /// Most characters begin nothing that is read here.
    private func mayBegin(_ index: Int) -> Bool {
        reading.byte(reading.start(index)) < Self.firstCharacter
            || Self.beginnings.contains(reading.hash(index))
    }

    /// The first byte of kana and Han characters.
    private static let firstCharacter: UInt8 = 0xE3
    private static let beginnings = WordSet(
        JapaneseNumbers.beginnings + JapaneseDays.beginnings
            + (["第"] + firsts + lasts + halves.map(\.0)).map { String($0.prefix(1)) })

    private func found(
        _ kind: BuiltInEntity, _ value: Value, _ start: Int, _ end: Int
    ) -> QuantityReader.Found {
        QuantityReader.Found(kind: kind, value: value, start: start, end: end)
    }

    /// 最初, はじめ, 最後, 最後から二番目.
    private func end(at index: Int) -> QuantityReader.Found? {
        for word in Self.firsts where reading.spells(word, at: index) {
            return found(.ordinal, .integer(1), index, index + word.count)
        }
        for word in Self.lasts where reading.spells(word, at: index) {
            let next = index + word.count
            if reading.spells("から", at: next),
                let number = JapaneseNumbers(reading: reading).number(at: next + 2),
                let value = number.value, (1...99).contains(value),
                let end = ordinalEnd(number)
            {
                return found(.ordinal, .integer(0 - value), index, end)
            }
            return found(.ordinal, .integer(-1), index, next)
        }
        return nil
    }

    private static let firsts = ["最初", "はじめの", "いちばん上", "一番上"]
    private static let lasts = ["最後", "一番下", "いちばん下"]

    /// 円, 番目, つ目, 時間, %, else a plain number.
    private func counted(_ number: JapaneseNumbers.Found, _ start: Int) -> QuantityReader.Found? {
        if let money = money(number, start) { return money }
        if let position = number.value, let end = ordinalEnd(number) {
            return found(.ordinal, .integer(position), start, end)
        }
        let isPercent = reading.symbol(number.end) == UInt8(ascii: "%")
        if isPercent || reading.spells("パーセント", at: number.end) {
            let end = isPercent ? number.end + 1 : number.end + 5
            return counting(.percent, number.number.value, number, start, end)
        }
        if let duration = duration(number, start) { return duration }
        return found(.number, number.number.value, start, number.end)
    }

    /// A found thing whose number is found too.
    private func counting(
        _ kind: BuiltInEntity, _ value: Value, _ number: JapaneseNumbers.Found, _ start: Int,
        _ end: Int
    ) -> QuantityReader.Found {
        var found = found(kind, value, start, end)
        found.number = QuantityReader.Counted(value: number.number.value, end: number.end)
        return found
    }

    private func money(_ number: JapaneseNumbers.Found, _ start: Int) -> QuantityReader.Found? {
        for (word, code) in Self.currencies where reading.spells(word, at: number.end) {
            let own = currency.hasSuffix("D") ? currency : "USD"
            let code = code == "$" ? own : code
            guard let units = number.number.minorUnits(places: Money.decimals(of: code)) else {
                return nil
            }
            let amount = Money(minorUnits: units, currency: code)
            return found(.money, .money(amount), start, number.end + word.count)
        }
        return nil
    }

    private func ordinalEnd(_ number: JapaneseNumbers.Found) -> Int? {
        let isCounter = Self.counters.contains(reading.key(number.end))
        guard number.isCounted || isCounter else { return nil }
        let next = number.isCounted ? number.end : number.end + 1
        return ["目", "め"].contains(reading.key(next)) ? next + 1 : nil
    }

    private static let counters: Set<String> = ["番", "つ", "個", "回", "件", "本", "枚", "点", "台", "人"]
    private static let currencies: [(String, String)] = [
        ("円", "JPY"), ("ドル", "$"), ("ユーロ", "EUR"), ("ポンド", "GBP"), ("元", "CNY"), ("ウォン", "KRW"),
    ]

    // MARK: 午後3時半, 15時30分

    private func time(at index: Int) -> QuantityReader.Found? {
        let half = Self.halves.first { reading.spells($0.0, at: index) }
        let start = half.map { index + $0.0.count } ?? index
        guard let hour = JapaneseNumbers(reading: reading).number(at: start),
            let value = hour.value, (0...24).contains(value), reading.key(hour.end) == "時",
            reading.key(hour.end + 1) != "間"
        else { return nil }
        var end = hour.end + 1
        var minutes = 0
        if reading.key(end) == "半" {
            minutes = 30
            end += 1
        } else if let found = JapaneseNumbers(reading: reading).number(at: end),
            let value = found.value, (0...59).contains(value), reading.key(found.end) == "分"
        {
            minutes = value
            end = found.end + 1
        }
        let isLate = half?.1 == true && value < 12
        return found(
            .time, .text(TimeReader.text((isLate ? value + 12 : value) % 24, minutes)), index, end)
    }

    /// Whether the words before the hour put it after noon.
    private static let halves: [(String, Bool)] = [
        ("午前", false), ("午後", true), ("朝", false), ("夜", true), ("夕方", true),
    ]

    // MARK: 3日間, 2週間, 30分

    private func duration(_ number: JapaneseNumbers.Found, _ start: Int) -> QuantityReader.Found? {
        guard let (period, end) = Self.period(reading, at: number.end),
            let text = DurationReader.text(number.number, period)
        else { return nil }
        let isSpan = reading.key(end - 1) == "間" || period == .minute || period == .month
        guard isSpan || reading.spells("以内", at: end) else { return nil }
        return counting(.duration, .text(text), number, start, end)
    }

    /// The unit of time at `index`, and the token after it: 日, 日間, 週間, か月, 年間, 時間, 分.
    static func period(_ reading: Reading, at index: Int) -> (period: Period, end: Int)? {
        let period: Period
        var next = index + 1
        switch reading.key(index) {
        case "日": period = .day
        case "週": period = .week
        case "年": period = .year
        case "分": period = .minute
        case "時" where reading.key(next) == "間": period = .hour
        case "か", "ヶ", "ケ", "カ", "ヵ", "箇":
            guard reading.key(next) == "月" else { return nil }
            period = .month
            next += 1
        default: return nil
        }
        return (period, reading.key(next) == "間" ? next + 1 : next)
    }
}
