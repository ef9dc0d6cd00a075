/// A civil date of the proleptic Gregorian calendar (ISO 8601), without a time or a zone.
public struct Day: Hashable, Comparable, Sendable, Codable {
    /// Days since 1970-01-01; the range is the years −9999…9999.
    public var number: Int

    /// The day `number` days after 1970-01-01, clamped to the range.
    public init(number: Int) {
        self.number = Swift.min(Swift.max(number, -4_371_587), 2_932_896)
    }

    /// The given date, or nil when the month or the day does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-03-02`; nil for anything else.
    public init?(iso text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
            let day = Int(Substring(parts[2]))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month 1…12 and day of the month 1…31.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * part + 2) / 5 + 1
        )
    }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int {
        let offset = (number + 3) % 7
        return (offset < 0 ? offset + 7 : offset) + 1
    }

    /// `2026-03-02`.
    public var iso: String {
        let (year, month, day) = civil
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }

    public func adding(days: Int) -> Day {
        let (sum, overflow) = number.addingReportingOverflow(days)
        return Day(number: overflow ? (days < 0 ? Int.min / 2 : Int.max / 2) : sum)
    }

    /// The same day of the month `months` later, or the last one that exists there.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let total = year * 12 + month - 1 + Swift.min(Swift.max(months, -200_000), 200_000)
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        let newDay = Swift.min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(year: newYear, month: newMonth, day: newDay) ?? self
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// 28…31; `month` must be 1…12.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a day is written YYYY-MM-DD")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension Int {
    /// The number with leading zeros up to `width` digits.
    public func padded(_ width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}
