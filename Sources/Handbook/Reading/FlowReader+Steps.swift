import Dialogue
import Facts

extension FlowReader {
    private static let waysOn =
        ["goto", "end", "handoff", "start"] + repairWays.map(\.key)
    /// What only repairs may write, and the words that go with it.
    private static let repairWays: [(key: String, words: [String])] = [
        ("repeat", ["last"]), ("cancel", ["below"]),
        ("question", QuestionRepair.allCases.map(\.rawValue)),
        ("close", ["conversation", "for_now"]),
    ]
    static let outcomes = ["resolved", "cancelled", "unresolved", "verified"]

    /// A list of branches; a lone step is the branch that is always taken.
    mutating func branches(_ node: YAMLNode) -> [Branch] {
        guard let items = node.items else {
            return step(node).map { [Branch(condition: .always, step: $0)] } ?? []
        }
        var branches: [Branch] = []
        for (index, item) in items.enumerated() {
            if let step = item["else"] {
                if index < items.count - 1 {
                    report.error(
                        .unreachableBranch, at: item.place,
                        "the branches after `else` are never taken",
                        cure: "move `else` to the end")
                }
                _ = item.fields(report, "an else branch", keys: ["else"])
                if let step = self.step(step) {
                    branches.append(Branch(condition: .always, step: step))
                }
            } else if let when = item["when"] {
                let guardCondition = condition(when)
                if let step = step(item, beside: ["when"]) {
                    branches.append(Branch(condition: guardCondition, step: step))
                }
            } else {
                report.error(
                    .missingKey, at: item.place, "a branch begins with `when` or `else`",
                    cure: "add when: [conditions], or write `else: step`")
            }
        }
        if items.last?["else"] == nil {
            report.error(
                .missingElse, at: node.place, "the branches have no `else`",
                cure: "add `- else: state` at the end")
        }
        return branches
    }

    /// A state's name, or a mapping with a way on. `beside`: further keys that are read elsewhere.
    mutating func step(_ node: YAMLNode, beside keys: [String] = []) -> Step? {
        if node.entries != nil {
            let fields = node.fields(report, "a step", keys: Self.stepKeys + keys)
            return step(fields, at: node.place)
        }
        guard let name = node.text(report, "a step: a state or a mapping") else { return nil }
        refer(.state, name, at: node.place)
        return Step(destination: .state(name))
    }

    /// The step out of a mapping that has been looked through for unknown keys.
    mutating func step(_ fields: Fields, at place: Place) -> Step? {
        var step = Step(destination: .repeatLast)
        step.say = replies(fields["say"])
        for entry in fields["set"]?.mapping(report, "values by slot") ?? [] {
            if let value = expression(entry.value) { step.set.append((entry.key, value)) }
        }
        for (name, place) in fields["clear"]?.texts(report, of: "slots") ?? [] {
            refer(.slot, name, at: place)
            step.clear.append(name)
        }
        if let node = fields["identify"], let text = node.text(report, "a path") {
            step.identify = path(text, at: node.place)
        }
        if let node = fields["watch"] { step.watch = watch(node) }
        if let node = fields["speak"], let text = node.text(report, "a path") {
            step.speak = path(text, at: node.place)
        }
        guard let destination = destination(fields, at: place) else { return nil }
        step.destination = destination
        return step
    }

    private mutating func destination(_ fields: Fields, at place: Place) -> Destination? {
        let ways = fields.entries.filter { Self.waysOn.contains($0.key) }
        guard let way = ways.first else {
            report.error(
                .deadEnd, at: place, "the step leads nowhere",
                cure: "add goto:, end:, handoff: or start:")
            return nil
        }
        if ways.count > 1 {
            report.error(
                .wrongShape, at: ways[1].place, "two ways on: '\(way.key)' and '\(ways[1].key)'",
                cure: "keep one of them")
        }
        if let offer = fields["offer"] { return self.offer(offer, instead: way) }
        return destination(way)
    }

    private mutating func destination(_ way: YAMLNode.Entry) -> Destination? {
        if way.key == "handoff" { return handoff(way.value).map { .handoff($0) } }
        guard let text = way.value.text(report) else { return nil }
        switch way.key {
        case "goto":
            refer(.state, text, at: way.value.place)
            return .state(text)
        case "end":
            let word = way.value.word(text, "an outcome of a flow", among: Self.outcomes, report)
            return word.map { .end(outcome: $0) }
        case "start":
            refer(.flow, text, at: way.value.place)
            return .flow(text)
        default:
            return repairDestination(way, text)
        }
    }

    private func repairDestination(_ way: YAMLNode.Entry, _ text: String) -> Destination? {
        if result.flow.kind != .repair {
            report.error(
                .badValue, at: way.place, "only a repair can use '\(way.key)'",
                cure: "write goto: or end:, or move the flow into repairs/")
        }
        guard let words = Self.repairWays.first(where: { $0.key == way.key })?.words,
            let word = way.value.word(text, "what '\(way.key)' goes with", among: words, report)
        else { return nil }
        switch way.key {
        case "repeat": return .repeatLast
        case "cancel": return .cancelBelow
        case "question": return QuestionRepair(rawValue: word).map { .question($0) }
        default: return word == "for_now" ? .pause : .endConversation
        }
    }

    private mutating func handoff(_ node: YAMLNode) -> Handoff? {
        guard node.entries != nil else {
            return node.text(report, "a reason").map { Handoff(reason: $0) }
        }
        let fields = node.fields(report, "a handoff", keys: ["queue", "reason"])
        let reason = fields.required("reason", cure: "add reason: with a word for the ticket")
        let queue = fields["queue"].flatMap { $0.text(report, "a queue") }
        if let queue, let place = fields["queue"]?.place { refer(.queue, queue, at: place) }
        return reason.map { Handoff(queue: queue, reason: $0) }
    }

    /// `offer: {handoff: …}` beside `end:`: a state that asks first, and does it on yes.
    private mutating func offer(_ node: YAMLNode, instead way: YAMLNode.Entry) -> Destination? {
        let fields = node.fields(report, "an offer", keys: ["handoff"])
        guard way.key == "end", let handoffNode = fields["handoff"] else {
            report.error(
                .wrongShape, at: node.place, "an offer is a handoff beside end:",
                cure: "write `offer: {handoff: {reason: …}}` and `end: resolved`")
            return nil
        }
        guard let handoff = handoff(handoffNode), let end = destination(way) else { return nil }
        let owner = state ?? "on"  // a handler of the whole flow
        let taken = offers.count { $0.id.hasPrefix("\(owner)/offer") }
        let id = taken == 0 ? "\(owner)/offer" : "\(owner)/offer\(taken + 1)"
        let question = "repair.offer_handoff"
        refer(.reply, question, at: node.place)
        offers.append(
            State(
                id: id,
                body: .confirm(
                    ask: question, agreed: Step(destination: .handoff(handoff)),
                    declined: Step(destination: end))))
        result.states[id] = node.place
        return .state(id)
    }

    private mutating func watch(_ node: YAMLNode) -> Watch? {
        let fields = node.fields(report, "a watch", keys: ["event", "where", "say"])
        let event = fields.required("event", cure: "add event: with its name, as carrier.scanned")
        let say = fields["say"].flatMap { reply($0) }
        if fields["say"] == nil {
            report.error(
                .missingKey, at: node.place, "a watch lacks 'say'", cure: "add say: with a reply")
        }
        guard let test = fields.required("where", cure: "add where: \"field = path\""),
            let place = fields["where"]?.place
        else { return nil }
        let parts = test.split(separator: "=").map { part in
            part.split(separator: " ").joined(separator: " ")
        }
        guard parts.count == 2 else {
            report.error(
                .badValue, at: place, "'\(test)' is not `field = path`",
                cure: "write the event's field, =, and a slot: \"return = return_id\"")
            return nil
        }
        guard let path = path(parts[1], at: place), let event, let say else { return nil }
        return Watch(event: event, field: parts[0], path: path, say: say)
    }
}
