import Dialogue
import Facts
public import Triage
import Understanding

/// Walks conversations that no transcript takes, and drafts the missing cases.
///
/// A walk opens a flow with a phrase of the pack, as some customer of the shop, and answers what is asked at random;
/// now and then an action's outcome is given, or nobody answers until the state's time is up. What reaches something
/// new is kept. The same seed walks alike everywhere.
public struct Explorer: Sendable {
    let world: World
    let pool: LinePool
    let customers: [String]
    /// Walks for each flow.
    let walks: Int

    /// A case that reaches something that no transcript did.
    public struct Draft: Sendable {
        public var flow: String
        /// What it reaches, sorted.
        public var reached: [CoverageItem]
        /// A whole file in `.talk` syntax.
        public var text: String
    }

    /// `customers`: ids of the demo shop's customers.
    public init(
        handbook: Handbook, transcripts: [Transcript], customers: [String], walks: Int
    ) {
        var handbook = handbook
        handbook.book.isTraced = true
        world = World(handbook: handbook)
        pool = LinePool(handbook, transcripts: transcripts)
        self.customers = customers
        self.walks = walks
    }

    /// The flows to walk in, sorted.
    public var flows: [String] { world.handbook.book.flows.keys.sorted() }

    /// Drafts for one flow; `missed`: what no transcript has reached.
    public func drafts(in flow: String, missed: Set<CoverageItem>, seed: UInt64) -> [Draft] {
        guard let flow = world.handbook.book.flows[flow] else { return [] }
        var wanted = missed.filter { concerns($0, flow) }
        var random = WalkRandom(seed: seed)
        var drafts: [Draft] = []
        let givens = givenOutcomes(in: flow, wanted)
        for _ in 0..<walks where !wanted.isEmpty {
            let customer = random.pick(customers)
            let given = random.chance(3) ? random.pick(givens) : nil
            var walk = Walk(
                explorer: self, flow: flow, customer: customer, given: given, random: random)
            let found = walk.run(wanted)
            random = walk.random
            guard !found.isEmpty, let text = walk.text(titled: Self.title(found)) else { continue }
            wanted.subtract(found)
            drafts.append(Draft(flow: flow.id, reached: Self.sorted(found), text: text))
        }
        return drafts
    }

    private static func sorted(_ items: Set<CoverageItem>) -> [CoverageItem] {
        items.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
    }

    private static func title(_ items: Set<CoverageItem>) -> String {
        let first = sorted(items).first
        return first.map { "\($0.kind.rawValue): \($0.name)" } ?? ""
    }

    private func concerns(_ item: CoverageItem, _ flow: Flow) -> Bool {
        switch item.kind {
        case .outcomes:
            actions(of: flow).contains { item.name.hasPrefix("\($0) ") }
        case .replies:
            item.name.hasPrefix("\(flow.id).") && item.name.hasSuffix("[\(pool.languages[0])]")
        case .states, .transitions, .guards, .timers:
            item.name.hasPrefix("\(flow.id)/") || item.name.hasPrefix("\(flow.id) ")
        case .rules: false
        }
    }

    private func actions(of flow: Flow) -> [String] {
        flow.facts.map(\.call.action)
            + flow.states.compactMap { state in
                guard case .perform(let use, _, _) = state.body else { return nil }
                return use.action
            }
            + flow.slots.compactMap { world.handbook.book.types[$0.type.name]?.choices?.action }
    }

    /// Outcomes that nobody has seen yet, to be given.
    private func givenOutcomes(in flow: Flow, _ wanted: Set<CoverageItem>) -> [TalkCall] {
        Set(actions(of: flow)).sorted().flatMap { action -> [TalkCall] in
            let outcomes = (world.handbook.book.actions[action]?.outcomes ?? []) + ["failed"]
            return outcomes.compactMap { outcome in
                guard outcome != "ok" else { return nil }
                return outcome == "failed"
                    ? TalkCall(name: action, times: 9, outcome: "timeout")
                    : TalkCall(name: action, times: 9, outcome: outcome)
            }
        }
    }
}

/// A seeded generator (SplitMix64).
struct WalkRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of them; nil where there is none.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[Int(next() % UInt64(elements.count))]
    }

    /// True once in `count` times.
    mutating func chance(_ count: UInt64) -> Bool { next() % count == 0 }
}
