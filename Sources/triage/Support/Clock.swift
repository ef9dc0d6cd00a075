import Daemon
import Facts

/// The time of day and the time that only grows.
enum Clock {
    static var now: Instant { WallClock.now }

    /// Milliseconds of a clock that nobody sets.
    static var milliseconds: Int { Int(MonotonicClock.nanoseconds / 1_000_000) }

    /// Nanoseconds of processor time of this thread.
    static var threadNanoseconds: UInt64 { ThreadClock.nanoseconds }

    /// The wall clock in the desk's zone: `17:40`, with the day where it is another one than today, or than that
    /// of `other`.
    static func wall(_ instant: Instant, beside other: Instant? = nil) -> String {
        let zone = ShownZone.current
        let civil = zone.civil(at: instant)
        return civil.day == zone.civil(at: other ?? now).day
            ? civil.clock : "\(civil.day.iso) \(civil.clock)"
    }
}
