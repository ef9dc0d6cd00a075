public import Facts

/// One thing that counts: so much above the line, so much below it, and under which names.
///
/// Every figure is the sum of numerators over the sum of denominators of its observations. That
/// makes a report by intent, queue, agent or language the same sum over fewer of them.
struct Observation: Hashable, Sendable {
    var figure: FigureName
    var at: Instant
    var numerator: Double
    var denominator: Double
    var names: Names

    /// Under what an observation counts; nil where there is no such name.
    struct Names: Hashable, Sendable {
        var intent: String?
        var queue: String?
        var agent: String?
        var language: String?

        func value(of dimension: Dimension) -> String? {
            switch dimension {
            case .intent: intent
            case .queue: queue
            case .agent: agent
            case .language: language
            }
        }
    }

    /// A time span.
    init(_ figure: FigureName, from start: Instant, to end: Instant, _ names: Names) {
        self.init(
            figure, at: end, numerator: Double(max(0, (end - start).milliseconds)) / 1000, names)
    }

    /// One of those below the line, which also counts above it or not.
    init(_ figure: FigureName, at: Instant, counts: Bool, _ names: Names) {
        self.init(figure, at: at, numerator: counts ? 1 : 0, names)
    }

    init(
        _ figure: FigureName, at: Instant, numerator: Double, denominator: Double = 1,
        _ names: Names
    ) {
        self.figure = figure
        self.at = at
        self.numerator = numerator
        self.denominator = denominator
        self.names = names
    }
}

/// By what a report can be broken down.
public enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
    case intent, queue, agent, language
}

/// A stretch of time: from `start` until just before `end`.
public struct Period: Hashable, Sendable, Codable {
    public var start: Instant
    public var end: Instant

    public init(start: Instant, end: Instant) {
        self.start = start
        self.end = end
    }

    public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    public var duration: Duration { end - start }
}
