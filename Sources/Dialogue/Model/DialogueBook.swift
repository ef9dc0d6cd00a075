/// Everything the dialogue needs from the pack, checked: flows, types, actions, replies, limits.
public struct DialogueBook: Sendable {
    /// By id, intents and repairs alike.
    public var flows: [String: Flow]
    /// Intent → the flow it opens. A knowledge article has no flow: `knowledge.refund_time`.
    public var flowOfIntent: [String: String]
    public var types: [String: SlotType]
    public var actions: [String: ActionDeclaration]
    public var replies: ReplyCatalog
    /// Labels of value-set entities: kind → value id → language → label.
    public var labels: [String: [String: [String: String]]]
    /// Intent → language → its title, to name it in a question ("return an item").
    public var titles: [String: [String: String]]
    /// BCP 47, the default first.
    public var languages: [String]
    public var limits: DialogueLimits
    /// Intents of questions that leave a yes beside them what it is: no answer could make a no of it.
    public var questionsWithYes: Set<String> = []
    /// Groups of intents that a customer cannot tell apart: of two of them the one that stands first is begun, and
    /// nobody is asked which of them is meant.
    public var alike: [[String]] = []
    /// Intents that customers tell as the reason of a request: "the kettle leaks. I want to return it".
    public var reasons: Set<String> = []
    /// What questions about the open request are answered with; the first that fits counts.
    public var asides: [Aside] = []
    /// When the desk speaks up by itself.
    public var pauses: Pauses
    /// How dates, times and bare amounts are written.
    public var formatting: FormattingOptions
    /// What the shop's own texts are called, by language (the word list `shop_phrases`).
    public var shopPhrases: [String: ShopPhrases] = [:]
    /// Whether turns note what they go through (`DialogueOutput.traced`): for transcripts, not for a running desk.
    public var isTraced = false

    public init(
        flows: [String: Flow], flowOfIntent: [String: String], types: [String: SlotType],
        actions: [String: ActionDeclaration], replies: ReplyCatalog,
        labels: [String: [String: [String: String]]] = [:],
        titles: [String: [String: String]] = [:], languages: [String] = [],
        limits: DialogueLimits = DialogueLimits(),
        pauses: Pauses = Pauses(), formatting: FormattingOptions = FormattingOptions()
    ) {
        self.flows = flows
        self.flowOfIntent = flowOfIntent
        self.types = types
        self.actions = actions
        self.replies = replies
        self.labels = labels
        self.titles = titles
        self.languages = languages
        self.limits = limits
        self.pauses = pauses
        self.formatting = formatting
    }

    /// The flow that an intent opens; nil where it opens none.
    public func flow(of intent: String?) -> Flow? {
        intent.flatMap { flowOfIntent[$0] }.flatMap { flows[$0] }
    }

    /// The title of an intent in a language, else its id.
    public func title(of intent: String, language: String) -> String {
        let languages = titles[intent] ?? [:]
        return languages[language] ?? languages[replies.defaultLanguage] ?? intent
    }
}

/// What a conversation may use up (pack.yaml, `limits`).
public struct DialogueLimits: Equatable, Sendable {
    /// Flows on top of each other; 1…16, default 8.
    public var stackDepth: Int
    /// Steps without input of the customer; 8…1,000, default 100.
    public var stepsPerTurn: Int
    /// Look-ups and writes of one turn; 1…100, default 24.
    public var callsPerTurn: Int
    /// Wishes noted for later; 1…16, default 6.
    public var wishes: Int
    /// Choices remembered of a list; 1…100, default 40.
    public var choices: Int
    /// A longer list of choices is not listed but asked about; 2…100, default 20.
    public var listed: Int

    public init(
        stackDepth: Int = 8, stepsPerTurn: Int = 100, callsPerTurn: Int = 24, wishes: Int = 6,
        choices: Int = 40, listed: Int = 20
    ) {
        self.stackDepth = stackDepth
        self.stepsPerTurn = stepsPerTurn
        self.callsPerTurn = callsPerTurn
        self.wishes = wishes
        self.choices = choices
        self.listed = listed
    }
}
