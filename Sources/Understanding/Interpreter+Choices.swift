import Facts

/// What an utterance picks among choices, and what it says of each.
extension Interpreter {
    /// The words of choices, for texts of a language: cut once for whatever is said about them. `cut` are texts that
    /// are cut already; it learns those of these choices.
    public func index(
        of choices: [Choice], language: String, cut: inout CutTexts
    ) -> ChoiceIndex {
        picker.index(of: choices, language: language, &cut)
    }

    /// The index with words of a customer's own for things: folded word → the thing's name.
    public func index(
        _ index: ChoiceIndex, withNicknames nicknames: [String: String], language: String
    ) -> ChoiceIndex {
        nicknames.isEmpty
            ? index : index.calling(nicknames, cutter: picker.phrases(of: language).cutter)
    }

    /// What the utterance picks among `choices`: by number, ordinal, name, attribute, superlative, "both",
    /// "all but …". Fuzzy on plural and spelling; never guesses between two that fit equally.
    /// `reference` is what "bigger", "same" and "the other one" compare with. `holdsThings`: each choice is an order of
    /// several things, so that "everything but the lamp" is about what is in one.
    public func pick(
        _ interpretation: Interpretation, among choices: ChoiceIndex, reference: Choice? = nil,
        holdsThings: Bool = false, cut: inout CutTexts
    ) -> Picking {
        picker.pick(
            tokens: interpretation.namingTokens, text: interpretation.text,
            entities: interpretation.entities, language: interpretation.language, among: choices,
            reference: reference, holdsThings: holdsThings, &cut)
    }

    /// What the utterance asks for of the shop's range, to be held against choices. `offered` can be had,
    /// `reference` is what is replaced, `besides` are other things that may be named.
    public func missingValues(
        in interpretation: Interpretation, among offered: [Choice], reference: Choice?,
        besides: [Choice]
    ) -> MissingValues {
        picker.missingValues(
            in: interpretation.naming, among: offered, reference: reference, besides: besides)
    }

    /// What the utterance says of each of the choices that it names, in its order: "the mouse in white; the watch
    /// for a gold one". None where it names none, or speaks of all at once.
    public func passages(
        of interpretation: Interpretation, among choices: ChoiceIndex, cut: inout CutTexts
    ) -> [Passage] {
        let passages = picker.passages(
            tokens: interpretation.namingTokens, text: interpretation.text,
            language: interpretation.language, among: choices, &cut)
        return interpretation.naming(passages)
    }
}
