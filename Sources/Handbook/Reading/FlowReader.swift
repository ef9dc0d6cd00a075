import Dialogue
import Facts

/// Reads one flow.yaml into a flow with places.
struct FlowReader {
    let actions: [String: ActionDraft]
    let types: [String: TypeDraft]
    let report: Report
    var result: FlowDraft
    /// Slots, names that a `set` makes, and facts.
    var ownNames: [String] = []
    /// The state that is being read.
    var state: String?
    /// The action whose result `result` is, in the steps of its outcomes.
    var resultAction: String?
    /// States made of `offer:`.
    var offers: [State] = []

    static let keys = [
        "flow", "version", "kind", "starts", "needs", "after", "request", "slots", "facts",
        "states",
        "on", "migrate",
    ]
    static let engineRoots = [
        "customer", "result", "conversation", "member", "given", "message",
    ]

    init(
        id: String, isRepair: Bool, place: Place, actions: [String: ActionDraft],
        types: [String: TypeDraft], report: Report
    ) {
        self.actions = actions
        self.types = types
        self.report = report
        let flow = Flow(id: id, kind: isRepair ? .repair : .intent, states: [])
        result = FlowDraft(flow: flow, place: place, namespace: isRepair ? "repair" : id)
    }

    mutating func read(_ root: YAMLNode) -> FlowDraft {
        let fields = root.fields(report, "a flow", keys: Self.keys)
        readHead(fields)
        let slotEntries = fields["slots"]?.mapping(report, "slots") ?? []
        let factEntries = fields["facts"]?.mapping(report, "facts") ?? []
        result.setNames = setNames(in: root)
        ownNames = slotEntries.map(\.key) + factEntries.map(\.key) + result.setNames
        result.flow.slots = slotEntries.map { slot($0) }
        result.flow.facts = factEntries.compactMap { fact($0) }
        readStates(fields)
        if let node = fields["on"] { result.flow.handlers = handlers(node) }
        if let node = fields["migrate"] { result.flow.migration = migration(node) }
        result.flow.states += offers
        result.transitions = TransitionPlaces(flow: result.flow.id, root: root).places
        return result
    }

    /// The names on the left are of the older version, those on the right of this one.
    private mutating func migration(_ node: YAMLNode) -> Migration {
        let fields = node.fields(report, "migrate", keys: ["states", "slots", "else"])
        var migration = Migration()
        for entry in fields["states"]?.mapping(report, "old state: new state") ?? [] {
            guard let name = entry.value.text(report, "a state") else { continue }
            refer(.state, name, at: entry.value.place)
            migration.states[entry.key] = name
        }
        for entry in fields["slots"]?.mapping(report, "old slot: new slot") ?? [] {
            guard let name = entry.value.text(report, "a slot") else { continue }
            refer(.slot, name, at: entry.value.place)
            migration.slots[entry.key] = name
        }
        if let node = fields["else"], let name = node.text(report, "a state") {
            refer(.state, name, at: node.place)
            migration.otherwise = name
        }
        return migration
    }

    private mutating func readHead(_ fields: Fields) {
        let id = result.flow.id
        if let node = fields["flow"], let name = node.text(report), name != id {
            report.error(
                .badValue, at: node.place, "the flow '\(name)' lies in the folder '\(id)'",
                cure: "give both the same name")
        }
        result.flow.version = fields["version"]?.integer(report, in: 1...1_000_000) ?? 1
        if let node = fields["kind"], let kind = node.text(report),
            let word = node.word(kind, "a kind of flow", among: ["intent", "repair"], report),
            word != result.flow.kind.rawValue
        {
            report.error(
                .badValue, at: node.place, "a flow of this folder is no \(word)",
                cure: "remove the line, or move the folder in or out of repairs/")
        }
        result.startsPlace = fields["starts"]?.place
        result.flow.starts = fields["starts"]?.texts(report, of: "intents").map(\.text) ?? [id]
        if let node = fields["needs"], let name = node.text(report, "a flow") {
            result.flow.needs = name
            refer(.flow, name, at: node.place)
        }
        for (name, place) in fields["after"]?.texts(report, of: "flows") ?? [] {
            result.flow.after.append(name)
            refer(.flow, name, at: place)
        }
        result.flow.request = fields["request"]?.text(report)
    }

    /// Every name that a `set:` gives a value to.
    private func setNames(in node: YAMLNode) -> [String] {
        switch node.content {
        case .text: []
        case .list(let items): items.flatMap { setNames(in: $0) }
        case .mapping(let entries):
            entries.flatMap { entry in
                let names = entry.key == "set" ? (entry.value.entries ?? []).map(\.key) : []
                return names + setNames(in: entry.value)
            }
        }
    }

    private mutating func readStates(_ fields: Fields) {
        let entries = fields["states"]?.mapping(report, "states") ?? []
        if entries.isEmpty {
            report.error(
                .missingKey, at: fields.place(of: "states"), "the flow has no states",
                cure: "add states: with at least one that says something and ends")
        }
        for entry in entries {
            state = entry.key
            result.states[entry.key] = entry.place
            if let read = readState(entry) { result.flow.states.append(read) }
        }
        state = nil
    }

    private mutating func fact(_ entry: YAMLNode.Entry) -> Fact? {
        result.facts[entry.key] = entry.place
        guard let text = entry.value.text(report, "an action"),
            let call = CallSyntax(text, at: entry.value.place, report)
        else { return nil }
        let callReader = CallReader(actions: actions, report: report)
        var found: [Reference] = []
        let use = callReader.lookUp(call) { text, place in
            argument(text, at: place, found: &found)
        }
        result.references += found
        return use.map { Fact(name: entry.key, call: $0) }
    }

    mutating func refer(_ kind: Reference.Kind, _ name: String, at place: Place) {
        result.references.append(Reference(kind: kind, name: name, place: place, state: state))
    }

    /// The full id of a reply, noted as used.
    mutating func reply(_ node: YAMLNode) -> String? {
        guard let name = node.text(report, "a reply") else { return nil }
        let id = name.contains(".") ? name : "\(result.namespace).\(name)"
        refer(.reply, id, at: node.place)
        return id
    }

    mutating func replies(_ node: YAMLNode?) -> [String] {
        (node?.list(report, of: "replies") ?? []).compactMap { reply($0) }
    }
}
