import ArgumentParser
import Understanding
import Wire

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Run a public suite of sentence templates.",
        discussion: """
            Exit 1 when a case fails.

            Example: triage match --grammar en.grammar.json --cases en.cases.ndjson --json
            """)

    @Option(help: ArgumentHelp("The templates, JSON.", valueName: "file"))
    var grammar: String

    @Option(help: ArgumentHelp("The cases, NDJSON.", valueName: "file"))
    var cases: String

    @Flag(help: "One JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Write the failures as NDJSON.", valueName: "file"))
    var failures: String?

    func run() throws {
        try reporting {
            var report = SuiteReport()
            let start = Clock.milliseconds
            let suite = GrammarSuite(try read())
            report.loadMilliseconds = Clock.milliseconds - start
            for mistake in suite.mistakes {
                Output.error("\(grammar): \(mistake.place): \(mistake.error)")
            }
            for one in try NDJSON.read(MatchCase.self, cases) { try Self.run(one, suite, &report) }
            try report.finish(json: json, failures: failures)
        }
    }

    private func read() throws(CommandFailure) -> GrammarSource {
        let text = try Files.text(grammar)
        do {
            return try JSONCoder.decode(GrammarSource.self, from: Array(text.utf8))
        } catch {
            throw CommandFailure("\(grammar): \(error)", Exit.badData)
        }
    }

    private static func run(
        _ one: MatchCase, _ suite: GrammarSuite, _ report: inout SuiteReport
    ) throws {
        report.cases += 1
        let prepared = try suite.prepare(one)
        let start = Clock.threadNanoseconds
        let match = prepared.run()
        report.times.append(Clock.threadNanoseconds - start)
        if let mistake = one.mistake(in: match) {
            report.failures.append(["text": .string(one.text), "mistake": .string(mistake)])
        } else {
            report.passed += 1
        }
    }
}
