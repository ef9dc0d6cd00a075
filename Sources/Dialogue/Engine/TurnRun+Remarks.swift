import Facts
import Understanding

/// A remark beside a yes: "Yes, cancel it. I'll reorder when I'm home." Only what the pack lists (`remark_words`): of
/// any other sentence nobody can say that it takes nothing back.
extension TurnRun {
    /// One sentence is a plain yes to the open question, and every other one is a remark.
    func agreesBesideRemarks(
        _ reading: Interpretation, to ask: String
    ) throws(Interruption) -> Bool {
        guard let question = state.lastSaid.last, question.reply == fullID(ask),
            reading.answer != .no, !isOnlyCourtesy(reading, question.text)
        else { return false }
        let sentences = sentences(of: reading).map(withoutJoint)
        guard (1...Self.mostSentences).contains(sentences.count) else { return false }
        var agrees = false
        for sentence in sentences {
            if isPlainYes(sentence.tokens, to: question.text) {
                let isFirm = sentences.count == 1 || !isWeakYes(sentence.tokens)
                agrees = agrees || isFirm && isWholeYes(sentence, to: question.text)
            } else if saysAgain(sentence, question.text) {
                agrees = agrees || agreesInOtherWords(sentence, to: question.text)
            } else if agreesWithRemark(sentence, question.text) {
                agrees = true
            } else if !isRemark(sentence, on: question.text),
                try !remindsOfWish(sentence, besides: question.text)
            {
                return false
            }
        }
        return agrees
    }

    /// "Ok, thanks for your help": made of the words of a yes, and as a whole none.
    func isOnlyCourtesy(_ reading: Interpretation, _ question: String) -> Bool {
        isPlainYes(reading.tokens, to: question) && !isWholeYes(reading, to: question)
    }

    /// "Yes gotta run", "phew yes please": a plain yes and a remark, with no sign between them.
    private func agreesWithRemark(_ sentence: Interpretation, _ question: String) -> Bool {
        sentence.tokens.indices.dropFirst().contains { cut in
            let parts = [0..<cut, cut..<sentence.tokens.count].map { reading([$0], of: sentence) }
            return zip(parts, parts.reversed()).contains { yes, remark in
                isWholeYes(yes, to: question) && !isWeakYes(yes.tokens)
                    && isRemark(remark, on: question)
            }
        }
    }

    /// "And sorry for the trouble".
    private func withoutJoint(_ sentence: Interpretation) -> Interpretation {
        without(dialogue.words[.joints, sentence.language], before: sentence)
    }

    private func isRemark(_ sentence: Interpretation, on question: String) -> Bool {
        guard sentence.answer != .no, !sentence.asksAnything else { return false }
        let remarks = dialogue.words.index(of: .remarks, sentence.language)
        return isPlainYes(sentence.tokens, to: question, besides: remarks)
            || approves(sentence, to: question)
    }

    /// "White is fine": words that agree, and of what it names only what shall be; not what there is ("black is fine"),
    /// what shall go ("the mug is fine") or how it was paid ("Visa is fine"); or what else was chosen and stands there.
    private func approves(_ sentence: Interpretation, to question: String) -> Bool {
        let (interpreter, language) = (dialogue.interpreter, sentence.language)
        let others = sentence.tokens.filter { !isOnlyWanted($0) }
        let said = others.filter { !interpreter.isDeterminer($0.folded, language: language) }
        let chosen = choicesAsked(in: question)
        return (others.count < sentence.tokens.count || !chosen.isEmpty)
            && isPlainYes(said, to: question, besides: chosen)
            && said.contains { token in
                sentence.text(from: token.start, to: token.end).map(interpretation)?.answer == .yes
            }
    }

    /// A word that the chosen versions have and the things themselves have not.
    private func isOnlyWanted(_ token: Token) -> Bool {
        guard let frame = state.stack.last,
            let slot = currentFlow?.slots.first(where: { $0.each != nil }), let each = slot.each
        else { return false }
        func words(_ id: String) -> Set<String> {
            let choices = (frame.slots[id]?.list ?? []).compactMap(\.record)
                .compactMap(Choice.init)
            let values = choices.flatMap { [$0.name] + $0.attributes.map(\.value) }
            return Set(
                values.flatMap { dialogue.interpreter.tokens(of: $0, in: state.language) }
                    .flatMap { [$0.folded, $0.stem] })
        }
        let said = [token.folded, token.stem]
        return said.contains(where: words(slot.id).contains)
            && !said.contains(where: words(each).contains)
    }

    func isOfShop(_ token: Token) -> Bool {
        let (interpreter, language) = (dialogue.interpreter, state.language)
        return interpreter.namesAnyOfShop(
            interpreter.tokens(of: token.folded, in: language), language: language)
    }

    /// Sentences, and what commas part.
    func sentences(of reading: Interpretation) -> [Interpretation] {
        partRanges(of: reading).map { range in
            // A question mark belongs to its sentence.
            let next = range.upperBound
            let isAsked =
                next < reading.tokens.count && ["?", "？"].contains(reading.tokens[next].folded)
            return self.reading([isAsked ? range.lowerBound..<next + 1 : range], of: reading)
        }
    }

    /// Their tokens, without the signs at the ends.
    func partRanges(of reading: Interpretation) -> [Range<Int>] {
        let tokens = reading.tokens
        var start = 0
        var ranges: [Range<Int>] = []
        for end in tokens.indices {
            let endsPart = tokens[end].endsPart && !reading.isInside(end)
            guard endsPart || end == tokens.count - 1 else { continue }
            let range = start..<(endsPart ? end : end + 1)
            if !range.isEmpty { ranges.append(range) }
            start = end + 1
        }
        return ranges
    }

    private static let mostSentences = 6
}

extension Range<Int> {
    /// The parts that begin where the place is one to cut at.
    func split(before isCut: (Int) -> Bool) -> [Range<Int>] {
        let cuts = [lowerBound] + dropFirst().filter(isCut) + [upperBound]
        return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    }
}

extension Token {
    var endsPart: Bool {
        !beginsPlain && (endsSentence || [",", "、", "…"].contains(folded))
    }
}
