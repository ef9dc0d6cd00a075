import Facts
import Testing

@testable import Desk

@Suite("Replies that can be taken back, questions to teams, call backs")
struct DeskCareTests {
    /// Ana has T-1001 of customer u-1.
    static func claimed(_ plan: DeskPlan = Fixture.plan(claimed: [])) -> Scene {
        var scene = Scene(plan)
        scene.agent("ana", .online)
        scene.run(contact("c", of: "u-1"))
        scene.agent("ana", .next)
        return scene
    }

    static func contact(_ conversation: String, of customer: String) -> DeskCommand {
        .handoff(
            HandoffRequest(
                conversation: conversation, customer: ["id": .text(customer)], language: "en"))
    }

    // MARK: Held replies

    @Test("a held reply goes out once, at its time, also when the desk dies in between")
    func heldReply() {
        var scene = Self.claimed()
        let until = scene.now + .seconds(5)
        #expect(
            scene.agent(
                "ana", .replyLater(ticket: "T-1001", epoch: 1, text: "Hi", delay: .seconds(5)))
                == [.told(agent: "ana", .replyHeld(ticket: "T-1001", until: until))])
        scene.desk = Desk(plan: scene.desk.plan, restoring: scene.desk.snapshot)
        _ = scene.desk.restart(at: scene.now)
        #expect(scene.pass(4).isEmpty)
        let sent = DeskEffect.sendToCustomer(conversation: "c", text: "Hi", agent: "ana")
        #expect(scene.pass(1) == [sent])
        #expect(!scene.pass(600).contains(sent))
    }

    @Test("undo keeps the words as a draft; the customer's message makes the reply wait")
    func undoReply() {
        var scene = Self.claimed()
        let reply = AgentCommand.replyLater(
            ticket: "T-1001", epoch: 1, text: "Hi", delay: .seconds(5))
        scene.agent("ana", reply)
        #expect(
            scene.agent("ana", .undo(ticket: "T-1001")) == [
                .told(agent: "ana", .undone(ticket: "T-1001", what: "reply"))
            ])
        #expect(scene.desk.ticket("T-1001")?.drafts.map(\.text) == ["Hi"])
        scene.agent("ana", reply)
        #expect(
            scene.run(.customerWrote(conversation: "c")) == [
                .told(agent: "ana", .replyHeld(ticket: "T-1001", until: nil))
            ])
        #expect(scene.pass(60).isEmpty)
        let refused = scene.agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "x"))
        #expect(refused.compactMap(\.refusal) == [.replyHeld])
        #expect(
            scene.agent("ana", .sendNow(ticket: "T-1001")) == [
                .sendToCustomer(conversation: "c", text: "Hi", agent: "ana")
            ])
    }

    @Test("a claim that ends takes the held reply with it: a draft, never a message")
    func heldReplyOfALostClaim() {
        var scene = Self.claimed()
        scene.agent(
            "ana", .replyLater(ticket: "T-1001", epoch: 1, text: "Hi", delay: .seconds(5)))
        let effects = scene.agent("lea", .takeOver(ticket: "T-1001"))
        #expect(effects.contains(.draftKept(ticket: "T-1001", agent: "ana")))
        let news = scene.pass(60)
        #expect(!news.contains { if case .sendToCustomer = $0 { true } else { false } })
        #expect(scene.desk.ticket("T-1001")?.drafts.map(\.text) == ["Hi"])
    }

    @Test("resolving sends what is held first")
    func resolveSendsFirst() {
        var scene = Self.claimed()
        scene.agent(
            "ana", .replyLater(ticket: "T-1001", epoch: 1, text: "Bye", delay: .seconds(5)))
        let effects = scene.agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "done"))
        #expect(effects.first == .sendToCustomer(conversation: "c", text: "Bye", agent: "ana"))
        #expect(scene.state("T-1001") == .resolved)
    }

    @Test("a note, a snooze and a transfer can be taken back for a minute")
    func undoActs() {
        var scene = Self.claimed()
        scene.agent("ana", .note(ticket: "T-1001", text: "n"))
        scene.agent("ana", .undo(ticket: "T-1001"))
        #expect(scene.desk.ticket("T-1001")?.notes == [])
        scene.agent(
            "ana",
            .transfer(ticket: "T-1001", epoch: 1, queue: "payments", note: ""))
        #expect(scene.state("T-1001") == .queued)
        let back = scene.agent("ana", .undo(ticket: "T-1001"))
        #expect(back.last == .told(agent: "ana", .undone(ticket: "T-1001", what: "transfer")))
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
        #expect(scene.desk.ticket("T-1001")?.queue == "general")
        let epoch = scene.desk.ticket("T-1001")?.epoch ?? 0
        scene.agent(
            "ana",
            .snooze(
                ticket: "T-1001", epoch: epoch, until: scene.now + .seconds(500), why: .snoozed))
        scene.pass(61)
        let late = scene.agent("ana", .undo(ticket: "T-1001"))
        #expect(late.compactMap(\.refusal) == [.nothingToUndo])
    }

    @Test("a call back that is taken back is not just forgotten: the customer hears it")
    func undoCallback() {
        var scene = Self.claimed()
        let at = Instant(seconds: Fixture.start.seconds + 7200)
        scene.agent(
            "ana", .snooze(ticket: "T-1001", epoch: 1, until: at, why: .callback))
        #expect(scene.desk.ticket("T-1001")?.callback?.agreed == at)
        let effects = scene.agent("ana", .undo(ticket: "T-1001"))
        #expect(effects.contains(.customerNotice(conversation: "c", .callbackOff)))
        #expect(scene.desk.ticket("T-1001")?.callback == nil)
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
    }

    @Test("what the customer agreed on stays when a later snooze is taken back")
    func undoKeepsCallback() {
        var scene = Scene(Fixture.plan(waiting: [], claimed: []))
        scene.run(Self.contact("c", of: "u-1"))
        let wish = Instant(seconds: Fixture.start.seconds + 3600)
        scene.run(.customerAsked(conversation: "c", .callBack(at: wish, number: "030 99")))
        let at = scene.desk.ticket("T-1001")?.callback?.agreed
        scene.pass(4500)
        scene.agent("ana", .next)
        let epoch = scene.desk.ticket("T-1001")?.epoch ?? 0
        let later = Instant(seconds: Fixture.start.seconds + 7200)
        scene.agent(
            "ana", .snooze(ticket: "T-1001", epoch: epoch, until: later, why: .snoozed))
        let effects = scene.agent("ana", .undo(ticket: "T-1001"))
        #expect(!effects.contains(.customerNotice(conversation: "c", .callbackOff)))
        #expect(scene.desk.ticket("T-1001")?.callback?.agreed == at)
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
    }

    // MARK: Questions

    @Test("a question to another team comes back as a note and wakes the ticket that waits")
    func question() {
        var scene = Self.claimed()
        scene.agent(
            "ana", .ask(ticket: "T-1001", epoch: 1, queue: "safety", text: "Is it safe?"))
        #expect(scene.desk.ticket("T-1002")?.parent == "T-1001")
        #expect(scene.desk.ticket(ofConversation: "c")?.id == "T-1001")
        scene.agent(
            "ana",
            .snooze(
                ticket: "T-1001", epoch: 1, until: scene.now + .seconds(3600), why: .waitingOnTeam))
        scene.agent("eva", .online)
        scene.agent("eva", .next)
        let reply = scene.agent("eva", .reply(ticket: "T-1002", epoch: 1, text: "Yes"))
        #expect(reply.compactMap(\.refusal) == [.internalTicket])
        let effects = scene.agent("eva", .answer(ticket: "T-1002", epoch: 1, text: "Yes"))
        let words = "safety, T-1002: Yes"
        #expect(
            effects.contains(
                .told(agent: "ana", .answered(ticket: "T-1001", by: "eva", text: words))))
        #expect(!effects.contains { if case .sendToCustomer = $0 { true } else { false } })
        #expect(scene.desk.ticket("T-1002") == nil)
        #expect(scene.state("T-1001") == .offered(agent: "ana", until: scene.now + .seconds(30)))
        #expect(scene.desk.ticket("T-1001")?.notes.map(\.text) == [words])
    }

    @Test(
        "who asks another team is not offered the own question, and can take it by asking for work")
    func ownQuestion() {
        var scene = Self.claimed()
        scene.agent("ana", .ask(ticket: "T-1001", epoch: 1, queue: "payments", text: "?"))
        #expect(scene.state("T-1002") == .queued)
        scene.agent("eva", .online)
        #expect(scene.state("T-1002") == .offered(agent: "eva", until: scene.now + .seconds(30)))
        scene.agent("eva", .offline)
        #expect(scene.state("T-1002") == .queued)
        scene.agent("ana", .next)
        #expect(scene.state("T-1002") == .claimed(agent: "ana"))
    }

    @Test("nobody answers a question of a ticket that is over")
    func questionOfAnEndedTicket() {
        var scene = Self.claimed()
        scene.agent("ana", .ask(ticket: "T-1001", epoch: 1, queue: "payments", text: "?"))
        scene.run(.conversationEnded(conversation: "c"))
        #expect(scene.desk.tickets.isEmpty)
        #expect(scene.desk.openTickets == 0)
    }

    // MARK: The customer's side

    @Test("a call back is offered once, agreed, kept against chatter, and due at its time")
    func callBack() {
        var scene = Scene(
            Fixture.plan(waiting: [
                LadderStep(id: "w", at: .after(.seconds(60)), actions: [.offer("callback")])
            ]))
        scene.run(Fixture.handoff("c"))
        let at = Instant(seconds: Fixture.start.seconds + 2100)
        #expect(
            scene.pass(60).last == .customerNotice(conversation: "c", .callbackOffer(at: at)))
        let agreed = scene.run(
            .customerAsked(conversation: "c", .callBack(at: nil, number: nil)))
        #expect(agreed.last == .customerNotice(conversation: "c", .callbackAgreed(at: at)))
        #expect(scene.state("T-1001") == .parked(until: at, why: .callback))
        scene.run(.customerWrote(conversation: "c"))
        #expect(scene.state("T-1001") == .parked(until: at, why: .callback))
        let news = scene.pass(2100 - 60)
        #expect(news.contains(.customerNotice(conversation: "c", .callbackDue)))
        #expect(scene.state("T-1001") == .queued)
        #expect(scene.desk.ticket("T-1001")?.queuedAt == Fixture.start)
    }

    @Test(
        "a number for a call back leaves the time that an agent has set, and an old one calls nobody again"
    )
    func callBackNumber() {
        var scene = Self.claimed()
        let at = scene.now + .seconds(1700)
        scene.agent(
            "ana", .snooze(ticket: "T-1001", epoch: 1, until: at, why: .callback))
        let number = DeskCommand.customerAsked(
            conversation: "c", .callBack(at: nil, number: "+49 30 1"))
        #expect(
            scene.run(number).last == .customerNotice(conversation: "c", .callbackAgreed(at: at)))
        #expect(scene.state("T-1001") == .parked(until: at, why: .callback))
        #expect(scene.desk.ticket("T-1001")?.contact == "+49 30 1")
        scene.pass(1701)
        #expect(scene.state("T-1001")?.owner == "ana")
        let late = scene.run(number)
        #expect(late.contains(.customerNotice(conversation: "c", .contactNoted(opens: nil))))
        #expect(scene.state("T-1001")?.owner == "ana")
    }

    @Test("an announced wait never grows without a reason on the ticket")
    func announcedWait() {
        var scene = Scene(Fixture.plan(waiting: []))
        scene.agent("lea", .online)
        for name in ["a", "b", "c"] {
            scene.run(Fixture.handoff(name, language: nil))
            scene.agent("lea", .next)
        }
        scene.run(Fixture.handoff("d", language: nil))
        let first = scene.run(.customerAsked(conversation: "d", .wait))
        guard case .customerNotice(_, .wait(let told)) = first.last else {
            Issue.record("\(first)")
            return
        }
        #expect(told.place == 1 && told.grew == nil && told.range != nil)
        // What was said in whole minutes holds for these minutes.
        let until = scene.desk.ticket(ofConversation: "d")?.announced?.until
        #expect(until == scene.now + .seconds(60 * Int64(told.range?.long ?? 0)))
        scene.run(Fixture.handoff("v", language: nil, serviceClass: "urgent"))
        let second = scene.run(.customerAsked(conversation: "d", .wait))
        guard case .customerNotice(_, .wait(let later)) = second.last else {
            Issue.record("\(second)")
            return
        }
        #expect(later.place == 2 && later.grew == "overtaken")
        let reasons = scene.desk.ticket(ofConversation: "d")?.history.filter {
            $0.what == "wait_grew"
        }
        #expect(reasons?.map(\.detail) == ["overtaken"])
    }

    @Test("never mind: only what no person has is taken back")
    func withdraw() {
        var scene = Self.claimed()
        scene.run(.customerAsked(conversation: "c", .withdraw))
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
        scene.run(Fixture.handoff("d", language: "de"))
        let effects = scene.run(.customerAsked(conversation: "d", .withdraw))
        #expect(effects.contains(.customerNotice(conversation: "d", .withdrawn)))
        #expect(scene.desk.ticket(ofConversation: "d") == nil)
    }

    @Test("one grade per resolution: the last")
    func grade() {
        var scene = Self.claimed()
        scene.run(.customerAsked(conversation: "c", .rate(grade: 5)))
        #expect(scene.desk.ticket("T-1001")?.satisfaction == nil)
        scene.agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "x"))
        scene.run(.customerAsked(conversation: "c", .rate(grade: 9)))
        scene.run(.customerAsked(conversation: "c", .rate(grade: 4)))
        scene.pass(1)
        scene.run(.customerAsked(conversation: "c", .rate(grade: 1)))
        #expect(scene.desk.ticket("T-1001")?.satisfaction?.grade == 1)
        let rated = scene.desk.ticket("T-1001")?.history.filter { $0.what == "rated" }
        #expect(rated?.map(\.detail) == ["1"])
    }

    @Test("still there? then aside: a silent customer does not hold the slot")
    func silentCustomer() {
        var scene = Self.claimed(
            Fixture.plan(claimed: [
                LadderStep(
                    id: "c1", at: .after(.seconds(300)), withoutAnswer: true,
                    actions: [.ask("still_there")]),
                LadderStep(
                    id: "c2", at: .after(.seconds(600)), withoutAnswer: true,
                    actions: [.park(.seconds(86_400))]),
            ]))
        #expect(scene.pass(900).filter { if case .escalated = $0 { true } else { false } }.isEmpty)
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "?"))
        #expect(
            scene.pass(300).contains(.customerNotice(conversation: "c", .ask("still_there"))))
        scene.pass(300)
        #expect(scene.state("T-1001")?.name == "parked")
        scene.run(.customerWrote(conversation: "c"))
        #expect(scene.state("T-1001")?.owner == "ana")
    }

    @Test("a queue that is too long is helped by another one")
    func overflow() {
        var plan = Fixture.plan(waiting: [])
        plan.queues[1].overflow = Overflow(queue: "general", waiting: 1)
        var scene = Scene(plan)
        scene.run(Fixture.handoff("a", queue: "payments"))
        scene.run(Fixture.handoff("b", queue: "payments"))
        #expect(scene.desk.ticket("T-1001")?.widened == [])
        #expect(scene.desk.ticket("T-1002")?.widened == ["general"])
    }

    @Test("a lead gives a ticket to an agent who has a slot")
    func assign() {
        var scene = Self.claimed()
        #expect(
            scene.agent("lea", .assign(ticket: "T-1001", agent: "ben")).compactMap(\.refusal)
                == [.atCapacity])
        scene.agent("ben", .online)
        let effects = scene.agent("lea", .assign(ticket: "T-1001", agent: "ben"))
        #expect(effects.contains(.withdrawn(ticket: "T-1001", agent: "ana", why: .assigned)))
        #expect(scene.state("T-1001") == .claimed(agent: "ben"))
    }
}
