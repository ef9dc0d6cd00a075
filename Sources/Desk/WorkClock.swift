public import Facts

/// Measures time as a class's clock does: always running, or only in a calendar's working time.
public struct WorkClock: Hashable, Sendable {
    /// nil: always.
    public var calendar: WorkCalendar?

    public init(calendar: WorkCalendar?) {
        self.calendar = calendar
    }

    /// The moment at which `duration` of working time has passed since `start`, without the pauses.
    ///
    /// nil while a pause is open before that moment, or when no working time is left to come.
    public func deadline(
        from start: Instant, after duration: Duration, pauses: [Pause] = []
    ) -> Instant? {
        if calendar == nil, pauses.isEmpty { return start + max(.zero, duration) }
        var left = max(0, duration.milliseconds)
        var spans = spans(from: start, pauses: pauses)
        while let span = spans.next() {
            let (end, overflow) = span.start.addingReportingOverflow(left)
            if !overflow, end <= span.end { return Instant(milliseconds: end) }
            left -= span.end - span.start
        }
        return nil
    }

    /// The working time between two moments, without the pauses.
    public func elapsed(from start: Instant, to end: Instant, pauses: [Pause] = []) -> Duration {
        consumed(from: start, to: end, pauses: pauses)
            .reduce(.zero) { $0 + ($1.end - $1.start) }
    }

    /// The working spans that lie between two moments, ascending: what `--explain` prints.
    public func consumed(
        from start: Instant, to end: Instant, pauses: [Pause] = []
    ) -> [WorkSpan] {
        var result: [WorkSpan] = []
        var spans = spans(from: start, pauses: pauses)
        while let span = spans.next(), span.start < end.milliseconds {
            let stop = min(span.end, end.milliseconds)
            result.append(
                WorkSpan(
                    start: Instant(milliseconds: span.start), end: Instant(milliseconds: stop)))
        }
        return result
    }

    /// Whether `moment` is working time.
    public func isOpen(at moment: Instant) -> Bool {
        calendar == nil || nextOpening(from: moment) == moment
    }

    /// The first working moment at or after `moment`; nil when none comes.
    public func nextOpening(from moment: Instant) -> Instant? {
        var spans = spans(from: moment, pauses: [])
        return spans.next().map { Instant(milliseconds: $0.start) }
    }

    /// When working time begins or ends next after `moment`; nil for never.
    func nextChange(after moment: Instant) -> Instant? {
        var spans = spans(from: moment, pauses: [])
        guard let span = spans.next() else { return nil }
        let change = span.start > moment.milliseconds ? span.start : span.end
        return change == .max ? nil : Instant(milliseconds: change)
    }

    private func spans(from start: Instant, pauses: [Pause]) -> PausedSpans {
        PausedSpans(
            work: WorkingSpans(calendar: calendar, from: start.milliseconds), pauses: pauses)
    }
}

/// Working time without a break: from `start` until just before `end`.
public struct WorkSpan: Hashable, Sendable {
    public var start: Instant
    public var end: Instant
}

/// A span in milliseconds since the epoch, half open, never empty.
struct MillisecondSpan: Hashable {
    var start: Int64
    var end: Int64
}

/// Working spans with the pauses cut out.
private struct PausedSpans: IteratorProtocol {
    var work: WorkingSpans
    let pauses: [Pause]
    private var rest: MillisecondSpan?

    init(work: WorkingSpans, pauses: [Pause]) {
        self.work = work
        self.pauses = pauses
    }

    mutating func next() -> MillisecondSpan? {
        while let span = rest ?? work.next() {
            rest = nil
            guard let pause = firstPause(touching: span) else { return span }
            let start = pause.start.milliseconds
            if let end = pause.end?.milliseconds {
                if end < span.end { rest = MillisecondSpan(start: end, end: span.end) }
            } else {
                // Nothing counts after an open pause.
                work.stop()
            }
            if start > span.start { return MillisecondSpan(start: span.start, end: start) }
        }
        return nil
    }

    private func firstPause(touching span: MillisecondSpan) -> Pause? {
        pauses.first { pause in
            let end = pause.end?.milliseconds ?? .max
            return pause.start.milliseconds < min(span.end, end) && end > span.start
        }
    }
}
