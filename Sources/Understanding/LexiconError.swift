/// Every mistake found while compiling a lexicon.
public struct LexiconErrors: Error, Equatable, Sendable {
    public var errors: [LexiconError]
}

/// One mistake: where, what, and the cure.
public struct LexiconError: Error, Equatable, Sendable {
    public var place: RuleReference
    /// UTF-8 offset into the rule's text.
    public var offset: Int
    public var message: String
}
