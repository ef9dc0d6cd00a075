/// "Too small": what is complained of, not what is wished for.
enum Complaints {
    /// The two folded words, one behind the other. German "zu schwarz" may be "to black".
    static func areTooMuch(_ first: String, _ second: String) -> Bool {
        excesses.contains(first) || first == "zu" && measures.contains(second)
    }

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
