/// Compiles templates and lists into a `TemplateGrammar`.
struct TemplateCompiler {
    /// Longest permutation; with slots inside it is searched in every order.
    static let permutationLimit = 10
    static let permutationLimitWithSlots = 5

    private(set) var grammar = TemplateGrammar.Draft()
    let folding: TemplateText.Folding
    private let undeclaredLists: UndeclaredLists
    private var rules: [String: TemplateExpression] = [:]
    private var slotIndices: [String: Int32] = [:]
    private var literalIndices: [[UInt32]: Int32] = [:]
    /// Condition of each node.
    private var conditions: [Int32: Int32] = [:]
    private var listConditions: [Int32] = []
    private var starts = EdgeFinder(.start)
    private var ends = EdgeFinder(.end)
    private var edgeIndices: [EdgeScalars: Int32] = [:]
    /// The trie and the net are made; lists that come later find their words in the trie as it is.
    private var isFinished = false

    /// What a slot of a list is that was never added.
    enum UndeclaredLists: Sendable {
        case areErrors, comeWithTheText, areWildcards
    }

    init(
        folding: TemplateText.Folding, ignoresBlanks: Bool, undeclaredLists: UndeclaredLists
    ) {
        self.folding = folding
        self.undeclaredLists = undeclaredLists
        grammar.ignoresBlanks = ignoresBlanks
        grammar.digitCondition = grammar.net.leaf()
    }

    /// What names mean inside a template.
    struct Scope {
        /// Rules that win over the grammar's.
        var rules: [String: TemplateExpression] = [:]
        /// Lists that win over the grammar's, by index.
        var lists: [String: Int32] = [:]
        /// Rules compiled already in this scope.
        fileprivate var nodes: [String: Int32] = [:]
        fileprivate var open: Set<String> = []

        init() {}
    }

    mutating func addRule(_ name: String, _ expression: TemplateExpression) {
        rules[name] = expression
    }

    // MARK: Lists

    /// Adds a list; `words` are the number words of a range.
    mutating func addList(
        _ list: SlotList, words: [String: Double] = [:], scope: inout Scope
    ) throws(TemplateError) -> Int32 {
        let outside = outsideCondition()
        switch list {
        case .wildcard:
            return add(
                CompiledList(.wildcard, outsideCondition: outside),
                condition: ConditionNet.always)
        case .values(let source):
            let values = try values(source, scope: &scope)
            let conditions = isFinished ? [] : values.map { condition(of: $0.node) }
            return add(
                CompiledList(.values, outsideCondition: outside, values: values),
                condition: grammar.net.any(conditions + [outside]))
        case .range(let range):
            let numbers = numbers(words, in: range)
            let conditions =
                isFinished
                ? [] : numbers.keys.sorted().map { grammar.literalConditions[Int($0)] }
            return add(
                CompiledList(.range, outsideCondition: outside, range: range, words: numbers),
                condition: grammar.net.any(conditions + [outside, grammar.digitCondition]))
        }
    }

    private mutating func outsideCondition() -> Int32 {
        isFinished ? ConditionNet.always : grammar.net.leaf()
    }

    /// Adds a list that is known only with the text.
    mutating func addOutsideList() -> Int32 {
        let list = CompiledList(.outside, outsideCondition: outsideCondition())
        return add(list, condition: list.outsideCondition)
    }

    private mutating func add(_ list: CompiledList, condition: Int32) -> Int32 {
        grammar.lists.append(list)
        listConditions.append(condition)
        return Int32(grammar.lists.count - 1)
    }

    /// Makes a list known to all templates that are compiled later.
    mutating func name(_ list: Int32, _ name: String) {
        grammar.listIndices[name] = list
    }

    private mutating func values(
        _ source: [SlotValue], scope: inout Scope
    ) throws(TemplateError) -> [CompiledList.Value] {
        var values: [CompiledList.Value] = []
        for value in source {
            let node = try node(try expression(of: value), scope: &scope)
            guard grammar.graph.nodes[Int(node)].isPure else {
                throw TemplateError(
                    offset: 0, message: "the value '\(value.input)' has a slot; write it out")
            }
            let context = value.context.sorted { $0.key < $1.key }
                .map { (key: $0.key, value: $0.value) }
            values.append(
                CompiledList.Value(
                    node: node, output: value.output, context: context,
                    firsts: starts.scalars(of: node, in: grammar.graph)))
        }
        return values
    }

    /// The words of a value; those of an overlay come from a shop or a home, and are plain text
    /// where they are no template: `Lamp (old`.
    private func expression(of value: SlotValue) throws(TemplateError) -> TemplateExpression {
        do {
            return try TemplateParser.parse(value.input)
        } catch {
            if isFinished { return .text(value.input) }
            throw error
        }
    }

    private mutating func numbers(
        _ words: [String: Double], in range: SlotRange
    ) -> [Int32: Double] {
        var numbers: [Int32: Double] = [:]
        for word in words.keys.sorted() {
            guard let number = words[word], range.contains(number) else { continue }
            let scalars = TemplateText.folded(
                word, folding, ignoresBlanks: grammar.ignoresBlanks)
            if let literal = trieLiteral(scalars) { numbers[literal] = number }
        }
        return numbers
    }

    // MARK: Templates

    /// Compiles a template for `owner`.
    mutating func addTemplate(
        _ expression: TemplateExpression, owner: Int32, scope: inout Scope
    ) throws(TemplateError) {
        let root = try node(expression, scope: &scope)
        guard grammar.graph.cost(root) <= GraphBuilder.costLimit else {
            throw TemplateError(
                offset: 0,
                message: "the template has too many ways around its slots; split it in two")
        }
        grammar.templates.append(
            TemplateGrammar.CompiledTemplate(
                root: root, owner: owner,
                start: edge(starts.scalars(of: root, in: grammar.graph)),
                end: edge(ends.scalars(of: root, in: grammar.graph))))
        grammar.conditions.append(condition(of: root))
    }

    private mutating func edge(_ scalars: Set<UInt32>?) -> Int32 {
        let edge = EdgeScalars(scalars)
        if let index = edgeIndices[edge] { return index }
        let index = Int32(grammar.edges.count)
        grammar.edges.append(edge)
        edgeIndices[edge] = index
        return index
    }

    /// The finished grammar; what is added later is for an overlay.
    mutating func finished() -> TemplateGrammar {
        let finished = TemplateGrammar(grammar)
        isFinished = true
        grammar.graph = GraphBuilder()
        starts = EdgeFinder(.start)
        grammar.lists = []
        return finished
    }

    /// Lists that replace those of the finished grammar.
    func overlay(indices: [Int32]) -> ListOverlay {
        ListOverlay(grammar, indices: indices)
    }

    mutating func node(
        _ expression: TemplateExpression, scope: inout Scope
    ) throws(TemplateError) -> Int32 {
        switch expression {
        case .text(let text):
            return grammar.graph.literal(
                TemplateText.folded(text, folding, ignoresBlanks: grammar.ignoresBlanks))
        case .sequence(let items): return grammar.graph.sequence(try nodes(items, &scope))
        case .alternatives(let items):
            return grammar.graph.alternatives(try nodes(items, &scope))
        case .permutation(let items):
            return try permutation(try nodes(items, &scope))
        case .slot(let list, let name, let offset):
            let index = try listIndex(list, offset: offset, scope: scope)
            return grammar.graph.slot(
                TemplateGraph.Slot(list: index, name: slotIndex(name)))
        case .rule(let name, let offset): return try rule(name, offset: offset, scope: &scope)
        }
    }

    private mutating func nodes(
        _ expressions: [TemplateExpression], _ scope: inout Scope
    ) throws(TemplateError) -> [Int32] {
        var out: [Int32] = []
        for expression in expressions { out.append(try node(expression, scope: &scope)) }
        return out
    }

    private mutating func listIndex(
        _ list: String, offset: Int, scope: Scope
    ) throws(TemplateError) -> Int32 {
        if let index = scope.lists[list] ?? grammar.listIndices[list] { return index }
        let index: Int32
        switch undeclaredLists {
        case .areErrors:
            throw TemplateError(
                offset: offset,
                message: Suggestion.unknown("list", list, Array(grammar.listIndices.keys)))
        case .comeWithTheText: index = addOutsideList()
        case .areWildcards:
            index = add(
                CompiledList(.wildcard, outsideCondition: outsideCondition()),
                condition: ConditionNet.always)
        }
        grammar.listIndices[list] = index
        return index
    }

    mutating func slotIndex(_ name: String) -> Int32 {
        if let index = slotIndices[name] { return index }
        let index = Int32(grammar.slotNames.count)
        grammar.slotNames.append(name)
        slotIndices[name] = index
        return index
    }

    private mutating func rule(
        _ name: String, offset: Int, scope: inout Scope
    ) throws(TemplateError) -> Int32 {
        if let node = scope.nodes[name] { return node }
        guard let expression = scope.rules[name] ?? rules[name] else {
            throw TemplateError(
                offset: offset,
                message: Suggestion.unknown(
                    "rule", name, Array(rules.keys) + Array(scope.rules.keys)))
        }
        guard scope.open.insert(name).inserted else {
            throw TemplateError(
                offset: offset, message: "<\(name)> contains itself; write it without recursion")
        }
        let node: Int32
        do {
            node = try self.node(expression, scope: &scope)
        } catch {
            // The place that counts is where the template uses the rule.
            throw TemplateError(offset: offset, message: "in <\(name)>: \(error.message)")
        }
        scope.open.remove(name)
        guard grammar.graph.height(node) <= GraphBuilder.heightLimit else {
            throw TemplateError(offset: offset, message: "<\(name)> is nested too deep; flatten it")
        }
        scope.nodes[name] = node
        return node
    }

    /// Every order of the items, built from the sets that remain so that equal rests are one node.
    private mutating func permutation(_ items: [Int32]) throws(TemplateError) -> Int32 {
        let arePure = items.allSatisfy { grammar.graph.nodes[Int($0)].isPure }
        let limit = arePure ? Self.permutationLimit : Self.permutationLimitWithSlots
        guard items.count <= limit else {
            throw TemplateError(
                offset: 0,
                message: "\(items.count) items in any order are too many; at most \(limit)")
        }
        let blank = grammar.graph.literal(grammar.ignoresBlanks ? [] : [TemplateText.blank])
        var rests = [Int32](repeating: grammar.graph.literal([]), count: 1 << items.count)
        for rest in 1..<(1 << items.count) {
            var orders: [Int32] = []
            for (index, item) in items.enumerated() where rest & (1 << index) != 0 {
                let others = rests[rest & ~(1 << index)]
                let parts = rest == 1 << index ? [item] : [item, blank, others]
                orders.append(grammar.graph.sequence(parts))
            }
            rests[rest] = grammar.graph.alternatives(orders)
        }
        return rests[rests.count - 1]
    }

    // MARK: Conditions

    private mutating func condition(of node: Int32) -> Int32 {
        if let known = conditions[node] { return known }
        let parts = grammar.graph.nodes[Int(node)]
        let range = Int(parts.first)..<Int(parts.first + parts.count)
        let condition: Int32
        switch parts.kind {
        case .literal:
            condition =
                trieLiteral(Array(grammar.graph.literals[range]))
                .map { grammar.literalConditions[Int($0)] } ?? ConditionNet.always
        case .slot:
            let list = grammar.graph.slots[range.lowerBound].list
            condition = listConditions[Int(list)]
        case .sequence:
            condition = grammar.net.all(
                grammar.graph.children[range].map { self.condition(of: $0) })
        case .alternatives:
            condition = grammar.net.any(
                grammar.graph.children[range].map { self.condition(of: $0) })
        }
        conditions[node] = condition
        return condition
    }

    /// The literal of the trie without the blanks around; nil where nothing is left.
    private mutating func trieLiteral(_ scalars: [UInt32]) -> Int32? {
        var part = scalars[...]
        while part.first == TemplateText.blank { part.removeFirst() }
        while part.last == TemplateText.blank { part.removeLast() }
        if part.isEmpty { return nil }
        let text = Array(part)
        if let index = literalIndices[text] { return index }
        if isFinished { return nil }
        let index = Int32(grammar.literals.count)
        grammar.literals.append(text)
        literalIndices[text] = index
        grammar.literalConditions.append(grammar.net.leaf())
        return index
    }
}
