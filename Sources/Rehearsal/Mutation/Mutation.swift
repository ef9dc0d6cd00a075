import Desk
import Dialogue
import Facts
public import Handbook
public import Triage

/// A small harm to a pack that some transcript ought to notice.
public struct Mutation: Sendable {
    public var kind: Kind
    /// What is harmed: `return_item/confirm agreed`, with the reply or slot where there is one.
    public var name: String
    public var place: Place
    /// A case can only notice it where it reached one of these.
    public var touches: Set<CoverageItem>
    private let change: Change

    private enum Change: Sendable {
        case flow(Flow)
        case plan(DeskPlan)
    }

    public enum Kind: String, Sendable, CaseIterable {
        /// The guard always holds.
        case guardDropped = "guard dropped"
        /// The guard holds when it should not, and the other way round.
        case guardFlipped = "guard flipped"
        /// The branch, handler, outcome or delayed event is gone.
        case transitionDropped = "transition dropped"
        case replyDropped = "reply dropped"
        /// The next state comes without the customer's yes.
        case confirmationDropped = "confirmation dropped"
        /// A yes is taken for a no, and the other way round.
        case answersSwapped = "answers swapped"
        /// A slot is not asked for.
        case questionDropped = "question dropped"
        case clearDropped = "clear dropped"
        case setDropped = "set dropped"
        case watchDropped = "watch dropped"
        /// A rule of desk.yaml is gone.
        case ruleDropped = "rule dropped"
        case ladderStepDropped = "ladder step dropped"
    }

    /// Does the harm.
    public func apply(to handbook: inout Handbook) {
        switch change {
        case .flow(let flow): handbook.book.flows[flow.id] = flow
        case .plan(let plan): handbook.plan = plan
        }
    }

    /// Every mutation of a pack, sorted by place.
    public static func all(of handbook: Handbook, _ places: PackPlaces) -> [Mutation] {
        let flows = handbook.book.flows.keys.sorted().compactMap { handbook.book.flows[$0] }
        let all =
            flows.flatMap { of(flow: $0, places) } + of(plan: handbook.plan, places)
        return all.sorted {
            ($0.place.file, $0.place.line, $0.kind.rawValue, $0.name)
                < ($1.place.file, $1.place.line, $1.kind.rawValue, $1.name)
        }
    }
}

// MARK: - Flows

extension Mutation {
    private init(
        _ kind: Kind, _ name: String, _ place: Place?, _ touches: [CoverageItem], _ change: Change
    ) {
        self.kind = kind
        self.name = name
        self.place = place ?? Place(file: "?")
        self.touches = Set(touches)
        self.change = change
    }

    private static func of(flow: Flow, _ places: PackPlaces) -> [Mutation] {
        flow.transitions.flatMap { of($0, in: flow, places) }
            + flow.states.flatMap { of(state: $0, in: flow, places) }
    }

    private static func of(
        _ transition: Flow.Transition, in flow: Flow, _ places: PackPlaces
    ) -> [Mutation] {
        let id = transition.id
        let taken = [CoverageItem.transition(id)]
        var found: [Mutation] = []
        func add(
            _ kind: Kind, _ what: String = "", touches: [CoverageItem] = taken,
            _ change: (inout Flow.Transition) -> Void?
        ) {
            let changed = flow.changing(id) { old in
                var new = old
                return change(&new) == nil ? nil : new
            }
            guard changed != flow else { return }
            let name = what.isEmpty ? id.text : "\(id.text) \(what)"
            found.append(Mutation(kind, name, places.transitions[id], touches, .flow(changed)))
        }
        if transition.condition != .always {
            let tested = [CoverageItem.guarded(id, true), .guarded(id, false)]
            add(.guardDropped, touches: tested) { $0.condition = .always }
            add(.guardFlipped, touches: tested) { $0.condition = .not($0.condition) }
        }
        add(.transitionDropped) { _ in nil }
        for (index, reply) in transition.step.say.enumerated() {
            add(.replyDropped, reply) { $0.step.say.remove(at: index) }
        }
        for (index, slot) in transition.step.clear.enumerated() {
            add(.clearDropped, slot) { $0.step.clear.remove(at: index) }
        }
        for (index, set) in transition.step.set.enumerated() {
            add(.setDropped, set.slot) { $0.step.set.remove(at: index) }
        }
        if transition.step.watch != nil { add(.watchDropped) { $0.step.watch = nil } }
        return found
    }

    private static func of(state: State, in flow: Flow, _ places: PackPlaces) -> [Mutation] {
        let name = "\(flow.id)/\(state.id)"
        let entered = [CoverageItem(.states, name)]
        var found: [Mutation] = []
        func add(_ kind: Kind, _ what: String = "", _ change: (inout State) -> Void) {
            let changed = flow.changing(state: state.id, change)
            let text = what.isEmpty ? name : "\(name) \(what)"
            found.append(Mutation(kind, text, places.states[name], entered, .flow(changed)))
        }
        for (index, reply) in state.say.enumerated() {
            add(.replyDropped, reply) { $0.say.remove(at: index) }
        }
        switch state.body {
        case .collect(let slots, let next):
            for slot in slots {
                let rest = slots.filter { $0 != slot }
                add(.questionDropped, slot) { $0.body = .collect(slots: rest, next: next) }
            }
        case .confirm(let ask, let agreed, let declined):
            add(.confirmationDropped) { state in
                state.body = .choose([Branch(condition: .always, step: agreed)])
            }
            if agreed != declined {
                add(.answersSwapped) { state in
                    state.body = .confirm(ask: ask, agreed: declined, declined: agreed)
                }
            }
        case .perform, .choose: break
        }
        return found
    }
}

// MARK: - The desk

extension Mutation {
    private static func of(plan: DeskPlan, _ places: PackPlaces) -> [Mutation] {
        let rules = plan.rules.map { rule in
            var changed = plan
            changed.rules.removeAll { $0.id == rule.id }
            return Mutation(
                .ruleDropped, rule.id, places.rules[rule.id], [CoverageItem(.rules, rule.id)],
                .plan(changed))
        }
        let steps = (plan.waitingLadder + plan.claimedLadder).map { step in
            var changed = plan
            changed.waitingLadder.removeAll { $0.id == step.id }
            changed.claimedLadder.removeAll { $0.id == step.id }
            return Mutation(
                .ladderStepDropped, step.id, places.ladderSteps[step.id],
                [CoverageItem(.timers, "ladder \(step.id)")], .plan(changed))
        }
        return rules + steps
    }
}
