import Dialogue
import Facts

/// What the fields that a condition or a reply may read hold.
struct FieldScope {
    /// By first name; nil where nothing is known about the value.
    var roots: [String: FieldType?] = [:]

    enum Resolution {
        /// The field exists, but nothing is known about it.
        case anything
        case type(FieldType)
        /// There is no such field; the names that there are.
        case missing(field: String, among: [String])
        /// The value is no record: it has no fields.
        case noFields(of: String)
    }

    func resolve(_ path: [String]) -> Resolution {
        guard let root = path.first else { return .anything }
        guard let known = roots[root] else {
            return .missing(field: root, among: Array(roots.keys))
        }
        guard var type = known else { return .anything }
        var parent = root
        for name in path.dropFirst() {
            switch type {
            case .fields(let fields):
                guard let next = fields[name] else {
                    return .missing(field: name, among: Array(fields.keys))
                }
                type = next
            case .list where name == "count": type = .integer
            case .list, .record: return .anything
            case .text, .integer, .number, .flag, .money, .day, .instant, .oneOf:
                return .noFields(of: parent)
            }
            parent = name
        }
        return .type(type)
    }
}

/// The scopes of a pack's flows and of the desk's rules, worked out once.
struct FieldScopes {
    private let draft: Draft
    private var flows: [String: FieldScope] = [:]
    /// The fields of the desk's rules: those of a turn, and the slots and facts of all flows.
    private(set) var desk = FieldScope()

    init(draft: Draft) {
        self.draft = draft
        let conversation = Self.conversationFields(of: draft)
        for flow in draft.flows {
            flows["\(flow.namespace).\(flow.flow.id)"] = scope(of: flow, conversation: conversation)
        }
        desk = deskScope(conversation: conversation)
    }

    /// The fields of a flow's conditions. `action`: whose result `result` is.
    func scope(of flow: FlowDraft, action: String? = nil) -> FieldScope {
        var scope = flows["\(flow.namespace).\(flow.flow.id)"] ?? FieldScope()
        scope.roots["result"] = .some(action.flatMap { fields(ofAction: $0) })
        return scope
    }

    private func scope(of flow: FlowDraft, conversation: FieldType) -> FieldScope {
        var scope = FieldScope()
        scope.roots["customer"] = .some(nil)
        scope.roots["member"] = .some(nil)
        scope.roots["message"] = .some(.fields(["mentions": .list, "opening": .text]))
        scope.roots["said"] = .some(.fields(["human": .flag]))
        scope.roots["conversation"] = .some(conversation)
        for name in flow.setNames { scope.roots[name] = .some(nil) }
        for slot in flow.flow.slots { scope.roots[slot.id] = .some(type(of: slot)) }
        for fact in flow.flow.facts {
            scope.roots[fact.name] = .some(fields(ofAction: fact.call.action))
        }
        return scope
    }

    private func deskScope(conversation: FieldType) -> FieldScope {
        var roots: [String: FieldType?] = [:]
        for flow in draft.flows {
            let own = scope(of: flow)
            for name in flow.flow.slots.map(\.id) + flow.flow.facts.map(\.name) {
                let isNewOrSame = roots[name] == nil || roots[name] == own.roots[name]
                roots[name] = isNewOrSame ? own.roots[name] : .some(nil)
            }
        }
        let turn: [String: FieldType?] = [
            "customer": nil, "contacts": nil, "intent": .oneOf(draft.intents.sorted()),
            "outcome": .oneOf(Self.outcomes), "language": .oneOf(draft.settings.languages),
            "channel": .oneOf(Self.channels), "failed_turns": .integer, "failures": .integer,
            "said": .fields(["human": .flag, "who": .flag]),
            "message": .fields(["mentions": .list]), "text": .fields(["mentions": .list]),
            "conversation": conversation, "request": nil,
            "wishes": .integer, "turn": .integer,
        ]
        return FieldScope(roots: roots.merging(turn) { _, new in new })
    }

    private static let outcomes = ["resolved", "cancelled", "unresolved", "verified"]
    private static let channels = ["chat", "email", "speech"]

    private static func conversationFields(of draft: Draft) -> FieldType {
        .fields([
            "failed_turns": .integer, "turn": .integer, "stack": .integer, "open": .integer,
            "wishes": .integer, "done": .integer, "language": .oneOf(draft.settings.languages),
            "channel": .oneOf(channels), "intent": .oneOf(draft.intents.sorted()),
            "outcome": .oneOf(outcomes), "flow": .oneOf(draft.flows.map(\.flow.id)),
            "answers": .integer, "can_skip": .flag, "explains": .flag, "is_asking": .flag,
            "times": .integer, "reminders": .integer, "last_wish": .text, "languages": .list,
        ])
    }

    private func fields(ofAction name: String) -> FieldType? {
        guard let fields = draft.actions[name]?.fields, !fields.isEmpty else { return nil }
        return .fields(fields)
    }

    /// A choice is a record with the fields of its action; an entity is a value.
    private func type(of slot: Slot) -> FieldType? {
        if slot.isMany || slot.each != nil { return .list }
        guard let type = draft.types[slot.type.name]?.type else { return nil }
        if let choices = type.choices, let fields = draft.actions[choices.action]?.fields,
            !fields.isEmpty
        {
            return .fields(fields.merging(["id": .text, "name": .text]) { own, _ in own })
        }
        if type.isFreeText { return .text }
        guard let entity = type.entity, type.choices == nil else { return nil }
        if let values = draft.values(ofEntity: entity) {
            return .oneOf(values)
        }
        return Self.builtIn[entity] ?? .text
    }

    /// See `BuiltInEntity`.
    private static let builtIn: [String: FieldType] = [
        "name": .fields(["first_name": .text, "last_name": .text]), "money": .money, "date": .day,
        "number": .number, "percent": .number, "time": .text, "duration": .text,
        "date_range": .fields(["from": .day, "to": .day]), "ordinal": .integer,
        "yes_no": .oneOf(["yes", "no", "maybe"]),
        "address": .fields([
            "address1": .text, "address2": .text, "city": .text, "state": .text, "country": .text,
            "zip": .text,
        ]),
    ]
}

extension Draft {
    /// Every intent: those that open a flow, and the articles.
    var intents: Set<String> {
        Set(flows.flatMap(\.flow.starts) + articles.map { "knowledge.\($0.name)" })
    }
}
