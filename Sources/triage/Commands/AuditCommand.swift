import ArgumentParser
import Facts
import Shop
import Wire

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check what was done: sample conversations, see writes.",
        subcommands: [AuditWritesCommand.self, AuditSampleCommand.self, AuditScoreCommand.self])
}

struct AuditWritesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writes",
        abstract: "Show for each write the words of the yes; one without is an alarm.",
        discussion: """
            Reads the embedded shop's own journal. Exit 0 when every write has its question and \
            its answer, 1 when one lacks them.

            Example: triage audit writes --since 2026-03-01 --shop sqlite:shop.db
            """)

    @OptionGroup var place: ShopOption

    @Option(help: ArgumentHelp("Only writes from this day on (UTC).", valueName: "YYYY-MM-DD"))
    var since: String?

    @Flag(help: "One JSON object per write.")
    var json = false

    func run() throws {
        try reporting {
            let start = try startOfDay()
            let shop = try place.open(mustExist: true)
            let all = try ShopOption.reporting { () throws(ShopError) in try shop.journal() }
            let writes = all.filter { $0.at >= start }
            for write in writes { Output.line(json ? Self.json(of: write) : Self.text(of: write)) }
            let alarms = writes.count { !$0.isAgreed }
            if !json { Output.line("\(writes.count) writes, \(alarms) without a yes") }
            guard alarms == 0 else {
                throw CommandFailure(
                    "\(alarms) of \(writes.count) writes have no yes of a customer; "
                        + "see the lines marked ALARM", Exit.failure)
            }
        }
    }

    private func startOfDay() throws(CommandFailure) -> Instant {
        guard let since else { return Instant(milliseconds: Int64.min) }
        guard let day = Day(iso: since) else {
            throw CommandFailure("--since '\(since)' is no day; write YYYY-MM-DD", Exit.usage)
        }
        return Zone.utc.instant(of: CivilTime(day: day, hour: 0, minute: 0))
    }

    /// Six lines a write: what, for whom, the question, the answer, the key, the receipt.
    private static func text(of write: JournaledWrite) -> String {
        let head =
            "\(write.isAgreed ? "ok   " : "ALARM")  \(write.number)  \(Clock.wall(write.at))  "
            + "\(write.action)  customer \(line(write.customer))  (\(line(write.conversation)))"
        let rows = [
            ("asked", write.question ?? "– nothing –"), ("answered", write.answer ?? "– nothing –"),
            ("key", write.key), ("receipt", write.receipt["receipt"]?.text ?? "–"),
        ]
        return ([head] + rows.map { "       \($0.0): \(line($0.1))" }).joined(separator: "\n")
    }

    private static func line(_ text: String) -> String { SafeText.oneLine(text, limit: 400) }

    private static func json(of write: JournaledWrite) -> String {
        JSON.object([
            .init("agreed", .bool(write.isAgreed)), .init("number", .integer(write.number)),
            .init("at", .integer(Int(write.at.milliseconds))),
            .init("action", .string(write.action)),
            .init("tool", .string(write.tool)), .init("customer", .string(write.customer)),
            .init("conversation", .string(write.conversation)),
            .init("question", write.question.map(JSON.string) ?? .null),
            .init("answer", write.answer.map(JSON.string) ?? .null),
            .init("key", .string(write.key)),
            .init("receipt", .string(write.receipt["receipt"]?.text ?? "")),
        ]).text
    }
}
