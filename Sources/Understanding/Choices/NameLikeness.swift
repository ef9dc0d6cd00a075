/// Which names mean nearly what a word says that is in none of them: "suitcase" is near "Luggage Set". By the cosine
/// of static token vectors, so only where a language has them.
struct NameLikeness: Sendable {
    let vectors: StaticVectors
    /// Below this cosine a word means something else.
    private static let least: Float = 0.45
    /// Names that are so much less near than the nearest are not meant.
    private static let lead: Float = 0.1

    /// The places of the names (their folded words) that the folded word may mean: the nearest, and those as near.
    func nearest(to word: String, among names: [[String]]) -> [Int] {
        guard vectors.rank(of: Array(word.utf8)) != nil, let meant = vectors.vector(of: [word])
        else { return [] }
        let cosines = names.map { words -> Float in
            guard let name = vectors.vector(of: words) else { return 0 }
            return zip(meant, name).reduce(0) { $0 + $1.0 * $1.1 }
        }
        guard let most = cosines.max(), most >= Self.least else { return [] }
        return names.indices.filter { cosines[$0] >= max(Self.least, most - Self.lead) }
    }
}
