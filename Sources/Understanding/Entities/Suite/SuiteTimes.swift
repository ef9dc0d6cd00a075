import Facts

/// Times of day of the suite.
struct SuiteTimes {
    let text: SuiteText

    struct Time: Equatable {
        /// Seconds of the day that it may mean, the earlier first.
        var options: [Int]
        /// 1 for the hour alone, 2 with minutes, 3 with seconds.
        var precision: Int
        var end: Int
        /// Written so that it is a time without any help.
        var isCertain: Bool
    }

    /// The time that begins at `index`.
    func time(at index: Int) -> Time? {
        if let led = led(at: index) { return led }
        guard let core = core(at: index) else { return nil }
        return withPeriod(core)
    }

    private func core(at index: Int) -> Time? {
        past(at: index) ?? named(at: index) ?? written(at: index) ?? spelled(at: index)
    }

    // MARK: "in the morning at 7", "8am this morning"

    private func period(at index: Int) -> (name: String, end: Int)? {
        var next = index
        if ["in", "this"].contains(text.word(next)) { next += 1 }
        if text.word(next) == "the" { next += 1 }
        if ["early", "late"].contains(text.word(next)) { next += 1 }
        let name = text.word(next)
        guard ["morning", "afternoon", "evening", "night", "tonight"].contains(name) else {
            return nil
        }
        return (name, next + 1)
    }

    private func led(at index: Int) -> Time? {
        guard let period = period(at: index), text.word(index) != "this" else { return nil }
        let start = ["at", "around"].contains(text.word(period.end)) ? period.end + 1 : period.end
        guard let core = core(at: start), core.isCertain || start > period.end else { return nil }
        return narrowed(core, period.name, core.end)
    }

    private func withPeriod(_ core: Time) -> Time {
        guard let period = period(at: core.end), text.word(core.end) != "tonight" else {
            return core
        }
        return narrowed(core, period.name, period.end)
    }

    func narrowed(_ time: Time, _ period: String, _ end: Int) -> Time {
        var time = time
        time.end = end
        time.isCertain = true
        let isMorning = period == "morning"
        let first = time.options[0]
        let hour = first / 3600
        if isMorning {
            time.options = [first]
        } else if hour < 12, hour >= 1 {
            let staysEarly = (period == "night" || period == "tonight") && hour < 5
            time.options = [staysEarly ? first : first + 43_200]
        } else {
            time.options = [time.options.last ?? first]
        }
        return time
    }

    // MARK: "half past seven", "20 min past eight"

    private func past(at index: Int) -> Time? {
        var minutes: Int?
        var next = index
        if text.word(index) == "half" || text.word(index) == "quarter" {
            minutes = text.word(index) == "half" ? 30 : 15
            next += 1
        } else if let count = count(at: index) {
            minutes = count.value
            next = count.end
            if ["min", "mins", "minute", "minutes"].contains(text.word(next)) { next += 1 }
        }
        let isCounted = next > index + 1 || minutes.map { $0 % 5 == 0 } ?? false
        guard let minutes, minutes < 60, text.word(next) == "past" || isCounted,
            ["past", "to"].contains(text.word(next)), let hour = count(at: next + 1),
            (1...12).contains(hour.value)
        else { return nil }
        let isPast = text.word(next) == "past"
        let base = hour.value % 12 * 3600 + (isPast ? minutes : 0 - minutes) * 60
        let second = (base + 86_400) % 86_400
        let end = oclock(hour.end) ?? hour.end
        return withHalf(Time(options: pair(second), precision: 2, end: end, isCertain: true))
    }

    private func pair(_ second: Int) -> [Int] {
        let hour = second / 3600
        if hour == 12 { return [second, second - 43_200] }
        return hour > 12 || hour == 0 ? [second] : [second, second + 43_200]
    }

    private func oclock(_ index: Int) -> Int? {
        if ["oclock", "oclocks"].contains(text.word(index)) { return index + 1 }
        guard text.word(index) == "o", text.word(index + 2) == "clock" else { return nil }
        return index + 3
    }

    private func count(at index: Int) -> (value: Int, end: Int)? {
        if text.isDigits(index), text.word(index).utf8.count <= 2, let value = Int(text.word(index))
        {
            guard !(text.isJoined(index + 1) && text.isWord(index + 1)) else { return nil }
            return (value, index + 1)
        }
        guard let whole = SuiteNumbers(text: text).spelledWhole(at: index), whole.value < 60 else {
            return nil
        }
        return (Int(whole.value), whole.end)
    }

    // MARK: "noon", "11ish"

    private func named(at index: Int) -> Time? {
        var next = index
        if text.word(next) == "12", text.word(next + 1) == "noon" { next += 1 }
        if ["noon", "noonish", "midday"].contains(text.word(next)) {
            return Time(options: [43_200], precision: 1, end: next + 1, isCertain: true)
        }
        if text.word(next) == "midnight" {
            return Time(options: [0], precision: 1, end: next + 1, isCertain: true)
        }
        if text.word(next) == "mid", text.word(next + 1) == "night" {
            return Time(options: [0], precision: 1, end: next + 2, isCertain: true)
        }
        if text.isDigits(index), text.word(index + 1) == "ish", let hour = Int(text.word(index)),
            hour <= 24
        {
            return Time(options: [hour % 24 * 3600], precision: 1, end: index + 2, isCertain: true)
        }
        return nil
    }

    // MARK: "8:00:31am", "1140 a.m.", "7p"

    private func written(at index: Int) -> Time? {
        guard text.isDigits(index), text.word(index).utf8.count <= 4,
            let first = Int(text.word(index))
        else { return nil }
        var hour = first
        var minute = 0
        var second = 0
        var next = index + 1
        var precision = 1
        if [":", "."].contains(text.word(next)), text.isJoined(next), text.isJoined(next + 1),
            text.isDigits(next + 1), text.word(next + 1).utf8.count == 2
        {
            guard let value = Int(text.word(next + 1)), value < 60, hour <= 24 else { return nil }
            minute = value
            precision = 2
            let usesColon = text.word(next) == ":"
            next += 2
            if usesColon, text.word(next) == ":", text.isJoined(next + 1), text.isDigits(next + 1),
                let value = Int(text.word(next + 1)), value < 60
            {
                second = value
                precision = 3
                next += 2
            }
            let half = half(next)
            let isAmount = ["%", "percent"].contains(text.word(next))
            guard usesColon || half != nil || (text.word(index - 1) == "at" && !isAmount) else {
                return nil
            }
            return finished(hour, minute, second, precision, next, isCertain: true)
        }
        if text.word(index).utf8.count >= 3 {
            guard half(next) != nil else { return nil }
            hour = first / 100
            minute = first % 100
            guard minute < 60 else { return nil }
            return finished(hour, minute, 0, 2, next, isCertain: true)
        }
        let isWholeHour = oclock(next) != nil || half(next) != nil
        guard hour <= 24, !(text.isJoined(next) && text.isWord(next)) || isWholeHour else {
            return nil
        }
        second = 0
        return finished(hour, minute, second, 1, next, isCertain: isWholeHour)
    }

    private func finished(
        _ hour: Int, _ minute: Int, _ second: Int, _ precision: Int, _ end: Int, isCertain: Bool
    ) -> Time? {
        guard hour <= 24 else { return nil }
        let base = hour % 24 * 3600 + minute * 60 + second
        if let clock = oclock(end) {
            return withHalf(
                Time(options: pair(base), precision: precision, end: clock, isCertain: true))
        }
        return withHalf(
            Time(options: pair(base), precision: precision, end: end, isCertain: isCertain))
    }

    /// With "am" or "pm" applied.
    private func withHalf(_ time: Time) -> Time {
        guard let half = half(time.end) else { return time }
        var time = time
        time.end = half.end
        time.isCertain = true
        guard half.name != "ampm" else { return time }
        let base = time.options[0] % 43_200
        time.options = [half.name == "a" ? base : base + 43_200]
        return time
    }

    /// "am", "p.m.", "a", "p m".
    private func half(_ index: Int) -> (name: String, end: Int)? {
        switch text.word(index) {
        case "am", "pm": return (String(text.word(index).prefix(1)), index + 1)
        case "ampm": return ("ampm", index + 1)
        case "a", "p":
            let name = text.word(index)
            if text.word(index + 1) == "m", !text.isJoined(index + 1) { return (name, index + 2) }
            if text.word(index + 1) == ".", text.word(index + 2) == "m" {
                return (name, text.word(index + 3) == "." ? index + 4 : index + 3)
            }
            return text.isJoined(index) && !text.isJoined(index + 1)
                || (text.isJoined(index) && [".", ",", "?"].contains(text.word(index + 1)))
                ? (name, index + 1) : nil
        case ".":
            guard text.isJoined(index), ["am", "pm"].contains(text.word(index + 1)),
                text.isJoined(index + 1)
            else { return nil }
            return (String(text.word(index + 1).prefix(1)), index + 2)
        default: return nil
        }
    }

    // MARK: "seven twenty-seven", "nine a m"

    private func spelled(at index: Int) -> Time? {
        guard let hour = SuiteNumbers.small[text.word(index)], (1...12).contains(Int(hour)) else {
            return nil
        }
        var next = text.word(index + 1) == "-" ? index + 2 : index + 1
        var minute = 0
        var precision = 1
        if let whole = SuiteNumbers(text: text).spelledWhole(at: next), whole.value >= 10,
            whole.value < 60
        {
            minute = Int(whole.value)
            precision = 2
            next = whole.end
            if ["minute", "minutes", "min"].contains(text.word(next)) { next += 1 }
        } else {
            next = index + 1
        }
        return finished(Int(hour), minute, 0, precision, next, isCertain: false)
    }

    /// `T15`, `T15:30`, `T15:30:20`.
    static func timex(_ second: Int, _ precision: Int) -> String {
        let hour = (second / 3600).padded(2)
        let minute = (second / 60 % 60).padded(2)
        switch precision {
        case 1: return "T" + hour
        case 2: return "T\(hour):\(minute)"
        default: return "T\(hour):\(minute):\((second % 60).padded(2))"
        }
    }

    static func clock(_ second: Int) -> String { String(timex(second, 3).dropFirst()) }
}
