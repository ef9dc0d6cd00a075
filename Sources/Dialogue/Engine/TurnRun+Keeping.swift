import Facts
import Understanding

/// What is to stay: "return everything, but I keep the shelf", "capsule, 1 liter, keep the 19 bar".
extension TurnRun {
    /// All of the things but those that are kept; nil where the words say no such thing.
    func allButKept(_ reading: Interpretation, among offers: [Offer]) -> Finding? {
        guard reading.mentions.contains("keep_words") else { return nil }
        let choices = offers.map(\.choice)
        let words = reading.tokens.map(\.folded)
        let hesitation = dialogue.words[.hesitation, reading.language]
        let cuts = words.indices.dropFirst().filter { place in
            reading.tokens[place - 1].isPunctuation
                || hesitation.contains(where: words[place...].starts(with:))
        }
        for cut in cuts.prefix(Self.mostCuts) {
            let rest = self.reading([0..<cut], of: reading)
            let kept = self.reading([cut..<words.count], of: reading)
            guard !rest.mentions.contains("keep_words"), kept.mentions.contains("keep_words"),
                case let all = picking(rest, among: choices), all.kind == .all,
                Set(all.indices) == Set(choices.indices)
            else { continue }
            let out = Set(passages(of: kept, among: choices).flatMap(\.indices))
            guard !out.isEmpty, out.count < offers.count else { continue }
            let left = offers.indices.filter { !out.contains($0) }.map { offers[$0] }
            return .value(.list(left.map { .record($0.record) }))
        }
        return nil
    }

    /// "Card. My gift card I keep": what is kept is not chosen.
    func exceptKept(_ reading: Interpretation) -> Interpretation {
        guard reading.mentions.contains("keep_words") else { return reading }
        let parts = partRanges(of: reading)
        let left = parts.filter {
            !self.reading([$0], of: reading).mentions.contains("keep_words")
        }
        return left.isEmpty || left.count == parts.count
            ? reading : self.reading(left, of: reading)
    }

    /// Each is read twice.
    private static let mostCuts = 12

    /// "Keep the 19 bar": a value, and no name of a thing behind it.
    func tellsOnlyValue(_ behind: [Token], of choices: [Choice]) -> Bool {
        let joints = dialogue.words[.joints, state.language]
        let told = behind.prefix { !$0.isPunctuation && !joints.contains([$0.folded]) }
            .prefix(Self.wordsOfValue)
        let names = choices.map { $0.name.lowercased() }
        let values = choices.flatMap(\.attributes).flatMap {
            dialogue.interpreter.tokens(of: $0.value, in: state.language).map(\.folded)
        }
        // "Keep the black one", of two things, is the black thing.
        let isSure = choices.count == 1 || told.contains { $0.folded.first?.isNumber == true }
        return isSure && told.contains { values.contains($0.folded) }
            && !told.contains { token in
                token.folded.count > 2 && names.contains { $0.contains(token.folded) }
                    || !shopWords(in: interpretation(of: token.folded))
                        .isDisjoint(
                            with: names.flatMap { $0.split(separator: " ").map(String.init) })
            }
    }

    private static let wordsOfValue = 4

    /// Nothing but values of the things is to stay as it is: "capsule, 1 liter, keep the 19 bar".
    func keepsOnlyValues(_ reading: Interpretation, of choices: [Choice]) -> Bool {
        let words = reading.tokens.map(\.folded)
        let keeping = dialogue.words[.keeping, reading.language]
        let spans = words.indices.compactMap { place in
            keeping.first { words[place...].starts(with: $0) }.map { place..<place + $0.count }
        }
        return !spans.isEmpty
            && spans.allSatisfy { span in
                // "Die 19 bar behalten"
                let before = reading.tokens[..<span.lowerBound].reversed()
                    .prefix { !$0.isPunctuation }.reversed()
                return tellsOnlyValue(Array(reading.tokens[span.upperBound...]), of: choices)
                    || tellsOnlyValue(Array(before), of: choices)
            }
    }
}
