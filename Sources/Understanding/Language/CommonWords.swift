/// The commonest words of a language, whatever a pack is about: what tells Spanish from Portuguese in
/// three words that no phrase of the pack has.
///
/// The lists are made by `Tools/common_words.py` (one file a language in `Common/`).
enum CommonWords {
    /// Lower case with their accents, the commonest first; none for a language without a list.
    static func of(_ language: String) -> [Substring] {
        // By bytes: walking over characters takes ten times as long.
        list(of: language).utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
    }

    /// The keys of a language's words, as `Reading.key` makes them: an everyday word is no misspelling of a rarer one,
    /// "machen" is not "Macken".
    static func keys(of language: String) -> WordSet {
        WordSet(
            of(language).compactMap { word in
                let key = Reading.key(Folding.fold(String(word), language: language))
                return word.utf8.first == key.utf8.first ? key : nil
            })
    }

    /// The folded words of some languages. By bytes: few of them need any folding.
    static func folded(of languages: [String]) -> WordSet {
        let hashes = languages.flatMap { language -> [UInt64] in
            let isGerman = language == "de"
            var list = list(of: language)
            return list.withUTF8 { bytes in
                bytes.split(separator: UInt8(ascii: " ")).map { word in
                    word.allSatisfy(\.isLetter) && !(isGerman && Folding.hasDigraph(word))
                        ? FeatureHash.hash(word, from: FeatureHash.words)
                        : WordKey.hash(
                            Folding.fold(String(decoding: word, as: UTF8.self), language: language))
                }
            }
        }
        return WordSet(hashes: hashes)
    }

    /// The words of every other sentence, in no order: they name nothing of a shop by themselves.
    static func everyday(of language: String) -> [Substring] {
        let own = everydayList(of: language)
        return own.isEmpty
            ? Array(of(language).prefix(everydayCount)) : own.split(separator: " ")
    }

    private static let everydayCount = 300

    /// Of a language whose talk was counted too, what that and the translations have in common, with blanks between;
    /// empty for others, whose list begins with them.
    static func everydayList(of language: String) -> String {
        primary(language) == "en" ? englishEveryday : ""
    }

    private static func primary(_ language: String) -> Substring {
        language.prefix { $0 != "-" && $0 != "_" }
    }

    /// Whether a word is one of the `count` commonest. The list is not cut for it: it has thousands.
    static func holds(_ word: String, first count: Int, of language: String) -> Bool {
        let list = list(of: language).utf8
        var (start, rank) = (list.startIndex, 0)
        while start < list.endIndex, rank < count {
            let end = list[start...].firstIndex(of: UInt8(ascii: " ")) ?? list.endIndex
            if start < end {
                if list[start..<end].elementsEqual(word.utf8) { return true }
                rank += 1
            }
            start = end < list.endIndex ? list.index(after: end) : end
        }
        return false
    }

    /// The same words in a row, with blanks between them.
    static func list(of language: String) -> String {
        let primary = primary(language)
        return lists.first { $0.tag == primary }?.words ?? ""
    }

    /// How often the word at a rank counts as seen: Zipf's law, so that the few words of every sentence
    /// weigh against the 150 phrases that a pack may have.
    static func weight(rank: Int) -> UInt32 {
        UInt32(max(1, (300 + (rank + 10) / 2) / (rank + 10)))
    }

    private static let lists: [(tag: String, words: String)] = [
        ("en", english), ("de", german), ("es", spanish), ("fr", french), ("it", italian),
        ("nl", dutch), ("pt", portuguese),
    ]
}
