import Facts
import Understanding

/// A value by its place in the question: "the former", "das erste".
extension TurnRun {
    /// The values that the question names are counted in its order; "the latter" is the last of them.
    func toldByPlace(_ slot: Slot, _ reading: Interpretation) -> Value? {
        guard let type = book.types[slot.type.name], type.choices == nil, let kind = type.entity,
            let question = state.lastSaid.last, reading.wordCount <= Self.longestPlace,
            !isRepair(reading) || reading.verdict.confidence < 0.9,
            reading.answer == nil, !reading.asksAnything,
            let told = reading.entities.first(where: { $0.kind == "ordinal" && !$0.isNegated }),
            let place = told.value.integer
        else { return nil }
        var named: [Value] = []
        for entity in interpretation(of: question.text).entities
        where entity.kind == kind && !named.contains(entity.value) {
            named.append(entity.value)
        }
        let index = place > 0 ? place - 1 : named.count + place
        return named.count > 1 && named.indices.contains(index) ? named[index] : nil
    }

    private static let longestPlace = 6
}
