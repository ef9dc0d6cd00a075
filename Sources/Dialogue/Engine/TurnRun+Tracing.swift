import Facts

/// Noting what a turn goes through, where the book is traced. An undone step takes its marks back with it.
extension TurnRun {
    mutating func noteEntered() {
        guard book.isTraced, let frame = state.stack.last else { return }
        trace.append(.entered(flow: frame.flow, state: frame.state))
    }

    /// A transition of the innermost flow is taken. `owner`: the state that has it; nil: the current one.
    mutating func noteTaken(_ way: TransitionID.Way, of owner: String? = nil) {
        guard book.isTraced, let frame = state.stack.last else { return }
        let id = TransitionID(flow: frame.flow, state: owner ?? frame.state, way: way)
        trace.append(.taken(id))
    }

    /// A guard was looked at; one that always holds is none.
    mutating func noteTested(
        _ way: TransitionID.Way, of owner: String? = nil, _ condition: Condition, holds: Bool
    ) {
        guard book.isTraced, condition != .always, let frame = state.stack.last else { return }
        let id = TransitionID(flow: frame.flow, state: owner ?? frame.state, way: way)
        trace.append(.tested(id, holds: holds))
    }
}
