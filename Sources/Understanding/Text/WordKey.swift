/// A token as numbers, hashed once a text: what word tables are keyed by instead of strings.
///
/// Two words with one hash would be the same word; see `FeatureIndex`.
struct WordKey: Equatable, Sendable {
    /// Of the folded form.
    var folded: UInt64
    /// Of the stem; the feature of the word, too.
    var stem: UInt64

    init(_ token: Token) { self.init(form: token.folded, stem: token.stem) }

    init(form: String, stem: String) {
        folded = Self.hash(form)
        self.stem = stem == form ? folded : Self.hash(stem)
    }

    static func hash(_ word: String) -> UInt64 { FeatureHash.hash(word, from: FeatureHash.words) }
}
