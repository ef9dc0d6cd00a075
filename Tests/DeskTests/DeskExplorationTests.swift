import Facts
import Testing

@testable import Desk

/// The states that two customers, two agents (one a lead) and a clock can bring a small desk into: 20,000, or
/// so many times more with `TRIAGE_TEST_SCALE`.
@Suite("The desk, state by state")
struct DeskExplorationTests {
    @Test(
        "two tickets, two agents, crashes, lost connections and stale commands: no invariant breaks"
    )
    func exhaustive() throws {
        var plan = Fixture.plan(
            rules: [], waiting: [], claimed: [],
            agents: [
                AgentPlan(id: "ana", name: "Ana", capacity: 1),
                AgentPlan(id: "lea", name: "Lea", capacity: 2, roles: ["lead"]),
            ],
            defaults: DeskDefaults(
                offerTime: .seconds(30), grace: .seconds(60), wrapUp: .seconds(20),
                reopenWindow: .seconds(100), maximumOffers: 2))
        plan.classes = plan.classes.map { ServiceClass(name: $0.name, headStart: $0.headStart) }
        var frontier = [Situation(desk: Desk(plan: plan), checker: InvariantChecker(plan: plan))]
        var seen: Set<String> = [frontier[0].key]
        var steps = 0
        // Widest first, so that a short run has seen every short history.
        var done = 0
        while done < frontier.count, seen.count < 20_000 * TestScale.factor {
            let situation = frontier[done]
            frontier[done] = Situation(desk: Desk(plan: DeskPlan()), checker: situation.checker)
            done += 1
            for command in situation.commands {
                var next = situation
                let isRefused = next.take(command)
                steps += 1
                if isRefused {
                    try #require(
                        next.key == situation.key,
                        "\(situation.key) \(String(describing: command)) changed something")
                    continue
                }
                try #require(
                    next.checker.violations.isEmpty,
                    "\(situation.key) \(String(describing: command)) \(next.checker.violations)")
                if seen.insert(next.key).inserted { frontier.append(next) }
            }
        }
        print("\(seen.count) states, \(steps) steps, \(frontier.count - done) left")
        #expect(seen.count >= 20_000 || done == frontier.count)
    }
}

/// A desk at a moment, and what can happen to it.
private struct Situation {
    var desk: Desk
    var checker: InvariantChecker
    var now = Fixture.start

    /// A command, or nil for a crash and a restart. True when the desk refused it and did nothing else.
    mutating func take(_ command: DeskCommand?) -> Bool {
        let before = desk
        guard let command else {
            desk = Desk(plan: desk.plan, restoring: desk.snapshot)
            let effects = desk.restart(at: now)
            checker.check(.timer(.ticket("")), effects, before: before, after: desk, at: now)
            return false
        }
        if case .timer = command, let at = desk.nextTimer?.at { now = max(now, at) }
        let effects = desk.handle(command, at: now)
        if !effects.isEmpty, effects.allSatisfy({ $0.refusal != nil }) { return true }
        checker.check(command, effects, before: before, after: desk, at: now)
        for sequence in desk.book.sequences {
            desk.book.update(sequence) { $0.history = [] }
        }
        return false
    }

    var commands: [DeskCommand?] {
        var commands: [DeskCommand?] = [
            nil, Fixture.handoff("a"), Fixture.handoff("b", serviceClass: "urgent"),
            .customerWrote(conversation: "a"), .conversationEnded(conversation: "b"),
            .customerAsked(conversation: "a", .withdraw),
            .customerAsked(conversation: "b", .callBack(at: now, number: nil)),
        ]
        if let timer = desk.nextTimer?.timer { commands.append(.timer(timer)) }
        for agent in ["ana", "lea"] {
            commands.append(.agentLost(agent))
            for command in [.online, .away(reason: "x"), .offline, .next] as [AgentCommand] {
                commands.append(.agent(agent, command))
            }
            for ticket in desk.tickets { commands += work(agent, ticket) }
        }
        return commands
    }

    private func work(_ agent: String, _ ticket: Ticket) -> [DeskCommand] {
        let (id, epoch) = (ticket.id, ticket.epoch)
        let commands: [AgentCommand] = [
            .accept(ticket: id, epoch: epoch), .decline(ticket: id, epoch: epoch),
            .claim(ticket: id), .reply(ticket: id, epoch: epoch, text: "x"),
            .reply(ticket: id, epoch: epoch - 1, text: "stale"),
            .transfer(ticket: id, epoch: epoch, queue: "general", note: ""),
            .snooze(ticket: id, epoch: epoch, until: now + .seconds(40), why: .waitingOnCustomer),
            .wake(ticket: id), .resolve(ticket: id, epoch: epoch, code: "x"),
            .endWrapUp(ticket: id, code: nil),
            .returnToBot(ticket: id, epoch: epoch, note: ""), .takeOver(ticket: id),
            .kick(ticket: id), .undo(ticket: id),
            .replyLater(ticket: id, epoch: epoch, text: "later", delay: .seconds(5)),
        ]
        return commands.map { .agent(agent, $0) }
    }

    /// What decides the future, without absolute times, epochs and names.
    var key: String {
        let tickets = desk.tickets
        let oldest = tickets.map(\.queuedAt).min()
        var parts: [String] = []
        for ticket in tickets {
            parts += [ticket.conversation, ticket.state.name, ticket.state.slotHolder ?? "-"]
            parts += [ticket.serviceClass, String(ticket.failedOffers)] + ticket.declinedBy
            parts.append(ticket.lastAgent ?? "-")
            parts.append(ticket.unansweredSince == nil ? "answered" : "owed")
            parts.append(ticket.queuedAt == oldest ? "oldest" : "younger")
            parts.append(ticket.held.map { $0.at == nil ? "?" : "!" } ?? "-")
            parts.append(ticket.undoable?.agent ?? "-")
        }
        for row in desk.agents {
            parts += [row.id, row.presence.name, row.presence.reason ?? ""]
            parts += [row.graceUntil == nil ? "here" : "lost", String(row.tickets.count)]
        }
        switch desk.nextTimer?.timer {
        case .ticket: parts.append("ticket")
        case .agent(let id): parts.append(id)
        case nil: break
        }
        return parts.joined(separator: " ")
    }
}
