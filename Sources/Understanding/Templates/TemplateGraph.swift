/// Templates compiled into one acyclic graph in which equal parts are one node.
final class TemplateGraph: Sendable {
    enum Kind: UInt8, Sendable {
        /// Scalars `literals[first..<first + count]`.
        case literal
        /// Nodes `children[first..<first + count]`, one after the other.
        case sequence
        /// One of the nodes `children[first..<first + count]`.
        case alternatives
        /// `slots[first]`.
        case slot
    }

    struct Node: Sendable {
        var kind: Kind
        /// No slot below: what it matches depends on the place alone, and is remembered.
        var isPure: Bool
        var first: Int32
        var count: Int32
    }

    struct Slot: Hashable, Sendable {
        /// Index of the list.
        var list: Int32
        /// Index of the slot's name.
        var name: Int32
    }

    let nodes: [Node]
    let children: [Int32]
    let literals: [UInt32]
    let slots: [Slot]

    init(_ builder: GraphBuilder) {
        nodes = builder.nodes
        children = builder.children
        literals = builder.literals
        slots = builder.slots
    }

    func write(to writer: inout ByteWriter) {
        writer.array(nodes.map(\.kind.rawValue))
        writer.array(nodes.map { $0.isPure ? UInt8(1) : 0 })
        writer.array(nodes.map(\.first))
        writer.array(nodes.map(\.count))
        writer.array(children)
        writer.array(literals)
        writer.array(slots.map(\.list))
        writer.array(slots.map(\.name))
    }

    /// The graph of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let kinds: [UInt8] = reader.array(), let pure: [UInt8] = reader.array(),
            let firsts: [Int32] = reader.array(), let counts: [Int32] = reader.array(),
            pure.count == kinds.count, firsts.count == kinds.count, counts.count == kinds.count,
            let children: [Int32] = reader.array(), let literals: [UInt32] = reader.array(),
            let lists: [Int32] = reader.array(), let names: [Int32] = reader.array(),
            lists.count == names.count
        else { return nil }
        var nodes: [Node] = []
        nodes.reserveCapacity(kinds.count)
        for (number, kind) in kinds.enumerated() {
            guard let kind = Kind(rawValue: kind) else { return nil }
            nodes.append(
                Node(
                    kind: kind, isPure: pure[number] != 0, first: firsts[number],
                    count: counts[number]))
        }
        self.nodes = nodes
        self.children = children
        self.literals = literals
        slots = zip(lists, names).map { Slot(list: $0, name: $1) }
    }
}
