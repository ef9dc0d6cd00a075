import Dialogue

/// Circles over several flows: those that need or start each other without ever waiting for the
/// customer.
struct FlowCircleCheck {
    let draft: Draft
    let report: Report

    func run() {
        let pairs = draft.flows.flatMap { flow in
            next(of: flow.flow).map { (flow.flow.id, $0) }
        }
        for flow in draft.flows {
            let id = flow.flow.id
            let next = pairs.filter { $0.0 == id }.map(\.1)
            guard FlowShapeCheck.reach(from: next, along: pairs).contains(id) else { continue }
            let place = flow.references.first { $0.kind == .flow && next.contains($0.name) }?.place
            report.error(
                .endlessLoop, at: place ?? flow.place,
                "the flow '\(id)' leads to itself without waiting for the customer",
                cure: "ask something before `start:`, or take it out of needs:")
        }
    }

    /// The flows that it needs, or starts before it asks anything.
    private func next(of flow: Flow) -> [String] {
        var found = flow.needs.map { [$0] } ?? []
        guard let start = flow.states.first else { return found }
        var seen: Set<String> = [start.id]
        var open = [start]
        while let state = open.popLast() {
            switch state.body {
            case .collect, .confirm: continue
            case .choose, .perform: break
            }
            for edge in flow.edges(of: state) where !edge.isHandler {
                if case .flow(let other) = edge.step.destination { found.append(other) }
                if let target = edge.target.flatMap(flow.state), seen.insert(target.id).inserted {
                    open.append(target)
                }
            }
        }
        return found
    }
}
