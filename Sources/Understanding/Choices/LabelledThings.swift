import Facts

/// Things of the shop before a colon or an arrow, with what is wanted of them: "hose: latex, black", "mug -> red".
extension ChoicePicker {
    /// What phrase rules read as `{labelled_thing}`: behind the sign values, numbers and words that point or compare,
    /// as far as they go: "helmet: bigger and red | thanks". A question wishes nothing: "helmet: red?"
    func labelledThings(in tokens: [Token], language: String) -> [Entity] {
        let signs = tokens.indices.compactMap { Self.label(at: $0, in: tokens) }
        guard !signs.isEmpty else { return [] }
        let (phrases, values) = (phrases(of: language), shopValues[language])
        return signs.compactMap { sign in
            let name = tokens[..<sign.lowerBound].suffix(Self.longestName).reversed()
                .prefix { phrases.isOfShop($0) }
            let sentence = tokens[sign.upperBound...].prefix { !ClauseSplitter.isEnd($0) }
            let wanted = sentence.prefix {
                ClauseSplitter.isSign($0) || phrases.isOfWanted($0)
                    || values?.has($0.stem) == true
            }
            guard let first = name.last, tokens[sentence.endIndex...].first?.folded != "?",
                wanted.contains(where: { phrases.isOfShop($0) || phrases.isComparison($0) }),
                let last = wanted.last(where: { !ClauseSplitter.isSign($0) })
            else { return nil }
            return Entity(
                kind: PhraseMatcher.labelledThingSlot, value: .text(first.folded),
                start: first.start, end: last.end)
        }
    }

    private static let longestName = 4

    /// A colon, or an arrow of one or two signs.
    private static func label(at place: Int, in tokens: [Token]) -> Range<Int>? {
        // Few tokens are signs, and every message is looked through.
        guard ClauseSplitter.isSign(tokens[place]) else { return nil }
        let sign = tokens[place].folded
        if labels.contains(sign) { return place..<place + 1 }
        guard shafts.contains(sign), place + 1 < tokens.endIndex,
            tokens[place + 1].folded == ">", tokens[place].end == tokens[place + 1].start
        else { return nil }
        return place..<place + 2
    }

    private static let labels: Set<String> = [":", "→", "：", "⇒"]
    /// Before the ">" of an arrow.
    private static let shafts: Set<String> = ["-", "="]
}

extension ChoicePhrases {
    /// A word of the shop's names and values, or an everyday word for one. `key` is the token's.
    func isOfShop(_ token: Token, _ key: WordKey) -> Bool {
        named.contains(key.folded) || named.contains(key.stem) || cutter.isEveryday(token)
    }

    fileprivate func isOfShop(_ token: Token) -> Bool { isOfShop(token, WordKey(token)) }

    /// What may be said of the version that is wanted: "the bigger one in red", "9 bar".
    fileprivate func isOfWanted(_ token: Token) -> Bool {
        isOfShop(token) || token.folded.contains(where: \.isNumber)
            || determiners.contains(token.folded) || joints.contains(token.folded)
            || ignored.contains(token.folded) || standIns.contains(token.folded)
            || pointer(token) != nil
    }

    /// "Bigger".
    fileprivate func isComparison(_ token: Token) -> Bool {
        if case .comparison = pointer(token) { true } else { false }
    }

    private func pointer(_ token: Token) -> Pointer? {
        pointers.match([Reading.key(token.folded)], at: 0)?.meaning
    }
}
