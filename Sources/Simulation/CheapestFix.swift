import Desk

/// Looks for the least that makes a scenario reach its target.
public struct CheapestFix: Sendable {
    /// The share that must be served within the scenario's target.
    public var level: Double
    public var replications: Int
    public var seed: UInt64

    public init(level: Double, replications: Int, seed: UInt64) {
        self.level = level
        self.replications = replications
        self.seed = seed
    }

    /// One way to reach the target, or the most that way could do.
    public struct Fix: Hashable, Sendable, Codable {
        public var name: String
        public var reaches: Bool
        /// Agent-hours more than now.
        public var agentHours: Double
        public var level: Band

        private enum CodingKeys: String, CodingKey {
            case name, reaches, level
            case agentHours = "agent_hours"
        }
    }

    /// The ways, cheapest first: those that reach the target before those that do not, by
    /// agent-hours. `progress` gets the share that is done.
    public func search(
        _ scenario: DeskScenario, mostAgents: Int = 20, progress: (Double) -> Void = { _ in }
    ) -> [Fix] {
        let kinds = scenario.agentKinds
        let ways = Double(kinds.count + 3)
        var done = 0.0
        func step() {
            done += 1
            progress(done / ways)
        }
        var fixes: [Fix] = []
        for kind in kinds {
            fixes += [agents(scenario, like: kind, most: mostAgents)].compactMap { $0 }
            step()
        }
        fixes += [containment(scenario)].compactMap { $0 }
        step()
        fixes += [handleTime(scenario)].compactMap { $0 }
        step()
        fixes += [capacity(scenario)].compactMap { $0 }
        step()
        return fixes.sorted { left, right in
            left.reaches == right.reaches
                ? (left.agentHours, left.name) < (right.agentHours, right.name) : left.reaches
        }
    }

    /// The level grows with the agents: double, then halve.
    private func agents(_ scenario: DeskScenario, like kind: AgentPlan, most: Int) -> Fix? {
        least(in: 1...max(1, most)) { count in
            let name = "\(count) more like \(kind.id)"
            return Variant(name: name, scenario: scenario.adding(count, like: kind))
        }.map { fix(scenario, $0) }
    }

    private func containment(_ scenario: DeskScenario) -> Fix? {
        least(in: 1...18) { step in
            var changed = scenario
            let share = Double(step) * 0.05
            changed.containment = 1 - (1 - scenario.containment) * (1 - share)
            return Variant(
                name: "the bot keeps \(step * 5) % of what reaches people now", scenario: changed)
        }.map { fix(scenario, $0) }
    }

    private func handleTime(_ scenario: DeskScenario) -> Fix? {
        least(in: 1...12) { step in
            var changed = scenario
            let factor = 1 - Double(step) * 0.05
            changed.handleSeconds *= factor
            changed.handleSecondsByQueue = changed.handleSecondsByQueue.mapValues { $0 * factor }
            return Variant(name: "handle time \(step * 5) % shorter", scenario: changed)
        }.map { fix(scenario, $0) }
    }

    private func capacity(_ scenario: DeskScenario) -> Fix? {
        least(in: 1...3) { more in
            var changed = scenario
            for index in changed.plan.agents.indices {
                changed.plan.agents[index].capacity += more
            }
            return Variant(name: "every agent takes \(more) more at once", scenario: changed)
        }.map { fix(scenario, $0) }
    }

    private typealias Found = (variant: Variant, level: Band)

    /// The least step that reaches the target; else the largest.
    private func least(in range: ClosedRange<Int>, _ make: (Int) -> Variant) -> Found? {
        func level(_ step: Int) -> Found? {
            let variant = make(step)
            let outcomes = variant.outcomes(replications: replications, seed: seed)
            return Band(outcomes.map(\.all.targetLevel)).map { (variant, $0) }
        }
        guard let most = level(range.upperBound) else { return nil }
        guard most.level.mean >= self.level else { return most }
        var best = most
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            guard let found = level(middle) else { return best }
            if found.level.mean >= self.level {
                best = found
                high = middle
            } else {
                low = middle + 1
            }
        }
        return best
    }

    private func fix(_ scenario: DeskScenario, _ found: Found) -> Fix {
        Fix(
            name: found.variant.name, reaches: found.level.mean >= level,
            agentHours: found.variant.agentHours - scenario.agentHours, level: found.level)
    }
}
