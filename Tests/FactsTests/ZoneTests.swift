import Foundation
import Testing

@testable import Facts

@Suite("Time zones")
struct ZoneTests {
    @Test("a rule without a file: Berlin's summer time by its POSIX string")
    func footerRule() throws {
        let berlin = try zone("CET-1CEST,M3.5.0,M10.5.0/3")
        // 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC.
        #expect(berlin.offset(at: Instant(seconds: 1_774_745_999)) == 3600)
        #expect(berlin.offset(at: Instant(seconds: 1_774_746_000)) == 7200)
        #expect(berlin.offset(at: Instant(seconds: 1_792_889_999)) == 7200)
        #expect(berlin.offset(at: Instant(seconds: 1_792_890_000)) == 3600)
    }

    @Test("in a gap the clock jumps on, in an overlap the first of two counts")
    func gapAndOverlap() throws {
        let berlin = try zone("CET-1CEST,M3.5.0,M10.5.0/3")
        let spring = try #require(Day(year: 2026, month: 3, day: 29))
        let gap = berlin.instant(of: CivilTime(day: spring, hour: 2, minute: 30))
        #expect(gap == Instant(seconds: 1_774_747_800))
        #expect(berlin.civil(at: gap).clock == "03:30")
        let autumn = try #require(Day(year: 2026, month: 10, day: 25))
        let first = berlin.instant(of: CivilTime(day: autumn, hour: 2, minute: 30))
        #expect(first == Instant(seconds: 1_792_888_200))
        #expect(berlin.civil(at: first + .seconds(3600)).clock == "02:30")
    }

    @Test(
        "POSIX strings of every form",
        arguments: [
            // text, moment, seconds east of UTC
            ("<+0330>-3:30", 0, 12_600),
            ("IST-2IDT,M3.4.4/26,M10.5.0", 1_774_569_599, 7200),
            ("IST-2IDT,M3.4.4/26,M10.5.0", 1_774_569_600, 10_800),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_745_999, -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_746_000, -3600),
            ("XXX3EDT4,0/0,J365/23", 1_774_746_000, -14_400),
            ("EST5EDT,J60,J300", 1_772_348_399, -18_000),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_767_225_600, 39_600),
        ] as [(String, Int64, Int)])
    func forms(text: String, moment: Int64, offset: Int) throws {
        #expect(try zone(text).offset(at: Instant(seconds: moment)) == offset)
    }

    @Test(
        "text that is no POSIX string is refused",
        arguments: [
            "CE-1", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
            "CET-168", "CET-1:60", "CET-1x", "<+01-1", "CET-1CEST,M3.5.0", "CET-1CEST,J0,J5",
        ])
    func badFooter(text: String) {
        #expect(throws: ZoneError.badFooter(text)) { try zone(text) }
    }

    @Test("every cut of a file is refused without a trap")
    func cuts() {
        let whole = bytes(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        for length in 0..<whole.count {
            #expect(throws: ZoneError.self) {
                try Zone(name: "cut", tzif: Array(whole.prefix(length)))
            }
        }
    }

    @Test("any byte changed: a zone or an error, never a trap")
    func mutations() {
        let whole = bytes(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        var sum = 0
        for index in whole.indices {
            for byte: UInt8 in [0, 0x0A, 0x7F, 0xFF] {
                var changed = whole
                changed[index] = byte
                guard let zone = try? Zone(name: "x", tzif: changed) else { continue }
                for moment: Int64 in [.min, -1_000_000_000, 0, 1_774_746_000, .max] {
                    let instant = Instant(seconds: moment)
                    sum += zone.offset(at: instant)
                    sum += Int(zone.instant(of: zone.civil(at: instant)).seconds % 2)
                }
            }
        }
        #expect(sum != 0)
    }

    @Test("every zone of this machine: its clock leads back to the moment", .enabled(if: hasZones))
    func allZones() throws {
        let zones = try installedZones()
        #expect(zones.count > 300)
        for zone in zones {
            var moment: Int64 = -2_500_000_000
            var checks = 0
            while moment < 4_200_000_000 {
                guard let end = zone.span(at: moment).end, end > moment else { break }
                for delta: Int64 in [-3601, -1, 0, 1, 3599, 7200] {
                    #expect(leadsBack(end + delta, in: zone), "\(zone.name) \(end + delta)")
                    checks += 1
                }
                let (before, after) = (zone.span(at: end - 1), zone.span(at: end))
                #expect(before.end == end && after.start == end, "\(zone.name) \(end)")
                // After 2037 the rule repeats itself: a look now and then is enough.
                moment = end < 2_150_000_000 ? end : end + 400_000_000
            }
            #expect(checks > 0 || zone.span(at: moment).end == nil)
        }
    }

    /// Whether a moment's clock time leads back to it, or to an earlier moment that shows the same.
    private func leadsBack(_ moment: Int64, in zone: Zone) -> Bool {
        let instant = Instant(seconds: moment)
        let civil = zone.civil(at: instant)
        let back = zone.instant(of: civil)
        return back <= instant && zone.civil(at: back) == civil
    }
}

/// A zone whose file holds nothing but this footer.
func zone(_ footer: String) throws -> Zone {
    try Zone(name: footer, tzif: bytes(footer: footer))
}

private func bytes(footer: String) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: 15)
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    let part = Array("TZif2".utf8) + zeros + counts + block
    return part + part + [0x0A] + Array(footer.utf8) + [0x0A]
}

let hasZones = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")

/// The zones of the machine whose names have one slash, by name.
func installedZones() throws -> [Zone] {
    let root = "/usr/share/zoneinfo"
    var zones: [Zone] = []
    for area in try FileManager.default.contentsOfDirectory(atPath: root).sorted() {
        guard area.first?.isUppercase == true,
            let cities = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(area)")
        else { continue }
        for city in cities.sorted() {
            guard let file = FileManager.default.contents(atPath: "\(root)/\(area)/\(city)"),
                file.starts(with: Array("TZif".utf8))
            else { continue }
            zones.append(try Zone(name: "\(area)/\(city)", tzif: [UInt8](file)))
        }
    }
    return zones
}
