import Handbook
import Rehearsal
import Simulation
import Triage

/// Harms a pack in every way, and asks which harm some transcript notices.
struct MutationRun {
    let handbook: Handbook
    let plays: [Rehearsal.Play]
    /// What the plays reached in the sound pack, and how many turns they took.
    let baseline: [CaseResult]
    let jobs: Int

    struct Outcome: Sendable {
        var mutation: Mutation
        /// How many plays reached the place.
        var plays: Int
        /// The play that noticed it; nil where none did.
        var killer: String?
    }

    /// The mutations' fates, in the order of their places.
    func run(_ mutations: [Mutation]) -> [Outcome] {
        let (plays, baseline, handbook) = (plays, baseline, handbook)
        // Short ones first: the first failure ends it.
        let order = plays.indices.sorted { (baseline[$0].turns, $0) < (baseline[$1].turns, $1) }
        return Parallel.map(mutations.count, jobs: jobs) { number in
            let mutation = mutations[number]
            var harmed = handbook
            mutation.apply(to: &harmed)
            let rehearsal = Rehearsal(handbook: harmed)
            let reaching = order.filter { !baseline[$0].reached.isDisjoint(with: mutation.touches) }
            let killer = reaching.first { !rehearsal.play(plays[$0]).isPassed }
            return Outcome(
                mutation: mutation, plays: reaching.count,
                killer: killer.map { "\(baseline[$0].file):\(baseline[$0].line)" })
        }
    }
}

/// What `triage replay --mutate` prints.
struct MutationReport {
    let outcomes: [MutationRun.Outcome]

    /// 0…100; 100 where there was nothing to harm.
    var percent: Double { Self.percent(outcomes) }

    private static func percent(_ outcomes: [MutationRun.Outcome]) -> Double {
        let killed = outcomes.count { $0.killer != nil }
        return outcomes.isEmpty ? 100 : 100 * Double(killed) / Double(outcomes.count)
    }

    var lines: [String] {
        let kinds = Mutation.Kind.allCases.compactMap { kind -> String? in
            let own = outcomes.filter { $0.mutation.kind == kind }
            return own.isEmpty ? nil : "  " + Self.row(kind.rawValue, own)
        }
        let survivors = outcomes.filter { $0.killer == nil }.map { outcome in
            let mutation = outcome.mutation
            let reach =
                outcome.plays == 0 ? "no case gets there" : "\(outcome.plays) cases saw nothing"
            return "\(mutation.place.file):\(mutation.place.line): \(mutation.kind.rawValue): "
                + "\(mutation.name) (\(reach))"
        }
        return survivors + ["mutations noticed"] + kinds + ["  " + Self.row("all", outcomes)]
    }

    private static func row(_ name: String, _ outcomes: [MutationRun.Outcome]) -> String {
        let killed = String(outcomes.count { $0.killer != nil })
        let all = String(outcomes.count)
        let blanks = String(repeating: " ", count: max(1, 28 - name.count - killed.count))
        return "\(name)\(blanks)\(killed) of \(all), \(Int(percent(outcomes))) %"
    }
}
