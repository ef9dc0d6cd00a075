import Facts

/// The shop's names: products, options and their values.
///
/// Phrase rules say `{shop_name}` for any of them. Those of several words ("tea kettle", "pet hair removal") the
/// classifier does not see: what is named does not tell what is wanted, and a new catalogue needs no new training.
struct ShopNames: Sendable {
    /// A name in a text.
    struct Place: Sendable, Equatable {
        /// The tokens that it takes.
        var tokens: Range<Int>
        /// As it is written in the shop.
        var name: String
        /// How many of them are words, not signs.
        var words: Int
    }

    private struct Name: Sendable {
        var written: String
        var folded: [String]
        var lastStem: String
        var words: Int
    }

    /// The first words of the names, those of one word also as stems.
    private var beginnings = FeatureIndex()
    /// The names by their first word, the longest first.
    private var names: [[Name]] = []

    /// `vocabulary`: the shop's words, as they are written there.
    init(_ vocabulary: [String], language: String) {
        var seen: Set<[String]> = []
        var found: [Name] = []
        for entry in vocabulary {
            let tokens = Tokenizer.tokens(of: Normaliser.normalise(entry), language: language)
            let folded = tokens.map(\.folded)
            let words = folded.count { $0.isWord }
            guard words > 0, let last = tokens.last, seen.insert(folded).inserted else { continue }
            found.append(
                Name(written: entry, folded: folded, lastStem: last.stem, words: words))
        }
        found.sort { ($1.folded.count, $0.folded.joined()) < ($0.folded.count, $1.folded.joined()) }
        for name in found {
            insert(name, WordKey.hash(name.folded[0]))
            if name.folded.count == 1, name.lastStem != name.folded[0] {
                insert(name, WordKey.hash(name.lastStem))
            }
        }
    }

    private mutating func insert(_ name: Name, _ beginning: UInt64) {
        let place = Int(beginnings.insert(beginning))
        if place == names.count { names.append([]) }
        names[place].append(name)
    }

    /// The names that a text has, from left to right and apart. `keys` are those of the tokens.
    func places(in tokens: [Token], keys: [WordKey]) -> [Place] {
        guard !names.isEmpty else { return [] }
        var places: [Place] = []
        var start = 0
        while start < min(tokens.count, keys.count) {
            guard let name = name(at: start, in: tokens, keys[start]) else {
                start += 1
                continue
            }
            let end = start + name.folded.count
            places.append(Place(tokens: start..<end, name: name.written, words: name.words))
            start = end
        }
        return places
    }

    /// The longest name that starts at a token. Its last word may be a plural.
    private func name(at place: Int, in tokens: [Token], _ key: WordKey) -> Name? {
        for hash in key.stem == key.folded ? [key.folded] : [key.folded, key.stem] {
            let beginning = beginnings.find(hash)
            guard beginning >= 0 else { continue }
            let found = names[Int(beginning)].first { name in
                place + name.folded.count <= tokens.count
                    && name.folded.indices.allSatisfy { offset in
                        let token = tokens[place + offset]
                        return token.folded == name.folded[offset]
                            || (offset == name.folded.count - 1 && token.stem == name.lastStem)
                    }
            }
            if let found { return found }
        }
        return nil
    }

    /// The names of several words; none where the text says nothing else.
    static func long(_ places: [Place], in tokens: [Token]) -> [Place] {
        let long = places.filter { $0.words > 1 }
        let named = long.reduce(0) { $0 + $1.words }
        return named < tokens.count(where: { $0.folded.isWord }) ? long : []
    }

    /// What the classifier does not see of a text: its names of several words.
    static func masks(of places: [Place], in tokens: [Token]) -> [TextReading.Mask] {
        long(places, in: tokens).map { place in
            TextReading.Mask(
                kind: nil, start: tokens[place.tokens.lowerBound].start,
                end: tokens[place.tokens.upperBound - 1].end)
        }
    }

    /// What phrase rules read as `{shop_name}`.
    static func entities(of places: [Place], in tokens: [Token]) -> [Entity] {
        places.map { place in
            let words = tokens[place.tokens].map(\.folded).joined(separator: " ")
            return Entity(
                kind: PhraseMatcher.shopNameSlot, value: .text(words),
                start: tokens[place.tokens.lowerBound].start,
                end: tokens[place.tokens.upperBound - 1].end)
        }
    }
}

extension String {
    fileprivate var isWord: Bool { contains { $0.isLetter || $0.isNumber } }
}
