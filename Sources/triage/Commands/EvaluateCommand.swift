import ArgumentParser
import Triage
import Understanding
import Wire

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well intents are recognised.",
        discussion: """
            With a pack: cross-validation of its examples, and the intents that are confused. With \
            --train and --test: NDJSON {"text", "intent"}, intent null is out of scope.

            Example: triage evaluate --train train.ndjson --test test.ndjson --typo 1 --json
            """)

    @Argument(help: ArgumentHelp("The pack to cross-validate.", valueName: "dir"))
    var directory: String?

    @Option(help: ArgumentHelp("Texts to learn from.", valueName: "file"))
    var train: String?

    @Option(help: ArgumentHelp("Texts to be judged by.", valueName: "file"))
    var test: String?

    @Option(help: ArgumentHelp("Edits made in each test text.", valueName: "n"))
    var typo = 0

    @Option(help: ArgumentHelp("The language of the texts.", valueName: "tag"))
    var language = "en"

    @Flag(help: "N-grams alone.")
    var noVectors = false

    @Option(help: ArgumentHelp("Write every prediction as NDJSON.", valueName: "file"))
    var predictions: String?

    @Flag(help: "One JSON object.")
    var json = false

    func validate() throws {
        guard directory != nil || train != nil && test != nil else {
            throw ValidationError("name a pack, or --train and --test")
        }
        guard (0...20).contains(typo) else { throw ValidationError("--typo is not within 0…20") }
    }

    func run() throws {
        try reporting {
            if let train, let test {
                try evaluate(
                    NDJSON.read(IntentEvaluation.Sample.self, train),
                    NDJSON.read(IntentEvaluation.Sample.self, test))
            } else if let directory {
                var pack = PackOptions()
                pack.intents = directory
                let handbook = try pack.load()
                for part in PackEvaluation.parts(of: handbook.interpreter.lexicon) {
                    Output.line(json ? part.json.text : part.text)
                }
            }
        }
    }

    private func evaluate(
        _ train: [IntentEvaluation.Sample], _ test: [IntentEvaluation.Sample]
    ) throws {
        var typing = TypingErrors(seed: 1)
        let texts = test.map {
            IntentEvaluation.Sample(text: typing.misspell($0.text, edits: typo), intent: $0.intent)
        }
        let result = IntentEvaluation(
            train: train, test: texts, language: language, clock: { Clock.threadNanoseconds })
        if let predictions {
            let lines = try result.predictions.map { prediction in
                String(decoding: try JSONCoder.encode(prediction), as: UTF8.self) + "\n"
            }
            try Files.write(lines.joined(), to: predictions)
        }
        let scores = try JSON(bytes: try JSONCoder.encode(result.scores))
        if json { return Output.line(scores.text) }
        for member in scores.members ?? [] {
            Output.line("\(member.name.padded(to: 18)) \(member.value.text)")
        }
        for confusion in result.confusions.prefix(10) {
            Output.line(
                "confused  \(confusion.intent) with \(confusion.predicted), \(confusion.count) times"
            )
        }
    }
}

/// Cross-validation of a pack's examples, one part for each language.
enum PackEvaluation {
    struct Part {
        var language: String
        var cases: Int
        var right: Int
        var confusions: [(intent: String, predicted: String, count: Int)]

        var json: JSON {
            [
                "language": .string(language), "cases": .integer(cases), "passed": .integer(right),
                "confusions": .array(
                    confusions.map {
                        [
                            "intent": .string($0.intent), "predicted": .string($0.predicted),
                            "count": .integer($0.count),
                        ]
                    }),
            ]
        }

        var text: String {
            let share = Int((100 * Double(right) / Double(max(cases, 1))).rounded())
            let pairs = confusions.prefix(10).map {
                "\n    \($0.intent) taken for \($0.predicted), \($0.count) times"
            }
            return
                "\(language): \(right) of \(cases) examples (\(share) %) by the others of their kind"
                + pairs.joined()
        }
    }

    private static let folds = 5

    static func parts(of lexicon: Lexicon) -> [Part] {
        lexicon.languages.map { language in
            let samples = lexicon.phrases.filter { $0.language == language }.flatMap { phrases in
                phrases.examples.map { IntentEvaluation.Sample(text: $0, intent: phrases.intent) }
            }
            return part(language, samples)
        }
    }

    private static func part(_ language: String, _ samples: [IntentEvaluation.Sample]) -> Part {
        var part = Part(language: language, cases: samples.count, right: 0, confusions: [])
        var counts: [[String]: Int] = [:]
        for fold in 0..<folds {
            let held = samples.indices.filter { $0 % folds == fold }.map { samples[$0] }
            let rest = samples.indices.filter { $0 % folds != fold }.map { samples[$0] }
            let result = IntentEvaluation(
                train: rest, test: held, language: language, clock: { 0 })
            part.right += result.predictions.count { $0.intent == $0.predicted }
            for pair in result.confusions {
                counts[[pair.intent, pair.predicted], default: 0] += pair.count
            }
        }
        part.confusions = counts.sorted {
            ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1])
        }
        .map { (intent: $0.key[0], predicted: $0.key[1], count: $0.value) }
        return part
    }
}
