import Facts
import Testing

@testable import Desk

@Suite("Agents at the keyboard, notes between colleagues, call backs that agents set")
struct DeskPresenceTests {
    private static func contact(_ conversation: String) -> DeskCommand {
        .handoff(
            HandoffRequest(
                conversation: conversation, customer: ["id": .text("u-1")], language: "en"))
    }

    @Test("who types while an offer runs out stays online; only that offer goes to somebody else")
    func typing() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ana", .online)
        scene.agent("ben", .online)
        scene.run(Self.contact("c"))
        #expect(scene.state("T-1001")?.owner == "ana")
        scene.pass(20)
        #expect(scene.agent("ana", .active) == [])
        scene.pass(11)
        #expect(scene.desk.agent("ana")?.presence == .online)
        #expect(scene.state("T-1001")?.owner == "ben")
        // Ben types nothing.
        scene.pass(31)
        #expect(scene.desk.agent("ben")?.presence == .away(reason: "missed_offer"))
    }

    @Test("`next` brings what the agent declined, where nobody else has taken it")
    func secondThoughts() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ana", .online)
        scene.agent("ben", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .decline(ticket: "T-1001", epoch: 1))
        #expect(scene.state("T-1001")?.owner == "ben")
        // It is offered to Ben: not hers to take.
        #expect(scene.agent("ana", .next).compactMap(\.refusal) == [.nothingWaiting])
        scene.agent("ben", .offline)
        #expect(scene.state("T-1001") == .queued)
        scene.agent("ana", .next)
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
    }

    @Test("a lead who takes over more than they have slots for loses what was only offered")
    func shedding() throws {
        var plan = Fixture.plan(waiting: [], claimed: [])
        let lea = try #require(plan.agents.firstIndex { $0.id == "lea" })
        plan.agents[lea].capacity = 1
        var scene = Scene(plan)
        scene.agent("ana", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .next)
        scene.agent("ana", .away(reason: "x"))
        scene.agent("lea", .online)
        scene.run(Fixture.handoff("d"))
        #expect(scene.state("T-1002")?.owner == "lea")
        scene.agent("lea", .takeOver(ticket: "T-1001"))
        #expect(scene.state("T-1001") == .claimed(agent: "lea"))
        #expect(scene.state("T-1002") == .queued)
    }

    @Test("a misspelt agent is told whose name is near, or who there is")
    func unknownAgents() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        func cure(_ id: String) -> String? {
            for case .refused(let refusal) in scene.agent(id, .online) { return refusal.cure }
            return nil
        }
        #expect(cure("been") == "did you mean 'ben'?")
        #expect(cure("zacharias") == "the agents are ana, ben, eva, lea")
    }

    @Test("the leads hear when nobody is left who could take what waits")
    func unattended() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ben", .online)
        scene.run(Self.contact("c"))
        let told = DeskEffect.notify(role: "lead", ticket: "T-1001", reason: "nobody_there")
        #expect(scene.pass(61).contains(told))
        scene.agent("ben", .online)
        scene.agent("ana", .online)
        #expect(!scene.agent("ben", .away(reason: "lunch")).contains(told))
        #expect(scene.run(.agentLost("ana")).contains(told))
    }

    @Test("a note on a question reaches who asked; one on another's ticket reaches its owner")
    func notes() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ana", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .next)
        scene.agent("ana", .ask(ticket: "T-1001", epoch: 1, queue: "safety", text: "Safe?"))
        scene.agent("eva", .next)
        #expect(scene.state("T-1002") == .claimed(agent: "eva"))
        #expect(
            scene.agent("eva", .note(ticket: "T-1002", text: "Which lamp?")) == [
                .told(agent: "ana", .noted(ticket: "T-1002", by: "eva", text: "Which lamp?"))
            ])
        #expect(
            scene.agent("ana", .note(ticket: "T-1002", text: "The red one.")) == [
                .told(agent: "eva", .noted(ticket: "T-1002", by: "ana", text: "The red one."))
            ])
        #expect(scene.state("T-1002") == .claimed(agent: "eva"))
    }

    @Test("waiting for a team needs a question to it")
    func waitsForNobody() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ana", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .next)
        let team = AgentCommand.snooze(
            ticket: "T-1001", epoch: 1, until: scene.now + .seconds(60), why: .waitingOnTeam)
        #expect(scene.agent("ana", team).compactMap(\.refusal) == [.wrongState])
        scene.agent("ana", .ask(ticket: "T-1001", epoch: 1, queue: "safety", text: "Safe?"))
        #expect(scene.agent("ana", team).compactMap(\.refusal) == [])
    }

    @Test(
        "a call back that an agent sets is told to the customer, and stays on the ticket when due")
    func callback() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ana", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .next)
        let at = scene.now + .seconds(600)
        let set = scene.agent(
            "ana", .snooze(ticket: "T-1001", epoch: 1, until: at, why: .callback))
        #expect(set.contains(.customerNotice(conversation: "c", .callbackAgreed(at: at))))
        scene.pass(601)
        #expect(scene.state("T-1001")?.owner == "ana")
        #expect(scene.desk.ticket("T-1001")?.callback?.agreed == at)
        scene.agent("ana", .next)
        let epoch = scene.epoch("T-1001")
        scene.agent("ana", .reply(ticket: "T-1001", epoch: epoch, text: "Hello again"))
        #expect(scene.desk.ticket("T-1001")?.callback == nil)
    }

    @Test("a reply that does not come passes the ticket on: nothing broke off")
    func passedOn() {
        var scene = Scene(Fixture.plan(waiting: []))
        scene.agent("ana", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .next)
        let news = scene.pass(361)
        #expect(news.contains(.customerNotice(conversation: "c", .passedOn)))
        #expect(!news.contains(.customerNotice(conversation: "c", .queuedAgain)))
    }

    @Test("undo without a ticket takes back what the agent did last")
    func undoLast() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.agent("ana", .online)
        scene.run(Self.contact("c"))
        scene.agent("ana", .next)
        scene.agent("ana", .note(ticket: "T-1001", text: "x"))
        scene.pass(1)
        scene.agent(
            "ana",
            .snooze(ticket: "T-1001", epoch: 1, until: scene.now + .seconds(90), why: .snoozed))
        #expect(scene.agent("ana", .undo(ticket: nil)).compactMap(\.refusal) == [])
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
        #expect(scene.agent("ana", .undo(ticket: nil)).compactMap(\.refusal) == [.nothingToUndo])
    }

    @Test("`next` takes what goes first in the line, not what was offered first")
    func nextInLine() {
        var scene = Scene(Fixture.plan(claimed: []))
        scene.agent("lea", .online)
        for (conversation, serviceClass) in [("a", "normal"), ("b", "urgent"), ("c", "normal")] {
            scene.run(
                .handoff(
                    HandoffRequest(
                        conversation: conversation, queue: "general", serviceClass: serviceClass)))
        }
        for ticket in ["T-1002", "T-1001", "T-1003"] {
            scene.agent("lea", .next)
            #expect(scene.state(ticket) == .claimed(agent: "lea"))
        }
    }
}
