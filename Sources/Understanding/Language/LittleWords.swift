/// The words without which hardly a sentence of a language is made: what tells it from another one where names,
/// options and addresses ("Suite 116, San Antonio") look like any.
struct LittleWords: Sendable {
    /// Folded, by language; a language without a table has none.
    private var words: [String: Set<String>] = [:]

    init(languages: [String]) {
        for language in languages {
            let table = LanguageWords.of(language)
            guard language.hasPrefix(table.tag) else { continue }
            let lists = table.roles.filter { role in
                Self.telling.contains { role.0.contains($0) }
            }.map(\.1)
            let text = (lists + [table.yes, table.no]).joined(separator: " ")
            let plain = String(text.map { $0 == "|" ? " " : $0 })
            words[language] = Set(
                Tokenizer.tokens(of: Normaliser.normalise(plain), language: language).map(\.folded))
        }
    }

    func write(to writer: inout ByteWriter) {
        let tags = words.keys.sorted()
        writer.packed(tags)
        for tag in tags { writer.packed(words[tag, default: []].sorted()) }
    }

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let tags = reader.packed() else { return nil }
        for tag in tags {
            guard let words = reader.packed() else { return nil }
            self.words[tag] = Set(words)
        }
    }

    private static let telling: [Roles] = [.everyday, .polite, .question]

    /// Whether a text's little words are rather those of `language` than of `other`; true where one of them has none.
    func speak(
        for language: String, ratherThan other: String, by lead: Int, in tokens: [Token]
    ) -> Bool {
        guard let own = words[language], let others = words[other] else { return true }
        let hasOwnScript = tokens.contains { token in
            token.folded.unicodeScalars.contains { Script($0)?.hasNoWordBreaks == true }
        }
        if hasOwnScript { return true }
        let folded = tokens.map(\.folded)
        let (mine, theirs) = (
            folded.count { own.contains($0) && !others.contains($0) },
            folded.count { others.contains($0) && !own.contains($0) }
        )
        return mine >= theirs + lead
    }
}
