/// A skill at a level, of an agent or needed by a queue.
public struct Skill: Hashable, Sendable, Codable {
    public var name: String
    /// 1 (can do it) and up; higher is better.
    public var level: Int

    public init(_ name: String, level: Int = 1) {
        self.name = name
        self.level = level
    }
}

/// An agent as the plan knows them; `AgentRow` is the same person at work.
public struct AgentPlan: Hashable, Sendable {
    /// The stable short name, as `ana`.
    public var id: String
    /// The name that customers see, as `Ana`.
    public var name: String
    public var skills: [Skill]
    /// Language codes, as `en`; empty: every language.
    public var languages: [String]
    /// How many tickets at once (claims, offers and wrap-ups), at least 1.
    public var capacity: Int
    /// The queues that the agent serves; empty: all whose needs the skills meet.
    public var queues: [String]
    /// The roles, as `lead`: whom a rule notifies, and who may take a ticket over.
    public var roles: [String]
    /// The name of the shift; nil works whenever they like.
    public var shift: String?

    public init(
        id: String, name: String, skills: [Skill] = [], languages: [String] = [],
        capacity: Int = 1, queues: [String] = [], roles: [String] = [], shift: String? = nil
    ) {
        self.id = id
        self.name = name
        self.skills = skills
        self.languages = languages
        self.capacity = capacity
        self.queues = queues
        self.roles = roles
        self.shift = shift
    }

    /// Whether the agent may take over, kick and reassign.
    public var isLead: Bool { roles.contains("lead") }
}
