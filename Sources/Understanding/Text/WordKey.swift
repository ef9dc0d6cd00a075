/// A token as numbers, hashed once a text: what word tables are keyed by instead of strings.
///
/// Two words with one hash would be the same word; see `FeatureIndex`.
struct WordKey: Equatable, Sendable {
    /// Of the folded form.
    var folded: UInt64
    /// Of the stem; the feature of the word, too.
    var stem: UInt64

    init(_ token: Token) {
        folded = Self.hash(token.folded)
        stem = token.stem == token.folded ? folded : Self.hash(token.stem)
    }

    static func hash(_ word: String) -> UInt64 { FeatureHash.hash(word, from: FeatureHash.words) }
}
