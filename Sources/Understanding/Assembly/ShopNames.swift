/// The shop's names of several words ("tea kettle", "pet hair removal"): what is named does not tell what is
/// wanted, so the classifier reads a text without them, and a new catalogue needs no new training.
struct ShopNames: Sendable {
    /// The first words of the names.
    private var beginnings = FeatureIndex()
    /// The names by their first word, folded, the longest first.
    private var names: [[[String]]] = []

    /// `vocabulary`: the shop's words, as they are written there.
    init(_ vocabulary: [String], language: String) {
        let folded = Set(
            vocabulary.map { Tokenizer.tokens(of: Normaliser.normalise($0), language: language) }
                .map { $0.map(\.folded) })
        for words in folded.sorted(by: { ($1.count, $0.joined()) < ($0.count, $1.joined()) })
        where words.count(where: \.isWord) > 1 {
            let place = Int(beginnings.insert(WordKey.hash(words[0])))
            if place == names.count { names.append([]) }
            names[place].append(words)
        }
    }

    /// Where names stand, sorted and apart; nothing where the text says nothing else. `keys` are those of
    /// the tokens.
    func masks(in tokens: [Token], keys: [WordKey]) -> [TextReading.Mask] {
        guard !names.isEmpty else { return [] }
        var masks: [TextReading.Mask] = []
        var masked = 0
        var place = 0
        while place < min(tokens.count, keys.count) {
            guard let length = lengthOfName(at: place, in: tokens, keys[place]) else {
                place += 1
                continue
            }
            let end = tokens[place + length - 1].end
            masks.append(TextReading.Mask(kind: nil, start: tokens[place].start, end: end))
            masked += tokens[place..<(place + length)].count { $0.folded.isWord }
            place += length
        }
        return !masks.isEmpty && masked < tokens.count { $0.folded.isWord } ? masks : []
    }

    private func lengthOfName(at place: Int, in tokens: [Token], _ key: WordKey) -> Int? {
        let beginning = beginnings.find(key.folded)
        guard beginning >= 0 else { return nil }
        return names[Int(beginning)].first { words in
            place + words.count <= tokens.count
                && words.indices.allSatisfy { offset in
                    let token = tokens[place + offset]
                    return token.folded == words[offset]
                        || (offset == words.count - 1 && token.stem == words[offset])
                }
        }?.count
    }
}

extension String {
    fileprivate var isWord: Bool { contains { $0.isLetter || $0.isNumber } }
}
