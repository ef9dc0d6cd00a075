import Facts
import Understanding

/// The handlers of the open flow and its state: what they say to a wish or an event.
extension TurnRun {
    /// Takes the step of the current flow's handler; false where it has none.
    ///
    /// `knowing`: with what is known already, where no look-up can be waited for, or the last one failed.
    mutating func handle(
        _ trigger: Handler.Trigger, knowing: Bool = false
    ) throws(Interruption) -> Bool {
        guard let frame = state.stack.last, let flow = currentFlow else { return false }
        if !knowing { try prefetchGuards(of: flow, state: frame.state) { $0 == trigger } }
        guard let handler = handler(for: trigger, in: flow, state: frame.state) else {
            return false
        }
        if case .intent = trigger { forgiveTry(answeredBy: handler.step) }
        try apply(handler.step)
        return true
    }

    /// A question of the customer's own, answered by the state that asks, is no failed answer: what is asked again
    /// with it counts as no further try.
    private mutating func forgiveTry(answeredBy step: Step) {
        guard let frame = state.stack.last, case .asking(.slot(let id, _)) = frame.phase,
            step.destination == .state(frame.state), step.set.isEmpty, step.clear.isEmpty,
            let tries = frame.tries[id], tries > 0
        else { return }
        withFrame { $0.tries[id] = tries - 1 }
    }

    /// Makes sure that the facts are known which the open state's handlers of wishes test: whether one takes the
    /// message is asked in many places, and none of them waits for the shop.
    func prefetchGuards() throws(Interruption) {
        guard let frame = state.stack.last, let flow = currentFlow else { return }
        try prefetchGuards(of: flow, state: frame.state) {
            if case .intent = $0 { true } else { false }
        }
    }

    private func prefetchGuards(
        of flow: Flow, state id: String, where isMeant: (Handler.Trigger) -> Bool
    ) throws(Interruption) {
        for handler in (flow.state(id)?.handlers ?? []) + flow.handlers
        where !handler.condition.isAlways && isMeant(handler.trigger) {
            try prefetch(handler.condition.fields)
        }
    }

    /// The innermost handler of a trigger: the state's own, then the flow's; the first whose guard is true.
    mutating func handler(
        for trigger: Handler.Trigger, in flow: Flow, state id: String
    ) -> Handler? {
        let facts = KnownFacts(run: self)
        for (owner, handlers) in [(id, flow.state(id)?.handlers ?? []), ("", flow.handlers)] {
            for (index, handler) in handlers.enumerated() where handler.trigger == trigger {
                let holds = handler.condition.holds(in: facts)
                noteTested(.handler(index), of: owner, handler.condition, holds: holds)
                guard holds else { continue }
                noteTaken(.handler(index), of: owner)
                return handler
            }
        }
        return nil
    }
}

extension Step {
    /// Another flow takes over from the open one.
    var leadsElsewhere: Bool { if case .flow = destination { true } else { false } }

    /// Another state of the open flow follows.
    func leaves(_ state: String) -> Bool {
        if case .state(let next) = destination { next != state } else { false }
    }
}
