import Facts
import Understanding

/// A thing was taken out of the list, and now all shall be on it again: "hmm no, all three please".
extension TurnRun {
    /// All that was named for the flow until now goes back on the list.
    mutating func takesAllAgain(
        _ held: [Offer], of slot: Slot, among offers: [Offer], _ reading: Interpretation
    ) -> Bool {
        guard !confirmationOpen.isEmpty, !reading.isQuestion, held.count < offers.count else {
            return false
        }
        let parts = sentences(of: reading)
        guard parts.count <= Self.fewSentences,
            case let meant = parts.filter({ meansAll($0, of: offers) }), meant.count == 1
        else { return false }
        let named = (state.stack.last?.utterances ?? []).reduce(into: Set<Int>()) { named, text in
            named.formUnion(
                passages(of: interpretation(of: text), among: offers.map(\.choice))
                    .flatMap(\.indices))
        }
        let lines = offers.indices.filter { named.contains($0) || held.contains(offers[$0]) }
            .map { offers[$0] }
        let counts = meant[0].entities.filter { $0.kind == BuiltInEntity.number.rawValue }
        guard lines.count > held.count,
            counts.allSatisfy({ $0.value.integer == lines.count })
        else { return false }
        correct(slot, to: lines)
        restart()
        return true
    }

    /// It speaks of all, names none, and leaves none out.
    private func meansAll(_ sentence: Interpretation, of offers: [Offer]) -> Bool {
        let choices = offers.map(\.choice)
        return sentence.wordCount <= Self.shortSentenceOfAll
            && !["keep_words", "negation_words", "past_words"].contains(
                where: sentence.mentions.contains)
            && picking(sentence, among: choices).kind == .all
            && passages(of: sentence, among: choices).isEmpty
    }

    private static let shortSentenceOfAll = 7
    private static let fewSentences = 6
}
