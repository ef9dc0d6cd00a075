import Facts
import Understanding

/// What customers call a thing of theirs by a word that nobody else has for it: "die Box bitte in blau und wasserfest",
/// where the speaker alone is to be had like that.
extension TurnRun {
    /// Learns such words from what was said for the flow, before `slots` are filled: a thing of its list that is told
    /// by what it shall be is one of those meant. True when it did.
    mutating func learnsNicknames(before slots: [String]) throws(Interruption) -> Bool {
        guard let version = currentFlow?.slots.first(where: { $0.each != nil }),
            let list = version.each.flatMap({ currentFlow?.slot($0) }),
            slots.contains(list.id) || slots.contains(version.id),
            state.stack.last?.stale.contains(list.id) == false
        else { return false }
        let utterances = state.stack.last?.utterances ?? []
        // What was answered since tells which things are meant.
        let isOpen = state.stack.last?.slots[list.id] == nil
        for text in utterances.reversed().prefix(isOpen ? utterances.count : 1) {
            let reading = interpretation(of: text)
            guard let offers = try choices(for: list, member: nil), offers.count > 1 else {
                return false
            }
            for stranger in strangers(in: reading, among: offers.map(\.choice)) {
                guard let thing = try thing(fitting: stranger, in: reading, of: list, version)
                else { continue }
                state.nicknames[stranger.word] = thing.choice.name
                take(thing, into: list)
                return true
            }
        }
        return false
    }

    /// The thing is one of those that were taken already; where none was, the words name it from now on.
    private mutating func take(_ thing: Offer, into list: Slot) {
        let value = Value.record(thing.record)
        guard let held = state.stack.last?.slots[list.id]?.list,
            !held.contains(where: { $0.equals(value) })
        else { return }
        replace(list, by: .list(held + [value]))
        restart()
    }

    /// "The box": a word for a thing that none of the shop's words is, and what is said of it, in tokens.
    private struct Stranger {
        var word: String
        var said: Range<Int>
    }

    /// The words behind "the", "my" that name none of the things, nothing of the shop and nothing of every day.
    private func strangers(in reading: Interpretation, among things: [Choice]) -> [Stranger] {
        let tokens = reading.tokens
        let opened = tokens.indices.compactMap { place -> (opening: Int, noun: Int)? in
            guard
                dialogue.interpreter.isDefinite(tokens[place].folded, language: reading.language),
                let noun = tokens.indices.dropFirst(place + 1).prefix(Self.longestName)
                    .first(where: { !isOfShop(tokens[$0]) }),
                isStranger(noun, in: reading)
            else { return nil }
            return (place, noun)
        }
        guard !opened.isEmpty else { return [] }
        let named = passages(of: reading, among: things).map(\.tokens.lowerBound)
        let starts = reading.sentenceRanges.map(\.lowerBound) + named + opened.map(\.opening)
        return opened.map { opening, noun in
            let end = starts.filter { $0 > noun }.min() ?? tokens.count
            return Stranger(word: tokens[noun].folded, said: opening..<end)
        }
    }

    /// "The big waterproof box".
    private static let longestName = 3

    private func isStranger(_ place: Int, in reading: Interpretation) -> Bool {
        let token = reading.tokens[place]
        let language = reading.language
        return token.folded.count >= Self.shortestNoun && token.folded.allSatisfy(\.isLetter)
            && state.nicknames[token.folded] == nil
            && !dialogue.interpreter.isOfEveryday(token.folded, language: language)
            && !dialogue.words[.orders, language].contains([token.folded])
            && !reading.entities.contains { $0.start <= token.start && token.end <= $0.end }
    }

    private static let shortestNoun = 3

    /// The one thing of the list, not named itself, that can be had as the words say, where none that is named can.
    private func thing(
        fitting stranger: Stranger, in reading: Interpretation, of list: Slot, _ version: Slot
    ) throws(Interruption) -> Offer? {
        let offers = try choices(for: list, member: nil) ?? []
        let named = Set(
            passages(of: reading, among: offers.map(\.choice)).flatMap(\.indices))
        let said = self.reading([stranger.said], of: reading)
        var fitting: [Int] = []
        for (place, offer) in offers.enumerated()
        where try isToBeHad(offer, as: said, of: list, version) {
            fitting.append(place)
        }
        guard fitting.count == 1, let place = fitting.first, !named.contains(place) else {
            return nil
        }
        return offers[place]
    }

    /// A version of the thing is as the words say, and they say something that tells versions apart.
    private func isToBeHad(
        _ thing: Offer, as said: Interpretation, of list: Slot, _ version: Slot
    ) throws(Interruption) -> Bool {
        let versions =
            try choices(for: version, member: nil, with: [list.id: .record(thing.record)]) ?? []
        let choices = versions.map(\.choice)
        let picking = picking(said, among: choices, reference: thing.choice)
        guard picking.kind == .one, picking.indices.count < choices.count else { return false }
        let values = dialogue.interpreter.missingValues(
            in: said, among: choices, reference: thing.choice, besides: [])
        // "The gizmo for a black one" is none that is black.
        return !values.missing(from: thing.choice).isEmpty
            && picking.indices.filter(choices.indices.contains).contains {
                values.missing(from: choices[$0]).isEmpty
            }
    }
}
