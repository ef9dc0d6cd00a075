import Facts
import Testing

@testable import Desk

@Suite("The desk against a naive model")
struct NaiveDeskTests {
    @Test(
        "both do the same, command by command", arguments: Array(1...UInt64(12 * TestScale.factor)))
    func same(seed: UInt64) throws {
        let defaults = DeskDefaults(
            wrapUp: seed % 2 == 0 ? .seconds(15) : .zero, reopenWindow: .seconds(600),
            maximumOffers: 3)
        let plan = Fixture.plan(rules: [], waiting: [], claimed: [], defaults: defaults)
        var commands = RandomCommands(seed: seed &+ 77)
        commands.conversations = 5 + Int(seed % 8)
        var desk = Desk(plan: plan)
        var model = NaiveDesk(plan: plan)
        var now = Fixture.start
        for step in 0..<500 {
            if !(desk.nextTimer.map { $0.at <= now } ?? false) {
                now = now + .seconds(Int.random(in: 0...40, using: &commands.random))
            }
            let command = commands.next(for: desk, at: now)
            _ = desk.handle(command, at: now)
            model.handle(command, at: now)
            let difference = compare(desk, model)
            try #require(
                difference == nil, "seed \(seed) step \(step) \(command): \(difference ?? "")")
        }
    }

    private func compare(_ desk: Desk, _ model: NaiveDesk) -> String? {
        let left = desk.tickets.map(describe)
        let right = model.items.map(describe)
        if left != right {
            let pairs = zip(left, right).filter { $0 != $1 }
            return "desk | model: \(pairs.map { "\($0) | \($1)" }) \(left.count) \(right.count)"
        }
        for row in desk.agents {
            guard let other = model.rows[row.id] else { return row.id }
            if row.graceUntil != other.lost { return "\(row.id) grace" }
            if describe(row.presence) != other.presence { return "\(row.id) \(other.presence)" }
        }
        return nil
    }

    private func describe(_ ticket: Ticket) -> String {
        "\(ticket.id) \(ticket.state.name) \(ticket.state.slotHolder ?? "-") \(ticket.epoch)"
            + " \(ticket.queue) \(ticket.serviceClass) \(ticket.queuedAt.seconds)"
    }

    private func describe(_ item: NaiveDesk.Item) -> String {
        "\(item.id) \(item.state) \(item.agent ?? "-") \(item.epoch)"
            + " \(item.queue) \(item.serviceClass) \(item.queuedAt.seconds)"
    }

    private func describe(_ presence: Presence) -> String {
        switch presence {
        case .online: "online"
        case .away: "away"
        case .onBreak: "break"
        case .offline: "offline"
        }
    }
}
