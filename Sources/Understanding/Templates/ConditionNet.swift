/// What must occur in a text so that a template can match at all.
///
/// A monotone net of gates over the grammar's literals: `any` fires with one of its inputs, `all` with all of
/// them. A text fires its literals; the gates that are reached say which templates are worth a search. The
/// conditions are necessary, not sufficient. A gate's inputs are older than it, so their numbers are lower.
struct ConditionNet: Sendable {
    /// Holds for every text.
    static let always: Int32 = -1

    private var gates: [Gate] = []
    private var numbers: [Gate: Int32] = [:]
    /// Where the needs and the parents of each condition start, and behind the last one their ends; after
    /// `seal()`.
    private var starts: [Starts] = []
    /// Inputs of `all` gate g: from `starts[g].needs` to `starts[g + 1].needs`, none of others.
    private var needs: [Int32] = []
    /// The gates that condition c makes worth a look: from `starts[c].parents` to `starts[c + 1].parents`.
    private var parents: [Int32] = []

    private struct Starts: Sendable, BitwiseCopyable, Equatable {
        var needs: Int32 = 0
        var parents: Int32 = 0
    }

    private enum Gate: Hashable {
        case leaf
        case any([Int32])
        case all([Int32])
    }

    private(set) var count = 0

    /// A new condition that only the text fires.
    mutating func leaf() -> Int32 {
        add(.leaf)
    }

    mutating func any(_ conditions: [Int32]) -> Int32 {
        if conditions.contains(Self.always) { return Self.always }
        let inputs = Array(Set(conditions)).sorted()
        return inputs.count == 1 ? inputs[0] : gate(.any(inputs))
    }

    mutating func all(_ conditions: [Int32]) -> Int32 {
        let inputs = Set(conditions).subtracting([Self.always]).sorted()
        if inputs.isEmpty { return Self.always }
        return inputs.count == 1 ? inputs[0] : gate(.all(inputs))
    }

    private mutating func gate(_ gate: Gate) -> Int32 {
        if let known = numbers[gate] { return known }
        let number = add(gate)
        numbers[gate] = number
        return number
    }

    private mutating func add(_ gate: Gate) -> Int32 {
        gates.append(gate)
        count += 1
        return Int32(count - 1)
    }

    /// Turns gates into what a firing reads; no condition may be added after.
    ///
    /// Every input of an `any` gate leads to it, but of an `all` gate only the one that texts hold least often:
    /// words like "the" would lead to nearly all of them.
    mutating func seal() {
        let frequencies = frequencies
        var parents = [[Int32]](repeating: [], count: gates.count)
        starts = [Starts()]
        for (number, gate) in gates.enumerated() {
            switch gate {
            case .leaf: break
            case .any(let inputs):
                for input in inputs { parents[Int(input)].append(Int32(number)) }
            case .all(let inputs):
                let rarest = inputs.min { frequencies[Int($0)] < frequencies[Int($1)] }
                if let rarest { parents[Int(rarest)].append(Int32(number)) }
                needs += inputs
            }
            starts.append(Starts(needs: Int32(needs.count)))
        }
        for (number, gates) in parents.enumerated() {
            self.parents += gates
            starts[number + 1].parents = Int32(self.parents.count)
        }
        gates = []
        numbers = [:]
    }

    /// Of a net that is sealed.
    func write(to writer: inout ByteWriter) {
        writer.array(starts)
        writer.array(needs)
        writer.array(parents)
    }

    init() {}

    /// The sealed net of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let starts: [Starts] = reader.array(), let needs: [Int32] = reader.array(),
            let parents: [Int32] = reader.array(), let last = starts.last,
            Int(last.needs) == needs.count, Int(last.parents) == parents.count
        else { return nil }
        self.starts = starts
        self.needs = needs
        self.parents = parents
        count = starts.count - 1
    }

    /// How often texts hold each condition, by how many gates name it.
    private var frequencies: [Int] {
        var frequencies = [Int](repeating: 0, count: gates.count)
        for gate in gates {
            switch gate {
            case .leaf: break
            case .any(let inputs), .all(let inputs):
                for input in inputs where gates[Int(input)] == .leaf {
                    frequencies[Int(input)] += 1
                }
            }
        }
        for (number, gate) in gates.enumerated() {
            switch gate {
            case .leaf: break
            case .any(let inputs):
                frequencies[number] = inputs.reduce(0) { $0 + frequencies[Int($1)] }
            case .all(let inputs):
                frequencies[number] = inputs.map { frequencies[Int($0)] }.min() ?? 0
            }
        }
        return frequencies
    }

    /// One text's firing: first its leaves, then everything that follows from them.
    struct Firing {
        /// A bit for each condition that holds, or that may.
        private var bits: [UInt64]

        init(_ net: ConditionNet) {
            bits = [UInt64](repeating: 0, count: net.count / 64 + 1)
        }

        mutating func fire(_ leaf: Int32) { bits[Int(leaf) >> 6] |= 1 << UInt64(leaf & 63) }

        /// Calls `body` with every condition that holds, ascending.
        mutating func forEachFired(in net: ConditionNet, _ body: (Int32) -> Void) {
            bits.withUnsafeMutableBufferPointer { bits in
                net.starts.withUnsafeBufferPointer { starts in
                    net.needs.withUnsafeBufferPointer { needs in
                        net.parents.withUnsafeBufferPointer { parents in
                            let round = Round(
                                bits: bits, starts: starts, needs: needs, parents: parents)
                            round.forEachFired(body)
                        }
                    }
                }
            }
        }
    }

    /// A firing's bits and the net's tables while conditions follow from one another.
    private struct Round {
        let bits: UnsafeMutableBufferPointer<UInt64>
        let starts: UnsafeBufferPointer<Starts>
        let needs: UnsafeBufferPointer<Int32>
        let parents: UnsafeBufferPointer<Int32>

        func forEachFired(_ body: (Int32) -> Void) {
            for word in bits.indices {
                var rest = bits[word]
                while rest != 0 {
                    let bit = rest & (0 &- rest)
                    let number = word << 6 | rest.trailingZeroBitCount
                    let (own, next) = (starts[number], starts[number &+ 1])
                    if holdAll(own.needs, next.needs) {
                        body(Int32(truncatingIfNeeded: number))
                        fire(own.parents, next.parents)
                    } else {
                        bits[word] &= ~bit
                    }
                    // Parents have higher numbers, some of them in the same word.
                    rest = bits[word] & ~(bit | (bit &- 1))
                }
            }
        }

        /// Whether these inputs hold; true where there are none.
        private func holdAll(_ first: Int32, _ end: Int32) -> Bool {
            var place = Int(first)
            while place < Int(end) {
                let input = needs[place]
                if bits[Int(input) >> 6] & (1 << UInt64(input & 63)) == 0 { return false }
                place &+= 1
            }
            return true
        }

        private func fire(_ first: Int32, _ end: Int32) {
            var place = Int(first)
            while place < Int(end) {
                let gate = parents[place]
                bits[Int(gate) >> 6] |= 1 << UInt64(gate & 63)
                place &+= 1
            }
        }
    }
}
