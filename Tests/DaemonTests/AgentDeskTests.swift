import Desk
import Foundation
import Testing
import Triage
import Wire

@testable import Daemon

@Suite("what agents and leads get over the socket")
struct AgentDeskTests {
    /// A verified customer's conversation that asks for a person.
    private func handOff(_ client: TestClient, _ conversation: String) throws -> String {
        let turn = try client.call(
            "conversation.say",
            ["conversation": .string(conversation), "text": "human", "customer": "u-1"])
        return try #require(turn["ticket"]?.string)
    }

    private func mine(_ client: TestClient, _ agent: String) throws -> [String] {
        let rows = try client.call("agent.list")["agents"]?.array ?? []
        let row = rows.first { $0["id"]?.string == agent }
        return (row?["tickets"]?.array ?? []).compactMap(\.string)
    }

    @Test(
        "a merged ticket shows both conversations, each line with its own, and is the ticket of both"
    )
    func merged() throws {
        let daemon = try TestDaemon()
        let (customer, ana) = (try daemon.client(), try daemon.client())
        _ = try ana.call("agent.online", ["agent": "ana"])
        let first = try handOff(customer, "c1")
        _ = try ana.call("agent.next")
        _ = try ana.call("agent.snooze", ["ticket": .string(first), "epoch": 1, "seconds": 900])
        let second = try handOff(customer, "c2")
        let claimed = try ana.call("agent.next")["ticket"]
        #expect(claimed?["id"]?.string == second)
        let merged = try ana.call(
            "agent.merge",
            ["ticket": .string(second), "epoch": claimed?["epoch"] ?? 0, "into": .string(first)])
        #expect(merged["agent"]?["tickets"] == [.string(first)])
        #expect(try customer.say("hello, anyone?", in: "c2")["ticket"]?.string == first)
        #expect(try customer.say("or here?", in: "c1")["ticket"]?.string == first)
        let shown = try ana.call("ticket.show", ["ticket": .string(first)])
        let lines = (shown["transcript"]?.array ?? []).filter { $0["speaker"] == "customer" }
        #expect(lines.compactMap { $0["conversation"]?.string }.prefix(2) == ["c1", "c2"])
        // Both may be of the same millisecond.
        let added = lines.suffix(2).map { line in
            "\(line["conversation"]?.string ?? ""): \(line["text"]?.string ?? "")"
        }
        #expect(added.sorted() == ["c1: or here?", "c2: hello, anyone?"])
        try daemon.stop()
    }

    @Test("undo without a ticket takes back what was done last, and names the ticket that is back")
    func undo() throws {
        let daemon = try TestDaemon()
        let (customer, ana) = (try daemon.client(), try daemon.client())
        #expect(try ana.word("agent.undo") == .noAgent)
        _ = try ana.call("agent.online", ["agent": "ana"])
        #expect(try ana.word("agent.undo") == .nothingToUndo)
        let first = try handOff(customer, "c1")
        _ = try ana.call("agent.next")
        _ = try ana.call("agent.snooze", ["ticket": .string(first), "epoch": 1, "seconds": 900])
        let second = try handOff(customer, "c2")
        let offered = try ana.call("ticket.show", ["ticket": .string(second)])
        #expect(offered["state"] == "offered")
        let back = try ana.call("agent.undo")
        #expect(back["ticket"]?["id"]?.string == first)
        #expect(back["ticket"]?["state"] == "claimed")
        #expect(try mine(ana, "ana").contains(first))
        try daemon.stop()
    }

    @Test("a second console of the same agent hears how a ticket left the first one")
    func leftElsewhere() throws {
        let daemon = try TestDaemon()
        let (customer, one, two) = (try daemon.client(), try daemon.client(), try daemon.client())
        _ = try one.call("agent.online", ["agent": "ana"])
        _ = try two.call("agent.online", ["agent": "ana"])
        let ticket = try handOff(customer, "c1")
        _ = try one.call("agent.next")
        _ = try two.call(
            "agent.snooze", ["ticket": .string(ticket), "epoch": 1, "seconds": 900])
        var left: JSON?
        while left?["event"] != "left" { left = try one.nextNotification().params }
        #expect(left?["ticket"]?.string == ticket && left?["why"] == "parked")
        // The one that did it has its answer, and only that.
        _ = try two.call("health")
        #expect(!two.notifications.contains { $0.params?["event"] == "left" })
        try daemon.stop()
    }

    @Test("the board tells offers and wrap-ups from tickets that are worked on")
    func slots() throws {
        let daemon = try TestDaemon { $0.plan.defaults.wrapUp = .seconds(60) }
        let (customer, ana) = (try daemon.client(), try daemon.client())
        _ = try ana.call("agent.online", ["agent": "ana"])
        let ticket = try handOff(customer, "c1")
        func row() throws -> JSON? {
            try ana.call("agent.list")["agents"]?.array?.first { $0["id"] == "ana" }
        }
        #expect(try row()?["offered"] == [.string(ticket)])
        _ = try ana.call("agent.next")
        #expect(try row()?["offered"] == [])
        let done = try ana.call("agent.resolve", ["ticket": .string(ticket), "epoch": 1])
        #expect(done["ticket"]?["wrap_up_until"]?.integer != nil)
        #expect(try row()?["wrap_up"] == [.string(ticket)])
        let over = try ana.call("agent.done", ["ticket": .string(ticket), "code": "refunded"])
        #expect(over["ticket"]?["state"] == "resolved")
        #expect(over["ticket"]?["resolution"] == "refunded")
        #expect(try row()?["tickets"] == [])
        #expect(try ana.word("agent.done", ["ticket": .string(ticket)]) == .wrongState)
        try daemon.stop()
    }

    @Test("a ticket that a lead gives is told to its agent, and is in the agent's list")
    func assigned() throws {
        let daemon = try TestDaemon()
        let (customer, ana, ben) = (try daemon.client(), try daemon.client(), try daemon.client())
        _ = try ana.call("agent.online", ["agent": "ana"])
        _ = try ana.call("agent.away")
        _ = try ben.call("agent.online", ["agent": "ben"])
        _ = try ben.call("agent.away")
        let ticket = try handOff(customer, "c1")
        _ = try ana.call("agent.online", ["agent": "ana"])
        _ = try ana.call("agent.next")
        _ = try ana.call("agent.away")
        _ = try ben.call("agent.online", ["agent": "ben"])
        _ = try ana.call("agent.assign", ["ticket": .string(ticket), "agent": "ben"])
        var claimed: JSON?
        while claimed?["event"] != "claimed" { claimed = try ben.nextNotification().params }
        #expect(claimed?["ticket"]?.string == ticket)
        #expect(try mine(ben, "ben") == [ticket])
        #expect(try mine(ana, "ana") == [])
        try daemon.stop()
    }

    @Test("a lead who watches hears of both sides until unwatch; nobody else may watch")
    func watching() throws {
        let daemon = try TestDaemon()
        let (customer, ana, ben) = (try daemon.client(), try daemon.client(), try daemon.client())
        let ticket = try handOff(customer, "c1")
        #expect(try ana.word("ticket.watch", ["ticket": .string(ticket)]) == .noAgent)
        _ = try ben.call("agent.online", ["agent": "ben"])
        _ = try ben.call("agent.next")
        #expect(try ben.word("ticket.watch", ["ticket": .string(ticket)]) == .notLead)
        _ = try ana.call("agent.online", ["agent": "ana"])
        _ = try ana.call("agent.away")
        #expect(try ana.word("ticket.watch", ["ticket": "T-9"]) == .unknownTicket)
        let shown = try ana.call("ticket.watch", ["ticket": .string(ticket)])
        #expect(shown["transcript"]?.array?.isEmpty == false)
        _ = try customer.say("are you there?", in: "c1")
        #expect(try ana.nextChange() == ticket)
        _ = try ben.call("agent.reply", ["ticket": .string(ticket), "epoch": 1, "text": "I am."])
        #expect(try ana.nextChange() == ticket)
        _ = try ana.call("ticket.unwatch", ["ticket": .string(ticket)])
        _ = try customer.say("thanks", in: "c1")
        _ = try ana.call("health")
        #expect(!ana.notifications.contains { $0.method == "ticket.changed" })
        try daemon.stop()
    }
}

extension TestClient {
    /// The ticket of the next `ticket.changed`.
    fileprivate func nextChange() throws -> String? {
        while true {
            let line = try nextNotification()
            if line.method == "ticket.changed" { return line.params?["ticket"]?["id"]?.string }
        }
    }
}
