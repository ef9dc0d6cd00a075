import Desk
import Facts
import Triage
import Wire

/// What a lead's board shows: the queues, and who works.
extension DeskServer {
    func queues(at now: Instant) -> JSON {
        let desk = driver.machine.desk
        let byQueue = Dictionary(grouping: desk.tickets, by: \.queue)
        return [
            "queues": .array(
                desk.plan.queues.map { queue in
                    let waiting = desk.waiting(in: queue.name).compactMap { desk.ticket($0) }
                    let all = byQueue[queue.name] ?? []
                    let promises = all.map { $0.promise(at: now) }
                    let free = desk.agents.count { desk.isFree($0, for: queue) }
                    return [
                        "queue": .string(queue.name), "waiting": .integer(waiting.count),
                        "held": .integer(all.count { $0.state.owner != nil }),
                        "parked": .integer(all.count { $0.isParked }),
                        "attention": .integer(all.count { $0.needsAttention }),
                        "attention_tickets": .array(
                            all.filter(\.needsAttention).prefix(100).map(JSON.init(attention:))),
                        "at_risk": .integer(promises.count { $0 == .atRisk }),
                        "late": .integer(promises.count { $0 == .late }),
                        "free_agents": .integer(free),
                        "oldest_queued_at": JSON(waiting.map(\.queuedAt).min()),
                        "tickets": .array(
                            waiting.prefix(100).map { JSON(listed: $0, due: $0.nextDue) }),
                    ]
                })
        ]
    }

    func agents(at now: Instant) -> JSON {
        let desk = driver.machine.desk
        return [
            "agents": .array(
                desk.agents.map { row in
                    let plan = desk.plan.agent(row.id)
                    return .object(
                        (JSON(row).members ?? []) + [
                            JSON.Member("name", JSON(plan?.name)),
                            JSON.Member("capacity", .integer(plan?.capacity ?? 0)),
                            JSON.Member("lead", .bool(plan?.isLead ?? false)),
                            JSON.Member("offered", desk.ids(of: row) { $0.isOffered }),
                            JSON.Member("wrap_up", desk.ids(of: row) { $0.isWrappedUp }),
                            JSON.Member("shift", desk.shiftState(of: row.id, at: now)),
                        ])
                })
        ]
    }
}

extension Desk {
    /// What the agent is to do now, and how the day went against the plan; null without a shift.
    fileprivate func shiftState(of id: String, at now: Instant) -> JSON {
        guard let planned = schedule(of: id, at: now), let sheet = timeSheet(of: id, at: now) else {
            return .null
        }
        let (name, block): (String, String?) =
            switch planned {
            case .off: ("off", nil)
            case .work: ("work", nil)
            case .block(let block): ("block", block)
            }
        return [
            "planned": .string(name), "block": JSON(block),
            "planned_seconds": .integer(Int(sheet.scheduled + sheet.blocked) / 1000),
            "adherent_seconds": .integer(Int(sheet.adherent) / 1000),
            "adherence": sheet.adherence.map { .number($0) } ?? .null,
        ]
    }
}

/// How the promise of an open ticket stands that is due next.
private enum PromiseState {
    /// Nothing is due soon.
    case good
    /// A quarter of the promised time is left, or less.
    case atRisk
    case late
}

extension Ticket {
    fileprivate func promise(at now: Instant) -> PromiseState {
        guard state.isOpen else { return .good }
        var worst = PromiseState.good
        for target in targets {
            switch target.verdict {
            case .pending(let due?):
                if due <= now { return .late }
                if (due - now).milliseconds * 4 <= target.duration.milliseconds { worst = .atRisk }
            case .breached(_, answered: nil): return .late
            case .pending(due: nil), .met, .breached: break
            }
        }
        return worst
    }

    /// When the next promise is due; a broken one counts as long as it is owed.
    fileprivate var nextDue: Instant? {
        targets.compactMap { target in
            switch target.verdict {
            case .pending(let due): due
            case .breached(let due, answered: nil): due
            case .met, .breached: nil
            }
        }.min()
    }

    fileprivate var isParked: Bool { if case .parked = state { true } else { false } }

    fileprivate var isOffered: Bool { if case .offered = state { true } else { false } }

    fileprivate var isWrappedUp: Bool { if case .wrapUp = state { true } else { false } }

    fileprivate var needsAttention: Bool { if case .attention = state { true } else { false } }
}

extension JSON {
    /// What a lead must kick, and why the desk could not place it.
    fileprivate init(attention ticket: Ticket) {
        let why = if case .attention(let why) = ticket.state { why } else { "" }
        self = ["id": .string(ticket.id), "why": .string(why), "since": JSON(ticket.stateSince)]
    }

    fileprivate init(listed ticket: Ticket, due: Instant?) {
        self = .object((JSON(listed: ticket).members ?? []) + [Member("due", JSON(due))])
    }
}

extension Desk {
    /// Those tickets in the agent's slots that `isWanted`.
    fileprivate func ids(of row: AgentRow, _ isWanted: (Ticket) -> Bool) -> JSON {
        .array(row.tickets.filter { ticket($0).map(isWanted) ?? false }.map { .string($0) })
    }

    /// Whether the agent could take a ticket of the queue now.
    fileprivate func isFree(_ row: AgentRow, for queue: QueuePlan) -> Bool {
        guard let agent = plan.agent(row.id), row.presence == .online, row.graceUntil == nil else {
            return false
        }
        return row.tickets.count < agent.capacity && agent.serves(queue)
    }
}
