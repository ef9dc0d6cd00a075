import Facts
import Testing

@testable import Desk

/// One row of the specification's table of deadlines.
struct ClockVector: Sendable, CustomTestStringConvertible {
    var zone = "Europe/Berlin"
    /// `mon-fri 09:00-17:00; sat …`; empty: always.
    var week = ""
    var holidays: [String] = []
    var start: String
    var minutes: Int
    var pause: (String, String)?
    /// The wall clock at the deadline, with the offset in hours.
    var due: String

    var testDescription: String { "\(start) +\(minutes) in \(week.isEmpty ? "always" : week)" }
}

@Suite("Working time", .enabled(if: Zones.available))
struct WorkClockTests {
    static let vectors: [ClockVector] = [
        ClockVector(
            week: "mon-fri 09:00-17:00", start: "2026-01-30 16:30", minutes: 60,
            due: "2026-02-02 09:30 +1"),
        ClockVector(
            week: "mon-fri 09:00-17:00", start: "2026-01-28 07:00", minutes: 120,
            due: "2026-01-28 11:00 +1"),
        ClockVector(
            week: "mon-fri 08:00-18:00", start: "2026-01-26 17:00", minutes: 240,
            due: "2026-01-27 11:00 +1"),
        ClockVector(
            week: "mon-fri 08:00-18:00", start: "2026-01-26 17:00", minutes: 180,
            due: "2026-01-27 10:00 +1"),
        ClockVector(
            week: "tue 09:00-17:00", holidays: ["2026-01-27"], start: "2026-01-27 10:00",
            minutes: 60, due: "2026-02-03 10:00 +1"),
        ClockVector(
            week: "tue 09:00-17:00; wed 09:00-17:00", start: "2026-01-27 09:00", minutes: 900,
            due: "2026-01-28 16:00 +1"),
        ClockVector(
            zone: "Asia/Kolkata", week: "tue 09:00-17:00", start: "2023-10-11 01:30",
            minutes: 60, due: "2023-10-17 10:00 +5.5"),
        ClockVector(
            week: "mon-fri 08:00-12:00 13:30-18:00", start: "2026-01-26 11:30", minutes: 90,
            due: "2026-01-26 14:30 +1"),
        ClockVector(
            week: "fri 22:00-24:00; sat 00:00-06:00", start: "2026-01-30 23:30", minutes: 120,
            due: "2026-01-31 01:30 +1"),
        ClockVector(
            week: "fri 22:00-06:00", start: "2026-01-30 23:30", minutes: 120,
            due: "2026-01-31 01:30 +1"),
        ClockVector(start: "2026-03-29 01:30", minutes: 60, due: "2026-03-29 03:30 +2"),
        ClockVector(
            zone: "America/New_York", week: "sun 00:00-04:00", start: "2026-11-01 00:30",
            minutes: 240, due: "2026-11-01 03:30 -5"),
        ClockVector(
            week: "mon-fri 09:00-17:00", start: "2026-01-30 16:00", minutes: 120,
            pause: ("2026-01-30 16:30", "2026-02-02 10:00"), due: "2026-02-02 11:30 +1"),
        ClockVector(
            week: "tue 08:00-17:00", start: "2026-01-27 16:30", minutes: 60,
            due: "2026-02-03 08:30 +1"),
    ]

    @Test("the deadlines of the specification", arguments: vectors)
    func vector(_ vector: ClockVector) throws {
        let zone = try Zones.zone(vector.zone)
        let clock = try clock(vector.week, zone, vector.holidays)
        let start = try moment(vector.start, zone)
        let pauses = try vector.pause.map {
            [Pause(start: try moment($0.0, zone), end: try moment($0.1, zone))]
        }
        let duration = Duration.seconds(vector.minutes * 60)
        let due = try #require(clock.deadline(from: start, after: duration, pauses: pauses ?? []))
        let civil = zone.civil(at: due)
        let hours = Double(zone.offset(at: due)) / 3600
        let offset = hours == hours.rounded() ? "\(Int(hours))" : "\(hours)"
        #expect("\(civil.day.iso) \(civil.clock) \(hours < 0 ? "" : "+")\(offset)" == vector.due)
        #expect(clock.elapsed(from: start, to: due, pauses: pauses ?? []) == duration)
    }

    @Test("an empty calendar and an open pause have no deadline, a year of holidays ends")
    func noDeadline() throws {
        let zone = try Zones.zone("Europe/Berlin")
        let start = try moment("2026-01-30 16:00", zone)
        let empty = WorkClock(
            calendar: WorkCalendar(name: "", zone: zone, week: [[], [], [], [], [], [], []]))
        #expect(empty.deadline(from: start, after: .seconds(1)) == nil)
        #expect(empty.nextOpening(from: start) == nil)
        let office = try clock("mon-fri 09:00-17:00", zone, [])
        let open = [Pause(start: try moment("2026-01-30 16:30", zone))]
        #expect(office.deadline(from: start, after: .seconds(3600), pauses: open) == nil)
        #expect(
            office.deadline(from: start, after: .seconds(600), pauses: open)
                == start + .seconds(600))
        let days = (0..<700).compactMap { Day(year: 2026, month: 1, day: 27)?.adding(days: $0) }
        let closed = try clock("tue 09:00-17:00", zone, days.map(\.iso))
        let due = try #require(closed.deadline(from: start, after: .seconds(60)))
        #expect(zone.civil(at: due).day.iso == "2027-12-28")
    }

    @Test("the brute-force oracle, minute by minute, on random calendars over all zones")
    func oracle() throws {
        let seed: UInt64 = 20_260_130
        print("seed \(seed)")
        var random = SeededRandom(seed: seed)
        for zone in try Zones.all() {
            let clock = randomClock(zone, &random)
            // Around a change of the offset if there is one, else anywhere.
            let base = Int64.random(in: 1_600_000_000...2_000_000_000, using: &random)
            let change = zone.span(at: base).end ?? base
            let day = Int64.random(in: -2...2, using: &random) * 86_400
            let start = (change + day) / 60 * 60 + Int64.random(in: -60...60, using: &random) * 60
            let minutes = Int.random(in: 0...1500, using: &random)
            let pauses = randomPauses(start, &random)
            let due = clock.deadline(
                from: Instant(seconds: start), after: .seconds(minutes * 60), pauses: pauses)
            let expected = bruteForce(clock, start, minutes, pauses)
            #expect(due?.seconds == expected, "\(zone.name) start \(start) +\(minutes)")
        }
    }

    /// Counts minutes whose wall clock lies within a period and that no pause covers.
    private func bruteForce(
        _ clock: WorkClock, _ start: Int64, _ minutes: Int, _ pauses: [Pause]
    ) -> Int64? {
        guard let calendar = clock.calendar else { return nil }
        var left = minutes
        var moment = start
        while moment < start + 400 * 86_400 {
            let works =
                isWorking(moment, calendar)
                && !pauses.contains {
                    $0.start.seconds <= moment && moment < ($0.end?.seconds ?? .max)
                }
            // A deadline at the end of a period is that end, not the next beginning.
            if left == 0, works || minutes > 0 { return moment }
            if works { left -= 1 }
            moment += 60
        }
        return nil
    }

    private func isWorking(_ moment: Int64, _ calendar: WorkCalendar) -> Bool {
        let civil = calendar.zone.civil(at: Instant(seconds: moment))
        let minute = civil.second / 60
        func covers(_ day: Day, _ minute: Int) -> Bool {
            !calendar.holidays.contains(day)
                && calendar.week[day.weekday - 1].contains { $0.start <= minute && minute < $0.end }
        }
        return covers(civil.day, minute) || covers(civil.day.adding(days: -1), minute + 1440)
    }

    private func randomClock(_ zone: Zone, _ random: inout SeededRandom) -> WorkClock {
        var week: [[DayPeriod]] = []
        for _ in 0..<7 {
            week.append(
                (0..<Int.random(in: 0...2, using: &random)).map { _ in
                    let start = Int.random(in: 0...1439, using: &random)
                    return DayPeriod(
                        start: start, end: start + Int.random(in: 1...900, using: &random))
                })
        }
        if week.allSatisfy(\.isEmpty) { week[2] = [DayPeriod(start: 540, end: 1020)] }
        let days = (0..<20).map { _ in
            Day(number: Int.random(in: 18_500...23_200, using: &random))
        }
        return WorkClock(
            calendar: WorkCalendar(name: "random", zone: zone, week: week, holidays: days))
    }

    private func randomPauses(_ start: Int64, _ random: inout SeededRandom) -> [Pause] {
        guard Bool.random(using: &random) else { return [] }
        let from = start + Int64.random(in: 0...600, using: &random) * 60
        let to = from + Int64.random(in: 1...3000, using: &random) * 60
        return [Pause(start: Instant(seconds: from), end: Instant(seconds: to))]
    }
}

/// The moment at which the zone's clock shows `2026-01-30 16:30`.
func moment(_ text: String, _ zone: Zone) throws -> Instant {
    let parts = text.split(separator: " ")
    let day = try #require(Day(iso: String(parts[0])))
    let time = parts[1].split(separator: ":").compactMap { Int($0) }
    return zone.instant(of: CivilTime(day: day, hour: time[0], minute: time[1]))
}

/// The clock of `mon-fri 09:00-17:00; sat 10:00-12:00 13:00-14:00`.
func clock(_ text: String, _ zone: Zone, _ holidays: [String] = []) throws -> WorkClock {
    guard !text.isEmpty else { return WorkClock(calendar: nil) }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var week: [[DayPeriod]] = [[], [], [], [], [], [], []]
    for part in text.split(separator: ";") {
        let words = part.split(separator: " ")
        let ends = words[0].split(separator: "-").compactMap { names.firstIndex(of: String($0)) }
        let periods = words.dropFirst().compactMap { DayPeriod(String($0)) }
        for day in ends[0]...ends[ends.count - 1] { week[day] = periods }
    }
    return WorkClock(
        calendar: WorkCalendar(
            name: "test", zone: zone, week: week, holidays: holidays.compactMap(Day.init(iso:))))
}
