/// How a trainee's answers compare with what was recorded, by rules that anybody can check.
struct TrainingScore: Equatable {
    var rules: [Rule]

    /// One rule: so many of so many, and what is missing.
    struct Rule: Equatable {
        var name: String
        var weight: Int
        var reached: Int
        var possible: Int
        /// What to do better; empty where nothing is missing.
        var remarks: [String]
    }

    /// 0…100: rules with nothing to compare do not count.
    var points: Int {
        let counted = rules.filter { $0.possible > 0 }
        let weights = counted.reduce(0) { $0 + $1.weight }
        guard weights > 0 else { return 0 }
        let sum = counted.reduce(0.0) {
            $0 + Double($1.weight * $1.reached) / Double($1.possible)
        }
        return Int((sum / Double(weights) * 100).rounded())
    }

    /// `tone`: kinds of words by language, as `Scorecards/tone.yaml` has them.
    init(
        _ given: TrainingCase, recorded: TrainingCase, tone: [String: [String: [String]]]
    ) {
        rules = [
            TrainingScore.resolution(given, recorded), TrainingScore.facts(given, recorded),
            TrainingScore.steps(given, recorded), TrainingScore.tone(given, recorded, tone),
            TrainingScore.answered(given, recorded),
        ]
    }

    private static func resolution(_ given: TrainingCase, _ recorded: TrainingCase) -> Rule {
        guard let wanted = recorded.resolution else {
            return Rule(name: "resolution", weight: 25, reached: 0, possible: 0, remarks: [])
        }
        let isSame = given.resolution == wanted
        let found = given.resolution.map { "you wrote '\($0)'" } ?? "you did not resolve it"
        return Rule(
            name: "resolution", weight: 25, reached: isSame ? 1 : 0, possible: 1,
            remarks: isSame ? [] : ["\(found); it was resolved as '\(wanted)'"])
    }

    private static func facts(_ given: TrainingCase, _ recorded: TrainingCase) -> Rule {
        let wanted = facts(in: recorded.answers)
        let named = Set(facts(in: given.answers))
        let missing = wanted.filter { !named.contains($0) }
        return Rule(
            name: "facts named", weight: 35, reached: wanted.count - missing.count,
            possible: wanted.count, remarks: missing.map { "'\($0)' was not named" })
    }

    private static func steps(_ given: TrainingCase, _ recorded: TrainingCase) -> Rule {
        var wanted: [String] = []
        for step in recorded.steps where !wanted.contains(step) { wanted.append(step) }
        let missing = wanted.filter { !given.steps.contains($0) }
        let extra = given.steps.filter { !wanted.contains($0) }
        return Rule(
            name: "steps taken", weight: 20, reached: wanted.count - missing.count,
            possible: wanted.count,
            remarks: missing.map { "'\($0)' was done then" }
                + extra.map { "'\($0)' was not done then" })
    }

    private static func tone(
        _ given: TrainingCase, _ recorded: TrainingCase, _ tone: [String: [String: [String]]]
    ) -> Rule {
        var remarks: [String] = []
        var possible = 1
        var reached = 1
        let shouted = given.answers.filter(isShouted)
        if !shouted.isEmpty {
            reached = 0
            remarks.append("do not write in capitals")
        }
        for kind in tone.keys.sorted() {
            let words = (tone[kind] ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value)
            guard says(recorded.answers, any: words) else { continue }
            possible += 1
            if says(given.answers, any: words) {
                reached += 1
            } else {
                remarks.append("the recorded answer had a word of \(kind)")
            }
        }
        return Rule(
            name: "tone", weight: 10, reached: reached, possible: possible, remarks: remarks)
    }

    /// A last "thanks" that nobody answered then needs no answer.
    private static func answered(_ given: TrainingCase, _ recorded: TrainingCase) -> Rule {
        let pairs = zip(given.exchanges, recorded.exchanges).filter { !$1.answers.isEmpty }
        let open = pairs.map(\.0).filter(\.answers.isEmpty)
        return Rule(
            name: "every message answered", weight: 10,
            reached: pairs.count - open.count, possible: pairs.count,
            remarks: open.map { "no answer to: \(SafeText.oneLine($0.customer, limit: 50))" })
    }

    // MARK: Texts

    /// Words with a digit or an @, each once: order numbers, amounts, days, addresses.
    static func facts(in texts: [String]) -> [String] {
        var found: [String] = []
        for text in texts {
            for word in text.split(whereSeparator: \.isWhitespace) {
                let fact = trimmed(word)
                guard fact.contains(where: { $0.isNumber || $0 == "@" }) else { continue }
                if !found.contains(fact) { found.append(fact) }
            }
        }
        return found
    }

    /// Without marks around it, in small letters; `12,50` counts as `12.50`.
    private static func trimmed(_ word: Substring) -> String {
        func isMark(_ character: Character) -> Bool {
            !(character.isLetter || character.isNumber)
        }
        let start = word.drop(while: isMark)
        let core = String(start.reversed().drop(while: isMark).reversed()).lowercased()
        return core.allSatisfy({ $0.isNumber || $0 == "," })
            ? String(core.map { $0 == "," ? "." : $0 }) : core
    }

    private static func says(_ texts: [String], any words: [String]) -> Bool {
        texts.contains { text in
            let padded = " " + spaced(text) + " "
            return words.contains { padded.contains(" " + spaced($0) + " ") }
        }
    }

    /// Small letters, single blanks, no marks.
    private static func spaced(_ text: String) -> String {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }

    private static func isShouted(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 8 && letters == letters.uppercased()
            && letters != letters.lowercased()
    }
}
