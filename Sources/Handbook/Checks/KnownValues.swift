import Dialogue
import Facts

/// What surely has a value in each state of a flow: slots, facts, `result`, `customer`.
struct KnownValues {
    let flow: Flow
    let actions: [String: ActionDraft]
    /// On entering, by state; a state that is never reached is absent.
    private(set) var onEntering: [String: Set<String>] = [:]
    /// Facts that a slot's change makes stale, by slot.
    private let factsOfSlot: [String: Set<String>]

    init(flow: Flow, actions: [String: ActionDraft]) {
        self.flow = flow
        self.actions = actions
        factsOfSlot = Self.dependents(of: flow.facts)
        run()
    }

    /// Goes round until nothing changes; sets only shrink, so that it ends.
    private mutating func run() {
        guard let start = flow.states.first?.id else { return }
        onEntering[start] = flow.needs == nil ? [] : ["customer"]
        var open = [start]
        while let id = open.popLast() {
            guard let state = flow.state(id) else { continue }
            for edge in flow.edges(of: state) {
                guard let target = edge.target else { continue }
                let known = after(edge.step, from: before(edge, of: state))
                let merged = onEntering[target].map { $0.intersection(known) } ?? known
                if merged != onEntering[target] {
                    onEntering[target] = merged
                    open.append(target)
                }
            }
        }
    }

    /// What is known where an edge leaves its state, before its step says or sets anything.
    func before(_ edge: FlowEdge, of state: State) -> Set<String> {
        var known = onEntering[state.id] ?? []
        switch edge.origin {
        case .handler, .expiry: break
        case .branch, .agreed, .declined, .outcome:
            switch state.body {
            case .collect(let slots, _):
                known.formUnion(slots.filter { flow.slot($0)?.isOptional != true })
            case .perform: known.insert("result")
            case .confirm, .choose: break
            }
        }
        known.formUnion(edge.holds.setWhenTrue)
        for condition in edge.fails { known.formUnion(condition.setWhenFalse) }
        return known
    }

    /// What is known after a step's `set`, `clear` and `identify`.
    func after(_ step: Step, from known: Set<String>) -> Set<String> {
        var known = known
        for entry in step.set { known.subtract(factsOfSlot[entry.slot] ?? []) }
        known.formUnion(step.set.map(\.slot))
        for slot in step.clear {
            known.remove(slot)
            known.subtract(factsOfSlot[slot] ?? [])
        }
        if step.identify != nil { known.insert("customer") }
        return known
    }

    /// Whether a name has a value; a fact whose look-up always finds something needs only its
    /// arguments.
    func isSure(_ name: String, known: Set<String>, depth: Int = 0) -> Bool {
        if known.contains(name) { return true }
        guard depth < 8, let fact = flow.facts.first(where: { $0.name == name }),
            let action = actions[fact.call.action]?.declaration,
            !action.outcomes.contains("missing")
        else { return false }
        return fact.call.roots.allSatisfy { isSure($0, known: known, depth: depth + 1) }
    }

    private static func dependents(of facts: [Fact]) -> [String: Set<String>] {
        var dependents: [String: Set<String>] = [:]
        for _ in 0..<max(facts.count, 1) {
            for fact in facts {
                for root in fact.call.roots {
                    dependents[root, default: []].insert(fact.name)
                    dependents[root, default: []].formUnion(dependents[fact.name] ?? [])
                }
            }
        }
        return dependents
    }
}

extension ActionUse {
    /// The first names of the paths that its arguments read.
    var roots: [String] {
        arguments.compactMap { argument in
            if case .path(let path) = argument.value { path.first } else { nil }
        }
    }
}
