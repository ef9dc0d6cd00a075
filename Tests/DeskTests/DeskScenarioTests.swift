import Facts
import Testing

@testable import Desk

@Suite("The desk, scene by scene")
struct DeskScenarioTests {
    @Test("from the bot to a person and back")
    func wholeLife() {
        var scene = Scene()
        let start = scene.now
        #expect(
            scene.run(Fixture.handoff("8f2c", queue: "payments", serviceClass: "urgent")) == [
                .ownerChanged(conversation: "8f2c", owner: .queue("payments")),
                .enqueued(
                    ticket: "T-1001", queue: "payments", serviceClass: "urgent",
                    due: start + .seconds(120)),
            ])
        #expect(
            scene.agent("ana", .online) == [
                .offered(
                    ticket: "T-1001", agent: "ana", epoch: 1, until: start + .seconds(30))
            ])
        #expect(
            scene.agent("ana", .next) == [
                .ownerChanged(conversation: "8f2c", owner: .agent("ana")),
                .claimed(ticket: "T-1001", agent: "ana", epoch: 1),
            ])
        #expect(
            scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "Hi")) == [
                .sendToCustomer(conversation: "8f2c", text: "Hi", agent: "ana")
            ])
        #expect(
            scene.agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "refund_sent")) == [
                .ownerChanged(conversation: "8f2c", owner: .bot),
                .resolved(
                    ticket: "T-1001", conversation: "8f2c", code: "refund_sent",
                    asksSatisfaction: true),
            ])
        #expect(scene.state("T-1001") == .resolved)
        #expect(scene.desk.ticket("T-1001")?.target(.firstReply)?.verdict == .met(at: start))
        #expect(scene.pass(86_400).isEmpty)
        #expect(scene.desk.tickets.isEmpty)
    }

    @Test("nobody comes: the ladder climbs, each step once, the page at most four times")
    func ladder() {
        var scene = Scene()
        scene.run(Fixture.handoff("c", queue: "payments"))
        let news = scene.pass(6 * 3600)
        let expected: [DeskEffect] = [
            .escalated(ticket: "T-1001", step: "waiting.1", reason: "waiting"),
            .escalated(ticket: "T-1001", step: "waiting.2", reason: "first_reply_at_risk"),
            .notify(role: "lead", ticket: "T-1001", reason: "first_reply_at_risk"),
            .breached(
                ticket: "T-1001", target: .firstReply, due: Fixture.start + .seconds(600)),
            .escalated(ticket: "T-1001", step: "waiting.3", reason: "first_reply_overdue"),
            .notify(role: "lead", ticket: "T-1001", reason: "first_reply_overdue"),
            .escalated(ticket: "T-1001", step: "waiting.4", reason: "waiting"),
            .customerNotice(
                conversation: "c", .callbackOffer(at: Instant(seconds: 1_772_818_200))),
        ]
        #expect(Array(news.prefix(8)) == expected)
        let pages = news.filter { $0 == .page(role: "oncall", ticket: "T-1001", reason: "waiting") }
        #expect(pages.count == 4)
        #expect(scene.desk.ticket("T-1001")?.serviceClass == "urgent")
        #expect(scene.desk.ticket("T-1001")?.widened == ["general"])
    }

    @Test("a lost claim begins a new wait: the ladder does not make up for the time in hand")
    func newWait() {
        var scene = Scene()
        scene.agent("ana", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ana", .next)
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "Hello"))
        scene.pass(3 * 3600)
        scene.agent("ana", .offline)
        #expect(scene.pass(1199).isEmpty)
        #expect(
            scene.pass(1) == [
                .escalated(ticket: "T-1001", step: "waiting.4", reason: "waiting"),
                .customerNotice(
                    conversation: "c", .callbackOffer(at: Instant(seconds: 1_772_829_000))),
            ])
        #expect(scene.desk.ticket("T-1001")?.queuedAt == Fixture.start)
    }

    @Test("rules: every match applies, the highest class and the first queue win")
    func rules() {
        var scene = Scene()
        let facts: Record = [
            "legal": .flag(true), "intent": .text("refund"),
            "order": .record(["total": .money(Money(minorUnits: 62_000, currency: "EUR"))]),
            "customer": .record(["tier": .text("vip")]),
        ]
        #expect(
            scene.run(Fixture.handoff("c", facts: facts)) == [
                .ownerChanged(conversation: "c", owner: .queue("payments")),
                .enqueued(
                    ticket: "T-1001", queue: "payments", serviceClass: "urgent",
                    due: Fixture.start + .seconds(120)),
                .notify(role: "lead", ticket: "T-1001", reason: "legal_threat"),
            ])
        let ticket = scene.desk.ticket("T-1001")
        #expect(ticket?.reasons == ["legal_threat"])
        #expect(ticket?.frozen == ["refund"])
        #expect(ticket?.tags == ["legal_threat", "big_money", "vip"])
        // The same again adds nothing.
        #expect(scene.run(Fixture.handoff("c", facts: facts)).isEmpty)
        #expect(scene.desk.tickets.count == 1)
    }

    @Test("a stale reply is refused and its text kept as a draft")
    func staleReply() {
        var scene = Scene()
        scene.agent("ana", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ana", .next)
        scene.agent("lea", .online)
        let news = scene.agent("lea", .takeOver(ticket: "T-1001"))
        #expect(
            news == [
                .withdrawn(ticket: "T-1001", agent: "ana", why: .takenOver),
                .ownerChanged(conversation: "c", owner: .agent("lea")),
                .claimed(ticket: "T-1001", agent: "lea", epoch: 2),
            ])
        let refused = scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "half a word"))
        #expect(refused.compactMap(\.refusal) == [.notYours])
        #expect(refused.last == .draftKept(ticket: "T-1001", agent: "ana"))
        #expect(scene.desk.ticket("T-1001")?.drafts.map(\.text) == ["half a word"])
        #expect(
            scene.agent("lea", .reply(ticket: "T-1001", epoch: 1, text: "x"))
                .compactMap(\.refusal) == [.staleEpoch])
    }

    @Test("a lost connection: the grace, then the ticket is queued again with its age")
    func lostConnection() {
        var scene = Scene()
        scene.agent("ana", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ana", .next)
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "Hello"))
        scene.run(.agentLost("ana"))
        #expect(scene.pass(59).isEmpty)
        // Any input renews the lease.
        scene.agent("ana", .note(ticket: "T-1001", text: "back"))
        #expect(scene.pass(120).isEmpty)
        scene.run(.agentLost("ana"))
        #expect(
            scene.pass(60) == [
                .withdrawn(ticket: "T-1001", agent: "ana", why: .leaseExpired),
                .ownerChanged(conversation: "c", owner: .queue("general")),
                .enqueued(ticket: "T-1001", queue: "general", serviceClass: "normal", due: nil),
                .customerNotice(conversation: "c", .queuedAgain),
            ])
        #expect(scene.desk.ticket("T-1001")?.queuedAt == Fixture.start)
        #expect(scene.desk.agent("ana")?.presence == .offline)
    }

    @Test("a missed offer makes the agent away; `next` brings them back")
    func missedOffer() {
        var scene = Scene()
        scene.agent("ana", .online)
        scene.run(Fixture.handoff("c"))
        #expect(
            scene.pass(30).first == .withdrawn(ticket: "T-1001", agent: "ana", why: .expired))
        #expect(scene.desk.agent("ana")?.presence == .away(reason: "missed_offer"))
        #expect(scene.state("T-1001") == .queued)
        scene.agent("ana", .next)
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
    }

    @Test("too many failed offers, or nobody left, need a lead")
    func attention() {
        var scene = Scene(Fixture.plan(defaults: DeskDefaults(maximumOffers: 2)))
        for id in ["ana", "ben", "lea"] { scene.agent(id, .online) }
        scene.run(Fixture.handoff("c"))
        scene.agent("ana", .decline(ticket: "T-1001", epoch: 1))
        #expect(
            scene.agent("ben", .decline(ticket: "T-1001", epoch: 2)) == [
                .withdrawn(ticket: "T-1001", agent: "ben", why: .declined),
                .notify(role: "lead", ticket: "T-1001", reason: "failed_offers"),
            ])
        #expect(scene.state("T-1001") == .attention(why: "failed_offers"))
        #expect(
            scene.agent("ben", .kick(ticket: "T-1001")).compactMap(\.refusal) == [.notLead])
        scene.agent("lea", .kick(ticket: "T-1001"))
        #expect(scene.state("T-1001")?.name == "offered")
    }

    @Test("waiting on the customer stops the clocks; their message wakes the ticket for its agent")
    func waitingOnCustomer() {
        var scene = Scene()
        scene.agent("lea", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("lea", .next)
        scene.agent("lea", .reply(ticket: "T-1001", epoch: 1, text: "Which lamp?"))
        let until = scene.now + .seconds(172_800)
        scene.agent(
            "lea",
            .snooze(ticket: "T-1001", epoch: 1, until: until, why: .waitingOnCustomer))
        #expect(scene.state("T-1001") == .parked(until: until, why: .waitingOnCustomer))
        scene.agent("ana", .online)
        scene.pass(100_000)
        let due = scene.desk.ticket("T-1001")?.due(of: .resolution)
        #expect(due == nil)
        let news = scene.run(.customerWrote(conversation: "c"))
        #expect(scene.state("T-1001")?.owner == "lea")
        #expect(news.contains { if case .offered = $0 { true } else { false } })
        #expect(
            scene.desk.ticket("T-1001")?.due(of: .resolution)
                == Fixture.start + .seconds(86_400 + 100_000))
        #expect(
            scene.desk.ticket("T-1001")?.due(of: .nextReply) == scene.now + .seconds(900))
    }

    @Test("the owner does not reply: a nudge, then the ticket goes on without them")
    func noReply() {
        var scene = Scene()
        scene.agent("ana", .online)
        scene.agent("ben", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ana", .next)
        #expect(
            scene.pass(180) == [
                .escalated(ticket: "T-1001", step: "claimed.1", reason: "no_reply"),
                .nudge(ticket: "T-1001", agent: "ana"),
            ])
        scene.pass(180)
        #expect(scene.state("T-1001")?.owner == "ben")
        #expect(scene.desk.ticket("T-1001")?.queuedAt == Fixture.start)
    }

    @Test("wrap-up keeps the slot busy; a new handoff reopens the ticket for its agent")
    func wrapUpAndReopen() {
        var scene = Scene(Fixture.plan(defaults: DeskDefaults(wrapUp: .seconds(20))))
        scene.agent("ben", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ben", .next)
        scene.agent("ben", .resolve(ticket: "T-1001", epoch: 1, code: "done"))
        scene.run(Fixture.handoff("d"))
        #expect(scene.state("T-1002") == .queued)
        scene.pass(20)
        #expect(scene.state("T-1001") == .resolved)
        #expect(scene.state("T-1002")?.owner == "ben")
        scene.agent("ben", .next)
        scene.agent("ben", .resolve(ticket: "T-1002", epoch: 1, code: "done"))
        scene.agent("ben", .away(reason: "lunch"))
        scene.run(Fixture.handoff("c"))
        #expect(scene.state("T-1001") == .queued)
        #expect(scene.desk.ticket("T-1001")?.resolution == nil)
        #expect(scene.desk.ticket("T-1001")?.queuedAt == scene.now)
    }

    @Test("a wrap-up ends at its agent's word, with another code if one is given")
    func endWrapUp() {
        var scene = Scene(Fixture.plan(defaults: DeskDefaults(wrapUp: .seconds(20))))
        scene.agent("ben", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ben", .next)
        let done = AgentCommand.endWrapUp(ticket: "T-1001", code: "refunded")
        #expect(scene.agent("ben", done).compactMap(\.refusal) == [.wrongState])
        scene.agent("ben", .resolve(ticket: "T-1001", epoch: 1, code: "done"))
        scene.run(Fixture.handoff("d"))
        #expect(scene.agent("lea", done).compactMap(\.refusal) == [.wrongState])
        #expect(
            scene.agent("ben", done) == [
                .offered(
                    ticket: "T-1002", agent: "ben", epoch: 1, until: scene.now + .seconds(30))
            ])
        #expect(scene.state("T-1001") == .resolved)
        #expect(scene.desk.ticket("T-1001")?.resolution?.code == "refunded")
    }

    @Test("transfer keeps the age; the giver is not offered it again")
    func transfer() {
        var scene = Scene()
        scene.agent("lea", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("lea", .next)
        scene.pass(100)
        scene.agent(
            "lea", .transfer(ticket: "T-1001", epoch: 1, queue: "payments", note: "refund"))
        #expect(scene.state("T-1001") == .queued)
        #expect(scene.desk.ticket("T-1001")?.queuedAt == Fixture.start)
        #expect(scene.desk.ticket("T-1001")?.notes.map(\.text) == ["refund"])
        scene.agent("ana", .online)
        #expect(scene.state("T-1001")?.owner == "ana")
    }

    @Test("where nobody may come back a resolved ticket is closed at once")
    func noWindow() {
        var scene = Scene(Fixture.plan(defaults: DeskDefaults(reopenWindow: .zero)))
        scene.agent("ana", .online)
        scene.run(Fixture.handoff("c"))
        scene.agent("ana", .next)
        let effects = scene.desk.handle(
            .agent("ana", .resolve(ticket: "T-1001", epoch: 1, code: "done")), at: scene.now)
        #expect(scene.state("T-1001") == nil)
        #expect(effects.contains { if case .resolved = $0 { true } else { false } })
        let row = effects.compactMap { effect -> Ticket? in
            if case .ticketChanged(let ticket) = effect { ticket.value } else { nil }
        }.last
        #expect(row?.state == .closed)
        #expect(row?.history.suffix(2).map(\.what) == ["resolved", "closed"])
    }

    @Test("after a restart offers are withdrawn and claims survive with a fresh grace")
    func restart() {
        var scene = Scene()
        scene.agent("ana", .online)
        scene.agent("ben", .online)
        scene.run(Fixture.handoff("c"))
        scene.run(Fixture.handoff("d"))
        scene.agent("ana", .next)
        let offered = scene.desk.tickets.filter { $0.state.name == "offered" }
        #expect(offered.count == 1)
        scene.desk = Desk(plan: Fixture.plan(), restoring: scene.desk.snapshot)
        scene.now = scene.now + .seconds(10)
        let effects = scene.desk.restart(at: scene.now)
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
        #expect(scene.state("T-1002") == .queued)
        #expect(effects.contains(.setTimer(.agent("ana"), at: scene.now + .seconds(60))))
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "still here"))
        scene.pass(60)
        #expect(scene.state("T-1001") == .claimed(agent: "ana"))
        scene.run(Fixture.handoff("e"))
        #expect(scene.desk.ticket("T-1003")?.conversation == "e")
    }
}
