/// Everything `Interpreter` is built from: plain data, read from `Intents/` by the handbook.
public struct Lexicon: Equatable, Sendable {
    /// BCP 47 tags, the default first.
    public var languages: [String]
    /// The phrases of every intent in every language, in a stable order.
    public var phrases: [IntentPhrases]
    /// The declared entities.
    public var entities: [EntityDeclaration]
    /// Named word lists per language, as `legal_words`; a text *mentions* a list when one of its entries occurs.
    public var wordLists: [WordList]
    /// Below this calibrated probability the classifier's best intent is not taken. 0…1, default 0.5.
    public var threshold: Double
    /// The best must lead the second by this much, else the verdict is `close`. 0…1, default 0.12.
    public var margin: Double
    /// Below this the conversation's language wins over the detected one. 0…1, default 0.8.
    public var languageThreshold: Double
    /// Product names and the like from the shop: never "corrected", known to spelling.
    public var shopVocabulary: [String]
    /// ISO 4217 code for a bare amount; default `EUR`.
    public var currency: String

    public init(
        languages: [String], phrases: [IntentPhrases] = [], entities: [EntityDeclaration] = [],
        wordLists: [WordList] = [], threshold: Double = 0.5, margin: Double = 0.12,
        languageThreshold: Double = 0.8, shopVocabulary: [String] = [], currency: String = "EUR"
    ) {
        self.languages = languages
        self.phrases = phrases
        self.entities = entities
        self.wordLists = wordLists
        self.threshold = threshold
        self.margin = margin
        self.languageThreshold = languageThreshold
        self.shopVocabulary = shopVocabulary
        self.currency = currency
    }
}

extension Lexicon {
    /// The entries of a named word list, of one language or of all.
    public func words(of list: String, language: String? = nil) -> Set<String> {
        let lists = wordLists.filter {
            $0.name == list && (language == nil || $0.language == language)
        }
        return Set(lists.flatMap(\.entries))
    }

    /// See `WordList.phrases`.
    func phrases(of list: String, language: String, stems: StemTable?) -> [[String]] {
        wordLists.filter { $0.name == list && $0.language == language }
            .flatMap { $0.phrases(stems) }
    }
}

/// The phrases of one intent in one language.
public struct IntentPhrases: Equatable, Sendable {
    public var intent: String
    public var language: String
    /// The human name of the intent ("return an item"); counts as one more example.
    public var title: String
    public var rules: [PhraseRule]
    /// Texts that train the classifier.
    public var examples: [String]

    public init(
        intent: String, language: String, title: String, rules: [PhraseRule] = [],
        examples: [String] = []
    ) {
        self.intent = intent
        self.language = language
        self.title = title
        self.rules = rules
        self.examples = examples
    }
}

/// A certain phrase: it wins over the classifier.
public struct PhraseRule: Equatable, Sendable {
    public var form: Form
    public var place: RuleReference

    public enum Form: Equatable, Sendable {
        /// A sentence template in the hassil grammar that must match the whole utterance (politeness skipped):
        /// `[i want to] (return|send back) [the] {item} [from order {order_number}]`.
        case template(String)
        /// A bag of keywords: all of `all`, one of `any` (if given), none of `none`. An entry may be several
        /// words ("how long"), a stem match each.
        case bag(all: [String], any: [String], none: [String])
    }

    public init(form: Form, place: RuleReference) {
        self.form = form
        self.place = place
    }
}

/// An entity of the pack's own.
public struct EntityDeclaration: Equatable, Sendable {
    public var kind: String
    public var form: Form
    /// Shapes, as those of `form`, that count only where they are called one: "order 977".
    public var called: [String]
    /// Whose tracking numbers count as this entity too, with a right check digit.
    public var carriers: [Carrier]

    public enum Form: Equatable, Sendable {
        /// Shapes: `0` is a digit, `A` a letter, `*` either, a blank or hyphen one that may be left out,
        /// anything else itself: `#W0000000`, `0000`, `RMA-00000`. The value is `.text` in capitals as the
        /// shape writes it.
        case shapes([String])
        /// A closed set of values with their words per language; the value is `.text(id)`.
        case values([EntityValue])
    }

    /// Its values have names; no shapes.
    var isNamed: Bool { if case .values = form { true } else { false } }

    public init(
        kind: String, form: Form, called: [String] = [], carriers: [Carrier] = []
    ) {
        self.kind = kind
        self.form = form
        self.called = called
        self.carriers = carriers
    }
}

public struct EntityValue: Equatable, Sendable {
    /// The id of what only sounds like a value of the entity: "I broke the seal" tells of no damage.
    static let lookalike = "not"

    public var id: String
    /// Language tag → words that name it, the label for replies first, as they are written: a line may stand for many
    /// (`Alternatives`).
    let lines: [String: [String]]

    public init(id: String, words: [String: [String]]) {
        self.id = id
        lines = words
    }

    /// The words of a language that name it, made of the lines each time.
    func words(in language: String) -> [String] {
        (lines[language] ?? []).flatMap { Alternatives.expand($0) ?? [] }
    }

    /// Language tag → the label for replies: the first line that stands for itself alone, else a text of the first one.
    public var labels: [String: String] {
        lines.compactMapValues { lines in
            lines.first { !$0.utf8.contains(where: "([*|".utf8.contains) }
                ?? lines.lazy.compactMap { Alternatives.expand($0)?.first }.first
        }
    }
}

public struct WordList: Equatable, Sendable {
    public var name: String
    public var language: String
    /// As they are written: a line may stand for many entries (`Alternatives`).
    let lines: [String]
    /// Each line is an entry, whatever its brackets.
    let isVerbatim: Bool

    /// Words or short phrases, matched by stem. Made of the lines each time: a start with kept files reads few lists.
    public var entries: [String] {
        isVerbatim ? lines : lines.flatMap { Alternatives.expand($0) ?? [] }
    }

    /// The entries, each as the folded words (in Japanese: characters) of a text. `stems`: those that are known, which
    /// changes nothing but the time.
    func phrases(_ stems: StemTable?) -> [[String]] {
        entries.map { StemTable.tokens(of: $0, language: language, stems).map(\.folded) }
    }

    public init(name: String, language: String, entries: [String]) {
        self.init(name: name, language: language, lines: entries, isVerbatim: true)
    }

    /// A list of lines with short forms.
    public init(name: String, language: String, lines: [String]) {
        self.init(name: name, language: language, lines: lines, isVerbatim: false)
    }

    private init(name: String, language: String, lines: [String], isVerbatim: Bool) {
        self.name = name
        self.language = language
        self.lines = lines
        self.isVerbatim = isVerbatim
    }
}
