/// A whole template grammar as plain data, in the shape of the suite files; `Codable` for any
/// decoder.
public struct GrammarSource: Equatable, Sendable, Codable {
    public var language: String
    public var settings: Settings
    /// Words and phrases that may be left out of a text when it does not match with them.
    public var skipWords: [String]
    public var lists: [String: SlotList]
    /// Rule name → template.
    public var expansionRules: [String: String]
    public var intents: [Intent]
    /// Range list name → number word → value.
    public var rangeWords: [String: [String: Double]]

    public struct Settings: Equatable, Sendable, Codable {
        /// White space does not count, in the text and in the templates (Chinese, Japanese).
        public var ignoresWhiteSpace: Bool

        public init(ignoresWhiteSpace: Bool = false) {
            self.ignoresWhiteSpace = ignoresWhiteSpace
        }

        enum CodingKeys: String, CodingKey {
            case ignoresWhiteSpace = "ignore_whitespace"
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            ignoresWhiteSpace =
                try container.decodeIfPresent(Bool.self, forKey: .ignoresWhiteSpace) ?? false
        }
    }

    public struct Intent: Equatable, Sendable, Codable {
        public var name: String
        public var blocks: [Block]

        public init(name: String, blocks: [Block]) {
            self.name = name
            self.blocks = blocks
        }
    }

    public init(
        language: String, settings: Settings = Settings(), skipWords: [String] = [],
        lists: [String: SlotList] = [:], expansionRules: [String: String] = [:],
        intents: [Intent] = [], rangeWords: [String: [String: Double]] = [:]
    ) {
        self.language = language
        self.settings = settings
        self.skipWords = skipWords
        self.lists = lists
        self.expansionRules = expansionRules
        self.intents = intents
        self.rangeWords = rangeWords
    }

    enum CodingKeys: String, CodingKey {
        case language, settings, lists, intents
        case skipWords = "skip_words"
        case expansionRules = "expansion_rules"
        case rangeWords = "range_words"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            language: try container.decodeIfPresent(String.self, forKey: .language) ?? "",
            settings: try container.decodeIfPresent(Settings.self, forKey: .settings)
                ?? Settings(),
            skipWords: try container.decodeIfPresent([String].self, forKey: .skipWords) ?? [],
            lists: try container.decodeIfPresent([String: SlotList].self, forKey: .lists) ?? [:],
            expansionRules: try container.decodeIfPresent(
                [String: String].self, forKey: .expansionRules) ?? [:],
            intents: try container.decodeIfPresent([Intent].self, forKey: .intents) ?? [],
            rangeWords: try container.decodeIfPresent(
                [String: [String: Double]].self, forKey: .rangeWords) ?? [:])
    }
}

/// Templates of an intent that share slots and context.
public struct Block: Equatable, Sendable, Codable {
    /// The block's `slot_combination`.
    public var combination: String?
    public var sentences: [String]
    /// Slots that a match has besides those of the text.
    public var slots: [String: MatchValue]
    public var requiredContext: [String: ContextRule]
    public var excludedContext: [String: ContextRule]
    /// Rules and lists that hold in this block only and win over the grammar's.
    public var expansionRules: [String: String]
    public var lists: [String: SlotList]

    public init(
        combination: String? = nil, sentences: [String], slots: [String: MatchValue] = [:],
        requiredContext: [String: ContextRule] = [:],
        excludedContext: [String: ContextRule] = [:], expansionRules: [String: String] = [:],
        lists: [String: SlotList] = [:]
    ) {
        self.combination = combination
        self.sentences = sentences
        self.slots = slots
        self.requiredContext = requiredContext
        self.excludedContext = excludedContext
        self.expansionRules = expansionRules
        self.lists = lists
    }

    enum CodingKeys: String, CodingKey {
        case sentences, slots, lists
        case combination = "combo"
        case requiredContext = "requires_context"
        case excludedContext = "excludes_context"
        case expansionRules = "expansion_rules"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        typealias Rules = [String: ContextRule]
        self.init(
            combination: try container.decodeIfPresent(String.self, forKey: .combination),
            sentences: try container.decode([String].self, forKey: .sentences),
            slots: try container.decodeIfPresent([String: MatchValue].self, forKey: .slots) ?? [:],
            requiredContext: try container.decodeIfPresent(Rules.self, forKey: .requiredContext)
                ?? [:],
            excludedContext: try container.decodeIfPresent(Rules.self, forKey: .excludedContext)
                ?? [:],
            expansionRules: try container.decodeIfPresent(
                [String: String].self, forKey: .expansionRules) ?? [:],
            lists: try container.decodeIfPresent([String: SlotList].self, forKey: .lists) ?? [:])
    }
}

/// What a context key must (or must not) be: one of the values, or, without values, anything.
public struct ContextRule: Equatable, Sendable, Codable {
    public var values: [MatchValue]
    /// The context's value becomes a slot of the match.
    public var fillsSlot: Bool

    public init(values: [MatchValue], fillsSlot: Bool = false) {
        self.values = values
        self.fillsSlot = fillsSlot
    }

    private enum CodingKeys: String, CodingKey {
        case value, slot
    }

    public init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: CodingKeys.self) {
            fillsSlot = try object.decodeIfPresent(Bool.self, forKey: .slot) ?? false
            if let list = try? object.decodeIfPresent([MatchValue].self, forKey: .value) {
                values = list
            } else {
                values =
                    try object.decodeIfPresent(MatchValue.self, forKey: .value).map { [$0] }
                    ?? []
            }
            return
        }
        fillsSlot = false
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            values = []
        } else if let list = try? single.decode([MatchValue].self) {
            values = list
        } else {
            values = [try single.decode(MatchValue.self)]
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !values.isEmpty { try container.encode(values, forKey: .value) }
        try container.encode(fillsSlot, forKey: .slot)
    }

    func allows(_ value: MatchValue) -> Bool {
        values.isEmpty || values.contains(value)
    }
}
