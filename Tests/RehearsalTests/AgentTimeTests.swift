import Facts
import Handbook
import Rehearsal
import Testing

@Suite("times as agents type them")
struct AgentTimeTests {
    /// Friday, 2026-11-27 14:15 in Berlin.
    private let now = Instant(seconds: 1_795_785_300)

    private func civil(_ text: String) throws -> String? {
        let bytes = try #require(PackSource.systemZone("Europe/Berlin"))
        let zone = try Zone(name: "Europe/Berlin", tzif: bytes)
        return AgentTime(text).map { time in
            let civil = zone.civil(at: time.moment(from: now, in: zone))
            return "\(civil.day.iso) \(civil.clock)"
        }
    }

    @Test(
        "spans and clock times, with a day or without",
        arguments: [
            ("2h", "2026-11-27 16:15"), ("1d 12h", "2026-11-29 02:15"),
            ("14:30", "2026-11-27 14:30"), ("14:15", "2026-11-28 14:15"),
            ("9:00", "2026-11-28 09:00"), ("tomorrow 9:00", "2026-11-28 09:00"),
            ("Tomorrow 9am", "2026-11-28 09:00"), ("today 23:59", "2026-11-27 23:59"),
            ("mon 8:00", "2026-11-30 08:00"), ("friday 2:30 pm", "2026-12-04 14:30"),
            ("12am", "2026-11-28 00:00"), ("12pm", "2026-11-28 12:00"),
            ("2026-12-24 10:05", "2026-12-24 10:05"),
            // The clocks have changed by then: 9:00 is 9:00.
            ("2027-04-01 9:00", "2027-04-01 09:00"),
        ])
    func moments(text: String, expected: String) throws {
        #expect(try civil(text) == expected)
    }

    @Test(
        "what is no time",
        arguments: [
            "", "soon", "0s", "25:00", "9:60", "13pm", "0am", "tomorrow", "9", "mo 9:00",
            "9:00 9:00",
            "someday 9:00", "2026-13-01 9:00", "tomorrow morning 9:00", "9:0:0", "-1:00", ":", "am",
            "٩:٠٠",
        ])
    func noTimes(text: String) throws {
        #expect(AgentTime(text) == nil)
    }
}
