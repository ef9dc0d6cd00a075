import Understanding

/// A remark beside a yes: "Yes, cancel it. I'll order again when I'm home." Told, not asked for; it takes nothing
/// back and names nothing that the question does not have, so the yes is one.
extension TurnRun {
    /// One sentence is a plain yes to the open question, and every other one is a remark.
    func agreesBesideRemarks(_ reading: Interpretation, to ask: String) -> Bool {
        guard let question = state.lastSaid.last, question.reply == fullID(ask),
            reading.answer != .no
        else { return false }
        let sentences = sentences(of: reading)
        guard (2...Self.mostSentences).contains(sentences.count) else { return false }
        var agrees = false
        for sentence in sentences {
            if isPlainYes(sentence.tokens, of: nil, to: question.text) {
                agrees = agrees || sentence.answer == .yes
            } else if !isRemark(sentence, on: question.text),
                !remindsOfWish(sentence, besides: question.text)
            {
                return false
            }
        }
        return agrees
    }

    private func isRemark(_ sentence: Interpretation, on question: String) -> Bool {
        let asked = dialogue.interpreter.tokens(of: question, in: sentence.language)
        let known = Set(asked.flatMap { [$0.folded, $0.stem] })
        func isKnown(_ token: Token) -> Bool {
            known.contains(token.folded) || known.contains(token.stem)
        }
        guard sentence.wordCount <= Self.longestRemark, sentence.answer != .no,
            !sentence.isQuestion, !sentence.soundsLikeCorrection,
            !Self.moreThanRemarks.contains(where: sentence.mentions.contains),
            !wishesAnotherRequest(sentence)
        else { return false }
        let new = sentence.tokens.filter { !isKnown($0) }
        if approves(sentence, besides: new) { return true }
        let words = sentence.tokens.map(\.folded)
        let isNamed = sentence.entities.allSatisfy { entity in
            entity.kind == "yes_no"
                || sentence.tokens.filter { entity.start <= $0.start && $0.end <= entity.end }
                    .allSatisfy(isKnown)
        }
        return isNamed
            && dialogue.words[.remarks, sentence.language].contains(where: words.starts(with:))
            && !namesAnyOfShop(interpretation(of: new.map(\.folded).joined(separator: " ")))
    }

    /// "White is fine": words of the question, and others that agree.
    private func approves(_ sentence: Interpretation, besides new: [Token]) -> Bool {
        !new.isEmpty && isPlainYes(new, of: nil, to: "")
            && new.contains { token in
                sentence.text(from: token.start, to: token.end).map(interpretation)?.answer == .yes
            }
    }

    /// "And then the skateboard", "don't forget the hose though": what is noted already comes next.
    private func remindsOfWish(_ sentence: Interpretation, besides question: String) -> Bool {
        let asked = question.lowercased()
        let noted = state.wishes.map { $0.text.lowercased() }
        let named = sentence.tokens.filter { token in
            namesAnyOfShop(interpretation(of: token.folded))
        }
        return sentence.wordCount <= Self.longestReminder && sentence.answer == nil
            && sentence.entities.allSatisfy { $0.kind == "product_category" }
            && !sentence.isQuestion && !named.isEmpty
            && named.allSatisfy { token in
                !asked.contains(token.folded) && noted.contains { $0.contains(token.folded) }
            }
    }

    private func wishesAnotherRequest(_ sentence: Interpretation) -> Bool {
        guard sentence.verdict.confidence >= Self.clauseConfidence,
            sentence.verdict.isRule || sentence.wordCount > Self.fewestWishWords,
            let flow = sentence.verdict.intent.flatMap({ book.flowOfIntent[$0] })
        else { return false }
        return flow != currentFlow?.id && book.flows[flow]?.request != nil
    }

    /// Sentences, and what commas part.
    private func sentences(of reading: Interpretation) -> [Interpretation] {
        let tokens = reading.tokens
        var start = 0
        var ranges: [Range<Int>] = []
        for end in tokens.indices where tokens[end].endsPart || end == tokens.count - 1 {
            let range = start..<(tokens[end].endsPart ? end : end + 1)
            if !range.isEmpty { ranges.append(range) }
            start = end + 1
        }
        // A question mark belongs to its sentence.
        return ranges.map { range in
            let next = range.upperBound
            let isAsked = next < tokens.count && ["?", "？"].contains(tokens[next].folded)
            return self.reading([isAsked ? range.lowerBound..<next + 1 : range], of: reading)
        }
    }

    private static let mostSentences = 6
    private static let longestRemark = 14
    private static let longestReminder = 7
    /// "Oh, even cheaper" is no wish about a price.
    private static let fewestWishWords = 4
    /// Word lists of the pack that make a sentence more than a remark.
    private static let moreThanRemarks = [
        "condition_words", "hesitation_words", "negation_words", "correction_words",
        "addition_words", "only_words", "keep_words", "other_words", "different_words",
        "withdraw_words", "address_words", "choice_question_words", "unknown_words",
    ]
}

extension Token {
    fileprivate var endsPart: Bool { endsSentence || [",", "、", "…"].contains(folded) }
}
