import ArgumentParser
import Facts
import Reporting
import Wire

struct AuditSampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw conversations to be judged, by the rules of a scorecard.",
        discussion: """
            The same seed and period give the same sample. Conversations that were judged are left \
            out. Judge them with: triage audit score.

            Example: triage audit sample --since 7d --scorecard Scorecards/care.yaml --seed 42
            """)

    @OptionGroup var period: PeriodOptions
    @OptionGroup var card: ScorecardOption

    @Option(help: ArgumentHelp("The seed of the draw.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("At most so many in all.", valueName: "n"))
    var most: Int?

    @OptionGroup var socket: SocketOption

    @Flag(help: "One JSON object per conversation.")
    var json = false

    func validate() throws {
        guard most.map({ $0 >= 1 }) ?? true else {
            throw ValidationError("--most is at least 1")
        }
    }

    func run() throws {
        try reporting {
            let scorecard = try card.load()
            _ = try period.period()
            var caller = try DeskCaller(socket)
            // Days are the desk's.
            let asked = try period.period()
            let all = try caller.conversations(in: asked)
            let drawn = scorecard.draw(from: all, seed: seed, now: asked.end)
                .prefix(most ?? .max)
            for sampled in drawn {
                Output.line(json ? try Self.json(sampled) : Self.text(sampled))
            }
            if !json {
                Output.line("\(drawn.count) of \(all.count) conversations, seed \(seed)")
            }
        }
    }

    private static func text(_ sampled: SampledConversation) -> String {
        let summary = sampled.summary
        let marks = [
            (summary.wasLate, "late"), (summary.wasAbandoned, "abandoned"),
            (summary.wasReopened, "reopened"), (summary.wasTransferred, "transferred"),
        ].filter(\.0).map(\.1)
        let grade = summary.grade.map { ["grade \($0)"] } ?? []
        return [
            SafeText.oneLine(sampled.rule, limit: 12).padded(to: 12),
            SafeText.oneLine(summary.conversation, limit: 24).padded(to: 24),
            Clock.wall(summary.at).padded(to: 16),
            SafeText.oneLine(summary.intent ?? "–", limit: 18).padded(to: 18),
            SafeText.oneLine(summary.agent ?? summary.ending, limit: 10).padded(to: 10),
            (marks + grade).joined(separator: ", "),
        ].joined(separator: " ").trimmedRight
    }

    private static func json(_ sampled: SampledConversation) throws -> String {
        let summary = try JSON(bytes: JSONCoder.encode(sampled.summary))
        let rule = JSON.Member("rule", .string(sampled.rule))
        return JSON.object([rule] + (summary.members ?? [])).text
    }
}
