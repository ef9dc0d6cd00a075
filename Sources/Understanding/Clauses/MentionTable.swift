/// The entries of one language's word lists by how they begin: a tree of their first stems, four deep, for a thousand
/// begin with "my *". Numbers and letters in rows, which are kept as bytes: cutting tens of thousands of entries takes
/// a tenth of a start.
struct MentionTable: Sendable {
    struct Entry: Sendable, Equatable, BitwiseCopyable {
        /// The place of its list among the lists' names.
        var list: Int32
        /// Its words are `count` from this one on.
        var first: Int32
        var count: Int32
        /// Not 0: it counts only where a sentence or a part of one ends with it: "the lamp too", not "too late".
        var isLast: Int32
    }

    private var beginnings = FeatureIndex()
    /// Those of a beginning are `entries[starts[beginning]..<starts[beginning + 1]]`.
    private var starts: [Int32] = [0]
    private var entries: [Entry] = []
    /// `WordKey.stem` of each word, or `anyStem`.
    private var stems: [UInt64] = []
    /// The words, folded.
    private var words = SpellingWords()

    private static let anyWord = "*"
    private static let anyStem: UInt64 = 0

    /// So many stems are a beginning at most.
    private static let depth = 4

    /// The beginning that goes on with a stem.
    private static func beginning(_ before: UInt64, _ next: UInt64) -> UInt64 {
        before &* 0x9E37_79B9_7F4A_7C15 ^ next
    }

    /// `names` are those of all lists, `known` the stems that are known.
    init(_ lists: [WordList], names: [String], stems known: StemTable?) {
        var groups: [[Entry]] = []
        for list in lists {
            guard let number = names.firstIndex(of: list.name) else { continue }
            for entry in list.entries {
                add(entry, number, list.language, known, to: &groups)
                // "dont" is written as often as "don't".
                if entry.utf8.contains(UInt8(ascii: "'")) {
                    add(entry.filter { $0 != "'" }, number, list.language, known, to: &groups)
                }
            }
        }
        entries = groups.flatMap { $0 }
        starts = groups.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    }

    private mutating func add(
        _ entry: String, _ list: Int, _ language: String, _ known: StemTable?,
        to groups: inout [[Entry]]
    ) {
        var tokens = StemTable.tokens(of: entry, language: language, known)
        let isLast = tokens.count > 1 && tokens.last?.folded == "."
        if isLast { tokens.removeLast() }
        let keys = tokens.map { WordKey($0).stem }
        guard let first = keys.first else { return }
        var (key, beginning) = (first, insert(first, &groups))
        for (token, next) in zip(tokens, keys).prefix(Self.depth).dropFirst() {
            key = Self.beginning(key, token.folded == Self.anyWord ? Self.anyStem : next)
            beginning = insert(key, &groups)
        }
        groups[beginning].append(
            Entry(
                list: Int32(list), first: Int32(stems.count), count: Int32(tokens.count),
                isLast: isLast ? 1 : 0))
        for (token, key) in zip(tokens, keys) {
            stems.append(token.folded == Self.anyWord ? Self.anyStem : key)
            words.append(token.folded, stem: "")
        }
    }

    private mutating func insert(_ key: UInt64, _ groups: inout [[Entry]]) -> Int {
        let beginning = Int(beginnings.insert(key))
        if beginning == groups.count { groups.append([]) }
        return beginning
    }

    /// Calls `body` with the entries whose stems stand in the text, and where each starts, in the order of the text.
    func forEachEntry(in keys: [WordKey], _ body: (Entry, _ start: Int) -> Void) {
        starts.withUnsafeBufferPointer { starts in
            entries.withUnsafeBufferPointer { entries in
                stems.withUnsafeBufferPointer { stems in
                    keys.withUnsafeBufferPointer { keys in
                        let rows = Rows(starts: starts, entries: entries, stems: stems, keys: keys)
                        // The beginnings at a word, each with how many words it has.
                        var open: [(key: UInt64, count: Int)] = []
                        for start in keys.indices {
                            open.removeAll(keepingCapacity: true)
                            open.append((keys[start].stem, 1))
                            var place = 0
                            while place < open.count {
                                let (key, count) = open[place]
                                place &+= 1
                                let number = beginnings.find(key)
                                guard number >= 0 else { continue }
                                rows.forEach(of: Int(number), at: start, body)
                                let next = start &+ count
                                guard count < Self.depth, next < keys.count else { continue }
                                open.append((Self.beginning(key, keys[next].stem), count &+ 1))
                                open.append((Self.beginning(key, Self.anyStem), count &+ 1))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The rows of the table beside a text's keys.
    private struct Rows {
        let starts: UnsafeBufferPointer<Int32>
        let entries: UnsafeBufferPointer<Entry>
        let stems: UnsafeBufferPointer<UInt64>
        let keys: UnsafeBufferPointer<WordKey>

        /// Those of a beginning.
        @inline(__always)
        func forEach(of number: Int, at start: Int, _ body: (Entry, _ start: Int) -> Void) {
            for place in Int(starts[number])..<Int(starts[number &+ 1])
            where holds(entries[place], at: start) {
                body(entries[place], start)
            }
        }

        /// Whether the stems of the entry stand at a token.
        @inline(__always)
        private func holds(_ entry: Entry, at start: Int) -> Bool {
            guard Int(entry.count) <= keys.count &- start else { return false }
            // It was found by its first stem.
            var word = 1
            while word < Int(entry.count) {
                let stem = stems[Int(entry.first) &+ word]
                if stem != MentionTable.anyStem, stem != keys[start &+ word].stem { return false }
                word &+= 1
            }
            return true
        }
    }

    /// Whether the words of an entry whose stems stand at a token do so too, in whatever inflection.
    func stands(_ entry: Entry, at start: Int, in tokens: [Token]) -> Bool {
        let end = start + Int(entry.count)
        guard end <= tokens.count else { return false }
        let first = Int(entry.first)
        if entry.isLast != 0, end < tokens.count, tokens[end].folded.contains(where: \.isLetter) {
            return false
        }
        return (start..<end).allSatisfy { place in
            let word = first + place - start
            return stems[word] == Self.anyStem
                || words.withFolded(of: word) { tokens[place].folded.isForm(of: $0) }
                || isThing(tokens[place].folded, word)
        }
    }

    /// "L'adresse" is the "adresse" of a list; their stems are one.
    private func isThing(_ folded: String, _ word: Int) -> Bool {
        guard let thing = Elision.thing(in: folded) else { return false }
        return words.withFolded(of: word) { thing.isForm(of: $0) }
    }

    // MARK: Bytes

    func write(to writer: inout ByteWriter) {
        writer.array(beginnings.keys)
        writer.array(starts)
        writer.array(entries)
        writer.array(stems)
        words.write(to: &writer)
    }

    /// The table of some bytes; nil where they are none of so many lists.
    init?(from reader: inout ByteReader, lists: Int) {
        guard let keys: [UInt64] = reader.array(), let starts: [Int32] = reader.array(),
            let entries: [Entry] = reader.array(), let stems: [UInt64] = reader.array(),
            let words = SpellingWords(from: &reader), words.count == stems.count,
            starts.count == keys.count + 1, starts.first == 0,
            Int(starts.last ?? 0) == entries.count,
            starts.isAscending,
            entries.allSatisfy({ entry in
                (0..<lists).contains(Int(entry.list)) && entry.first >= 0 && entry.count > 0
                    && Int(entry.first) + Int(entry.count) <= stems.count
            })
        else { return nil }
        beginnings = FeatureIndex(keys: keys)
        self.starts = starts
        self.entries = entries
        self.stems = stems
        self.words = words
    }
}

extension String {
    /// An inflection of the word in UTF-8. Equal stems alone make "operation" an "operator".
    fileprivate func isForm(of word: UnsafeBufferPointer<UInt8>) -> Bool {
        var own = self
        let isForm = own.withUTF8 { own -> Bool? in
            var common = 0
            var isPlain = true
            while common < min(own.count, word.count), own[common] == word[common] {
                if own[common] >= 0x80 { isPlain = false }
                common += 1
            }
            if common == own.count, common == word.count { return true }
            // Only of plain letters each byte is one.
            guard isPlain, own[common...].allSatisfy({ $0 < 0x80 }),
                word[common...].allSatisfy({ $0 < 0x80 })
            else { return nil }
            return common == own.count && word.count - own.count <= 2
                || own.count >= word.count && common >= word.count - 1
        }
        return isForm ?? self.isForm(of: String(decoding: word, as: UTF8.self))
    }

    private func isForm(of word: String) -> Bool {
        if self == word || word.hasPrefix(self) && word.utf8.count - utf8.count <= 2 { return true }
        return utf8.count >= word.utf8.count && hasPrefix(word.dropLast())
    }
}
