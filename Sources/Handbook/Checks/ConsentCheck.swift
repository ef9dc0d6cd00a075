import Dialogue

/// Proves that every path to a write passes the customer's yes, with nothing collected anew in
/// between.
struct ConsentCheck {
    let draft: FlowDraft
    let actions: [String: ActionDraft]
    let report: Report

    private struct Position: Hashable {
        var state: String
        var hasConsent: Bool
    }

    /// Breadth first over states with and without a consent, so that the witness is a shortest
    /// path.
    func run() {
        guard let start = draft.flow.states.first?.id else { return }
        let first = Position(state: start, hasConsent: false)
        var before: [Position: Position] = [:]
        var seen: Set<Position> = [first]
        var queue = [first]
        var index = 0
        while index < queue.count {
            let position = queue[index]
            index += 1
            guard let state = draft.flow.state(position.state) else { continue }
            check(state, position, before)
            for edge in draft.flow.edges(of: state) {
                guard let target = edge.target else { continue }
                let next = Position(
                    state: target, hasConsent: consent(after: edge, of: state, position.hasConsent))
                if seen.insert(next).inserted {
                    before[next] = position
                    queue.append(next)
                }
            }
        }
    }

    private func consent(after edge: FlowEdge, of state: State, _ hasConsent: Bool) -> Bool {
        switch edge.origin {
        case .agreed: return true
        case .declined, .expiry, .handler: return false
        case .branch, .outcome:
            if case .collect = state.body { return false }
            return hasConsent && edge.step.clear.isEmpty
        }
    }

    private func check(_ state: State, _ position: Position, _ before: [Position: Position]) {
        guard !position.hasConsent, case .perform(let use, _, _) = state.body,
            actions[use.action]?.declaration.access == .write
        else { return }
        var path = [position.state]
        var current = position
        while let previous = before[current], path.count < 64 {
            path.insert(previous.state, at: 0)
            current = previous
        }
        report.error(
            .unconfirmedWrite, at: draft.states[state.id] ?? draft.place,
            "'\(use.action)' can be reached without the customer's yes: "
                + path.joined(separator: " → "),
            cure: "lead every way to '\(state.id)' through `agreed:` of a state with ask:")
    }
}
