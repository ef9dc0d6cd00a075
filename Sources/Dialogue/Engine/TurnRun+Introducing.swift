import Facts
import Understanding

/// Messages that wish nothing yet: who writes, or which order it is about.
extension TurnRun {
    /// "Hi, I'm Noah Brown, 80279": it is kept for the question who writes.
    mutating func introduces(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, tellsWho(reading) || namesByID(reading) else { return false }
        say("repair.how_can_i_help")
        return true
    }

    /// "Daniel Nowak from Vienna - 1070": the postcode of who writes is no order's number, whatever it looked like.
    func withoutOwnCode(_ reading: Interpretation) -> Interpretation {
        guard state.customer != nil, reading.entities.contains(where: isOwnCode) else {
            return reading
        }
        var own = reading
        own.entities.removeAll(where: isOwnCode)
        return own
    }

    func isOwnCode(_ entity: Entity) -> Bool {
        dialogue.kinds.namedByID.contains(entity.kind) && entity.value == state.customer?["zip"]
    }

    /// A name alone is no more than two words that nobody knows.
    func tellsWho(_ reading: Interpretation) -> Bool {
        let told = reading.entities.filter { tellsIdentity([$0]) }
        return told.contains { $0.kind == BuiltInEntity.email.rawValue }
            || Set(told.map(\.kind)).count > 1
    }

    /// "1024", and little else: the order that the next wish is about.
    private func namesByID(_ reading: Interpretation) -> Bool {
        reading.wordCount <= 4
            && reading.entities.contains {
                dialogue.kinds.namedByID.contains($0.kind) && !$0.isNegated
            }
    }

    /// Nothing but who it is: the few words around it wish nothing, whatever they resemble.
    mutating func onlyIntroduces(_ reading: Interpretation) -> Bool {
        guard !reading.verdict.isRule, tellsWho(reading), wordsBesideEntities(of: reading) <= 4,
            !wishesBeside(reading)
        else { return false }
        return introduces(reading)
    }

    /// "Cancel 1071, mara@example.com": what is left without who it is wishes something of an order.
    func wishesBeside(_ reading: Interpretation) -> Bool {
        guard let rest = rest(of: reading) else { return false }
        // "Change my e-mail, the new one is MAIL": of the account, and not of an order.
        if !reading.mentions.contains(Self.introducing), rest.wordCount > Self.fewWordsBeside,
            rest.verdict.confidence >= Self.plainWish,
            book.flow(of: rest.verdict.intent)?.needs != nil
        {
            return true
        }
        var intents = [rest.verdict.intent].compactMap { $0 }
        // Two that are close are asked about.
        if case .close(let first, let second) = rest.verdict { intents = [first, second] }
        let isOfOrders = intents.contains { intent in
            book.flow(of: intent)?.slots
                .contains(where: dialogue.isNamedByID) == true
        }
        guard isOfOrders else { return false }
        let isAboutThings =
            rest.entities.contains { entity in
                !["number", "yes_no", "ordinal"].contains(entity.kind)
            } || namesAnyOfShop(rest)
        if intents.count > 1 { return isAboutThings }
        return rest.verdict.confidence >= (isAboutThings ? 0.42 : 0.75)
    }

    /// "MAIL. I don't want money, I want a new clock": what is told beside who it is belongs to the flow that waits for
    /// it, unless it is a wish of its own, which is noted.
    mutating func hearWordsBesideIdentity() {
        guard let words = state.working?.utterance,
            state.stack.last?.utterances.contains(words) == false,
            !state.wishes.contains(where: { words.contains($0.text) }),
            let rest = rest(of: interpretation(of: words)), rest.wordCount > Self.fewWordsBeside
        else { return }
        hear(rest)
    }

    /// "It's MAIL", "I think MAIL": so many words beside who it is tell nothing more.
    private static let fewWordsBeside = 3

    /// The reading with the wish that stands beside who it is, where the whole is not understood for it.
    func withWishBeside(_ whole: Interpretation) -> Interpretation {
        let reading = withoutIntroduction(whole)
        guard !reading.verdict.isRule, tellsWho(reading), wishesBeside(reading),
            let rest = rest(of: reading), reading.verdict == .notUnderstood || rest.verdict.isRule
        else { return reading }
        var own = reading
        own.verdict = rest.verdict
        return own
    }

    /// "And the rug? My mail is MAIL": the sentence that only tells who it is wishes nothing of the account.
    private func withoutIntroduction(_ reading: Interpretation) -> Interpretation {
        guard case .ranked(let intent, _) = reading.verdict, tellsWho(reading),
            reading.mentions.contains(Self.introducing),
            book.flow(of: intent)?.slots.contains(where: dialogue.isNamedByID) == false
        else { return reading }
        let others = reading.sentenceRanges.filter { range in
            let sentence = self.reading([range], of: reading)
            return !tellsWho(sentence) && !sentence.mentions.contains(Self.introducing)
        }
        let rest = others.isEmpty ? nil : self.reading(others, of: reading).verdict
        var own = reading
        own.verdict = rest.flatMap { $0.intent.map(isWish) == true ? $0 : nil } ?? .notUnderstood
        return own
    }

    private static let introducing = "introducing_words"
    /// So sure is a wish that is no order's, beside who it is.
    private static let plainWish = 0.9

    /// What the words say without who it is; nil where nobody is named.
    private func rest(of reading: Interpretation) -> Interpretation? {
        let told = reading.entities.filter { tellsIdentity([$0]) }.map { $0.start..<$0.end }
        guard !told.isEmpty else { return nil }
        let bytes = Array(reading.text.utf8)
        let left = bytes.indices.filter { place in !told.contains { $0.contains(place) } }
        return interpretation(of: String(decoding: left.map { bytes[$0] }, as: UTF8.self))
    }
}
