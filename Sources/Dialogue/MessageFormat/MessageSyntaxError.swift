/// Why a text is no valid MessageFormat 2 message: where, what, and what to do about it.
public struct MessageSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The classes of the MessageFormat 2 specification; the raw values are its words.
    public enum Kind: String, Sendable, CaseIterable {
        case syntax = "syntax-error"
        case variantKeyMismatch = "variant-key-mismatch"
        case missingFallbackVariant = "missing-fallback-variant"
        case missingSelectorAnnotation = "missing-selector-annotation"
        case duplicateDeclaration = "duplicate-declaration"
        case duplicateOptionName = "duplicate-option-name"
        case duplicateVariant = "duplicate-variant"
    }

    /// The class of the error.
    public var kind: Kind
    /// Where it went wrong: Unicode scalars from the start of the message, 0…its length.
    public var offset: Int
    /// What is wrong, without a full stop.
    public var what: String
    /// How to put it right, without a full stop.
    public var cure: String

    /// An error of the class `kind`.
    public init(_ kind: Kind, offset: Int, what: String, cure: String) {
        self.kind = kind
        self.offset = offset
        self.what = what
        self.cure = cure
    }

    /// One line: `at character 7: '{' is not closed; end the placeholder with '}'`.
    public var description: String { "at character \(offset + 1): \(what); \(cure)" }
}
