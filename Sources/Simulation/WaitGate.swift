public import Desk
import Facts

/// The three scenarios that announced waits are held against, lived through by the production
/// engine: 20 slots, 5 minutes of handle time, 20 minutes of patience.
public enum WaitGate: String, Hashable, Sendable, CaseIterable {
    /// Offered load 0.95 all the time.
    case steady
    /// A shop's chat day, hour by hour, with two peaks above what the desk can take.
    case dayCurve = "day_curve"
    /// Four times the usual load for half an hour, twice a day.
    case flashPeak = "flash_peak"

    static let slots = 20.0
    static let handleSeconds = 300.0

    /// The offered load per slot, by the interval.
    private var loads: [Double] {
        switch self {
        case .steady: [0.95]
        case .dayCurve:
            [
                0.25, 0.15, 0.1, 0.1, 0.1, 0.15, 0.3, 0.55, 0.85, 1.1, 1.2, 1.15, 1.0, 0.9, 0.9,
                0.95, 1.0, 1.1, 1.15, 1.05, 0.9, 0.7, 0.5, 0.35,
            ].flatMap { [$0, $0] }
        case .flashPeak: [2.8] + Array(repeating: 0.7, count: 23)
        }
    }

    /// A scenario of about so many customers.
    public func scenario(customers: Int) -> DeskScenario {
        let interval = 1800.0
        let perInterval = loads.map { $0 * Self.slots / Self.handleSeconds * interval }
        let mean = perInterval.reduce(0, +) / Double(perInterval.count)
        let seconds = Double(max(customers, 1)) / mean * interval
        var scenario = DeskScenario(
            plan: .single(agents: Int(Self.slots), withinSeconds: 120),
            start: Instant(seconds: 1_772_409_600), duration: .seconds(Int(seconds)),
            streams: [ArrivalStream(perInterval: perInterval)], handleSeconds: Self.handleSeconds)
        scenario.patienceSeconds = 1200
        scenario.scoresEstimates = true
        return scenario
    }
}

extension DeskPlan {
    /// One queue, one class with a promised first reply, and so many agents with a slot each: the
    /// desk that the closed formulas describe.
    public static func single(agents: Int, withinSeconds: Double) -> DeskPlan {
        let width = "\(agents)".count
        return DeskPlan(
            classes: [
                ServiceClass(
                    name: "normal", headStart: .zero,
                    firstReply: .milliseconds(Int64(withinSeconds * 1000)))
            ],
            queues: [QueuePlan(name: "general", serviceClass: "normal")],
            agents: (0..<max(0, agents)).map { number in
                let id = "agent-" + (number + 1).padded(width)
                return AgentPlan(id: id, name: id)
            }, defaults: DeskDefaults(reopenWindow: .seconds(60)))
    }
}
