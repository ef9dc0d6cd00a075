import ArgumentParser
import Understanding
import Wire

struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Run a public suite of entity cases.",
        discussion: """
            Exit 1 when a case fails.

            Example: triage entities --cases customer-service.en.ndjson --json
            """)

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
            let runner = SuiteRunner()
            report.loadMilliseconds = Clock.milliseconds - start
            for one in try NDJSON.read(SuiteCase.self, cases) {
                report.cases += 1
                let start = Clock.threadNanoseconds
                let found = runner.results(for: one)
                report.times.append(Clock.threadNanoseconds - start)
                if one.agrees(with: found) {
                    report.passed += 1
                } else {
                    report.failures.append([
                        "kind": .string(one.kind), "input": .string(one.input),
                        "found": .array(found.map(Self.json)),
                        "wanted": .array(one.results.map(Self.json)),
                    ])
                }
            }
            try report.finish(json: json, failures: failures)
        }
    }

    private static func json(_ result: SuiteResult) -> JSON {
        [
            "text": .string(result.text), "type": .string(result.type),
            "value": .array(result.value.map { .string($0) }),
        ]
    }
}
