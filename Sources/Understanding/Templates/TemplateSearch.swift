/// Matches the candidate templates of a grammar against one text.
///
/// Dynamic programming over (node, position): a frontier of places is advanced through a template,
/// each place with its best score and the slots filled on the way. A score is one number, because
/// every term adds up along a parse; from the highest digit down: text in the preferred slot,
/// fewest wildcards, most literal scalars, fewest scalars in wildcards.
struct TemplateSearch {
    /// Longest text, in scalars: what keeps the digits of a score apart, and the time bounded.
    static let textLimit = 1_024
    private static let literalScore: Int64 = 1 << 15
    private static let wildcardScore: Int64 = 1 << 30
    private static let preferredScore: Int64 = 1 << 45

    struct Entry {
        var score: Int64
        var position: Int32
        /// Last of the captures, −1 for none.
        var capture: Int32
        /// Which required context keys the values on the way have brought.
        var brought: UInt8
        var isWordStart: Bool
    }

    struct Capture {
        var slot: Int32
        var content: Content
        var start: Int32
        var end: Int32
        /// The capture before, −1 for none.
        var previous: Int32
        var isWildcard: Bool

        enum Content {
            case value(list: Int32, index: Int32)
            case number(Double)
            /// The text between the places.
            case text
        }
    }

    /// One way to end a list.
    struct ListEnd {
        var position: Int32
        var matched: Int32
        var content: Capture.Content
    }

    private let grammar: TemplateGrammar
    private let graph: TemplateGraph
    private let overlay: ListOverlay?
    let scan: TextScan
    private var pure: PureSearch
    /// The values of the overlay's lists.
    private var overlayPure: PureSearch?
    /// Index of the slot name that is preferred, −1 for none.
    let preferred: Int32
    private(set) var captures: [Capture] = []
    private var stack: [Entry] = []
    private var listPool: [ListEnd] = []
    private var listMemory = PlaceMemory(capacity: 16)
    private var seen: [Int32]
    private var context: ContextCheck = .none

    init(
        grammar: TemplateGrammar, overlay: ListOverlay?, scan: TextScan, preferred: Int32
    ) {
        self.grammar = grammar
        graph = grammar.graph
        self.overlay = overlay
        self.scan = scan
        self.preferred = preferred
        pure = PureSearch(graph: grammar.graph, text: scan.text)
        seen = [Int32](repeating: -1, count: 2 * (scan.text.count + 1))
        stack.reserveCapacity(32)
    }

    /// The best parse of the whole text by a template; nil where it does not match.
    mutating func best(root: Int32, context: ContextCheck) -> Entry? {
        self.context = context
        let places = 2 * (scan.text.count + 1) * (Int(context.needed) + 1)
        if seen.count < places { seen = [Int32](repeating: -1, count: places) }
        stack.removeAll(keepingCapacity: true)
        stack.append(
            Entry(score: 0, position: 0, capture: -1, brought: 0, isWordStart: true))
        advance(root, from: 0, isLast: true, next: -1)
        var best: Entry?
        for entry in stack where entry.brought == context.needed {
            guard pure.skippingBlanks(entry.position) == scan.text.count else { continue }
            if let known = best, known.score >= entry.score { continue }
            best = entry
        }
        return best
    }

    /// Replaces the entries from `low` on by those after the node.
    /// `next` is what follows in the sequence, −1 where that is not known.
    private mutating func advance(_ id: Int32, from low: Int, isLast: Bool, next: Int32) {
        let node = graph.nodes[Int(id)]
        let range = Int(node.first)..<Int(node.first + node.count)
        if node.isPure {
            let high = stack.count
            pushPure(id, node, low..<high)
            compact(from: high, to: low)
            return
        }
        switch node.kind {
        case .literal: break
        case .sequence:
            for index in range {
                let isEnd = index + 1 == range.upperBound
                let following = isEnd ? next : graph.children[index + 1]
                advance(
                    graph.children[index], from: low, isLast: isLast && isEnd,
                    next: following)
                if stack.count == low { return }
            }
        case .alternatives:
            let high = stack.count
            for index in range {
                let child = graph.children[index]
                let childNode = graph.nodes[Int(child)]
                if childNode.isPure {
                    pushPure(child, childNode, low..<high)
                } else {
                    let start = stack.count
                    for entry in low..<high { stack.append(stack[entry]) }
                    advance(child, from: start, isLast: isLast, next: next)
                }
            }
            compact(from: high, to: low)
        case .slot:
            let high = stack.count
            let slot = graph.slots[range.lowerBound]
            if kind(of: slot.list) == .wildcard {
                pushWildcard(slot, low..<high, isLast: isLast, next: next)
            } else {
                pushList(slot, low..<high)
            }
            compact(from: high, to: low)
        }
    }

    private mutating func pushPure(
        _ id: Int32, _ node: TemplateGraph.Node, _ entries: Range<Int>
    ) {
        for index in entries {
            let entry = stack[index]
            if node.kind == .literal {
                if let end = pure.end(ofLiteral: node, entry.position, entry.isWordStart) {
                    push(entry, after: end)
                }
            } else {
                for place in pure.ends(id, entry.position, entry.isWordStart) {
                    push(entry, after: pure.pool[Int(place)])
                }
            }
        }
    }

    private mutating func push(_ entry: Entry, after end: PureSearch.End) {
        var entry = entry
        entry.position = end.position
        entry.isWordStart = end.isWordStart
        entry.score += Int64(end.matched) * Self.literalScore
        stack.append(entry)
    }

    private mutating func pushList(_ slot: TemplateGraph.Slot, _ entries: Range<Int>) {
        for index in entries {
            let entry = stack[index]
            let start = entry.isWordStart ? pure.skippingBlanks(entry.position) : entry.position
            for place in listEnds(slot.list, entry.position, entry.isWordStart) {
                let end = listPool[Int(place)]
                guard let brought = brought(by: end.content) else { continue }
                captures.append(
                    Capture(
                        slot: slot.name, content: end.content, start: start, end: end.position,
                        previous: entry.capture, isWildcard: false))
                var score = entry.score + Int64(end.matched) * Self.literalScore
                if slot.name == preferred {
                    score += Int64(end.position - start) * Self.preferredScore
                }
                stack.append(
                    Entry(
                        score: score, position: end.position,
                        capture: Int32(captures.count - 1), brought: entry.brought | brought,
                        isWordStart: true))
            }
        }
    }

    /// The required context keys that a value brings; nil where its context is not allowed.
    private func brought(by content: Capture.Content) -> UInt8? {
        guard case .value(let id, let index) = content else { return 0 }
        let place = overlayIndex(id)
        if place >= 0, let overlay {
            guard overlay.lists[Int(place)].haveContext else { return 0 }
            return context.brought(by: overlay.lists[Int(place)].values[Int(index)].context)
        }
        guard grammar.lists[Int(id)].haveContext else { return 0 }
        return context.brought(by: grammar.lists[Int(id)].values[Int(index)].context)
    }

    private func kind(of list: Int32) -> CompiledList.Kind {
        let place = overlayIndex(list)
        if place >= 0, let overlay { return overlay.lists[Int(place)].kind }
        return grammar.lists[Int(list)].kind
    }

    private func overlayIndex(_ list: Int32) -> Int32 {
        guard let overlay else { return -1 }
        return overlay.indices[Int(list)]
    }

    /// A wildcard ends anywhere behind its start. The best start for an end is the best of all
    /// starts before it, so one sweep from left to right serves every entry.
    private mutating func pushWildcard(
        _ slot: TemplateGraph.Slot, _ entries: Range<Int>, isLast: Bool, next: Int32
    ) {
        let count = Int32(scan.text.count)
        var literal = next >= 0 ? graph.nodes[Int(next)] : nil
        if literal?.kind != .literal || isLast { literal = nil }
        for group in 0...context.needed {
            var starts: [(start: Int32, entry: Int)] = []
            for index in entries where stack[index].brought == group {
                let start = pure.skippingBlanks(stack[index].position)
                if start < count { starts.append((start, index)) }
            }
            if starts.count > 1 { starts.sort { $0.start < $1.start } }
            guard let first = starts.first else { continue }
            var best = first
            var bestScore = Int64.min
            var upcoming = 0
            for end in (isLast ? count : first.start + 1)...count {
                while upcoming < starts.count, starts[upcoming].start < end {
                    let candidate = starts[upcoming]
                    let score = stack[candidate.entry].score + Int64(candidate.start)
                    if score > bestScore {
                        bestScore = score
                        best = candidate
                    }
                    upcoming += 1
                }
                let isWordStart = scan.text[Int(end) - 1] == TemplateText.blank
                if let literal, pure.end(ofLiteral: literal, end, isWordStart) == nil { continue }
                let entry = stack[best.entry]
                pushWildcard(slot, from: best.start, to: end, after: entry, isWordStart)
            }
        }
    }

    private mutating func pushWildcard(
        _ slot: TemplateGraph.Slot, from start: Int32, to end: Int32, after entry: Entry,
        _ isWordStart: Bool
    ) {
        captures.append(
            Capture(
                slot: slot.name, content: .text, start: start, end: end,
                previous: entry.capture, isWildcard: true))
        stack.append(
            Entry(
                score: entry.score - Self.wildcardScore - Int64(end - start), position: end,
                capture: Int32(captures.count - 1), brought: entry.brought,
                isWordStart: isWordStart))
    }

    /// Every way that a list matches at a place, as a range of the list pool.
    private mutating func listEnds(
        _ list: Int32, _ position: Int32, _ isWordStart: Bool
    ) -> Range<Int32> {
        let key = PlaceMemory.key(list, position, isWordStart)
        if let known = listMemory.range(key) { return known }
        let first = Int32(listPool.count)
        let start = isWordStart ? pure.skippingBlanks(position) : position
        if start < scan.text.count {
            let place = overlayIndex(list)
            if place >= 0, let overlay {
                addEnds(of: overlay.lists[Int(place)], list, start, isOverlay: true)
            } else {
                addEnds(of: grammar.lists[Int(list)], list, start, isOverlay: false)
            }
        }
        let range = first..<Int32(listPool.count)
        listMemory.remember(key, range)
        return range
    }

    private mutating func addEnds(
        of list: CompiledList, _ id: Int32, _ start: Int32, isOverlay: Bool
    ) {
        switch list.kind {
        case .wildcard: break
        case .values:
            for place in list.places(startingWith: scan.text[Int(start)]) {
                let index = list.value(at: place)
                addValue(list.values[Int(index)].node, id, index, start, isOverlay: isOverlay)
            }
            for index in list.others {
                addValue(list.values[Int(index)].node, id, index, start, isOverlay: isOverlay)
            }
        case .range:
            scan.numbers(in: list, at: start) { number, end in
                listPool.append(ListEnd(position: end, matched: 0, content: .number(number)))
            }
        case .outside:
            for span in scan.spans where span.list == id && span.start == start {
                listPool.append(ListEnd(position: span.end, matched: 0, content: .text))
            }
        }
    }

    private mutating func addValue(
        _ node: Int32, _ list: Int32, _ index: Int32, _ start: Int32, isOverlay: Bool
    ) {
        if isOverlay, overlayPure == nil, let overlay {
            overlayPure = PureSearch(graph: overlay.graph, text: scan.text)
        }
        let places =
            isOverlay
            ? overlayPure?.ends(node, start, true) ?? 0..<0 : pure.ends(node, start, true)
        for place in places {
            let end = isOverlay ? overlayPure?.pool[Int(place)] : pure.pool[Int(place)]
            guard let end, end.position > start else { continue }
            listPool.append(
                ListEnd(
                    position: end.position, matched: end.matched,
                    content: .value(list: list, index: index)))
        }
    }

    /// Few entries at a time, so one by one is cheapest.
    private mutating func drop(to count: Int) {
        while stack.count > count { stack.removeLast() }
    }

    /// Moves the top of the stack down, one entry a place: the one with the best score, the first
    /// of equals.
    private mutating func compact(from: Int, to low: Int) {
        if stack.count - from <= 1 {
            if stack.count > from { stack[low] = stack[from] }
            drop(to: low + stack.count - from)
            return
        }
        var next = low
        for index in from..<stack.count {
            let entry = stack[index]
            let place = place(of: entry)
            let known = Int(seen[place])
            if known >= 0 {
                if entry.score > stack[known].score { stack[known] = entry }
            } else {
                seen[place] = Int32(next)
                stack[next] = entry
                next += 1
            }
        }
        drop(to: next)
        for index in low..<next { seen[place(of: stack[index])] = -1 }
    }

    private func place(of entry: Entry) -> Int {
        (Int(entry.brought) * (scan.text.count + 1) + Int(entry.position)) * 2
            + (entry.isWordStart ? 1 : 0)
    }
}
