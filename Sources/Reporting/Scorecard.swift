public import Facts

/// How conversations are sampled and judged: what a file of `Scorecards/` says.
public struct Scorecard: Hashable, Sendable {
    public var name: String
    /// In order: a conversation is drawn by the first rule it fits.
    public var sample: [SampleRule]
    public var questions: [ScorecardQuestion]

    public init(name: String, sample: [SampleRule], questions: [ScorecardQuestion]) {
        self.name = name
        self.sample = sample
        self.questions = questions
    }

    /// The most points that it gives.
    public var maximum: Int { questions.reduce(0) { $0 + $1.points } }
}

/// What is asked about a conversation.
public struct ScorecardQuestion: Hashable, Sendable {
    public var id: String
    public var ask: String
    /// The most points of the question, 1…1000.
    public var points: Int
    /// Without a point here the whole card is failed.
    public var isFatal: Bool

    public init(id: String, ask: String, points: Int, isFatal: Bool = false) {
        self.id = id
        self.ask = ask
        self.points = points
        self.isFatal = isFatal
    }
}

/// Which conversations are drawn, and how many.
public struct SampleRule: Hashable, Sendable {
    public var id: String
    /// Over the facts of `ConversationSummary.facts`; nil fits every conversation.
    public var when: Condition?
    /// The share of those that fit, 0…1.
    public var share: Double
    /// At most so many; with `per`, of each.
    public var most: Int?
    public var per: Dimension?

    public init(
        id: String, when: Condition? = nil, share: Double = 1, most: Int? = nil,
        per: Dimension? = nil
    ) {
        self.id = id
        self.when = when
        self.share = share
        self.most = most
        self.per = per
    }
}

/// A conversation that was drawn, and by which rule.
public struct SampledConversation: Hashable, Sendable {
    public var rule: String
    public var summary: ConversationSummary
}

extension Scorecard {
    /// Draws: the same seed and conversations give the same sample, in any order of the input.
    ///
    /// Every conversation has a number that only the seed and its id decide; a rule takes those
    /// whose number is below its share, the smallest first. Conversations that were judged already
    /// are left out.
    public func draw(
        from summaries: [ConversationSummary], seed: UInt64, now: Instant
    ) -> [SampledConversation] {
        var rest = summaries.filter { !$0.isAudited }
            .map { (number: DrawNumber.of($0.conversation, seed: seed), summary: $0) }
            .sorted {
                ($0.number, $0.summary.conversation) < ($1.number, $1.summary.conversation)
            }
        var drawn: [SampledConversation] = []
        for rule in sample {
            var taken: [String: Int] = [:]
            let fits = rest.filter { entry in
                // Nobody's work is no agent's.
                guard rule.per != .agent || entry.summary.agent != nil else { return false }
                return rule.when?.holds(in: SummaryFacts(entry.summary, now: now)) ?? true
            }
            let fitting = Set(fits.map(\.summary.conversation))
            for entry in fits
            where Double(entry.number) / 18_446_744_073_709_551_616 < rule.share
                || rule.share >= 1
            {
                let group = rule.per.flatMap { entry.summary.value(of: $0) } ?? ""
                if let most = rule.most, taken[group, default: 0] >= most { continue }
                taken[group, default: 0] += 1
                drawn.append(SampledConversation(rule: rule.id, summary: entry.summary))
            }
            rest.removeAll { fitting.contains($0.summary.conversation) }
        }
        return drawn
    }
}

/// A number that looks like chance: FNV-1a over the id, mixed with the seed (SplitMix64).
enum DrawNumber {
    static func of(_ id: String, seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var mixed = hash &+ seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The facts that a sampling rule may ask about.
public struct SummaryFacts: FactSource, Sendable {
    public let now: Instant
    private let root: Value

    /// The names that a condition may use.
    public static let names = [
        "intent", "language", "turns", "ending", "queue", "class", "agent", "wait", "handle",
        "grade", "late", "abandoned", "reopened", "transferred",
    ]

    public init(_ summary: ConversationSummary, now: Instant) {
        self.now = now
        var facts = Record()
        facts["intent"] = summary.intent.map(Value.text)
        facts["language"] = summary.language.map(Value.text)
        facts["turns"] = .integer(summary.turns)
        facts["ending"] = .text(summary.ending)
        facts["queue"] = summary.queue.map(Value.text)
        facts["class"] = summary.serviceClass.map(Value.text)
        facts["agent"] = summary.agent.map(Value.text)
        // In whole seconds.
        facts["wait"] = summary.waitSeconds.map { .integer(Int(min($0, 1e12))) }
        facts["handle"] = summary.handleSeconds.map { .integer(Int(min($0, 1e12))) }
        facts["grade"] = summary.grade.map(Value.integer)
        facts["late"] = .flag(summary.wasLate)
        facts["abandoned"] = .flag(summary.wasAbandoned)
        facts["reopened"] = .flag(summary.wasReopened)
        facts["transferred"] = .flag(summary.wasTransferred)
        root = .record(facts)
    }

    public func value(at path: [String]) -> Value? { root.value(at: path) }
}

extension ConversationSummary {
    func value(of dimension: Dimension) -> String? {
        switch dimension {
        case .intent: intent
        case .queue: queue
        case .agent: agent
        case .language: language
        }
    }
}
