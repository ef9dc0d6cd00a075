/// A message with its values filled in, and everything that went wrong on the way.
public struct FormattedMessage: Equatable, Sendable {
    /// What the customer reads; a value that failed stands as its fallback, `{$name}`.
    public var text: String
    /// The same piece by piece, with the markup (`{#b}`) that `text` leaves out.
    public var parts: [MessagePart]
    /// In the order in which they occurred; empty when all went well.
    public var problems: [FormattingProblem]
}

/// A failure while formatting; the message is still whole, with a fallback in the failed place.
public struct FormattingProblem: Equatable, Sendable {
    /// The error classes of the MessageFormat 2 specification, and our limit; the raw values are
    /// its words.
    public enum Kind: String, Sendable, CaseIterable {
        case unresolvedVariable = "unresolved-variable"
        case unknownFunction = "unknown-function"
        case badSelector = "bad-selector"
        case badOperand = "bad-operand"
        case badOption = "bad-option"
        case badVariantKey = "bad-variant-key"
        /// The text passed `MessageTemplate.maximumOutputBytes` and was cut there.
        case tooLong = "too-long"
    }

    /// The class of the failure.
    public var kind: Kind
    /// The place in the message's own syntax: `$order.total`, `|abc|`, `:number`,
    /// `minimumFractionDigits`.
    public var source: String

    /// A failure of the class `kind` at `source`.
    public init(_ kind: Kind, source: String) {
        self.kind = kind
        self.source = source
    }
}

/// One piece of a formatted message.
public enum MessagePart: Equatable, Sendable {
    case text(String)
    /// A Unicode isolate: U+2066…U+2069.
    case isolation(String)
    case markup(Markup)
    case value(FormattedValue)
    /// A value that could not be formatted, as `$name` or `|literal|`.
    case fallback(source: String)

    /// `{#b}`, `{/b}` or `{#img/}`: not part of the text; a renderer may use it.
    public struct Markup: Equatable, Sendable {
        /// Opening, closing, or both at once.
        public enum Kind: String, Sendable { case open, close, standalone }

        public var kind: Kind
        public var name: String
        /// The option `u:id`.
        public var id: String?
        /// Resolved options in the order of writing.
        public var options: [Option]

        /// One option of a markup, its value as text.
        public struct Option: Equatable, Sendable {
            public var name: String
            public var value: String
        }
    }

    /// A value as it was formatted.
    public struct FormattedValue: Equatable, Sendable {
        /// `string`, `number`, `currency`, `date`, `list` …
        public var type: String
        public var text: String
        /// The option `u:id`.
        public var id: String?
        /// The option `u:dir` where it is `ltr` or `rtl`.
        public var direction: String?
    }
}
