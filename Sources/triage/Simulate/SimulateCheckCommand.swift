import ArgumentParser
import Desk
import Reporting
import Simulation
import Wire

struct SimulateCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold the simulated queue against Erlang C and Erlang A.",
        discussion: """
            The exact queue runs --chats customers; the production engine a tenth of --engine of \
            them. Exit 1 when the exact queue is more than 1 % off where chance allows less.

            Example: triage simulate check --agents 14 --arrivals 100 --handle 3m --patience 5m
            """)

    @OptionGroup var options: ScenarioOptions

    @Option(help: ArgumentHelp("Customers of the exact queue.", valueName: "n"))
    var chats = 1_000_000

    @Option(help: ArgumentHelp("Customers of the production engine; 0: none.", valueName: "n"))
    var engine = 20_000

    func validate() throws {
        guard (1000...100_000_000).contains(chats), (0...1_000_000).contains(engine) else {
            throw ValidationError("--chats is within 1,000…100,000,000, --engine up to 1,000,000")
        }
    }

    struct Row {
        var name: String
        var formula: Double
        var queue: Band
        var engine: Double?

        /// Within 1 %, or within what chance explains.
        var isGood: Bool {
            let off = abs(queue.mean - formula)
            return off <= max(formula * 0.01, 1.5 * (queue.halfWidth ?? 0), 1e-6)
        }
    }

    func run() throws {
        try reporting {
            let scenario = try options.scenario()
            let began = Clock.milliseconds
            let rows = try rows(scenario)
            let milliseconds = Clock.milliseconds - began
            for warning in ErlangFit.warnings(scenario) { Output.error("warning: " + warning) }
            if options.json {
                Output.line(json(rows, milliseconds).text)
            } else {
                Output.line(
                    "".padded(to: 16) + "   formula       exact queue, 95 % band    off   engine")
                for row in rows { Output.line(Self.text(row)) }
            }
            guard rows.allSatisfy(\.isGood) else {
                throw CommandFailure("the queue does not agree with the formula", Exit.failure)
            }
        }
    }

    private func rows(_ scenario: DeskScenario) throws(CommandFailure) -> [Row] {
        let curve = try options.curve()
        let rate =
            curve.reduce(0, +) / Double(curve.count) * (1 - scenario.containment)
            / ScenarioOptions.seconds(scenario.interval)
        let servers = scenario.plan.agents.reduce(0) { $0 + $1.capacity }
        guard
            let core = QueueCore(
                servers: servers, arrivalRate: rate, handleSeconds: scenario.handleSeconds,
                patienceSeconds: scenario.patienceSeconds),
            let need = StaffingNeed(
                servers: servers, arrivalRate: rate, handleSeconds: scenario.handleSeconds,
                patienceSeconds: scenario.patienceSeconds, withinSeconds: scenario.targetSeconds)
        else {
            throw CommandFailure("agents, arrivals and times must be above zero", Exit.usage)
        }
        guard scenario.patienceSeconds != nil || need.occupancy < 1 else {
            let load = FigureText.decimal(rate * scenario.handleSeconds, places: 1)
            throw CommandFailure(
                "\(load) slots would be busy all the time and there are \(servers): without a "
                    + "--patience Erlang C has no answer; use more --agents, fewer --arrivals or a "
                    + "shorter --handle", Exit.badData)
        }
        let bar = ProgressBar("the exact queue")
        let runs = 10
        let tallies = (0..<runs).map { number in
            core.run(
                customers: chats / runs, targetSeconds: scenario.targetSeconds,
                seed: options.seed &+ UInt64(number)
            ) { bar.show((Double(number) + $0) / Double(runs)) }
        }
        bar.end()
        let real = engine > 0 ? engineRun(scenario, rate: rate) : nil
        func row(
            _ name: String, _ formula: Double, _ engine: Double?, _ of: (QueueCore.Tally) -> Double
        )
            -> Row?
        {
            Band(tallies.map(of)).map {
                Row(name: name, formula: formula, queue: $0, engine: engine)
            }
        }
        return [
            row("in time", need.serviceLevel, real?.all.targetLevel) { $0.serviceLevel },
            row("mean wait, s", need.meanWaitSeconds, nil) { $0.meanWait },
            row("left", need.abandonment, real?.all.abandonment) { $0.abandonment },
            row("busy", need.occupancy, real?.occupancy) { $0.occupancy },
        ].compactMap { $0 }
    }

    private func engineRun(_ scenario: DeskScenario, rate: Double) -> DeskOutcome {
        var long = scenario
        long.duration = .milliseconds(Int64(Double(engine) / rate * 1000))
        long.streams = [
            ArrivalStream(perInterval: [rate * ScenarioOptions.seconds(scenario.interval)])
        ]
        long.peak = nil
        long.containment = 0
        let bar = ProgressBar("the production engine")
        var run = DeskRun(long, seed: options.seed)
        defer { bar.end() }
        return run.run(progress: bar.show)
    }

    private static func text(_ row: Row) -> String {
        func number(_ value: Double) -> String { FigureText.decimal(value, places: 5) }
        let off = row.formula > 0 ? abs(row.queue.mean / row.formula - 1) * 100 : 0
        return [
            row.name.padded(to: 14), number(row.formula).leftPadded(to: 11),
            (number(row.queue.mean) + " ± " + number(row.queue.halfWidth ?? 0)).leftPadded(to: 25),
            (FigureText.decimal(off, places: 2) + " %").leftPadded(to: 8),
            (row.engine.map(number) ?? "").leftPadded(to: 9),
        ].joined(separator: " ").trimmedRight
    }

    private func json(_ rows: [Row], _ milliseconds: Int) -> JSON {
        [
            "chats": .integer(chats), "milliseconds": .integer(milliseconds),
            "rows": .array(
                rows.map { row in
                    [
                        "name": .string(row.name), "formula": .number(row.formula),
                        "queue": .number(row.queue.mean),
                        "half_width": .number(row.queue.halfWidth ?? 0),
                        "engine": row.engine.map { .number($0) } ?? .null,
                        "good": .bool(row.isGood),
                    ]
                }),
        ]
    }
}
