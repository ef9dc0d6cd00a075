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

    /// The computer's own wall clock: `17:40`, with the day where it is another one.
    static func wall(_ instant: Instant) -> String {
        var seconds = time_t(instant.seconds)
        var today = time_t(now.seconds)
        var parts = tm()
        var current = tm()
        localtime_r(&seconds, &parts)
        localtime_r(&today, &current)
        let clock = "\(Int(parts.tm_hour).padded(2)):\(Int(parts.tm_min).padded(2))"
        guard parts.tm_yday != current.tm_yday || parts.tm_year != current.tm_year else {
            return clock
        }
        return "\(Int(parts.tm_year) + 1900)-\((Int(parts.tm_mon) + 1).padded(2))-"
            + "\(Int(parts.tm_mday).padded(2)) \(clock)"
    }
}
