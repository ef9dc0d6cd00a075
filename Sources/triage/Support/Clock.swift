import Daemon
import Facts
import Glibc

/// The time of day and the time that only grows.
enum Clock {
    static var now: Instant { WallClock.now }

    /// Milliseconds of a clock that nobody sets.
    static var milliseconds: Int { Int(MonotonicClock.nanoseconds / 1_000_000) }

    /// Nanoseconds of processor time of this thread.
    static var threadNanoseconds: UInt64 { ThreadClock.nanoseconds }

    /// The computer's own wall clock: `17:40`, with the day where it is another one than today, or
    /// than that of `other`.
    static func wall(_ instant: Instant, beside other: Instant? = nil) -> String {
        let (day, clock) = parts(of: instant)
        return day == parts(of: other ?? now).day ? clock : "\(day) \(clock)"
    }

    private static func parts(of instant: Instant) -> (day: String, clock: String) {
        var seconds = time_t(instant.seconds)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let day =
            "\(Int(parts.tm_year) + 1900)-\((Int(parts.tm_mon) + 1).padded(2))-"
            + Int(parts.tm_mday).padded(2)
        return (day, "\(Int(parts.tm_hour).padded(2)):\(Int(parts.tm_min).padded(2))")
    }
}
