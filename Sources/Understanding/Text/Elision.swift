/// The little words of French, Italian and Catalan that lean on the next one: "l'horloge", "dell'ordine", "d'un".
enum Elision {
    private static let apostrophe = UInt8(ascii: "'")
    /// Longer than "l", "d" and "qu", and cut off as well.
    private static let prepositions: Set<String> = [
        "jusqu", "lorsqu", "puisqu", "all", "dall", "dell", "nell", "sull", "quell",
    ]
    /// Behind one of these a thing is named, as behind "le" or "de"; "n'est" and "j'ai" say something of their own.
    private static let articles: Set<String> = [
        "l", "d", "all", "dall", "dell", "nell", "sull", "quell",
    ]
    /// "L'un et l'autre", "l'on" name no thing.
    private static let pronouns: Set<String> = [
        "un", "une", "autre", "autres", "on", "uno", "una", "altro", "altra", "altre", "altri",
        "altres",
    ]

    /// Whether words of the language (BCP 47) lean on others.
    static func isOf(_ language: String) -> Bool {
        ["fr", "it", "ca"].contains { language.hasPrefix($0) }
    }

    /// A word without what leans on it: "argent" of "l'argent". The word itself where nothing does.
    static func bare(_ word: String) -> String {
        guard let (leaning, rest) = parts(of: word),
            leaning.utf8.count < 3 || prepositions.contains(leaning)
        else { return word }
        return rest
    }

    /// "horloge" of "l'horloge" and of "d'horloge"; nil where no article or "de" leans on the word.
    static func thing(in word: String) -> String? {
        guard let (leaning, rest) = parts(of: word), articles.contains(leaning),
            !pronouns.contains(rest)
        else { return nil }
        return rest
    }

    private static func parts(of word: String) -> (leaning: String, rest: String)? {
        guard let sign = word.utf8.firstIndex(of: apostrophe) else { return nil }
        let rest = word[word.utf8.index(after: sign)...]
        return rest.isEmpty ? nil : (String(word[..<sign]), String(rest))
    }
}
