public import Desk
public import Facts

/// What the production engine is to live through: who writes when, who works when, how long it
/// takes.
public struct DeskScenario: Sendable {
    public var plan: DeskPlan
    public var start: Instant
    public var duration: Duration
    public var streams: [ArrivalStream]
    /// Mean handle time; exponential.
    public var handleSeconds: Double
    /// By queue, where it differs.
    public var handleSecondsByQueue: [String: Double] = [:]
    /// Mean patience; exponential. nil: everybody waits.
    public var patienceSeconds: Double?
    /// Empty: every agent of the plan works all the time.
    public var shifts: [Shift] = []
    /// In what stretches the result is told.
    public var interval = Duration.seconds(1800)
    /// The share of arrivals that the bot keeps; 0 where the streams are handoffs already.
    public var containment = 0.0
    /// Arrivals are multiplied by it while the peak lasts.
    public var peak: Peak?
    /// "In time" for those who want a figure of their own beside the classes' promises.
    public var targetSeconds = 20.0
    /// Ask the engine for an estimate of each wait, and score it.
    public var scoresEstimates = false
    /// After the end nobody comes any more, but the desk works on for at most so long.
    public var overtime = Duration.seconds(0)

    /// After so many customers nobody comes any more; nil: they come to the end.
    public var mostCustomers: Int?
    /// Keep what became of each customer.
    public var keepsFates = false

    public init(
        plan: DeskPlan, start: Instant, duration: Duration, streams: [ArrivalStream],
        handleSeconds: Double
    ) {
        self.plan = plan
        self.start = start
        self.duration = duration
        self.streams = streams
        self.handleSeconds = handleSeconds
    }
}

/// Poisson arrivals of one kind, with a rate that changes by the interval.
public struct ArrivalStream: Hashable, Sendable {
    public var queue: String?
    public var serviceClass: String?
    public var language: String?
    /// What the desk's rules see.
    public var facts: Record
    /// How many come in each interval, on average; the last one repeats the list from its start.
    public var perInterval: [Double]

    public init(
        queue: String? = nil, serviceClass: String? = nil, language: String? = nil,
        facts: Record = Record(), perInterval: [Double]
    ) {
        self.queue = queue
        self.serviceClass = serviceClass
        self.language = language
        self.facts = facts
        self.perInterval = perInterval
    }
}

/// An agent's working time, from the scenario's start.
public struct Shift: Hashable, Sendable {
    public var agent: String
    public var from: Duration
    public var until: Duration

    public init(agent: String, from: Duration, until: Duration) {
        self.agent = agent
        self.from = from
        self.until = until
    }
}

/// A rush: arrivals times `factor` from `from` until `until`.
public struct Peak: Hashable, Sendable {
    public var factor: Double
    public var from: Duration
    public var until: Duration

    public init(factor: Double, from: Duration, until: Duration) {
        self.factor = factor
        self.from = from
        self.until = until
    }
}

extension DeskScenario {
    /// Who works when; without shifts every agent of the plan all the time.
    var allShifts: [Shift] {
        guard shifts.isEmpty else { return shifts }
        return plan.agents.map { Shift(agent: $0.id, from: .zero, until: duration + overtime) }
    }

    /// Arrivals per second of a stream, `milliseconds` after the start, and until when that holds.
    func rate(of stream: ArrivalStream, at milliseconds: Int64) -> (rate: Double, until: Int64) {
        let width = max(1, interval.milliseconds)
        let index = milliseconds / width
        var until = (index + 1) * width
        var rate = 0.0
        if !stream.perInterval.isEmpty {
            let count = stream.perInterval[Int(index) % stream.perInterval.count]
            rate = max(0, count) / (Double(width) / 1000) * (1 - min(max(containment, 0), 1))
        }
        if let peak {
            let (from, end) = (peak.from.milliseconds, peak.until.milliseconds)
            if milliseconds < from {
                until = min(until, from)
            } else if milliseconds < end {
                until = min(until, end)
                rate *= max(0, peak.factor)
            }
        }
        return (rate, max(until, milliseconds + 1))
    }
}
