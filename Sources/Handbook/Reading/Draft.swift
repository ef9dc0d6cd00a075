import Desk
import Dialogue
import Facts
import Triage
import Understanding

/// Everything that was read of a pack, before it is checked as a whole.
struct Draft {
    var settings = Settings()
    var actions: [String: ActionDraft] = [:]
    var entities: [EntityDeclaration] = []
    var types: [String: TypeDraft] = [:]
    var wordLists: [WordList] = []
    var flows: [FlowDraft] = []
    /// The language files, by folder and language.
    var words: [WordsDraft] = []
    var articles: [ArticleDraft] = []
    var plan = DeskPlan()
    var desk = DeskDraft()
    /// Files that could not be read at all: what they may declare is not missed elsewhere.
    var unreadable: Set<String> = []

    /// Declared and built-in kinds.
    var entityKinds: [String] {
        entities.map(\.kind) + BuiltInEntity.allCases.map(\.rawValue)
    }

    /// Whether a file of the same folder as `place` could be read.
    func canRead(_ name: String, besides place: Place) -> Bool {
        let folder = place.file.split(separator: "/").dropLast()
        return !unreadable.contains((folder + [Substring(name)]).joined(separator: "/"))
    }

    /// Every flow could be read, so that a flow or an intent that is not there is missing.
    var knowsAllFlows: Bool { !unreadable.contains { $0.hasSuffix("/flow.yaml") } }

    func flow(_ id: String) -> FlowDraft? { flows.first { $0.flow.id == id } }

    /// The closed set of an entity's values; nil for other forms.
    func values(ofEntity kind: String) -> [String]? {
        guard case .values(let values) = entities.first(where: { $0.kind == kind })?.form else {
            return nil
        }
        return values.map(\.id)
    }
}

/// pack.yaml.
struct Settings {
    var place = Place(file: "pack.yaml")
    var languages = ["en"]
    var currency = "EUR"
    var zone = Zone.utc
    var threshold = 0.5
    var margin = 0.12
    var languageThreshold = 0.8
    var limits = DialogueLimits()
    var pauses = Pauses()
    var identification = IdentificationLimits()
    var questionsWithYes: [Reference] = []
    var alike: [[Reference]] = []
    var reasons: [Reference] = []
    var asides: [AsideDraft] = []
}

/// An aside with the places that the checks report.
struct AsideDraft {
    var aside: Aside
    /// The word list, the replies, the intent.
    var listPlace: Place
    var references: [Reference]
    var tests: [TestDraft]
}

/// An action with what its result holds.
struct ActionDraft {
    var declaration: ActionDeclaration
    var place: Place
    /// Empty where the pack does not say.
    var fields: [String: FieldType]

    /// It is about one customer: what it gives is personal.
    var isPersonal: Bool { declaration.parameters.contains("customer") }
}

/// What a field of a result holds.
indirect enum FieldType: Equatable, Sendable {
    case text, integer, number, flag, money, day, instant, list, record
    /// A text out of a closed set.
    case oneOf([String])
    /// A record whose fields are known.
    case fields([String: FieldType])

    init?(word: String) {
        switch word {
        case "text": self = .text
        case "integer": self = .integer
        case "number": self = .number
        case "flag": self = .flag
        case "money": self = .money
        case "day": self = .day
        case "instant": self = .instant
        case "list": self = .list
        case "record": self = .record
        default: return nil
        }
    }

    static let words = [
        "text", "integer", "number", "flag", "money", "day", "instant", "list", "record",
    ]
}

struct TypeDraft {
    var type: SlotType
    var place: Place
}

/// A flow with the places that the checks report.
struct FlowDraft {
    var flow: Flow
    var place: Place
    /// `return_item`, or `repair` for the repairs: what stands before the dot of its replies.
    var namespace: String
    /// Where `starts` is written; nil where it is not.
    var startsPlace: Place?
    var states: [String: Place] = [:]
    var slots: [String: Place] = [:]
    /// Where a slot's `ask` is written.
    var askPlaces: [String: Place] = [:]
    var facts: [String: Place] = [:]
    var references: [Reference] = []
    /// Every name that a `set:` gives a value to.
    var setNames: [String] = []
    var tests: [TestDraft] = []
    var transitions: [TransitionID: Place] = [:]
}

/// A name that a flow uses.
struct Reference: Hashable {
    enum Kind: Hashable {
        case reply, state, slot, flow, intent, queue
        /// A path that an argument, a key, a `set` or an `identify` reads.
        case path([String])
    }

    var kind: Kind
    var name: String
    var place: Place
    /// The state it stands in.
    var state: String?
}

/// A test of a condition.
struct TestDraft {
    var comparison: Comparison
    var place: Place
    /// The action whose result `result` is, where that is known.
    var action: String?
}

/// One language file of a folder.
struct WordsDraft {
    var folder: String
    var namespace: String
    var language: String
    var place: Place
    /// Where missing replies are reported.
    var repliesPlace: Place
    var phrases: [PhrasesDraft] = []
    var replies: [ReplyDraft] = []
}

struct PhrasesDraft {
    var phrases: IntentPhrases
    var place: Place
    /// One for each example.
    var examples: [Place] = []
}

struct ReplyDraft {
    /// `return_item.ask_order`.
    var id: String
    var place: Place
    /// Of all channels, those of one after the other.
    var variants: [(template: MessageTemplate, place: Place, channel: String)]
}

struct ArticleDraft {
    var name: String
    var language: String
    var place: Place
    var phrases: PhrasesDraft
    var text: MessageTemplate?
}

/// What the checks need of desk.yaml beside the plan.
struct DeskDraft {
    var place = Place(file: "desk.yaml")
    var root: YAMLNode?
    var tests: [TestDraft] = []
}
