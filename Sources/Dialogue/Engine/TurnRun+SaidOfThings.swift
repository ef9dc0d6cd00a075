import Facts
import Understanding

/// What the words say of each of the things that they name: which stay, which came, which are fine.
extension TurnRun {
    /// The passages, those turned down where they are to stay as they are ("I keep the chair"), those that came where
    /// others are missing ("only the mug was in it, the lamp is missing"), and those that are fine where others are
    /// not.
    func passages(of reading: Interpretation, among offers: [Offer]) -> [Passage] {
        let passages = passages(of: reading, among: offers.map(\.choice))
        if passages.isEmpty { return passages }
        func says(_ list: DialogueWords.List, _ passage: Passage) -> Bool {
            self.says(list, in: withoutRest(passage, in: reading), of: passage, reading, offers)
        }
        // "No ha llegado" holds the words of what came.
        func came(_ passage: Passage) -> Bool {
            says(.arrivals, passage) && !says(.absences, passage)
        }
        let isMissing = passages.contains { passage in
            !came(passage) && (says(.omissions, passage) || says(.absences, passage))
        }
        // "The machine is great. But the camera goes back": the camera is meant.
        let isPraised = passages.map { isContent($0, in: reading) }
        let isOtherMeant = isPraised.contains(true) && isPraised.contains(false)
        let rest = startOfRest(in: reading)
        let negated = passages.indices.map { place in
            var passage = passages[place]
            passage.isNegated =
                passage.isNegated || stays(place, of: passages, in: reading, among: offers)
                || passage.tokens.lowerBound >= rest
                    && passages.first?.tokens.lowerBound ?? 0 < rest
                || isMissing && came(passage) || isOtherMeant && isPraised[place]
            return passage
        }
        return negated.indices.map { place in
            var passage = negated[place]
            let next = place + 1 < negated.count ? negated[place + 1] : nil
            passage.isNegated =
                passage.isNegated
                || next?.isNegated == true && isNameBefore(next, passage, in: reading)
            return passage
        }
    }

    /// "The table is here, but the chairs aren't", of two orders: which one is meant, what came does not tell.
    func withoutArrived(
        _ reading: Interpretation, for slot: Slot
    ) throws(Interruption) -> Interpretation {
        let absent = ["absent_words", "left_out_words"]
        guard dialogue.isNamedByID(slot), reading.mentions.contains("arrived_words"),
            absent.contains(where: reading.mentions.contains), !namesID(reading),
            let orders = try allChoices(for: slot), !holdsAll(of: reading, among: orders)
        else { return reading }
        let parts = partRanges(of: reading)
        let left = parts.filter { range in
            let part = self.reading([range], of: reading)
            return !part.mentions.contains("arrived_words")
                || absent.contains(where: part.mentions.contains)
        }
        guard !left.isEmpty, left.count < parts.count,
            case let rest = self.reading(left, of: reading), namesAnyOfShop(rest)
        else { return reading }
        return rest
    }

    /// One of the orders has everything that the words name.
    private func holdsAll(of reading: Interpretation, among offers: [Offer]) -> Bool {
        let contents = offers.map { things(in: $0.choice) }
        let all = contents.flatMap { $0 }
        let named = passages(of: reading, among: all).map { passage in
            passage.indices.map { all[$0].name }
        }
        return contents.contains { own in
            let names = own.map(\.name)
            return named.allSatisfy { $0.contains(where: names.contains) }
        }
    }

    /// "The throw, of course", "not the clock, the shelf", in answer to something else: what is spoken of is known.
    func namesOnlyHeld(_ reading: Interpretation) throws(Interruption) -> Bool {
        guard reading.wordCount <= Self.wordsOfNaming, !reading.asksAnything,
            let slot = currentFlow?.slots.first(where: \.isMany),
            let have = state.stack.last?.slots[slot.id]?.list,
            let offers = try choices(for: slot, member: nil), !tellsOption(reading, of: offers)
        else { return false }
        let held = Set(
            offers.indices.filter { place in
                have.contains { $0.equals(.record(offers[place].record)) }
            })
        let named = passages(of: reading, among: offers)
        return named.contains { !$0.isNegated }
            && named.allSatisfy { passage in
                held.isDisjoint(with: passage.indices) == passage.isNegated
            }
    }

    /// A value of what tells versions of the things apart: "in black".
    private func tellsOption(_ reading: Interpretation, of offers: [Offer]) -> Bool {
        let values = offers.flatMap { $0.record["options"]?.record?.fields ?? [] }
            .compactMap(\.value.text)
            .flatMap { dialogue.interpreter.tokens(of: $0, in: state.language) }
            .flatMap { [$0.folded, $0.stem] }
        let said = Set(reading.tokens.map(\.folded)).union(shopWords(in: reading))
        return !said.isDisjoint(with: values.filter { $0.first?.isLetter == true })
            || reading.tokens.contains { $0.folded.first?.isNumber == true }
    }

    private static let wordsOfNaming = 6

    /// A phrase of the list stands in these tokens, and is said of the thing and not of a value of it.
    private func says(
        _ list: DialogueWords.List, in range: Range<Int>, of passage: Passage,
        _ reading: Interpretation, _ offers: [Offer]
    ) -> Bool {
        let tokens = reading.tokens[range]
        let openings = dialogue.words.openings(of: list, reading.language)
        let words = tokens.map(\.folded)
        // "The size can stay" is said of the size.
        let stopped = list == .keeping ? words : stopped(tokens)
        return tokens.indices.contains { token in
            let place = token - range.lowerBound
            guard
                let phrase = openings.standing(at: words[place...]).first
                    ?? openings.standing(at: stopped[place...]).first
            else { return false }
            let behind = Array(tokens.dropFirst(place + phrase.count))
            return !tellsOnlyValue(behind, of: offers.map(\.choice))
                && (place == 0 || !isValue(tokens[token - 1], in: passage, reading, offers))
        }
    }

    /// A full stop in an entry stands for the end of any part: "rug ok, chairs scratched".
    private func stopped(_ tokens: ArraySlice<Token>) -> [String] {
        tokens.map { $0.endsPart ? "." : $0.folded } + ["."]
    }

    /// It is praised, and nothing is said behind that.
    private func isContent(_ passage: Passage, in reading: Interpretation) -> Bool {
        let tokens = reading.tokens[withoutRest(passage, in: reading)]
        let openings = dialogue.words.openings(of: .contentment, reading.language)
        let words = stopped(tokens)
        return tokens.indices.contains { token in
            let place = token - tokens.startIndex
            return openings.standing(at: words[place...]).contains { phrase in
                let behind = tokens.dropFirst(place + phrase.count).filter { token in
                    !token.isPunctuation && !isOfShop(token)
                }
                return behind.wordCount <= Self.wordsBehindPraise
            }
        }
    }

    /// "But the", before the next thing.
    private static let wordsBehindPraise = 2

    /// "The watch with a black dial, leather stays", "the colour can stay": a value of it does, not the watch.
    private func isValue(
        _ token: Token, in passage: Passage, _ reading: Interpretation, _ offers: [Offer]
    ) -> Bool {
        if dialogue.words[.labels, reading.language].contains([token.folded]) { return true }
        let names = passage.indices.map { offers[$0].choice.name.lowercased() }
        return isOfShop(token) && !names.contains { $0.contains(token.folded) }
            && reading.tokens[passage.tokens.clamped(to: reading.tokens.indices)].contains {
                other in names.contains { $0.contains(other.folded) && other.folded.count > 3 }
            }
    }

    /// The thing is to stay as it is. "Swap the chairs and keep the rug": what stands right before a name is said of
    /// it; "I don't want to keep the lamp" keeps nothing.
    private func stays(
        _ place: Int, of passages: [Passage], in reading: Interpretation, among offers: [Offer]
    ) -> Bool {
        let passage = passages[place]
        let range = withoutRest(passage, in: reading)
        let next = place + 1 < passages.count ? passages[place + 1] : nil
        let start = min(keepingStart(of: passage, in: reading), range.lowerBound)
        let end = next.map { min(keepingStart(of: $0, in: reading), range.upperBound) }
        let words = start..<max(start, end ?? range.upperBound)
        return says(.keeping, in: words, of: passage, reading, offers)
            && (words.isEmpty
                || !self.reading([words], of: reading).mentions.contains("no_keeping_words"))
    }

    /// Where the words about a thing begin, a "keep" right before it among them.
    private func keepingStart(of passage: Passage, in reading: Interpretation) -> Int {
        let start = passage.tokens.lowerBound
        let words = reading.tokens.map(\.folded)
        let phrases = dialogue.words[.keeping, reading.language]
        // "Leave the" holds the article.
        let starts = [start, start + 1].flatMap { end in
            phrases.filter { phrase in
                phrase.count < end && end <= words.count
                    && words[(end - phrase.count)..<end].elementsEqual(phrase)
            }.map { end - $0.count }
        }
        return min(starts.min() ?? start, start)
    }

    /// "The rest I keep, the jackets are lovely": what is named behind it belongs to the rest.
    private func startOfRest(in reading: Interpretation) -> Int {
        let words = reading.tokens.map(\.folded)
        let rests = dialogue.words.openings(of: .rests, reading.language)
        let keeping = dialogue.words.openings(of: .keeping, reading.language)
        guard let rest = words.indices.first(where: { !rests.standing(at: words[$0...]).isEmpty }),
            words[rest...].prefix(Self.wordsOfRest).indices.contains(where: {
                !keeping.standing(at: words[$0...]).isEmpty
            })
        else { return words.count }
        return rest
    }

    /// "The vacuum and the chair stay as they are": of the first nothing but its name is said.
    private func isNameBefore(
        _ next: Passage?, _ passage: Passage, in reading: Interpretation
    ) -> Bool {
        let joints = dialogue.words[.joints, reading.language]
        let tokens = reading.tokens[passage.tokens.clamped(to: reading.tokens.indices)]
        guard let last = tokens.last, joints.contains([last.folded]),
            next?.tokens.lowerBound == passage.tokens.upperBound
        else { return false }
        return tokens.dropLast().allSatisfy { token in
            isOfShop(token)
                || dialogue.interpreter.isDeterminer(token.folded, language: reading.language)
        }
    }

    /// "The rest I will keep".
    private static let wordsOfRest = 6

    /// The passage up to what is said of all the others: "the watch. The rest I keep".
    private func withoutRest(_ passage: Passage, in reading: Interpretation) -> Range<Int> {
        let tokens = passage.tokens.clamped(to: reading.tokens.indices)
        let words = reading.tokens.map(\.folded)
        let rests = dialogue.words.openings(of: .rests, reading.language)
        let rest = tokens.first { !rests.standing(at: words[$0...]).isEmpty }
        return tokens.lowerBound..<(rest ?? tokens.upperBound)
    }
}
