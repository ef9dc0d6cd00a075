import Facts

/// The working spans of a calendar from a moment on, ascending: exactly the moments whose wall
/// clock shows a time within a period, so a repeated hour counts twice and a skipped one not at
/// all.
struct WorkingSpans: IteratorProtocol {
    private let calendar: WorkCalendar?
    private let from: Int64
    private var zoneSpan: Zone.Span
    private var day: Day
    private var found: ArraySlice<MillisecondSpan> = []
    private var daysLeft: Int

    init(calendar: WorkCalendar?, from: Int64) {
        self.calendar = calendar
        self.from = from
        let start = Instant(milliseconds: from)
        let zone = calendar?.zone ?? .utc
        zoneSpan = zone.span(at: start.seconds)
        day = zone.civil(at: start).day
        daysLeft = WorkingSpans.patience(calendar)
        if calendar == nil { found = [MillisecondSpan(start: from, end: .max)] }
    }

    /// How many days without work prove that none comes: each of the holidays may take a week's
    /// only working day, and a leap of the clock a few more.
    private static func patience(_ calendar: WorkCalendar?) -> Int {
        guard let calendar, calendar.week.contains(where: { !$0.isEmpty }) else { return 0 }
        return 7 * (calendar.holidays.count + 60)
    }

    mutating func stop() {
        found = []
        daysLeft = 0
    }

    mutating func next() -> MillisecondSpan? {
        while found.isEmpty {
            guard let calendar, daysLeft > 0 else { return nil }
            daysLeft -= 1
            found = spans(of: day, calendar: calendar)
            step(zone: calendar.zone)
            if !found.isEmpty { daysLeft = WorkingSpans.patience(calendar) }
        }
        return found.popFirst()
    }

    /// To the next day, or into the zone's next offset when that begins earlier.
    private mutating func step(zone: Zone) {
        let tomorrow = day.adding(days: 1)
        let midnight = Int64(tomorrow.number) * 86_400 - Int64(zoneSpan.offset)
        if let end = zoneSpan.end, end <= midnight {
            zoneSpan = zone.span(at: end)
            day = zone.civil(at: Instant(seconds: end)).day
        } else if tomorrow == day {
            daysLeft = 0
        } else {
            day = tomorrow
        }
    }

    /// The day's periods as moments, as far as the present offset holds and not before the start.
    private func spans(of day: Day, calendar: WorkCalendar) -> ArraySlice<MillisecondSpan> {
        let midnight = Int64(day.number) * 86_400 - Int64(zoneSpan.offset)
        let first = max(from, zoneSpan.start.map { $0 * 1000 } ?? .min)
        let last = zoneSpan.end.map { $0 * 1000 } ?? .max
        return calendar.periods(on: day).compactMap { period in
            let start = max(first, (midnight + Int64(period.start) * 60) * 1000)
            let end = min(last, (midnight + Int64(period.end) * 60) * 1000)
            return start < end ? MillisecondSpan(start: start, end: end) : nil
        }[...]
    }
}

extension WorkCalendar {
    /// The periods within this day alone, with what last night left over; ascending, without
    /// overlap.
    func periods(on day: Day) -> [DayPeriod] {
        let yesterday = day.adding(days: -1)
        let spilled = ownPeriods(of: yesterday).compactMap { period in
            period.end > 1440 ? DayPeriod(start: 0, end: period.end - 1440) : nil
        }
        let own = ownPeriods(of: day).map { DayPeriod(start: $0.start, end: min($0.end, 1440)) }
        var merged: [DayPeriod] = []
        for period in (spilled + own).sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = merged.last, period.start <= last.end {
                merged[merged.count - 1].end = max(last.end, period.end)
            } else {
                merged.append(period)
            }
        }
        return merged
    }

    private func ownPeriods(of day: Day) -> [DayPeriod] {
        let index = day.weekday - 1
        return index < week.count && !holidays.contains(sorted: day) ? week[index] : []
    }
}

extension [Day] {
    /// Whether an ascending list holds `day`.
    fileprivate func contains(sorted day: Day) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == day
    }
}
