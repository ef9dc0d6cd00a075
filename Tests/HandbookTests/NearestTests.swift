import Desk
import Facts
import Testing
import Triage

@testable import Handbook

@Suite("Small parts")
struct NearestTests {
    @Test(
        "the nearest name is suggested, and none that is far",
        arguments: [
            ("order_nr", "order_id"), ("reasn", "reason"), ("rason", "reason"), ("itme", "item"),
            ("REASON", "reason"), ("customer", nil), ("x", nil), ("reason", nil),
        ] as [(String, String?)])
    func suggests(name: String, expected: String?) {
        #expect(nearestName(to: name, among: ["order_id", "reason", "item"]) == expected)
    }

    @Test("holidays come from an iCalendar file: spans, yearly ones, folded lines")
    func holidays() {
        let text = """
            BEGIN:VCALENDAR\r
            BEGIN:VEVENT\r
            DTSTART;VALUE=DATE:20261224\r
            DTEND;VALUE=DATE:202612\r
             27\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            DTSTART;VALUE=DATE:20260501\r
            RRULE:FREQ=YEARLY\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            DTSTART:nonsense\r
            END:VEVENT\r
            END:VCALENDAR\r
            """
        let days = CalendarFile.days(text).map(\.iso)
        #expect(
            days.filter { $0.hasPrefix("2026") } == [
                "2026-05-01", "2026-12-24", "2026-12-25", "2026-12-26",
            ])
        #expect(days.count == 43)
        #expect(days.last == "2065-05-01")
    }

    @Test(
        "a calendar takes its zone from the system and its holidays from the file beside desk.yaml")
    func calendar() throws {
        let source = TinyPack.source([
            Edit(
                "desk.yaml", "classes:",
                "calendars:\n  office: {zone: Europe/Berlin, mon-fri: [\"08:00-12:00\"], "
                    + "holidays: h.ics}\nclasses:"
            ),
            Edit("h.ics", "", "BEGIN:VEVENT\nDTSTART:20260501\nEND:VEVENT\n"),
        ])
        let reading = HandbookReader.check(source)
        #expect(reading.errors == [])
        let calendar = try #require(reading.handbook?.plan.calendar(named: "office"))
        #expect(calendar.zone.name == "Europe/Berlin")
        #expect(calendar.holidays.map(\.iso) == ["2026-05-01"])
        #expect(calendar.week.map(\.count) == [1, 1, 1, 1, 1, 0, 0])
    }

    @Test("bytes that are changed at random never stop the reader")
    func random() {
        var random = SeededRandom(seed: 20_260_302)
        let paths = TinyPack.files.keys.sorted()
        for _ in 0..<300 {
            var source = TinyPack.source()
            let path = paths[Int(random.next() % UInt64(paths.count))]
            for index in source.files.indices where source.files[index].path == path {
                for _ in 0...random.next() % 4 { random.damage(&source.files[index].bytes) }
            }
            let report = Report()
            if let draft = PackReader(source: source, report: report).read() {
                PackChecks(draft: draft, report: report).run()
            }
            for diagnostic in report.diagnostics {
                #expect(diagnostic.line >= 1 && diagnostic.column >= 1, "\(diagnostic)")
                #expect(!diagnostic.message.isEmpty && !diagnostic.cure.isEmpty, "\(diagnostic)")
            }
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Removes, doubles or overwrites a few bytes.
    mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let start = Int(next() % UInt64(bytes.count))
        let end = min(start + Int(next() % 12), bytes.count)
        switch next() % 4 {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2:
            bytes.insert(
                contentsOf: Array(" : {}[]-|>*&!\"'#%\n".utf8).shuffled(by: next()).prefix(3),
                at: start)
        default: bytes[start] = UInt8(truncatingIfNeeded: next())
        }
    }
}

extension [UInt8] {
    /// Turned round by `count` places.
    fileprivate func shuffled(by count: UInt64) -> [UInt8] {
        let start = Int(count % UInt64(self.count))
        return Array(self[start...] + self[..<start])
    }
}
