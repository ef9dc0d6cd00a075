import ArgumentParser
import Desk
import Facts
import Rehearsal
import Reporting
import Simulation
import Triage
import Wire

struct SimulateWhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Compare the day as it is with days on which one thing is different.",
        discussion: """
            Every variant meets the same customers. --with tries another desk.yaml (or pack); with \
            --from-journal its rules meet the facts of the store's tickets.

            Example: triage simulate what-if --intents Intents --from-journal --with new/desk.yaml
            """)

    @OptionGroup var options: ScenarioOptions

    @Option(help: ArgumentHelp("Also with this desk.yaml, or pack.", valueName: "path"))
    var with: String?

    func run() throws {
        try reporting {
            let variants = try variants()
            let bar = ProgressBar("simulating")
            let results = variants.enumerated().compactMap { index, variant in
                VariantResult(
                    variant,
                    variant.outcomes(replications: options.replications, seed: options.seed) {
                        bar.show((Double(index) + $0) / Double(variants.count))
                    })
            }
            bar.end()
            if options.json {
                let list = try results.map { try JSON(bytes: JSONCoder.encode($0)) }
                return Output.line(JSON.object([.init("variants", .array(list))]).text)
            }
            for line in SimulationText.variants(results, runs: options.replications) {
                Output.line(line)
            }
            Output.line(
                SimulationText.runs(options.replications, each: true)
                    + "; in time: within \(options.within)")
        }
    }

    private func variants() throws(CommandFailure) -> [Variant] {
        let other = try with.map { path throws(CommandFailure) in
            try OtherDesk(path, beside: PackOptions.place(of: options.intents ?? "Intents")).plan
        }
        let base = try options.scenario(alsoRoutedBy: other)
        var variants = [Variant(name: "as it is", scenario: base)]
        for kind in base.agentKinds.prefix(5) {
            variants.append(
                Variant(name: "one more like \(kind.id)", scenario: base.adding(1, like: kind)))
        }
        if base.plan.agents.count > 1, let last = base.plan.agents.last, base.shifts.isEmpty {
            var fewer = base
            fewer.plan.agents.removeLast()
            variants.append(Variant(name: "\(last.id) is ill", scenario: fewer))
        }
        var peak = base
        let rush = try options.rush(factor: options.peak ?? 4)
        peak.peak = rush
        let name = "Prime Day: × \(FigureText.decimal(rush.factor, places: 1))"
        let length = TalkTime.text(rush.until - rush.from)
        variants.append(Variant(name: "\(name) for \(length)", scenario: peak))
        var better = base
        better.containment = 1 - (1 - base.containment) * 0.9
        variants.append(Variant(name: "the bot keeps 10 % more", scenario: better))
        var faster = base
        faster.handleSeconds *= 0.9
        faster.handleSecondsByQueue = faster.handleSecondsByQueue.mapValues { $0 * 0.9 }
        variants.append(Variant(name: "handle time 10 % shorter", scenario: faster))
        if let with, let other {
            var changed = base
            changed.plan = other
            variants.append(Variant(name: "the desk of \(with)", scenario: changed))
        }
        return variants
    }
}
