/// Where the parts of a grammar without slots match in one text; every (node, place) is worked out
/// once, for all templates together.
struct PureSearch {
    /// One way that a match ends.
    struct End {
        var position: Int32
        /// A word can start here: blanks on both sides are skipped.
        var isWordStart: Bool
        /// Literal scalars matched on the way.
        var matched: Int32
    }

    let graph: TemplateGraph
    let text: [UInt32]
    private(set) var pool: [End] = []
    private var stack: [End] = []
    private var memory = PlaceMemory(capacity: 32)
    /// Index into the stack by place, for dropping doubles; −1 where free.
    private var seen: [Int32]

    init(graph: TemplateGraph, text: [UInt32]) {
        self.graph = graph
        self.text = text
        seen = [Int32](repeating: -1, count: 2 * (text.count + 1))
        pool.reserveCapacity(16)
        stack.reserveCapacity(16)
    }

    /// The place after blanks.
    func skippingBlanks(_ position: Int32) -> Int32 {
        var position = position
        while position < text.count, text[Int(position)] == TemplateText.blank { position += 1 }
        return position
    }

    /// Where a literal ends; blanks of the literal also match the end of the text.
    func end(ofLiteral node: TemplateGraph.Node, _ start: Int32, _ isWordStart: Bool) -> End? {
        var index = Int(node.first)
        let end = index + Int(node.count)
        if index == end { return End(position: start, isWordStart: isWordStart, matched: 0) }
        var position = Int(start)
        if isWordStart {
            position = Int(skippingBlanks(start))
            while index < end, graph.literals[index] == TemplateText.blank { index += 1 }
            if index == end {
                return End(position: Int32(position), isWordStart: true, matched: 0)
            }
        }
        let from = position
        let count = text.count
        while index < end {
            let scalar = graph.literals[index]
            if position < count, text[position] == scalar {
                position += 1
            } else if position < count || scalar != TemplateText.blank {
                return nil
            }
            index += 1
        }
        return End(
            position: Int32(position),
            isWordStart: graph.literals[end - 1] == TemplateText.blank,
            matched: Int32(position - from))
    }

    /// Every way that a pure node ends, as a range of the pool.
    mutating func ends(_ id: Int32, _ start: Int32, _ isWordStart: Bool) -> Range<Int32> {
        let key = PlaceMemory.key(id, start, isWordStart)
        if let known = memory.range(key) { return known }
        let node = graph.nodes[Int(id)]
        let low = stack.count
        switch node.kind {
        case .literal:
            if let end = end(ofLiteral: node, start, isWordStart) { stack.append(end) }
        case .alternatives:
            let origin = End(position: start, isWordStart: isWordStart, matched: 0)
            for index in node.first..<(node.first + node.count) {
                push(graph.children[Int(index)], after: origin)
            }
            compact(from: low, to: low)
        case .sequence:
            stack.append(End(position: start, isWordStart: isWordStart, matched: 0))
            for index in node.first..<(node.first + node.count) {
                let high = stack.count
                for place in low..<high {
                    push(graph.children[Int(index)], after: stack[place])
                }
                compact(from: high, to: low)
                if stack.count == low { break }
            }
        case .slot: break
        }
        let first = Int32(pool.count)
        for index in low..<stack.count { pool.append(stack[index]) }
        drop(to: low)
        let range = first..<Int32(pool.count)
        memory.remember(key, range)
        return range
    }

    private mutating func push(_ child: Int32, after before: End) {
        let node = graph.nodes[Int(child)]
        if node.kind == .literal {
            guard var end = end(ofLiteral: node, before.position, before.isWordStart) else {
                return
            }
            end.matched += before.matched
            stack.append(end)
            return
        }
        for index in ends(child, before.position, before.isWordStart) {
            var end = pool[Int(index)]
            end.matched += before.matched
            stack.append(end)
        }
    }

    /// Few entries at a time, so one by one is cheapest.
    private mutating func drop(to count: Int) {
        while stack.count > count { stack.removeLast() }
    }

    /// Moves the top of the stack down, one entry a place: the one with the most literal scalars.
    private mutating func compact(from: Int, to low: Int) {
        if stack.count - from <= 1 {
            if stack.count > from { stack[low] = stack[from] }
            drop(to: low + stack.count - from)
            return
        }
        var next = low
        for index in from..<stack.count {
            let end = stack[index]
            let place = Int(end.position) * 2 + (end.isWordStart ? 1 : 0)
            let known = Int(seen[place])
            if known >= 0 {
                if end.matched > stack[known].matched { stack[known] = end }
            } else {
                seen[place] = Int32(next)
                stack[next] = end
                next += 1
            }
        }
        drop(to: next)
        for index in low..<next {
            seen[Int(stack[index].position) * 2 + (stack[index].isWordStart ? 1 : 0)] = -1
        }
    }
}
