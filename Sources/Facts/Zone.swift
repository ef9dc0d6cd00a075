/// A time zone as a value: its transitions, and the rule for the time after the last one.
///
/// Read from the bytes of a TZif file (RFC 8536, versions 1 to 4); leap seconds are ignored.
public struct Zone: Hashable, Sendable {
    /// The name in the tz database, as `Europe/Berlin`.
    public let name: String
    /// Ascending; the moments at which the offset changes, in seconds since the epoch.
    let transitions: [Int64]
    /// One per transition: seconds east of UTC from there on.
    let offsets: [Int]
    /// Seconds east of UTC before the first transition.
    let firstOffset: Int
    /// The rule after the last transition; nil when the last offset stays.
    let footer: ZoneRule?

    /// Coordinated universal time.
    public static let utc = Zone(
        name: "UTC", transitions: [], offsets: [], firstOffset: 0, footer: nil)

    init(name: String, transitions: [Int64], offsets: [Int], firstOffset: Int, footer: ZoneRule?) {
        self.name = name
        self.transitions = transitions
        self.offsets = offsets
        self.firstOffset = firstOffset
        self.footer = footer
    }

    /// A span of time with one offset.
    public struct Span: Hashable, Sendable {
        /// Seconds east of UTC.
        public var offset: Int
        /// Seconds since the epoch; nil when it has no beginning.
        public var start: Int64?
        /// The first second after it; nil when it has no end.
        public var end: Int64?
    }

    /// Seconds east of UTC at `instant`.
    public func offset(at instant: Instant) -> Int { span(at: instant.seconds).offset }

    /// The wall clock at `instant`.
    public func civil(at instant: Instant) -> CivilTime {
        let seconds = instant.seconds
        return CivilTime(wallSeconds: seconds + Int64(span(at: seconds).offset))
    }

    /// The moment at which the wall clock shows `civil`: the first of two in an overlap; in a gap,
    /// which no clock shows, as many seconds after the gap's start as the time lies after it (02:30
    /// becomes 03:30).
    public func instant(of civil: CivilTime) -> Instant {
        let wall = civil.wallSeconds
        // Offsets are less than 26 hours (RFC 8536, section 3.2), so the answer is within two days.
        var current = span(at: wall - 172_800)
        while let end = current.end, wall - Int64(current.offset) >= end {
            let next = span(at: end)
            // A time in the gap belongs to neither side: read it with the offset before.
            if wall - Int64(next.offset) < end { break }
            current = next
        }
        return Instant(seconds: wall - Int64(current.offset))
    }

    /// The span of one offset around the moment `seconds`.
    public func span(at seconds: Int64) -> Span {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == transitions.count, let footer {
            return footer.span(at: seconds, notBefore: transitions.last)
        }
        return Span(
            offset: low == 0 ? firstOffset : offsets[low - 1],
            start: low == 0 ? nil : transitions[low - 1],
            end: low == transitions.count ? nil : transitions[low])
    }
}

/// Why the bytes are no time zone.
public enum ZoneError: Error, Hashable, Sendable {
    /// Not a TZif file.
    case notTZif
    /// The file ends before its counts say.
    case truncated
    /// A count, an index, an order or an offset that RFC 8536 forbids.
    case invalid(String)
    /// The footer is no POSIX TZ string.
    case badFooter(String)
}
