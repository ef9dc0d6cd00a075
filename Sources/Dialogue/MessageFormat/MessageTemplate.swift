public import Facts

/// A reply in Unicode MessageFormat 2 (LDML 48, part 9), parsed and checked, ready to be formatted.
///
/// Where MessageFormat leaves the choice to the application:
/// - A variable whose exact name is no argument is looked up as a dotted path in the records of the
///   arguments: `{$item.name}`; `{$items.count}` is the length of a list.
/// - A value without a function is formatted by its type: numbers with the locale's marks, money as
///   currency, a day or an instant as a medium date, a list as "a, b, and c", a record by its
///   `name`, else its `id`, a flag as the locale's yes or no.
/// - Numbers are rounded half away from zero.
/// - Values are printed as they are and never expanded again: a value `{$x}` prints literally.
public struct MessageTemplate: Equatable, Sendable {
    /// The longest template that is parsed, in UTF-8 bytes.
    public static let maximumSourceBytes = 8192
    /// The most declarations of one template.
    public static let maximumDeclarations = 64
    /// Where a formatted text is cut, in UTF-8 bytes.
    public static let maximumOutputBytes = 65_536

    /// The text it was parsed from.
    public let source: String
    private let content: Content

    /// Where what it says comes from.
    private enum Content: Sendable {
        case parsed(MessageContent)
        case late(any LateContent)
    }

    /// Parses and checks a message; throws the first syntax or data model error.
    public init(parsing source: String) throws(MessageSyntaxError) {
        self.source = source
        content = .parsed(MessageContent(try MessageModel(parsing: source)))
    }

    /// A message that was parsed before without an error, and is parsed again when it is first said.
    public init(sound source: String, late: any LateContent) {
        self.source = source
        content = .late(late)
    }

    private var parts: MessageContent {
        switch content {
        case .parsed(let parts): parts
        case .late(let late):
            late.made {
                MessageContent(
                    (try? MessageModel(parsing: source))
                        ?? MessageModel(declarations: [], body: .pattern([.text(source)])))
            }
        }
    }

    var model: MessageModel { parts.model }
    /// The paths of the arguments it reads, in order of first use: `{$item.name}` gives `["item",
    /// "name"]`.
    public var variables: [[String]] { parts.variables }
    /// The same with their dots: `item.name`.
    var variableNames: [String] { parts.variableNames }

    /// The functions it names, in order of first use and without the colon; the check for unknown
    /// ones.
    public var functions: [String] { model.functions }

    /// The words that it says whatever the values are, each pattern's on lines of its own; a value is `…`.
    public var words: String {
        let patterns: [[MessageModel.Element]] =
            switch model.body {
            case .pattern(let pattern): [pattern]
            case .select(_, let variants): variants.map(\.pattern)
            }
        return patterns.map { pattern in
            pattern.map { element in
                switch element {
                case .text(let text): text
                case .expression: "…"
                case .markup: ""
                }
            }.joined()
        }.joined(separator: "\n")
    }

    /// Fills the values in. Never fails: what cannot be formatted becomes a fallback and a problem.
    /// - Parameter locale: BCP 47, as `de-CH`; one without data falls back to its language, then to
    ///   `en`.
    public func format(
        _ arguments: Record, locale: String, options: FormattingOptions = FormattingOptions()
    ) -> FormattedMessage {
        var formatter = MessageFormatter(
            self, arguments: arguments, locale: locale, options: options)
        return formatter.format()
    }

    /// The steps of a variable's name.
    func path(of name: String) -> [String] {
        let parts = parts
        return parts.variableNames.firstIndex(of: name).map { parts.variables[$0] }
            ?? Self.path(of: name)
    }

    /// The steps of a dotted name; one with an empty step (`place-.`) is a single step.
    static func path(of name: String) -> [String] {
        guard name.utf8.contains(UInt8(ascii: ".")) else { return [name] }
        let steps = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return steps.contains(where: \.isEmpty) ? [name] : steps.map { String(Substring($0)) }
    }

    public static func == (left: MessageTemplate, right: MessageTemplate) -> Bool {
        left.source == right.source
    }
}

/// What a message says and reads. A class: templates are copied, and of its parts one count is kept.
public final class MessageContent: Sendable {
    let model: MessageModel
    let variables: [[String]]
    let variableNames: [String]

    fileprivate init(_ model: MessageModel) {
        self.model = model
        variableNames = model.externalVariables
        variables = variableNames.map(MessageTemplate.path(of:))
    }
}

/// Keeps what a message says from the first time on that somebody asks: most of a pack's replies are never said between
/// a start and an end. The dialogue has no threads and no locks, so whoever reads the pack hands one in.
public protocol LateContent: Sendable {
    /// What was kept, or what `make` makes.
    func made(_ make: () -> MessageContent) -> MessageContent
}
