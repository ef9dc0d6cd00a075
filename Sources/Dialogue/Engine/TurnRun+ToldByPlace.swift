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

    /// "The 2, and I pay with PayPal", "number 5. And the shirt in blue": a bare number in front is a place in the list
    /// that was shown, and what is said behind it is heard besides.
    mutating func takesPlace(
        _ slot: Slot, member: Int?, _ reading: Interpretation
    ) throws(Interruption) -> Bool {
        guard !slot.isMany, state.shown.count > 1, let end = endOfPlace(in: reading),
            let first = reading.tokens[end...].first(where: { !$0.isPunctuation }),
            let rest = reading.text(from: first.start, to: reading.text.utf8.count)
        else { return false }
        let place = self.reading([0..<end], of: reading)
        guard case .value(let value) = try findAmongShown(slot, member: member, in: place) else {
            return false
        }
        takeAnswer(value, to: slot, member: member, place)
        let further = interpretation(of: rest)
        _ = volunteer(further)
        hear(further)
        noteFurtherWishes(further, isAnswer: true)
        return true
    }

    /// "2", "number 2 please": a place in the list that was shown, and nothing else.
    func tellsOnlyPlace(_ reading: Interpretation) -> Bool {
        guard let place = place(in: reading) else { return false }
        return isCourtesy(reading.tokens[(place + 1)...])
    }

    /// Behind a number that can be a place, where a sign or an "and" ends what is said of it: no "2 litres", "1.5",
    /// "size 2", "2-piece", "2 and 3".
    private func endOfPlace(in reading: Interpretation) -> Int? {
        let tokens = reading.tokens
        guard let place = place(in: reading),
            let next = tokens[(place + 1)...].firstIndex(where: { !isCourtesy([$0]) || $0.endsPart }
            ),
            !reading.isInside(next)
        else { return nil }
        let joints = dialogue.words[.joints, reading.language]
        let isJoint = joints.contains { tokens[next...].map(\.folded).starts(with: $0) }
        guard tokens[next].endsPart || isJoint,
            let behind = tokens[(next + 1)...].first(where: { !$0.isPunctuation }),
            behind.folded.first?.isNumber != true
        else { return nil }
        return next
    }

    /// A number that the list has, behind nothing but "the number".
    private func place(in reading: Interpretation) -> Int? {
        let tokens = reading.tokens
        guard let place = tokens.firstIndex(where: { $0.folded.first?.isNumber == true }),
            let number = Int(tokens[place].folded), (1...max(1, state.shown.count)).contains(number)
        else { return nil }
        let words = dialogue.words[.places, reading.language]
        let isLed = tokens[..<place].allSatisfy { token in
            [".", "#"].contains(token.folded) || words.contains([token.folded])
                || dialogue.interpreter.isDeterminer(token.folded, language: reading.language)
        }
        return isLed ? place : nil
    }

    private func isCourtesy(_ tokens: ArraySlice<Token>) -> Bool {
        !tokens.contains { ["-", "/"].contains($0.folded) } && isPlainYes(Array(tokens), to: "")
    }

    private static let longestPlace = 6
}
