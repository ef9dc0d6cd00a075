import Facts
import Understanding

/// Two intents are close: which of them is meant, by what was talked about, or by a question.
extension TurnRun {
    mutating func answersClarification(_ reading: Interpretation) -> Bool {
        guard let open = state.clarifying else { return false }
        if wordsBesideEntities(of: reading) <= 4, tellsWho(reading) {
            // Who it is does not tell which of the two is meant: asked once more.
            sayClarification(open)
            return true
        }
        state.clarifying = nil
        let choices = [open.first, open.second].map { Choice(id: $0, name: title(of: $0)) }
        let picking = picking(reading, among: choices)
        let decided = reading.verdict.intent.flatMap { intent in
            choices.first { $0.id == intent }?.id
        }
        let picked =
            picking.kind == .one && picking.indices.count == 1 ? picking.indices.first : nil
        guard
            let intent = decided ?? picked.map({ choices[$0].id })
                ?? likelier(of: choices.map(\.id), in: reading)
        else { return false }
        state.intent = intent
        return begin(intent, text: open.text)
    }

    /// "Change it, it's not shipped yet I think": not surely anything else, and far sooner the one than the other.
    private func likelier(of intents: [String], in reading: Interpretation) -> String? {
        guard reading.verdict.confidence < Self.wishConfidence else { return nil }
        let likely = reading.ranking.filter { intents.contains($0.intent) }
        guard let first = likely.first, first.probability >= Self.leastLikely,
            likely.count == 1 || first.probability >= 2 * likely[1].probability
        else { return nil }
        return first.intent
    }

    private static let leastLikely = 0.15

    mutating func isCloseCall(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard case .close(let first, let second) = reading.verdict,
            book.flowOfIntent[first] != nil || book.replies.has(first),
            book.flowOfIntent[second] != nil || book.replies.has(second)
        else { return false }
        // Where a yes or a no is open, "thanks" or "bye" is no matter to ask about; where something is asked, neither
        // are two words ("the other one").
        if case .asking(.confirmation) = state.stack.last?.phase, !isWish(first), !isWish(second) {
            return false
        }
        if case .asking(.slot) = state.stack.last?.phase, reading.wordCount <= 3 { return false }
        // "Oh, keep one chair actually": of the list that is open.
        if reading.mentions.contains("keep_words"), try editsList(reading) { return true }
        // "No.. thank you, sad that it didn't work out": thanks or a goodbye, neither is asked about.
        if state.stack.isEmpty, isRepairOnly(first), isRepairOnly(second) {
            return begin(first, text: reading.text)
        }
        // "Hello, I wanted to ask whether my pillow comes": a greeting is no matter to choose.
        if state.stack.isEmpty, let wished = besideSmallTalk(first, second) {
            state.intent = wished
            return begin(wished, text: reading.text)
        }
        // "I'd rather have my money back", where the open flow leads to a return: that is the one.
        for expected in [first, second] {
            if try handle(.intent(expected)) {
                state.intent = expected
                return true
            }
        }
        if let intent = closerToLastWish(first, second) {
            state.intent = intent
            return begin(intent, text: reading.text)
        }
        if let intent = sameForCustomer(first, second)
            ?? wishedBesideReason(first, second, in: reading)
        {
            state.intent = intent
            return begin(intent, text: reading.text)
        }
        let open = Clarification(first: first, second: second, text: reading.text)
        state.clarifying = open
        sayClarification(open)
        return true
    }

    /// "My order is not here yet": to track it or to ask why it is late is one thing for who waits, and the order's
    /// record tells which (the pack's `alike`).
    private func sameForCustomer(_ first: String, _ second: String) -> String? {
        book.alike.first { $0.contains(first) && $0.contains(second) }?
            .first { $0 == first || $0 == second }
    }

    private func besideSmallTalk(_ first: String, _ second: String) -> String? {
        if isSmallTalk(first), isWish(second) { return second }
        return isSmallTalk(second) && isWish(first) ? first : nil
    }

    /// Small talk and what else is no wish.
    func isRepairOnly(_ intent: String) -> Bool {
        book.flow(of: intent)?.kind == .repair
    }

    /// "Can I still change the address?", after an order was talked about: of the two the one that is about an order.
    func closerToLastWish(_ first: String, _ second: String) -> String? {
        func isOfOrder(_ intent: String?) -> Bool {
            book.flow(of: intent)?
                .slots.contains(where: dialogue.isNamedByID) ?? false
        }
        guard isOfOrder(state.lastWish), isOfOrder(first) != isOfOrder(second) else { return nil }
        return isOfOrder(first) ? first : second
    }

    /// The second intent, where the first is not sure and what was talked about speaks for the other.
    func moreLikely(_ reading: Interpretation) -> String? {
        guard case .ranked(let first, let probability) = reading.verdict, probability < 0.7,
            let second = reading.ranking.dropFirst().first, second.probability >= 0.15,
            closerToLastWish(first, second.intent) == second.intent
        else { return nil }
        return second.intent
    }

    private mutating func sayClarification(_ open: Clarification) {
        say(
            "repair.clarify",
            arguments: [
                "first": .text(title(of: open.first)), "second": .text(title(of: open.second)),
            ])
    }
}
