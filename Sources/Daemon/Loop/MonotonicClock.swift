public import Facts
import Glibc

/// A clock that nobody sets; the core gets its time with the events.
public enum MonotonicClock {
    /// Nanoseconds since some fixed moment of this boot.
    public static var nanoseconds: UInt64 { Reading(of: CLOCK_MONOTONIC).nanoseconds }
}

/// The time of day.
public enum WallClock {
    public static var now: Instant {
        Instant(milliseconds: Int64(Reading(of: CLOCK_REALTIME).nanoseconds / 1_000_000))
    }
}

/// The processor time of the calling thread.
public enum ThreadClock {
    public static var nanoseconds: UInt64 { Reading(of: CLOCK_THREAD_CPUTIME_ID).nanoseconds }
}

/// One look at a clock of the kernel.
private struct Reading {
    let nanoseconds: UInt64

    /// Without `timespec()`: whether that initializer is visible depends on what else a batch of files imports.
    init(of clock: clockid_t) {
        nanoseconds = withUnsafeTemporaryAllocation(of: timespec.self, capacity: 1) { time in
            guard let address = time.baseAddress, clock_gettime(clock, address) == 0 else {
                return 0
            }
            return UInt64(address.pointee.tv_sec) &* 1_000_000_000
                &+ UInt64(address.pointee.tv_nsec)
        }
    }
}
