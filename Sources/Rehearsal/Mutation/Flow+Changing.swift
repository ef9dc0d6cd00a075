import Dialogue
import Facts

extension Flow {
    /// The flow with one transition changed; where `change` gives nil it is taken out. A yes or a no cannot be taken
    /// out of a confirmation: it stays.
    func changing(_ id: TransitionID, _ change: (Transition) -> Transition?) -> Flow {
        var flow = self
        guard let place = flow.states.firstIndex(where: { $0.id == id.state }) else {
            flow.handlers = Self.changed(handlers, id, change)
            return flow
        }
        var state = flow.states[place]
        switch id.way {
        case .branch, .agreed, .declined, .outcome:
            state.body = Self.changed(state.body, id, change)
        case .handler: state.handlers = Self.changed(state.handlers, id, change)
        case .expired:
            guard let expiry = state.expiry else { return flow }
            let changed = change(Transition(id: id, condition: .always, step: expiry.step))
            state.expiry = changed.map { Expiry(after: expiry.after, step: $0.step) }
        }
        flow.states[place] = state
        return flow
    }

    /// The flow with one state changed.
    func changing(state id: String, _ change: (inout State) -> Void) -> Flow {
        var flow = self
        guard let place = flow.states.firstIndex(where: { $0.id == id }) else { return flow }
        change(&flow.states[place])
        return flow
    }

    private static func changed(
        _ handlers: [Handler], _ id: TransitionID, _ change: (Transition) -> Transition?
    ) -> [Handler] {
        handlers.enumerated().compactMap { index, handler in
            guard id.way == .handler(index) else { return handler }
            let old = Transition(id: id, condition: handler.condition, step: handler.step)
            return change(old).map {
                Handler(trigger: handler.trigger, condition: $0.condition, step: $0.step)
            }
        }
    }

    private static func changed(
        _ body: State.Body, _ id: TransitionID, _ change: (Transition) -> Transition?
    ) -> State.Body {
        func step(_ way: TransitionID.Way, _ step: Step) -> Step? {
            guard id.way == way else { return step }
            return change(Transition(id: id, condition: .always, step: step))?.step
        }
        func next(_ branches: [Branch]) -> [Branch] {
            branches.enumerated().compactMap { index, branch in
                guard id.way == .branch(index) else { return branch }
                let old = Transition(id: id, condition: branch.condition, step: branch.step)
                return change(old).map { Branch(condition: $0.condition, step: $0.step) }
            }
        }
        switch body {
        case .collect(let slots, let branches): return .collect(slots: slots, next: next(branches))
        case .choose(let branches): return .choose(next(branches))
        case .confirm(let ask, let agreed, let declined):
            return .confirm(
                ask: ask, agreed: step(.agreed, agreed) ?? agreed,
                declined: step(.declined, declined) ?? declined)
        case .perform(let use, let key, let outcomes):
            let kept = outcomes.compactMap { outcome in
                step(.outcome(outcome.name), outcome.step).map { (name: outcome.name, step: $0) }
            }
            return .perform(use, key: key, outcomes: kept)
        }
    }
}
