import Facts
import Testing

@testable import Desk

/// The states that two customers, two agents (one a lead) and a clock can bring a small desk into;
/// all of them with `TRIAGE_TEST_SCALE=100`.
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
        while done < frontier.count, seen.count < 1000 * TestScale.factor {
            let situation = frontier[done]
            frontier[done] = Situation(desk: Desk(plan: DeskPlan()), checker: situation.checker)
            done += 1
            for command in situation.commands {
                var next = situation
                next.take(command)
                steps += 1
                try #require(
                    next.checker.violations.isEmpty,
                    "\(situation.key) \(String(describing: command)) \(next.checker.violations)")
                if seen.insert(next.key).inserted { frontier.append(next) }
            }
        }
        print("\(seen.count) states, \(steps) steps, \(frontier.count - done) left")
        #expect(seen.count >= 1000 || done == frontier.count)
    }
}

/// A desk at a moment, and what can happen to it.
private struct Situation {
    var desk: Desk
    var checker: InvariantChecker
    var now = Fixture.start

    /// A command, or nil for a crash and a restart.
    mutating func take(_ command: DeskCommand?) {
        let before = desk
        guard let command else {
            desk = Desk(plan: desk.plan, restoring: desk.snapshot)
            let effects = desk.restart(at: now)
            return checker.check(.timer(.ticket("")), effects, before: before, after: desk, at: now)
        }
        if case .timer = command, let at = desk.nextTimer?.at { now = max(now, at) }
        let effects = desk.handle(command, at: now)
        checker.check(command, effects, before: before, after: desk, at: now)
        for sequence in desk.book.keys {
            desk.book[sequence]?.history = []
        }
    }

    var commands: [DeskCommand?] {
        var commands: [DeskCommand?] = [
            nil, Fixture.handoff("a"), Fixture.handoff("b", serviceClass: "urgent"),
            .customerWrote(conversation: "a"), .conversationEnded(conversation: "b"),
            .customerAsked(conversation: "a", .withdraw),
            .customerAsked(conversation: "b", .callBack(at: now)),
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
        let parts = tickets.map { ticket in
            "\(ticket.conversation) \(ticket.state.name) \(ticket.state.slotHolder ?? "-")"
                + " \(ticket.serviceClass) \(ticket.failedOffers) \(ticket.declinedBy)"
                + " \(ticket.lastAgent ?? "-") \(ticket.unansweredSince == nil)"
                + " \(ticket.queuedAt == oldest) \(ticket.held.map { $0.at == nil ? "?" : "!" } ?? "-")"
                + " \(ticket.undoable?.agent ?? "-")"
        }
        let rows = desk.agents.map { row in
            "\(row.id) \(row.presence) \(row.graceUntil == nil) \(row.tickets.count)"
        }
        let timer = desk.nextTimer.map { "\($0.timer)".suffix(4) } ?? "-"
        return (parts + rows).joined(separator: "; ") + " \(timer.hasSuffix("a\")"))"
    }
}
