import Facts
import Understanding

/// What a reading picks among choices. A step that waits for the shop is run again from its beginning, and asks the
/// same of the same words again: each is found out once.
extension TurnRun {
    /// What the words pick; see `Interpreter.pick`.
    func picking(
        _ reading: Interpretation, among choices: [Choice], reference: Choice? = nil,
        holdsThings: Bool = false
    ) -> Picking {
        let question = PickingQuestion(
            text: reading.text, language: reading.language, entities: reading.entities,
            choices: choices, nicknames: state.nicknames, reference: reference,
            holdsThings: holdsThings, isStrict: !confirmationOpen.isEmpty)
        if let known = shared.readings.pickings[question] { return known }
        let index = index(of: choices, for: reading)
        let picking = dialogue.interpreter.pick(
            reading, among: index, reference: reference, holdsThings: holdsThings,
            cut: &shared.readings.cut)
        shared.readings.pickings.note(picking, to: question)
        return picking
    }

    /// What the words say of each of the choices; see `Interpreter.passages`.
    func passages(of reading: Interpretation, among choices: [Choice]) -> [Passage] {
        let question = PassagesQuestion(
            text: reading.text, language: reading.language, choices: choices,
            nicknames: state.nicknames, isStrict: !confirmationOpen.isEmpty)
        if let known = shared.readings.passages[question] { return known }
        let index = index(of: choices, for: reading)
        let passages = dialogue.interpreter.passages(
            of: reading, among: index, cut: &shared.readings.cut)
        shared.readings.passages.note(passages, to: question)
        return passages
    }

    /// The words of choices, to be looked for in a reading.
    private func index(of choices: [Choice], for reading: Interpretation) -> ChoiceIndex {
        let question = IndexQuestion(choices: choices, language: reading.language)
        let known = shared.readings.indexes[question]
        let index =
            known
            ?? dialogue.interpreter.index(
                of: choices, language: reading.language, cut: &shared.readings.cut)
        if known == nil { shared.readings.indexes.note(index, to: question) }
        let called = dialogue.interpreter.index(
            index, withNicknames: state.nicknames, language: reading.language)
        // At a confirmation "I need a coffee" is no espresso machine.
        return confirmationOpen.isEmpty ? called : called.strict
    }

    /// The words of a message, as names of the shop's things are looked up in them.
    func saidWords(of reading: Interpretation) -> SaidWords {
        let question = QuestionText(text: reading.text, language: reading.language)
        if let known = shared.readings.said[question] { return known }
        let words = SaidWords(
            reading,
            cutWords: dialogue.interpreter.cutWords(of: reading, cut: &shared.readings.cut),
            shopWords: shopWords(in: reading))
        shared.readings.said.note(words, to: question)
        return words
    }

    /// See `Interpreter.shopWords`.
    func shopWords(in reading: Interpretation) -> Set<String> {
        dialogue.interpreter.shopWords(in: reading, cut: &shared.readings.cut)
    }
}

/// What a turn knows at a moment: its state, and how much the shop has answered within the step.
struct Revision: Equatable {
    var state: Int
    var answers: Int
}

/// Everything that the answer to a fact depends on within an input.
struct FactQuestion: Equatable {
    var revision: Revision
    var name: String
}

/// Everything that the choices of a slot depend on within an input.
struct OffersQuestion: Equatable {
    var revision: Revision
    var member: Int?
    var slot: Slot
    var given: [String: Value]
}

/// Everything that a finding depends on within an input.
struct FindingQuestion: Equatable {
    var revision: Revision
    var asked: Bool
    var member: Int?
    var slot: Slot
    var reading: Interpretation
}

/// Everything that the words of a question depend on.
struct QuestionText: Equatable {
    var text: String
    var language: String
}

/// Everything that a picking depends on.
struct PickingQuestion: Equatable {
    var text: String
    var language: String
    var entities: [Entity]
    var choices: [Choice]
    var nicknames: [String: String]
    var reference: Choice?
    var holdsThings: Bool
    var isStrict: Bool
}

/// Everything that passages depend on.
struct PassagesQuestion: Equatable {
    var text: String
    var language: String
    var choices: [Choice]
    var nicknames: [String: String]
    var isStrict: Bool
}

/// Everything that an index depends on.
struct IndexQuestion: Equatable {
    var choices: [Choice]
    var language: String
}

extension [TurnRun.Offer] {
    /// One for all where they differ in nothing but the id: two of the same thing, either will do.
    var alike: [TurnRun.Offer] {
        guard let first, allSatisfy({ $0.choice.isLike(first.choice) }) else { return self }
        return [first]
    }
}
