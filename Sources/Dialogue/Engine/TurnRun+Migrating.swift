import Facts

/// Open flows after the pack was reloaded: they go on where they were, or move by the flow's own rule (`migrate:`).
extension TurnRun {
    /// Brings every open flow into the pack's version; nothing that the customer said is lost.
    mutating func migrateOpenFlows() {
        for index in state.stack.indices where !isAtHome(state.stack[index]) {
            guard let flow = book.flows[state.stack[index].flow] else { continue }
            state.stack[index] = migrated(state.stack[index], to: flow)
            // What was promised may have other words now: a yes to them is no yes.
            state.lastSaid = []
        }
        dropRemovedFlows()
    }

    private func isAtHome(_ frame: Frame) -> Bool {
        guard let flow = book.flows[frame.flow], flow.version == frame.version,
            let state = flow.state(frame.state)
        else { return false }
        return fits(frame.phase, state, flow)
    }

    /// Whether a frame can wait like this in a state.
    private func fits(_ phase: Frame.Phase, _ state: State, _ flow: Flow) -> Bool {
        switch (phase, state.body) {
        case (.entering, _), (.resuming, _), (.filling, .collect),
            (.asking(.confirmation), .confirm), (.performing, .perform):
            true
        case (.asking(.slot(let id, _)), .collect(let slots, _)):
            slots.contains(id) && flow.slot(id) != nil
        case (.asking, _), (.performing, _), (.filling, _): false
        }
    }

    private func migrated(_ old: Frame, to flow: Flow) -> Frame {
        let rule = flow.migration
        let otherwise = rule.otherwise ?? flow.states.first?.id ?? ""
        let named = rule.states[old.state] ?? old.state
        var frame = old
        frame.version = flow.version
        frame.state = flow.state(named) == nil ? otherwise : named
        frame.consent = nil
        frame.slots = Record()
        for (name, value) in old.slots.fields {
            let slot = rule.slots[name] ?? name
            frame.slots[slot] = shaped(value, for: flow.slot(slot))
        }
        frame.phase = phase(of: old.phase, renaming: rule.slots)
        if case .performing = old.phase, let state = stateOfOpenCall(in: flow) {
            frame.state = state
        }
        guard let state = flow.state(frame.state), fits(frame.phase, state, flow) else {
            if case .performing = old.phase { return frame }  // its answer ends in a person
            frame.phase = .entering
            return frame
        }
        return frame
    }

    private func phase(of phase: Frame.Phase, renaming slots: [String: String]) -> Frame.Phase {
        guard case .asking(.slot(let id, let member)) = phase else { return phase }
        return .asking(.slot(slots[id] ?? id, member: member))
    }

    /// A list where this version keeps one, a single value where it keeps that; several for a single slot are asked
    /// anew.
    private func shaped(_ value: Value, for slot: Slot?) -> Value? {
        guard let slot, slot.each == nil else { return value }
        if slot.isMany { return value.list == nil ? .list([value]) : value }
        guard let list = value.list else { return value }
        return list.count == 1 ? list.first : nil
    }

    /// The write that is out belongs to the state of this version that does the same.
    private func stateOfOpenCall(in flow: Flow) -> String? {
        guard let action = state.working?.pending?.action else { return nil }
        return flow.states.first { state in
            if case .perform(let use, _, _) = state.body { use.action == action } else { false }
        }?.id
    }

    /// The pack has the flow no more: a person takes over with what the customer wrote.
    private mutating func dropRemovedFlows() {
        let flows = book.flows
        let removed = state.stack.filter { flows[$0.flow] == nil }
        guard !removed.isEmpty else { return }
        state.stack.removeAll { flows[$0.flow] == nil }
        resumeBelow()
        for frame in removed where !frame.utterances.isEmpty {
            note(Wish(intent: frame.flow, text: frame.utterances.joined(separator: " / ")))
        }
        giveUp(reason: "flow_removed")
    }
}
