import Facts
import Testing

@testable import Desk

/// Small bugs, put into a desk one by one: each must be seen by the invariants, else they prove nothing.
@Suite("Every seeded bug is caught")
struct DeskFaultTests {
    @Test("the invariants see it", arguments: Fault.all)
    func caught(fault: Fault) {
        var found: String?
        for seed in UInt64(1)...40 {
            found = run(fault, seed: seed)
            if found != nil { break }
        }
        #expect(found != nil, "nobody saw: \(fault.name)")
    }

    /// What the invariants say within 300 commands; nil for nothing.
    private func run(_ fault: Fault, seed: UInt64) -> String? {
        let plan = Fixture.plan(
            defaults: DeskDefaults(
                wrapUp: .seconds(15), reopenWindow: .seconds(900), maximumOffers: 3))
        var commands = RandomCommands(seed: seed)
        commands.isWhole = true
        var checker = InvariantChecker(plan: plan)
        var desk = Desk(plan: plan)
        var now = Fixture.start
        for _ in 0..<300 {
            if !(desk.nextTimer.map { $0.at <= now } ?? false) {
                now = now + .seconds(Int.random(in: 0...40, using: &commands.random))
            }
            let before = desk
            let command = commands.next(for: desk, at: now)
            var effects = desk.handle(command, at: now)
            fault.spoil(&desk, &effects, before, command)
            checker.check(command, effects, before: before, after: desk, at: now)
            if let first = checker.violations.first { return first }
        }
        return nil
    }

    @Test("without a bug they see nothing")
    func clean() {
        let none = Fault(name: "none") { _, _, _, _ in }
        for seed in UInt64(1)...5 { #expect(run(none, seed: seed) == nil) }
    }
}

/// A bug: what it does to the desk and its effects after a command was handled.
struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var spoil: @Sendable (inout Desk, inout [DeskEffect], Desk, DeskCommand) -> Void

    var testDescription: String { name }

    static let all = states + effects

    /// Bugs in the desk's memory.
    private static let states: [Fault] = [
        change("the epoch stands still", in: "offered") { $0.epoch -= 1 },
        change("a lost claim loses its age", in: "queued") {
            if $0.lastAgent != nil { $0.queuedAt = $0.stateSince }
        },
        change("a wait begins before the ticket", in: "queued") {
            $0.waitingSince = $0.queuedAt - .seconds(60)
        },
        change("the class falls", in: "claimed") { $0.serviceClass = "low" },
        change("a deadline is a minute late", in: "queued") { ticket in
            for index in ticket.targets.indices {
                guard case .pending(let due?) = ticket.targets[index].verdict else { continue }
                ticket.targets[index].verdict = .pending(due: due + .seconds(60))
            }
        },
        change("a promise is kept by nothing", in: "claimed") { ticket in
            for index in ticket.targets.indices {
                ticket.targets[index].verdict = .met(at: ticket.createdAt)
            }
        },
        change("a pause never ends", in: "queued") { ticket in
            for index in ticket.targets.indices {
                ticket.targets[index].pauses.append(Pause(start: ticket.createdAt))
            }
        },
        change("a held reply outlives the claim", in: "queued") {
            $0.held = HeldReply(agent: $0.lastAgent ?? "ana", text: "x", at: $0.stateSince)
        },
        change("a parked ticket has no deadline", in: "parked") { $0.timer = nil },
        change("an offer has no deadline", in: "offered") { $0.timer = nil },
        Fault(name: "the slot of a claim is free") { desk, _, _, _ in
            guard let ticket = desk.tickets.first(where: { $0.state.name == "claimed" }),
                let owner = ticket.state.owner
            else { return }
            desk.rows[owner]?.tickets.removeAll { $0 == ticket.id }
        },
        Fault(name: "the slot of a wrap-up is free") { desk, _, _, _ in
            for ticket in desk.tickets where ticket.state.name == "wrap-up" {
                for id in desk.rows.ids { desk.rows[id]?.tickets.removeAll { $0 == ticket.id } }
            }
        },
        Fault(name: "two agents have one ticket") { desk, _, _, _ in
            guard let ticket = desk.tickets.first(where: { $0.state.owner == "ana" }) else {
                return
            }
            desk.rows["ben"]?.tickets.append(ticket.id)
        },
        Fault(name: "a waiting ticket is in no line") { desk, _, _, _ in desk.lines = WaitingLines()
        },
        Fault(name: "a taken ticket stays in its line") { desk, _, before, _ in
            for ticket in before.tickets where ticket.state == .queued {
                guard let now = desk.ticket(ticket.id), now.state != .queued else { continue }
                desk.joinLines(now.sequence)
            }
        },
        Fault(name: "a ticket is forgotten") { desk, _, _, command in
            guard case .agentLost = command, let first = desk.book.sequences.first else {
                return
            }
            desk.book.remove(first)
        },
        Fault(name: "a closed ticket keeps its conversation") { desk, effects, _, _ in
            for case .ticketChanged(let ticket) in effects where ticket.state == .closed {
                desk.conversations[ticket.conversation] = ticket.sequence
            }
        },
        Fault(name: "open tickets are miscounted") { desk, _, _, command in
            if case .conversationEnded = command { desk.openCount += 1 }
        },
        Fault(name: "an agent who left keeps the claim") { desk, _, before, _ in
            for row in before.agents where row.presence != .offline && !row.tickets.isEmpty {
                guard desk.agent(row.id)?.presence == .offline else { continue }
                for id in row.tickets {
                    guard let sequence = desk.sequence(ofTicket: id) else { continue }
                    desk.book.update(sequence) { $0.state = .claimed(agent: row.id) }
                }
            }
        },
        Fault(name: "away agents keep their offers") { desk, _, _, _ in
            let offered = desk.tickets.first { $0.state.name == "offered" }?.state.owner
            if let offered { desk.rows[offered]?.presence = .away(reason: "x") }
        },
        Fault(name: "an idle agent is overlooked") { desk, effects, _, _ in
            for case .offered(let id, let agent, _, _) in effects {
                guard let ticket = desk.ticket(id),
                    ticket.state.owner == agent, ticket.state.name == "offered"
                else { continue }
                desk.book.update(ticket.sequence) { $0.state = .queued }
                desk.rows[agent]?.tickets.removeAll { $0 == id }
                desk.joinLines(ticket.sequence)
            }
        },
        Fault(name: "more offers than slots") { desk, _, _, _ in
            guard desk.rows["ben"]?.tickets.count == 1,
                let ticket = desk.tickets.first(where: { $0.state == .queued })
            else { return }
            desk.leaveLines(ticket.sequence)
            desk.book.update(ticket.sequence) {
                $0.state = .offered(agent: "ben", until: $0.stateSince)
            }
            desk.rows["ben"]?.tickets.append(ticket.id)
        },
        Fault(name: "customers are mixed by a merge") { desk, _, _, _ in
            let two = desk.tickets.filter { $0.state.isOpen && !$0.isInternal }.prefix(2)
            guard two.count == 2, two[0].customerKey != two[1].customerKey else { return }
            desk.book.update(two[0].sequence) { $0.merged = [two[1].conversation] }
        },
    ]

    /// Bugs in what the desk tells the world.
    private static let effects: [Fault] = [
        Fault(name: "a timer is not set") { _, effects, _, _ in
            effects.removeAll { if case .setTimer(.ticket, _) = $0 { true } else { false } }
        },
        Fault(name: "a timer is not cancelled") { _, effects, _, _ in
            effects.removeAll { if case .cancelTimer = $0 { true } else { false } }
        },
        Fault(name: "an agent's timer is not set") { _, effects, _, _ in
            effects.removeAll { if case .setTimer(.agent, _) = $0 { true } else { false } }
        },
        Fault(name: "a changed ticket is not stored") { _, effects, _, _ in
            effects.removeAll { if case .ticketChanged = $0 { true } else { false } }
        },
        Fault(name: "a changed agent is not stored") { _, effects, _, _ in
            effects.removeAll { if case .agentChanged = $0 { true } else { false } }
        },
        Fault(name: "the change of the owner is not told") { _, effects, _, _ in
            effects.removeAll { if case .ownerChanged = $0 { true } else { false } }
        },
        Fault(name: "a stale reply reaches the customer") { _, effects, before, command in
            guard case .agent(let agent, .reply(let id, _, let text)) = command,
                effects.contains(where: { $0.refusal != nil }), let ticket = before.ticket(id)
            else { return }
            effects.append(
                .sendToCustomer(conversation: ticket.conversation, text: text, agent: agent))
        },
        Fault(name: "a reply goes out twice") { _, effects, _, _ in
            effects += effects.filter { if case .sendToCustomer = $0 { true } else { false } }
        },
        Fault(name: "a step of a ladder happens twice") { _, effects, _, _ in
            effects += effects.filter { if case .escalated = $0 { true } else { false } }
        },
        Fault(name: "an epoch goes back") { _, effects, _, _ in
            effects = effects.map { effect in
                guard case .offered(let id, let agent, let epoch, let until) = effect else {
                    return effect
                }
                return .offered(ticket: id, agent: agent, epoch: epoch - 1, until: until)
            }
        },
        Fault(name: "a claim is told that is none") { desk, effects, _, _ in
            guard let ticket = desk.tickets.first(where: { $0.state == .queued }) else { return }
            effects.append(.claimed(ticket: ticket.id, agent: "ana", epoch: ticket.epoch))
        },
    ]

    /// A bug in every ticket that enters a state.
    private static func change(
        _ name: String, in state: String, _ body: @escaping @Sendable (inout Ticket) -> Void
    ) -> Fault {
        Fault(name: name) { desk, effects, before, _ in
            for index in effects.indices {
                guard case .ticketChanged(var ticket) = effects[index],
                    ticket.state.name == state, before.ticket(ticket.id)?.state != ticket.state
                else { continue }
                body(&ticket.value)
                effects[index] = .ticketChanged(ticket)
                desk.book.insert(ticket)
            }
        }
    }
}
