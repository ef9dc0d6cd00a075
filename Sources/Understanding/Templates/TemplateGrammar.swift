/// A compiled grammar: every template in one graph, the lists, and the net that finds candidates.
final class TemplateGrammar: Sendable {
    let graph: TemplateGraph
    let lists: [CompiledList]
    /// Names of the lists that every template sees, with their index.
    let listIndices: [String: Int32]
    let slotNames: [String]
    let templates: [CompiledTemplate]
    let edges: [EdgeScalars]
    let trie: LiteralTrie
    let net: ConditionNet
    /// Condition of each literal of the trie.
    let literalConditions: [Int32]
    /// Fired by a digit in the text.
    let digitCondition: Int32
    let ignoresBlanks: Bool
    /// Templates without a condition.
    let alwaysSearched: [Int32]
    /// Templates that a condition makes worth a search:
    /// `awaiting[awaitingStarts[c]..<awaitingStarts[c + 1]]`.
    let awaiting: [Int32]
    let awaitingStarts: [Int32]

    struct CompiledTemplate: Sendable, BitwiseCopyable, Equatable {
        var root: Int32
        /// Index of whatever the template belongs to; the caller's.
        var owner: Int32
        /// What it can start and end with: indices into `edges`.
        var start: Int32
        var end: Int32
    }

    /// The parts while they are collected.
    struct Draft: Sendable {
        var graph = GraphBuilder()
        var lists: [CompiledList] = []
        var listIndices: [String: Int32] = [:]
        var slotNames: [String] = []
        var templates: [CompiledTemplate] = []
        var edges: [EdgeScalars] = []
        /// Condition of each template.
        var conditions: [Int32] = []
        var literals: [[UInt32]] = []
        var net = ConditionNet()
        var literalConditions: [Int32] = []
        var digitCondition: Int32 = 0
        var ignoresBlanks = false
    }

    init(_ draft: Draft) {
        graph = TemplateGraph(draft.graph)
        lists = draft.lists
        listIndices = draft.listIndices
        slotNames = draft.slotNames
        templates = draft.templates
        edges = draft.edges
        trie = LiteralTrie(draft.literals)
        var net = draft.net
        net.seal()
        self.net = net
        literalConditions = draft.literalConditions
        digitCondition = draft.digitCondition
        ignoresBlanks = draft.ignoresBlanks
        var byCondition = [[Int32]](repeating: [], count: net.count)
        var always: [Int32] = []
        for (index, condition) in draft.conditions.enumerated() {
            if condition == ConditionNet.always {
                always.append(Int32(index))
            } else {
                byCondition[Int(condition)].append(Int32(index))
            }
        }
        alwaysSearched = always
        awaiting = byCondition.flatMap { $0 }
        awaitingStarts = byCondition.reduce(into: [0]) {
            $0.append(($0.last ?? 0) + Int32($1.count))
        }
    }

    /// As bytes. Of lists only their kind: a grammar with lists of values is not read back.
    func write(to writer: inout ByteWriter) {
        graph.write(to: &writer)
        writer.array(lists.map { $0.isKnownByKind ? $0.kind.rawValue : .max })
        writer.array(lists.map(\.outsideCondition))
        let names = listIndices.keys.sorted()
        writer.packed(names)
        writer.array(names.map { listIndices[$0] ?? 0 })
        writer.packed(slotNames)
        writer.array(templates)
        EdgeScalars.write(edges, to: &writer)
        trie.write(to: &writer)
        net.write(to: &writer)
        for numbers in [literalConditions, alwaysSearched, awaiting, awaitingStarts] {
            writer.array(numbers)
        }
        writer.array([digitCondition, ignoresBlanks ? 1 : 0])
    }

    /// The grammar of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let graph = TemplateGraph(from: &reader), let kinds: [UInt8] = reader.array(),
            let outside: [Int32] = reader.array(), kinds.count == outside.count,
            let names = reader.packed(), let indices: [Int32] = reader.array(),
            names.count == indices.count, let slotNames = reader.packed(),
            let templates: [CompiledTemplate] = reader.array(),
            let edges = EdgeScalars.all(from: &reader), let trie = LiteralTrie(from: &reader),
            let net = ConditionNet(from: &reader),
            let literalConditions: [Int32] = reader.array(),
            let alwaysSearched: [Int32] = reader.array(),
            let awaiting: [Int32] = reader.array(), let awaitingStarts: [Int32] = reader.array(),
            awaitingStarts.count == net.count + 1, let rest: [Int32] = reader.array(),
            rest.count == 2
        else { return nil }
        var lists: [CompiledList] = []
        for (kind, condition) in zip(kinds, outside) {
            guard let kind = CompiledList.Kind(rawValue: kind) else { return nil }
            lists.append(CompiledList(kind, outsideCondition: condition))
        }
        self.graph = graph
        self.lists = lists
        listIndices = Dictionary(zip(names, indices), uniquingKeysWith: { first, _ in first })
        self.slotNames = slotNames
        self.templates = templates
        self.edges = edges
        self.trie = trie
        self.net = net
        self.literalConditions = literalConditions
        self.alwaysSearched = alwaysSearched
        self.awaiting = awaiting
        self.awaitingStarts = awaitingStarts
        digitCondition = rest[0]
        ignoresBlanks = rest[1] != 0
    }
}

/// Lists that were given after a grammar was compiled, and that replace its own.
final class ListOverlay: Sendable {
    let graph: TemplateGraph
    let lists: [CompiledList]
    /// List of the grammar → list of the overlay, −1 where the grammar's own holds.
    let indices: [Int32]

    init(_ draft: TemplateGrammar.Draft, indices: [Int32]) {
        graph = TemplateGraph(draft.graph)
        lists = draft.lists
        self.indices = indices
    }

    /// Lists of the grammar that are replaced and may occur in the text.
    func occurring(in text: [UInt32]) -> [Int32] {
        var occurring: [Int32] = []
        for (list, index) in indices.enumerated()
        where index >= 0 && lists[Int(index)].mayOccur(in: text) {
            occurring.append(Int32(list))
        }
        return occurring
    }
}
