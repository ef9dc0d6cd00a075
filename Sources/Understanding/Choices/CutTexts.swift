/// Texts of choices cut into words of a language: the versions of a thing share most of theirs, and a conversation goes
/// back to the same things.
public struct CutTexts: Sendable {
    private var known: [String: [Piece]] = [:]
    /// What the customer has said, which is held against several lists of choices.
    private var said: [String: [Piece]] = [:]
    /// What they were cut in; in another one they are cut anew.
    private var language = ""
    /// A conversation about more things than most forgets them and begins anew.
    private static let limit = 512
    private static let saidLimit = 64

    public init() {}

    mutating func pieces(of text: String, _ cutter: PieceCutter) -> [Piece] {
        turn(to: cutter.language)
        return Self.pieces(of: text, in: &known, atMost: Self.limit) { cutter.words(of: text) }
    }

    /// The pieces of an utterance's tokens.
    mutating func pieces(
        ofSaid text: String, _ tokens: [Token], _ cutter: PieceCutter
    ) -> [Piece] {
        turn(to: cutter.language)
        return Self.pieces(of: text, in: &said, atMost: Self.saidLimit) {
            cutter.pieces(of: tokens)
        }
    }

    private static func pieces(
        of text: String, in known: inout [String: [Piece]], atMost limit: Int,
        cutting cut: () -> [Piece]
    ) -> [Piece] {
        if let pieces = known[text] { return pieces }
        let pieces = cut()
        if known.count == limit { known = [:] }
        known[text] = pieces
        return pieces
    }

    private mutating func turn(to language: String) {
        guard self.language != language else { return }
        self = CutTexts()
        self.language = language
    }
}
