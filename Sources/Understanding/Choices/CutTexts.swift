/// Texts of choices cut into words, by language: the versions of a thing share most of theirs, and a conversation goes
/// back to the same things.
public struct CutTexts: Sendable {
    private var known: [String: [String: [Piece]]] = [:]
    /// A conversation about more things than most forgets them and begins anew.
    private static let limit = 512

    public init() {}

    mutating func pieces(of text: String, _ cutter: PieceCutter) -> [Piece] {
        if let pieces = known[cutter.language]?[text] { return pieces }
        let pieces = cutter.words(of: text)
        if known[cutter.language, default: [:]].count == Self.limit { known = [:] }
        known[cutter.language, default: [:]][text] = pieces
        return pieces
    }
}
