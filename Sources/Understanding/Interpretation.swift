public import Facts

/// What the desk understands of one utterance. Pure data: the same text, lexicon and day give the same value.
public struct Interpretation: Equatable, Sendable {
    /// The utterance after normalisation (NFC, white space folded, caps applied), as the customer cased it.
    public var text: String
    /// BCP 47 tag of the language it was read in, one of the lexicon's.
    public var language: String
    /// 0…1: how sure the language is; below `Lexicon.languageThreshold` the conversation's language should win.
    public var languageConfidence: Double
    /// What was decided about the intent, and why.
    public var verdict: Verdict
    /// The best intents, best first, at most five, with calibrated probabilities.
    public var ranking: [RankedIntent]
    /// Every entity found, by position; entities of different kinds may overlap.
    public var entities: [Entity]
    /// Names of the lexicon's word lists that the text mentions (`legal_words`, `frustration`, `safety`), sorted.
    public var mentions: [String]
    /// The utterance cut into its wishes; one clause where there is only one.
    public var clauses: [Clause]
    /// The tokens, for matching choices.
    public var tokens: [Token]

    public init(
        text: String, language: String, languageConfidence: Double = 1, verdict: Verdict,
        ranking: [RankedIntent] = [], entities: [Entity] = [], mentions: [String] = [],
        clauses: [Clause] = [], tokens: [Token] = []
    ) {
        self.text = text
        self.language = language
        self.languageConfidence = languageConfidence
        self.verdict = verdict
        self.ranking = ranking
        self.entities = entities
        self.mentions = mentions
        self.clauses = clauses
        self.tokens = tokens
    }
}

extension Interpretation {
    /// The words between two UTF-8 offsets; nil where the text has none there.
    public func text(from start: Int, to end: Int) -> String? {
        let bytes = text.utf8
        guard start >= 0, start < end, end <= bytes.count else { return nil }
        let first = bytes.index(bytes.startIndex, offsetBy: start)
        return String(
            decoding: bytes[first..<bytes.index(first, offsetBy: end - start)], as: UTF8.self)
    }

    /// The text with these ranges of UTF-8 offsets as dots: what stands there is not read, and the words beside it
    /// are no neighbours.
    public func text(without ranges: [Range<Int>]) -> String {
        var bytes = Array(text.utf8)
        for range in ranges {
            for place in range.clamped(to: bytes.indices) { bytes[place] = UInt8(ascii: ".") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Interpretation {
    /// The tokens that may name something of the shop: those of "juergen.weiss@example.de" are no colour.
    var namingTokens: [Token] { namingPlaces.map { $0.map { tokens[$0] } } ?? tokens }

    /// Their places among all; nil where they are all.
    private var namingPlaces: [Int]? {
        let mails = entities.filter { $0.kind == BuiltInEntity.email.rawValue }
        guard !mails.isEmpty else { return nil }
        return tokens.indices.filter { place in
            !mails.contains { $0.start <= tokens[place].start && tokens[place].end <= $0.end }
        }
    }

    /// Passages of the tokens that may name something, by their places among all.
    func naming(_ passages: [Passage]) -> [Passage] {
        guard !passages.isEmpty, let places = namingPlaces else { return passages }
        func own(_ range: Range<Int>) -> Range<Int> {
            let inside = range.clamped(to: places.indices)
            guard let last = inside.last else { return 0..<0 }
            return places[inside.lowerBound]..<places[last] + 1
        }
        return passages.map { passage in
            var passage = passage
            passage.tokens = own(passage.tokens)
            passage.wanted = passage.wanted.map(own)
            return passage
        }
    }

    /// The same utterance with these tokens alone.
    var naming: Interpretation {
        var naming = self
        naming.tokens = namingTokens
        return naming
    }
}

/// What was decided about the intent of an utterance or a clause.
public enum Verdict: Equatable, Sendable {
    /// A phrase rule matched: certain.
    case rule(intent: String, rule: RuleReference)
    /// The classifier is above the threshold and clear of the second.
    case ranked(intent: String, probability: Double)
    /// Two intents are too close to call.
    case close(first: String, second: String)
    /// Nothing in the handbook fits.
    case notUnderstood

    /// A phrase rule decided.
    public var isRule: Bool {
        if case .rule = self { true } else { false }
    }

    /// The intent, where one was decided.
    public var intent: String? {
        switch self {
        case .rule(let intent, _), .ranked(let intent, _): intent
        case .close, .notUnderstood: nil
        }
    }

    /// 1 for a rule, the probability for the classifier, 0 where nothing was decided.
    public var confidence: Double {
        switch self {
        case .rule: 1
        case .ranked(_, let probability): probability
        case .close, .notUnderstood: 0
        }
    }
}

/// Where a phrase rule stands in the handbook.
public struct RuleReference: Hashable, Sendable, Codable {
    /// `Intents/return_item/en.yaml`.
    public var file: String
    /// From 1.
    public var line: Int
    /// The rule as written.
    public var text: String

    public init(file: String, line: Int, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }
}

public struct RankedIntent: Equatable, Sendable {
    public var intent: String
    /// Calibrated, 0…1.
    public var probability: Double

    public init(intent: String, probability: Double) {
        self.intent = intent
        self.probability = probability
    }
}

/// A typed thing found in a text.
public struct Entity: Hashable, Sendable, Codable {
    /// The kind: a declared one (`order_number`, `return_reason`) or built in (see `BuiltInEntity`).
    public var kind: String
    public var value: Value
    /// UTF-8 offsets into `Interpretation.text`.
    public var start: Int
    public var end: Int
    /// True inside a negation: the `1024` of "not 1024, I meant 1042".
    public var isNegated: Bool

    public init(kind: String, value: Value, start: Int, end: Int, isNegated: Bool = false) {
        self.kind = kind
        self.value = value
        self.start = start
        self.end = end
        self.isNegated = isNegated
    }
}

/// The entity kinds that need no declaration, with the shape of their values.
public enum BuiltInEntity: String, CaseIterable, Sendable {
    /// `.text`, lower case.
    case email
    /// `.record(first_name, last_name)`.
    case name
    /// `.text`.
    case zip
    /// `.text`, E.164 where the country is known.
    case phone
    /// `.money`.
    case money
    /// `.day`.
    case date
    /// `.integer` or `.number`.
    case number
    /// `.integer` or `.number`: 10 for "10 %".
    case percent
    /// `.text`: a time of day in 24 hours, `15:30`.
    case time
    /// `.text`: a length of time as in ISO 8601, `P2W`.
    case duration
    /// `.record(from, to)`: two days, both included ("between 3 and 5 May", "last week").
    case dateRange = "date_range"
    /// `.integer`: 1 for first; −1 for last, −2 for the last but one.
    case ordinal
    /// `.text`: `yes`, `no` or `maybe`.
    case yesNo = "yes_no"
    /// `.record(address1, address2, city, state, country, zip)`: the parts that were given.
    case address
    /// `.text`, all but the last four digits masked: found so that it can be redacted.
    case card
    /// `.text`, masked likewise.
    case iban
    /// `.text`.
    case url
}

/// One wish of an utterance.
public struct Clause: Equatable, Sendable {
    /// UTF-8 offsets into `Interpretation.text`.
    public var start: Int
    public var end: Int
    public var verdict: Verdict
    /// The wish is negated: "I don't want to cancel".
    public var isNegated: Bool

    public init(start: Int, end: Int, verdict: Verdict, isNegated: Bool = false) {
        self.start = start
        self.end = end
        self.verdict = verdict
        self.isNegated = isNegated
    }
}

/// One token of the normalised text.
public struct Token: Hashable, Sendable, Codable {
    /// Folded: lower case, without accents; what is matched.
    public var folded: String
    /// The stem in the utterance's language (the folded form where there is no stemmer).
    public var stem: String
    /// UTF-8 offsets into `Interpretation.text`.
    public var start: Int
    public var end: Int

    public init(folded: String, stem: String, start: Int, end: Int) {
        self.folded = folded
        self.stem = stem
        self.start = start
        self.end = end
    }
}
