import Facts
import Understanding

/// Which words are a yes to a confirmation. Each of them must be known: of a word more nobody can say that it takes
/// nothing back.
extension TurnRun {
    /// A plain yes in which something agrees; "please, and thanks" or the question's own words do not.
    func isWholeYes(
        _ reading: Interpretation, to question: String, orFurtherWishes: Bool = false
    ) -> Bool {
        let left = orFurtherWishes ? wordsBesideWishes(of: reading) : reading.tokens
        return reading.answer != .no && isWholeYes(left, to: question)
    }

    func isWholeYes(_ tokens: [Token], to question: String) -> Bool {
        guard isPlainYes(tokens, to: question) else { return false }
        let said = KeyedWords(tokens.filter { !$0.isPunctuation })
        let asked = phrasesAsked(in: question)
        let lists = dialogue.interpreter.agreements
        // A thumb is no word.
        let signs = lists.isEmpty ? tokens : tokens.filter(\.isPunctuation)
        return signs.contains(where: isYes)
            || lists.contains { words in
                words.cover(said, or: [asked]) && words.agree(said, besides: [asked])
            }
    }

    /// Nothing but words of a yes: of the pack's `agreement_words` and `courtesy_words` in one language, or of the
    /// question, asked with it. "Yes, the lamp only", "yes but", "is that right", "yes and" leave a word over.
    func isPlainYes(
        _ tokens: [Token], to question: String, besides remarks: [[String]] = []
    ) -> Bool {
        isPlainYes(
            tokens, to: question, besides: remarks.isEmpty ? .empty : PhraseIndex(remarks))
    }

    func isPlainYes(
        _ tokens: [Token], to question: String, besides remarks: PhraseIndex
    ) -> Bool {
        let said = tokens.filter { !$0.isPunctuation }
        let others = [phrasesAsked(in: question), remarks]
        let lists = dialogue.interpreter.agreements
        guard !lists.isEmpty else {
            return said.filter { !isYes($0) }.isCovered(by: others)
        }
        // The words of one language at a time: "si" agrees in Spanish and is "if" in French.
        let words = KeyedWords(said)
        return lists.contains { $0.cover(words, or: others) }
    }

    /// It may as well show only that something was read: "oh ok", "fine, thanks".
    func isWeakYes(_ tokens: [Token]) -> Bool {
        let said = KeyedWords(tokens.filter { !$0.isPunctuation })
        let shown = [.acknowledgements, .praises].map {
            dialogue.words.index(of: $0, state.language)
        }
        return dialogue.interpreter.agreements.contains { !$0.agree(said, besides: shown) }
    }

    private func isYes(_ token: Token) -> Bool { interpretation(of: token.folded).answer == .yes }

    /// What stands behind a further clear wish ("yes, and where is 1057?") is that wish's own; "ok. is it too late
    /// tomorrow?" may be about the question.
    private func wordsBesideWishes(of reading: Interpretation) -> [Token] {
        let wishes = reading.clauses.filter {
            $0.verdict.isRule && $0.start > 0 && isOfAnother($0, in: reading)
        }
        return reading.tokens.filter { token in
            !wishes.contains { $0.covers(token.start, token.end) }
        }
    }

    /// The clause names another order, or is said to be something more.
    private func isOfAnother(_ clause: Clause, in reading: Interpretation) -> Bool {
        let joint = reading.tokens.last { $0.end <= clause.start }
        let start = joint?.isPunctuation == false ? joint?.start ?? clause.start : clause.start
        let part = reading.text(from: start, to: clause.end).map(interpretation)
        return part.map { part in
            namesAnotherID(part)
                || ["other_words", "addition_words", "sequence_words"].contains(
                    where: part.mentions.contains)
        } ?? false
    }

    // MARK: The question's own words

    /// What a yes may repeat of the question's last sentence: "cancel it", "open the return" of "Shall I open the
    /// return?". Its little words alone ("i", "the") say nothing.
    private func phrasesAsked(in question: String) -> PhraseIndex {
        shared.readings.phrases(of: question, in: state.language) {
            // "Shall I" asks, and agrees to nothing.
            let asked = tokensAsked(in: question)
            let whole = Self.runs(of: asked)
            let runs = whole.map { $0.count > 2 ? Array($0.dropFirst()) : $0 }
            let phrases = runs.flatMap { run in
                run.indices.flatMap { start in
                    (start + 1...run.count).map { run[start..<$0] }
                }
            }.filter { $0.contains(where: tells) }
            let words = phrases.filter { $0.count == 1 }.map { $0.map(\.folded) }
            let pointing = dialogue.words[.pointings, state.language].filter { $0.count == 1 }
            let pointed = words.flatMap { word in pointing.map { word + $0 } }
            return PhraseIndex(
                phrases.map { $0.map(\.folded) } + phrases.map { $0.map(\.stem) } + pointed
                    + pointed.flatMap { words in pointing.map { words + $0 } }
                    + whole.flatMap { $0 }.flatMap(attached)
                    + Self.ideographs(of: asked))
        }
    }

    /// "Cancélelo", where "¿cancelo el pedido?" was asked: the verb with the pronoun that is written with it.
    private func attached(to word: Token) -> [[String]] {
        dialogue.words[.attachments, state.language].flatMap { ending in
            dialogue.interpreter.tokens(of: word.stem + ending.joined(), in: state.language)
                .flatMap { [[$0.folded], [$0.stem]] }
        }
    }

    /// The word says something of its own.
    private func tells(_ token: Token) -> Bool {
        token.folded.count >= Self.tellingLength
            || !dialogue.interpreter.isOfEveryday(token.folded, language: state.language)
    }

    private static let tellingLength = 4

    /// Each word of the question's last sentence.
    func wordsAsked(in question: String) -> [[String]] {
        let asked = tokensAsked(in: question)
        return Self.runs(of: asked).flatMap { $0 }.flatMap { [[$0.folded], [$0.stem]] }
            + Self.ideographs(of: asked)
    }

    /// The words of a question that follow each other, in scripts with word breaks.
    private static func runs(of asked: [Token]) -> [[Token]] {
        asked.split { $0.isIdeograph || $0.isKana || $0.isPunctuation }.map(Array.init)
    }

    /// Where a language has no word breaks, runs of two and more Chinese characters or Katakana.
    private static func ideographs(of asked: [Token]) -> [[String]] {
        asked.split { !$0.isIdeograph && !$0.isKatakana }
            .filter { $0.count > 1 }.map { $0.map(\.folded) }
    }

    /// Without what stands in parentheses: "Shall I cancel the order?"
    private func tokensAsked(in question: String) -> [Token] {
        let text = question.unicodeScalars.prefix { $0 != "?" && $0 != "？" }
        let ends: [Unicode.Scalar] = [".", "!", ":", "\n", "。", "！", "："]
        let sentence = text.split(whereSeparator: ends.contains).last.map(Substring.init) ?? ""
        return dialogue.interpreter.tokens(of: String(sentence), in: state.language)
    }
}

extension Token {
    /// A comma, a full stop, a smile; a question mark asks something, and a thumb may point down.
    var isPunctuation: Bool {
        if beginsPlain { return false }
        return !folded.contains { $0.isLetter || $0.isNumber } && !Self.telling.contains(folded)
    }

    private static let telling: Set<String> = [
        "?", "？", "\"", "“", "”", "„", "«", "»", "&", "+", "%", "/", "=", "👎", "❌", "✖", "🙅", "🤔",
        "🙄", "🤷",
        "🙃", "😬", "😢", "😭", "🥺", "☹", "🙁", "😞", "💔", "😅", "😒", "🤨", "😕", "😡", "😠", "🛑", "✋", "⛔",
    ]
}
