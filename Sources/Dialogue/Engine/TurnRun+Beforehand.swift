import Facts
import Understanding

/// What the open request must wait for, said of its order as a whole.
extension TurnRun {
    /// "Gift card. And the whole order on the Mastercard", "no, first PayPal for the whole order": what locks the order
    /// goes last, so the other wish begins at once. What is said before it answers the open question; a yes there is
    /// none yet.
    mutating func beginsBeforehand(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard let (parts, place) = partOfWholeOrder(in: reading) else { return false }
        let rest = self.reading(
            [parts[place].lowerBound..<reading.tokens.count], of: reading)
        guard !["keep_words", "negation_words"].contains(where: rest.mentions.contains),
            let flow = currentFlow
        else { return false }
        var intent = wished(rest, before: flow) ?? wished(reading, before: flow)
        if intent == nil { intent = try needed(by: rest, before: flow) }
        guard let intent else { return false }
        let tellsAll = try tellsOwnSlots(rest, of: intent)
        let before = place == 0 ? nil : self.reading(Array(parts[..<place]), of: reading)
        if let before { try answersBefore(before) }
        return begin(intent, text: tellsAll ? rest.text : reading.text)
    }

    /// "The puzzle in 1500 pieces, all on my Mastercard, the order itself too": the wish that is begun first, beside
    /// the one that waits for it.
    func withBeforehand(_ wishes: [Wish], in reading: Interpretation) -> [Wish] {
        guard let (parts, place) = partOfWholeOrder(in: reading), place > 0,
            let later = intentWaiting(among: wishes, in: reading), let flow = book.flow(of: later)
        else { return wishes }
        let tails = [place, place - 1].map { first in
            self.reading([parts[first].lowerBound..<reading.tokens.count], of: reading)
        }
        let start = reading.tokens[parts[place].lowerBound].start
        guard let intent = tails.compactMap({ wished($0, before: flow) }).first,
            !wishes.contains(where: { $0.intent == intent }),
            let words = reading.text(from: 0, to: start)
        else { return wishes }
        let others = wishes.filter { wish in
            wish.intent != later && !tails.contains { $0.text.contains(wish.text) }
        }
        return inOrder(
            [Wish(intent: later, text: words)] + others
                + [Wish(intent: intent, text: reading.text)])
    }

    /// What has something to wait for.
    private func intentWaiting(among wishes: [Wish], in reading: Interpretation) -> String? {
        let all = wishes.isEmpty ? [reading.verdict.intent].compactMap { $0 } : wishes.map(\.intent)
        return all.first { book.flow(of: $0)?.after.isEmpty == false }
    }

    /// "The whole order", "the order itself": and not what is done with its things.
    func speaksOfWholeOrder(_ reading: Interpretation) -> Bool {
        reading.mentions.contains("whole_order_words")
    }

    /// The parts of the text, and which of them speaks of the whole order; nil where none does.
    private func partOfWholeOrder(
        in reading: Interpretation
    ) -> (parts: [Range<Int>], place: Int)? {
        guard speaksOfWholeOrder(reading) else { return nil }
        let parts = partRanges(of: reading)
        let place = parts.firstIndex { speaksOfWholeOrder(self.reading([$0], of: reading)) }
        return place.map { (parts, $0) }
    }

    /// What is wished, where the flow comes after it.
    private func wished(_ reading: Interpretation, before later: Flow) -> String? {
        guard let intent = reading.verdict.intent, reading.verdict.confidence >= Self.likelyWish,
            let flow = book.flowOfIntent[intent], later.after.contains(flow)
        else { return nil }
        return intent
    }

    /// … by what it needs besides the order, where the words wish nothing else for sure: "PayPal for the whole order".
    private func needed(
        by rest: Interpretation, before later: Flow
    ) throws(Interruption) -> String? {
        guard rest.verdict.confidence < Self.clauseConfidence else { return nil }
        for intent in later.after.compactMap({ book.flows[$0]?.starts.first })
        where try tellsOwnSlots(rest, of: intent) {
            return intent
        }
        return nil
    }

    /// The words tell what the wish needs besides its order: the way to pay, the address.
    private func tellsOwnSlots(
        _ rest: Interpretation, of intent: String
    ) throws(Interruption) -> Bool {
        for slot in book.flow(of: intent)?.slots ?? [] where !dialogue.isNamedByID(slot) {
            let offers = try allChoices(for: slot) ?? []
            if offers.contains(where: { names(.record($0.record), in: rest, besides: nil) }) {
                return true
            }
        }
        return false
    }

    /// What the open flow has a handler for, or waits for, needs to be no surer.
    static let likelyWish = 0.5

    private mutating func answersBefore(_ before: Interpretation) throws(Interruption) {
        guard case .asking(.slot(let id, let member)) = state.stack.last?.phase,
            let slot = currentFlow?.slot(id),
            case .value(let value) = try findAmongShown(slot, member: member, in: before)
        else { return }
        takeAnswer(value, to: slot, member: member, before)
    }
}
