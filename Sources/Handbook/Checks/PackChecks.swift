import Desk
import Dialogue

/// Everything that can only be checked when the whole pack has been read.
struct PackChecks {
    let draft: Draft
    let report: Report

    func run() {
        NameCheck(draft: draft, report: report).run()
        let scopes = FieldScopes(draft: draft)
        FlowCircleCheck(draft: draft, report: report).run()
        DigressionCycleCheck(draft: draft, report: report).run()
        WordsCheck(draft: draft, scopes: scopes, report: report).run()
        AsideCheck(draft: draft, scopes: scopes, report: report).run()
        ParityCheck(draft: draft, report: report).run()
        FieldCheck(draft: draft, scopes: scopes, report: report).run()
        var variables: [String: [[String]]] = [:]
        for reply in draft.words.flatMap(\.replies) {
            variables[reply.id, default: []] += reply.variants.flatMap(\.template.variables)
        }
        for flow in draft.flows {
            FlowShapeCheck(draft: flow, report: report).run()
            QuestionCheck(draft: flow, report: report).run()
            ConsentCheck(draft: flow, actions: draft.actions, report: report).run()
            ValueCheck(draft: flow, actions: draft.actions, variables: variables, report: report)
                .run()
        }
        checkPlan()
    }

    /// What the plan says of itself, with the place of the longest part of its path that is
    /// written.
    private func checkPlan() {
        guard let root = draft.desk.root else { return }
        for problem in draft.plan.problems() {
            let place = root.place(of: problem.path)
            if problem.isWarning {
                report.warning(.deskPlan, at: place, problem.what, cure: problem.cure)
            } else {
                report.error(.deskPlan, at: place, problem.what, cure: problem.cure)
            }
        }
        checkFreezes(root)
        checkHandoffs(root)
    }

    /// Who is handed over must not wait for ever: the queue's hours exist, and in them somebody works who has its
    /// skills.
    private func checkHandoffs(_ root: YAMLNode) {
        func check(_ name: String, at place: Place) {
            guard let queue = draft.plan.queue(named: name),
                let lack = draft.plan.lack(of: queue)
            else { return }
            report.error(
                .unservedQueue, at: place,
                "nobody can take what is handed to '\(name)': \(lack.what)",
                cure: lack.cure)
        }
        // One mistake, not one for each handoff.
        guard !draft.plan.agents.isEmpty else {
            return report.error(
                .unservedQueue, at: root.place,
                "nobody can take what is handed over: there is no agent",
                cure: "name who works there under agents:")
        }
        for flow in draft.flows {
            for reference in flow.references where reference.kind == .queue {
                check(reference.name, at: reference.place)
            }
        }
        for rule in draft.plan.rules {
            guard let queue = rule.then.queue else { continue }
            check(queue, at: root.place(of: ["rules", rule.id, "then", "queue"]))
        }
        let hasOwn = draft.flows.contains { $0.handsOverToDefault }
        if hasOwn, let queue = draft.plan.defaultQueue {
            check(queue.name, at: root.place(of: ["queues", queue.name]))
        }
    }

    /// A freeze that names no write would let the bot write what a rule forbids.
    private func checkFreezes(_ root: YAMLNode) {
        let writes = draft.actions.filter { $0.value.declaration.access == .write }.keys.sorted()
        func check(_ name: String, among names: [String], at path: [String]) {
            guard !names.contains(name) else { return }
            report.error(
                .deskPlan, at: root.place(of: path), "'\(name)' freezes no write",
                cure: suggestion(for: name, among: names)
                    ?? "name a write action of actions.yaml, or a name under freezes:")
        }
        let names = draft.plan.freezes.keys.sorted()
        for name in names {
            for action in draft.plan.freezes[name] ?? [] {
                check(action, among: writes, at: ["freezes", name])
            }
        }
        for rule in draft.plan.rules {
            for name in rule.then.freeze {
                check(name, among: names + writes, at: ["rules", rule.id, "then", "freeze"])
            }
        }
    }
}

extension YAMLNode {
    /// The place of the value at the end of a path of keys, as far as it exists.
    func place(of path: [String]) -> Place {
        var node = self
        var place = self.place
        for name in path {
            if let entry = node.entries?.first(where: { $0.key == name }) {
                (place, node) = (entry.place, entry.value)
            } else if let items = node.items {
                // A member of a list: `waiting.3` is the third one, a rule is the only key of its
                // mapping.
                let number = name.split(separator: ".").last.flatMap { Int($0) } ?? 0
                if items.indices.contains(number &- 1) {
                    node = items[number &- 1]
                } else if let item = items.first(where: { $0[name] != nil }), let value = item[name]
                {
                    node = value
                } else {
                    return place
                }
                place = node.place
            } else {
                return place
            }
        }
        return place
    }
}

extension FlowDraft {
    /// A `handoff:` without a queue of its own.
    fileprivate var handsOverToDefault: Bool {
        flow.edges.contains { edge in
            guard case .handoff(let handoff) = edge.step.destination else { return false }
            return handoff.queue == nil
        }
    }
}
