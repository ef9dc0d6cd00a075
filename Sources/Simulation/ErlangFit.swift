import Desk

/// Whether the closed formulas may be asked about a scenario at all.
public enum ErlangFit {
    /// What in the scenario the formulas do not know; empty where they apply.
    public static func warnings(_ scenario: DeskScenario) -> [String] {
        var warnings: [String] = []
        let plan = scenario.plan
        let queues = Set(scenario.streams.map { $0.queue ?? "" })
        if queues.count > 1, !serveAlike(plan) {
            warnings.append(
                "agents differ in the queues they serve: the formulas know one line and equal agents"
            )
        }
        if plan.agents.contains(where: { $0.capacity > 1 }) {
            warnings.append(
                "agents take several tickets at once: each slot counts as a server, as if attention"
                    + " were not shared")
        }
        if scenario.streams.contains(where: { changes($0.perInterval) }) || scenario.peak != nil {
            warnings.append(
                "arrivals change by the interval: each interval is taken as if it lasted for ever,"
                    + " and what is left of the one before it is not seen")
        }
        if !scenario.shifts.isEmpty {
            warnings.append("shifts change the number of agents within the run")
        }
        if Set(plan.classes.map(\.headStart)).count > 1, scenario.streams.count > 1 {
            warnings.append("classes overtake each other: the formulas give the mean of all only")
        }
        if plan.defaults.wrapUp > .zero {
            warnings.append("wrap-up is not part of the handle time that the formulas get")
        }
        if !scenario.handleSecondsByQueue.isEmpty {
            warnings.append("queues differ in their handle times: the formulas get one mean")
        }
        return warnings
    }

    private static func serveAlike(_ plan: DeskPlan) -> Bool {
        plan.agents.allSatisfy { agent in plan.queues.allSatisfy { agent.serves($0) } }
    }

    /// By more than a fifth from one interval to another.
    private static func changes(_ counts: [Double]) -> Bool {
        guard let low = counts.min(), let high = counts.max() else { return false }
        return high > low * 1.2
    }
}
