import ArgumentParser
import Dialogue
import Wire

struct MessagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages",
        abstract: "Run the public MessageFormat 2 suite.",
        discussion: """
            Exit 1 when a case fails.

            Example: triage messages --suite messageformat/tests --json
            """)

    @Option(help: ArgumentHelp("The folder of the suite's JSON files.", valueName: "dir"))
    var suite: String

    @Flag(help: "One JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Write the failures as NDJSON.", valueName: "file"))
    var failures: String?

    func run() throws {
        try reporting {
            var report = SuiteReport()
            for file in try Files.list(suite, suffix: ".json") where !file.hasSuffix(".schema.json")
            {
                let bytes = Array(try Files.text(file).utf8)
                guard let suite = try? JSONCoder.decode(MessageSuite.self, from: bytes) else {
                    throw CommandFailure("\(file): it is no MessageFormat suite", Exit.badData)
                }
                let failed = suite.run()
                report.cases += suite.tests.count
                report.passed += suite.tests.count - Set(failed.map(\.index)).count
                report.failures += failed.map { failure in
                    [
                        "file": .string(file), "index": .integer(failure.index),
                        "source": .string(failure.source), "what": .string(failure.what),
                        "expected": .string(failure.expected), "actual": .string(failure.actual),
                    ]
                }
            }
            try report.finish(json: json, failures: failures)
        }
    }
}
