import Dialogue
import Facts

extension FlowReader {
    static let commonKeys = ["say", "on", "digress", "expires"]
    static let stepKeys = [
        "say", "set", "clear", "identify", "watch", "goto", "end", "handoff", "start", "repeat",
        "cancel", "question", "speak", "close", "offer",
    ]

    mutating func readState(_ entry: YAMLNode.Entry) -> State? {
        let node = entry.value
        guard node.entries != nil else {
            report.error(
                .deadEnd, at: entry.place, "the state '\(entry.key)' leads nowhere",
                cure: "add next:, goto:, end: or handoff:")
            return nil
        }
        let body: State.Body?
        if node["collect"] != nil {
            body = collect(node)
        } else if node["ask"] != nil {
            body = confirm(node)
        } else if node["do"] != nil {
            body = perform(node)
        } else {
            body = choose(entry)
        }
        guard let body else { return nil }
        var state = State(id: entry.key, say: replies(node["say"]), body: body)
        if let handlerNode = node["on"] { state.handlers = handlers(handlerNode) }
        if let digression = node["digress"], let text = digression.text(report, "a rule") {
            let words = ["allow", "finish_first", "forbid"]
            state.digression =
                digression.word(text, "a rule for digressions", among: words, report)
                .flatMap(Digression.init(rawValue:)) ?? .allow
        }
        if case .confirm = body { state.why = node["why"].flatMap { reply($0) } }
        if let expiry = node["expires"] { state.expiry = self.expiry(expiry) }
        return state
    }

    private mutating func collect(_ node: YAMLNode) -> State.Body {
        let fields = node.fields(
            report, "a state with collect", keys: ["collect", "next"] + Self.commonKeys)
        var slots: [String] = []
        for (name, place) in fields["collect"]?.texts(report, of: "slots") ?? [] {
            refer(.slot, name, at: place)
            slots.append(name)
        }
        return .collect(slots: slots, next: next(fields))
    }

    private mutating func confirm(_ node: YAMLNode) -> State.Body? {
        let fields = node.fields(
            report, "a state with ask",
            keys: ["ask", "why", "agreed", "declined"] + Self.commonKeys)
        let question = fields["ask"].flatMap { reply($0) }
        let agreed = answer("agreed", of: fields)
        let declined = answer("declined", of: fields)
        guard let question, let agreed, let declined else { return nil }
        return .confirm(ask: question, agreed: agreed, declined: declined)
    }

    private mutating func answer(_ key: String, of fields: Fields) -> Step? {
        guard let node = fields[key] else {
            report.error(
                .missingKey, at: fields.place, "\(fields.what) lacks '\(key)'",
                cure: "add \(key): with the step that follows")
            return nil
        }
        return step(node)
    }

    private mutating func perform(_ node: YAMLNode) -> State.Body? {
        let use = node["do"].flatMap { actionUse($0) }
        let name = use?.action ?? node["do"]?.scalar?.prefix { $0 != "(" }.description ?? ""
        let action = actions[name]
        let declared = (action?.declaration.outcomes ?? []) + ["failed"]
        resultAction = action?.declaration.name
        defer { resultAction = nil }
        var outcomes: [(name: String, step: Step)] = []
        for entry in node.entries ?? []
        where !(["do", "key"] + Self.commonKeys).contains(entry.key) {
            if action != nil, !declared.contains(entry.key) {
                report.error(
                    .unknownOutcome, at: entry.place, "'\(name)' has no outcome '\(entry.key)'",
                    cure: suggestion(for: entry.key, among: declared)
                        ?? "its outcomes are \(declared.joined(separator: ", "))")
            }
            if let step = step(entry.value) { outcomes.append((entry.key, step)) }
        }
        checkOutcomes(of: node, action: action, declared: declared)
        let key = (node["key"]?.texts(report, of: "slots") ?? []).compactMap {
            path($0.text, at: $0.place)
        }
        if action?.declaration.access == .write, node["key"] == nil {
            report.error(
                .missingKeyOfWrite, at: node["do"]?.place ?? node.place,
                "the write '\(name)' has no key",
                cure: "add key: with the slots that make it one of a kind")
        }
        return use.map { .perform($0, key: key, outcomes: outcomes) }
    }

    private func checkOutcomes(of node: YAMLNode, action: ActionDraft?, declared: [String]) {
        guard let action else { return }
        let missing = declared.filter { node[$0] == nil }
        guard !missing.isEmpty else { return }
        report.error(
            .missingOutcome, at: node["do"]?.place ?? node.place,
            "the outcome \(missing.map { "'\($0)'" }.joined(separator: ", ")) of "
                + "'\(action.declaration.name)' is not handled",
            cure: "add \(missing.map { "\($0):" }.joined(separator: " and ")) with a step")
    }

    private mutating func choose(_ entry: YAMLNode.Entry) -> State.Body? {
        let node = entry.value
        if node["next"] != nil {
            let fields = node.fields(report, "a state with next", keys: ["next"] + Self.commonKeys)
            return .choose(next(fields))
        }
        let fields = node.fields(
            report, "a state",
            keys: Self.stepKeys + Self.commonKeys + ["collect", "ask", "do", "next"])
        guard var step = step(fields, at: entry.place) else { return nil }
        step.say = []
        return .choose([Branch(condition: .always, step: step)])
    }

    private mutating func next(_ fields: Fields) -> [Branch] {
        guard let node = fields["next"] else {
            report.error(
                .deadEnd, at: fields.place, "\(fields.what) leads nowhere", cure: "add next:")
            return []
        }
        return branches(node)
    }

    private mutating func expiry(_ node: YAMLNode) -> Expiry? {
        guard let text = node.text(report, "24h -> state") else { return nil }
        let parts = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard parts.count == 3, parts[1] == "->" else {
            report.error(
                .badValue, at: node.place, "'\(text)' is no expiry",
                cure: "write it as 24h -> state")
            return nil
        }
        refer(.state, parts[2], at: node.place)
        return Duration(reading: parts[0], at: node.place, report).map {
            Expiry(after: $0, step: Step(destination: .state(parts[2])))
        }
    }

    /// `intent track_order: step` and `carrier.scanned: step`; a list has one step for each `when`.
    mutating func handlers(_ node: YAMLNode) -> [Handler] {
        node.mapping(report, "handlers").flatMap { entry -> [Handler] in
            let words = entry.key.split(separator: " ").map(String.init)
            let trigger: Handler.Trigger
            if words.count == 2, words[0] == "intent" {
                trigger = .intent(words[1])
                refer(.intent, words[1], at: entry.place)
            } else if words.count == 1 {
                trigger = .event(entry.key)
                checkEvent(entry)
            } else {
                report.error(
                    .badValue, at: entry.place, "'\(entry.key)' is no event",
                    cure: "write `intent name`, or an event as carrier.scanned")
                return []
            }
            let steps = entry.value.items ?? [entry.value]
            return steps.compactMap { handler(trigger, $0) }
        }
    }

    /// An event of the world has a dot in its name; those without one are the engine's.
    private func checkEvent(_ entry: YAMLNode.Entry) {
        guard !entry.key.contains("."), !EngineReplies.events.contains(entry.key) else { return }
        report.unknown(
            .unknownEvent, at: entry.place, "event", entry.key, among: EngineReplies.events,
            otherwise:
                "write `intent \(entry.key)` for a wish, a name with a dot for the shop's events, "
                + "or one of \(EngineReplies.events.joined(separator: ", "))")
    }

    private mutating func handler(_ trigger: Handler.Trigger, _ node: YAMLNode) -> Handler? {
        guard let when = node["when"] else {
            return step(node).map { Handler(trigger: trigger, step: $0) }
        }
        let guardCondition = condition(when)
        return step(node, beside: ["when"]).map {
            Handler(trigger: trigger, condition: guardCondition, step: $0)
        }
    }
}
