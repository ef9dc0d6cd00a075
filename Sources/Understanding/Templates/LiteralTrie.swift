/// All literals of a grammar in one trie: finds every one that occurs in a text in one pass.
struct LiteralTrie: Sendable {
    /// One occurrence: the literal and where it ends.
    struct Occurrence {
        var literal: Int32
        var end: Int32
    }

    /// Edges out of a state: where its labels lie close together, a row of targets by label;
    /// elsewhere labels and targets side by side, ascending.
    private struct State: Sendable, BitwiseCopyable, Equatable {
        /// Lowest label of a row; its targets are `targets[first..<first + span]`.
        var lowest: UInt32 = 0
        var span: UInt32 = 0
        var first: Int32 = 0
        /// Number of labels `labels[first..<first + count]`, 0 for a row.
        var count: Int32 = 0
        var literal: Int32 = -1
    }

    private var states: [State] = [State()]
    /// State that an edge leads to, −1 for none.
    private var targets: [Int32] = []
    /// Label of each target; unused in rows.
    private var labels: [UInt32] = []

    init(_ literals: [[UInt32]]) {
        let sorted = literals.indices.sorted {
            literals[$0].lexicographicallyPrecedes(literals[$1])
        }
        var level = [(state: 0, range: sorted.startIndex..<sorted.endIndex, depth: 0)]
        var next = 0
        while next < level.count {
            let (state, range, depth) = level[next]
            next += 1
            var rest = range
            while let first = rest.first, literals[sorted[first]].count == depth {
                states[state].literal = Int32(sorted[first])
                rest = rest.dropFirst()
            }
            var edges: [(label: UInt32, target: Int32)] = []
            while let first = rest.first {
                let label = literals[sorted[first]][depth]
                let end = rest.first { literals[sorted[$0]][depth] != label } ?? rest.endIndex
                edges.append((label, Int32(states.count)))
                level.append((states.count, first..<end, depth + 1))
                states.append(State())
                rest = end..<rest.endIndex
            }
            add(edges, to: state)
        }
    }

    private mutating func add(_ edges: [(label: UInt32, target: Int32)], to state: Int) {
        guard let first = edges.first, let last = edges.last else { return }
        states[state].first = Int32(targets.count)
        states[state].lowest = first.label
        let span = Int(last.label - first.label) + 1
        if span <= 4 * edges.count + 32 {
            states[state].span = UInt32(span)
            let start = targets.count
            targets += [Int32](repeating: -1, count: span)
            labels += [UInt32](repeating: 0, count: span)
            for edge in edges { targets[start + Int(edge.label - first.label)] = edge.target }
        } else {
            states[state].count = Int32(edges.count)
            for edge in edges {
                labels.append(edge.label)
                targets.append(edge.target)
            }
        }
    }

    func write(to writer: inout ByteWriter) {
        writer.array(states)
        writer.array(targets)
        writer.array(labels)
    }

    /// The trie of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let states: [State] = reader.array(), let targets: [Int32] = reader.array(),
            let labels: [UInt32] = reader.array(), !states.isEmpty, labels.count == targets.count
        else { return nil }
        self.states = states
        self.targets = targets
        self.labels = labels
    }

    /// Walks all places of a text: calls `place` at each, and then `found` for every literal that starts
    /// there, the shortest first.
    func scan(
        _ scalars: [UInt32], place: (Int) -> Void, found: (Occurrence) -> Void
    ) {
        scalars.withUnsafeBufferPointer { scalars in
            states.withUnsafeBufferPointer { states in
                targets.withUnsafeBufferPointer { targets in
                    let walk = Walk(states: states, targets: targets, labels: labels)
                    for start in scalars.indices {
                        place(start)
                        walk.occurrences(in: scalars, at: start, found)
                    }
                }
            }
        }
    }

    /// The trie while a text is walked.
    private struct Walk {
        let states: UnsafeBufferPointer<State>
        let targets: UnsafeBufferPointer<Int32>
        let labels: [UInt32]

        func occurrences(
            in scalars: UnsafeBufferPointer<UInt32>, at start: Int, _ found: (Occurrence) -> Void
        ) {
            var number = 0
            var position = start
            while position < scalars.count {
                let target = step(from: number, scalars[position])
                if target < 0 { return }
                number = Int(target)
                position += 1
                let literal = states[number].literal
                if literal >= 0 { found(Occurrence(literal: literal, end: Int32(position))) }
            }
        }

        /// The state that the label leads to, −1 for none.
        private func step(from number: Int, _ label: UInt32) -> Int32 {
            let state = states[number]
            if state.count == 0 {
                let place = label &- state.lowest
                return place < state.span ? targets[Int(state.first) + Int(place)] : -1
            }
            var low = Int(state.first)
            let end = low + Int(state.count)
            var high = end
            while low < high {
                let middle = (low + high) / 2
                if labels[middle] < label { low = middle + 1 } else { high = middle }
            }
            return low < end && labels[low] == label ? targets[low] : -1
        }
    }
}

extension Array {
    /// The element, or nil outside of the bounds.
    subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
