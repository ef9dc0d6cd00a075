import Facts
import Understanding

/// What looks like a yes, or like a change, at a confirmation and is neither.
extension TurnRun {
    /// Words that only sound like a yes ("yeah right", "yes it's me"), "the other one, yes", praise ("great", "I see"),
    /// a goodbye, a yes to "take your time", and an "ok" that may be said to an answer: where something was asked or
    /// said beside the question, only a plain yes counts.
    func isDoubtful(_ reading: Interpretation, _ further: Interpretation?) -> Bool {
        if reading.mentions.contains("doubtful_words") { return true }
        if let further { return further.mentions.contains("doubtful_words") }
        let praises = isOnly(of: [.praises], reading)
        let acknowledges =
            praises || isOnly(of: [.acknowledgements, .praises, .goodbyes], reading)
        return reading.mentions.contains("other_words") || praises
            || acknowledges
                && (state.askedAgain || state.keptQuestion
                    || reading.mentions.contains("goodbye_words"))
    }

    /// Every word is one of the lists'.
    private func isOnly(of lists: [DialogueWords.List], _ reading: Interpretation) -> Bool {
        let phrases = lists.map { dialogue.words[$0, reading.language] }
        let words = reading.tokens.filter { !$0.isPunctuation }
        return !words.isEmpty && words.isCovered(by: phrases.map(PhraseIndex.init))
    }

    /// At a confirmation: the words want it otherwise, or say nothing but what shall be ("the black one", "PayPal
    /// please"). A remark that happens to hold a word of the shop does not: "I'm going to bed".
    func asksForChange(_ reading: Interpretation) throws(Interruption) -> Bool {
        let turnsDown = reading.answer == .no || reading.soundsLikeCorrection
        // "I need a coffee first" waits, "my old one only had 3x" tells.
        if !turnsDown,
            reading.mentions.contains("waiting_words")
                || reading.mentions.contains("past_words")
                    && !reading.mentions.contains("wish_words")
        {
            return false
        }
        if isShortOrWanted(reading) { return true }
        let types = (currentFlow?.slots ?? []).compactMap { book.types[$0.type.name] }
        let own = Set(types.compactMap(\.entity) + types.flatMap(\.parts).map(\.name))
        if reading.entities.contains(where: { own.contains($0.kind) }) { return true }
        return try saysOnlyValues(reading)
    }

    /// "10x is too much", "never wireless again", "the mouse is fine", "anything but PayPal": each part of it that
    /// names a value turns it down or tells of it, and nothing is wished.
    func onlyTellsOfValues(_ reading: Interpretation) throws(Interruption) -> Bool {
        // "80302 would be wrong" wants nothing different, nor does "what's wrong with wireless".
        let rejects = reading.mentions.contains("rejecting_words")
        let changes = Self.changing.contains { list in
            reading.mentions.contains(list) && !(rejects && list == "different_words")
        }
        guard !changes, rejects || !reading.isQuestion else { return false }
        let offered = try wordsOffered()
        let parts = sentences(of: reading).map { ($0, places(ofValuesIn: $0, offered)) }
        // "PayPal, no chance": what rejects it stands behind.
        let isRejected = parts.contains {
            $0.1.isEmpty && $0.0.mentions.contains("rejecting_words")
        }
        let naming = parts.filter { !$0.1.isEmpty }
        return !naming.isEmpty && (isRejected || naming.allSatisfy(tellsOfValue))
    }

    private func tellsOfValue(_ part: Interpretation, at places: [Int]) -> Bool {
        if part.mentions.contains("rejecting_words") { return true }
        if part.mentions.contains("preferring_words") { return false }
        let words = part.tokens.map(\.folded)
        let telling = dialogue.words[.tellings, part.language]
        // "PayPal locked me out", "the purifier hums": a word that is nobody's value goes on about it.
        let foreign = foreignWords(in: part)
        return places.contains { place in
            let behind = words[(place + 1)...]
            if place + 1 < words.count, !places.contains(place + 1),
                foreign.contains(part.tokens[place + 1])
                    || isOfOtherKind(part.tokens[place + 1], in: part)
            {
                return true
            }
            let isRefused = part.entities.contains {
                $0.kind == "yes_no" && $0.value == .text("no") && place + 1 < words.count
                    && $0.start == part.tokens[place + 1].start
            }
            return isRefused || telling.contains { behind.starts(with: $0) }
        }
    }

    /// "My car", "the delivery guy": an article before a word that is nobody's value.
    func speaksOfAnotherThing(_ reading: Interpretation) -> Bool {
        let foreign = foreignWords(in: reading)
        return zip(reading.tokens, reading.tokens.dropFirst()).contains { article, word in
            dialogue.interpreter.isDeterminer(article.folded, language: reading.language)
                && foreign.contains(word)
        }
    }

    /// "Locked", "died": the pack knows the word, and the open flow asks for nothing of its kind.
    private func isOfOtherKind(_ token: Token, in part: Interpretation) -> Bool {
        let own = Set((currentFlow?.slots ?? []).compactMap { book.types[$0.type.name]?.entity })
        let kinds = part.entities.filter { $0.start <= token.start && token.end <= $0.end }
            .map(\.kind)
        return kinds.contains { book.labels[$0] != nil } && own.isDisjoint(with: kinds)
    }

    /// The tokens that are words of the shop, or end what the flow's slots could take.
    private func places(ofValuesIn part: Interpretation, _ offered: Set<String>) -> [Int] {
        let types = (currentFlow?.slots ?? []).compactMap { book.types[$0.type.name] }
        let own = Set(types.compactMap(\.entity) + types.flatMap(\.parts).map(\.name))
        return part.tokens.indices.filter { place in
            let token = part.tokens[place]
            return isOfShop(token) || offered.contains(token.folded)
                || part.entities.contains { own.contains($0.kind) && $0.end == token.end }
        }
    }

    /// It says that something shall be otherwise, or so little that it can say nothing else.
    func isShortOrWanted(_ reading: Interpretation) -> Bool {
        Self.changing.contains(where: reading.mentions.contains) || reading.soundsLikeCorrection
            || reading.answer == .no || isOpen(reading.verdict, for: currentFlow)
            || reading.wordCount <= Self.fewWords
    }

    private static let fewWords = 4

    private static let changing = [
        "only_words", "keep_words", "addition_words", "left_out_words", "different_words",
        "other_words", "wish_words", "same_words",
    ]

    /// The verdict is a wish of the open flow itself: "swap it for the black one".
    private func isOpen(_ verdict: Verdict, for flow: Flow?) -> Bool {
        guard let flow, let intent = verdict.intent else { return false }
        return verdict.confidence >= Self.clauseConfidence && flow.starts.contains(intent)
    }

    /// Nothing but values, numbers, what the pack recognises, and the words of every other sentence.
    private func saysOnlyValues(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard reading.wordCount <= Self.longestValues else { return false }
        let foreign = foreignWords(in: reading)
        if foreign.isEmpty { return true }
        let named = try wordsOffered()
        let left = foreign.filter { !named.contains($0.folded) && !named.contains($0.stem) }
        return left.count <= Self.mostForeign && left.count * 4 <= reading.wordCount
    }

    /// "Then the office chair from the other order", "not black": it names a thing or a value of the shop, and says not
    /// what shall be done with it.
    func namesOnly(_ reading: Interpretation) -> Bool {
        !reading.verdict.isRule && !reading.isQuestion && namesAnyOfShop(reading)
            && foreignWords(in: reading).isEmpty
    }

    /// "Charger, shelf and helmet, yes": hardly a word between the names.
    func isMadeOfNames(_ reading: Interpretation) -> Bool {
        namesOnly(reading) && reading.tokens.count(where: isOfShop) * 3 >= reading.wordCount
    }

    /// The words that are none of the shop, of the pack's little lists, and not among the commonest.
    private func foreignWords(in reading: Interpretation) -> [Token] {
        let language = reading.language
        let little = [.labels, .joints, .sequences].flatMap { dialogue.words[$0, language] }
        let about = Set((currentFlow?.slots ?? []).compactMap { book.types[$0.type.name]?.about })
        return reading.tokens.filter { token in
            !token.isPunctuation && !token.folded.contains(where: \.isNumber)
                && !token.isKana && !token.isIdeograph
                && !reading.entities.contains { $0.start <= token.start && token.end <= $0.end }
                && !dialogue.interpreter.isOfEveryday(token.folded, language: language)
                && !dialogue.interpreter.agreements.contains { $0.has(token) }
                && !little.contains([token.folded])
                && !isOfShop(token)
                && about.isDisjoint(with: interpretation(of: token.folded).mentions)
        }
    }

    /// The words of all that the flow's slots have to choose from.
    private func wordsOffered() throws(Interruption) -> Set<String> {
        var words: Set<String> = []
        for slot in currentFlow?.slots ?? [] where slot.each == nil {
            for offer in try choices(for: slot, member: nil) ?? [] {
                for token in dialogue.interpreter.tokens(of: offer.choice.name, in: state.language)
                {
                    words.formUnion([token.folded, token.stem])
                }
            }
        }
        return words
    }

    private static let mostForeign = 1
    private static let longestValues = 9

    /// A question about what is there ("how much is the 10x one?", "does it work with PayPal?") wishes nothing.
    func onlyAsks(_ reading: Interpretation) -> Bool {
        let words = reading.tokens.map(\.folded)
        return dialogue.words[.askings, reading.language].contains(where: words.starts(with:))
            && !reading.mentions.contains("wish_words")
    }

    /// Where no list was shown, "last" and "2" are no places in one: "did you get my last message?"
    func withoutPlaces(_ reading: Interpretation) -> Interpretation {
        guard state.shown.isEmpty else { return reading }
        var own = reading
        own.entities.removeAll { ["number", "ordinal"].contains($0.kind) }
        return own
    }
}
