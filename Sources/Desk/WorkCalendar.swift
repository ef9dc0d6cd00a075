public import Facts

/// Working time: weekly periods in the civil time of a zone, without the holidays.
public struct WorkCalendar: Hashable, Sendable {
    public var name: String
    public var zone: Zone
    /// Seven lists, Monday first.
    public var week: [[DayPeriod]]
    /// A period that starts on one of these days does not take place. Ascending.
    public var holidays: [Day]

    public init(name: String, zone: Zone, week: [[DayPeriod]], holidays: [Day] = []) {
        self.name = name
        self.zone = zone
        self.week = week
        self.holidays = holidays.sorted()
    }
}

/// A period of a day's civil time.
public struct DayPeriod: Hashable, Sendable, Codable {
    /// Minutes after midnight, 0…1439.
    public var start: Int
    /// Minutes after midnight, more than `start`, at most `start` + 1440; past 1440 it ends on the
    /// next day.
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Reads `08:00-12:00`, `22:00-24:00` or, over midnight, `22:00-06:00`; nil for anything else.
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = DayPeriod.minutes(ends[0]),
            let end = DayPeriod.minutes(ends[1]), start < 1440, start != end
        else { return nil }
        self.init(start: start, end: end > start ? end : end + 1440)
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour),
            (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }
}
