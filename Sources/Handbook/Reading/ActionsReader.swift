import Dialogue
import Facts

/// Reads actions.yaml.
struct ActionsReader {
    let report: Report

    static let keys = [
        "takes", "access", "outcomes", "gives", "timeout", "retries", "claims", "limit",
    ]

    func read(_ root: YAMLNode) -> [String: ActionDraft] {
        var actions: [String: ActionDraft] = [:]
        let fields = root.fields(report, "actions.yaml", keys: ["actions"])
        for entry in fields["actions"]?.mapping(report, "actions") ?? [] {
            actions[entry.key] = action(entry)
        }
        for action in actions.values.sorted(by: { $0.declaration.name < $1.declaration.name }) {
            checkLimit(action, among: actions)
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
        for claim in fields["claims"]?.texts(report, of: "parameters") ?? [] {
            check(claim.text, at: claim.place, among: declaration.parameters)
            declaration.claims.append(claim.text)
        }
        declaration.limit = fields["limit"].flatMap { limit($0) }
        return ActionDraft(
            declaration: declaration, place: entry.place, fields: gives(fields["gives"]))
    }

    private func check(_ parameter: String, at place: Place, among parameters: [String]) {
        guard !parameters.contains(parameter) else { return }
        report.unknown(
            .wrongArguments, at: place, "parameter", parameter, among: parameters,
            otherwise: "name it in takes:")
    }

    /// `{preview: shop.preview_cancel, amount: amount, per_day: 5000}`.
    private func limit(_ node: YAMLNode) -> DailyLimit? {
        let fields = node.fields(report, "limit", keys: ["preview", "amount", "per_day"])
        guard let preview = fields["preview"]?.text(report),
            let amount = fields["amount"]?.text(report),
            let units = fields["per_day"]?.integer(report, in: 0...1_000_000_000)
        else {
            report.error(
                .missingKey, at: node.place, "the limit lacks 'preview', 'amount' or 'per_day'",
                cure: "write limit: {preview: shop.preview_cancel, amount: amount, per_day: 5000}")
            return nil
        }
        return DailyLimit(preview: preview, amount: amount, units: units)
    }

    private func checkLimit(_ action: ActionDraft, among actions: [String: ActionDraft]) {
        guard let limit = action.declaration.limit else { return }
        guard let preview = actions[limit.preview], preview.declaration.access == .read else {
            report.unknown(
                .unknownAction, at: action.place, "look-up", limit.preview,
                among: actions.keys.sorted(), otherwise: "name the look-up that previews the write")
            return
        }
        if !preview.fields.isEmpty, preview.fields[limit.amount] != .money {
            report.error(
                .wrongType, at: action.place,
                "'\(limit.amount)' of \(limit.preview) is no amount of money",
                cure: "name a field of money that it gives")
        }
        for name in preview.declaration.parameters {
            check(name, at: action.place, among: action.declaration.parameters)
        }
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
