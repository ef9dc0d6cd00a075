import Facts
import Testing

@testable import Desk

@Suite("Double contacts: one customer, two conversations, one ticket")
struct DeskMergeTests {
    @Test("two contacts of one customer become one ticket; both conversations have one owner")
    func merge() {
        var scene = DeskCareTests.claimed()
        scene.run(DeskCareTests.contact("d", of: "u-1"))
        #expect(scene.desk.related(to: "T-1001") == ["T-1002"])
        scene.agent("ana", .accept(ticket: "T-1002", epoch: 1))
        let effects = scene.agent(
            "ana", .merge(ticket: "T-1002", epoch: 1, into: "T-1001"))
        #expect(
            effects.last == .ownerChanged(conversation: "d", owner: .agent("ana")))
        #expect(scene.desk.ticket("T-1002") == nil)
        #expect(scene.desk.ticket(ofConversation: "d")?.id == "T-1001")
        scene.run(.customerWrote(conversation: "c"))
        #expect(
            scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "Hi")) == [
                .sendToCustomer(conversation: "c", text: "Hi", agent: "ana")
            ])
        let resolved = scene.agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "x"))
        let asks = resolved.compactMap { effect -> Bool? in
            if case .resolved(_, _, _, let asks) = effect { asks } else { nil }
        }
        #expect(asks == [true, false])
    }

    @Test(
        "a merge into a colleague's ticket leaves them in the conversation that waits for their answer"
    )
    func mergeIntoAnswered() {
        var scene = DeskCareTests.claimed()
        scene.agent("ben", .online)
        scene.run(DeskCareTests.contact("d", of: "u-1"))
        #expect(scene.state("T-1002")?.owner == "ben")
        scene.agent("ben", .next)
        scene.agent("ana", .merge(ticket: "T-1001", epoch: 1, into: "T-1002"))
        #expect(
            scene.agent("ben", .reply(ticket: "T-1002", epoch: 1, text: "Hi")) == [
                .sendToCustomer(conversation: "d", text: "Hi", agent: "ben")
            ])
    }

    @Test("who merges into a ticket that is only offered to a colleague goes on where they were")
    func mergeIntoOffered() {
        var scene = DeskCareTests.claimed()
        scene.agent("ben", .online)
        scene.run(DeskCareTests.contact("d", of: "u-1"))
        #expect(scene.state("T-1002")?.owner == "ben")
        scene.agent("ana", .merge(ticket: "T-1001", epoch: 1, into: "T-1002"))
        #expect(scene.state("T-1002") == .claimed(agent: "ana"))
        #expect(
            scene.agent("ana", .reply(ticket: "T-1002", epoch: 2, text: "Hi")) == [
                .sendToCustomer(conversation: "c", text: "Hi", agent: "ana")
            ])
    }

    @Test(
        "who merges into a ticket that they are offered has it, and does not hear that it is gone")
    func mergeIntoOwnOffer() {
        var scene = DeskCareTests.claimed()
        scene.run(DeskCareTests.contact("d", of: "u-1"))
        #expect(scene.state("T-1002")?.owner == "ana")
        let effects = scene.desk.handle(
            .agent("ana", .merge(ticket: "T-1001", epoch: 1, into: "T-1002")), at: scene.now)
        #expect(effects.contains(.claimed(ticket: "T-1002", agent: "ana", epoch: 1)))
        #expect(
            !effects.contains { effect in
                if case .withdrawn("T-1002", _, _) = effect { true } else { false }
            })
        #expect(scene.state("T-1002") == .claimed(agent: "ana"))
        let gone = effects.compactMap { effect -> Ticket? in
            if case .ticketChanged(let ticket) = effect { ticket.value } else { nil }
        }.first { $0.id == "T-1001" }
        #expect(gone?.history.last?.detail == "merged into T-1002")
    }

    @Test("somebody else in the same conversation gets a ticket of their own")
    func anotherCustomer() {
        var scene = DeskCareTests.claimed()
        scene.run(DeskCareTests.contact("d", of: "u-1"))
        scene.agent("ana", .accept(ticket: "T-1002", epoch: 1))
        scene.agent("ana", .merge(ticket: "T-1002", epoch: 1, into: "T-1001"))
        scene.run(DeskCareTests.contact("d", of: "u-2"))
        #expect(scene.desk.ticket("T-1001")?.conversations == ["c"])
        #expect(scene.desk.ticket(ofConversation: "d")?.id == "T-1003")
        scene.agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "x"))
        scene.run(DeskCareTests.contact("c", of: "u-2"))
        #expect(scene.desk.ticket("T-1001") == nil)
        #expect(scene.desk.ticket(ofConversation: "c")?.id == "T-1004")
        #expect(scene.desk.related(to: "T-1004") == ["T-1003"])
    }

    @Test("who is known at a second handoff is the ticket's customer")
    func identifiedLater() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.run(Fixture.handoff("c"))
        scene.run(DeskCareTests.contact("c", of: "u-1"))
        #expect(scene.desk.ticket("T-1001")?.customerKey == "u-1")
        scene.run(DeskCareTests.contact("d", of: "u-1"))
        #expect(scene.desk.related(to: "T-1002") == ["T-1001"])
        scene.run(DeskCareTests.contact("c", of: "u-2"))
        #expect(scene.desk.related(to: "T-1002") == [])
    }

    @Test("contacts of different customers, or unknown ones, are never merged")
    func noMerge() {
        var scene = DeskCareTests.claimed()
        scene.run(DeskCareTests.contact("d", of: "u-2"))
        scene.run(Fixture.handoff("e"))
        for other in ["T-1002", "T-1003"] {
            let effects = scene.agent(
                "ana", .merge(ticket: "T-1001", epoch: 1, into: other))
            #expect(effects.compactMap(\.refusal) == [.otherCustomer])
        }
    }
}
