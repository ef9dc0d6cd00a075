public import Dialogue
import Facts

/// A flow as a picture, for `triage graph`.
public struct FlowGraph: Sendable {
    /// One arrow; `to` is a state, or an end (`end resolved`, `handoff returns`).
    struct Arrow: Hashable {
        var from: String
        var to: String
        var label: String
        var isEnd: Bool
    }

    let flow: Flow
    let arrows: [Arrow]

    public init(_ flow: Flow) {
        self.flow = flow
        let own = flow.edges.filter { edge in
            // A handler of the flow leaves every state: it is drawn once, from the flow.
            guard case .handler(let trigger) = edge.origin else { return true }
            return flow.state(edge.from)?.handlers.contains { $0.trigger == trigger } ?? false
        }
        let inherited = flow.handlers.map { handler in
            FlowEdge(
                from: Self.anywhere, origin: .handler(handler.trigger), step: handler.step,
                holds: handler.condition)
        }
        arrows = (own + inherited).map(Self.arrow)
    }

    private static let anywhere = "anywhere"

    private static func arrow(_ edge: FlowEdge) -> Arrow {
        let end: String?
        switch edge.step.destination {
        case .state: end = nil
        case .end(let outcome): end = "end \(outcome)"
        case .handoff(let handoff): end = "handoff \(handoff.queue ?? handoff.reason)"
        case .flow(let id): end = "flow \(id)"
        case .repeatLast: end = "repeat last"
        case .cancelBelow: end = "cancel below"
        case .question(let mending): end = "question \(mending.rawValue)"
        case .pause: end = "close for_now"
        case .endConversation: end = "close conversation"
        }
        return Arrow(
            from: edge.from, to: edge.target ?? end ?? "", label: label(edge), isEnd: end != nil)
    }

    private static func label(_ edge: FlowEdge) -> String {
        switch edge.origin {
        case .branch:
            edge.holds == .always ? (edge.fails.isEmpty ? "" : "else") : edge.holds.text
        case .agreed: "agreed"
        case .declined: "declined"
        case .expiry: "expired"
        case .outcome(let name): name
        case .handler(.intent(let intent)): "intent \(intent)"
        case .handler(.event(let event)): event
        }
    }

    /// What a state does, for its box.
    private func title(of state: State) -> String {
        switch state.body {
        case .collect(let slots, _): "\(state.id): collect \(slots.joined(separator: ", "))"
        case .confirm: "\(state.id): ask"
        case .perform(let use, _, _): "\(state.id): do \(use.action)"
        case .choose: state.id
        }
    }

    private var ends: [String] {
        var seen: Set<String> = []
        return arrows.filter { $0.isEnd && seen.insert($0.to).inserted }.map(\.to)
    }

    private var boxes: [String] {
        flow.states.map(\.id)
            + (arrows.contains { $0.from == Self.anywhere } ? [Self.anywhere] : [])
    }

    /// A Mermaid flow chart.
    public var mermaid: String {
        let names = Dictionary(
            (boxes + ends).enumerated().map { ($1, "n\($0)") },
            uniquingKeysWith: { first, _ in first })
        func escaped(_ text: String) -> String {
            text.replacing("\"", with: "#quot;").replacing("<", with: "#lt;").replacing(
                ">", with: "#gt;")
        }
        var lines = ["flowchart TD"]
        for state in flow.states {
            let text = escaped(title(of: state))
            let isQuestion = if case .confirm = state.body { true } else { false }
            let shape = isQuestion ? "{\"\(text)\"}" : "[\"\(text)\"]"
            lines.append("    \(names[state.id] ?? "")\(shape)")
        }
        if let anywhere = names[Self.anywhere] {
            lines.append("    \(anywhere)[[\"\(Self.anywhere)\"]]")
        }
        for end in ends { lines.append("    \(names[end] ?? "")([\"\(escaped(end))\"])") }
        for arrow in arrows {
            let label = arrow.label.isEmpty ? "" : "|\"\(escaped(arrow.label))\"|"
            lines.append("    \(names[arrow.from] ?? "") -->\(label) \(names[arrow.to] ?? "")")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A Graphviz digraph.
    public var dot: String {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        var lines = ["digraph \(quoted(flow.id)) {", "    node [shape=box];"]
        for state in flow.states {
            let isQuestion = if case .confirm = state.body { true } else { false }
            let shape = isQuestion ? ", shape=diamond" : ""
            lines.append("    \(quoted(state.id)) [label=\(quoted(title(of: state)))\(shape)];")
        }
        for end in ends { lines.append("    \(quoted(end)) [shape=oval];") }
        for arrow in arrows {
            let label = arrow.label.isEmpty ? "" : " [label=\(quoted(arrow.label))]"
            lines.append("    \(quoted(arrow.from)) -> \(quoted(arrow.to))\(label);")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }
}

extension Condition {
    /// As a pack writes it, on one line.
    var text: String {
        switch self {
        case .all(let parts):
            parts.map { $0.isGroup ? "(\($0.text))" : $0.text }.joined(separator: " and ")
        case .any(let parts):
            parts.map { $0.isGroup ? "(\($0.text))" : $0.text }.joined(separator: " or ")
        case .not(let part): "not (\(part.text))"
        case .test(let comparison): comparison.text
        }
    }

    private var isGroup: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.count > 1
        case .not, .test: false
        }
    }
}

extension Comparison {
    var text: String {
        let name = field.joined(separator: ".")
        switch (relation, operand) {
        case (.has, .value(let value)) where field == ["message", "mentions"]:
            return "message mentions \(value.words)"
        case (.equal, .value(.flag(true))) where field.first == "said":
            return field.joined(separator: " ")
        case (_, .none): return "\(name) \(relation.rawValue)"
        case (_, .value(let value)): return "\(name) \(relation.rawValue) \(value.words)"
        case (_, .values(let values)):
            return "\(name) \(relation.rawValue) [\(values.map(\.words).joined(separator: ", "))]"
        case (_, .duration(let milliseconds)):
            return "\(name) \(relation.rawValue) \(Duration.milliseconds(milliseconds).shortText)"
        case (_, .field(let path)):
            return "\(name) \(relation.rawValue) $\(path.joined(separator: "."))"
        }
    }
}

extension Duration {
    /// `30d`, `1h30m`: the form that `init(shortText:)` reads, in whole seconds.
    var shortText: String {
        var rest = components.seconds
        var text = ""
        for (unit, seconds) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
            as [(String, Int64)]
        {
            if rest / seconds > 0 { text += "\(rest / seconds)\(unit)" }
            rest %= seconds
        }
        return text.isEmpty ? "0s" : text
    }
}
