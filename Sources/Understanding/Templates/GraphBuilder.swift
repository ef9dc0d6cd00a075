/// Builds a `TemplateGraph`: equal parts become one node.
struct GraphBuilder: Sendable {
    private(set) var nodes: [TemplateGraph.Node] = []
    private(set) var children: [Int32] = []
    private(set) var literals: [UInt32] = []
    private(set) var slots: [TemplateGraph.Slot] = []
    /// Longest way down from each node.
    private var heights: [Int32] = []
    /// How many visits a search of an impure node costs at most; saturating.
    private var costs: [Int32] = []
    private var known: [Key: Int32] = [:]

    private enum Key: Hashable {
        case literal([UInt32])
        case sequence([Int32])
        case alternatives([Int32])
        case slot(TemplateGraph.Slot)
    }

    static let costLimit: Int32 = 50_000
    static let heightLimit: Int32 = 512

    func height(_ node: Int32) -> Int32 { heights[Int(node)] }
    func cost(_ node: Int32) -> Int32 { costs[Int(node)] }

    mutating func literal(_ scalars: [UInt32]) -> Int32 {
        intern(.literal(scalars)) { graph in
            let first = Int32(graph.literals.count)
            graph.literals.append(contentsOf: scalars)
            return TemplateGraph.Node(
                kind: .literal, isPure: true, first: first, count: Int32(scalars.count))
        }
    }

    mutating func slot(_ slot: TemplateGraph.Slot) -> Int32 {
        intern(.slot(slot)) { graph in
            graph.slots.append(slot)
            return TemplateGraph.Node(
                kind: .slot, isPure: false, first: Int32(graph.slots.count - 1), count: 1)
        }
    }

    mutating func alternatives(_ items: [Int32]) -> Int32 {
        var distinct: [Int32] = []
        for item in items where !distinct.contains(item) { distinct.append(item) }
        if distinct.count == 1 { return distinct[0] }
        return parent(.alternatives, .alternatives(distinct), distinct)
    }

    /// A sequence; nested ones are spliced in, neighbouring literals become one.
    mutating func sequence(_ items: [Int32]) -> Int32 {
        var flat: [Int32] = []
        var text: [UInt32] = []
        func endText(_ graph: inout GraphBuilder) {
            if text.isEmpty { return }
            flat.append(graph.literal(text))
            text = []
        }
        for item in items.flatMap({ spliced($0) }) {
            let node = nodes[Int(item)]
            guard node.kind == .literal else {
                endText(&self)
                flat.append(item)
                continue
            }
            for scalar in literals[Int(node.first)..<Int(node.first + node.count)] {
                let isSecondBlank = scalar == TemplateText.blank && text.last == scalar
                if !isSecondBlank { text.append(scalar) }
            }
        }
        endText(&self)
        if flat.isEmpty { return literal([]) }
        return flat.count == 1 ? flat[0] : parent(.sequence, .sequence(flat), flat)
    }

    private func spliced(_ item: Int32) -> [Int32] {
        let node = nodes[Int(item)]
        guard node.kind == .sequence, node.count <= 16 else { return [item] }
        return Array(children[Int(node.first)..<Int(node.first + node.count)])
    }

    private mutating func parent(_ kind: TemplateGraph.Kind, _ key: Key, _ items: [Int32]) -> Int32
    {
        intern(key) { graph in
            let first = Int32(graph.children.count)
            graph.children.append(contentsOf: items)
            let isPure = items.allSatisfy { graph.nodes[Int($0)].isPure }
            return TemplateGraph.Node(
                kind: kind, isPure: isPure, first: first, count: Int32(items.count))
        }
    }

    private mutating func intern(
        _ key: Key, _ make: (inout GraphBuilder) -> TemplateGraph.Node
    ) -> Int32 {
        if let node = known[key] { return node }
        let node = make(&self)
        let id = Int32(nodes.count)
        nodes.append(node)
        known[key] = id
        var height: Int32 = 0
        var cost: Int32 = 1
        if node.kind == .sequence || node.kind == .alternatives {
            for child in children[Int(node.first)..<Int(node.first + node.count)] {
                height = max(height, heights[Int(child)] + 1)
                if !node.isPure { cost = min(Self.costLimit + 1, cost + costs[Int(child)]) }
            }
        }
        heights.append(height)
        costs.append(cost)
        return id
    }
}
