/// "Too small": what is complained of, not what is wished for.
enum Complaints {
    /// The two folded words, one behind the other. German "zu schwarz" may be "to black".
    static func areTooMuch(_ first: String, _ second: String) -> Bool {
        excesses.contains(first) || first == "zu" && measures.contains(second)
    }

    /// The last two of two or three folded words: "too small", "is to small".
    static func complain(_ words: ArraySlice<String>) -> Bool {
        guard let last = words.last, let first = words.dropLast().last else { return false }
        if areTooMuch(first, last) { return true }
        return first == "to" && englishMeasures.contains(last)
            && words.dropLast(2).last.map(befores.contains) == true
    }

    private static let befores: Set<String> = [
        "is", "are", "was", "were", "its", "it's", "bit", "way", "far", "much", "little", "just",
    ]

    /// "Doppelt so groß geworden", "so big": compared with something, and no value that is wished for.
    static func areLikened(_ first: String, _ second: String) -> Bool {
        first == "so" && (measures.contains(second) || englishMeasures.contains(second))
    }

    private static let englishMeasures: Set<String> = [
        "small", "big", "large", "short", "long", "thick", "thin", "dark", "light", "hard", "soft",
    ]
    private static let excesses: Set<String> = ["too", "trop", "demasiado"]
    private static let measures: Set<String> = [
        "klein", "gross", "groß", "kurz", "lang", "eng", "weit", "schwer", "leicht", "dick", "dunn",
        "dünn", "laut", "hell", "dunkel", "hart", "weich", "schwach", "stark", "niedrig", "hoch",
    ]
}

extension Interpreter {
    /// The folded words complain, one behind the other: "too small".
    public func areTooMuch(_ first: String, _ second: String) -> Bool {
        Complaints.areTooMuch(first, second)
    }
}
