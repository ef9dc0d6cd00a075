import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check what the desk did: sample conversations, judge them.",
        subcommands: [AuditSampleCommand.self, AuditScoreCommand.self])
}
