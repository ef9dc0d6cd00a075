/// What must occur in a text so that a template can match at all.
///
/// A monotone net of threshold gates over the grammar's literals: `any` fires with its first input,
/// `all` with its last. A text fires its literals; the gates that are reached say which templates
/// are worth a search. The conditions are necessary, not sufficient.
struct ConditionNet: Sendable {
    /// Holds for every text.
    static let always: Int32 = -1

    private var needed: [UInt16] = []
    private var inputs: [[Int32]] = []
    private var gates: [Gate: Int32] = [:]
    /// Parents of gate g: `parents[parentStarts[g]..<parentStarts[g + 1]]`, after `seal()`.
    private var parentStarts: [Int32] = []
    private var parents: [Int32] = []

    private struct Gate: Hashable {
        var needed: UInt16
        var inputs: [Int32]
    }

    var count: Int { needed.count }

    /// A new condition that only the text fires.
    mutating func leaf() -> Int32 {
        needed.append(1)
        inputs.append([])
        return Int32(needed.count - 1)
    }

    mutating func any(_ conditions: [Int32]) -> Int32 {
        if conditions.contains(Self.always) { return Self.always }
        return gate(needing: 1, of: Array(Set(conditions)).sorted())
    }

    mutating func all(_ conditions: [Int32]) -> Int32 {
        let distinct = Set(conditions).subtracting([Self.always]).sorted()
        if distinct.isEmpty { return Self.always }
        // A text cannot hold so many different things; fewer inputs are a weaker, still necessary
        // condition.
        let inputs = Array(distinct.prefix(1_000))
        return gate(needing: UInt16(inputs.count), of: inputs)
    }

    private mutating func gate(needing count: UInt16, of conditions: [Int32]) -> Int32 {
        if conditions.count == 1 { return conditions[0] }
        let gate = Gate(needed: count, inputs: conditions)
        if let known = gates[gate] { return known }
        let id = Int32(needed.count)
        needed.append(count)
        inputs.append(conditions)
        gates[gate] = id
        return id
    }

    /// Turns inputs into parents; no condition may be added after.
    mutating func seal() {
        var counts = [Int32](repeating: 0, count: needed.count + 1)
        for list in inputs {
            for input in list { counts[Int(input) + 1] += 1 }
        }
        for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
        parentStarts = counts
        parents = [Int32](repeating: 0, count: Int(counts.last ?? 0))
        var next = counts
        for (gate, list) in inputs.enumerated() {
            for input in list {
                parents[Int(next[Int(input)])] = Int32(gate)
                next[Int(input)] += 1
            }
        }
        inputs = []
        gates = [:]
    }

    /// One text's firing.
    struct Firing {
        fileprivate var counts: [UInt16]
        /// Every condition that holds, in the order of firing.
        private(set) var fired: [Int32] = []

        init(_ net: ConditionNet) {
            counts = [UInt16](repeating: 0, count: net.count)
            fired.reserveCapacity(256)
        }

        /// Fires a leaf, and every gate that it completes.
        mutating func fire(_ leaf: Int32, in net: ConditionNet) {
            guard counts[Int(leaf)] == 0 else { return }
            counts[Int(leaf)] = 1
            var next = fired.count
            fired.append(leaf)
            while next < fired.count {
                let gate = Int(fired[next])
                next += 1
                for edge in net.parentStarts[gate]..<net.parentStarts[gate + 1] {
                    let parent = Int(net.parents[Int(edge)])
                    counts[parent] &+= 1
                    if counts[parent] == net.needed[parent] { fired.append(Int32(parent)) }
                }
            }
        }
    }
}
