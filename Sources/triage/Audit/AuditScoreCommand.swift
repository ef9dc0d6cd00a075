import ArgumentParser
import Facts
import Glibc
import Reporting
import Wire

struct AuditScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Judge a conversation with a scorecard; it counts in the reports.",
        discussion: """
            Shows the conversation and asks the questions, one after the other; answers are \
            points, or y and n. Piped, it reads the same lines. --answers asks nothing.

            Example: triage audit score c-81 --by lea --answers facts=3,solved=4,words=1
            """)

    @Argument(help: ArgumentHelp("The conversation.", valueName: "conversation"))
    var conversation: String

    @Option(help: ArgumentHelp("Who judges (default: your login name).", valueName: "name"))
    var by: String?

    @OptionGroup var card: ScorecardOption

    @Option(help: ArgumentHelp("Points by question, of every question.", valueName: "q=n,…"))
    var answers: String?

    @Option(help: "A word to the agent.")
    var note = ""

    @OptionGroup var socket: SocketOption

    @Flag(help: "JSON for programs.")
    var json = false

    private static var login: String {
        getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
            ?? "user-\(geteuid())"
    }

    func run() throws {
        try reporting {
            let scorecard = try card.load()
            var caller = try DeskCaller(socket)
            let given = try answers.map { answers throws(CommandFailure) in
                try Self.points(answers, scorecard)
            }
            let shown = try caller.call(.show, ["conversation": .string(conversation)])
            let points = try given ?? ask(scorecard, shown)
            let total = points.values.reduce(0, +)
            let isFailed = scorecard.questions.contains { $0.isFatal && points[$0.id] == 0 }
            _ = try caller.call(
                .auditRecord,
                [
                    "conversation": .string(conversation), "scorecard": .string(scorecard.name),
                    "auditor": .string(by ?? Self.login), "points": .integer(total),
                    "maximum": .integer(scorecard.maximum), "failed": .bool(isFailed),
                    "note": .string(note),
                ])
            if json {
                let result: JSON = [
                    "conversation": .string(conversation), "points": .integer(total),
                    "maximum": .integer(scorecard.maximum), "failed": .bool(isFailed),
                ]
                return Output.line(result.text)
            }
            let failed = isFailed ? ", failed: a point that must be there is missing" : ""
            Output.line("\(total) of \(scorecard.maximum) points\(failed)")
        }
    }

    /// The points of --answers. A question that is left out has no answer; it is not a lost point.
    static func points(
        _ answers: String, _ scorecard: Scorecard
    ) throws(CommandFailure) -> [String: Int] {
        var points: [String: Int] = [:]
        for part in answers.split(separator: ",").map(String.init) {
            let sides = part.split(separator: "=").map(String.init)
            guard sides.count == 2,
                let question = scorecard.questions.first(where: { $0.id == sides[0] })
            else {
                let nearest = nearestName(
                    to: sides.first ?? "", among: scorecard.questions.map(\.id))
                throw CommandFailure(
                    "--answers: '\(SafeText.oneLine(part, limit: 40))' names no question"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? ""), Exit.usage)
            }
            guard let value = question.points(of: sides[1]) else {
                throw CommandFailure(
                    "--answers: '\(question.id)' takes 0 to \(question.points)", Exit.usage)
            }
            points[question.id] = value
        }
        let missing = scorecard.questions.map(\.id).filter { points[$0] == nil }
        guard missing.isEmpty else {
            throw CommandFailure(
                "--answers: no points for \(missing.joined(separator: ", "))"
                    + "; write 0 where there are none",
                Exit.usage)
        }
        return points
    }

    private func ask(
        _ scorecard: Scorecard, _ shown: JSON
    ) throws(CommandFailure) -> [String: Int] {
        let isPerson = isatty(STDIN_FILENO) == 1
        if !json {
            for line in shown["tail"]?.array ?? [] {
                let text = TicketText.line(line)
                Output.line(isPerson ? LineWrap.wrapped(text, width: 80) : text)
            }
        }
        var points: [String: Int] = [:]
        for question in scorecard.questions {
            var answer: Int?
            while answer == nil {
                let prompt = "\(question.ask) (0…\(question.points)) "
                if isPerson { Output.write(prompt, to: STDOUT_FILENO) }
                guard let line = readLine() else {
                    throw CommandFailure(
                        "the input ended before '\(question.id)' was answered", Exit.badData)
                }
                answer = question.points(of: line)
                if answer == nil, isPerson {
                    Output.line("write 0 to \(question.points), y or n")
                } else if answer == nil {
                    throw CommandFailure(
                        "'\(SafeText.oneLine(line, limit: 40))' is no answer to '\(question.id)'; "
                            + "write 0 to \(question.points), y or n", Exit.badData)
                }
            }
            points[question.id] = answer
        }
        return points
    }
}

extension ScorecardQuestion {
    /// Points, or `y` for all and `n` for none; nil for anything else.
    func points(of text: String) -> Int? {
        let word = text.filter { !$0.isWhitespace }.lowercased()
        if ["y", "yes"].contains(word) { return points }
        if ["n", "no"].contains(word) { return 0 }
        return Int(word).flatMap { (0...points).contains($0) ? $0 : nil }
    }
}
