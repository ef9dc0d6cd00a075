import Dialogue
import Facts

/// Reads actions.yaml.
struct ActionsReader {
    let report: Report

    static let keys = ["takes", "access", "outcomes", "gives", "timeout", "retries"]

    func read(_ root: YAMLNode) -> [String: ActionDraft] {
        var actions: [String: ActionDraft] = [:]
        let fields = root.fields(report, "actions.yaml", keys: ["actions"])
        for entry in fields["actions"]?.mapping(report, "actions") ?? [] {
            actions[entry.key] = action(entry)
        }
        return actions
    }

    private func action(_ entry: YAMLNode.Entry) -> ActionDraft {
        if !entry.key.contains(".") {
            report.error(
                .badValue, at: entry.place, "the action '\(entry.key)' has no dot in its name",
                cure: "write who does it first, as shop.\(entry.key)")
        }
        let fields = entry.value.fields(report, "action \(entry.key)", keys: Self.keys)
        var declaration = ActionDeclaration(
            name: entry.key,
            parameters: fields["takes"]?.texts(report, of: "parameters").map(\.text) ?? [],
            access: access(fields, of: entry))
        if let node = fields["outcomes"] {
            declaration.outcomes = node.texts(report, of: "outcomes").map(\.text)
        }
        declaration.timeout = fields["timeout"]?.duration(report) ?? declaration.timeout
        declaration.retries = fields["retries"]?.integer(report, in: 0...5) ?? declaration.retries
        return ActionDraft(
            declaration: declaration, place: entry.place, fields: gives(fields["gives"]))
    }

    private func access(
        _ fields: Fields, of entry: YAMLNode.Entry
    ) -> ActionDeclaration.Access {
        guard let node = fields["access"] else {
            report.error(
                .missingKey, at: entry.place, "the action '\(entry.key)' lacks 'access'",
                cure: "add access: read, or access: write")
            return .read
        }
        guard let text = node.text(report, "read or write"),
            let word = node.word(text, "an access", among: ["read", "write"], report)
        else { return .read }
        return word == "write" ? .write : .read
    }

    private func gives(_ node: YAMLNode?) -> [String: FieldType] {
        var types: [String: FieldType] = [:]
        for entry in node?.mapping(report, "fields of the result") ?? [] {
            types[entry.key] = type(entry.value)
        }
        return types
    }

    private func type(_ node: YAMLNode) -> FieldType? {
        switch node.content {
        case .list: .oneOf(node.texts(report, of: "values").map(\.text))
        case .mapping: .fields(gives(node))
        case .text:
            node.text(report, "a type of value")
                .flatMap { node.word($0, "a type of value", among: FieldType.words, report) }
                .flatMap(FieldType.init(word:))
        }
    }
}
