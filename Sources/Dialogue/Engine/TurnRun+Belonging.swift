import Facts
import Understanding

/// Which clause of a message goes on with the one before: of the same order, or of the same things.
extension TurnRun {
    /// "… and can you send it to my office": what "it" is stands in the clause before.
    func onlyPoints(_ clause: Clause, in reading: Interpretation) -> Bool {
        guard let whole = words(of: clause, in: reading) else { return false }
        let end = whole.sentenceEnds.first ?? whole.tokens.count
        let part = withoutSource(self.reading([0..<end], of: whole))
        // "Another order needs to go elsewhere" is none of the clause before.
        return !part.mentions.contains("other_words") && namedProducts(in: part).isEmpty
            && ["pointing_words", "different_words"].contains(where: part.mentions.contains)
            && shopWords(in: part).isEmpty
            && !part.entities.contains { entity in
                book.types.values.contains { $0.entity == entity.kind && $0.choices != nil }
            }
    }

    /// "The shoes in yellow, paid with my other card", "the helmet in black. And the address as with 1042": what must
    /// be done before that, and for nothing else that it names.
    func belongsTo(
        _ before: Clause, _ clause: Clause, in reading: Interpretation
    ) -> Bool {
        guard isRelated(before, clause), let part = words(of: clause, in: reading),
            isOneSentence(before, clause, in: reading) || isJoined(clause, in: reading)
                || speaksOfWholeOrder(part)
        else { return false }
        let own = withoutRecords(part)
        if speaksOfWholeOrder(part) { return !namesID(own) }
        return !namesOrder(own, of: clause) && !namesProduct(own)
    }

    /// "1042: 1) pay by card 2) send it to Denver 3) the mug in blue": of the same order as what is wished before, if
    /// its things are in it.
    func follows(_ clause: Clause, _ before: [Clause], in reading: Interpretation) -> Bool {
        guard before.contains(where: { isRelated($0, clause) }),
            let part = words(of: clause, in: reading)
        else { return false }
        let own = withoutRecords(part)
        return !namesOrder(own, of: clause) && !own.mentions.contains("other_words")
    }

    /// An order is named that the clause's wish may be about, or spoken of.
    private func namesOrder(_ own: Interpretation, of clause: Clause) -> Bool {
        let slot = book.flow(of: clause.verdict.intent)?.slots.first(where: dialogue.isNamedByID)
        return namesID(own)
            || slot.flatMap { book.types[$0.type.name]?.about }.map(own.mentions.contains) == true
    }

    /// One waits for the other, or a third flow for both.
    private func isRelated(_ before: Clause, _ clause: Clause) -> Bool {
        guard let flow = book.flow(of: clause.verdict.intent),
            let first = book.flow(of: before.verdict.intent), flow.id != first.id
        else { return false }
        return first.after.contains(flow.id) || flow.after.contains(first.id)
            || isEqualRank(flow, first)
    }

    /// No sentence ends between them.
    private func isOneSentence(
        _ before: Clause, _ clause: Clause, in reading: Interpretation
    ) -> Bool {
        !reading.tokens.contains { token in
            token.endsSentence && before.start <= token.start && token.end <= clause.start
        }
    }

    /// An "and" stands before it.
    private func isJoined(_ clause: Clause, in reading: Interpretation) -> Bool {
        let before = reading.tokens.last { $0.end <= clause.start }
        return before.map { word in
            dialogue.words[.joints, reading.language].contains([word.folded])
        } ?? false
    }

    /// A third flow waits for both, as a change of items for the address and the way to pay.
    private func isEqualRank(_ one: Flow, _ other: Flow) -> Bool {
        book.flows.values.contains { $0.after.contains(one.id) && $0.after.contains(other.id) }
    }

    /// As they were said, but a flow that comes `after` another waits for it: what locks an order goes last.
    func inOrder(_ wishes: [Wish]) -> [Wish] {
        var left = wishes
        var ordered: [Wish] = []
        while !left.isEmpty {
            let flows = Set(left.compactMap { book.flowOfIntent[$0.intent] })
            let next = left.firstIndex { wish in
                let flow = book.flow(of: wish.intent)
                return flow?.after.allSatisfy { !flows.contains($0) } ?? true
            }
            ordered.append(left.remove(at: next ?? 0))
        }
        return ordered
    }
}
