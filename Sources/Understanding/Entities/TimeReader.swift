/// Reads times of day: "3:30 pm", "half past three", "15 Uhr 30", "halb vier", "las tres y media",
/// "15h30".
struct TimeReader {
    let reading: Reading

    typealias Found = (text: String, end: Int)

    private struct Clock {
        var minutes: Int
        var end: Int
    }

    /// `15:30`.
    static func text(_ hours: Int, _ minutes: Int) -> String {
        let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return padded(hours) + ":" + padded(minutes)
    }

    /// The time that starts at token `index`, in 24 hours.
    func time(at index: Int) -> Found? {
        guard
            let clock = named(at: index) ?? digital(at: index) ?? relative(at: index)
                ?? plain(at: index)
        else { return nil }
        return finished(clock)
    }

    /// With "in the afternoon", "abends", "de la tarde" behind it.
    private func finished(_ clock: Clock) -> Found {
        var minutes = clock.minutes
        var end = clock.end
        for step in 0...3 {
            let sense = reading.sense(clock.end + step)
            if sense.has(.morning) || sense.has(.afternoon), sense.dayOffset == nil || step > 0 {
                if sense.has(.afternoon), minutes < 720 { minutes += 720 }
                if sense.has(.morning), minutes >= 720, minutes < 780 { minutes -= 720 }
                end = clock.end + step + 1
                break
            }
            let isLink = sense.has(.article) || sense.has(.of) || sense.has(.ahead)
            guard isLink || ["at", "por", "l"].contains(reading.key(clock.end + step)) else {
                break
            }
        }
        return (Self.text(minutes / 60 % 24, minutes % 60), end)
    }

    /// "noon", "midi", "Mitternacht".
    private func named(at index: Int) -> Clock? {
        reading.sense(index).clock.map { Clock(minutes: $0, end: index + 1) }
    }

    // MARK: 15:30, 3:30pm, 3pm, 15h30

    private func digital(at index: Int) -> Clock? {
        guard index < reading.count, reading.byte(reading.tokens[index].start).isDigit,
            !reading.isInsideNumber(reading.tokens[index].start)
        else { return nil }
        if let joined = joined(at: index) { return joined }
        guard let hour = number(index, below: 25) else { return nil }
        let sign = reading.symbol(index + 1)
        let isPair = sign == UInt8(ascii: ":") || sign == UInt8(ascii: ".")
        if isPair, reading.isAttached(index + 1), reading.isAttached(index + 2) {
            return pair(hour, index, sign)
        }
        let isFree = !["es", "fr"].contains(reading.vocabulary.tag)
        if reading.sense(index + 1).has(.oclock), isFree || isLed(index) {
            let minutes = number(index + 2, below: 60)
            let isMinutes = minutes != nil && reading.tokens[index + 2].folded.utf8.count == 2
            return Clock(
                minutes: hour * 60 + (isMinutes ? minutes ?? 0 : 0),
                end: isMinutes ? index + 3 : index + 2)
        }
        return meridian(hour, 0, at: index + 1)
    }

    private func number(_ index: Int, below limit: Int) -> Int? {
        guard reading.isDigits(index), reading.tokens[index].folded.utf8.count <= 2,
            let value = Int(reading.tokens[index].folded), value < limit
        else { return nil }
        return value
    }

    /// "15:30", "3:30 pm", "3:30pm", "15.30 Uhr".
    private func pair(_ hour: Int, _ index: Int, _ sign: UInt8) -> Clock? {
        let (digits, letters) = parted(index + 2)
        guard digits.utf8.count == 2, let minute = Int(digits), minute < 60 else { return nil }
        let isLong =
            reading.symbol(index + 3) == sign && reading.isAttached(index + 3)
            && reading.isAttached(index + 4) && reading.byte(reading.start(index + 4)).isDigit
        guard !isLong else { return nil }
        if letters == "am" || letters == "pm" {
            return meridian(hour, minute, letters, end: index + 3)
        }
        guard letters.isEmpty else { return nil }
        let hasOclock = reading.sense(index + 3).has(.oclock)
        if let clock = meridian(hour, minute, at: index + 3) { return clock }
        guard sign == UInt8(ascii: ":") || hasOclock else { return nil }
        return Clock(minutes: hour * 60 + minute, end: hasOclock ? index + 4 : index + 3)
    }

    /// "3pm", "15h", "15h30" in one token.
    private func joined(at index: Int) -> Clock? {
        let token = reading.tokens[index]
        guard token.end - token.start <= 5 else { return nil }
        let (digits, letters) = parted(index)
        guard digits.utf8.count <= 2, let hour = Int(digits), hour < 24, !letters.isEmpty else {
            return nil
        }
        if letters == "am" || letters == "pm" { return meridian(hour, 0, letters, end: index + 1) }
        guard letters.hasPrefix("h"), reading.vocabulary.tag != "en" else { return nil }
        let rest = letters.dropFirst()
        guard rest.isEmpty || rest.utf8.count == 2 && rest.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        let minute = Int(rest) ?? 0
        return minute < 60 ? Clock(minutes: hour * 60 + minute, end: index + 1) : nil
    }

    private func parted(_ index: Int) -> (digits: String, letters: String) {
        guard index < reading.count else { return ("", "") }
        let folded = reading.tokens[index].folded
        let place = folded.utf8.firstIndex { !$0.isDigit } ?? folded.endIndex
        return (String(folded[..<place]), String(folded[place...]))
    }

    /// "pm", "p.m." at `index`.
    private func meridian(_ hour: Int, _ minute: Int, at index: Int) -> Clock? {
        let key = reading.key(index)
        if key == "am" || key == "pm", reading.vocabulary.tag != "de" {
            return meridian(hour, minute, key, end: index + 1)
        }
        guard key == "a" || key == "p", reading.symbol(index + 1) == UInt8(ascii: "."),
            reading.key(index + 2) == "m"
        else { return nil }
        let end = reading.symbol(index + 3) == UInt8(ascii: ".") ? index + 4 : index + 3
        return meridian(hour, minute, key + "m", end: end)
    }

    private func meridian(_ hour: Int, _ minute: Int, _ half: String, end: Int) -> Clock? {
        guard (1...12).contains(hour) else { return nil }
        let base = hour % 12 + (half == "pm" ? 12 : 0)
        return Clock(minutes: base * 60 + minute, end: end)
    }

    // MARK: "half past three", "halb vier", "Viertel vor drei", "zehn nach acht"

    private func relative(at index: Int) -> Clock? {
        let first = reading.sense(index)
        if first.has(.half), reading.vocabulary.tag == "de" {
            guard let hour = hour(at: index + 1), isLed(index) || reading.count <= 2 else {
                return nil
            }
            return Clock(minutes: hour.value * 60 - 30, end: hour.end)
        }
        guard reading.vocabulary.tag == "en" || reading.vocabulary.tag == "de" else {
            return nil
        }
        let offset: Int
        if first.has(.half) {
            offset = 30
        } else if first.has(.quarter) {
            offset = 15
        } else if isLed(index), case .unit(let value)? = first.number, value > 0 {
            offset = value
        } else {
            return nil
        }
        let isPast = reading.sense(index + 1).has(.pastHour)
        guard isPast || reading.sense(index + 1).has(.toHour),
            let hour = hour(at: index + 2)
        else { return nil }
        return Clock(minutes: hour.value * 60 + (isPast ? offset : 0 - offset), end: hour.end)
    }

    /// An hour in digits or in a word, 1…24.
    private func hour(at index: Int) -> (value: Int, end: Int)? {
        if let value = number(index, below: 25), value > 0 { return (value, index + 1) }
        switch reading.sense(index).number {
        case .unit(let value)? where (1...12).contains(value): return (value, index + 1)
        case .unit, .round, .hundred, .scale, nil: return nil
        }
    }

    /// A word that leads an hour stands before it.
    private func isLed(_ index: Int) -> Bool { reading.sense(index - 1).has(.hourCue) }

    // MARK: "three o'clock", "um drei Uhr", "las tres y media", "trois heures et demie"

    private func plain(at index: Int) -> Clock? {
        let isRomance = ["es", "fr"].contains(reading.vocabulary.tag)
        guard let hour = hour(at: index) else { return nil }
        let hasOclock = reading.sense(hour.end).has(.oclock)
        // "a las tres", for "las tres" alone are three things.
        let isSpanish =
            reading.vocabulary.tag == "es" && isLed(index)
            && Self.spanishLeads.contains(reading.hash(index - 2))
        guard hasOclock || isSpanish, !hasOclock || !isRomance || isLed(index) else { return nil }
        var clock = Clock(minutes: hour.value * 60, end: hasOclock ? hour.end + 1 : hour.end)
        if isRomance { addPart(to: &clock) }
        return clock
    }

    private static let spanishLeads: WordSet = ["a", "hasta", "desde", "sobre", "de"]

    /// "y media", "menos cuarto", "et quart", "moins le quart", "y diez".
    private func addPart(to clock: inout Clock) {
        let isPast = reading.sense(clock.end).has(.pastHour)
        guard isPast || reading.sense(clock.end).has(.toHour) else { return }
        let next = reading.sense(clock.end + 1).has(.article) ? clock.end + 2 : clock.end + 1
        let sense = reading.sense(next)
        let offset: Int
        if sense.has(.half) {
            offset = 30
        } else if sense.has(.quarter) {
            offset = 15
        } else if case .unit(let value)? = sense.number {
            offset = value
        } else {
            return
        }
        clock = Clock(minutes: clock.minutes + (isPast ? offset : 0 - offset), end: next + 1)
    }
}
