public import Facts

/// Cross-validates a lexicon, or tries it on texts of others. In cross-validation a fifth of every
/// intent's examples at a time is held out, the rest is compiled and trained as the desk does it, and the
/// held-out ones are read. The phrase rules are left out, because they are certain and would hide what the
/// examples teach.
public struct PackEvaluation: Sendable {
    /// What became of one held-out example.
    public struct Trial: Sendable, Equatable {
        public var text: String
        public var language: String
        public var intent: String
        /// The best intent, taken or not; empty where there is none.
        public var best: String
        /// Calibrated probabilities of the best intent and of the right one (0 where it is not among the
        /// first five).
        public var probability: Double
        public var ownProbability: Double
        public var outcome: Outcome
    }

    /// What the desk would have done.
    public enum Outcome: String, Sendable, Equatable {
        case right
        /// The one that hurts: another wish is taken.
        case wrong
        /// Two intents are close: the desk asks.
        case asked
        case notUnderstood = "not_understood"
    }

    public private(set) var trials: [Trial] = []
    private let counts: [String: [String: Int]]
    private let languages: [String]
    public static let folds = 5

    /// Trains once a fold; `progress` hears of every fold that is done.
    public init(
        _ lexicon: Lexicon, vectors: StaticVectors?, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(LexiconErrors) {
        languages = lexicon.languages
        var counts: [String: [String: Int]] = [:]
        for phrases in lexicon.phrases where !phrases.examples.isEmpty {
            counts[phrases.language, default: [:]][phrases.intent] = phrases.examples.count
        }
        self.counts = counts
        for fold in 0..<Self.folds {
            try read(fold, of: lexicon, vectors: vectors)
            progress(fold + 1, Self.folds)
        }
    }

    /// Reads texts that the lexicon does not have, as the desk does it, rules included. A text without an intent is
    /// right where it is not understood.
    public init(
        of samples: [IntentEvaluation.Sample], by interpreter: Interpreter, language: String,
        today: Day
    ) {
        languages = [language]
        counts = [:]
        trials = samples.map { sample in
            let reading = interpreter.interpret(sample.text, in: language, today: today)
            var trial = Self.trial(sample.text, sample.intent ?? "", language, reading)
            if sample.intent == nil {
                trial.outcome = trial.outcome == .notUnderstood ? .right : .wrong
            }
            return trial
        }
    }

    private mutating func read(
        _ fold: Int, of lexicon: Lexicon, vectors: StaticVectors?
    ) throws(LexiconErrors) {
        var rest = lexicon
        var held: [(text: String, phrases: IntentPhrases)] = []
        for index in rest.phrases.indices {
            let phrases = lexicon.phrases[index]
            rest.phrases[index].rules = []
            rest.phrases[index].examples = phrases.examples.enumerated()
                .filter { $0.offset % Self.folds != fold }.map(\.element)
            held += phrases.examples.enumerated()
                .filter { $0.offset % Self.folds == fold }.map { ($0.element, phrases) }
        }
        let interpreter = try Interpreter(rest, cachedModel: nil, vectors: vectors)
        for (text, phrases) in held {
            let reading = interpreter.interpret(
                text, in: phrases.language, today: Day(number: 0))
            trials.append(Self.trial(text, phrases.intent, phrases.language, reading))
        }
    }

    private static func trial(
        _ text: String, _ intent: String, _ language: String, _ reading: Interpretation
    ) -> Trial {
        let outcome: Outcome =
            switch reading.verdict {
            case .rule(let taken, _), .ranked(let taken, _): taken == intent ? .right : .wrong
            case .close: .asked
            case .notUnderstood: .notUnderstood
            }
        return Trial(
            text: text, language: language, intent: intent,
            best: reading.verdict.intent ?? reading.ranking.first?.intent ?? "",
            probability: reading.ranking.first?.probability ?? 0,
            ownProbability: reading.ranking.first { $0.intent == intent }?.probability ?? 0,
            outcome: outcome)
    }
}

extension PackEvaluation {
    /// The figures of one language, and what to do about them.
    public struct Part: Sendable, Equatable {
        public var language: String
        public var cases: Int
        /// How many were read as theirs, read as another, asked about, not understood.
        public var right: Int
        public var wrong: Int
        public var asked: Int
        public var notUnderstood: Int
        /// How many had their own intent ranked first, whether it was taken or not.
        public var rankedFirst: Int
        /// Ranked first instead of the right one, the most frequent pair first.
        public var confusions: [Confusion]
        /// The examples that the others of their intent speak for least.
        public var weakest: [Trial]
        public var advice: [String]
    }

    /// An intent that another was ranked before.
    public struct Confusion: Sendable, Equatable {
        public var intent: String
        public var predicted: String
        public var count: Int
    }

    /// One part a language, in the lexicon's order.
    public var parts: [Part] { languages.map(part) }

    private func part(_ language: String) -> Part {
        let own = trials.filter { $0.language == language }
        let confusions = Self.confusions(own)
        let weakest = own.filter { $0.best != $0.intent }
            .sorted {
                ($0.ownProbability - $0.probability, $0.text) < (
                    $1.ownProbability - $1.probability, $1.text
                )
            }
        let count = { (outcome: Outcome) in own.count { $0.outcome == outcome } }
        return Part(
            language: language, cases: own.count, right: count(.right), wrong: count(.wrong),
            asked: count(.asked), notUnderstood: count(.notUnderstood),
            rankedFirst: own.count { $0.best == $0.intent }, confusions: confusions,
            weakest: Array(weakest.prefix(10)),
            advice: advice(language, confusions, weakest))
    }

    private static func confusions(_ trials: [Trial]) -> [Confusion] {
        var counts: [[String]: Int] = [:]
        for trial in trials where trial.best != trial.intent && !trial.best.isEmpty {
            counts[[trial.intent, trial.best], default: 0] += 1
        }
        let pairs = counts.map {
            Confusion(intent: $0.key[0], predicted: $0.key[1], count: $0.value)
        }
        return pairs.sorted {
            ($1.count, $0.intent, $0.predicted) < ($0.count, $1.intent, $1.predicted)
        }
    }

    /// Fewer examples than this show too few of the ways in which people say a thing.
    private static let fewestExamples = 25
    /// Two intents are too close when this share of their examples is taken for the other.
    private static let closeShare = 0.15

    private func advice(
        _ language: String, _ confusions: [Confusion], _ weakest: [Trial]
    ) -> [String] {
        guard let counts = counts[language] else { return [] }
        var lines: [String] = []
        for pair in Self.pairs(confusions) {
            let examples = (counts[pair.intent] ?? 0) + (counts[pair.predicted] ?? 0)
            guard pair.count >= 2, Double(pair.count) >= Self.closeShare * Double(examples) else {
                continue
            }
            lines.append(
                "\(pair.intent) and \(pair.predicted) are too close: \(pair.count) of \(examples) examples are"
                    + " taken for the other; give each the words that tell them apart, or make them one"
            )
        }
        for trial in weakest where trial.probability >= 0.8 {
            lines.append(
                "'\(trial.text)' of \(trial.intent) reads like \(trial.best); move it, or add others like it"
            )
        }
        let few = counts.filter { $0.value < Self.fewestExamples }.sorted { $0.key < $1.key }
        if !few.isEmpty {
            let names = few.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
            lines.append("fewer than \(Self.fewestExamples) examples: \(names)")
        }
        return lines
    }

    /// Both directions of a confusion as one.
    private static func pairs(_ confusions: [Confusion]) -> [Confusion] {
        var counts: [[String]: Int] = [:]
        for one in confusions {
            counts[[one.intent, one.predicted].sorted(), default: 0] += one.count
        }
        return counts.map { Confusion(intent: $0.key[0], predicted: $0.key[1], count: $0.value) }
            .sorted { ($1.count, $0.intent, $0.predicted) < ($0.count, $1.intent, $1.predicted) }
    }
}
