import ArgumentParser
import Reporting
import Simulation
import Wire

struct SimulateRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Live through a day with the production engine.",
        discussion: """
            Waits and levels per class and queue, the backlog by the interval, and when it is gone.

            Example: triage simulate run --intents Intents --arrivals 20,60,90,40 --peak 4
            """)

    @OptionGroup var options: ScenarioOptions

    func run() throws {
        try reporting {
            let scenario = try options.scenario()
            let bar = ProgressBar("simulating")
            let variant = Variant(name: "as it is", scenario: scenario)
            let outcomes = variant.outcomes(
                replications: options.replications, seed: options.seed, progress: bar.show)
            bar.end()
            guard let first = outcomes.first, let result = VariantResult(variant, outcomes) else {
                throw CommandFailure("nothing was simulated", Exit.software)
            }
            if options.json { return Output.line(try Self.json(first, result, scenario).text) }
            for line in SimulationText.parts(first) { Output.line(line) }
            Output.line("")
            for line in SimulationText.intervals(first) { Output.line(line) }
            Output.line("")
            for line in Self.summary(first, result, options) { Output.line(line) }
        }
    }

    private static func summary(
        _ first: DeskOutcome, _ result: VariantResult, _ options: ScenarioOptions
    ) -> [String] {
        var lines = [
            "\(options.replications) runs, 95 % bands: in time \(SimulationText.percent(result.targetLevel))"
                + ", mean wait \(SimulationText.seconds(result.meanWait))"
                + ", left \(SimulationText.percent(result.abandonment))"
                + ", busy \(SimulationText.percent(result.occupancy))"
        ]
        let backlog = FigureText.decimal(result.highestBacklog.mean, places: 0)
        if result.highestBacklog.mean == 0 {
            lines.append("nobody had to wait")
        } else if let cleared = result.clearedAfter {
            let clock = SimulationText.clock(cleared.mean)
            lines.append("highest backlog \(backlog), gone \(clock) after the start")
        } else {
            lines.append("highest backlog \(backlog); it was not gone in every run")
        }
        if first.unplaced > 0 {
            lines.append("\(first.unplaced) commands were refused: tickets that nobody may take")
        }
        return lines
    }

    private static func json(
        _ first: DeskOutcome, _ result: VariantResult, _ scenario: DeskScenario
    ) throws -> JSON {
        func part(_ served: Served) -> JSON {
            [
                "arrivals": .integer(served.arrivals), "served": .integer(served.served),
                "abandoned": .integer(served.abandoned),
                "mean_wait_seconds": .number(served.meanWait),
                "p90_wait_seconds": .number(served.wait(percentile: 0.9)),
                "promise_level": .number(served.promiseLevel),
                "target_level": .number(served.targetLevel),
            ]
        }
        func members(_ parts: [String: Served]) -> JSON {
            .object(parts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, part($0.value)) })
        }
        return [
            "result": try JSON(bytes: JSONCoder.encode(result)), "all": part(first.all),
            "classes": members(first.classes), "queues": members(first.queues),
            "intervals": .array(try first.intervals.map { try JSON(bytes: JSONCoder.encode($0)) }),
            "erlang_warnings": .array(ErlangFit.warnings(scenario).map { .string($0) }),
        ]
    }
}
