import Desk
public import Dialogue

/// Where the parts of a pack are written: for coverage, mutations and exploration.
public struct PackPlaces: Sendable {
    public private(set) var transitions: [TransitionID: Place] = [:]
    /// By `flow/state`.
    public private(set) var states: [String: Place] = [:]
    /// By language, then by reply id.
    public private(set) var replies: [String: [String: Place]] = [:]
    public private(set) var actions: [String: Place] = [:]
    /// Rules of desk.yaml, by name.
    public private(set) var rules: [String: Place] = [:]
    /// Steps of the ladders: `waiting.1`.
    public private(set) var ladderSteps: [String: Place] = [:]

    init(_ draft: Draft) {
        for flow in draft.flows { add(flow) }
        for words in draft.words {
            for reply in words.replies {
                replies[words.language, default: [:]][reply.id] = reply.place
            }
        }
        for article in draft.articles where article.text != nil {
            replies[article.language, default: [:]]["knowledge.\(article.name)"] = article.place
        }
        actions = draft.actions.mapValues(\.place)
        guard let root = draft.desk.root else { return }
        for rule in draft.plan.rules { rules[rule.id] = root.place(of: ["rules", rule.id]) }
        for step in draft.plan.waitingLadder + draft.plan.claimedLadder {
            let ladder = step.id.prefix { $0 != "." }
            ladderSteps[step.id] = root.place(of: ["ladders", String(ladder), step.id])
        }
    }

    private mutating func add(_ draft: FlowDraft) {
        transitions.merge(draft.transitions) { first, _ in first }
        for (state, place) in draft.states { states["\(draft.flow.id)/\(state)"] = place }
        // The states that `offer:` makes have no lines of their own.
        for state in draft.flow.states {
            guard case .confirm = state.body, let place = draft.states[state.id] else { continue }
            for way in [TransitionID.Way.agreed, .declined] {
                let id = TransitionID(flow: draft.flow.id, state: state.id, way: way)
                if transitions[id] == nil { transitions[id] = place }
            }
        }
    }
}
