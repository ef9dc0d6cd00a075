import Facts
import Understanding

/// Several wishes in one message: the first mentioned is begun, the others are noted, none is forgotten.
extension TurnRun {
    /// The clear wishes of a message, in order; half a sentence is one only when it is very clear ("and get a
    /// refund" is part of a return), and who says who he is wishes nothing with it.
    /// A wish's text goes on to the next wish: "swap the bed | and the bicycle for another" is one. Beside an answer
    /// the first one begins where it stands, else with the message.
    func clearWishes(in reading: Interpretation, isAnswer: Bool = false) -> [Wish] {
        guard reading.clauses.count > 1 else { return [] }
        var wishes: [(intent: String, clause: Clause)] = []
        for clause in reading.clauses where !clause.isNegated {
            guard clause.verdict.isRule || wordCount(of: clause, in: reading) > 3,
                clause.verdict.confidence >= Self.clauseConfidence,
                let intent = clause.verdict.intent, let flow = book.flowOfIntent[intent],
                book.flows[flow]?.kind == .intent, !tellsIdentity(clause, in: reading),
                !wishes.contains(where: { $0.intent == intent })
            else { continue }
            wishes.append((intent, clause))
        }
        return wishes.indices.map { place in
            var stretch = wishes[place].clause
            if place == 0, !isAnswer { stretch.start = 0 }
            stretch.end =
                place + 1 < wishes.count ? wishes[place + 1].clause.start : reading.text.utf8.count
            return Wish(intent: wishes[place].intent, text: reading.text(of: stretch))
        }
    }

    private static let clauseConfidence = 0.8

    /// Words without the "and" between wishes and without the shop's products: "and the wall clock" goes on with
    /// the wish before it.
    private func wordCount(of clause: Clause, in reading: Interpretation) -> Int {
        let words = reading.tokens.filter {
            clause.covers($0.start, $0.end) && $0.folded.contains(where: \.isLetter)
                && !MemberMentions.separators.contains($0.folded)
        }.map(\.folded)
        return words.count - productWords(in: words)
    }

    /// How many of the words stand in product names that are said in full.
    private func productWords(in words: [String]) -> Int {
        let names = dialogue.interpreter.lexicon.shopVocabulary.map {
            $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        var isProduct = words.map { _ in false }
        for name in names where !name.isEmpty && name.count <= words.count {
            for start in 0...(words.count - name.count)
            where Array(words[start..<(start + name.count)]) == name {
                for place in start..<(start + name.count) { isProduct[place] = true }
            }
        }
        return isProduct.count { $0 }
    }

    /// The clause holds an e-mail, a name or what else the flows that others need ask for.
    private func tellsIdentity(_ clause: Clause, in reading: Interpretation) -> Bool {
        let needed = book.flows.values.compactMap(\.needs)
        let kinds = Set(
            needed.compactMap { book.flows[$0] }.flatMap(\.slots).compactMap {
                book.types[$0.type.name]?.entity
            })
        return reading.entities.contains {
            kinds.contains($0.kind) && clause.covers($0.start, $0.end)
        }
    }

    /// The wish that a message is about: with several the first, in its own words.
    func mainWish(of reading: Interpretation) -> Wish? {
        let wishes = clearWishes(in: reading)
        if wishes.count > 1, let first = wishes.first { return first }
        return reading.verdict.intent.map { Wish(intent: $0, text: reading.text) }
    }

    /// Notes the wishes beside the main one. Beside an answer every clear wish may be one.
    mutating func noteFurtherWishes(_ reading: Interpretation, isAnswer: Bool = false) {
        let main = isAnswer ? nil : mainWish(of: reading)?.intent
        for wish in clearWishes(in: reading, isAnswer: isAnswer) where wish.intent != main {
            let flow = book.flowOfIntent[wish.intent]
            if !state.stack.contains(where: { $0.flow == flow }) { note(wish) }
        }
    }

    mutating func note(_ wish: Wish) {
        guard !state.wishes.contains(wish), state.wishes.count < book.limits.wishes else { return }
        state.wishes.append(wish)
    }
}

extension Clause {
    /// The stretch of the text lies inside the clause.
    func covers(_ start: Int, _ end: Int) -> Bool { self.start <= start && end <= self.end }
}
