import ArgumentParser
import Reporting
import Simulation
import Wire

struct SimulateFixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Find the least that reaches the target.",
        discussion: """
            Tries more agents of each kind, more containment, shorter handle times and more \
            tickets at once, each alone, with the production engine; cheapest first, by \
            agent-hours.

            Example: triage simulate fix --agents 10 --arrivals 100 --handle 3m --target 80
            """)

    @OptionGroup var options: ScenarioOptions

    func run() throws {
        try reporting {
            let scenario = try options.scenario()
            let bar = ProgressBar("searching")
            let now = Variant(name: "as it is", scenario: scenario)
                .outcomes(replications: options.replications, seed: options.seed)
            let level = Band(now.map(\.all.targetLevel)).map { $0.mean } ?? 0
            let search = CheapestFix(
                level: options.target / 100, replications: options.replications,
                seed: options.seed)
            let fixes =
                level >= options.target / 100
                ? [] : search.search(scenario, progress: bar.show)
            bar.end()
            if options.json {
                let list = try fixes.map { try JSON(bytes: JSONCoder.encode($0)) }
                let result: JSON = [
                    "now": .number(level), "target": .number(options.target / 100),
                    "fixes": .array(list),
                ]
                return Output.line(result.text)
            }
            let target = FigureText.decimal(options.target, places: 0)
            Output.line(
                "now \(SimulationText.percent(level)) within \(options.within), wanted \(target) %")
            if fixes.isEmpty { return Output.line("the target is reached; nothing to fix") }
            for fix in fixes {
                let hours = FigureText.decimal(fix.agentHours, places: 1)
                Output.line(
                    (fix.reaches ? "  reaches it: " : "  not enough: ")
                        + "\(SafeText.oneLine(fix.name, limit: 50).padded(to: 50))"
                        + " \(SimulationText.percent(fix.level, runs: options.replications).padded(to: 14)) +\(hours) h"
                )
            }
        }
    }
}
