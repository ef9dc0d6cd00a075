import Facts

/// Waiting tickets that the same agents may take: one queue, one language (nil: any agent will do).
struct Lane: Hashable, Comparable {
    var queue: String
    var language: String?

    static func < (left: Lane, right: Lane) -> Bool {
        (left.queue, left.language ?? "") < (right.queue, right.language ?? "")
    }
}

/// The agents who serve a queue or a lane.
struct Crew: Sendable {
    /// By the agents' numbers; nil for who does not serve.
    private var levels: [Int?] = []

    mutating func insert(_ number: Int, level: Int) {
        while levels.count <= number { levels.append(nil) }
        levels[number] = level
    }

    /// The sum of the agent's levels in the skills that the queue needs; nil for who does not
    /// serve it.
    func level(of number: Int) -> Int? { number < levels.count ? levels[number] : nil }

    func contains(_ number: Int) -> Bool { level(of: number) != nil }
}

/// Who may take what, worked out once per plan.
struct Roster {
    private let agents: [String: AgentPlan]
    /// Per queue the agents who serve it, by id.
    private let servers: [String: [Server]]

    /// Per queue the languages that somebody speaks; nil where somebody speaks every language.
    private let spoken: [String: Set<String>?]
    /// Per queue everybody who serves it, whatever the language.
    private let crews: [String: Crew]
    /// By the agents' numbers; 0 for who is not in the plan.
    private let capacities: [Int]

    private struct Server {
        var agent: AgentPlan
        /// The agent's number in the book.
        var number: Int
        /// As in `Crew`.
        var level: Int
    }

    /// `book` has a row for every agent of the plan.
    init(plan: DeskPlan, book: AgentBook) {
        agents = Dictionary(plan.agents.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let known = agents.values.sorted { $0.id < $1.id }
        let queues = plan.queues.map { ($0.name, $0) }
        servers = Dictionary(queues, uniquingKeysWith: { one, _ in one }).mapValues { queue in
            known.filter { $0.serves(queue) }.compactMap { agent in
                book.number(of: agent.id).map {
                    Server(agent: agent, number: $0, level: agent.level(for: queue))
                }
            }
        }
        spoken = servers.mapValues { servers in
            if servers.contains(where: { $0.agent.languages.isEmpty }) { return nil }
            return Set(servers.flatMap(\.agent.languages))
        }
        crews = servers.mapValues { servers in
            servers.reduce(into: Crew()) { $0.insert($1.number, level: $1.level) }
        }
        var capacities = Array(repeating: 0, count: book.indices.count)
        for agent in known {
            if let number = book.number(of: agent.id) { capacities[number] = agent.capacity }
        }
        self.capacities = capacities
    }

    func agent(_ id: String) -> AgentPlan? { agents[id] }

    /// How many tickets the agent may have at once; 0 for who is not in the plan.
    func capacity(of number: Int) -> Int { number < capacities.count ? capacities[number] : 0 }

    /// The lanes in which a ticket waits. A language that no agent of the queue speaks is no
    /// hindrance.
    func lanes(of ticket: Shared<Ticket>) -> [Lane] {
        ticket.widened.reduce(into: [lane(of: ticket, in: ticket.queue)]) {
            $0.append(lane(of: ticket, in: $1))
        }
    }

    private func lane(of ticket: Shared<Ticket>, in queue: String) -> Lane {
        Lane(
            queue: queue, language: isSpoken(ticket.language, in: queue) ? ticket.language : nil)
    }

    private func isSpoken(_ language: String?, in queue: String) -> Bool {
        guard let language, let languages = spoken[queue] else { return false }
        guard let languages else { return true }
        return languages.contains(language)
    }

    /// The agents who may take tickets of the lane.
    func crew(of lane: Lane) -> Crew {
        var crew = Crew()
        for server in servers[lane.queue] ?? [] where server.agent.speaks(lane.language) {
            crew.insert(server.number, level: server.level)
        }
        return crew
    }

    /// Whether the agent serves one of the ticket's lanes.
    func serves(_ number: Int, _ ticket: Shared<Ticket>) -> Bool {
        lanes(of: ticket).contains { lane in
            (servers[lane.queue] ?? []).contains {
                $0.number == number && $0.agent.speaks(lane.language)
            }
        }
    }

    /// Whether the plan has anybody, at work or not, who did not decline the ticket (nor is
    /// `excluded`).
    func canPlace(_ ticket: Shared<Ticket>, without excluded: String? = nil) -> Bool {
        lanes(of: ticket).contains { lane in
            (servers[lane.queue] ?? []).contains { server in
                server.agent.speaks(lane.language) && server.agent.id != excluded
                    && !ticket.declinedBy.contains(server.agent.id)
            }
        }
    }

    /// Everybody who serves the queue; nil when the plan does not have it.
    func crew(of queue: String) -> Crew? { crews[queue] }
}

extension AgentPlan {
    /// Whether the agent is assigned to the queue (or to none in particular) and has its skills.
    public func serves(_ queue: QueuePlan) -> Bool {
        (queues.isEmpty || queues.contains(queue.name))
            && queue.needs.allSatisfy { need in
                skills.contains { $0.name == need.name && $0.level >= need.level }
            }
    }

    fileprivate func level(for queue: QueuePlan) -> Int {
        queue.needs.reduce(0) { sum, need in
            sum + Swift.min(skills.first { $0.name == need.name }?.level ?? 0, 1_000_000)
        }
    }

    /// Whether the agent speaks the language; nil is no requirement.
    public func speaks(_ language: String?) -> Bool {
        guard let language else { return true }
        return languages.isEmpty || languages.contains(language)
    }
}
