import ArgumentParser
import Desk
import Facts
import Reporting
import Simulation
import Triage
import Wire

struct SimulateWhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Compare the day as it is with days on which one thing is different.",
        discussion: """
            Every variant meets the same customers. --with tries the desk of another pack.

            Example: triage simulate what-if --intents Intents --arrivals 30 --with ../new/Intents
            """)

    @OptionGroup var options: ScenarioOptions

    @Option(help: ArgumentHelp("Also with this pack's desk.", valueName: "dir"))
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
            for line in SimulationText.variants(results) { Output.line(line) }
            Output.line(
                "\(options.replications) runs each, 95 % bands; in time: within \(options.within)")
        }
    }

    private func variants() throws(CommandFailure) -> [Variant] {
        let base = try options.scenario()
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
        peak.peak = Peak(
            factor: options.peak ?? 4, from: try options.span(options.peakFrom),
            until: try options.span(options.peakFrom) + options.span(options.peakFor))
        let name = "Prime Day: × \(FigureText.decimal(peak.peak?.factor ?? 4, places: 1))"
        variants.append(Variant(name: "\(name) for \(options.peakFor)", scenario: peak))
        var better = base
        better.containment = 1 - (1 - base.containment) * 0.9
        variants.append(Variant(name: "the bot keeps 10 % more", scenario: better))
        var faster = base
        faster.handleSeconds *= 0.9
        faster.handleSecondsByQueue = faster.handleSecondsByQueue.mapValues { $0 * 0.9 }
        variants.append(Variant(name: "handle time 10 % shorter", scenario: faster))
        if let with {
            var pack = PackOptions()
            pack.intents = with
            var other = base
            other.plan = try pack.load().plan
            variants.append(Variant(name: "the desk of \(with)", scenario: other))
        }
        return variants
    }
}
