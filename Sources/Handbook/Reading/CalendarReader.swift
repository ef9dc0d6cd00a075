import Desk
import Facts

/// Reads a calendar of desk.yaml: a zone, periods by day, holidays as days or as an .ics file.
struct CalendarReader {
    let source: PackSource
    let report: Report

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    func read(_ entry: YAMLNode.Entry) -> WorkCalendar? {
        var week: [[DayPeriod]] = Array(repeating: [], count: 7)
        var zone: Zone?
        var holidays: [Day] = []
        for field in entry.value.mapping(report, "calendar \(entry.key)") {
            switch field.key {
            case "zone": zone = SettingsReader(source: source, report: report).zone(field.value)
            case "holidays": holidays = self.holidays(field.value)
            default: add(field, to: &week)
            }
        }
        if entry.value["zone"] == nil {
            report.error(
                .missingKey, at: entry.place, "the calendar '\(entry.key)' has no zone",
                cure: "add zone: with a name as Europe/Berlin")
        }
        return WorkCalendar(name: entry.key, zone: zone ?? .utc, week: week, holidays: holidays)
    }

    private func add(_ field: YAMLNode.Entry, to week: inout [[DayPeriod]]) {
        guard let range = dayRange(field) else { return }
        let periods = field.value.texts(report, of: "periods").compactMap(period)
        for day in range { week[day] += periods }
    }

    /// A shift: a zone, its periods by day, and blocks with periods by day in the same zone.
    func readShift(_ entry: YAMLNode.Entry) -> ShiftPlan? {
        let zone = entry.value["zone"].flatMap {
            SettingsReader(source: source, report: report).zone($0)
        }
        var week: [[DayPeriod]] = Array(repeating: [], count: 7)
        var blocks: [ShiftBlock] = []
        for field in entry.value.mapping(report, "shift \(entry.key)") {
            switch field.key {
            case "zone": continue
            case "blocks":
                blocks = field.value.mapping(report, "blocks").map { block in
                    var days: [[DayPeriod]] = Array(repeating: [], count: 7)
                    for day in block.value.mapping(report, "block \(block.key)") {
                        add(day, to: &days)
                    }
                    return ShiftBlock(
                        name: block.key,
                        periods: WorkCalendar(name: block.key, zone: zone ?? .utc, week: days))
                }
            default: add(field, to: &week)
            }
        }
        guard let zone else {
            report.error(
                .missingKey, at: entry.place, "the shift '\(entry.key)' has no zone",
                cure: "add zone: with a name as Europe/Berlin")
            return nil
        }
        return ShiftPlan(
            name: entry.key, hours: WorkCalendar(name: entry.key, zone: zone, week: week),
            blocks: blocks)
    }

    /// `mon-fri`, `sat`: indices from Monday, 0.
    private func dayRange(_ entry: YAMLNode.Entry) -> ClosedRange<Int>? {
        let ends = entry.key.split(separator: "-").map { Self.days.firstIndex(of: String($0)) }
        if let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
            ends.count <= 2
        {
            return first...last
        }
        report.error(
            .unknownKey, at: entry.place, "a calendar has no key '\(entry.key)'",
            cure: suggestion(for: entry.key, among: Self.days + ["zone", "holidays"])
                ?? "write zone, holidays, a day as mon, or days as mon-fri")
        return nil
    }

    private func period(_ text: String, _ place: Place) -> DayPeriod? {
        if let period = DayPeriod(text) { return period }
        report.error(
            .badValue, at: place, "'\(text)' is no period of a day",
            cure: "write it as \"08:00-12:00\"")
        return nil
    }

    private func holidays(_ node: YAMLNode) -> [Day] {
        if let name = node.scalar, name.hasSuffix(".ics") {
            guard let file = source.file(name) else {
                report.error(
                    .missingFile, at: node.place, "the file '\(name)' is missing",
                    cure: "put it beside desk.yaml")
                return []
            }
            return CalendarFile.days(String(decoding: file.bytes, as: UTF8.self))
        }
        return node.texts(report, of: "days").compactMap { text, place in
            if let day = Day(iso: text) { return day }
            report.error(
                .badValue, at: place, "'\(text)' is no day", cure: "write it as 2026-12-25")
            return nil
        }
    }
}

/// The days of an iCalendar file (RFC 5545): every VEVENT from DTSTART up to its DTEND, which is
/// not included; yearly ones (RRULE with FREQ=YEARLY) for forty years, other repetitions once.
enum CalendarFile {
    static func days(_ text: String) -> [Day] {
        var days: Set<Day> = []
        var start: Day?
        var end: Day?
        var isYearly = false
        for line in unfolded(text) {
            let name = line.prefix { $0 != ":" && $0 != ";" }.uppercased()
            let value = line.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
            switch name {
            case "BEGIN" where value.uppercased() == "VEVENT":
                (start, end, isYearly) = (nil, nil, false)
            case "DTSTART": start = day(value)
            case "DTEND": end = day(value)
            case "RRULE": isYearly = value.uppercased().contains("FREQ=YEARLY")
            case "END" where value.uppercased() == "VEVENT":
                if let start { days.formUnion(span(start, end, isYearly: isYearly)) }
            default: break
            }
        }
        return days.sorted()
    }

    private static func span(_ start: Day, _ end: Day?, isYearly: Bool) -> [Day] {
        let length = min(max((end?.number ?? 0) - start.number, 1), 366)
        let first = (0..<length).map { start.adding(days: $0) }
        guard isYearly else { return first }
        return first + (1..<40).flatMap { year in first.map { $0.adding(months: 12 * year) } }
    }

    private static func day(_ value: String) -> Day? {
        let digits = value.prefix(8)
        guard digits.utf8.count == 8, let number = Int(digits) else { return nil }
        return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// Lines with their continuations (a line that begins with a blank) joined.
    private static func unfolded(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if line.first == " " || line.first == "\t", let last = lines.indices.last {
                lines[last] += line.dropFirst()
            } else {
                lines.append(String(line))
            }
        }
        return lines
    }
}
