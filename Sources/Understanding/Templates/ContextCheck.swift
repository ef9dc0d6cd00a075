/// What the values on the way through a template may and must bring, for one block and one context.
struct ContextCheck: Sendable {
    /// Most keys of a block that the context leaves open.
    static let keyLimit = 3

    static let none = ContextCheck()

    /// All open keys, as bits: the values must bring them.
    private(set) var needed: UInt8 = 0
    private let block: CompiledBlock?
    /// Indices of the open keys, −1 where there is none.
    private var keys: (Int, Int, Int) = (-1, -1, -1)

    private init() {
        block = nil
    }

    /// nil where more keys than `keyLimit` are open: such a block cannot match.
    init?(block: CompiledBlock, context: [String: MatchValue]) {
        guard !block.keys.isEmpty else {
            self.block = nil
            return
        }
        self.block = block
        var open = 0
        for (index, key) in block.keys.enumerated() where !key.isSettled(by: context[key.name]) {
            switch open {
            case 0: keys.0 = index
            case 1: keys.1 = index
            case 2: keys.2 = index
            default: return nil
            }
            open += 1
        }
        needed = UInt8((1 << open) - 1)
    }

    /// The open keys that a value brings, as bits; nil where the block does not allow its context.
    func brought(by context: [(key: String, value: MatchValue)]) -> UInt8? {
        guard let block else { return 0 }
        var brought: UInt8 = 0
        for (name, value) in context {
            for (index, key) in block.keys.enumerated() where key.name == name {
                guard key.allows(value) else { return nil }
                if index == keys.0 { brought |= 1 }
                if index == keys.1 { brought |= 2 }
                if index == keys.2 { brought |= 4 }
            }
        }
        return brought
    }
}

/// A block as the matcher reads it.
final class CompiledBlock: Sendable {
    let intent: String
    let combination: String?
    /// By name.
    let slots: [(name: String, value: MatchValue)]
    /// The context keys that it requires or excludes, by name.
    let keys: [Key]

    struct Key: Sendable {
        var name: String
        var required: ContextRule?
        var excluded: ContextRule?

        /// Whether a value that the text brings may have this for the key.
        func allows(_ value: MatchValue) -> Bool {
            if let required, !required.allows(value) { return false }
            if let excluded, excluded.allows(value) { return false }
            return true
        }

        /// Whether the context is enough, so that the text need not bring the key.
        func isSettled(by value: MatchValue?) -> Bool {
            guard let value else { return required == nil }
            return allows(value)
        }
    }

    init(intent: String, _ block: Block) {
        self.intent = intent
        combination = block.combination
        slots = block.slots.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        let names = Set(block.requiredContext.keys).union(block.excludedContext.keys)
        keys = names.sorted().map {
            Key(
                name: $0, required: block.requiredContext[$0],
                excluded: block.excludedContext[$0])
        }
    }
}
