/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX time).
///
/// The core has no clock: every instant arrives with an event.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the epoch; the range ±8.64e15 covers the years −271,821…275,760.
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = Swift.min(Swift.max(milliseconds, -Self.bound), Self.bound)
    }

    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        self.init(milliseconds: overflow ? (seconds < 0 ? -Self.bound : Self.bound) : product)
    }

    /// Seconds since the epoch, rounded towards minus infinity.
    public var seconds: Int64 {
        milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    }

    private static let bound: Int64 = 8_640_000_000_000_000

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `duration` later; saturates at the ends of the range instead of trapping.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        let (sum, overflow) = instant.milliseconds.addingReportingOverflow(duration.milliseconds)
        return Instant(milliseconds: overflow ? (duration < .zero ? -bound : bound) : sum)
    }

    public static func - (instant: Instant, duration: Duration) -> Instant {
        instant + (.zero - duration)
    }

    /// The time from `right` to `left`; negative when `left` is the earlier one.
    public static func - (left: Instant, right: Instant) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }

    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero; saturates instead of trapping.
    public var milliseconds: Int64 {
        // One division; `components` takes several, and every deadline comes by here.
        let whole = attoseconds / 1_000_000_000_000_000
        return Int64(exactly: whole) ?? (whole < 0 ? .min / 2 : .max / 2)
    }
}
