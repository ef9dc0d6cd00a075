import Facts
import Understanding

/// Tries every example and every rule: each must be understood as its own intent.
struct PhraseCheck {
    let draft: Draft
    let interpreter: Interpreter
    let report: Report

    /// Relative dates are read from here; any day will do.
    private let today = Day(number: 20_514)

    func run() {
        for phrases in draft.words.flatMap(\.phrases) + draft.articles.map(\.phrases) {
            let own = phrases.phrases
            for (text, place) in zip(own.examples, phrases.examples) {
                check("the example", text, of: own, at: place, isCertain: false)
            }
            for rule in own.rules { check(rule, of: own) }
        }
    }

    private func check(_ rule: PhraseRule, of own: IntentPhrases) {
        let place = draft.place(of: rule.place)
        switch rule.form {
        case .template(let template):
            let sample = PhraseSample { kind in
                switch kind {
                case PhraseMatcher.shopNameSlot: interpreter.lexicon.shopVocabulary.first ?? kind
                case PhraseMatcher.shopWordSlot: shopWord(in: own.language) ?? kind
                case PhraseMatcher.labelledThingSlot:
                    shopWord(in: own.language).map { "\($0): \($0)" } ?? kind
                default: draft.sampleWord(for: kind, language: own.language)
                }
            }
            for text in sample.sentences(of: template) {
                check("the phrase of this rule", text, of: own, at: place, isCertain: true)
            }
        case .bag(let all, let any, _):
            let text = (all + any.prefix(1)).joined(separator: " ")
            check("the words of this rule", text, of: own, at: place, isCertain: true)
        }
    }

    private func shopWord(in language: String) -> String? {
        interpreter.lexicon.shopVocabulary.lazy
            .flatMap { $0.lowercased().split(separator: " ").map(String.init) }
            .first { word in
                word.allSatisfy(\.isLetter)
                    && interpreter.namesAnyOfShop(
                        interpreter.tokens(of: word, in: language), language: language)
            }
    }

    /// `isCertain`: it comes from a rule, which must win; an example may be left to the classifier.
    private func check(
        _ what: String, _ text: String, of own: IntentPhrases, at place: Place, isCertain: Bool
    ) {
        // A rule's bare words may look like another language; a conversation knows its own.
        let reading =
            isCertain
            ? interpreter.interpret(text, in: own.language, today: today)
            : interpreter.interpret(text, language: own.language, today: today)
        let verdict = reading.verdict
        switch verdict {
        case .rule(let intent, _) where intent == own.intent: return
        case .rule(let intent, let rule):
            report.error(
                .stolenPhrase, at: place,
                "\(what) '\(text)' of '\(own.intent)' is taken by a rule of '\(intent)'",
                cure:
                    "make that rule narrower (\(rule.file):\(rule.line)), or move the phrase there")
        case .ranked(own.intent, _) where !isCertain: return
        case .close(let first, let second)
        where !isCertain && [first, second].contains(own.intent):
            return
        case .ranked, .close, .notUnderstood:
            let understood =
                verdict.intent.map { "is understood as '\($0)'" } ?? "is not understood"
            report.warning(
                .missedPhrase, at: place, "\(what) '\(text)' of '\(own.intent)' \(understood)",
                cure: isCertain
                    ? "see `triage explain`; a rule must match its own phrases"
                    : "add examples like it, or a rule")
        }
    }
}
