import Facts
import Foundation
import Understanding

/// What libFuzzer calls with each input; the environment variable TARGET chooses what reads it:
/// `tokenizer`, `entities` or `templates`.
enum Fuzz {
    static let target = ProcessInfo.processInfo.environment["TARGET"] ?? "tokenizer"
    static let languages = ["en", "de", "es", "fr", "ja"]
    /// A Thursday.
    static let today = Day(iso: "2026-11-26") ?? Day(number: 0)

    static let extractor = EntityExtractor(
        Lexicon(
            languages: languages,
            entities: [
                EntityDeclaration(
                    kind: "order_number", form: .shapes(["0000", "#W0000000", "RMA-00000"])),
                EntityDeclaration(
                    kind: "tracking_number", form: .shapes(["1Z****************"]),
                    carriers: Carrier.allCases),
            ], shopVocabulary: ["Desk Lamp"], currency: "USD"))

    /// Reads one input; traps where an invariant does not hold.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.first else { return }
        let language = languages[Int(first) % languages.count]
        let text = Normaliser.normalise(String(decoding: bytes.dropFirst(), as: UTF8.self))
        switch target {
        case "entities": readEntities(text, language)
        case "templates": readTemplate(text, language)
        case _: readTokens(text, language)
        }
    }

    private static func readTokens(_ text: String, _ language: String) {
        precondition(Normaliser.normalise(text) == text, "normalising twice changes the text")
        var last = 0
        for token in Tokenizer.tokens(of: text, language: language) {
            precondition(token.start >= last && token.start < token.end, "tokens overlap")
            last = token.end
        }
        precondition(last <= text.utf8.count, "a token ends behind the text")
    }

    private static func readEntities(_ text: String, _ language: String) {
        let tokens = Tokenizer.tokens(of: text, language: language)
        let found = extractor.entities(
            in: text, tokens: tokens, language: language, today: today)
        for entity in found {
            precondition(
                entity.start >= 0 && entity.start < entity.end && entity.end <= text.utf8.count,
                "an entity outside the text")
        }
    }

    /// The text up to a line's end is a template, the rest is matched.
    private static func readTemplate(_ text: String, _ language: String) {
        let parts = text.split(separator: "~", maxSplits: 1).map(String.init)
        let rule = PhraseRule(
            form: .template(parts.first ?? ""),
            place: RuleReference(file: "fuzz", line: 1, text: parts.first ?? ""))
        let phrases = IntentPhrases(
            intent: "a", language: language, title: "a", rules: [rule], examples: [])
        let lexicon = Lexicon(languages: [language], phrases: [phrases])
        guard let matcher = try? PhraseMatcher(lexicon) else { return }
        let body = parts.count > 1 ? parts[1] : text
        let tokens = Tokenizer.tokens(of: body, language: language)
        _ = matcher.match(tokens: tokens, language: language, entities: [])
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Fuzz.read(UnsafeBufferPointer(start: start, count: count))
    return 0
}
