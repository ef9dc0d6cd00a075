import Facts
import Glibc

/// The time of day and the time that only grows.
enum Clock {
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Milliseconds of a clock that nobody sets.
    static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// Nanoseconds of processor time of this thread.
    static var threadNanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

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
