/// Trains the language detector on texts and judges it on others: `triage evaluate` with `{"text","language"}`.
public struct LanguageEvaluation: Sendable {
    /// A text in a language.
    public struct Sample: Sendable, Equatable, Codable {
        public var text: String
        public var language: String

        public init(text: String, language: String) {
            self.text = text
            self.language = language
        }
    }

    /// What was made of one test text.
    public struct Prediction: Sendable, Equatable, Codable {
        public var text: String
        public var language: String
        public var predicted: String
        /// 0…1.
        public var confidence: Double
    }

    /// The figures.
    public struct Scores: Sendable, Equatable, Codable {
        public var cases: Int
        public var passed: Int
        public var accuracy: Double
        public var trainSeconds: Double
        /// Microseconds a text.
        public var predictMicrosecondsMedian: Double
        public var predictMicrosecondsP99: Double

        private enum CodingKeys: String, CodingKey {
            case cases, passed, accuracy
            case trainSeconds = "train_seconds"
            case predictMicrosecondsMedian = "predict_us_p50"
            case predictMicrosecondsP99 = "predict_us_p99"
        }
    }

    public private(set) var predictions: [Prediction] = []
    private var predictionTimes: [UInt64] = []
    private let trainNanoseconds: UInt64

    /// Trains and predicts; `clock` gives nanoseconds.
    public init(train: [Sample], test: [Sample], clock: () -> UInt64) {
        let start = clock()
        let detector = LanguageDetector(
            languages: Set(train.map(\.language)).sorted(),
            texts: train.map { ($0.language, Normaliser.normalise($0.text)) }, limit: Int.max)
        trainNanoseconds = clock() &- start
        for sample in test {
            let start = clock()
            let found = detector.detect(Normaliser.normalise(sample.text))
            predictionTimes.append(clock() &- start)
            predictions.append(
                Prediction(
                    text: sample.text, language: sample.language, predicted: found.language,
                    confidence: found.confidence))
        }
    }

    public var scores: Scores {
        let passed = predictions.count { $0.predicted == $0.language }
        let times = predictionTimes.sorted()
        let time = { (quantile: Double) in
            times.isEmpty ? 0 : Double(times[Int(quantile * Double(times.count - 1))]) / 1_000
        }
        return Scores(
            cases: predictions.count, passed: passed,
            accuracy: predictions.isEmpty ? 0 : Double(passed) / Double(predictions.count),
            trainSeconds: Double(trainNanoseconds) / 1e9, predictMicrosecondsMedian: time(0.5),
            predictMicrosecondsP99: time(0.99))
    }
}
