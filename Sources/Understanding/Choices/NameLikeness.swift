/// Which names mean nearly what a word says that is in none of them: "suitcase" is near "Luggage Set". By the cosine
/// of static token vectors, so only where a language has them.
struct NameLikeness: Sendable {
    let vectors: StaticVectors
    /// The words of the shop's names and options (`WordKey`): what they say is known, so they are near to nothing.
    let known: WordSet
    /// Below this cosine a word means something else.
    private static let least: Float = 0.45
    /// Names that are so much less near than the nearest are not meant.
    private static let lead: Float = 0.1

    /// What a name's folded words mean; nil where no word is known.
    func meaning(of words: [String]) -> [Float]? { vectors.vector(of: words) }

    /// The places of the names (their meanings) that the folded word may mean: the nearest, and those as near.
    func nearest(to word: String, among names: [[Float]?]) -> [Int] {
        guard !known.contains(WordKey.hash(word)), vectors.rank(of: Array(word.utf8)) != nil,
            let meant = meaning(of: [word])
        else { return [] }
        let cosines = names.map { name -> Float in
            guard let name else { return 0 }
            return zip(meant, name).reduce(0) { $0 + $1.0 * $1.1 }
        }
        guard let most = cosines.max(), most >= Self.least else { return [] }
        return names.indices.filter { cosines[$0] >= max(Self.least, most - Self.lead) }
    }
}
