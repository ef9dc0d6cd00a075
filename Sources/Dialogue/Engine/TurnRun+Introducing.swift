import Facts
import Understanding

/// Messages that wish nothing yet: who writes, or which order it is about.
extension TurnRun {
    /// "Hi, I'm Noah Brown, 80279": it is kept for the question who writes.
    mutating func introduces(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, tellsWho(reading) || namesByID(reading),
            !saysMore(than: reading)
        else { return false }
        // What was not understood before is said again, not asked for as if nothing had been.
        let isMissed = state.failedTurns > 0 && book.replies.has(Self.missed)
        say(isMissed ? Self.missed : "repair.how_can_i_help")
        return true
    }

    /// "Can I pick it up? Grace Chen 75011": that is asked, and not understood.
    func saysMore(than reading: Interpretation) -> Bool {
        guard tellsWho(reading), let matter = matter(of: reading) else { return false }
        return matter.wordCount > Self.fewWordsBeside
            && (matter.asksAnything || Self.tellingMore.contains(where: matter.mentions.contains))
    }

    static let missed = "repair.say_it_again"
    private static let tellingMore = ["asking_words", "wish_words", "order_words", "own_words"]

    /// "Mason Lopez 28221", said once more: who it is is known, and what is asked stays open.
    mutating func introducesAgain(_ reading: Interpretation) -> Bool {
        guard let customer = state.customer, !state.stack.isEmpty, !reading.verdict.isRule,
            let matter = matter(of: reading),
            tellsWho(reading) || reading.entities.contains(where: { isOf(customer, $0) }),
            !matter.entities.contains(where: { $0.kind != "yes_no" })
        else { return false }
        let names = ["first_name", "last_name"].compactMap { customer[$0]?.text }
        let own = words(of: names)
        let left = matter.tokens.filter { !$0.isPunctuation && !own.contains($0.folded) }
        guard left.count <= Self.fewWordsBeside else { return false }
        resumeBelow()
        return true
    }

    /// The customer's own e-mail or postcode.
    private func isOf(_ customer: Record, _ entity: Entity) -> Bool {
        tellsIdentity([entity]) && ["email", "zip"].contains { customer[$0] == entity.value }
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
        guard !reading.verdict.isRule, tellsWho(reading), let rest = rest(of: reading) else {
            return reading
        }
        var own = reading
        if let verdict = verdictAlone(of: reading) {
            own.verdict = verdict
        } else if wishesBeside(reading),
            reading.verdict == .notUnderstood || rest.verdict.isRule
        {
            own.verdict = rest.verdict
        }
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

    /// "Hi, will my pillow come today? MAIL": what is understood where nobody greets or says who it is, is understood
    /// with that as well; nil where nothing is made better by it.
    private func verdictAlone(of reading: Interpretation) -> Verdict? {
        let isSmallTalk = isSmallTalk(reading.verdict.intent)
        guard let matter = matter(of: reading).map(withoutPreamble) else { return nil }
        if isOnlyOfDigits(reading, matter) { return .notUnderstood }
        guard reading.verdict == .notUnderstood || isSmallTalk,
            matter.wordCount > Self.fewWordsBeside
        else { return nil }
        switch matter.verdict {
        case .close: return matter.verdict
        case .rule(let intent, _), .ranked(let intent, _):
            return isWish(intent) || book.flowOfIntent[intent] == nil ? matter.verdict : nil
        case .notUnderstood: return isSmallTalk && saysMore(than: reading) ? .notUnderstood : nil
        }
    }

    /// "I'm Mara Lindqvist and live in Berlin, 10435": only the name and the digits resemble a wish.
    private func isOnlyOfDigits(_ reading: Interpretation, _ matter: Interpretation) -> Bool {
        guard case .ranked(_, let probability) = reading.verdict else { return false }
        return probability < Self.clauseConfidence && matter.verdict == .notUnderstood
            && state.stack.isEmpty && matter.wordCount <= 6 && matter.entities.isEmpty
            && !matter.asksAnything && !namesAnyOfShop(matter)
    }

    /// Without the greeting, and without the sentences that tell what is not at hand.
    private func withoutPreamble(_ matter: Interpretation) -> Interpretation {
        var start = 0
        while start < matter.tokens.count, let next = endOfGreeting(from: start, in: matter) {
            start = next
        }
        let told = matter.sentenceRanges.filter { range in
            let part = self.reading([range], of: matter)
            return part.wordCount > 0 && !part.mentions.contains("lacking_words")
        }
        let ranges = told.isEmpty ? matter.sentenceRanges : told
        return reading(
            ranges.compactMap {
                $0.upperBound > start ? max(start, $0.lowerBound)..<$0.upperBound : nil
            },
            of: matter)
    }

    private func endOfGreeting(from start: Int, in reading: Interpretation) -> Int? {
        if reading.tokens[start].isPunctuation { return start + 1 }
        return (start + 1...start + 2).first { end in
            end <= reading.tokens.count
                && self.reading([start..<end], of: reading).mentions.contains("skip_words")
        }
    }

    private static let introducing = "introducing_words"
    /// So sure is a wish that is no order's, beside who it is.
    private static let plainWish = 0.9

    /// What the words say without who it is and what leads to that, "my mail is"; nil where nobody is named.
    func matter(of reading: Interpretation) -> Interpretation? {
        let told = reading.entities.filter { tellsIdentity([$0]) }
        guard !told.isEmpty else { return nil }
        let spans = told.map { introduction(before: $0.start, in: reading)..<$0.end }
        return interpretation(of: reading.text(outside: spans))
    }

    /// Where the words begin that lead to who it is.
    private func introduction(before start: Int, in reading: Interpretation) -> Int {
        let end = reading.tokens.firstIndex { $0.start >= start } ?? reading.tokens.count
        for count in 1...5 where count <= end {
            let part = self.reading([(end - count)..<end], of: reading)
            if Self.introductions.contains(where: part.mentions.contains) {
                return reading.tokens[end - count].start
            }
        }
        return start
    }

    private static let introductions = [introducing, "self_words", "zip_words"]

    /// What the words say without who it is; nil where nobody is named.
    private func rest(of reading: Interpretation) -> Interpretation? {
        let told = reading.entities.filter { tellsIdentity([$0]) }.map { $0.start..<$0.end }
        guard !told.isEmpty else { return nil }
        return interpretation(of: reading.text(outside: told))
    }
}

extension Interpretation {
    /// The text without these ranges of bytes: what stands around them becomes neighbours.
    fileprivate func text(outside ranges: [Range<Int>]) -> String {
        let bytes = Array(text.utf8)
        let left = bytes.indices.filter { place in !ranges.contains { $0.contains(place) } }
        return String(decoding: left.map { bytes[$0] }, as: UTF8.self)
    }
}
