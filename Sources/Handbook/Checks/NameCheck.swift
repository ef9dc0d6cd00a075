import Desk
import Dialogue
import Facts

/// Names that flows use: states, slots, flows, intents, queues; and slots and facts that nothing
/// uses.
struct NameCheck {
    let draft: Draft
    let report: Report

    func run() {
        let flows = draft.flows.map(\.flow.id)
        let intents = draft.intents
        let queues = draft.plan.queues.map(\.name)
        for flow in draft.flows {
            let states = flow.flow.states.map(\.id) + flow.states.keys
            let slots = flow.flow.slots.map(\.id) + flow.slots.keys
            for reference in flow.references {
                switch reference.kind {
                case .state:
                    check(
                        .unknownState, "state", reference, among: states, "declare it under states:"
                    )
                case .slot:
                    check(
                        .unknownSlot, "slot", reference, among: slots + flow.setNames,
                        "declare it under slots:")
                case .flow where !draft.knowsAllFlows, .intent where !draft.knowsAllFlows: break
                case .flow:
                    check(.unknownFlow, "flow", reference, among: flows, "write its flow.yaml")
                case .intent:
                    check(
                        .unknownIntent, "intent", reference, among: intents,
                        "name it in starts: of a flow")
                case .queue where !draft.canRead("desk.yaml", besides: draft.settings.place): break
                case .queue:
                    check(
                        .unknownQueue, "queue", reference, among: queues, "declare it in desk.yaml")
                case .reply, .path: break
                }
            }
            checkNeeds(flow)
            checkUnused(flow)
            checkFactCircles(flow)
            checkLists(flow)
        }
        let named =
            draft.settings.questionsWithYes + draft.settings.reasons
            + draft.settings.alike.joined()
        for question in named where draft.knowsAllFlows {
            check(
                .unknownIntent, "intent", question, among: intents,
                "name an intent of a flow or an article, as knowledge.invoice")
        }
        checkDuplicates()
    }

    private func check(
        _ code: Diagnostic.Code, _ what: String, _ reference: Reference,
        among names: some Sequence<String>,
        _ cure: String
    ) {
        guard !names.contains(reference.name) else { return }
        report.unknown(
            code, at: reference.place, what, reference.name, among: names, otherwise: cure)
    }

    /// The flow that another one needs must be able to end `verified`, and to identify somebody.
    private func checkNeeds(_ draft: FlowDraft) {
        guard let needs = draft.flow.needs, let needed = self.draft.flow(needs) else { return }
        let verifies = needed.flow.edges.contains { edge in
            edge.step.destination == .end(outcome: "verified")
        }
        guard !verifies else { return }
        let place = draft.references.first { $0.kind == .flow && $0.name == needs }?.place
        report.error(
            .unverified, at: place ?? draft.place, "the flow '\(needs)' never ends `verified`",
            cure: "add `end: verified` where it has identified the customer")
    }

    private func checkUnused(_ draft: FlowDraft) {
        let flow = draft.flow
        let languages = self.draft.settings.languages
        guard languages.allSatisfy({ self.draft.canRead("\($0).yaml", besides: draft.place) })
        else {
            return
        }
        let namespace = draft.namespace
        var used = Set(
            draft.references.filter { $0.kind != .reply && $0.kind != .state }.map(\.name))
        used.formUnion(
            draft.tests.flatMap { test in Condition.test(test.comparison).fields.compactMap(\.first)
            })
        used.formUnion(
            self.draft.desk.tests.flatMap {
                Condition.test($0.comparison).fields.compactMap(\.first)
            })
        let words = self.draft.words.filter { $0.folder == flow.id && $0.namespace == namespace }
        used.formUnion(
            words.flatMap(\.replies).flatMap(\.variants).flatMap(\.template.variables).compactMap(
                \.first))
        for slot in flow.slots where !used.contains(slot.id) {
            report.warning(
                .unusedSlot, at: draft.slots[slot.id] ?? draft.place,
                "the slot '\(slot.id)' is never used",
                cure: "remove it, or collect it")
        }
        for fact in flow.facts where !used.contains(fact.name) {
            report.warning(
                .unusedFact, at: draft.facts[fact.name] ?? draft.place,
                "the fact '\(fact.name)' is never used", cure: "remove it")
        }
    }

    private func checkFactCircles(_ draft: FlowDraft) {
        let names = Set(draft.flow.facts.map(\.name))
        let pairs = draft.flow.facts.flatMap { fact in
            fact.call.roots.filter(names.contains).map { (fact.name, $0) }
        }
        for fact in draft.flow.facts {
            let next = pairs.filter { $0.0 == fact.name }.map(\.1)
            guard FlowShapeCheck.reach(from: next, along: pairs).contains(fact.name) else {
                continue
            }
            report.error(
                .factCycle, at: draft.facts[fact.name] ?? draft.place,
                "the fact '\(fact.name)' needs itself",
                cure: "take it out of the arguments it comes from")
        }
    }

    /// `each` follows a slot with `many`; a slot and a fact have different names.
    private func checkLists(_ draft: FlowDraft) {
        let reserved = FlowReader.engineRoots + ["said", "choices", "menu"]
        for slot in draft.flow.slots {
            let place = draft.slots[slot.id] ?? draft.place
            if let list = slot.each.flatMap(draft.flow.slot), !list.isMany {
                report.error(
                    .badValue, at: place,
                    "the slot '\(slot.id)' follows '\(list.id)', which is no list",
                    cure: "add `many: true` to '\(list.id)'")
            }
            if draft.facts[slot.id] != nil || reserved.contains(slot.id) {
                report.error(
                    .duplicateName, at: place, "the name '\(slot.id)' is taken",
                    cure: "choose another name for the slot")
            }
        }
        for fact in draft.flow.facts where reserved.contains(fact.name) {
            report.error(
                .duplicateName, at: draft.facts[fact.name] ?? draft.place,
                "the name '\(fact.name)' is taken",
                cure: "choose another name for the fact")
        }
    }

    private func checkDuplicates() {
        var flows: [String: Place] = [:]
        var intents: [String: Place] = [:]
        for flow in draft.flows {
            if let first = flows[flow.flow.id] {
                report.error(
                    .duplicateName, at: flow.place,
                    "there are two flows '\(flow.flow.id)', also \(first.file)",
                    cure: "rename one of the folders")
                continue
            }
            flows[flow.flow.id] = flow.place
            for intent in flow.flow.starts {
                if let first = intents[intent] {
                    report.error(
                        .duplicateName, at: flow.startsPlace ?? flow.place,
                        "the intent '\(intent)' opens two flows, also \(first.file)",
                        cure: "take it out of starts: of one of them")
                }
                intents[intent] = flow.place
            }
        }
    }
}
