import ArgumentParser
import Daemon
import Facts
import Handbook
import Rehearsal
import Wire

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Answer a recorded conversation, and be compared.",
        discussion: """
            The customer of the recording writes; each line you type is an answer, and the \
            customer goes on. /step NAME, /transfer QUEUE and /resolve CODE are what you would do, \
            /hint shows the recorded answer, /quit ends. A recording is a transcript with texts \
            (triage record --texts), or a ticket of the desk.

            Example: triage train Transcripts/world/refund_missing.talk
            Example: triage train --ticket T-1042 < answers.txt
            """)

    @Argument(help: ArgumentHelp("A transcript.", valueName: "file.talk"))
    var file: String?

    @Option(
        name: .customLong("case"),
        help: "The case of the transcript; default: the first with answers.")
    var caseName: String?

    @Option(help: ArgumentHelp("Its language.", valueName: "tag"))
    var language = ""

    @Option(help: ArgumentHelp("A ticket of the desk instead of a file.", valueName: "id"))
    var ticket: String?

    @Option(
        help: ArgumentHelp(
            "The words of greeting, apology, thanks… (default: Scorecards/tone.yaml, or the installed ones).",
            valueName: "file"))
    var tone: String?

    @OptionGroup var socket: SocketOption

    @Flag(help: "The score as JSON, and nothing else on standard output.")
    var json = false

    func validate() throws {
        guard (file == nil) != (ticket == nil) else {
            throw ValidationError("name a transcript, or a --ticket")
        }
    }

    func run() throws {
        try reporting {
            let recorded = try recording()
            guard recorded.isUsable else {
                throw CommandFailure(
                    "the recording has no answer in words; record it with triage record --texts",
                    Exit.badData)
            }
            let words = try toneWords()
            let given = MainActor.assumeIsolated { play(recorded) }
            let score = TrainingScore(given, recorded: recorded, tone: words)
            if json { return Output.line(Self.json(score, recorded).text) }
            for line in Self.text(score, recorded) { Output.line(line) }
        }
    }

    // MARK: The recording

    private func recording() throws(CommandFailure) -> TrainingCase {
        if let ticket {
            var caller = try DeskCaller(socket)
            return TrainingCase(
                ticket: try caller.call(.ticketShow, ["ticket": .string(ticket)]))
        }
        let path = file ?? ""
        guard let transcript = try ReplayFiles.read([path]).first else {
            throw CommandFailure("\(path): there is no transcript", Exit.noInput)
        }
        let found = caseName.map { name in transcript.cases.first { $0.name == name } }
        let usable = transcript.cases.first { played in
            TrainingCase(played, of: transcript, language: language).isUsable
        }
        guard let played = found ?? usable ?? transcript.cases.first,
            caseName == nil || found != nil
        else {
            let nearest = nearestName(to: caseName ?? "", among: transcript.cases.map(\.name))
            throw CommandFailure(
                "\(path): no case '\(SafeText.oneLine(caseName ?? "", limit: 60))'"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? ""), Exit.usage)
        }
        return TrainingCase(played, of: transcript, language: language)
    }

    private func toneWords() throws(CommandFailure) -> [String: [String: [String]]] {
        let file = try Files.scorecard("tone.yaml", named: tone, by: "--tone")
        let text = try Files.text(file)
        do throws(Diagnostics) {
            return try ToneReader.read(Array(text.utf8), file: file)
        } catch {
            throw CommandFailure(lines: error.list.map(\.description), Exit.badData)
        }
    }

    // MARK: Playing

    @MainActor
    private func play(_ recorded: TrainingCase) -> TrainingCase {
        let console = LineConsole(name: "triage-train", prompt: "you> ")
        let prompt = LinePrompt(console: console)
        defer { console.end() }
        var given = TrainingCase(
            title: recorded.title, exchanges: [], steps: [], resolution: nil)
        func show(_ lines: [String]) {
            guard !json else { return }
            for line in lines { console.print(SafeText.shown(line)) }
        }
        show([recorded.title] + recorded.lead + (recorded.lead.isEmpty ? [] : ["-- your turn:"]))
        for exchange in recorded.exchanges {
            given.exchanges.append(.init(customer: exchange.customer))
            show(exchange.before)
            show(exchange.customer.split(separator: "\n").map { "customer: \($0)" })
            guard answer(exchange, &given, prompt) else { return given }
        }
        while given.resolution == nil, recorded.resolution != nil {
            if !json { console.print("the customer is done: /resolve CODE") }
            guard let line = prompt.next(), line != "/quit" else { break }
            show([given.take(agentLine: line)].compactMap { $0 })
        }
        return given
    }

    /// Takes lines until one of them is an answer in words; false when the trainee leaves.
    @MainActor
    private func answer(
        _ exchange: TrainingCase.Exchange, _ given: inout TrainingCase, _ prompt: LinePrompt
    ) -> Bool {
        while let line = prompt.next() {
            let text = line.trimmedRight
            if text == "/quit" { return false }
            if text.isEmpty { return true }
            if text == "/hint" {
                for answer in exchange.answers where !json {
                    prompt.console.print("then: " + SafeText.shown(answer))
                }
                if exchange.answers.isEmpty, !json {
                    prompt.console.print("nothing was answered to this then")
                }
                continue
            }
            guard let said = given.take(agentLine: text) else { return true }
            if !json { prompt.console.print(SafeText.shown(said)) }
            // The customer may write once more, or the conversation is over.
            if text.hasPrefix("/resolve") { return true }
        }
        return false
    }

    // MARK: The score

    private static func text(_ score: TrainingScore, _ recorded: TrainingCase) -> [String] {
        var lines = ["", "\(score.points) of 100 points"]
        for rule in score.rules where rule.possible > 0 {
            lines.append(
                "  \(rule.name.padded(to: 24)) \(rule.reached) of \(rule.possible)"
                    + "  (weight \(rule.weight))")
            lines += rule.remarks.map { "      " + SafeText.shown($0) }
        }
        lines += ["", "what was answered then:"]
        lines += recorded.answers.map { "  " + SafeText.shown($0, indent: "  ") }
        return lines
    }

    private static func json(_ score: TrainingScore, _ recorded: TrainingCase) -> JSON {
        [
            "title": .string(recorded.title), "points": .integer(score.points),
            "rules": .array(
                score.rules.map { rule in
                    [
                        "rule": .string(rule.name), "weight": .integer(rule.weight),
                        "reached": .integer(rule.reached), "possible": .integer(rule.possible),
                        "remarks": .array(rule.remarks.map { .string($0) }),
                    ]
                }), "recorded": .array(recorded.answers.map { .string($0) }),
        ]
    }
}
