import Dialogue

/// Every question is asked a limited number of times: a slot has its `tries`, a confirmation must not lead back to
/// itself, and what follows when the tries are used up must not ask again.
struct QuestionCheck {
    let draft: FlowDraft
    let report: Report

    private var flow: Flow { draft.flow }

    func run() {
        checkConfirmations()
        for (index, handler) in flow.handlers.enumerated() { check(handler, "", index) }
        for state in flow.states {
            for (index, handler) in state.handlers.enumerated() { check(handler, state.id, index) }
        }
    }

    /// A circle through a confirmation that collects nothing has no tries to end it.
    private func checkConfirmations() {
        let own = flow.edges.filter { !$0.isHandler }
        let pairs = own.compactMap { edge -> (String, String)? in
            guard let target = edge.target, let from = flow.state(edge.from) else { return nil }
            if case .collect = from.body { return nil }
            return (edge.from, target)
        }
        for state in flow.states {
            guard case .confirm = state.body else { continue }
            let next = pairs.filter { $0.0 == state.id }.map(\.1)
            guard FlowShapeCheck.reach(from: next, along: pairs).contains(state.id) else {
                continue
            }
            report.error(
                .unboundedQuestion, at: draft.states[state.id] ?? draft.place,
                "the question of '\(state.id)' may be asked for ever: its answer leads back to it",
                cure: "lead the answer to an end, or to a state that collects a slot")
        }
    }

    /// `exhausted` comes when the tries are used up: it must not lead to where something is collected.
    private func check(_ handler: Handler, _ state: String, _ index: Int) {
        guard handler.trigger == .event("exhausted"),
            case .state(let target) = handler.step.destination
        else { return }
        let pairs = flow.edges.filter { !$0.isHandler }.compactMap { edge in
            edge.target.map { (edge.from, $0) }
        }
        let reached = FlowShapeCheck.reach(from: [target], along: pairs)
        let collects = flow.states.contains { state in
            guard case .collect(let slots, _) = state.body else { return false }
            return reached.contains(state.id) && !slots.isEmpty
        }
        guard collects else { return }
        let id = TransitionID(flow: flow.id, state: state, way: .handler(index))
        report.error(
            .unboundedQuestion, at: draft.transitions[id] ?? draft.place,
            "when all tries are used up, '\(target)' asks again",
            cure: "hand over to a person, or end")
    }
}
