import ArgumentParser

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Try the desk on a virtual clock: staffing, waits, backlog, what-ifs.",
        discussion: """
            `run`, `what-if` and `fix` use the production engine, `check` an exact queue beside \
            the closed formulas, `staff` the formulas. Customers come by --arrivals, or as the \
            store has seen them with --from-journal; agents and rules are the pack's with \
            --intents, else --agents equal ones with one queue.

            Example: triage simulate what-if --agents 14 --arrivals 100 --handle 3m --patience 5m
            """,
        subcommands: [
            SimulateRunCommand.self, SimulateStaffCommand.self, SimulateWhatIfCommand.self,
            SimulateFixCommand.self, SimulateCheckCommand.self, SimulateWaitsCommand.self,
        ])
}
