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
    /// In the order of the plan; a plan has few, and comparing a few names is faster than hashing.
    private let queues: [Queue]
    /// The head start of each class in milliseconds, in the order of the plan.
    private let headStarts: [(serviceClass: String, milliseconds: Int64)]
    /// By the agents' numbers; nil for who is not in the plan.
    private let capacities: [Int?]

    private struct Queue {
        var name: String
        /// The agents who serve it, by id.
        var servers: [Server]
        /// The languages that somebody speaks; nil where somebody speaks every language.
        var spoken: Set<String>?
        /// Everybody who serves it, whatever the language.
        var crew: Crew

        init(name: String, servers: [Server]) {
            self.name = name
            self.servers = servers
            spoken =
                servers.contains { $0.agent.languages.isEmpty }
                ? nil : Set(servers.flatMap(\.agent.languages))
            crew = servers.reduce(into: Crew()) { $0.insert($1.number, level: $1.level) }
        }
    }

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
        queues = plan.queues.map { queue in
            let servers = known.filter { $0.serves(queue) }.compactMap { agent in
                book.number(of: agent.id).map {
                    Server(agent: agent, number: $0, level: agent.level(for: queue))
                }
            }
            return Queue(name: queue.name, servers: servers)
        }
        headStarts = plan.classes.map { ($0.name, $0.headStart.milliseconds) }
        var capacities: [Int?] = Array(repeating: nil, count: book.indices.count)
        for agent in known {
            if let number = book.number(of: agent.id) { capacities[number] = agent.capacity }
        }
        self.capacities = capacities
    }

    func agent(_ id: String) -> AgentPlan? { agents[id] }

    /// How many tickets the agent may have at once; 0 for who is not in the plan.
    func capacity(of number: Int) -> Int {
        number < capacities.count ? capacities[number] ?? 0 : 0
    }

    /// Whether the agent is in the plan.
    func hasAgent(_ number: Int) -> Bool {
        number < capacities.count && capacities[number] != nil
    }

    /// How much older a ticket of the class counts, in milliseconds; 0 for an unknown class.
    func headStart(of serviceClass: String) -> Int64 {
        for index in headStarts.indices where headStarts[index].serviceClass == serviceClass {
            return headStarts[index].milliseconds
        }
        return 0
    }

    /// The lanes in which a ticket waits.
    func lanes(of ticket: Shared<Ticket>) -> [Lane] {
        ticket.widened.reduce(into: [lane(of: ticket, in: ticket.queue)]) {
            $0.append(lane(of: ticket, in: $1))
        }
    }

    /// The ticket's lane in one of its queues. A language that no agent of the queue speaks is no
    /// hindrance.
    func lane(of ticket: Shared<Ticket>, in queue: String) -> Lane {
        guard let language = ticket.language, let index = index(of: queue),
            queues[index].spoken?.contains(language) ?? true
        else { return Lane(queue: queue, language: nil) }
        return Lane(queue: queue, language: language)
    }

    private func index(of queue: String) -> Int? { queues.firstIndex { $0.name == queue } }

    /// The agents who may take tickets of the lane.
    func crew(of lane: Lane) -> Crew {
        var crew = Crew()
        guard let index = index(of: lane.queue) else { return crew }
        for server in queues[index].servers where server.agent.speaks(lane.language) {
            crew.insert(server.number, level: server.level)
        }
        return crew
    }

    /// Whether the agent serves one of the ticket's lanes.
    func serves(_ number: Int, _ ticket: Shared<Ticket>) -> Bool {
        has(ticket) { $0.number == number }
    }

    /// Whether one of the ticket's lanes has such an agent.
    private func has(_ ticket: Shared<Ticket>, _ isWanted: (Server) -> Bool) -> Bool {
        has(ticket, in: ticket.queue, isWanted)
            || ticket.widened.contains { has(ticket, in: $0, isWanted) }
    }

    private func has(
        _ ticket: Shared<Ticket>, in queue: String, _ isWanted: (Server) -> Bool
    ) -> Bool {
        guard let index = index(of: queue) else { return false }
        let language = lane(of: ticket, in: queue).language
        return queues[index].servers.contains { $0.agent.speaks(language) && isWanted($0) }
    }

    /// Whether the plan has anybody, at work or not, who did not decline the ticket (nor is
    /// `excluded`).
    func canPlace(_ ticket: Shared<Ticket>, without excluded: String? = nil) -> Bool {
        // Whoever speaks what the lane asks for is among the queue's agents, and nobody is left out.
        if excluded == nil, ticket.declinedBy.isEmpty, let index = index(of: ticket.queue),
            !queues[index].servers.isEmpty
        {
            return true
        }
        return has(ticket) { server in
            server.agent.id != excluded && !ticket.declinedBy.contains(server.agent.id)
        }
    }

    /// Everybody who serves the queue; nil when the plan does not have it.
    func crew(of queue: String) -> Crew? { index(of: queue).map { queues[$0].crew } }
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
