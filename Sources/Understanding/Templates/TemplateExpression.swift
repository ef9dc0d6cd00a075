/// A sentence template as written: the hassil grammar, parsed.
indirect enum TemplateExpression: Equatable, Sendable {
    /// Literal text; blanks count.
    case text(String)
    case sequence([TemplateExpression])
    /// `(a|b)`; `[a]` is `(a|)`.
    case alternatives([TemplateExpression])
    /// `(a; b)`: all of them, in any order, with blanks between.
    case permutation([TemplateExpression])
    /// `{list}` or `{list:slot}`; the offset is that of the brace.
    case slot(list: String, name: String, offset: Int)
    /// `<rule>`; the offset is that of the bracket.
    case rule(String, offset: Int)

    static let empty = TemplateExpression.text("")
}

/// A mistake in a template: where it is, what it is and the cure.
public struct TemplateError: Error, Equatable, Sendable {
    /// UTF-8 offset into the template.
    public var offset: Int
    public var message: String

    public init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}
