import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check what was done: sample conversations, see writes.",
        subcommands: [AuditWritesCommand.self, AuditSampleCommand.self, AuditScoreCommand.self])
}
