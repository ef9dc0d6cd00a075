import Facts
import Understanding

/// A yes that says once more what was asked: "yes please return the coffee maker", "yes, the black one", "cancel the
/// whole order, yes".
extension TurnRun {
    /// Its words agree, or say again what the question says, and something of it agrees.
    func agreesInOtherWords(_ part: Interpretation, to question: String) -> Bool {
        part.answer == .yes && saysAgain(part, question)
            && part.tokens.contains { token in
                part.text(from: token.start, to: token.end).map(interpretation)?.answer == .yes
            }
    }

    /// Besides words that agree it names only what the question has: its things, all of them or none; what was chosen
    /// for them, and not what they are now; the whole of what is not a list.
    func saysAgain(_ part: Interpretation, _ question: String) -> Bool {
        guard part.answer != .no, !part.asksAnything,
            !isSpoiled(part, but: isAboutOneThing ? ["only_words"] : []),
            part.entities.allSatisfy({ !$0.isNegated })
        else { return false }
        let words = wordsProposed
        let said = part.tokens.filter { !$0.isPunctuation }
        let named = said.filter { isWord($0, of: words) }
        let wholes = isList ? [] : dialogue.words[.wholes, part.language]
        let glue = dialogue.words[.restatings, part.language]
        // "Yes, the lamp and" goes on.
        guard !named.isEmpty || !isList && part.mentions.contains("whole_words"),
            let last = said.last, !glue.contains([last.folded])
        else { return false }
        let others = said.filter { token in
            !named.contains(token)
                && !dialogue.interpreter.isDeterminer(token.folded, language: part.language)
        }
        let only = isAboutOneThing ? dialogue.words[.onlys, part.language] : []
        return isPlainYes(others, to: question, besides: glue + wholes + only)
            && (named.isEmpty || isAboutOneThing || namesAllThings(part))
    }

    func isWord(_ token: Token, of words: Set<String>) -> Bool {
        if token.folded.first?.isNumber == true {
            return !amounts(token.folded, in: words).isEmpty
        }
        let said = interpretation(of: token.folded)
        return words.contains(token.folded) || words.contains(token.stem)
            || shopWords(in: said).contains(where: words.contains)
    }

    /// The names of the things, and what shall be.
    private var wordsProposed: Set<String> {
        let hasVersions = currentFlow?.slots.contains { $0.each != nil } == true
        let things = words(of: \.isMany) { choice in
            [choice.name] + (hasVersions ? [] : choice.attributes.map(\.value))
        }
        return things.union(wordsWanted)
    }

    private var things: [Choice] {
        let slot = currentFlow?.slots.first(where: \.isMany)
        let list = slot.flatMap { state.stack.last?.slots[$0.id]?.list } ?? []
        return list.compactMap(\.record).compactMap(Choice.init)
    }

    private var isList: Bool { currentFlow?.slots.contains(where: \.isMany) == true }

    private var isAboutOneThing: Bool { !isList || things.count == 1 }

    private func namesAllThings(_ part: Interpretation) -> Bool {
        Set(passages(of: part, among: things).flatMap(\.indices)).count == things.count
    }
}
