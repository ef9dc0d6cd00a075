import ArgumentParser
import Handbook
import Wire

extension RulesCommand {
    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "lint",
            abstract: "Name every mistake in desk.yaml: what can never fire, meet or be served.",
            discussion: """
                The part of `triage check` that is about the desk: rules that cannot match or that \
                others hide, queues nobody is skilled for, deadlines that cannot occur. Exit 0 \
                with warnings, 65 with mistakes.

                Example: triage rules lint --intents Intents
                """)

        @Option(help: ArgumentHelp("The pack's folder.", valueName: "dir"))
        var intents = "Intents"

        @Flag(help: "One JSON object per mistake.")
        var json = false

        func run() throws {
            try reporting {
                let found = try diagnostics()
                for one in found {
                    Output.line(json ? CheckCommand.json(one).text : one.description)
                }
                let mistakes = found.count { !$0.isWarning }
                if !json {
                    Output.line(
                        "\(intents)/desk.yaml: \(mistakes) mistakes, \(found.count - mistakes) "
                            + "warnings")
                }
                if mistakes > 0 { throw Exit.badData }
            }
        }

        private func diagnostics() throws(CommandFailure) -> [Diagnostic] {
            do throws(Diagnostics) {
                let source = try PackSource(directory: PackOptions.place(of: intents))
                return HandbookReader.check(source, options: .init(trains: false)).diagnostics
                    .filter { $0.file.hasSuffix("desk.yaml") }
            } catch {
                throw CommandFailure(lines: error.list.map(\.description), Exit.badData)
            }
        }
    }
}
