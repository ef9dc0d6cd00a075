import ArgumentParser
import Daemon

/// `triage`: the command beside the daemon.
@main
struct TriageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage",
        abstract: "Talk to the desk, work at it, test it.",
        discussion: """
            A running desk (triaged) is found at its --socket. Exit codes (sysexits.h): 0 good, \
            1 failed, 64 usage, 65 bad data, 69 no daemon, 74 input or output.
            """,
        version: DaemonVersion.text,
        subcommands: [ManCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Desk",
                subcommands: [
                    ChatCommand.self, DeskCommandLine.self, PipeCommand.self, StatusCommand.self,
                    QueueCommand.self, TicketCommand.self, RecordCommand.self,
                ]),
            CommandGroup(
                name: "Leads",
                subcommands: [
                    ReportCommand.self, SimulateCommand.self, AuditCommand.self,
                    TrainCommand.self, RulesCommand.self, HooksCommand.self,
                ]),
            CommandGroup(
                name: "Pack, shop and suites",
                subcommands: [
                    CheckCommand.self, ReplayCommand.self, ExplainCommand.self,
                    GraphCommand.self, EvaluateCommand.self, ShopCommand.self,
                    MatchCommand.self, EntitiesCommand.self, MessagesCommand.self,
                ]),
        ])
}
