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
        /// `WordKey.folded` of each token.
        var folded: [UInt64]
        /// `WordKey.stem` of the last.
        var lastStem: UInt64
        var words: Int
    }

    /// The first words of the names, those of one word also as stems.
    private var beginnings = FeatureIndex()
    /// The names by their first word, the longest first.
    private var names: [[Name]] = []

    /// `vocabulary`: the shop's words, as they are written there; `stems` are those that are known.
    init(_ vocabulary: [String], language: String, stems: StemTable? = nil) {
        var seen: Set<[String]> = []
        var found: [(name: Name, text: String)] = []
        for entry in vocabulary {
            let tokens = StemTable.tokens(of: entry, language: language, stems)
            let folded = tokens.map(\.folded)
            let words = folded.count { $0.isWord }
            let keys = tokens.map(WordKey.init)
            guard words > 0, let last = keys.last, seen.insert(folded).inserted else { continue }
            let name = Name(
                written: entry, folded: keys.map(\.folded), lastStem: last.stem, words: words)
            found.append((name, folded.joined()))
        }
        found.sort { ($1.name.folded.count, $0.text) < ($0.name.folded.count, $1.text) }
        for (name, _) in found {
            insert(name, name.folded[0])
            if name.folded.count == 1, name.lastStem != name.folded[0] {
                insert(name, name.lastStem)
            }
        }
    }

    private mutating func insert(_ name: Name, _ beginning: UInt64) {
        let place = Int(beginnings.insert(beginning))
        if place == names.count { names.append([]) }
        names[place].append(name)
    }

    func write(to writer: inout ByteWriter) {
        writer.array(beginnings.keys)
        let all = names.flatMap { $0 }
        writer.array(names.map { Int32($0.count) })
        writer.packed(all.map(\.written))
        writer.lists(all.map(\.folded))
        writer.array(all.map(\.lastStem))
        writer.array(all.map { Int32($0.words) })
    }

    /// The names of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array(), let counts: [Int32] = reader.array(),
            counts.count == keys.count, let written = reader.packed(),
            let folded: [[UInt64]] = reader.lists(), let stems: [UInt64] = reader.array(),
            let words: [Int32] = reader.array(), folded.count == written.count,
            stems.count == written.count, words.count == written.count
        else { return nil }
        beginnings = FeatureIndex(keys: keys)
        var place = 0
        for count in counts {
            guard count >= 0, Int(count) <= written.count - place else { return nil }
            names.append(
                (place..<place + Int(count)).map { number in
                    Name(
                        written: written[number], folded: folded[number],
                        lastStem: stems[number], words: Int(words[number]))
                })
            place += Int(count)
        }
    }

    /// The names that a text has, from left to right and apart. `keys` are those of the tokens.
    func places(in tokens: [Token], keys: [WordKey]) -> [Place] {
        guard !names.isEmpty else { return [] }
        var places: [Place] = []
        var start = 0
        while start < min(tokens.count, keys.count) {
            guard let name = name(at: start, in: keys) else {
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
    private func name(at place: Int, in keys: [WordKey]) -> Name? {
        let key = keys[place]
        if let found = name(beginningWith: key.folded, at: place, in: keys) { return found }
        return key.stem == key.folded
            ? nil : name(beginningWith: key.stem, at: place, in: keys)
    }

    private func name(
        beginningWith hash: UInt64, at place: Int, in keys: [WordKey]
    ) -> Name? {
        let beginning = Int(beginnings.find(hash))
        guard beginning >= 0 else { return nil }
        for number in names[beginning].indices
        where Self.stands(
            names[beginning][number].folded, names[beginning][number].lastStem, at: place, in: keys)
        {
            return names[beginning][number]
        }
        return nil
    }

    private static func stands(
        _ words: [UInt64], _ lastStem: UInt64, at place: Int, in keys: [WordKey]
    ) -> Bool {
        guard place + words.count <= keys.count else { return false }
        for offset in words.indices where keys[place + offset].folded != words[offset] {
            guard offset == words.count - 1, keys[place + offset].stem == lastStem else {
                return false
            }
        }
        return true
    }

    /// The names of several words; none where the text says nothing else.
    static func long(_ places: [Place], in tokens: [Token]) -> [Place] {
        let long = places.filter { $0.words > 1 }
        if long.isEmpty { return [] }
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
    fileprivate var isWord: Bool {
        // Most words begin with a plain letter.
        utf8.first?.isLetterOrDigit == true || contains { $0.isLetter || $0.isNumber }
    }
}
