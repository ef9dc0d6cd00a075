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
}
