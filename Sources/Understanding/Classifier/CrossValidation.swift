/// Learns temperature, scope score and threshold on texts that the weights have not seen.
///
/// In each fold a part of every intent's texts is held out, and one intent in five is left out whole: its
/// texts stand for everything that the handbook does not know.
struct CrossValidation {
    let training: ClassifierTraining
    let set: ExampleSet
    /// The number of intents; rows with that label are out of scope.
    let classes: Int
    /// The classes that are trained: one more than the intents where "out of scope" is one.
    let columns: Int

    /// At most so many held-out texts are looked at.
    private static let sampleLimit = 1_800

    /// What was seen of one held-out text.
    struct Trial: Sendable {
        var logits: [Float]
        /// Nil out of scope.
        var label: Int?
        var signs: ScopeScore.Signs
        var isRight: Bool
        var language: Int
        /// It was given as out of scope, not an intent left out.
        var isGiven: Bool
    }

    /// The folds to try; 0 where there are too few texts.
    var folds: Int {
        classes > 1 && set.count >= 4 * classes && set.count >= 20 ? usedFolds : 0
    }

    /// What the trials of all folds say, in their order.
    func calibration(_ trials: [Trial]) -> Calibration {
        let languages = training.languages
        guard folds > 0 else { return .untrained(languages: languages) }
        let temperature =
            Self.temperature(trials.filter { $0.label != nil })
            * (leavesIntentsOut ? crowding : 1)
        guard let shared = scope(trials, atLeast: 10) else {
            return .untrained(temperature: temperature, languages: languages)
        }
        // Static vectors speak one language, and n-grams tell more in some than in others.
        let scopes = (0..<max(1, languages)).map { language in
            scope(trials.filter { $0.language == language }, atLeast: Self.fewestOwn) ?? shared
        }
        return Calibration(temperature: temperature, scopes: scopes)
    }

    /// Where a fifth of the intents is left out, fewer are there to take a text for another, and the folds look
    /// surer than the whole is: by so much, few-shot and full, over several sets of 64 to 150 intents; by less with
    /// words near to a text's.
    private var crowding: Double { training.blocks.near > 0 ? 1.03 : 1.08 }

    private var leavesIntentsOut: Bool { classes >= 5 }

    /// A language with fewer trials in or out of scope is judged by those of all languages.
    private static let fewestOwn = 80

    /// The score that fits the trials best; nil where either side has too few.
    private func scope(_ trials: [Trial], atLeast fewest: Int) -> ScopeScore? {
        let inScope = trials.filter { $0.label != nil }
        let outOfScope = trials.filter { $0.label == nil }
        guard outOfScope.count >= fewest, inScope.count >= fewest else { return nil }
        var scope = ScopeScore.untrained
        let given = outOfScope.filter(\.isGiven)
        let hasGiven = given.count >= Self.fewestGiven
        scope.coefficients = ScopeScore.fitted(
            inScope: inScope.map(\.signs),
            outOfScope: outOfScope.filter { !hasGiven || !$0.isGiven }.map(\.signs),
            given: hasGiven ? given.map(\.signs) : [], weighing: training.givenShare)
        // Texts that are no class were given by nobody who knows what comes in.
        scope.threshold = Self.threshold(
            scope, columns > classes ? trials : trials.filter { !$0.isGiven })
        return scope
    }

    private let foldCount = 4

    /// With many texts fewer folds show enough.
    private var usedFolds: Int { self.set.count < 800 ? 4 : self.set.count < 2_000 ? 3 : 2 }

    /// The place of each row among those of its intent and language.
    private var places: [Int] {
        var counts: [Int: Int] = [:]
        return set.labels.indices.map { row in
            let group = Int(set.labels[row]) * training.languages + Int(set.languages[row])
            let place = counts[group, default: 0]
            counts[group] = place + 1
            return place
        }
    }

    /// How the texts that a fold holds out are read by what is trained on the others.
    func trials(fold: Int) -> [Trial] {
        let places = places
        let isStranger = { (row: Int) in
            let label = Int(self.set.labels[row])
            return label >= self.classes || (self.leavesIntentsOut && label % 5 == fold)
        }
        let rows = Array(0..<self.set.count)
        let heldOut = rows.filter { places[$0] % foldCount == fold }
        let known = rows.filter { row in
            let label = Int(self.set.labels[row])
            let isTrained = label >= classes ? columns > classes : !isStranger(row)
            return places[row] % foldCount != fold && isTrained
        }
        let frequencies = self.set.inverseFrequencies(of: known)
        let examples = WeightedExamples(
            self.set, inverseFrequencies: frequencies, weights: training.blocks)
        let weights = training.logistic.weights(for: examples, rows: known, classes: columns)
        let inScope = known.filter { Int(self.set.labels[$0]) < classes }
        let isKnown = self.set.isKnown(in: inScope)
        let neighbours = Neighbours(
            examples, rows: inScope, classes: classes, languages: training.languages)
        let isGiven = { (row: Int) in Int(self.set.labels[row]) >= classes }
        let looked = sample(heldOut.filter { !isGiven($0) }) + sample(heldOut.filter(isGiven))
        return looked.map { row in
            trial(
                isGiven: isGiven(row),
                ScaledText(row: row, of: examples, known: isKnown),
                label: isStranger(row) ? nil : Int(self.set.labels[row]),
                language: Int(self.set.languages[row]), weights, neighbours)
        }
    }

    private func sample(_ rows: [Int]) -> [Int] {
        let limit = Self.sampleLimit / usedFolds
        guard rows.count > limit else { return rows }
        return (0..<limit).map { rows[$0 * rows.count / limit] }
    }

    private func trial(
        isGiven: Bool, _ text: ScaledText, label: Int?, language: Int, _ weights: [Float],
        _ neighbours: Neighbours
    ) -> Trial {
        let all = text.logits(weights, classes: columns, firstDense: self.set.index.count)
        let logits = Array(all.prefix(classes))
        let order = Classifier.order(logits)
        var signs = Classifier.signs(
            text, logits, order, stranger: columns > classes ? all[classes] : 0)
        signs.nearest = neighbours.similarity(
            of: text, classes: order.prefix(3), language: language)
        return Trial(
            logits: logits, label: label, signs: signs,
            isRight: order.first == label, language: language, isGiven: isGiven)
    }

    /// The temperature with the least log loss on texts in scope: golden-section search in its logarithm.
    static func temperature(_ trials: [Trial]) -> Double {
        let loss = { (temperature: Double) in
            trials.reduce(0.0) { sum, trial in
                guard let label = trial.label else { return sum }
                return sum + logLoss(trial.logits, label, temperature)
            }
        }
        var low = Exponential.log(0.1)
        var high = Exponential.log(3)
        for _ in 0..<10 {
            let step = (high - low) * 0.381_966
            if loss(Exponential.exp(low + step)) < loss(Exponential.exp(high - step)) {
                high -= step
            } else {
                low += step
            }
        }
        return Exponential.exp((low + high) / 2)
    }

    private static func logLoss(_ logits: [Float], _ label: Int, _ temperature: Double) -> Double {
        let factor = Float(1 / temperature)
        return logits.withUnsafeBufferPointer { logits in
            var highest = -Float.infinity
            var index = 0
            while index < logits.count {
                if logits[index] > highest { highest = logits[index] }
                index &+= 1
            }
            var sum: Float = 0
            index = 0
            while index < logits.count {
                let gap = (logits[index] - highest) * factor
                if gap > -30 { sum += Exponential.quick(gap) }
                index &+= 1
            }
            return Exponential.log(Double(sum)) - Double((logits[label] - highest) * factor)
        }
    }

    /// The score that best parts right answers from strangers.
    ///
    /// Losing a right answer weighs three times a stranger let in. Strangers are the texts known to be out of
    /// scope; where they are few, the intents left out: those are of the same trade, nearer than most of real
    /// life, so no more than a few right answers may be lost to them. Of scores that part them about as well the mean
    /// is taken: the very best one leaps with a single example.
    static func threshold(_ scope: ScopeScore, _ trials: [Trial]) -> Double {
        let scores = { (trials: [Trial]) in trials.map { scope.score($0.signs) }.sorted() }
        let right = scores(trials.filter { $0.label != nil && $0.isRight })
        let given = trials.filter { $0.label == nil && $0.isGiven }
        let isGiven = given.count >= fewestGiven
        let strange = scores(isGiven ? given : trials.filter { $0.label == nil })
        guard !right.isEmpty, !strange.isEmpty else { return ScopeScore.untrained.threshold }
        var candidates: [(threshold: Double, gain: Double)] = []
        var passed = 0
        for (lost, candidate) in right.enumerated() {
            let kept = 1 - Double(lost) / Double(right.count)
            if kept < (isGiven ? fewestKeptOfGiven : fewestKept) { break }
            while passed < strange.count, strange[passed] < candidate { passed += 1 }
            let gain = 3 * kept + Double(passed) / Double(strange.count)
            candidates.append((candidate, gain))
        }
        guard let best = candidates.map(\.gain).max() else { return right[0] }
        let near = candidates.filter { $0.gain >= best - aboutAsWell }.map(\.threshold)
        return near.reduce(0, +) / Double(near.count)
    }

    private static let aboutAsWell = 0.02

    private static let fewestGiven = 20
    /// At least this share of the right answers stays above the threshold.
    private static let fewestKept = 0.90
    private static let fewestKeptOfGiven = 0.97
}
