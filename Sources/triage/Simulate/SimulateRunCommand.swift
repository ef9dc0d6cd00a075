import ArgumentParser
import Reporting
import Simulation
import Wire

struct SimulateRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Live through a day with the production engine.",
        discussion: """
            Waits and levels per class and queue, the backlog by the interval, and when it is \
            gone: the mean of the runs (with --json the sum of their counts).

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
            guard let pooled = DeskOutcome.pooled(outcomes),
                let result = VariantResult(variant, outcomes)
            else {
                throw CommandFailure("nothing was simulated", Exit.software)
            }
            if options.json {
                return Output.line(
                    try Self.json(pooled, result, scenario, runs: outcomes.count).text)
            }
            for line in SimulationText.parts(pooled, runs: outcomes.count) { Output.line(line) }
            Output.line("")
            for line in SimulationText.intervals(pooled, runs: outcomes.count) { Output.line(line) }
            Output.line("")
            for line in Self.summary(pooled, result, runs: outcomes.count) { Output.line(line) }
        }
    }

    private static func summary(
        _ pooled: DeskOutcome, _ result: VariantResult, runs: Int
    ) -> [String] {
        guard pooled.all.arrivals > 0 else {
            return ["nobody came: there is nothing to be in time for"]
        }
        var lines = [
            "mean of \(SimulationText.runs(runs)): in time "
                + SimulationText.percent(result.targetLevel, runs: runs)
                + ", mean wait \(SimulationText.seconds(result.meanWait, runs: runs))"
                + ", left \(SimulationText.percent(result.abandonment, runs: runs))"
                + ", busy \(SimulationText.percent(result.occupancy, runs: runs))"
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
        if pooled.unplaced > 0 {
            lines.append("\(pooled.unplaced) commands were refused: tickets that nobody may take")
        }
        return lines
    }

    private static func json(
        _ pooled: DeskOutcome, _ result: VariantResult, _ scenario: DeskScenario, runs: Int
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
            "runs": .integer(runs), "result": try JSON(bytes: JSONCoder.encode(result)),
            "all": part(pooled.all),
            "classes": members(pooled.classes), "queues": members(pooled.queues),
            "intervals": .array(try pooled.intervals.map { try JSON(bytes: JSONCoder.encode($0)) }),
            "erlang_warnings": .array(ErlangFit.warnings(scenario).map { .string($0) }),
        ]
    }
}
