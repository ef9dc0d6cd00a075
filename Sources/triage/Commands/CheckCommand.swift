import ArgumentParser
import Daemon
import Dialogue
import Handbook
import Rehearsal
import Triage
import Understanding
import Wire

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a pack and name every mistake in it.",
        discussion: """
            Prints file:line:column: what; cure. Exit 0 when the pack is sound (warnings are \
            allowed), 65 when it is not.

            Example: triage check Intents --phrases
            """)

    @Argument(help: ArgumentHelp("The pack's folder.", valueName: "dir"))
    var directory = "Intents"

    @Flag(help: "Also try every example against the rules and the classifier (slower).")
    var phrases = false

    @OptionGroup var vectors: VectorOptions
    @Option(
        help: ArgumentHelp(
            "Also look for names in these transcripts that the pack has no more.",
            valueName: "dir"))
    var transcripts: String?

    @Option(
        help: ArgumentHelp(
            "Print the JSON schema that editors use for such a file, and check nothing.",
            valueName: "file"))
    var schema: SchemaName?

    @Flag(help: "One JSON object per mistake.")
    var json = false

    func run() throws {
        if let schema { return Output.line(String(schema.schema.json.dropLast())) }
        try reporting {
            var reading = try read()
            if let transcripts, let handbook = reading.handbook {
                let stale = StaleNames(handbook)
                reading.diagnostics += try ReplayFiles.read([transcripts]).flatMap {
                    stale.diagnostics(of: $0)
                }
            }
            for diagnostic in reading.diagnostics {
                Output.line(json ? Self.json(diagnostic).text : diagnostic.description)
            }
            let errors = reading.errors.count
            let warnings = reading.warnings.count
            if !json { summary(reading, errors: errors, warnings: warnings) }
            if errors > 0 { throw Exit.badData }
        }
    }

    private func read() throws(CommandFailure) -> HandbookReader.Reading {
        let vectors = try vectors.table(pack: directory).vectors
        do throws(Diagnostics) {
            return ModelCache.check(
                try PackSource(directory: directory), shopVocabulary: DemoVocabulary.words,
                phrases: phrases, vectors: vectors)
        } catch {
            throw CommandFailure(lines: error.list.map(\.description), Exit.badData)
        }
    }

    private func summary(_ reading: HandbookReader.Reading, errors: Int, warnings: Int) {
        if let handbook = reading.handbook {
            let flows = handbook.book.flows.count
            let languages = handbook.languages.joined(separator: ", ")
            Output.line(
                "\(directory) is sound: \(flows) flows in \(languages), \(warnings) warnings")
            let lexicon = handbook.interpreter.lexicon
            let found = handbook.interpreter.thresholds
            for (language, scope) in zip(lexicon.languages, found.scope) {
                Output.line(
                    "\(language): a text is in scope from \(ExplanationText.rounded(scope)) on"
                        + " (cross-validation)")
            }
            Output.line(
                "an intent is taken from \(lexicon.threshold) on with a lead of \(lexicon.margin)"
                    + " (pack.yaml), at temperature \(ExplanationText.rounded(found.temperature))"
                    + " (cross-validation)")
        } else {
            Output.line("\(directory): \(errors) mistakes, \(warnings) warnings")
        }
    }

    static func json(_ diagnostic: Diagnostic) -> JSON {
        [
            "file": .string(diagnostic.file), "line": .integer(diagnostic.line),
            "column": .integer(diagnostic.column), "code": .string(diagnostic.code.rawValue),
            "message": .string(diagnostic.message), "cure": .string(diagnostic.cure),
            "warning": .bool(diagnostic.isWarning),
        ]
    }
}

/// A file of a pack that has a schema: `flow`, `language`, `pack`…
struct SchemaName: ExpressibleByArgument {
    let schema: PackSchema

    init?(argument: String) {
        guard let schema = PackSchema(rawValue: argument) else { return nil }
        self.schema = schema
    }

    static var allValueStrings: [String] { PackSchema.allCases.map(\.rawValue) }
}
