import Facts
import Understanding

/// More than a yes or a no to a confirmation, in free words that nobody has listed: a remark that ends in a yes, and a
/// question which the confirmation itself answers.
extension TurnRun {
    /// "The length stays 31, I see. Yes please", "a pity about the price. But yes": the last words are a plain yes, and
    /// nothing before them takes back, adds, asks, waits, or names what the question has not.
    func agreesAtLast(_ reading: Interpretation, to ask: String) -> Bool {
        guard let question = state.lastSaid.last, question.reply == fullID(ask),
            reading.answer != .no, !isOnlyCourtesy(reading, question.text)
        else { return false }
        let parts = sentences(of: reading).flatMap(apartFromYes)
        guard (2...Self.mostParts).contains(parts.count) else { return false }
        let ends = parts.map { withoutOpening($0) }.map { end in
            isPlainYes(end.tokens, to: question.text) || saysAgain(end, question.text) ? end : nil
        }
        let closing = ends.reversed().prefix { $0 != nil }
        let agrees = closing.contains { end in
            end.map {
                isWholeYes($0, to: question.text) || agreesInOtherWords($0, to: question.text)
            } == true
        }
        guard agrees else { return false }
        return parts.dropLast(closing.count).allSatisfy { part in
            if part.asksAnything {
                // "Will all of it be on my gift card? Yes go ahead"
                return isTold(part, by: question) && !isSpoiled(part)
            }
            return isPlainYes(part.tokens, to: question.text)
                || tellsOfQuestion(part, question.text) && leavesAll(part, as: question.text)
        }
    }

    /// It is about the question: a remark that the pack lists, or it names a value or a number that stands there.
    private func tellsOfQuestion(_ part: Interpretation, _ question: String) -> Bool {
        if part.mentions.contains("remark_words") { return true }
        guard part.wordCount >= Self.fewestWords else { return false }
        let (asked, wanted) = (question.lowercased(), wordsWanted)
        let kinds = Set(book.types.values.compactMap(\.entity))
        let tells = part.entities.contains { entity in
            kinds.contains(entity.kind)
                && part.text(from: entity.start, to: entity.end)
                    .map { asked.contains($0.lowercased()) } == true
        }
        return tells
            || part.tokens.contains { token in
                let isNumber = token.folded.first?.isNumber == true && asked.contains(token.folded)
                return isNumber || [token.folded, token.stem].contains(where: wanted.contains)
            }
    }

    /// Nothing in the words could change what the question says.
    func leavesAll(
        _ part: Interpretation, as question: String, but spared: [String] = []
    ) -> Bool {
        let asked = question.lowercased()
        func isAsked(_ text: String?) -> Bool {
            text.map { asked.contains($0.lowercased()) } ?? false
        }
        let own = Set((currentFlow?.slots ?? []).compactMap { book.types[$0.type.name]?.entity })
        let labels = dialogue.words[.labels, part.language]
        let wanted = wordsWanted
        return part.answer != .no && !isSpoiled(part, but: spared)
            && part.entities.allSatisfy { entity in
                let isTelling =
                    own.contains(entity.kind)
                    || !book.types.values.contains { $0.entity == entity.kind }
                return !entity.isNegated
                    && (!isTelling || isAsked(part.text(from: entity.start, to: entity.end)))
            }
            && part.tokens.dropFirst().allSatisfy { !isName($0, in: part) || isAsked($0.folded) }
            && part.tokens.allSatisfy { token in
                labels.contains([token.folded]) || !isOfShop(token)
                    || isAsked(token.folded)
                        && [token.folded, token.stem].contains(where: wanted.contains)
            }
            && (!isAnotherWish(part)
                || part.mentions.contains("remark_words") && !part.verdict.isRule)
    }

    /// Written like one: "my mother in Graz". German writes each noun so, and those of the pack's phrases are none.
    private func isName(_ token: Token, in part: Interpretation) -> Bool {
        token.folded.count > 1
            && !dialogue.interpreter.isOfPack(token.folded, language: part.language)
            && part.text(from: token.start, to: token.end)?.first?.isUppercase == true
    }

    /// It has words beside which a yes is none, other than those of the `spared` lists.
    func isSpoiled(_ part: Interpretation, but spared: [String] = []) -> Bool {
        Self.spoiling.contains { !spared.contains($0) && part.mentions.contains($0) }
    }

    private static let spoiling = [
        "negation_words", "hesitation_words", "waiting_words", "past_words", "condition_words",
        "correction_words", "only_words", "other_words", "different_words", "addition_words",
        "left_out_words", "doubtful_words", "wish_words", "human_words",
    ]

    /// "A bit pricey | but yes".
    private func apartFromYes(_ part: Interpretation) -> [Interpretation] {
        let words = part.tokens.map(\.folded)
        let openings = openings(in: part.language)
        let cut = words.indices.dropFirst().first { place in
            guard let opening = openings.first(where: words[place...].starts(with:)),
                place + opening.count < words.count
            else { return false }
            let rest = reading([(place + opening.count)..<words.count], of: part)
            return rest.answer == .yes
        }
        guard let cut else { return [part] }
        return [reading([0..<cut], of: part), reading([cut..<words.count], of: part)]
    }

    /// What may stand before the yes: "but", "so", "and".
    private func openings(in language: String) -> [[String]] {
        [.hesitation, .joints, .sequences].flatMap { dialogue.words[$0, language] }
    }

    /// Of "but yes", "so yes", "and yes" the yes.
    private func withoutOpening(_ part: Interpretation) -> Interpretation {
        without(openings(in: part.language), before: part)
    }

    /// What stands behind the first of the openings that the part begins with; all of it where there is nothing more.
    func without(_ openings: [[String]], before part: Interpretation) -> Interpretation {
        let words = part.tokens.map(\.folded)
        guard let opening = openings.first(where: words.starts(with:)), opening.count < words.count
        else { return part }
        return reading([opening.count..<words.count], of: part)
    }

    private static let mostParts = 6
    private static let fewestWords = 3

    /// "Does it really stay 1.5 litres?": of what it names the confirmation has all, so that is said once more.
    mutating func tellsOnceMore(_ reading: Interpretation) -> Bool {
        let id = "repair.as_asked"
        guard book.replies.has(id), reading.asksAnything, let question = state.lastSaid.last,
            sentences(of: reading).contains(where: { part in
                part.verdict.intent.map(isAnsweredHere) != true && isTold(part, by: question)
            })
        else { return false }
        say(id)
        resumeBelow()
        return true
    }

    /// The sentence asks about values that stand in the question, and about no other.
    private func isTold(_ sentence: Interpretation, by question: SaidReply) -> Bool {
        guard sentence.asksAnything,
            !["negation_words", "addition_words", "other_words", "different_words"]
                .contains(where: sentence.mentions.contains)
        else { return false }
        let asked = dialogue.interpreter.tokens(of: question.text, in: state.language)
        let said = Set(asked.flatMap { [$0.folded, $0.stem] })
        let (wanted, replaced) = (wordsWanted, wordsReplaced)
        var (tells, isMeasured) = (false, false)
        for token in sentence.tokens where !token.isPunctuation {
            // "1.5 litres" asks for "1.5L".
            let isUnit = isMeasured && !token.folded.contains(where: \.isNumber)
            isMeasured = token.folded.first?.isNumber == true
            let forms = isMeasured ? amounts(token.folded, in: said) : [token.folded, token.stem]
            let isValue = forms.contains(where: wanted.contains)
            guard isValue || isMeasured || isOfShop(token) else { continue }
            if isUnit, !isValue { continue }
            guard forms.contains(where: said.contains),
                isValue || !forms.contains(where: replaced.contains)
            else { return false }
            tells = tells || isValue || isMeasured
        }
        return tells
    }

    /// The words that a number begins: "1.5" of "1.5l".
    func amounts(_ number: String, in words: Set<String>) -> [String] {
        words.filter { $0.hasPrefix(number) && $0.dropFirst(number.count).first?.isNumber != true }
            .sorted()
    }

    /// The values that shall be: those of the chosen versions, of the way to pay, of the address.
    var wordsWanted: Set<String> {
        words(of: { $0.each != nil || !$0.isMany && !dialogue.isNamedByID($0) }) { choice in
            let values = choice.attributes.map(\.value)
            return values.isEmpty ? [choice.name] : values
        }
    }

    /// The values of the things themselves.
    private var wordsReplaced: Set<String> {
        let each = Set((currentFlow?.slots ?? []).compactMap(\.each))
        return words(of: { each.contains($0.id) }) { $0.attributes.map(\.value) }
    }

    func words(
        of isMeant: (Slot) -> Bool, _ texts: (Choice) -> [String]
    ) -> Set<String> {
        var words: Set<String> = []
        for slot in currentFlow?.slots ?? [] where isMeant(slot) {
            guard let value = state.stack.last?.slots[slot.id] else { continue }
            for choice in (value.list ?? [value]).compactMap(\.record).compactMap(Choice.init) {
                for text in texts(choice) {
                    for token in dialogue.interpreter.tokens(of: text, in: state.language)
                    where !token.isPunctuation {
                        words.formUnion([token.folded, token.stem])
                    }
                }
            }
        }
        return words
    }
}
