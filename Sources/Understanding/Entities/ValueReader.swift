/// Finds the closed values of the declared entities by the stems of their words, longest first,
/// with one
/// spelling mistake forgiven in words of five letters and more.
struct ValueReader: Sendable {
    private struct Declared: Sendable {
        var kind: String
        var phrases = PhraseTable<String>()
    }

    private var declared: [Declared] = []
    /// First word of a phrase → the declarations that have such a phrase.
    private var beginnings = FeatureIndex()
    private var beginning: [[Int]] = []
    private var near = NearWords()
    /// The stem of each word of `near`, hashed.
    private var stems: [UInt64] = []
    /// Words that are never misspelt ones.
    private let everyday: WordSet

    struct Found: Equatable {
        var kind: String
        var id: String
        /// Token range.
        var start: Int
        var end: Int
    }

    /// `everyday` are the language's commonest words.
    init(_ declarations: [EntityDeclaration], language: String, everyday: WordSet) {
        self.everyday = everyday
        for declaration in declarations {
            guard case .values(let values) = declaration.form else { continue }
            var entry = Declared(kind: declaration.kind)
            var firsts: Set<String> = []
            for value in values {
                for word in value.words(in: language) {
                    let tokens = StemTable.tokens(of: word, language: language, nil)
                    let stems = tokens.map(ValueReader.stem)
                    entry.phrases.add(stems, value.id)
                    if let first = stems.first { firsts.insert(first) }
                    for token in tokens {
                        let number = near.add(Reading.key(token))
                        if number == self.stems.count { self.stems.append(0) }
                        self.stems[number] = WordKey.hash(ValueReader.stem(token))
                    }
                }
            }
            guard !entry.phrases.isEmpty else { continue }
            for first in firsts.sorted() {
                let place = Int(beginnings.insert(WordKey.hash(first)))
                if place == beginning.count { beginning.append([]) }
                beginning[place].append(declared.count)
            }
            declared.append(entry)
        }
    }

    func write(to writer: inout ByteWriter) {
        writer.packed(declared.map(\.kind))
        for entry in declared { entry.phrases.write(to: &writer) { $0 } }
        writer.array(beginnings.keys)
        writer.lists(beginning)
        near.write(to: &writer)
        writer.array(stems)
        everyday.write(to: &writer)
    }

    /// The reader of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let kinds = reader.packed() else { return nil }
        for kind in kinds {
            guard let phrases = PhraseTable(from: &reader, { $0 }) else { return nil }
            declared.append(Declared(kind: kind, phrases: phrases))
        }
        guard let keys: [UInt64] = reader.array(), let beginning: [[Int]] = reader.lists(),
            beginning.count == keys.count, let near = NearWords(from: &reader),
            let stems: [UInt64] = reader.array(), let everyday = WordSet(from: &reader)
        else { return nil }
        beginnings = FeatureIndex(keys: keys)
        self.beginning = beginning
        self.near = near
        self.stems = stems
        self.everyday = everyday
    }

    func matches(in reading: Reading) -> [Found] {
        guard !declared.isEmpty else { return [] }
        let keys = corrected(reading)
        var found: [Found] = []
        var covered = [Int](repeating: 0, count: declared.count)
        for index in keys.indices {
            let place = beginnings.find(keys[index])
            guard place >= 0 else { continue }
            for number in beginning[Int(place)] where covered[number] <= index {
                let entry = declared[number]
                guard let match = entry.phrases.match(keys, at: index) else { continue }
                covered[number] = match.end
                if match.meaning == EntityValue.lookalike { continue }
                found.append(
                    Found(kind: entry.kind, id: match.meaning, start: index, end: match.end))
            }
        }
        return found
    }

    /// The stems, hashed; that of the nearest word of a declaration for a word that is nowhere else known.
    private func corrected(_ reading: Reading) -> [UInt64] {
        reading.tokens.indices.map { index in
            let stem = stemHash(reading.tokens[index], reading.words[index])
            let (key, hash) = (reading.keys[index], reading.hashes[index])
            // The nearest word is looked for last: that is a look for each letter of this one.
            guard key.utf8.count >= NearWords.shortest,
                !reading.vocabulary.senses.contains(hash), !everyday.contains(hash),
                let number = near.nearest(to: key, hash: hash)
            else { return stem }
            return stems[number]
        }
    }

    /// The hash of a token's stem without apostrophes.
    private func stemHash(_ token: Token, _ word: WordKey) -> UInt64 {
        token.stem.holdsApostrophe
            ? WordKey.hash(ValueReader.stem(token)) : word.stem
    }

    private static func stem(_ token: Token) -> String { Reading.key(token.stem) }
}
