import ArgumentParser
import Reporting
import Simulation
import Wire

struct SimulateWaitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waits",
        abstract: "Hold the announced waits against what came, in three scenarios.",
        discussion: """
            The production engine announces a wait to everybody who must wait. Gates: the P90 \
            covers 88–96 %, the mean error is at most 0.75 of the exponential average's. Exit 1 \
            when one is missed.

            Example: triage simulate waits --chats 30000
            """)

    @Option(help: ArgumentHelp("Customers of each scenario.", valueName: "n"))
    var chats = 30_000

    @Option(help: ArgumentHelp("The seed of chance.", valueName: "n"))
    var seed: UInt64 = 42

    @Flag(help: "JSON for programs.")
    var json = false

    func validate() throws {
        guard (1000...1_000_000).contains(chats) else {
            throw ValidationError("--chats is within 1,000…1,000,000")
        }
    }

    func run() throws {
        try reporting {
            let bar = ProgressBar("simulating")
            let all = WaitGate.allCases
            let scores = all.enumerated().map { index, gate in
                var run = DeskRun(gate.scenario(customers: chats), seed: seed)
                return (
                    gate,
                    run.run { bar.show((Double(index) + $0) / Double(all.count)) }.estimates
                )
            }
            bar.end()
            if json {
                let list = scores.map { gate, score -> JSON in
                    [
                        "scenario": .string(gate.rawValue), "waits": .integer(score.waits),
                        "coverage": .number(score.coverage), "error": .number(score.error),
                        "average_error": .number(score.averageError),
                        "passes": .bool(score.passes),
                    ]
                }
                Output.line(JSON.object([.init("scenarios", .array(list))]).text)
            } else {
                Output.line("scenario      waits  P90 covers   error   average's   gate")
                for (gate, score) in scores {
                    Output.line(
                        [
                            gate.rawValue.padded(to: 11), "\(score.waits)".leftPadded(to: 7),
                            SimulationText.percent(score.coverage).leftPadded(to: 11),
                            FigureText.seconds(score.error).leftPadded(to: 7),
                            FigureText.seconds(score.averageError).leftPadded(to: 11),
                            score.passes ? "  passed" : "  MISSED",
                        ].joined(separator: " "))
                }
            }
            guard scores.allSatisfy(\.1.passes) else {
                throw CommandFailure("a gate is missed", Exit.failure)
            }
        }
    }
}
