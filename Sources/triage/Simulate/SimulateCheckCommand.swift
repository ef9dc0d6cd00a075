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
            An exact first-come-first-served queue and the production engine, each with customers \
            of its own, in eight runs that begin with an empty desk and are counted once that is \
            forgotten. Each figure stands beside the formula's, with by how much it is off and the \
            95 % band of that: "within 1 %" where it is and the band is narrow enough to say so, \
            "noise" where chance alone brings it so far, "OFF" where it does not. The fuller the \
            desk, the more customers a band of 1 % takes: how many, stands beside. What chance \
            brought too many or too long customers is taken out of the figures (control variates).

            At last the engine's customers meet the exact queue too: how many fared otherwise.

            Exit 1 where a figure is OFF; for the engine, only where the formulas describe it.

            Example: triage simulate check --agents 14 --arrivals 100 --handle 3m --patience 5m
            """)

    @OptionGroup var options: ScenarioOptions

    @Option(help: ArgumentHelp("Customers of the exact queue.", valueName: "n"))
    var chats = 20_000_000

    @Option(help: ArgumentHelp("Customers of the production engine; 0: none.", valueName: "n"))
    var engine = 200_000

    func validate() throws {
        guard (10_000...1_000_000_000).contains(chats),
            engine == 0 || (10_000...10_000_000).contains(engine)
        else {
            throw ValidationError(
                "--chats is within 10,000…1,000,000,000, --engine 0 or within 10,000…10,000,000")
        }
    }

    func run() throws {
        try reporting {
            let scenario = try options.scenario()
            let check = try check(scenario)
            let warnings = ErlangFit.warnings(scenario)
            let began = Clock.milliseconds
            let bar = ProgressBar("the exact queue")
            let queue = check.rows(
                check.queue(customers: chats, seed: options.seed) { bar.show($0) })
            bar.end()
            let engine = engine > 0 ? run(check, scenario) : nil
            let result = CheckResult(
                check: check, chats: chats, engineChats: self.engine, queue: queue, engine: engine,
                engineRows: engine.map { check.rows($0.tallies) } ?? [],
                milliseconds: Clock.milliseconds - began)
            for warning in warnings + result.tooFew { Output.error("warning: " + warning) }
            if options.json {
                Output.line(result.json.text)
            } else {
                for line in result.lines { Output.line(line) }
            }
            let judged = queue + (warnings.isEmpty ? result.engineRows : [])
            let off = judged.filter { !$0.isGood }.map(\.name)
            guard off.isEmpty else {
                throw CommandFailure(
                    "not as the formula says: \(off.joined(separator: ", "))", Exit.failure)
            }
        }
    }

    private func check(_ scenario: DeskScenario) throws(CommandFailure) -> FormulaCheck {
        let curve = try options.curve()
        let rate =
            curve.reduce(0, +) / Double(curve.count) * (1 - scenario.containment)
            / ScenarioOptions.seconds(scenario.interval)
        let servers = scenario.plan.agents.reduce(0) { $0 + $1.capacity }
        guard
            let core = QueueCore(
                servers: servers, arrivalRate: rate, handleSeconds: scenario.handleSeconds,
                patienceSeconds: scenario.patienceSeconds)
        else {
            throw CommandFailure("agents, arrivals and times must be above zero", Exit.usage)
        }
        guard let check = FormulaCheck(core, targetSeconds: scenario.targetSeconds) else {
            let load = FigureText.decimal(rate * scenario.handleSeconds, places: 1)
            throw CommandFailure(
                "\(load) slots would be busy all the time and there are \(servers): without a "
                    + "--patience Erlang C has no answer; use more --agents, fewer --arrivals or a "
                    + "shorter --handle", Exit.badData)
        }
        return check
    }

    private func run(
        _ check: FormulaCheck, _ scenario: DeskScenario
    ) -> FormulaCheck.EngineResult {
        let bar = ProgressBar("the production engine")
        defer { bar.end() }
        return check.engine(scenario, customers: engine, seed: options.seed) { bar.show($0) }
    }
}
