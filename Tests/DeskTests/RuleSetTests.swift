import Facts
import Testing

@testable import Desk

@Suite("Rules")
struct RuleSetTests {
    private func outcome(_ facts: Record, _ rules: [DeskRule] = Fixture.rules) -> RuleOutcome {
        RuleSet(plan: Fixture.plan(rules: rules)).evaluate(RecordFacts(facts, now: Fixture.start))
    }

    @Test("nothing matches: no handoff, nothing fired")
    func nothing() {
        #expect(outcome([:]) == RuleOutcome())
        #expect(!outcome([:]).handOff)
    }

    @Test("asked for a human, stuck, legal, big money, VIP: each on its own")
    func each() {
        #expect(outcome(["said": .text("human")]).handOffReasons == ["asked_for_human"])
        #expect(outcome(["failed_turns": .integer(1)]).fired.isEmpty)
        #expect(outcome(["failed_turns": .integer(2)]).handOffReasons == ["bot_stuck"])
        let legal = outcome(["legal": .flag(true)])
        #expect(legal.handOff && legal.notify == ["lead"] && legal.freeze == ["refund"])
        let order: Value = .record(["total": .money(Money(minorUnits: 50_000, currency: "EUR"))])
        let money = outcome(["order": order, "intent": .text("refund")])
        #expect(money.queue == "payments" && money.serviceClass == "urgent" && !money.handOff)
        #expect(outcome(["order": order, "intent": .text("track")]).fired.isEmpty)
        let vip = outcome(["customer": .record(["tier": .text("vip")])])
        #expect(vip.fired == ["vip"] && vip.tags == ["vip"] && vip.serviceClass == "urgent")
    }

    @Test("the merge: highest class, soonest deadline, first queue, unions without repetition")
    func merge() {
        let rules = [
            DeskRule(
                id: "a", when: .always,
                then: RuleAction(
                    queue: "safety", serviceClass: "low", firstReply: .seconds(90),
                    notify: ["lead"], tags: ["x", "y"], page: "oncall")),
            DeskRule(
                id: "b", when: .always,
                then: RuleAction(
                    handOff: true, queue: "payments", serviceClass: "urgent",
                    firstReply: .seconds(30), notify: ["lead", "duty"], tags: ["y", "z"],
                    freeze: ["refund"], page: "oncall")),
            DeskRule(id: "c", when: .always, then: RuleAction(serviceClass: "normal")),
        ]
        let merged = outcome([:], rules)
        #expect(merged.fired == ["a", "b", "c"] && merged.handOffReasons == ["b"])
        #expect(merged.queue == "safety" && merged.serviceClass == "urgent")
        #expect(merged.firstReply == .seconds(30) && merged.page == ["oncall"])
        #expect(merged.notify == ["lead", "duty"] && merged.tags == ["x", "y", "z"])
        // All but the queue and the order of the lists is the same backwards.
        let backwards = outcome([:], rules.reversed())
        #expect(backwards.serviceClass == merged.serviceClass)
        #expect(backwards.firstReply == merged.firstReply && backwards.freeze == merged.freeze)
        #expect(backwards.tags.sorted() == merged.tags.sorted())
    }

    @Test("a rule's deadline shortens the first reply, also on a ticket that is open already")
    func deadline() {
        let quick = DeskRule(
            id: "quick", when: Fixture.test(["hot"], .equal, .flag(true)),
            then: RuleAction(firstReply: .seconds(60)))
        var scene = Scene(Fixture.plan(rules: [quick]))
        scene.run(Fixture.handoff("a", facts: ["hot": .flag(true)]))
        scene.run(Fixture.handoff("b"))
        scene.pass(10)
        scene.run(Fixture.handoff("b", facts: ["hot": .flag(true)]))
        for id in ["T-1001", "T-1002"] {
            #expect(
                scene.desk.ticket(id)?.due(of: .firstReply) == Fixture.start + .seconds(60))
        }
    }
}
