/// Runs the cases of a template suite against a grammar.
public struct GrammarSuite: Sendable {
    private let matcher: GrammarMatcher
    /// Slot whose text decides between matches.
    public static let preferredSlot = "name"

    /// Mistakes of the grammar; what they are in is left out.
    public let mistakes: [GrammarError]

    /// Compiles the grammar as far as it goes.
    public init(_ grammar: GrammarSource) {
        (matcher, mistakes) = GrammarMatcher.lenient(grammar)
    }

    /// A case with its lists bound, ready to run: only `run()` is worth measuring.
    public struct Prepared: Sendable {
        public let matchCase: MatchCase
        let matcher: GrammarMatcher

        /// What the text matches.
        public func run() -> GrammarMatch? {
            matcher.match(
                matchCase.text, context: matchCase.context,
                preferring: GrammarSuite.preferredSlot)
        }
    }

    public func prepare(_ matchCase: MatchCase) throws(GrammarErrors) -> Prepared {
        Prepared(matchCase: matchCase, matcher: try matcher.with(matchCase.lists))
    }
}

/// One case of a template suite; `Codable` for any decoder.
public struct MatchCase: Equatable, Sendable, Codable {
    public var text: String
    /// Lists that win over the grammar's.
    public var lists: [String: SlotList]
    public var context: [String: MatchValue]
    /// nil where nothing must match.
    public var expect: Expectation?

    public struct Expectation: Equatable, Sendable, Codable {
        public var intent: String
        public var combo: String?
        /// Exactly these slots, each with one of the values.
        public var slots: [String: [MatchValue]]

        public init(intent: String, combo: String? = nil, slots: [String: [MatchValue]] = [:]) {
            self.intent = intent
            self.combo = combo
            self.slots = slots
        }
    }

    public init(
        text: String, lists: [String: SlotList] = [:], context: [String: MatchValue] = [:],
        expect: Expectation?
    ) {
        self.text = text
        self.lists = lists
        self.context = context
        self.expect = expect
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        lists = try container.decodeIfPresent([String: SlotList].self, forKey: .lists) ?? [:]
        context = try container.decodeIfPresent([String: MatchValue].self, forKey: .context) ?? [:]
        expect = try container.decodeIfPresent(Expectation.self, forKey: .expect)
    }

    /// What is wrong with a match; nil where it is as expected. Texts are compared without case.
    public func mistake(in match: GrammarMatch?) -> String? {
        guard let expect else {
            return match.map { "matched \($0.intent), nothing was expected" }
        }
        guard let match else { return "nothing matched, \(expect.intent) was expected" }
        if match.intent != expect.intent {
            return "intent is \(match.intent), \(expect.intent) was expected"
        }
        if let combo = expect.combo, match.combination != combo {
            return "combination is \(match.combination ?? "none"), \(combo) was expected"
        }
        let names = match.slots.keys.sorted()
        guard names == expect.slots.keys.sorted() else {
            return "slots are \(names), \(expect.slots.keys.sorted()) were expected"
        }
        for name in names {
            let found = match.slots[name]?.description ?? ""
            let accepted = expect.slots[name]?.map(\.description) ?? []
            if !accepted.contains(where: { folded($0) == folded(found) }) {
                return "slot \(name) is '\(found)', one of \(accepted) was expected"
            }
        }
        return nil
    }

    private func folded(_ text: String) -> [UInt32] {
        Normaliser.normalise(text).unicodeScalars.map(TemplateText.letterCaseFolded)
    }
}
