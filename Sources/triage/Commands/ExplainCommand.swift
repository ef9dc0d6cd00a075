import ArgumentParser
import Facts
import Handbook
import Triage
import Understanding
import Wire

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say how a text is understood, and why.",
        discussion: "Example: triage explain 'where is my order 1042' --language en")

    @Argument(help: ArgumentHelp("What the customer writes.", valueName: "text"))
    var text: [String]

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("The conversation's language.", valueName: "tag"))
    var language: String?

    @Option(
        help: ArgumentHelp(
            "The shop whose words count, as sqlite:FILE (default: the demo shop's).",
            valueName: "place"))
    var shop: String?

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        try reporting {
            let handbook =
                try shop.map { place throws(CommandFailure) in
                    try pack.load(shopVocabulary: ShopOption.vocabulary(of: place))
                } ?? pack.load()
            let explanation = handbook.interpreter.explain(
                text.joined(separator: " "), language: language,
                today: handbook.zone.civil(at: Clock.now).day)
            if json {
                Output.line(ExplanationText.json(explanation).text)
            } else {
                for line in ExplanationText.lines(explanation) { Output.line(line) }
            }
        }
    }
}

/// An explanation for people and for programs.
enum ExplanationText {
    static func lines(_ explanation: Explanation) -> [String] {
        let reading = explanation.interpretation
        var lines = [
            "text       \(SafeText.shown(reading.text))",
            "language   \(reading.language), \(percent(reading.languageConfidence)) sure",
            "tokens     \(reading.tokens.map(\.stem).joined(separator: " "))",
        ]
        for correction in explanation.corrections {
            lines.append("corrected  \(correction.from) → \(correction.to)")
        }
        for entity in reading.entities {
            let negated = entity.isNegated ? ", negated" : ""
            lines.append(
                "entity     \(entity.kind) \(entity.value.shownText), bytes \(entity.start)…\(entity.end)\(negated)"
            )
        }
        if !reading.mentions.isEmpty {
            lines.append("mentions   \(reading.mentions.joined(separator: ", "))")
        }
        for rule in explanation.matchedRules {
            lines.append("rule       \(rule.file):\(rule.line) \(rule.text)")
        }
        for ranked in reading.ranking {
            lines.append(
                "intent     \(ranked.intent.padded(to: 24)) \(percent(ranked.probability))")
        }
        for feature in explanation.features.prefix(8) {
            lines.append("feature    \(feature.name.padded(to: 24)) \(rounded(feature.weight))")
        }
        lines.append(
            "in scope   \(rounded(explanation.scopeScore)), at least \(rounded(explanation.scopeThreshold)) is wanted"
        )
        if reading.clauses.count > 1 {
            for clause in reading.clauses {
                let not = clause.isNegated ? "not " : ""
                lines.append(
                    "wish       \(not)\(clause.verdict.intent ?? "?"), bytes \(clause.start)…\(clause.end)"
                )
            }
        }
        return lines + ["decision   \(decision(reading.verdict))"]
    }

    private static func decision(_ verdict: Verdict) -> String {
        switch verdict {
        case .rule(let intent, let rule): "\(intent), by the rule \(rule.file):\(rule.line)"
        case .ranked(let intent, let probability):
            "\(intent), by the classifier, \(percent(probability)) sure"
        case .close(let first, let second): "\(first) or \(second)? The desk asks"
        case .notUnderstood: "not understood"
        }
    }

    static func json(_ explanation: Explanation) -> JSON {
        let reading = explanation.interpretation
        return [
            "text": .string(reading.text), "language": .string(reading.language),
            "language_confidence": .number(reading.languageConfidence),
            "decision": .string(decision(reading.verdict)), "intent": JSON(reading.verdict.intent),
            "confidence": .number(reading.verdict.confidence),
            "tokens": .array(reading.tokens.map { .string($0.stem) }),
            "mentions": .array(reading.mentions.map { .string($0) }),
            "corrections": .array(
                explanation.corrections.map { ["from": .string($0.from), "to": .string($0.to)] }),
            "entities": .array(
                reading.entities.map {
                    [
                        "kind": .string($0.kind), "value": JSON($0.value),
                        "start": .integer($0.start), "end": .integer($0.end),
                        "negated": .bool($0.isNegated),
                    ]
                }),
            "rules": .array(
                explanation.matchedRules.map {
                    ["file": .string($0.file), "line": .integer($0.line), "text": .string($0.text)]
                }),
            "ranking": .array(
                reading.ranking.map {
                    ["intent": .string($0.intent), "probability": .number($0.probability)]
                }),
            "features": .array(
                explanation.features.map {
                    ["name": .string($0.name), "weight": .number($0.weight)]
                }),
            "scope_score": .number(explanation.scopeScore),
            "scope_threshold": .number(explanation.scopeThreshold),
        ]
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    static func rounded(_ number: Double) -> String {
        String((number * 1000).rounded() / 1000)
    }
}
