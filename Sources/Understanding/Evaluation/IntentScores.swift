/// The figures of an intent evaluation.
public struct IntentScores: Sendable, Equatable, Codable {
    public var cases: Int
    /// Right intents among texts in scope, rejection left out.
    public var accuracy: Double
    /// The mean over intents of F1, rejection left out.
    public var macroF1: Double
    /// Right intent or right rejection, at the threshold found in training.
    public var overall: Double
    /// Right and accepted, among texts in scope.
    public var inScopeAccuracy: Double
    /// Rejected, among texts out of scope; nil where there is none.
    public var outOfScopeRecall: Double?
    /// The area under the curve of the scope score; nil where one side is missing.
    public var areaUnderCurve: Double?
    /// Expected calibration error of the best probability over 15 equal bins, texts in scope.
    public var calibrationError: Double
    public var trainSeconds: Double
    /// Microseconds a text.
    public var predictMicrosecondsMedian: Double
    public var predictMicrosecondsP99: Double
    public var modelBytes: Int

    private enum CodingKeys: String, CodingKey {
        case cases, accuracy, overall
        case macroF1 = "macro_f1"
        case inScopeAccuracy = "in_scope_accuracy"
        case outOfScopeRecall = "oos_recall"
        case areaUnderCurve = "auroc"
        case calibrationError = "ece"
        case trainSeconds = "train_seconds"
        case predictMicrosecondsMedian = "predict_us_p50"
        case predictMicrosecondsP99 = "predict_us_p99"
        case modelBytes = "model_bytes"
    }
}

extension IntentEvaluation {
    public var scores: IntentScores {
        let inScope = predictions.filter { $0.intent != nil }
        let outOfScope = predictions.filter { $0.intent == nil }
        let right = inScope.count { $0.predicted == $0.intent }
        let kept = inScope.count { $0.predicted == $0.intent && $0.isAccepted }
        let rejected = outOfScope.count { !$0.isAccepted }
        let share = { (part: Int, whole: Int) in whole == 0 ? 0 : Double(part) / Double(whole) }
        let times = predictionTimes.sorted()
        let time = { (quantile: Double) in
            times.isEmpty ? 0 : Double(times[Int(quantile * Double(times.count - 1))]) / 1_000
        }
        return IntentScores(
            cases: predictions.count, accuracy: share(right, inScope.count),
            macroF1: Self.macroF1(inScope), overall: share(kept + rejected, predictions.count),
            inScopeAccuracy: share(kept, inScope.count),
            outOfScopeRecall: outOfScope.isEmpty ? nil : share(rejected, outOfScope.count),
            areaUnderCurve: Self.areaUnderCurve(
                positive: inScope.map(\.score), negative: outOfScope.map(\.score)),
            calibrationError: Self.calibrationError(inScope),
            trainSeconds: Double(trainNanoseconds) / 1e9, predictMicrosecondsMedian: time(0.5),
            predictMicrosecondsP99: time(0.99), modelBytes: modelBytes)
    }

    /// Intents that were taken for another, the most frequent pair first.
    public var confusions: [(intent: String, predicted: String, count: Int)] {
        var counts: [[String]: Int] = [:]
        for case let (intent?, predicted) in predictions.map({ ($0.intent, $0.predicted) })
        where intent != predicted {
            counts[[intent, predicted], default: 0] += 1
        }
        return counts.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            return left.key.lexicographicallyPrecedes(right.key)
        }.map { (intent: $0.key[0], predicted: $0.key[1], count: $0.value) }
    }

    private static func macroF1(_ predictions: [Prediction]) -> Double {
        var right: [String: Int] = [:]
        var expected: [String: Int] = [:]
        var given: [String: Int] = [:]
        for prediction in predictions {
            guard let intent = prediction.intent else { continue }
            expected[intent, default: 0] += 1
            given[prediction.predicted, default: 0] += 1
            if intent == prediction.predicted { right[intent, default: 0] += 1 }
        }
        let parts = expected.keys.sorted().map { intent in
            let sum = (expected[intent] ?? 0) + (given[intent] ?? 0)
            return 2 * Double(right[intent] ?? 0) / Double(sum)
        }
        return parts.isEmpty ? 0 : parts.reduce(0, +) / Double(parts.count)
    }

    /// The chance that a text in scope scores above one out of scope; a tie counts half.
    static func areaUnderCurve(positive: [Double], negative: [Double]) -> Double? {
        guard !positive.isEmpty, !negative.isEmpty else { return nil }
        let all = positive.map { ($0, true) } + negative.map { ($0, false) }
        let sorted = all.sorted { $0.0 < $1.0 }
        var rankSum = 0.0
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end].0 == sorted[start].0 { end += 1 }
            let rank = Double(start + end + 1) / 2
            rankSum += rank * Double(sorted[start..<end].count { $0.1 })
            start = end
        }
        let count = Double(positive.count)
        return (rankSum - count * (count + 1) / 2) / (count * Double(negative.count))
    }

    private static func calibrationError(_ predictions: [Prediction]) -> Double {
        let bins = 15
        var sums = [Double](repeating: 0, count: bins)
        for prediction in predictions {
            let bin = min(bins - 1, max(0, Int(prediction.probability * Double(bins))))
            let right: Double = prediction.predicted == prediction.intent ? 1 : 0
            sums[bin] += prediction.probability - right
        }
        guard !predictions.isEmpty else { return 0 }
        return sums.reduce(0) { $0 + abs($1) } / Double(predictions.count)
    }
}
