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
            choices: choices, reference: reference, holdsThings: holdsThings,
            isStrict: !confirmationOpen.isEmpty)
        if let known = shared.readings.pickings[question] { return known }
        let picking = dialogue.interpreter.pick(
            reading, among: index(of: choices, for: reading), reference: reference,
            holdsThings: holdsThings)
        shared.readings.pickings.note(picking, to: question)
        return picking
    }

    /// What the words say of each of the choices; see `Interpreter.passages`.
    func passages(of reading: Interpretation, among choices: [Choice]) -> [Passage] {
        let question = PassagesQuestion(
            text: reading.text, language: reading.language, choices: choices,
            isStrict: !confirmationOpen.isEmpty)
        if let known = shared.readings.passages[question] { return known }
        let passages = dialogue.interpreter.passages(
            of: reading, among: index(of: choices, for: reading))
        shared.readings.passages.note(passages, to: question)
        return passages
    }

    /// The words of choices, to be looked for in a reading.
    private func index(of choices: [Choice], for reading: Interpretation) -> ChoiceIndex {
        // At a confirmation "I need a coffee" is no espresso machine.
        let question = IndexQuestion(
            choices: choices, language: reading.language, isStrict: !confirmationOpen.isEmpty)
        if let known = shared.readings.indexes[question] { return known }
        let index = dialogue.interpreter.index(
            of: choices, language: reading.language, byLikeness: !question.isStrict,
            cut: &shared.readings.cut)
        shared.readings.indexes.note(index, to: question)
        return index
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
    var reference: Choice?
    var holdsThings: Bool
    var isStrict: Bool
}

/// Everything that passages depend on.
struct PassagesQuestion: Equatable {
    var text: String
    var language: String
    var choices: [Choice]
    var isStrict: Bool
}

/// Everything that an index depends on.
struct IndexQuestion: Equatable {
    var choices: [Choice]
    var language: String
    /// Only what is called so counts, not what is near it.
    var isStrict: Bool
}
