/// Finds which word lists a text mentions: an entry's words in a row, in whatever inflection. `*` in an entry is
/// any one word. What lies within an entry of `not_x` is no mention of `x`: "the vase in smoke".
struct MentionFinder: Sendable {
    private var tables = ByLanguage<Table>()
    /// The names of the lists, sorted.
    private let names: [String]
    /// For each list the one that takes mentions of it back, and whether there is any.
    private let exceptions: [Int?]
    private let hasExceptions: Bool

    /// The entries of one language by how they begin: the first stem, or the first two.
    fileprivate struct Table: Sendable {
        var beginnings = FeatureIndex()
        var entries: [[Entry]] = []
    }

    fileprivate struct Entry: Sendable {
        /// The place of its list in `names`.
        var list: Int
        /// `WordKey.stem` each.
        var stems: [UInt64]
        /// Folded.
        var words: [String]
        /// It counts only where a sentence or a part of one ends with it: "the lamp too", not "too late".
        var isLast: Bool
    }

    fileprivate static let anyWord = "*"

    fileprivate static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        first &* 0x9E37_79B9_7F4A_7C15 ^ second
    }

    /// `stems` are those that are known; one of the `workers` reads a language.
    init(_ lists: [WordList], stems: ByLanguage<StemTable>, workers: any Workers) {
        let names = Set(lists.map(\.name)).sorted()
        let languages = Set(lists.map(\.language)).sorted()
        let read = workers.results(languages.count) { place in
            let language = languages[place]
            return Table(
                lists.filter { $0.language == language }, names: names, stems: stems[language])
        }
        for (language, table) in zip(languages, read) { tables[language] = table }
        self.names = names
        exceptions = names.map { names.firstIndex(of: "not_\($0)") }
        hasExceptions = exceptions.contains { $0 != nil }
    }

    /// The names of the lists mentioned, sorted. `keys` are those of the tokens, which may be corrected. The words of
    /// `names` mention nothing: a "fire pit" is no fire.
    func mentions(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask]
    ) -> [String] {
        var isFound = [Bool](repeating: false, count: self.names.count)
        forEachPlace(in: tokens, keys: keys, language: language, besides: names) { list, _ in
            isFound[list] = true
        }
        return zip(self.names, isFound).compactMap { $1 ? $0 : nil }
    }

    /// Calls `body` with each list and the tokens that mention it, in the order of the text.
    func forEachMention(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask],
        _ body: (String, Range<Int>) -> Void
    ) {
        forEachPlace(in: tokens, keys: keys, language: language, besides: names) { list, place in
            body(self.names[list], place)
        }
    }

    private func forEachPlace(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask],
        _ body: (Int, Range<Int>) -> Void
    ) {
        guard hasExceptions else {
            return forEachEntry(
                in: tokens, keys: keys, language: language, besides: names, body)
        }
        var places: [(list: Int, place: Range<Int>)] = []
        forEachEntry(in: tokens, keys: keys, language: language, besides: names) {
            places.append(($0, $1))
        }
        for (list, place) in places {
            let isTakenBack = places.contains { other, cover in
                other == exceptions[list] && cover.lowerBound <= place.lowerBound
                    && place.upperBound <= cover.upperBound
            }
            if !isTakenBack { body(list, place) }
        }
    }

    private func forEachEntry(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask],
        _ body: (Int, Range<Int>) -> Void
    ) {
        guard let table = tables[language] else { return }
        for start in keys.indices where start < tokens.count {
            let token = tokens[start]
            let isName = names.contains { $0.start <= token.start && token.end <= $0.end }
            guard !isName || hasExceptions else { continue }
            let first = keys[start].stem
            let pair = start + 1 < keys.endIndex ? Self.pair(first, keys[start + 1].stem) : nil
            table.forEachEntry(beginning: first, or: pair) { entry in
                // What takes back may begin in a name: "the glass vase in smoke".
                if isName, !exceptions.contains(entry.list) { return }
                if Self.stands(entry, at: start, in: tokens, keys: keys) {
                    body(entry.list, start..<start + entry.stems.count)
                }
            }
        }
    }

    private static func stands(
        _ entry: Entry, at start: Int, in tokens: [Token], keys: [WordKey]
    ) -> Bool {
        let end = start + entry.stems.count
        guard end <= min(keys.endIndex, tokens.count) else { return false }
        if entry.isLast, end < tokens.count, tokens[end].folded.contains(where: \.isLetter) {
            return false
        }
        return entry.stems.indices.allSatisfy { offset in
            let word = entry.words[offset]
            if word == anyWord { return true }
            return keys[start + offset].stem == entry.stems[offset]
                && tokens[start + offset].folded.isForm(of: word)
        }
    }
}

extension MentionFinder.Table {
    /// The entries of one language's lists.
    fileprivate init(_ lists: [WordList], names: [String], stems: StemTable?) {
        for list in lists {
            guard let number = names.firstIndex(of: list.name) else { continue }
            for entry in list.entries {
                add(entry, number, list.language, stems)
                // "dont" is written as often as "don't".
                if entry.utf8.contains(UInt8(ascii: "'")) {
                    add(entry.filter { $0 != "'" }, number, list.language, stems)
                }
            }
        }
    }

    private mutating func add(
        _ entry: String, _ list: Int, _ language: String, _ known: StemTable?
    ) {
        var tokens = StemTable.tokens(of: entry, language: language, known)
        let isLast = tokens.count > 1 && tokens.last?.folded == "."
        if isLast { tokens.removeLast() }
        let stems = tokens.map { WordKey($0).stem }
        guard let first = stems.first else { return }
        let words = tokens.map(\.folded)
        let isPair = words.count > 1 && words[1] != MentionFinder.anyWord
        add(
            MentionFinder.Entry(list: list, stems: stems, words: words, isLast: isLast),
            beginning: isPair ? MentionFinder.pair(first, stems[1]) : first)
    }

    /// The entries that begin with a stem, or with a pair of stems.
    fileprivate func forEachEntry(
        beginning stem: UInt64, or pair: UInt64?, _ body: (MentionFinder.Entry) -> Void
    ) {
        let place = beginnings.find(stem)
        if place >= 0 { entries[Int(place)].forEach(body) }
        guard let pair else { return }
        let second = beginnings.find(pair)
        if second >= 0 { entries[Int(second)].forEach(body) }
    }

    fileprivate mutating func add(_ entry: MentionFinder.Entry, beginning: UInt64) {
        let number = Int(beginnings.insert(beginning))
        if number == entries.count { entries.append([]) }
        entries[number].append(entry)
    }
}

extension String {
    /// An inflection of the word. Equal stems alone make "operation" an "operator".
    fileprivate func isForm(of word: String) -> Bool {
        if self == word || word.hasPrefix(self) && word.utf8.count - utf8.count <= 2 { return true }
        return utf8.count >= word.utf8.count && hasPrefix(word.dropLast())
    }
}
