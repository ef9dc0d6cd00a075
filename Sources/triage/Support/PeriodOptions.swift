import ArgumentParser
import Facts
import Reporting
import Wire

/// The stretch of time that a command looks at.
struct PeriodOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "From when: a span before now as 7d or 12h, a day as 2026-03-02, or 2026-03-02T09:00.",
            valueName: "time"))
    var since = "7d"

    @Option(help: ArgumentHelp("Until when; the same forms. Default: now.", valueName: "time"))
    var until: String?

    /// The period; bad times end the command with 64.
    func period(now: Instant = Clock.now) throws(CommandFailure) -> Period {
        let zone = ShownZone.current
        let end = try until.map { text throws(CommandFailure) in
            try Self.instant(text, "--until", now: now, zone)
        }
        let period = Period(
            start: try Self.instant(since, "--since", now: now, zone), end: end ?? now)
        guard period.start < period.end else {
            throw CommandFailure("--since is not before --until", Exit.usage)
        }
        return period
    }

    /// A moment in one of these forms.
    static func instant(
        _ text: String, _ option: String, now: Instant, _ zone: Zone
    ) throws(CommandFailure) -> Instant {
        if let span = Duration(shortText: text) { return now - span }
        let parts = text.split(separator: "T", maxSplits: 1).map(String.init)
        if let day = parts.first.flatMap({ Day(iso: $0) }) {
            let clock = parts.count > 1 ? parts[1].split(separator: ":").map { Int($0) } : [0, 0]
            if clock.count == 2, let hour = clock[0], let minute = clock[1],
                (0...23).contains(hour), (0...59).contains(minute)
            {
                return zone.instant(of: CivilTime(day: day, hour: hour, minute: minute))
            }
        }
        throw CommandFailure(
            "\(option) '\(SafeText.oneLine(text, limit: 40))' is no time; "
                + "write 7d, 2026-03-02 or 2026-03-02T09:00", Exit.usage)
    }
}

extension Period {
    /// The parameters of the daemon's methods.
    var params: [JSON.Member] {
        [JSON.Member("since", JSON(start)), JSON.Member("until", JSON(end))]
    }
}
