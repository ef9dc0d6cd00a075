/// Trains on one file of texts with intents and judges on another: `triage evaluate`.
public struct IntentEvaluation: Sendable {
    /// A text with its intent; nil is out of scope.
    public struct Sample: Sendable, Equatable, Codable {
        public var text: String
        public var intent: String?

        public init(text: String, intent: String?) {
            self.text = text
            self.intent = intent
        }
    }

    /// What was made of one test text.
    public struct Prediction: Sendable, Equatable, Codable {
        public var text: String
        /// The intent it has; nil out of scope.
        public var intent: String?
        /// The best intent, taken or not.
        public var predicted: String
        /// Calibrated, 0…1.
        public var probability: Double
        /// How surely it is in scope, 0…1.
        public var score: Double
        /// Whether the score is at or above the threshold found in training.
        public var isAccepted: Bool
    }

    public private(set) var predictions: [Prediction] = []
    /// Nanoseconds of each prediction, by the clock that was given.
    public private(set) var predictionTimes: [UInt64] = []
    public private(set) var trainNanoseconds: UInt64
    public private(set) var modelBytes: Int
    public private(set) var threshold: Double

    /// Trains and predicts. `clock` gives nanoseconds (thread CPU time, best); `progress` hears of every
    /// hundredth test text.
    public init(
        train: [Sample], test: [Sample], language: String = "en", vectors: StaticVectors? = nil,
        clock: () -> UInt64, progress: (Int, Int) -> Void = { _, _ in }
    ) {
        let start = clock()
        var reading = TextReading(vectors: vectors)
        let ranker = Self.ranker(train, language: language, vectors: vectors, reading: &reading)
        trainNanoseconds = clock() &- start
        modelBytes = ranker.classifier.bytes.count
        threshold = ranker.classifier.calibration.scope(0).threshold
        for (number, sample) in test.enumerated() {
            if number % 100 == 0 { progress(number, test.count) }
            let start = clock()
            let normalised = Normaliser.normalise(sample.text)
            let tokens = Tokenizer.tokens(of: normalised, language: language)
            let words = reading.corrected(
                tokens, keys: tokens.map(WordKey.init), masks: [], language: language
            ).tokens
            let result = ranker.rank(
                TextReading.words(of: words, masks: []), language: language)
            predictionTimes.append(clock() &- start)
            predictions.append(
                Prediction(
                    text: sample.text, intent: sample.intent,
                    predicted: result.ranking.first?.intent ?? "",
                    probability: result.ranking.first?.probability ?? 0, score: result.scopeScore,
                    isAccepted: result.isInScope))
        }
    }

    static func ranker(
        _ train: [Sample], language: String, vectors: StaticVectors?,
        reading: inout TextReading
    ) -> IntentRanker {
        let titles = Set(train.compactMap(\.intent)).sorted().map { intent in
            Sample(text: Self.title(of: intent), intent: intent)
        }
        // Without texts out of scope everyday talk stands for them; but it may be what an intent is about, so it is
        // no class.
        let hasStrangers = train.contains { $0.intent == nil }
        let talk = hasStrangers ? [] : BackgroundTexts.of(language)
        let strangers = talk.map { Sample(text: $0, intent: nil) }
        let examples = (train + titles + strangers).map { sample in
            let tokens = Tokenizer.tokens(
                of: Normaliser.normalise(sample.text), language: language)
            if sample.intent != nil { reading.learn(tokens, language: language) }
            return IntentRanker.Example(tokens: tokens, intent: sample.intent, language: language)
        }
        return IntentRanker(
            examples, languages: [language], vectors: vectors,
            training: ClassifierTraining(learnsStrangers: hasStrangers))
    }

    /// The name of an intent as words: `card_arrival` and `CardArrival` are "card arrival".
    static func title(of intent: String) -> String {
        var out = ""
        var wasLower = false
        for character in intent {
            if character.isLetter || character.isNumber {
                if character.isUppercase, wasLower { out += " " }
                out += character.lowercased()
            } else {
                out += " "
            }
            wasLower = character.isLowercase
        }
        return out
    }
}
