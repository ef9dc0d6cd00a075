/// Finds the closed values of the declared entities by the stems of their words, longest first,
/// with one
/// spelling mistake forgiven in words of five letters and more.
struct ValueReader: Sendable {
    private struct Declared: Sendable {
        var kind: String
        var phrases = PhraseTable<String>()
    }

    private var declared: [Declared] = []
    private var near = NearWords()
    /// Word of a declaration → its stem.
    private var stems: [String: String] = [:]

    struct Found: Equatable {
        var kind: String
        var id: String
        /// Token range.
        var start: Int
        var end: Int
    }

    init(_ declarations: [EntityDeclaration], language: String) {
        for declaration in declarations {
            guard case .values(let values) = declaration.form else { continue }
            var entry = Declared(kind: declaration.kind)
            for value in values {
                for word in value.words[language] ?? [] {
                    let tokens = Tokenizer.tokens(
                        of: Normaliser.normalise(word), language: language)
                    entry.phrases.add(tokens.map(ValueReader.stem), value.id)
                    for token in tokens {
                        near.add(Reading.key(token))
                        stems[Reading.key(token)] = ValueReader.stem(token)
                    }
                }
            }
            if !entry.phrases.isEmpty { declared.append(entry) }
        }
    }

    func matches(in reading: Reading) -> [Found] {
        guard !declared.isEmpty else { return [] }
        let keys = corrected(reading)
        var found: [Found] = []
        for entry in declared {
            var index = 0
            while index < keys.count {
                if let match = entry.phrases.match(keys, at: index) {
                    found.append(
                        Found(kind: entry.kind, id: match.meaning, start: index, end: match.end))
                    index = match.end
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    /// The stems; that of the nearest word of a declaration for a word that is nowhere else known.
    private func corrected(_ reading: Reading) -> [String] {
        reading.tokens.indices.map { index in
            let stem = ValueReader.stem(reading.tokens[index])
            let key = reading.keys[index]
            guard key.utf8.count >= NearWords.shortest, reading.vocabulary.senses[key] == nil,
                let word = near.nearest(to: key), word != key
            else { return stem }
            return stems[word] ?? stem
        }
    }

    private static func stem(_ token: Token) -> String { Reading.key(token.stem) }
}
