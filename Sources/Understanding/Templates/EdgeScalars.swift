/// What a match of a node can start or end with: a cheap look before a search.
struct EdgeScalars: Hashable, Sendable {
    /// Any scalar: a slot is at the edge, or the node can be empty.
    private(set) var isAny: Bool
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Beyond ASCII, ascending.
    private var others: [UInt32] = []

    static let any = EdgeScalars(nil)

    init(_ scalars: Set<UInt32>?) {
        isAny = scalars == nil
        for scalar in (scalars ?? []).sorted() {
            switch scalar {
            case 0..<64: low |= 1 << UInt64(scalar)
            case 64..<128: high |= 1 << UInt64(scalar - 64)
            default: others.append(scalar)
            }
        }
    }

    static func write(_ all: [EdgeScalars], to writer: inout ByteWriter) {
        writer.array(all.map { $0.isAny ? UInt8(1) : 0 })
        writer.array(all.map(\.low))
        writer.array(all.map(\.high))
        writer.lists(all.map(\.others))
    }

    /// The edges of some bytes; nil where they are none.
    static func all(from reader: inout ByteReader) -> [EdgeScalars]? {
        guard let any: [UInt8] = reader.array(), let low: [UInt64] = reader.array(),
            let high: [UInt64] = reader.array(), let others: [[UInt32]] = reader.lists(),
            low.count == any.count, high.count == any.count, others.count == any.count
        else { return nil }
        return any.indices.map { number in
            var edge = EdgeScalars(any[number] == 0 ? [] : nil)
            (edge.low, edge.high) = (low[number], high[number])
            edge.others = others[number]
            return edge
        }
    }

    func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<64: isAny || low & (1 << UInt64(scalar)) != 0
        case 64..<128: isAny || high & (1 << UInt64(scalar - 64)) != 0
        default: isAny || others.contains(scalar)
        }
    }
}

/// Works out the edges of the nodes of a graph, each once.
struct EdgeFinder {
    enum Side: Int, Sendable {
        case start, end
    }

    /// Scalars at an edge; nil: any.
    private struct Edge {
        var scalars: Set<UInt32>?
        var canBeEmpty: Bool
    }

    private let side: Side
    private var known: [Int32: Edge] = [:]

    init(_ side: Side) {
        self.side = side
    }

    /// Scalars that a match of the node can start or end with, blanks apart; nil: any.
    mutating func scalars(of node: Int32, in graph: GraphBuilder) -> Set<UInt32>? {
        let edge = edge(of: node, in: graph)
        return edge.canBeEmpty ? nil : edge.scalars
    }

    private mutating func edge(of id: Int32, in graph: GraphBuilder) -> Edge {
        if let edge = known[id] { return edge }
        let edge = found(id, in: graph)
        known[id] = edge
        return edge
    }

    private mutating func found(_ id: Int32, in graph: GraphBuilder) -> Edge {
        let node = graph.nodes[Int(id)]
        let range = Int(node.first)..<Int(node.first + node.count)
        switch node.kind {
        case .slot: return Edge(scalars: nil, canBeEmpty: false)
        case .literal:
            let letters = graph.literals[range].filter { $0 != TemplateText.blank }
            guard let scalar = side == .start ? letters.first : letters.last else {
                return Edge(scalars: [], canBeEmpty: true)
            }
            return Edge(scalars: [scalar], canBeEmpty: false)
        case .alternatives:
            var union = Edge(scalars: [], canBeEmpty: false)
            for child in graph.children[range] {
                let edge = edge(of: child, in: graph)
                union.scalars = Self.joined(union.scalars, edge.scalars)
                if edge.canBeEmpty { union.canBeEmpty = true }
            }
            return union
        case .sequence:
            var union = Edge(scalars: [], canBeEmpty: true)
            let children = graph.children[range]
            for child in side == .start ? Array(children) : children.reversed() {
                let edge = edge(of: child, in: graph)
                union.scalars = Self.joined(union.scalars, edge.scalars)
                if !edge.canBeEmpty {
                    union.canBeEmpty = false
                    break
                }
            }
            return union
        }
    }

    private static func joined(_ left: Set<UInt32>?, _ right: Set<UInt32>?) -> Set<UInt32>? {
        guard let left, let right else { return nil }
        return left.union(right)
    }
}
