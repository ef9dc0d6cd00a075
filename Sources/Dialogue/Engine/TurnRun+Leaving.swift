import Facts
import Understanding

/// Out of a flow that the customer does not want: its wish is refused in so many words, or the one below it is said
/// again.
extension TurnRun {
    /// "I don't want to cancel", "I never said late": the open wish is dropped, and the noted ones that are refused;
    /// what else the message wishes begins.
    mutating func refusesWish(_ reading: Interpretation) -> Bool {
        let refused = refusedFlows(in: reading)
        // "I don't want to cancel the whole order, only the mug" takes back a part of it.
        guard !refused.isEmpty,
            !["only_words", "keep_words", "different_words"].contains(
                where: reading.mentions.contains)
        else { return false }
        let book = book
        state.wishes.removeAll { refused.contains(book.flowOfIntent[$0.intent] ?? "") }
        guard let place = openWish, refused.contains(state.stack[place].flow) else { return false }
        if let wanted = clearWish(in: reading) {
            guard !isOpen(wanted.flow) else { return false }
            leave(downTo: place)
            return goOn(with: wanted, reading)
        }
        // A question beside the refusal is answered, and nothing asked on.
        if reading.verdict != .notUnderstood {
            leave(downTo: place)
            return false
        }
        guard book.flows["cancel"] != nil else { return false }
        open(flow: "cancel", utterance: reading.text)
        return true
    }

    /// The wish that waits below a flow in which nothing was answered yet is said once more: that flow was not meant.
    mutating func returnsBelow(to flow: String, _ reading: Interpretation) -> Bool {
        guard let open = openWish, state.stack[open].answered.isEmpty,
            let below = state.stack[..<open].lastIndex(where: { $0.flow == flow })
        else { return false }
        goBack(to: below, reading)
        return true
    }

    /// The flow is what is being done now, or what that needs first; not one that waits below.
    func isOpen(_ flow: String) -> Bool {
        guard let open = openWish else { return false }
        return state.stack[open...].contains { $0.flow == flow }
    }

    /// Where the flow stands that is being done; above it is only what it needs first.
    private var openWish: Int? {
        guard var place = state.stack.indices.last else { return nil }
        while place > 0, book.flows[state.stack[place - 1].flow]?.needs == state.stack[place].flow {
            place -= 1
        }
        return book.flows[state.stack[place].flow]?.kind == .intent ? place : nil
    }

    private func refusedFlows(in reading: Interpretation) -> Set<String> {
        let intents = reading.clauses.filter(\.isNegated).compactMap(\.verdict.intent)
        return Set(intents.compactMap { book.flowOfIntent[$0] })
    }

    private func clearWish(in reading: Interpretation) -> (intent: String, flow: String)? {
        let wanted = reading.clauses.first(where: \.isWanted)
        guard let intent = wanted?.verdict.intent, isWish(intent),
            let flow = book.flowOfIntent[intent]
        else { return nil }
        return (intent, flow)
    }

    private mutating func goOn(
        with wanted: (intent: String, flow: String), _ reading: Interpretation
    ) -> Bool {
        guard let place = state.stack.lastIndex(where: { $0.flow == wanted.flow }) else {
            state.intent = wanted.intent
            return begin(wanted.intent, text: reading.text)
        }
        goBack(to: place, reading)
        return true
    }

    /// The flow at that place goes on, with what is said now.
    private mutating func goBack(to place: Int, _ reading: Interpretation) {
        leave(downTo: place + 1)
        hear(reading)
        withFrame { $0.phase = .entering }
    }

    private mutating func leave(downTo place: Int) {
        cancelTimer()
        state.stack.removeSubrange(place...)
        state.shown = []
    }
}

extension Clause {
    fileprivate var isWanted: Bool { !isNegated && verdict.intent != nil }
}
