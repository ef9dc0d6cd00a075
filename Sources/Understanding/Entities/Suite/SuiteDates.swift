import Facts

/// Dates, times, moments and durations of the suite, with their timex (TIDES/ISO-TimeML) and
/// values.
struct SuiteDates {
    let text: SuiteText
    private let today: Day
    /// Seconds of the reference's day.
    private let clock: Int
    private let days: SuiteDays
    private let times: SuiteTimes
    private let durations: SuiteDurations

    init(text: SuiteText, reference: String?) {
        self.text = text
        let parts = (reference ?? "2016-11-07T00:00:00").split(separator: "T")
        today = parts.first.flatMap { Day(iso: String($0)) } ?? Day(number: 17_112)
        let hands =
            parts.dropFirst().first?.prefix(8).split(separator: ":").compactMap { Int($0) } ?? []
        clock = hands.count == 3 ? hands[0] * 3600 + hands[1] * 60 + hands[2] : 0
        days = SuiteDays(text: text, today: today, isLater: clock > 0)
        times = SuiteTimes(text: text)
        durations = SuiteDurations(text: text)
    }

    func results() -> [SuiteResult] {
        var results: [SuiteResult] = []
        var index = 0
        while index < text.pieces.count {
            if let found = best(at: index) {
                results.append(
                    text.result(index, found.end, "datetimeV2." + found.type, found.values))
                index = found.end
            } else {
                index += 1
            }
        }
        return results
    }

    private struct Found {
        var type: String
        var values: [String]
        var end: Int
    }

    private func best(at index: Int) -> Found? {
        guard mayBegin(index), !isInsideWord(index) else { return nil }
        let candidates = [
            endOf(index), now(index), moment(index), relative(index), limited(index), date(index),
            duration(index), time(index),
        ]
        return candidates.compactMap { $0 }.enumerated().max { left, right in
            left.element.end != right.element.end
                ? left.element.end < right.element.end : left.offset > right.offset
        }?.element
    }

    /// A quick look that most words fail.
    private func mayBegin(_ index: Int) -> Bool {
        text.isDigits(index) || Self.openers.contains(text.word(index))
            || days.month(index) != nil || days.weekdayNumber(index) != nil
    }

    private static let openers: Set<String> = {
        let words = """
            the this next last previous past following coming upcoming current in at on around \
            circa approximately end eod now right more less half quarter a an few several some \
            all another noon noonish midday midnight mid early late morning afternoon evening \
            night tonight today otd tmrw tmr tomorrow yesterday day my black earth easter good \
            saint st independence christmas new international labour halloween valentine \
            thanksgiving ½
            """
        return Set(words.split(separator: " ").map(String.init))
            .union(SuiteNumbers.small.keys).union(SuiteNumbers.ordinalWords.keys)
            .union(SuiteNumbers.scales.keys)
    }()

    private func isInsideWord(_ index: Int) -> Bool {
        text.isJoined(index) && text.isWord(index - 1) && text.isDigits(index)
    }

    private func isAround(_ index: Int) -> Bool {
        ["around", "circa", "approximately"].contains(text.word(index))
    }

    // MARK: Dates and times alone

    private func date(_ index: Int) -> Found? {
        let isAround = isAround(index)
        guard let date = days.date(at: isAround ? index + 1 : index) else { return nil }
        if isAround { return monthly(date) }
        return Found(type: "date", values: values(date), end: date.end)
    }

    /// "around the 21st this month".
    private func monthly(_ date: SuiteDays.Date) -> Found? {
        guard date.past == date.future, let day = date.past else { return nil }
        return Found(type: "date", values: ["\(date.timex) approx \(day.iso)"], end: date.end)
    }

    private func values(_ date: SuiteDays.Date) -> [String] {
        date.past == nil
            ? ["\(date.timex) not resolved"] : date.values.map { "\(date.timex) \($0.iso)" }
    }

    private func time(_ index: Int) -> Found? {
        let isAround = isAround(index)
        let isAt = text.word(index) == "at"
        guard let time = times.time(at: isAround || isAt ? index + 1 : index), time.isCertain else {
            return nil
        }
        if isAt, !isDottedTime(index) || time.end != index + 4 { return nil }
        let modifier = isAround ? " approx" : ""
        let values = time.options.map { option in
            "\(SuiteTimes.timex(option, time.precision))\(modifier) \(SuiteTimes.clock(option))"
        }
        return Found(type: "time", values: values, end: time.end)
    }

    /// "at 8.30": the preposition belongs to the time, which would be a number without it.
    private func isDottedTime(_ index: Int) -> Bool {
        text.word(index) == "at" && text.isDigits(index + 1) && text.word(index + 2) == "."
            && text.isDigits(index + 3)
    }

    private func duration(_ index: Int) -> Found? {
        guard let duration = durations.duration(at: index) else { return nil }
        if ["few", "several", "some"].contains(text.word(index)), duration.end == index + 1 {
            return nil
        }
        return Found(
            type: "duration", values: ["\(duration.timex) \(SuiteFormat.text(duration.seconds))"],
            end: duration.end)
    }

    /// "more than 4 days", "less than 2 hours".
    private func limited(_ index: Int) -> Found? {
        let word = text.word(index)
        guard word == "more" || word == "less", text.word(index + 1) == "than",
            let duration = durations.duration(at: index + 2)
        else { return nil }
        return Found(
            type: "duration",
            values: ["\(duration.timex) \(word) \(SuiteFormat.text(duration.seconds))"],
            end: duration.end)
    }

    // MARK: "now", "end of today"

    private func now(_ index: Int) -> Found? {
        guard let phrase = Self.nowPhrases.first(where: { days.matches($0, index) }) else {
            return nil
        }
        return Found(
            type: "datetime", values: ["PRESENT_REF \(today.iso) \(SuiteTimes.clock(clock))"],
            end: index + phrase.split(separator: " ").count)
    }

    private static let nowPhrases = [
        "at the present time", "at the moment", "at the minute", "at this time", "at this moment",
        "at present", "right now", "now",
    ]

    private func endOf(_ index: Int) -> Found? {
        let start = text.word(index) == "the" ? index + 1 : index
        if text.word(start) == "eod" {
            return end(days.one(today, start + 1))
        }
        guard text.word(start) == "end", text.word(start + 1) == "of" else { return nil }
        if text.word(start + 2) == "day" { return end(days.one(today, start + 3)) }
        let hasArticle = text.word(start + 2) == "the" && days.weekdayNumber(start + 3) != nil
        return days.date(at: hasArticle ? start + 3 : start + 2).flatMap(end)
    }

    private func end(_ date: SuiteDays.Date) -> Found? {
        let values = date.values.map { "\(date.timex)T23:59:59 \($0.iso) 23:59:59" }
        return Found(type: "datetime", values: values, end: date.end)
    }

    // MARK: A date with a time

    private func moment(_ index: Int) -> Found? {
        let isAround = isAround(index)
        let start = isAround ? index + 1 : index
        guard let (date, time, end) = dateThenTime(start) ?? timeThenDate(start) else { return nil }
        var values: [String] = []
        for option in time.options {
            let timex = date.timex + SuiteTimes.timex(option, time.precision)
            if date.past == nil { values.append("\(timex) not resolved") }
            for day in date.values {
                values.append(
                    "\(timex)\(isAround ? " approx" : "") \(day.iso) \(SuiteTimes.clock(option))")
            }
        }
        if date.past == nil { values = Array(values.prefix(1)) }
        return Found(type: "datetime", values: values, end: end)
    }

    private func dateThenTime(_ index: Int) -> (SuiteDays.Date, SuiteTimes.Time, Int)? {
        if text.word(index) == "last", text.word(index + 1) == "night" {
            return joined(
                days.one(today.adding(days: -1), index + 2), period: "night", after: index + 2)
        }
        guard let date = days.date(at: index) else { return nil }
        if text.word(date.end - 1) == "tonight" {
            return joined(date, period: "tonight", after: date.end)
        }
        var next = date.end
        let joiners: Set<String> = ["at", "@", ",", "for", "around", "-", "by"]
        var isLed = false
        while joiners.contains(text.word(next)), next - date.end < 3 {
            isLed = isLed || ["at", "@", "around"].contains(text.word(next))
            next += 1
        }
        guard let time = times.time(at: next) else { return nil }
        let isDateSure = date.timex.hasPrefix("XXXX-WXX") || !text.isDigits(next)
        guard
            time.isCertain || (isLed && next > date.end)
                || (!text.isDigits(next) && isDateSure && time.precision > 1)
        else { return nil }
        if text.word(date.end) == "-", !time.isCertain { return nil }
        if Self.isHoliday(text.word(date.end - 1)) { return nil }
        return (date, time, time.end)
    }

    /// Times do not attach to holidays there.
    private static func isHoliday(_ word: String) -> Bool {
        ["christmas", "eve", "easter"].contains(word)
    }

    private func joined(
        _ date: SuiteDays.Date, period: String, after end: Int
    ) -> (
        SuiteDays.Date, SuiteTimes.Time, Int
    )? {
        let start = ["at", "around"].contains(text.word(end)) ? end + 1 : end
        guard let time = times.time(at: start) else { return nil }
        let isGiven = time.options.count == 1
        return (date, isGiven ? time : times.narrowed(time, period, time.end), time.end)
    }

    private func timeThenDate(_ index: Int) -> (SuiteDays.Date, SuiteTimes.Time, Int)? {
        let start = isDottedTime(index) ? index + 1 : index
        guard var time = times.time(at: start) else { return nil }
        var next = time.end
        if text.word(next) == "," { next += 1 }
        if text.word(next) == "on" || text.word(next) == "of" { next += 1 }
        if let half = ["this", "tonight"].first(where: { $0 == text.word(next) }) {
            let period = half == "tonight" ? "tonight" : text.word(next + 1)
            let end = half == "tonight" ? next + 1 : next + 2
            if ["tonight", "morning", "afternoon", "evening", "night"].contains(period) {
                let isGiven = time.options.count == 1
                return (
                    days.one(today, end), isGiven ? time : times.narrowed(time, period, end), end
                )
            }
        }
        if ["this"].contains(text.word(time.end - 2)),
            ["morning", "afternoon", "evening"].contains(text.word(time.end - 1))
        {
            return (days.one(today, time.end), time, time.end)
        }
        guard let date = days.date(at: next) else { return nil }
        let end = date.end
        if ["morning", "afternoon", "evening", "night"].contains(text.word(end)) {
            if time.options.count > 1 { time = times.narrowed(time, text.word(end), time.end) }
            return (date, time, end + 1)
        }
        guard time.isCertain else { return nil }
        return (date, time, end)
    }

    // MARK: "in 2 weeks", "3 days after January 12th", "half an hour from now"

    private func relative(_ index: Int) -> Found? {
        let weekday = days.weekdayNumber(index)
        if let weekday, let found = shifted(text.word(index + 1) == "," ? index + 2 : index + 1) {
            return onWeekday(weekday, found, found.end)
        }
        guard let found = shifted(index) else { return nil }
        if let seconds = found.seconds { return instant(seconds, found.end) }
        if text.word(found.end) == "on", let weekday = days.weekdayNumber(found.end + 1) {
            return onWeekday(weekday, found, found.end + 2)
        }
        return Found(type: "date", values: ["\(found.day.iso) \(found.day.iso)"], end: found.end)
    }

    /// The weekday of that week (weeks begin on Sunday); after months or years the next such
    /// weekday.
    private func onWeekday(_ weekday: Int, _ shifted: Shifted, _ end: Int) -> Found {
        let day = shifted.day
        let moved =
            shifted.isInMonths
            ? day.adding(days: (weekday - day.weekday + 7) % 7)
            : day.adding(days: weekday % 7 - day.weekday % 7)
        return Found(type: "date", values: ["\(moved.iso) \(moved.iso)"], end: end)
    }

    private struct Shifted {
        var day: Day
        /// Set where the length has hours or less.
        var seconds: Double?
        var isInMonths: Bool
        var end: Int
    }

    private func shifted(_ index: Int) -> Shifted? {
        let isIn = text.word(index) == "in"
        guard let length = durations.duration(at: isIn ? index + 1 : index) else { return nil }
        let next = length.end
        switch text.word(next) {
        case "ago": return isIn ? nil : moved(today, length, -1, next + 1)
        case "later": return isIn ? nil : moved(today, length, 1, next + 1)
        case "from", "after", "before", "since":
            let sign = text.word(next) == "before" ? -1 : 1
            if text.word(next + 1) == "now", text.word(next) == "from" {
                return moved(today, length, 1, next + 2)
            }
            if let year = yearStart(next + 1), isIn || text.word(next) == "since" {
                return moved(year.day, length, 1, year.end)
            }
            guard !length.isTime, let date = days.date(at: next + 1),
                let day = date.past == date.future ? date.past : date.future
            else { break }
            let base = sign < 0 || text.word(next) != "before" ? day : day
            return moved(base, length, sign, date.end)
        default: break
        }
        return isIn ? moved(today, length, 1, next) : nil
    }

    private func yearStart(_ index: Int) -> (day: Day, end: Int)? {
        let start = days.matches("the year", index) ? index + 2 : index
        guard text.isDigits(start), text.word(start).utf8.count == 4,
            let year = Int(text.word(start)), let day = Day(year: year, month: 1, day: 1)
        else { return nil }
        return (day, start + 1)
    }

    private func moved(
        _ day: Day, _ length: SuiteDurations.Duration, _ sign: Int, _ end: Int
    )
        -> Shifted
    {
        let moved = day.adding(months: length.months * sign).adding(days: length.days * sign)
        return Shifted(
            day: moved, seconds: length.isTime ? length.seconds * Double(sign) : nil,
            isInMonths: length.months > 0, end: end)
    }

    private func instant(_ seconds: Double, _ end: Int) -> Found {
        let total = clock + Int(seconds)
        let shift = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
        let day = today.adding(days: shift)
        let time = SuiteTimes.clock(total - shift * 86_400)
        return Found(type: "datetime", values: ["\(day.iso)T\(time) \(day.iso) \(time)"], end: end)
    }
}
