/// The words that refuse in one language, looked up by their hash: finds where a text refuses something.
struct RefusalWords: Sendable {
    /// Words that every refusal has one of: a quick look that most texts fail.
    private let signals: WordSet
    let prohibitions: WordSet
    private let refusals: PhraseTable<Bool>
    private let denials: PhraseTable<Bool>
    private let openings: WordSet
    private let totals: WordSet
    private let reports: WordSet
    private let objects: WordSet
    private let refusalsInside: WordSet
    private let wishes: WordSet
    private let subordinates: Set<String>

    init(_ words: ClauseWords) {
        signals = WordSet(words.signals)
        prohibitions = WordSet(words.prohibitions)
        refusals = Self.table(words.refusals)
        denials = Self.table(words.denials)
        openings = WordSet(words.openings)
        totals = WordSet(words.totals)
        reports = WordSet(words.reports)
        objects = WordSet(words.objects)
        refusalsInside = WordSet(words.refusalsInside)
        wishes = WordSet(words.wishes)
        subordinates = words.subordinates
    }

    private static func table(_ phrases: [[String]]) -> PhraseTable<Bool> {
        var table = PhraseTable<Bool>()
        for phrase in phrases { table.add(phrase, true) }
        return table
    }

    func mayRefuse(_ keys: ArraySlice<WordKey>) -> Bool {
        keys.contains { signals.contains($0.folded) }
    }

    /// What the tokens refuse, in order; `keys` are theirs, with the same indices.
    func refusals(
        in tokens: ArraySlice<Token>, _ keys: ArraySlice<WordKey>
    ) -> [WishNegation.Refusal] {
        ClauseSplitter.parts(of: tokens, keeping: subordinates).compactMap { part in
            guard let found = force(in: keys[part], tokens),
                !keys[found.words.upperBound..<part.upperBound].contains(where: {
                    totals.contains($0.folded)
                })
            else { return nil }
            let next = found.words.upperBound
            return WishNegation.Refusal(
                stem: next < part.upperBound ? tokens[next].stem : "", words: found.words,
                part: part, force: found.force)
        }
    }

    private func force(
        in part: ArraySlice<WordKey>, _ tokens: ArraySlice<Token>
    ) -> (words: Range<Int>, force: WishNegation.Force)? {
        if let range = refused(in: part, tokens) { return (range, .refusal) }
        guard let start = part.firstIndex(where: { !openings.contains($0.folded) }) else {
            return nil
        }
        // "no" may open a thought as well as deny what follows.
        for place in (part.startIndex...start).reversed() {
            if let range = denied(in: part[place...]) { return (range, .denial) }
        }
        let isProhibition =
            prohibitions.contains(part[start].folded) && start + 1 < part.endIndex
            && !part[start...].contains { reports.contains($0.folded) }
        return isProhibition ? (start..<start + 1, .prohibition) : nil
    }

    /// "No return", "I need no refund": the words of a denial at the beginning, if it is one.
    private func denied(in part: ArraySlice<WordKey>) -> Range<Int>? {
        guard let end = denials.match(part, at: part.startIndex)?.end, end < part.endIndex else {
            return nil
        }
        let isAnswer = end + 1 < part.endIndex && objects.contains(part[end + 1].folded)
        return isAnswer ? nil : part.startIndex..<end
    }

    /// The words that refuse.
    private func refused(
        in part: ArraySlice<WordKey>, _ tokens: ArraySlice<Token>
    ) -> Range<Int>? {
        for start in part.indices {
            if let match = refusals.match(part, at: start) { return start..<match.end }
        }
        // "… weil ich nicht stornieren will"
        if let last = part.last, wishes.contains(last.folded),
            let inside = part.lastIndex(where: { refusalsInside.contains($0.folded) }),
            part.endIndex - inside > 2
        {
            return inside..<inside + 1
        }
        guard let wish = part.firstIndex(where: { wishes.contains($0.folded) }),
            let inside = part[wish...].firstIndex(where: { refusalsInside.contains($0.folded) })
        else { return nil }
        let next = inside + 1
        guard next < part.endIndex, tokens[next].folded != "mehr" else { return nil }
        return inside..<next
    }
}
