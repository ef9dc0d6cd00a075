import Dialogue
import Facts

extension FlowReader {
    /// A path whose first name is known; reports others.
    mutating func path(_ text: String, at place: Place) -> [String]? {
        var found: [Reference] = []
        let path = path(text, at: place, found: &found)
        result.references += found
        return path
    }

    func path(_ text: String, at place: Place, found: inout [Reference]) -> [String]? {
        let steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let root = steps.first, !steps.contains("") else {
            report.error(
                .badValue, at: place, "'\(text)' is no path",
                cure: "write names with single dots between them, as result.id")
            return nil
        }
        guard ownNames.contains(root) || Self.engineRoots.contains(root) else {
            report.unknown(
                steps.count == 1 ? .unknownSlot : .unknownField, at: place,
                steps.count == 1 ? "slot" : "field", root, among: ownNames + Self.engineRoots,
                otherwise: "declare it under slots: or facts:")
            return nil
        }
        found.append(Reference(kind: .path(steps), name: root, place: place, state: state))
        return steps
    }

    /// An argument of a call: a literal that is no name, or a path.
    func argument(_ text: String, at place: Place, found: inout [Reference]) -> Expression? {
        let value = Value(literal: text)
        guard value == .text(text) else { return .literal(value) }
        return path(text, at: place, found: &found).map { .path($0) }
    }

    /// What a `set` gives: a path when its first name is known, else the value that is written.
    mutating func expression(_ node: YAMLNode) -> Expression? {
        guard let text = node.text(report, "a path or a value") else { return nil }
        let value = Value(literal: text)
        guard value == .text(text) else { return .literal(value) }
        let root = text.split(separator: ".").first.map(String.init) ?? ""
        let looksLikePath = text.contains(".") && !text.contains(" ")
        guard looksLikePath || ownNames.contains(root) || Self.engineRoots.contains(root) else {
            return .literal(value)
        }
        return path(text, at: node.place).map { .path($0) }
    }

    /// The action of a `do:`.
    mutating func actionUse(_ node: YAMLNode) -> ActionUse? {
        guard let text = node.text(report, "an action"),
            let call = CallSyntax(text, at: node.place, report)
        else { return nil }
        var found: [Reference] = []
        let callReader = CallReader(actions: actions, report: report)
        let use = callReader.use(call) { text, place in argument(text, at: place, found: &found) }
        result.references += found
        return use
    }

    /// `[a, b]` is all, `{any: …}` and `{not: …}` nest, a text is one test.
    mutating func condition(_ node: YAMLNode) -> Condition {
        var reader = ConditionReader(report: report, action: resultAction)
        let condition = reader.read(node)
        result.tests += reader.tests
        return condition
    }
}

/// Reads conditions and keeps the place of each test.
struct ConditionReader {
    let report: Report
    var action: String?
    private(set) var tests: [TestDraft] = []
    private var leaves: [Place] = []

    init(report: Report, action: String? = nil) {
        self.report = report
        self.action = action
    }

    mutating func read(_ node: YAMLNode) -> Condition {
        leaves = []
        let (condition, errors) = Condition.reading(tree(node))
        for error in errors {
            report.error(
                .badCondition, at: leaves[error.mark].advanced(by: error.offset), error.what,
                cure: error.cure)
        }
        let wrong = Set(errors.map(\.mark))
        let places = leaves.indices.filter { !wrong.contains($0) }.map { leaves[$0] }
        for (comparison, place) in zip(condition.comparisons, places) {
            tests.append(TestDraft(comparison: comparison, place: place, action: action))
        }
        return condition
    }

    private mutating func tree(_ node: YAMLNode) -> ConditionTree {
        switch node.content {
        case .text(_, let isPlain):
            guard let text = node.text(report, "a condition") else { return .all([]) }
            leaves.append(isPlain ? node.place : node.place.advanced(by: 1))
            return .test(text, mark: leaves.count - 1)
        case .list(let items):
            return .all(items.map { tree($0) })
        case .mapping:
            let fields = node.fields(report, "a condition", keys: ["all", "any", "not"])
            let parts = fields.entries.compactMap { entry -> ConditionTree? in
                switch entry.key {
                case "all": .all(members(entry.value))
                case "any": .any(members(entry.value))
                case "not": .not(tree(entry.value))
                default: nil
                }
            }
            return parts.count == 1 ? parts[0] : .all(parts)
        }
    }

    private mutating func members(_ node: YAMLNode) -> [ConditionTree] {
        node.list(report, of: "conditions").map { tree($0) }
    }
}
