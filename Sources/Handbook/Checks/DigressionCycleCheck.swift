import Desk
import Dialogue
import Facts

/// Circles over flows that start each other while the customer waits: what one has asked, the next one knows already,
/// so that nobody is asked anything until the limit of steps ends the turn.
struct DigressionCycleCheck {
    let draft: Draft
    let report: Report

    /// A flow, entered by `start:` from another one whose slots it takes along.
    private struct Entry: Hashable {
        var flow: String
        var from: String
    }

    /// A way from one flow to the next, and what must hold for it.
    private struct Way {
        var to: Entry
        var holds: [Condition]
    }

    /// Each entry is come by from many circles; where it leads is found out once.
    private struct KnownWays {
        private var known: [Entry: [Way]] = [:]

        mutating func ways(from entry: Entry, _ find: (Entry) -> [Way]) -> [Way] {
            if let ways = known[entry] { return ways }
            let ways = find(entry)
            known[entry] = ways
            return ways
        }
    }

    func run() {
        var reported: Set<Set<String>> = []
        var known = KnownWays()
        for flow in draft.flows {
            for case .flow(let next) in flow.flow.edges.map(\.step.destination) {
                let start = Entry(flow: next, from: flow.flow.id)
                guard let circle = circle(through: start, &known),
                    reported.insert(Set(circle)).inserted
                else { continue }
                report(circle)
            }
        }
    }

    /// The flows of a circle through an entry, the entry's first; nil where each has a condition that another excludes.
    private func circle(through start: Entry, _ known: inout KnownWays) -> [String]? {
        var path: [Way] = []
        var budget = 2000
        func search(_ entry: Entry) -> [String]? {
            guard path.count < 8, budget > 0 else { return nil }
            for way in known.ways(from: entry, ways(from:)) {
                budget -= 1
                path.append(way)
                defer { path.removeLast() }
                let conditions = path.flatMap(\.holds)
                guard Condition.all(conditions).impossibility == nil else { continue }
                if way.to == start { return [start.flow] + path.dropLast().map(\.to.flow) }
                guard !path.dropLast().contains(where: { $0.to == way.to }) else { continue }
                if let found = search(way.to) { return found }
            }
            return nil
        }
        return search(start)
    }

    /// Where a flow leads that is entered with another one's slots, before it asks anything.
    private func ways(from entry: Entry) -> [Way] {
        guard let flow = draft.flow(entry.flow)?.flow, let first = flow.states.first,
            let known = draft.flow(entry.from)?.flow.slots.map(\.id)
        else { return [] }
        var found: [Way] = []
        var seen: Set<String> = [first.id]
        var open: [(state: State, holds: [Condition])] = [(first, [])]
        while let (state, holds) = open.popLast() {
            switch state.body {
            case .confirm: continue
            case .collect(let slots, _):
                guard Set(slots).isSubset(of: known) else { continue }
            case .choose, .perform: break
            }
            for edge in flow.edges(of: state) where !edge.isHandler && edge.step.clear.isEmpty {
                let conditions = holds + Self.parts(of: edge.holds).filter { isShared($0, flow) }
                if case .flow(let other) = edge.step.destination {
                    found.append(Way(to: Entry(flow: other, from: flow.id), holds: conditions))
                } else if let target = edge.target.flatMap(flow.state),
                    seen.insert(target.id).inserted
                {
                    open.append((target, conditions))
                }
            }
        }
        return found
    }

    private static func parts(of condition: Condition) -> [Condition] {
        if case .all(let parts) = condition { return parts.flatMap { Self.parts(of: $0) } }
        return [condition]
    }

    /// It is about facts that every flow of that name looks up in the same way: two conditions can be compared.
    private func isShared(_ condition: Condition, _ flow: Flow) -> Bool {
        condition.fields.allSatisfy { path in
            guard let fact = flow.facts.first(where: { $0.name == path.first }) else {
                return false
            }
            return draft.flows.allSatisfy { other in
                other.flow.facts.allSatisfy { $0.name != fact.name || $0.call == fact.call }
            }
        }
    }

    private func report(_ circle: [String]) {
        guard let last = circle.last, let first = circle.first, let flow = draft.flow(last) else {
            return
        }
        let place = flow.references.first { $0.kind == .flow && $0.name == first }?.place
        report.warning(
            .digressionCycle, at: place ?? flow.place,
            "the flows " + (circle + [first]).joined(separator: " → ")
                + " may start each other without asking the customer anything",
            cure: "ask something in between, or make the conditions exclude each other")
    }
}
