/// Finds which word lists a text mentions: an entry's stems in a row.
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
    }

    init(_ lists: [WordList]) {
        for list in lists {
            for entry in list.entries {
                let stems = Tokenizer.tokens(
                    of: Normaliser.normalise(entry), language: list.language
                ).map { WordKey($0).stem }
                guard let first = stems.first else { continue }
                tables[list.language, default: Table()].add(
                    Entry(list: list.name, stems: stems), first: first)
            }
        }
    }

    /// The names of the lists mentioned, sorted. `words` may be those of corrected tokens.
    func mentions(in words: ArraySlice<WordKey>, language: String) -> [String] {
        guard let table = tables[language] else { return [] }
        var found: Set<String> = []
        for start in words.indices {
            let first = table.firsts.find(words[start].stem)
            guard first >= 0 else { continue }
            for entry in table.entries[Int(first)]
            where start + entry.stems.count <= words.count {
                let stretch = words[start..<start + entry.stems.count]
                if stretch.elementsEqual(entry.stems, by: { $0.stem == $1 }) {
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
