import Facts
import Understanding

/// Whether a customer's words name a thing, or only pass it by.
extension TurnRun {
    /// "The one with the most storage", "a cheaper one", where there is a thing that it compares with.
    func compares(
        _ reading: Interpretation, among offers: [Offer], with reference: Choice?
    ) -> Bool {
        guard let reference else { return false }
        return picking(reading, among: offers.map(\.choice), reference: reference).isCompared
    }

    /// The words name the choice, or what it differs in from the reference: "the second" of an earlier question and
    /// "my black mouse" of who has one choose nothing. Several at once ("everything") are named together.
    func names(_ value: Value, in reading: Interpretation, besides reference: Choice?) -> Bool {
        guard let choice = value.record.flatMap(Choice.init) else { return true }
        let words = saidWords(of: reading)
        guard let reference else {
            return words.name(choice.name) || choice.attributes.contains { words.name($0.value) }
        }
        return choice.attributes.contains { attribute in
            // One of them holds all of them as a text.
            !attribute.value.hasBytes(of: ", ") && !reference.attributes.contains(attribute)
                && words.name(attribute.value)
        }
    }

    /// A value of one of the choices stands in the words: "the camera" tells none of its versions.
    func tellsValue(_ reading: Interpretation, of offers: [Offer]) -> Bool {
        let (interpreter, language) = (dialogue.interpreter, state.language)
        let values = Set(
            offers.flatMap(\.choice.attributes).flatMap {
                interpreter.tokens(of: "\($0.name) \($0.value)", in: language)
            }.flatMap { [$0.folded, $0.stem] })
        return reading.tokens.contains { values.contains($0.folded) || values.contains($0.stem) }
            || !shopWords(in: reading).isDisjoint(with: values)
    }

    /// The words tell the very thing that the customer has, not what shall be instead: "the plain, 34 inch one".
    func repeats(
        _ value: Value, _ reference: Choice?, in reading: Interpretation
    ) -> Bool {
        guard let reference, let choice = value.record.flatMap(Choice.init),
            !reference.attributes.isEmpty, choice.name == reference.name,
            choice.attributes.allSatisfy(reference.attributes.contains)
        else { return false }
        return names(value, in: reading, besides: nil)
    }

    /// "No, not firm, softer!", where firm is the only other one: the version that the customer has is left over, and
    /// not what shall be instead.
    func isLeftOver(
        _ value: Value, _ reference: Choice?, in reading: Interpretation
    ) -> Bool {
        guard let reference, let choice = value.record.flatMap(Choice.init),
            choice.id == reference.id || choice.isLike(reference)
        else { return false }
        // "Swap my pillow for a softer one" names what it is, and not which one.
        return !choice.attributes.contains { says($0.value, in: reading) }
    }

    /// A word of the shop's text stands in the words.
    func says(_ text: String, in reading: Interpretation) -> Bool {
        saidWords(of: reading).name(text)
    }

    /// "The card", where the only word of it that a choice has says what kind of thing is asked for: it names none of
    /// them, unless one is a card and nothing else.
    func isNamedOnly(by about: String, _ value: Value, in reading: Interpretation) -> Bool {
        guard let choice = value.record.flatMap(Choice.init) else { return false }
        let words = saidWords(of: reading)
        let values = choice.attributes.map(\.value)
        func split(_ text: String) -> [String] {
            text.lowercased().split(separator: " ").map(String.init)
        }
        let named = ([choice.name] + values).flatMap(split).filter(words.name)
        guard !named.isEmpty, !values.contains(where: { split($0).allSatisfy(words.name) })
        else { return false }
        let kinds = Set(
            dialogue.interpreter.phrases(of: about, language: reading.language)
                .filter { $0.count == 1 }.flatMap { $0 })
        return named.allSatisfy(kinds.contains)
    }

    /// By how many of its attributes and words of its name the choice is called.
    func namedParts(of value: Value, in reading: Interpretation) -> Int {
        let words = saidWords(of: reading)
        guard let choice = value.record.flatMap(Choice.init) else { return 0 }
        return choice.attributes.count { words.name($0.value) }
            + choice.name.split(separator: " ").count { words.name(String($0)) }
    }
}

/// The words of a message, as names of the shop's things are looked up in them.
struct SaidWords: Sendable {
    private let words: Set<String>
    /// Stems of what everyday words stand for in the shop.
    private let shopWords: Set<String>
    private let language: String

    /// `cutWords` and `shopWords`: those of the reading, see `Interpreter`.
    init(_ reading: Interpretation, cutWords: Set<String>, shopWords: Set<String>) {
        words = Set(reading.tokens.flatMap { [$0.folded, $0.stem, Self.singular($0.folded)] })
            .union(cutWords)
        self.shopWords = shopWords
        language = reading.language
    }

    /// "Kettles" is "kettle", of which the stem is "kettl".
    private static func singular(_ word: String) -> String {
        word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
            ? String(word.dropLast()) : word
    }

    /// One word of the text was said; "7 inch" is "7-inch".
    func name(_ text: String) -> Bool {
        text.lowercased().split(separator: " ").contains { word in
            words.contains(String(word))
                || word.split { !$0.isLetter && !$0.isNumber }
                    .allSatisfy { words.contains(String($0)) }
        }
            || !shopWords.isEmpty
                && Tokenizer.tokens(of: text, language: language).contains {
                    shopWords.contains($0.stem)
                }
    }
}
