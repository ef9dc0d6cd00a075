import Dialogue

/// The shape of a flow: every state is reached, leads to an end, and no circle runs without the
/// customer.
struct FlowShapeCheck {
    let draft: FlowDraft
    let report: Report

    private var flow: Flow { draft.flow }

    func run() {
        let edges = flow.edges
        guard let start = flow.states.first?.id else { return }
        let reached = Self.reach(
            from: [start],
            along: edges.compactMap { edge in
                edge.target.map { (edge.from, $0) }
            })
        for state in flow.states where !reached.contains(state.id) {
            report.error(
                .unreachableState, at: place(state.id), "no way leads to the state '\(state.id)'",
                cure: "remove it, or name it in a goto:, next: or outcome")
        }
        checkEnds(edges, reached: reached)
        checkLoops()
        checkAsks()
    }

    /// A slot that a state collects has a question, another one needs none.
    private func checkAsks() {
        var collected: Set<String> = []
        for state in flow.states {
            if case .collect(let slots, _) = state.body { collected.formUnion(slots) }
        }
        for slot in flow.slots {
            let place = draft.askPlaces[slot.id]
            if place == nil, collected.contains(slot.id) {
                report.error(
                    .missingKey, at: draft.slots[slot.id] ?? draft.place,
                    "slot \(slot.id) lacks 'ask'", cure: "add ask: with the reply that asks for it")
            } else if let place, !collected.contains(slot.id) {
                report.warning(
                    .unusedReply, at: place, "the slot '\(slot.id)' is never asked for",
                    cure: "take ask: out, or name the slot in collect: of a state")
            }
        }
    }

    private func place(_ state: String) -> Place { draft.states[state] ?? draft.place }

    /// The states that can be reached from some.
    static func reach(from start: [String], along pairs: [(String, String)]) -> Set<String> {
        let next = Dictionary(grouping: pairs, by: \.0)
        var reached = Set(start)
        var open = start
        while let state = open.popLast() {
            for (_, target) in next[state] ?? [] where reached.insert(target).inserted {
                open.append(target)
            }
        }
        return reached
    }

    /// Every state must have a way to an end that needs no event from outside.
    private func checkEnds(_ edges: [FlowEdge], reached: Set<String>) {
        let own = edges.filter { !$0.isHandler }
        let ending = own.filter { $0.target == nil }.map(\.from)
        let backwards = own.compactMap { edge in edge.target.map { ($0, edge.from) } }
        let alive = Self.reach(from: ending, along: backwards)
        let known = Set(flow.states.map(\.id))
        for state in flow.states where reached.contains(state.id) && !alive.contains(state.id) {
            let targets = own.filter { $0.from == state.id }.compactMap(\.target)
            // A state that is not declared, or that cannot be read, is reported elsewhere.
            if targets.contains(where: { !known.contains($0) }) || targets.isEmpty { continue }
            report.error(
                .deadEnd, at: place(state.id),
                "from the state '\(state.id)' no way leads to an end",
                cure: "add an end: or a handoff: to one of its ways")
        }
    }

    /// Where a walk stands: a state, and the slots that were cleared on the way since the customer
    /// last spoke.
    private struct Position: Hashable {
        var state: String
        var cleared: Set<String>
    }

    /// A circle of steps that never waits for the customer runs until the limit of steps stops it.
    private func checkLoops() {
        var finished: Set<Position> = []
        var path: [Position] = []
        func walk(_ position: Position) {
            if let index = path.firstIndex(of: position) {
                return report(path[index...].map(\.state))
            }
            guard path.count < 64, finished.count < 4096, !finished.contains(position),
                let state = flow.state(position.state)
            else { return }
            path.append(position)
            for edge in flow.edges(of: state) where !edge.isHandler {
                guard let target = edge.target, let next = flow.state(target) else { continue }
                let cleared = position.cleared.union(edge.step.clear)
                    .subtracting(edge.step.set.map(\.slot))
                if !waits(next, cleared: cleared) {
                    walk(Position(state: target, cleared: cleared))
                }
            }
            path.removeLast()
            finished.insert(position)
        }
        for state in flow.states { walk(Position(state: state.id, cleared: [])) }
    }

    /// A question is always asked; a collecting state asks when one of its slots was cleared.
    private func waits(_ state: State, cleared: Set<String>) -> Bool {
        switch state.body {
        case .confirm: true
        case .collect(let slots, _): slots.contains { cleared.contains($0) }
        case .choose, .perform: false
        }
    }

    private func report(_ circle: [String]) {
        let least = circle.min() ?? ""
        guard let start = circle.firstIndex(of: least) else { return }
        let states = circle[start...] + circle[..<start]
        let first = flow.states.first { circle.contains($0.id) }?.id ?? least
        report.error(
            .endlessLoop, at: place(first),
            "the circle " + (states + [least]).joined(separator: " → ")
                + " never waits for the customer",
            cure: "clear a slot that it collects, ask something, or end")
    }
}
