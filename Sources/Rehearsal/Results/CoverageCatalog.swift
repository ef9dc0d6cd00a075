import Desk
import Dialogue
import Facts
public import Handbook
public import Triage

/// Everything of a pack that transcripts can reach, with its place.
public struct CoverageCatalog: Sendable {
    /// Sorted by place, then by name.
    public let entries: [Entry]

    public struct Entry: Sendable {
        public var item: CoverageItem
        public var place: Place
    }

    public init(_ handbook: Handbook, _ places: PackPlaces) {
        var found: [Entry] = []
        let nowhere = Place(file: "?")
        func add(_ item: CoverageItem, _ place: Place?) {
            found.append(Entry(item: item, place: place ?? nowhere))
        }
        for flow in handbook.book.flows.values {
            for state in flow.states {
                add(
                    .init(.states, "\(flow.id)/\(state.id)"),
                    places.states["\(flow.id)/\(state.id)"])
            }
            for transition in flow.transitions {
                let place = places.transitions[transition.id]
                add(.transition(transition.id), place)
                guard transition.condition != .always else { continue }
                for holds in [true, false] { add(.guarded(transition.id, holds), place) }
            }
        }
        for language in handbook.languages {
            // What is written for agents is written in the pack's first language.
            let isFirst = language == handbook.languages.first
            for id in handbook.book.replies.ids
            where isFirst || !id.hasPrefix("repair.summary_") {
                add(.reply(id, language), places.replies[language]?[id])
            }
        }
        for action in handbook.book.usedActions.sorted() {
            let outcomes = (handbook.book.actions[action]?.outcomes ?? []) + ["failed"]
            for outcome in outcomes { add(.outcome(action, outcome), places.actions[action]) }
        }
        for rule in handbook.plan.rules { add(.init(.rules, rule.id), places.rules[rule.id]) }
        for step in handbook.plan.waitingLadder + handbook.plan.claimedLadder {
            add(.init(.timers, "ladder \(step.id)"), places.ladderSteps[step.id])
        }
        entries = found.sorted {
            ($0.place.file, $0.place.line, $0.item.kind.rawValue, $0.item.name)
                < ($1.place.file, $1.place.line, $1.item.kind.rawValue, $1.item.name)
        }
    }
}

extension Flow {
    /// One way on of the flow.
    struct Transition {
        var id: TransitionID
        var condition: Condition
        var step: Step
    }

    /// Every transition, by state in document order, then the flow's own handlers.
    var transitions: [Transition] {
        states.flatMap { transitions(of: $0) } + transitions(of: handlers, state: "")
    }

    private func transitions(of state: State) -> [Transition] {
        var found: [Transition] = []
        func add(_ way: TransitionID.Way, _ step: Step, _ condition: Condition = .always) {
            let id = TransitionID(flow: self.id, state: state.id, way: way)
            found.append(Transition(id: id, condition: condition, step: step))
        }
        switch state.body {
        case .collect(_, let branches), .choose(let branches):
            for (index, branch) in branches.enumerated() {
                add(.branch(index), branch.step, branch.condition)
            }
        case .confirm(_, let agreed, let declined):
            add(.agreed, agreed)
            add(.declined, declined)
        case .perform(_, _, let outcomes):
            for outcome in outcomes { add(.outcome(outcome.name), outcome.step) }
        }
        if let expiry = state.expiry { add(.expired, expiry.step) }
        return found + transitions(of: state.handlers, state: state.id)
    }

    private func transitions(of handlers: [Handler], state: String) -> [Transition] {
        handlers.enumerated().map { index, handler in
            Transition(
                id: TransitionID(flow: id, state: state, way: .handler(index)),
                condition: handler.condition, step: handler.step)
        }
    }
}

extension DialogueBook {
    /// Actions that a flow or a slot's choices ask for.
    var usedActions: Set<String> {
        var used: Set<String> = []
        for flow in flows.values {
            used.formUnion(flow.slots.compactMap { types[$0.type.name]?.choices?.action })
            used.formUnion(flow.facts.map(\.call.action))
            for case .perform(let use, _, _) in flow.states.map(\.body) { used.insert(use.action) }
        }
        return used
    }
}
