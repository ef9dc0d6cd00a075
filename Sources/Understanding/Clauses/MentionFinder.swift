/// Finds which word lists a text mentions: an entry's stems in a row.
struct MentionFinder: Sendable {
    /// Entries by language and first stem.
    private var entries: [String: [String: [Entry]]] = [:]

    private struct Entry: Sendable {
        var list: String
        var stems: [String]
    }

    init(_ lists: [WordList]) {
        for list in lists {
            for entry in list.entries {
                let stems = Tokenizer.tokens(
                    of: Normaliser.normalise(entry), language: list.language
                ).map(\.stem)
                guard let first = stems.first else { continue }
                entries[list.language, default: [:]][first, default: []].append(
                    Entry(list: list.name, stems: stems))
            }
        }
    }

    /// The names of the lists mentioned, sorted. `tokens` may be corrected ones.
    func mentions(in tokens: [Token], language: String) -> [String] {
        guard let byStem = entries[language] else { return [] }
        var found: Set<String> = []
        for start in tokens.indices {
            for entry in byStem[tokens[start].stem] ?? []
            where start + entry.stems.count <= tokens.count {
                let stretch = tokens[start..<start + entry.stems.count]
                if stretch.elementsEqual(entry.stems, by: { $0.stem == $1 }) {
                    found.insert(entry.list)
                }
            }
        }
        return found.sorted()
    }
}
