import Facts
import Testing

@testable import Desk

@Suite("The desk against a naive model")
struct NaiveDeskTests {
    /// 500 commands a seed: a million with `TRIAGE_TEST_SCALE=167`.
    @Test(
        "both do the same, command by command", arguments: Array(1...UInt64(12 * TestScale.factor)))
    func same(seed: UInt64) throws {
        let plan = plan(seed: seed)
        var commands = RandomCommands(seed: seed &+ 77)
        commands.isWhole = seed % 4 != 0
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

    /// The rules freeze and raise; two agents have shifts with breaks; a queue is helped by another.
    private func plan(seed: UInt64) -> DeskPlan {
        var plan = Fixture.plan(
            rules: Fixture.rules.filter { ["legal_threat", "vip"].contains($0.id) }, waiting: [],
            claimed: [],
            defaults: DeskDefaults(
                wrapUp: seed % 2 == 0 ? .seconds(15) : .zero, reopenWindow: .seconds(600),
                maximumOffers: 3))
        // The tests begin on a Friday at 16:40 UTC and take some two hours.
        plan.shifts = [
            ShiftPlan(
                name: "late", hours: calendar("16:30-18:00"),
                blocks: [
                    ShiftBlock(name: "lunch", periods: calendar("16:50-17:00")),
                    ShiftBlock(name: "training", periods: calendar("17:20-17:25")),
                ])
        ]
        plan.agents[0].shift = "late"
        plan.agents[3].shift = seed % 3 == 0 ? "late" : nil
        plan.queues[1].overflow = Overflow(queue: "general", waiting: 1)
        return plan
    }

    private func calendar(_ text: String) -> WorkCalendar {
        let periods = [DayPeriod(text)].compactMap { $0 }
        return WorkCalendar(name: "x", zone: .utc, week: Array(repeating: periods, count: 7))
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
            if row.boundary != other.boundary { return "\(row.id) boundary" }
        }
        for number in 0..<13 {
            let (conversation, customer) = ("c\(number)", "u-\(number)")
            let frozen = desk.frozenActions(
                in: conversation, customer: ["id": .text(customer)]
            ).contains("refund")
            let expected = model.items.contains { item in
                item.frozen
                    && (item.customer == customer || item.conversations.contains(conversation))
            }
            if frozen != expected { return "freezes of \(conversation), \(customer)" }
        }
        return nil
    }

    private func describe(_ ticket: Ticket) -> String {
        "\(ticket.id) \(ticket.state.name) \(ticket.state.slotHolder ?? "-") \(ticket.epoch)"
            + " \(ticket.queue) \(ticket.serviceClass) \(ticket.queuedAt.seconds)"
            + " \(ticket.isInternal ? [] : ticket.conversations) \(ticket.parent ?? "-")"
            + " \(ticket.unansweredSince?.seconds ?? 0) \(ticket.widened)"
            + " \(ticket.held?.agent ?? "-") \(ticket.held?.at?.seconds ?? 0)"
    }

    private func describe(_ item: NaiveDesk.Item) -> String {
        "\(item.id) \(item.state) \(item.agent ?? "-") \(item.epoch)"
            + " \(item.queue) \(item.serviceClass) \(item.queuedAt.seconds)"
            + " \(item.conversations) \(item.parent ?? "-")"
            + " \(item.owed?.seconds ?? 0) \(item.widened)"
            + " \(item.held?.agent ?? "-") \(item.held?.at?.seconds ?? 0)"
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
