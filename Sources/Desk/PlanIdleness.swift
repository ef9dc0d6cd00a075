import Facts

/// Rules and steps that can have no effect beside the others.
extension DeskPlan {
    /// Why the rule at `index`, or its queue or class, never counts; nil where it may.
    func idleness(ofRule index: Int) -> PlanProblem? {
        let rule = rules[index]
        let path = ["rules", rule.id]
        guard rule.then != RuleAction() else { return nil }
        // What matches whenever this rule does. Of two equal conditions the first counts.
        let broader = rules.indices.filter { other in
            other != index && rule.when.implies(rules[other].when)
                && (other < index || !rules[other].when.implies(rule.when))
        }
        let earlier = broader.first { $0 < index && rules[$0].then.queue != nil }
        if let queue = rule.then.queue, let earlier, rules[earlier].then.queue != queue {
            return warning(
                path + ["then", "queue"],
                "the queue never counts: '\(rules[earlier].id)' matches as well and is first",
                "move this rule up")
        }
        if !broader.isEmpty, addsNothing(rule.then, at: index, to: broader) {
            let names = broader.map { "'\(rules[$0].id)'" }.joined(separator: ", ")
            let matches = broader.count == 1 ? "matches" : "match"
            return warning(
                path, "the rule changes nothing: \(names) \(matches) whenever it does",
                "remove it, or let it do more")
        }
        return idleClass(of: rule, path)
    }

    private func addsNothing(_ action: RuleAction, at index: Int, to broader: [Int]) -> Bool {
        let others = broader.map { rules[$0].then }
        func holds(_ own: [String], _ list: (RuleAction) -> [String]) -> Bool {
            own.allSatisfy { one in others.contains { list($0).contains(one) } }
        }
        let isHandedOff = !action.handOff || others.contains(where: \.handOff)
        let isQueued =
            action.queue == nil
            || broader.contains { $0 < index && rules[$0].then.queue != nil }
        let isClassed =
            action.serviceClass == nil
            || others.contains { headStart($0.serviceClass) >= headStart(action.serviceClass) }
        let isPromised =
            action.firstReply.map { own in
                others.contains { $0.firstReply.map { $0 <= own } ?? false }
            } ?? true
        return isHandedOff && isQueued && isClassed && isPromised
            && holds(action.notify, \.notify) && holds(action.tags, \.tags)
            && holds(action.freeze, \.freeze)
            && holds(action.page.map { [$0] } ?? []) { $0.page.map { [$0] } ?? [] }
            && holds(action.say.map { [$0] } ?? []) { $0.say.map { [$0] } ?? [] }
    }

    /// A class only rises: one that every queue has anyway does nothing.
    private func idleClass(of rule: DeskRule, _ path: [String]) -> PlanProblem? {
        guard let own = rule.then.serviceClass, serviceClass(named: own) != nil,
            classes.count > 1, !queues.isEmpty
        else { return nil }
        // Whichever queue the ticket comes into: another rule may have chosen it.
        guard queues.allSatisfy({ headStart(defaultClass(of: $0)) >= headStart(own) }) else {
            return nil
        }
        return warning(
            path + ["then", "class"],
            "the class never counts: classes only rise, and no queue is below '\(own)'",
            "name a higher class, or give the queue a lower one")
    }

    private func headStart(_ name: String?) -> Duration {
        name.flatMap { serviceClass(named: $0) }?.headStart ?? .milliseconds(-1)
    }

    private func warning(_ path: [String], _ what: String, _ cure: String) -> PlanProblem {
        PlanProblem(path: path, what: what, cure: cure, isWarning: true)
    }

    /// The step that ends the spell which `step` counts, before it is due; nil for none.
    func end(before step: LadderStep, in ladder: [LadderStep]) -> LadderStep? {
        guard case .after(let due) = step.at, step.withoutReply || step.withoutAnswer else {
            return nil
        }
        return ladder.first { other in
            guard case .after(let time) = other.at, time < due,
                other.withoutReply == step.withoutReply,
                other.withoutAnswer == step.withoutAnswer
            else { return false }
            return other.actions.contains { action in
                switch action {
                case .requeue, .park: true
                case .widen, .notify, .raise, .offer, .page, .tellWait, .ask, .nudge: false
                }
            }
        }
    }
}
