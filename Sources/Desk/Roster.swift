import Facts

/// Waiting tickets that the same agents may take: one queue, one language (nil: any agent will do).
struct Lane: Hashable, Comparable {
    var queue: String
    var language: String?

    static func < (left: Lane, right: Lane) -> Bool {
        (left.queue, left.language ?? "") < (right.queue, right.language ?? "")
    }
}

/// Who may take what, worked out once per plan.
struct Roster {
    private let agents: [String: AgentPlan]
    /// Per queue the agents who serve it, by id.
    private let servers: [String: [String: Server]]

    /// Per queue the languages that somebody speaks; nil where somebody speaks every language.
    private let spoken: [String: Set<String>?]

    private struct Server {
        var agent: AgentPlan
        /// The sum of the agent's levels in the skills that the queue needs.
        var level: Int
    }

    init(plan: DeskPlan) {
        agents = Dictionary(plan.agents.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let known = agents
        let queues = plan.queues.map { ($0.name, $0) }
        servers = Dictionary(queues, uniquingKeysWith: { one, _ in one }).mapValues { queue in
            known.filter { $0.value.serves(queue) }.mapValues { agent in
                Server(agent: agent, level: agent.level(for: queue))
            }
        }
        spoken = servers.mapValues { servers in
            if servers.values.contains(where: { $0.agent.languages.isEmpty }) { return nil }
            return Set(servers.values.flatMap(\.agent.languages))
        }
    }

    func agent(_ id: String) -> AgentPlan? { agents[id] }

    /// The lanes in which a ticket waits. A language that no agent of the queue speaks is no
    /// hindrance.
    func lanes(of ticket: Ticket) -> [Lane] {
        ([ticket.queue] + ticket.widened).map { queue in
            Lane(
                queue: queue, language: isSpoken(ticket.language, in: queue) ? ticket.language : nil
            )
        }
    }

    private func isSpoken(_ language: String?, in queue: String) -> Bool {
        guard let language, let languages = spoken[queue] else { return false }
        guard let languages else { return true }
        return languages.contains(language)
    }

    /// Whether the agent may take tickets of the lane.
    func serves(_ id: String, _ lane: Lane) -> Bool {
        servers[lane.queue]?[id]?.agent.speaks(lane.language) ?? false
    }

    /// Whether the plan has anybody, at work or not, who did not decline the ticket (nor is
    /// `excluded`).
    func canPlace(_ ticket: Ticket, without excluded: String? = nil) -> Bool {
        lanes(of: ticket).contains { lane in
            (servers[lane.queue] ?? [:]).values.contains { server in
                server.agent.speaks(lane.language) && server.agent.id != excluded
                    && !ticket.declinedBy.contains(server.agent.id)
            }
        }
    }

    /// How skilled the agent is for the queue; 0 when they do not serve it.
    func level(of id: String, for queue: String) -> Int { servers[queue]?[id]?.level ?? 0 }
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
