import Testing

@testable import Understanding

@Suite("Condition net")
struct ConditionNetTests {
    /// What a gate needs, as the test built it.
    private enum Gate {
        case leaf
        case any([Int32])
        case all([Int32])
    }

    @Test("a text fires just the gates whose inputs it holds", arguments: 0..<40 as Range<UInt64>)
    func firing(seed: UInt64) {
        var shuffle = Shuffle(seed: seed)
        var net = ConditionNet()
        var gates: [Int32: Gate] = [:]
        let leaves = (0..<60).map { _ in net.leaf() }
        for leaf in leaves { gates[leaf] = .leaf }
        var known = leaves
        for _ in 0..<200 {
            let inputs = (0..<1 + shuffle.below(4)).map { _ in known[shuffle.below(known.count)] }
            let isAll = shuffle.below(2) == 0
            let gate = isAll ? net.all(inputs) : net.any(inputs)
            // One input is its own gate.
            guard gates[gate] == nil else { continue }
            gates[gate] = isAll ? .all(inputs) : .any(inputs)
            known.append(gate)
        }
        net.seal()
        let held = Set(leaves.filter { _ in shuffle.below(3) == 0 })
        func holds(_ condition: Int32) -> Bool {
            switch gates[condition] {
            case .leaf: held.contains(condition)
            case .any(let inputs): inputs.contains(where: holds)
            case .all(let inputs): inputs.allSatisfy(holds)
            case nil: false
            }
        }
        var firing = ConditionNet.Firing(net)
        for leaf in held.sorted() { firing.fire(leaf) }
        var fired: [Int32] = []
        firing.forEachFired(in: net) { fired.append($0) }
        #expect(fired == known.sorted().filter(holds), "seed \(seed)")
    }

    @Test("what always holds needs nothing, and an empty choice never holds")
    func edges() {
        var net = ConditionNet()
        let leaf = net.leaf()
        #expect(net.any([leaf, ConditionNet.always]) == ConditionNet.always)
        #expect(net.all([ConditionNet.always]) == ConditionNet.always)
        #expect(net.all([leaf, ConditionNet.always, leaf]) == leaf)
        let none = net.any([])
        net.seal()
        var firing = ConditionNet.Firing(net)
        firing.fire(leaf)
        var fired: [Int32] = []
        firing.forEachFired(in: net) { fired.append($0) }
        #expect(fired == [leaf])
        #expect(none != leaf)
    }
}
