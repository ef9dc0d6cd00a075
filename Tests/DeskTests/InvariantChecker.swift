import Facts
import Testing

@testable import Desk

/// Watches a desk from outside and says which invariant broke; empty as long as none did.
struct InvariantChecker {
    let plan: DeskPlan
    private var epochs: [String: Int] = [:]
    private var queuedAt: [String: Instant] = [:]
    private var open: Set<String> = []
    private var owners: [String: ConversationOwner] = [:]
    private var steps: Set<String> = []
    private var timers: [DeskTimer: Instant] = [:]
    /// The rows as a store has them.
    private var storedTickets: [String: Ticket] = [:]
    private var storedAgents: [String: AgentRow] = [:]
    /// The customers' verified ids by conversation.
    private var customers: [String: String] = [:]
    private(set) var violations: [String] = []
    /// Of the desk after the command.
    private var tickets: [Ticket] = []

    init(plan: DeskPlan) {
        self.plan = plan
    }

    mutating func check(
        _ command: DeskCommand, _ effects: [DeskEffect], before: Desk, after: Desk, at now: Instant
    ) {
        if case .handoff(let request) = command {
            customers[request.conversation] = request.customer["id"]?.text ?? "?"
        }
        tickets = after.tickets
        defer { tickets = [] }
        for effect in effects { watch(effect, before: before, after: after, at: now) }
        once(effects)
        stored(after)
        leases(after)
        classes(before: before, after: after)
        places(after)
        slots(after)
        ages(command, before: before, after: after)
        idle(after, at: now)
        timers(after)
        lost(after)
    }

    private mutating func fail(_ number: Int, _ text: String) {
        violations.append("invariant \(number): \(text)")
    }

    private mutating func watch(
        _ effect: DeskEffect, before: Desk, after: Desk, at now: Instant
    ) {
        switch effect {
        case .offered(let id, let agent, let epoch, _):
            grow(id, epoch)
            order(id, agent, after)
        case .claimed(let id, let agent, let epoch):
            if epoch < epochs[id] ?? 0 { fail(3, "\(id) claimed with \(epoch)") }
            epochs[id] = epoch
            if after.ticket(id)?.state != .claimed(agent: agent) { fail(2, "\(id) by \(agent)") }
        case .ownerChanged(let conversation, let owner): owners[conversation] = owner
        case .sendToCustomer(let conversation, _, let agent):
            if owners[conversation] != .agent(agent) {
                fail(12, "\(agent) spoke in \(conversation)")
            }
        case .escalated(let id, let step, _):
            guard
                let ladder = (plan.waitingLadder + plan.claimedLadder).first(where: {
                    $0.id == step
                }),
                ladder.repeatEvery == nil, let ticket = after.ticket(id)
            else { return }
            let entry = ticket.receipts.first { $0.step == step }?.entry
            let key = "\(id) \(step) \(entry?.milliseconds ?? -1)"
            if !steps.insert(key).inserted { fail(10, "\(key) twice") }
        case .ticketChanged(let ticket):
            storedTickets[ticket.id] = ticket.value
            if ticket.state.isOpen { open.insert(ticket.id) } else { open.remove(ticket.id) }
            for target in ticket.targets { verdict(target, of: ticket.value) }
        case .setTimer(let timer, let at): timers[timer] = at
        case .cancelTimer(let timer): timers[timer] = nil
        case .enqueued, .withdrawn, .customerNotice, .notify, .page, .nudge, .breached, .resolved,
            .refused, .draftKept, .told:
            break
        case .agentChanged(let row): storedAgents[row.id] = row
        }
    }

    private mutating func grow(_ id: String, _ epoch: Int) {
        if epoch <= epochs[id] ?? 0 { fail(3, "\(id) offered with epoch \(epoch)") }
        epochs[id] = epoch
    }

    /// 1: the owner and the lines agree with the state.
    private mutating func places(_ desk: Desk) {
        let known = Set(desk.book.sequences)
        if known.count != desk.book.count || !known.isSuperset(of: desk.conversations.values) {
            fail(1, "closed tickets are remembered")
        }
        for ticket in tickets where desk.sequence(ofTicket: ticket.id) != ticket.sequence {
            fail(1, "\(ticket.id) is not found")
        }
        for ticket in tickets {
            let waits = desk.waiting(in: ticket.queue).contains(ticket.id)
            if waits != (ticket.state == .queued) { fail(1, "\(ticket.id) \(ticket.state.name)") }
            let holders = desk.agents.filter { $0.tickets.contains(ticket.id) }.map(\.id)
            if holders != [ticket.state.slotHolder].compactMap({ $0 }) {
                fail(1, "\(ticket.id) is with \(holders), state \(ticket.state)")
            }
            // Who may speak follows from the state.
            for name in ticket.conversations where ticket.state.isOpen && !ticket.isInternal {
                if owners[name] != ticket.speaker {
                    fail(12, "\(ticket.id): \(String(describing: owners[name]))")
                }
                if ticket.conversations.count > 1, customers[name] != ticket.customerKey {
                    fail(12, "\(ticket.id) mixes customers")
                }
            }
        }
    }

    /// 4: offers only to agents who may have them.
    private mutating func slots(_ desk: Desk) {
        for row in desk.agents {
            let tickets = row.tickets.compactMap { desk.ticket($0) }
            let offers = tickets.filter { $0.state.name == "offered" }
            guard !offers.isEmpty, let agent = plan.agent(row.id) else { continue }
            if row.presence != .online || row.graceUntil != nil { fail(4, "\(row.id) not online") }
            if tickets.count > agent.capacity { fail(4, "\(row.id) has \(tickets.count)") }
            for ticket in offers where !eligible(agent, ticket) {
                fail(4, "\(ticket.id) offered to \(row.id)")
            }
        }
    }

    /// Written anew, without the roster of the desk.
    private func eligible(_ agent: AgentPlan, _ ticket: Ticket) -> Bool {
        if ticket.declinedBy.contains(agent.id) { return false }
        return ([ticket.queue] + ticket.widened).contains { name in
            guard let queue = plan.queue(named: name) else { return false }
            let skilled = { (agent: AgentPlan) in
                queue.needs.allSatisfy { need in
                    agent.skills.contains { $0.name == need.name && $0.level >= need.level }
                }
            }
            let speaks = { (agent: AgentPlan) in
                agent.languages.isEmpty || agent.languages.contains(ticket.language ?? "")
            }
            let somebody = plan.agents.contains { skilled($0) && speaks($0) }
            return skilled(agent) && (ticket.language == nil || speaks(agent) || !somebody)
        }
    }

    /// 11: the verdict follows from the start, the duration, the pauses and the replies. The classes of
    /// these tests have no calendar, so plain arithmetic is the oracle.
    private mutating func verdict(_ target: TargetClock, of ticket: Ticket) {
        let open = target.pauses.contains { $0.end == nil }
        // A class that rose may put the deadline before a pause, which then does not count.
        let due = target.pauses.reduce(target.start + target.duration) { due, pause in
            pause.start < due ? due + ((pause.end ?? pause.start) - pause.start) : due
        }
        switch target.verdict {
        case .pending(let shown):
            if open != ticket.waitsOnCustomer { fail(11, "\(ticket.id) \(target.name) pause") }
            let pause = target.pauses.last { $0.end == nil }?.start
            if shown != (open && due > (pause ?? due) ? nil : due) {
                fail(11, "\(ticket.id) \(target.name) is due \(due)")
            }
        case .met(let at):
            if at >= due { fail(11, "\(ticket.id) \(target.name) met after \(due)") }
            let done = target.name == .resolution ? "resolved" : "replied"
            let happened = ticket.history.contains { $0.what == done && $0.at == at }
            if !happened { fail(11, "\(ticket.id) \(target.name) met by nothing") }
        case .breached(let shown, let answered):
            if shown != due { fail(11, "\(ticket.id) \(target.name) was due \(due)") }
            if let answered, answered < due { fail(11, "\(ticket.id) \(target.name) in time") }
        }
    }

    /// 6: the age changes only when a ticket is reopened.
    private mutating func ages(_ command: DeskCommand, before: Desk, after: Desk) {
        for ticket in tickets {
            guard let old = before.ticket(ticket.id), old.queuedAt != ticket.queuedAt else {
                continue
            }
            let isMerged = ticket.merged?.count ?? 0 > old.merged?.count ?? 0
            if isMerged, ticket.queuedAt < old.queuedAt { continue }
            if old.state.isOpen { fail(6, "\(ticket.id) lost its age in \(command)") }
        }
    }

    /// 7 and 8: nothing that the agent could have had goes before what was offered.
    private mutating func order(_ id: String, _ agent: String, _ desk: Desk) {
        guard let offered = desk.ticket(id), let plan = plan.agent(agent) else { return }
        for other in tickets where other.state == .queued && eligible(plan, other) {
            if desk.place(of: Shared(other)) < desk.place(of: Shared(offered)) {
                fail(7, "\(id) went before \(other.id)")
            }
            if offered.queuedAt - other.queuedAt > .seconds(43_200) {
                fail(8, "\(id) overtook the much older \(other.id)")
            }
        }
    }

    /// 9: no eligible agent is idle while a ticket waits.
    private mutating func idle(_ desk: Desk, at now: Instant) {
        for row in desk.agents {
            guard let agent = plan.agent(row.id), row.presence == .online, row.graceUntil == nil,
                row.tickets.count < agent.capacity
            else { continue }
            for ticket in tickets where ticket.state == .queued && eligible(agent, ticket) {
                fail(9, "\(row.id) idle while \(ticket.id) waits")
            }
        }
    }

    /// The shell's timers are those of the rows, and every state that needs a deadline has one.
    private mutating func timers(_ desk: Desk) {
        for ticket in tickets {
            if timers[.ticket(ticket.id)] != ticket.timer { fail(13, "timer of \(ticket.id)") }
            switch ticket.state {
            case .offered, .parked, .wrapUp, .resolved:
                if ticket.timer == nil { fail(13, "\(ticket.id) has no deadline") }
            case .queued, .claimed, .closed, .attention: break
            }
        }
        for row in desk.agents where timers[.agent(row.id)] != row.timer {
            fail(13, "timer of \(row.id)")
        }
    }

    /// 10: nothing is said or told twice in one turn.
    private mutating func once(_ effects: [DeskEffect]) {
        var seen: Set<DeskEffect> = []
        for effect in effects {
            switch effect {
            case .sendToCustomer, .customerNotice, .offered, .claimed, .page:
                if !seen.insert(effect).inserted { fail(10, "\(effect) twice") }
            case .enqueued, .withdrawn, .ownerChanged, .escalated, .notify, .nudge, .breached,
                .resolved, .refused, .draftKept, .told, .ticketChanged, .agentChanged, .setTimer,
                .cancelTimer:
                break
            }
        }
    }

    /// 13: what the store was told is what the desk has.
    private mutating func stored(_ desk: Desk) {
        for ticket in tickets
        where storedTickets[ticket.id]?.state != ticket.state
            || storedTickets[ticket.id]?.epoch != ticket.epoch
            || storedTickets[ticket.id]?.queuedAt != ticket.queuedAt
            || storedTickets[ticket.id]?.held != ticket.held
        {
            fail(13, "the row of \(ticket.id) is old")
        }
        for row in desk.agents {
            let stored = storedAgents[row.id]
            if stored == nil, row.presence == .offline, row.tickets.isEmpty { continue }
            if stored != row { fail(13, "the row of \(row.id) is old") }
        }
    }

    /// Leases: who has gone has no claim, and only the owner's reply is held.
    private mutating func leases(_ desk: Desk) {
        for ticket in tickets {
            if let owner = ticket.state.owner, desk.agent(owner)?.presence == .offline {
                fail(1, "\(ticket.id) is with \(owner), who is gone")
            }
            if let held = ticket.held, ticket.state != .claimed(agent: held.agent) {
                fail(12, "a reply of \(held.agent) is held on \(ticket.id)")
            }
            if ticket.state == .queued, ticket.waitingSince < ticket.queuedAt {
                fail(6, "\(ticket.id) waits since before it was queued")
            }
        }
    }

    /// A class only rises, but for a transfer that is taken back.
    private mutating func classes(before: Desk, after: Desk) {
        let rank = { [plan] (name: String) in plan.serviceClass(named: name)?.headStart ?? .zero }
        for ticket in tickets {
            guard let old = before.ticket(ticket.id) else { continue }
            if rank(ticket.serviceClass) < rank(old.serviceClass), old.undoable == nil {
                fail(7, "\(ticket.id) fell to \(ticket.serviceClass)")
            }
        }
    }

    /// 5: what was acknowledged is there until it is resolved or closed.
    private mutating func lost(_ desk: Desk) {
        for id in open.sorted() where desk.ticket(id) == nil { fail(5, "\(id) is lost") }
        if desk.openTickets != tickets.filter({ $0.state.isOpen }).count {
            fail(5, "the desk miscounts its open tickets")
        }
    }
}
