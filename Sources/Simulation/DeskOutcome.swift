/// What became of the customers of a run; of part of them, or of one interval.
public struct Served: Hashable, Sendable, Codable {
    public var arrivals = 0
    public var served = 0
    public var abandoned = 0
    /// Promises of a first reply that were kept or broken, and those that were kept.
    public var promised = 0
    public var kept = 0
    /// Served within the scenario's target.
    public var inTime = 0
    /// Of those served.
    public var waitSeconds = 0.0
    /// Of those served, in the order of service; in milliseconds.
    public var waits: [Int64] = []

    public init() {}

    public var meanWait: Double { served > 0 ? waitSeconds / Double(served) : 0 }
    public var abandonment: Double { arrivals > 0 ? Double(abandoned) / Double(arrivals) : 0 }
    /// By the class's promise; 1 when nothing was promised.
    public var promiseLevel: Double { promised > 0 ? Double(kept) / Double(promised) : 1 }
    /// Of those served or gone: served within the target.
    public var targetLevel: Double {
        served + abandoned > 0 ? Double(inTime) / Double(served + abandoned) : 1
    }

    /// The wait that this share of those served did not exceed (nearest rank), in seconds.
    public func wait(percentile share: Double) -> Double {
        let ascending = waits.sorted()
        guard !ascending.isEmpty else { return 0 }
        let rank = Int((share * Double(ascending.count)).rounded(.up))
        return Double(ascending[min(max(rank, 1), ascending.count) - 1]) / 1000
    }
}

/// A run of the production engine.
public struct DeskOutcome: Sendable {
    public var all = Served()
    public var classes: [String: Served] = [:]
    public var queues: [String: Served] = [:]
    public var intervals: [IntervalOutcome] = []
    /// Slots' time: used, and offered by agents at work.
    public var busySeconds = 0.0
    public var slotSeconds = 0.0
    /// When, from the start, the last backlog after the highest one was gone; nil: it never was.
    public var clearedAfterSeconds: Double?
    public var highestBacklog = 0
    public var estimates = EstimateScore()
    /// Commands that the engine handled.
    public var commands = 0
    /// Tickets that the engine could not place (`attention`), or refused.
    public var unplaced = 0
    /// In the order of their coming, where the scenario keeps them.
    public var fates: [Fate] = []

    public var occupancy: Double { slotSeconds > 0 ? min(1, busySeconds / slotSeconds) : 0 }
}

/// One stretch of a run.
public struct IntervalOutcome: Hashable, Sendable, Codable {
    public var startSeconds: Double
    public var arrivals = 0
    public var served = 0
    public var abandoned = 0
    public var inTime = 0
    public var waitSeconds = 0.0
    /// Waiting at its end.
    public var backlog = 0
    /// Slots of the agents at work, on average.
    public var slots = 0.0
}

/// How good the announced waits were.
public struct EstimateScore: Hashable, Sendable, Codable {
    public var waits = 0
    /// Waits that were within the announced P90.
    public var covered = 0
    public var errorSum = 0.0
    /// Of the exponential average of the newest waits (a quarter of each), the peer.
    public var averageErrorSum = 0.0

    public var coverage: Double { waits > 0 ? Double(covered) / Double(waits) : 0 }
    /// Mean absolute error in seconds.
    public var error: Double { waits > 0 ? errorSum / Double(waits) : 0 }
    public var averageError: Double { waits > 0 ? averageErrorSum / Double(waits) : 0 }

    /// Coverage of P90 within 88–96 %, error at most 0.75 of the peer's.
    public var passes: Bool {
        waits > 0 && (0.88...0.96).contains(coverage) && error <= 0.75 * averageError
    }
}
