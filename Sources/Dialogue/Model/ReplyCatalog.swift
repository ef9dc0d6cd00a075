public import Facts

/// The words of the pack: reply id → language → channel → variants.
public struct ReplyCatalog: Sendable {
    /// The form that every reply has, and that channels without one of their own fall back to.
    public static let chat = "chat"
    /// How a message may reach the customer.
    public static let channels = [chat, "email", "speech"]

    /// `return_item.confirm_item`, `repair.corrected`, `knowledge.refund_time`.
    private var variants: [String: [String: [String: [MessageTemplate]]]] = [:]
    /// The language that is used where a reply has no translation; the pack's default.
    public var defaultLanguage: String

    public init(defaultLanguage: String) {
        self.defaultLanguage = defaultLanguage
    }

    /// Adds a reply's form for a channel; several variants are said in turn, so that a repeated reply does not sound
    /// like a tape.
    public mutating func add(
        _ id: String, language: String, channel: String = ReplyCatalog.chat,
        variants templates: [MessageTemplate]
    ) {
        variants[id, default: [:]][language, default: [:]][channel] = templates
    }

    public func has(_ id: String) -> Bool { variants[id] != nil }

    /// Every reply id in ascending order.
    public var ids: [String] { variants.keys.sorted() }

    /// The variant for the `times`-th use (from 0) of a reply; they take turns. The language counts more than the
    /// channel.
    public func template(
        _ id: String, language: String, channel: String = ReplyCatalog.chat, times: Int
    ) -> MessageTemplate? {
        guard let languages = variants[id],
            let forms = languages[language] ?? languages[defaultLanguage]
        else { return nil }
        let templates = forms[channel] ?? forms[Self.chat] ?? []
        guard !templates.isEmpty else { return nil }
        return templates[max(times, 0) % templates.count]
    }
}

/// A reply as it was said.
public struct SaidReply: Equatable, Sendable, Codable {
    /// `return_item.confirm_item`.
    public var reply: String
    public var arguments: Record
    public var text: String

    public init(reply: String, arguments: Record, text: String) {
        self.reply = reply
        self.arguments = arguments
        self.text = text
    }
}
