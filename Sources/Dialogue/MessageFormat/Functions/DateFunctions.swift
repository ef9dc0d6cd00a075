import Facts

/// `:date`, `:time` and `:datetime`.
extension MessageFormatter {
    mutating func moment(_ call: FunctionCall, kind: MomentValue.Kind) -> ResolvedValue {
        guard var value = momentOperand(call, kind: kind) else {
            note(.badOperand, call.source)
            return .failed
        }
        value.kind = kind
        switch kind {
        case .date: applyDate(call, to: &value, fields: "fields", length: "length")
        case .time: applyTime(call, to: &value, precision: "precision")
        case .datetime:
            applyDate(call, to: &value, fields: "dateFields", length: "dateLength")
            applyTime(call, to: &value, precision: "timePrecision")
        }
        return ResolvedValue(.moment(value))
    }

    private mutating func applyDate(
        _ call: FunctionCall, to value: inout MomentValue, fields: String, length: String
    ) {
        value.fields = word(call, fields, as: DateFields.self) ?? value.fields
        value.length = word(call, length, as: MomentValue.Length.self) ?? value.length
    }

    private mutating func applyTime(
        _ call: FunctionCall, to value: inout MomentValue, precision: String
    ) {
        value.precision = word(call, precision, as: MomentValue.Precision.self) ?? value.precision
        switch call.option("hour12")?.text {
        case nil: break
        case "true": value.isTwelveHour = true
        case "false": value.isTwelveHour = false
        default: note(.badOption, "hour12")
        }
    }

    private func momentOperand(_ call: FunctionCall, kind: MomentValue.Kind) -> MomentValue? {
        guard let operand = call.operand else { return nil }
        switch operand.content {
        case .moment(let value): return value
        case .plain(.day(let day)):
            return kind == .time ? nil : MomentValue(day: day, secondOfDay: 0)
        case .plain(.instant(let instant)): return local(instant)
        case .plain(.text(let text)): return MomentText(text).read { local($0) }
        case .string(let text): return text.flatMap { MomentText($0).read { local($0) } }
        case .failed, .plain, .number, .money, .list, .suite: return nil
        }
    }

    /// The instant as the customer's calendar and clock show it.
    func local(_ instant: Instant) -> MomentValue {
        MomentValue(instant, secondsEast: options.secondsEastOfUTC(instant))
    }
}

extension MomentValue {
    /// `secondsEast` is taken within ±2 days.
    init(_ instant: Instant, secondsEast: Int) {
        let shift = min(max(secondsEast, -172_800), 172_800)
        let seconds = Int(instant.seconds) + shift
        let second = ((seconds % 86_400) + 86_400) % 86_400
        self.init(day: Day(number: (seconds - second) / 86_400), secondOfDay: second)
    }

    /// `2026-03-02T15:04:06`.
    var iso: String {
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        return day.iso + "T" + hour.padded(2) + ":" + minute.padded(2) + ":" + second.padded(2)
    }
}

/// A text of the specification's form `2006-01-02` or `2006-01-02T15:04:06`, with `Z` or `+01:00`.
struct MomentText {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8.prefix(40))
    }

    /// The moment; `localize` turns one with an offset into the customer's time. Nil for other
    /// texts.
    func read(localize: (Instant) -> MomentValue) -> MomentValue? {
        guard bytes.prefix(10).allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") }),
            let day = Day(iso: String(decoding: bytes.prefix(10), as: UTF8.self))
        else {
            return nil
        }
        guard bytes.count > 10 else { return MomentValue(day: day, secondOfDay: 0) }
        guard bytes[10] == UInt8(ascii: "T"), let hour = number(at: 11, below: 24), byte(13) == ":",
            let minute = number(at: 14, below: 60)
        else { return nil }
        var (end, second) = (16, 0)
        if byte(16) == ":" {
            guard let value = number(at: 17, below: 60) else { return nil }
            second = value
            end = 19
            if byte(19) == "." { end = endOfDigits(from: 20) }
        }
        let secondOfDay = hour * 3600 + minute * 60 + second
        if end == bytes.count { return MomentValue(day: day, secondOfDay: secondOfDay) }
        guard let east = offset(at: end) else { return nil }
        return localize(Instant(seconds: Int64(day.number * 86_400 + secondOfDay - east)))
    }

    /// Seconds east of UTC out of `Z`, `+01:00` or `-0330`, which must end the text.
    private func offset(at place: Int) -> Int? {
        if byte(place) == "Z" { return bytes.count == place + 1 ? 0 : nil }
        let sign = byte(place) == "+" ? 1 : byte(place) == "-" ? -1 : 0
        let minutes = byte(place + 3) == ":" ? place + 4 : place + 3
        guard sign != 0, bytes.count == minutes + 2, let hour = number(at: place + 1, below: 24),
            let minute = number(at: minutes, below: 60)
        else { return nil }
        return sign * (hour * 3600 + minute * 60)
    }

    private func byte(_ place: Int) -> Unicode.Scalar? {
        place < bytes.count ? Unicode.Scalar(bytes[place]) : nil
    }

    private func number(at place: Int, below limit: Int) -> Int? {
        guard place + 2 <= bytes.count else { return nil }
        let (tens, ones) = (bytes[place] &- 0x30, bytes[place + 1] &- 0x30)
        guard tens <= 9, ones <= 9 else { return nil }
        let value = Int(tens) * 10 + Int(ones)
        return value < limit ? value : nil
    }

    private func endOfDigits(from place: Int) -> Int {
        var end = place
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        return end
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
