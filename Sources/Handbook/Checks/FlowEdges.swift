import Dialogue
import Facts

/// One way from a state on.
struct FlowEdge {
    enum Origin: Hashable {
        case branch, agreed, declined, expiry
        case outcome(String)
        case handler(Handler.Trigger)
    }

    var from: String
    var origin: Origin
    var step: Step
    /// What must hold for it to be taken.
    var holds: Condition = .always
    /// What was tried before and did not hold.
    var fails: [Condition] = []

    /// The state it leads to; nil where the flow ends or a person takes over.
    var target: String? {
        if case .state(let id) = step.destination { id } else { nil }
    }
}

extension Flow {
    /// Every edge, by state in document order; those of handlers leave every state that inherits
    /// them.
    var edges: [FlowEdge] { states.flatMap { edges(of: $0) } }

    func edges(of state: State) -> [FlowEdge] {
        var edges: [FlowEdge] = []
        func add(_ origin: FlowEdge.Origin, _ step: Step, holds: Condition = .always) {
            edges.append(FlowEdge(from: state.id, origin: origin, step: step, holds: holds))
        }
        switch state.body {
        case .collect(_, let next), .choose(let next):
            var failed: [Condition] = []
            for branch in next {
                add(.branch, branch.step, holds: branch.condition)
                edges[edges.count - 1].fails = failed
                failed.append(branch.condition)
            }
        case .confirm(_, let agreed, let declined):
            add(.agreed, agreed)
            add(.declined, declined)
        case .perform(_, _, let outcomes):
            for outcome in outcomes { add(.outcome(outcome.name), outcome.step) }
        }
        for handler in state.handlers + handlers {
            add(.handler(handler.trigger), handler.step, holds: handler.condition)
        }
        if let expiry = state.expiry { add(.expiry, expiry.step) }
        return edges
    }
}

extension FlowEdge {
    /// It needs something from outside: an event, another wish, time.
    var isHandler: Bool {
        switch origin {
        case .handler, .expiry: true
        case .branch, .agreed, .declined, .outcome: false
        }
    }
}

extension Condition {
    /// The first names of the paths that surely have a value when the condition holds.
    var setWhenTrue: Set<String> {
        switch self {
        case .all(let parts): parts.reduce(into: []) { $0.formUnion($1.setWhenTrue) }
        case .any(let parts): Self.common(parts.map(\.setWhenTrue))
        case .not(let part): part.setWhenFalse
        case .test(let comparison):
            switch comparison.relation {
            case .isMissing, .notEqual: []
            case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual, .oneOf, .has, .within,
                .isSet:
                Set(comparison.field.prefix(1))
            }
        }
    }

    /// The first names of the paths that surely have a value when the condition does not hold.
    var setWhenFalse: Set<String> {
        switch self {
        case .all(let parts): parts.isEmpty ? [] : Self.common(parts.map(\.setWhenFalse))
        case .any(let parts): parts.reduce(into: []) { $0.formUnion($1.setWhenFalse) }
        case .not(let part): part.setWhenTrue
        case .test(let comparison):
            comparison.relation == .isMissing || comparison.relation == .notEqual
                ? Set(comparison.field.prefix(1)) : []
        }
    }

    private static func common(_ sets: [Set<String>]) -> Set<String> {
        guard let first = sets.first else { return [] }
        return sets.dropFirst().reduce(first) { $0.intersection($1) }
    }
}
