public import Facts

/// The figures of a period: a pure function of the journal.
public struct Report: Hashable, Sendable, Codable {
    public var period: Period
    public var dimension: Dimension?
    /// Everything together; then one group per name, most conversations and tickets first.
    public var groups: [Group]
    /// Equal stretches of the period, in order.
    public var series: [Bucket]

    /// The figures under one name; the name is nil for everything together.
    public struct Group: Hashable, Sendable, Codable {
        public var name: String?
        public var figures: [Figure]
    }

    /// One figure. `value` is `numerator / denominator`, nil when there is nothing below the line.
    public struct Figure: Hashable, Sendable, Codable {
        public var name: FigureName
        public var unit: FigureName.Unit
        public var formula: String
        public var value: Double?
        public var numerator: Double
        public var denominator: Double
        /// Of seconds only; see `Percentile`.
        public var p50: Double?
        public var p90: Double?
        public var p99: Double?
        public var maximum: Double?
    }

    /// What happened in one stretch of the period.
    public struct Bucket: Hashable, Sendable, Codable {
        public var start: Instant
        public var end: Instant
        public var conversations: Int
        public var tickets: Int
        public var resolved: Int
        public var abandoned: Int
        /// Open at the end of the stretch.
        public var backlog: Int
        /// First replies: promises kept, and promises kept or broken.
        public var kept: Int
        public var promised: Int
    }

    /// What a report is asked for.
    public struct Options: Hashable, Sendable {
        public var dimension: Dimension?
        /// The intents that confirm a resolution when they come after it.
        public var closings: Set<String> = ["thanks", "goodbye"]
        /// A customer who begins anew within it was not helped.
        public var comeback = Duration.seconds(72 * 3600)
        /// How many names a breakdown shows at most; the rest is together under `(others)`.
        public var groupLimit = 100

        public init(dimension: Dimension? = nil) {
            self.dimension = dimension
        }
    }

    public init(_ journal: ReportJournal, period: Period, options: Options = Options()) {
        let facts = ReportFacts(journal, period: period, options: options)
        self.period = period
        dimension = options.dimension
        groups = [facts.group(nil, facts.observations, backlog: facts.openAtEnd.count)]
        if let dimension = options.dimension {
            groups += facts.groups(by: dimension, limit: options.groupLimit)
        }
        series = facts.series
    }

    /// The figure of that name in everything together.
    public subscript(_ name: FigureName) -> Figure? {
        groups.first?.figures.first { $0.name == name }
    }
}

/// Percentiles by the nearest rank: the smallest value that at least that share of all values does
/// not exceed. It is always one of the values; no interpolation.
public enum Percentile {
    /// `ascending` must be sorted; nil when it is empty. `share` is within 0…1.
    public static func value(_ share: Double, of ascending: [Double]) -> Double? {
        guard !ascending.isEmpty else { return nil }
        let rank = Int((share * Double(ascending.count)).rounded(.up))
        return ascending[min(max(rank, 1), ascending.count) - 1]
    }
}
