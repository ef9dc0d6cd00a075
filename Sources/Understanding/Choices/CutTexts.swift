/// Texts of choices cut into words of a language: the versions of a thing share most of theirs, and a conversation goes
/// back to the same things.
public struct CutTexts: Sendable {
    private var known: [String: [Piece]] = [:]
    /// What they were cut in; in another one they are cut anew.
    private var language = ""
    /// A conversation about more things than most forgets them and begins anew.
    private static let limit = 512

    public init() {}

    mutating func pieces(of text: String, _ cutter: PieceCutter) -> [Piece] {
        if language != cutter.language {
            known = [:]
            language = cutter.language
        }
        if let pieces = known[text] { return pieces }
        let pieces = cutter.words(of: text)
        if known.count == Self.limit { known = [:] }
        known[text] = pieces
        return pieces
    }
}
