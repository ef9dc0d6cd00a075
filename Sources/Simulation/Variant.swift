public import Desk
import Facts
import Synchronization

/// A scenario with one thing changed.
public struct Variant: Sendable {
    public var name: String
    public var scenario: DeskScenario

    public init(name: String, scenario: DeskScenario) {
        self.name = name
        self.scenario = scenario
    }

    /// Hours that agents are at work.
    public var agentHours: Double { scenario.agentHours }
}

/// What several runs of a variant gave, each figure with its band.
public struct VariantResult: Hashable, Sendable, Codable {
    public var name: String
    public var agentHours: Double
    /// Of those served or gone: served within the target.
    public var targetLevel: Band
    /// First replies within the classes' promises.
    public var promiseLevel: Band
    /// Seconds, of those served.
    public var meanWait: Band
    public var p90Wait: Band
    public var abandonment: Band
    public var occupancy: Band
    public var highestBacklog: Band
    /// Seconds from the start until the highest backlog was gone; nil when it never was in a run.
    public var clearedAfter: Band?

    private enum CodingKeys: String, CodingKey {
        case name, abandonment, occupancy
        case agentHours = "agent_hours"
        case targetLevel = "target_level"
        case promiseLevel = "promise_level"
        case meanWait = "mean_wait_seconds"
        case p90Wait = "p90_wait_seconds"
        case highestBacklog = "highest_backlog"
        case clearedAfter = "cleared_after_seconds"
    }

    /// nil without outcomes.
    public init?(_ variant: Variant, _ outcomes: [DeskOutcome]) {
        guard let target = Band(outcomes.map(\.all.targetLevel)),
            let promise = Band(outcomes.map(\.all.promiseLevel)),
            let mean = Band(outcomes.map(\.all.meanWait)),
            let p90 = Band(outcomes.map { $0.all.wait(percentile: 0.9) }),
            let abandonment = Band(outcomes.map(\.all.abandonment)),
            let occupancy = Band(outcomes.map(\.occupancy)),
            let backlog = Band(outcomes.map { Double($0.highestBacklog) })
        else { return nil }
        let cleared = outcomes.compactMap { outcome in
            outcome.highestBacklog == 0 ? 0 : outcome.clearedAfterSeconds
        }
        name = variant.name
        agentHours = variant.agentHours
        targetLevel = target
        promiseLevel = promise
        meanWait = mean
        p90Wait = p90
        self.abandonment = abandonment
        self.occupancy = occupancy
        highestBacklog = backlog
        clearedAfter = cleared.count == outcomes.count ? Band(cleared) : nil
    }
}

extension Variant {
    /// Runs it with the seeds `seed`, `seed + 1`, …; `progress` gets the share that is done.
    ///
    /// The runs know nothing of each other, so `jobs` of them go on side by side: the outcomes are those of one after
    /// the other, in the order of the seeds.
    public func outcomes(
        replications: Int, seed: UInt64, jobs: Int = Parallel.processors,
        progress: @Sendable (Double) -> Void = { _ in }
    ) -> [DeskOutcome] {
        let count = max(1, replications)
        let shares = Mutex(Array(repeating: 0.0, count: count))
        return Parallel.map(count, jobs: jobs) { number in
            var run = DeskRun(scenario, seed: seed &+ UInt64(number))
            return run.run { share in
                let all = shares.withLock { shares in
                    shares[number] = share
                    return shares.reduce(0, +)
                }
                progress(all / Double(count))
            }
        }
    }
}

extension DeskScenario {
    /// Hours that agents are at work, whatever they have to do.
    public var agentHours: Double {
        guard !shifts.isEmpty else {
            return Double(plan.agents.count) * Double(duration.milliseconds) / 3_600_000
        }
        let all = shifts.reduce(0.0) { $0 + Double(($1.until - $1.from).milliseconds) }
        return all / 3_600_000
    }

    /// With `count` more agents who can do what `agent` can and work when they work.
    public func adding(_ count: Int, like agent: AgentPlan) -> DeskScenario {
        var changed = self
        for number in 0..<count {
            var twin = agent
            twin.id = "\(agent.id)+\(number + 1)"
            while changed.plan.agent(twin.id) != nil { twin.id += "'" }
            changed.plan.agents.append(twin)
            for shift in shifts where shift.agent == agent.id {
                changed.shifts.append(
                    Shift(agent: twin.id, from: shift.from, until: shift.until))
            }
        }
        return changed
    }

    /// Agents who differ in skills, languages, queues or capacity: one of each kind.
    public var agentKinds: [AgentPlan] {
        var kinds: [AgentPlan] = []
        for agent in plan.agents {
            let isKnown = kinds.contains { known in
                known.skills == agent.skills && known.languages == agent.languages
                    && known.queues == agent.queues && known.capacity == agent.capacity
            }
            if !isKnown { kinds.append(agent) }
        }
        return kinds
    }
}
