import Dialogue
import Facts

/// Reads of values that may not be there, and personal data before the customer is verified.
struct ValueCheck {
    let draft: FlowDraft
    let actions: [String: ActionDraft]
    /// The variables of each reply, over all languages and variants.
    let variables: [String: [[String]]]
    let report: Report

    func run() {
        let known = KnownValues(flow: draft.flow, actions: actions)
        for state in draft.flow.states where known.onEntering[state.id] != nil {
            let entering = known.onEntering[state.id] ?? []
            check(replies: state.say, in: state.id, known, entering)
            checkBody(of: state, known, entering)
            for edge in draft.flow.edges(of: state) {
                check(edge, of: state, known)
            }
        }
    }

    private func checkBody(of state: State, _ known: KnownValues, _ entering: Set<String>) {
        switch state.body {
        case .choose: break
        case .collect(let slots, _):
            var sure = entering
            for id in slots {
                guard let slot = draft.flow.slot(id) else { continue }
                let asks = [slot.ask] + slot.parts.values.sorted()
                check(
                    replies: asks, in: nil, known,
                    sure.union(["choices", "menu", "member", "given"]))
                sure.insert(id)
            }
        case .confirm(let ask, _, _):
            check(replies: [ask], in: state.id, known, entering)
        case .perform(let use, let key, _):
            for root in use.roots + key.compactMap(\.first)
            where !known.isSure(root, known: entering) {
                unset(root, "an argument of '\(use.action)'", at: pathPlace(root, in: state.id))
            }
        }
    }

    private func check(_ edge: FlowEdge, of state: State, _ known: KnownValues) {
        let before = known.before(edge, of: state)
        var sure = before
        if case .handler(.event) = edge.origin {
            // The event's own fields may be read too: nothing is certain about them here.
            sure.formUnion(edge.step.say.flatMap { variables[$0] ?? [] }.compactMap(\.first))
        }
        let after = known.after(edge.step, from: sure)
        // What a step clears may still be said by it: replies come first.
        check(replies: edge.step.say, in: state.id, known, after.union(sure))
        for case .path(let path) in edge.step.set.map(\.value)
            + [edge.step.identify.map(Expression.path)].compactMap(\.self)
        {
            if let root = path.first, !known.isSure(root, known: sure) {
                unset(root, "a `set` or `identify`", at: pathPlace(root, in: state.id))
            }
        }
    }

    /// `state`: nil for the question of a slot, which stands under `slots:`.
    private func check(
        replies ids: [String], in state: String?, _ known: KnownValues, _ sure: Set<String>
    ) {
        for id in ids {
            let place = replyPlace(id, in: state)
            for path in variables[id] ?? [] {
                guard let root = path.first else { continue }
                checkPersonal(root, reply: id, at: place, sure)
                guard isOwn(root), !known.isSure(root, known: sure) else { continue }
                unset(root, "the reply '\(id)'", at: place)
            }
        }
    }

    private func isOwn(_ root: String) -> Bool {
        root == "result" || draft.flow.slot(root) != nil
            || draft.flow.facts.contains { $0.name == root }
            || draft.setNames.contains(root)
    }

    private func unset(_ root: String, _ reader: String, at place: Place) {
        let isFact = draft.flow.facts.contains { $0.name == root }
        let cure: String
        if root == "customer" {
            cure = "add `needs: identify` to the flow"
        } else if isFact {
            cure = "take another branch first: `when: [\(root) is missing]`"
        } else if root == "result" {
            cure = "read it in the steps of a `do:`, or keep it with `set:`"
        } else {
            cure = "collect or set it on every way to here"
        }
        report.error(
            .unsetValue, at: place, "'\(root)' may have no value here, and \(reader) reads it",
            cure: cure)
    }

    private func checkPersonal(
        _ root: String, reply: String, at place: Place, _ sure: Set<String>
    ) {
        guard !sure.contains("customer") else { return }
        let fact = draft.flow.facts.first { $0.name == root }
        let isPersonal =
            fact.map { actions[$0.call.action]?.isPersonal ?? false } ?? (root == "customer")
        guard isPersonal else { return }
        report.error(
            .personalData, at: place,
            "the reply '\(reply)' tells '\(root)' to somebody who may not be verified",
            cure: "add `needs: identify` to the flow, or say it after `identify:`")
    }

    private func replyPlace(_ id: String, in state: String?) -> Place {
        let uses = draft.references.filter { $0.kind == .reply && $0.name == id }
        return (uses.first { $0.state == state } ?? uses.first)?.place ?? draft.place
    }

    private func pathPlace(_ root: String, in state: String) -> Place {
        let uses = draft.references.filter { reference in
            if case .path = reference.kind { return reference.name == root }
            return false
        }
        return (uses.first { $0.state == state } ?? uses.first)?.place ?? draft.place
    }
}
