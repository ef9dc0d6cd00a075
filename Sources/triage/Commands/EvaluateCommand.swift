import ArgumentParser
import Daemon
import Facts
import Glibc
import Triage
import Understanding
import Wire

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well intents are recognised.",
        discussion: """
            With a pack: cross-validation of its examples by language, the intents that are \
            confused, the weakest examples, and advice; with --test as well, what the pack makes \
            of texts that it does not have. With --train and --test: NDJSON \
            {"text", "intent"}, intent null is out of scope; or {"text", "language"}, to measure \
            how well languages are told apart.

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

    @OptionGroup var vectors: VectorOptions

    @Option(help: ArgumentHelp("Write every prediction as NDJSON.", valueName: "file"))
    var predictions: String?

    @Option(
        help: ArgumentHelp(
            "With a pack: read each line of a file and tell the thread CPU time.",
            valueName: "file"))
    var speed: String?

    @Option(help: ArgumentHelp("How often --speed reads each line.", valueName: "n"))
    var rounds = 100

    @Flag(help: "One JSON object.")
    var json = false

    func validate() throws {
        guard directory != nil || train != nil && test != nil else {
            throw ValidationError("name a pack, or --train and --test")
        }
        guard (1...100_000).contains(rounds) else {
            throw ValidationError("--rounds is not within 1…100000")
        }
        guard (0...20).contains(typo) else { throw ValidationError("--typo is not within 0…20") }
    }

    func run() throws {
        try reporting {
            if let train, let test, try Self.namesLanguages(train) {
                try tellLanguages(
                    NDJSON.read(LanguageEvaluation.Sample.self, train),
                    NDJSON.read(LanguageEvaluation.Sample.self, test))
            } else if let train, let test {
                try evaluate(
                    NDJSON.read(IntentEvaluation.Sample.self, train),
                    NDJSON.read(IntentEvaluation.Sample.self, test))
            } else if let directory {
                if let test {
                    try tryOut(directory, NDJSON.read(IntentEvaluation.Sample.self, test))
                } else if let speed {
                    try measure(directory, Files.text(speed))
                } else {
                    try crossValidate(directory)
                }
            }
        }
    }

    /// Whether the first line of a file has a language and no intent.
    private static func namesLanguages(_ path: String) throws -> Bool {
        let line = try Files.text(path).prefix { $0 != "\n" }
        // A line that is no JSON is told with its place by whoever reads the texts.
        let first = try? JSON(bytes: Array(line.utf8))
        let names = first?.members?.map(\.name) ?? []
        return names.contains("language") && !names.contains("intent")
    }

    private func tellLanguages(
        _ train: [LanguageEvaluation.Sample], _ test: [LanguageEvaluation.Sample]
    ) throws {
        let result = LanguageEvaluation(train: train, test: test) { Clock.threadNanoseconds }
        if let predictions {
            let lines = try result.predictions.map { prediction in
                String(decoding: try JSONCoder.encode(prediction), as: UTF8.self) + "\n"
            }
            try Files.write(lines.joined(), to: predictions)
        }
        print(try JSON(bytes: try JSONCoder.encode(result.scores)))
    }

    private func measure(_ directory: String, _ text: String) throws {
        let vectors = try vectors.table(pack: directory).vectors
        let handbook = try PackOptions.load(directory, vectors).handbook
        let texts = text.split(separator: "\n").map(String.init)
        print(ReadingSpeed(texts, handbook: handbook, rounds: rounds).json)
    }

    /// One object as JSON or line by line.
    private func print(_ figures: JSON) {
        if json { return Output.line(figures.text) }
        for member in figures.members ?? [] {
            Output.line("\(member.name.padded(to: 18)) \(member.value.text)")
        }
    }

    /// What the whole pack makes of texts that it does not have.
    private func tryOut(_ directory: String, _ samples: [IntentEvaluation.Sample]) throws {
        let vectors = try vectors.table(pack: directory).vectors
        let interpreter = try PackOptions.load(directory, vectors).handbook.interpreter
        let evaluation = PackEvaluation(
            of: samples, by: interpreter, language: language, today: Day(number: 0))
        if let predictions {
            let lines = evaluation.trials.map { PackEvaluationText.json($0).text + "\n" }
            try Files.write(lines.joined(), to: predictions)
        }
        for part in evaluation.parts {
            let lines = json ? [PackEvaluationText.json(part).text] : PackEvaluationText.lines(part)
            for line in lines { Output.line(line) }
        }
    }

    private func crossValidate(_ directory: String) throws {
        let vectors = try vectors.table(pack: directory).vectors
        let lexicon = try PackOptions.load(directory, vectors).handbook.interpreter.lexicon
        let evaluation = try PackEvaluation(lexicon, vectors: vectors) { done, all in
            if isatty(STDERR_FILENO) == 1 { Output.error("fold \(done) of \(all)") }
        }
        for part in evaluation.parts {
            if json {
                Output.line(PackEvaluationText.json(part).text)
            } else {
                for line in PackEvaluationText.lines(part) { Output.line(line) }
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
            train: train, test: texts, language: language,
            vectors: try vectors.table(pack: "Intents").vectors, clock: { Clock.threadNanoseconds }
        ) { done, all in
            if isatty(STDERR_FILENO) == 1, done > 0, done % 1_000 == 0 {
                Output.error("\(done) of \(all)")
            }
        }
        if let predictions {
            let lines = try result.predictions.map { prediction in
                String(decoding: try JSONCoder.encode(prediction), as: UTF8.self) + "\n"
            }
            try Files.write(lines.joined(), to: predictions)
        }
        let scores = try JSON(bytes: try JSONCoder.encode(result.scores))
        print(scores)
        if json { return }
        for confusion in result.confusions.prefix(10) {
            Output.line(
                "confused  \(confusion.intent) with \(confusion.predicted), \(confusion.count) times"
            )
        }
    }
}

/// A pack's cross-validation for people and for programs.
enum PackEvaluationText {
    static func lines(_ part: PackEvaluation.Part) -> [String] {
        let share = { (count: Int) in
            ExplanationText.percent(Double(count) / Double(max(part.cases, 1)))
        }
        var lines = [
            "\(part.language): of \(part.cases) texts, none of them learnt, \(part.right) are taken for"
                + " theirs (\(share(part.right))), \(part.wrong) for another (\(share(part.wrong))),"
                + " \(part.asked) are asked about (\(share(part.asked))), \(part.notUnderstood) are not"
                + " understood (\(share(part.notUnderstood))); their own intent is first for"
                + " \(share(part.rankedFirst))"
        ]
        for pair in part.confusions.prefix(10) {
            lines.append(
                "    confused  \(pair.intent) with \(pair.predicted), \(pair.count) times")
        }
        for trial in part.weakest {
            lines.append(
                "    weakest   '\(SafeText.shown(trial.text))' of \(trial.intent):"
                    + " \(trial.best) \(ExplanationText.percent(trial.probability)),"
                    + " its own \(ExplanationText.percent(trial.ownProbability))")
        }
        return lines + part.advice.map { "    advice    \($0)" }
    }

    static func json(_ trial: PackEvaluation.Trial) -> JSON {
        [
            "text": .string(trial.text), "intent": .string(trial.intent),
            "predicted": .string(trial.best), "probability": .number(trial.probability),
            "outcome": .string(trial.outcome.rawValue),
        ]
    }

    static func json(_ part: PackEvaluation.Part) -> JSON {
        [
            "language": .string(part.language), "cases": .integer(part.cases),
            "passed": .integer(part.right), "wrong": .integer(part.wrong),
            "asked": .integer(part.asked), "not_understood": .integer(part.notUnderstood),
            "ranked_first": .integer(part.rankedFirst),
            "confusions": .array(
                part.confusions.map {
                    [
                        "intent": .string($0.intent), "predicted": .string($0.predicted),
                        "count": .integer($0.count),
                    ]
                }),
            "weakest": .array(
                part.weakest.map {
                    [
                        "text": .string($0.text), "intent": .string($0.intent),
                        "predicted": .string($0.best), "probability": .number($0.probability),
                        "own_probability": .number($0.ownProbability),
                    ]
                }),
            "advice": .array(part.advice.map { .string($0) }),
        ]
    }
}
