/// Everyday sentences that are about no shop: the classifier's picture of what is out of scope.
///
/// They belong to the engine like its word tables, not to a pack: what people ask an assistant, tell a
/// neighbour or read in a paper. Nothing in them is a customer's wish.
enum BackgroundTexts {
    /// The sentences of a BCP 47 language; none where there is no list.
    static func of(_ language: String) -> [String] {
        lines(of: language).split(separator: "\n").map(String.init)
    }

    /// The same, a sentence a line.
    static func lines(of language: String) -> String {
        switch language.prefix(2) {
        case "en": english
        case "de": german
        case "es": spanish
        case "fr": french
        case "ja": japanese
        default: ""
        }
    }
}
