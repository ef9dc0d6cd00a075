/// A POSIX TZ string with the extensions of RFC 8536 (hours −167…167):
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Hashable, Sendable {
    /// Seconds east of UTC.
    var standard: Int
    var summer: Summer?

    struct Summer: Hashable, Sendable {
        var offset: Int
        var start: YearDay
        var end: YearDay
    }

    /// A day of each year and the time on it, in seconds of the wall clock before the change.
    struct YearDay: Hashable, Sendable {
        enum Form: Hashable, Sendable {
            /// 1…365, February 29 is never counted.
            case julian(Int)
            /// 0…365, February 29 is counted.
            case zeroBased(Int)
            /// Week 1…5 (5 is the last) of the month, weekday 0 (Sunday)…6.
            case monthly(month: Int, week: Int, weekday: Int)
        }
        var form: Form
        var second: Int

        /// Seconds since 1970-01-01T00:00 on the wall clock.
        func wallSeconds(in year: Int) -> Int64 {
            let first = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
            let day: Day
            switch form {
            case .julian(let number):
                let leaps = Day.length(ofMonth: 2, year: year) == 29 && number >= 60
                day = first.adding(days: number - 1 + (leaps ? 1 : 0))
            case .zeroBased(let number):
                day = first.adding(days: number)
            case .monthly(let month, let week, let weekday):
                let start = Day(year: year, month: month, day: 1) ?? first
                var offset = (weekday - start.weekday % 7 + 7) % 7 + (week - 1) * 7
                if offset >= Day.length(ofMonth: month, year: year) { offset -= 7 }
                day = start.adding(days: offset)
            }
            return Int64(day.number) * 86_400 + Int64(second)
        }
    }

    /// The span around the moment `seconds`, cut at the last explicit transition.
    func span(at seconds: Int64, notBefore: Int64?) -> Zone.Span {
        guard let summer else {
            return Zone.Span(offset: standard, start: notBefore, end: nil)
        }
        let year = CivilTime(wallSeconds: seconds + Int64(standard)).day.civil.year
        // From the year before to the year after: enough for spans over the turn of the year.
        var changes: [(at: Int64, offset: Int)] = []
        for year in (year - 1)...(year + 1) {
            changes.append((summer.start.wallSeconds(in: year) - Int64(standard), summer.offset))
            changes.append((summer.end.wallSeconds(in: year) - Int64(summer.offset), standard))
        }
        changes.sort { $0.at < $1.at }
        changes = ZoneRule.withoutEmptySpans(changes)
        let next = changes.firstIndex { $0.at > seconds } ?? changes.count
        let start = next == 0 ? nil : changes[next - 1].at
        return Zone.Span(
            offset: next == 0 ? standard : changes[next - 1].offset,
            start: [start, notBefore].compactMap { $0 }.max(),
            end: next == changes.count ? nil : changes[next].at)
    }

    /// Summer time all year is written as an end at the moment of the next start: no change at all.
    private static func withoutEmptySpans(
        _ changes: [(at: Int64, offset: Int)]
    ) -> [(at: Int64, offset: Int)] {
        var kept: [(at: Int64, offset: Int)] = []
        for change in changes {
            if kept.last?.at == change.at { kept.removeLast() }
            if kept.last?.offset != change.offset || kept.isEmpty { kept.append(change) }
        }
        return kept
    }
}
