/// A node of a YAML file: texts, lists and mappings only, each with its place.
struct YAMLNode: Sendable {
    var place: Place
    var content: Content

    enum Content: Sendable {
        /// Every scalar is a text: `yes` and `12` too. `isPlain`: written without quotes.
        case text(String, isPlain: Bool)
        case list([YAMLNode])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var place: Place
        var value: YAMLNode
    }

    /// What it is, for messages.
    var kind: String {
        switch content {
        case .text("", isPlain: true): "nothing"
        case .text: "a text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Nothing was written after the key.
    var isNothing: Bool {
        if case .text("", isPlain: true) = content { true } else { false }
    }

    /// The text of a scalar; nil for others.
    var scalar: String? {
        if case .text(let text, _) = content { text } else { nil }
    }

    /// The entries of a mapping; nil for others.
    var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The members of a list; nil for others.
    var items: [YAMLNode]? {
        if case .list(let items) = content { items } else { nil }
    }

    subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }
}
