import Facts
import Foundation
import Testing

@testable import Desk

@Suite("The desk's invariants under random commands")
struct DeskPropertyTests {
    static let runs: [UInt64] = Array(1...UInt64(12 * TestScale.factor))

    @Test("no invariant breaks, whatever happens", arguments: runs)
    func invariants(seed: UInt64) throws {
        let defaults = DeskDefaults(
            wrapUp: seed % 3 == 0 ? .seconds(15) : .zero, reopenWindow: .seconds(900),
            maximumOffers: 3)
        let plan = Fixture.plan(defaults: defaults)
        var commands = RandomCommands(seed: seed)
        commands.isWhole = true
        var checker = InvariantChecker(plan: plan)
        var desk = Desk(plan: plan)
        var now = Fixture.start
        for step in 0..<400 {
            if !(desk.nextTimer.map { $0.at <= now } ?? false) {
                now = now + .seconds(Int.random(in: 0...40, using: &commands.random))
            }
            let before = desk
            let command = commands.next(for: desk, at: now)
            let effects = desk.handle(command, at: now)
            checker.check(command, effects, before: before, after: desk, at: now)
            try #require(
                checker.violations.isEmpty,
                "seed \(seed) step \(step) \(command): \(checker.violations)")
        }
    }

    /// Invariant 13: the inputs rebuild everything, and so do the stored rows at any cut.
    @Test(
        "the journal and the rows rebuild the desk at every cut", arguments: [7, 8, 9] as [UInt64])
    func rebuild(seed: UInt64) throws {
        let plan = Fixture.plan(defaults: DeskDefaults(wrapUp: .seconds(15)))
        var commands = RandomCommands(seed: seed)
        commands.isWhole = true
        var desk = Desk(plan: plan)
        var twin = Desk(plan: plan)
        var rows = StoredRows()
        var now = Fixture.start
        for step in 0..<300 {
            now = now + .seconds(Int.random(in: 0...30, using: &commands.random))
            let command = commands.next(for: desk, at: now)
            let statistics = desk.statistics
            let effects = desk.handle(command, at: now)
            // The twin is thrown away before each command and read back from its rows.
            twin = Desk(plan: plan, restoring: try rows.snapshot(statistics))
            let same = twin.handle(command, at: now) == effects
            #expect(same, "seed \(seed) step \(step) \(command)")
            try rows.store(effects)
            let equal = twin.snapshot == desk.snapshot
            #expect(equal, "seed \(seed) step \(step)")
        }
    }

    @Test("a crash at any moment: claims survive, nothing is lost, the age stays", arguments: runs)
    func crashes(seed: UInt64) throws {
        let plan = Fixture.plan()
        var commands = RandomCommands(seed: seed &+ 1000)
        commands.isWhole = true
        var desk = Desk(plan: plan)
        var now = Fixture.start
        for step in 0..<150 {
            now = now + .seconds(Int.random(in: 0...30, using: &commands.random))
            _ = desk.handle(commands.next(for: desk, at: now), at: now)
            guard step % 10 == 9 else { continue }
            let before = desk.tickets
            desk = Desk(plan: plan, restoring: desk.snapshot)
            _ = desk.restart(at: now)
            #expect(desk.tickets.map(\.id) == before.map(\.id), "seed \(seed) step \(step)")
            for (old, new) in zip(before, desk.tickets) {
                #expect(old.queuedAt == new.queuedAt && old.epoch == new.epoch)
                let kept = old.state.name == "offered" ? .queued : old.state
                #expect(new.state == kept, "seed \(seed) step \(step)")
            }
        }
    }
}

/// The rows as a store keeps them: JSON, by id.
private struct StoredRows {
    private var tickets: [String: Data] = [:]
    private var agents: [String: Data] = [:]
    private var lastSequence = 0

    mutating func store(_ effects: [DeskEffect]) throws {
        for effect in effects {
            if case .ticketChanged(let ticket) = effect {
                tickets[ticket.id] = try JSONEncoder().encode(ticket.value)
                lastSequence = max(lastSequence, ticket.sequence)
            }
            if case .agentChanged(let row) = effect {
                agents[row.id] = try JSONEncoder().encode(row)
            }
        }
    }

    func snapshot(_ statistics: WaitStatistics) throws -> DeskSnapshot {
        DeskSnapshot(
            tickets: try tickets.values.map { try JSONDecoder().decode(Ticket.self, from: $0) },
            agents: try agents.values.map { try JSONDecoder().decode(AgentRow.self, from: $0) },
            lastSequence: lastSequence, statistics: statistics)
    }
}
