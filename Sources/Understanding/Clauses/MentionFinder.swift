/// Finds which word lists a text mentions: an entry's words in a row, in whatever inflection.
struct MentionFinder: Sendable {
    private var tables: [String: Table] = [:]

    /// The entries of one language by their first stem.
    fileprivate struct Table: Sendable {
        var firsts = FeatureIndex()
        var entries: [[Entry]] = []
    }

    fileprivate struct Entry: Sendable {
        var list: String
        /// `WordKey.stem` each.
        var stems: [UInt64]
        /// Folded.
        var words: [String]
    }

    init(_ lists: [WordList]) {
        for list in lists {
            for entry in list.entries {
                let tokens = Tokenizer.tokens(
                    of: Normaliser.normalise(entry), language: list.language)
                let stems = tokens.map { WordKey($0).stem }
                guard let first = stems.first else { continue }
                tables[list.language, default: Table()].add(
                    Entry(list: list.name, stems: stems, words: tokens.map(\.folded)), first: first)
            }
        }
    }

    /// The names of the lists mentioned, sorted. `keys` are those of the tokens, which may be corrected.
    func mentions(in tokens: [Token], keys: ArraySlice<WordKey>, language: String) -> [String] {
        guard let table = tables[language] else { return [] }
        var found: Set<String> = []
        for start in keys.indices {
            let first = table.firsts.find(keys[start].stem)
            guard first >= 0 else { continue }
            for entry in table.entries[Int(first)]
            where start + entry.stems.count <= min(keys.count, tokens.count) {
                let stretch = keys[start..<start + entry.stems.count]
                if stretch.elementsEqual(entry.stems, by: { $0.stem == $1 }),
                    tokens[start...].starts(with: entry.words, by: { $0.folded.isForm(of: $1) })
                {
                    found.insert(entry.list)
                }
            }
        }
        return found.sorted()
    }
}

extension MentionFinder.Table {
    fileprivate mutating func add(_ entry: MentionFinder.Entry, first: UInt64) {
        let number = Int(firsts.insert(first))
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
