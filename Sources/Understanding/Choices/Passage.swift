/// A stretch of an utterance that is about one of several things: "the black watch for a gold one".
public struct Passage: Equatable, Sendable {
    /// The choices that its words can mean, ascending: exactly one where they are clear.
    public var indices: [Int]
    /// Each of the indices is meant ("both watches"), not one of them.
    public var isEach: Bool
    /// Turned down: "not the lamp".
    public var isNegated: Bool
    /// The tokens about the thing, up to the next thing's.
    public var tokens: Range<Int>
    /// The tokens that say what shall be instead, behind a word like "for" or a colon; nil where none stands.
    public var wanted: Range<Int>?
}
