import Facts
import Testing

@testable import Desk

@Suite("Checks of the plan")
struct PlanProblemTests {
    @Test("the plan of the specification has no problem")
    func good() {
        #expect(Fixture.plan().problems().isEmpty)
    }

    @Test("each mistake has its place, and all are found at once")
    func bad() {
        var plan = Fixture.plan()
        plan.calendars = [WorkCalendar(name: "never", zone: .utc, week: [[], [], []])]
        plan.classes[0].clock = "office"
        plan.classes[1].firstReply = .zero
        plan.queues[0].serviceClass = "silver"
        plan.queues[1].needs = [Skill("payments", level: 9)]
        plan.queues.append(plan.queues[0])
        plan.rules[0].then.queue = "nowhere"
        plan.waitingLadder[0].actions = [.nudge]
        plan.waitingLadder[4].repeatEvery = .zero
        plan.agents[0].capacity = 0
        plan.defaults.hours = "office"
        let found = plan.problems().map { "\($0.path.joined(separator: ".")): \($0.what)" }
        #expect(
            found == [
                "calendars.never: the calendar has no working time",
                "classes.urgent.clock: calendar 'office' is not declared",
                "classes.normal.first_reply: the time is not positive",
                "queues.general: 'general' is there twice",
                "queues.general.class: class 'silver' is not declared",
                "queues.payments.needs: no agent has the skills for the queue 'payments'",
                "queues.general.class: class 'silver' is not declared",
                "rules.asked_for_human.then.queue: queue 'nowhere' is not declared",
                "ladders.waiting.waiting.1: a waiting ticket has no owner",
                "ladders.waiting.waiting.5.repeat: the time is not positive",
                "agents.ana.capacity: less than 1",
                "defaults.hours: calendar 'office' is not declared",
            ])
    }

    @Test("an empty plan says what is missing")
    func empty() {
        #expect(
            DeskPlan().problems().map(\.what) == [
                "there is no class", "there is no default queue",
            ])
    }

    @Test("a rule that cannot match, and one whose queue never counts")
    func lint() {
        func total(_ relation: Relation, _ amount: Int) -> Condition {
            Fixture.test(["total"], relation, .integer(amount))
        }
        let rules = [
            DeskRule(
                id: "never", when: .all([total(.greater, 5), total(.less, 5)]),
                then: RuleAction(handOff: true)),
            DeskRule(
                id: "big", when: total(.greaterOrEqual, 500),
                then: RuleAction(queue: "payments")),
            DeskRule(
                id: "bigger",
                when: .all([
                    total(.greaterOrEqual, 900), Fixture.test(["x"], .equal, .text("y")),
                ]), then: RuleAction(queue: "safety")),
            DeskRule(
                id: "small", when: total(.greaterOrEqual, 400), then: RuleAction(queue: "general")),
            DeskRule(id: "idle", when: total(.equal, 1), then: RuleAction()),
        ]
        let problems = Fixture.plan(rules: rules).problems()
        #expect(
            problems.map(\.path) == [
                ["rules", "never", "when"], ["rules", "bigger", "then", "queue"],
                ["rules", "idle"],
            ])
        #expect(problems.map(\.isWarning) == [false, true, true])
    }

    @Test("a rule that others hide, and a class that never counts")
    func shadowed() {
        let vip = Fixture.test(["customer", "tier"], .equal, .text("vip"))
        let gold = Fixture.test(["customer", "tier"], .equal, .text("gold"))
        func warnings(_ rules: [DeskRule]) -> [String] {
            Fixture.plan(rules: rules).problems().map {
                "\($0.path.joined(separator: ".")): \($0.what)"
            }
        }
        let urgent = DeskRule(
            id: "vip", when: vip, then: RuleAction(serviceClass: "urgent", notify: ["lead"]))
        #expect(
            warnings([
                urgent,
                DeskRule(id: "vip2", when: vip, then: RuleAction(serviceClass: "low")),
                DeskRule(id: "vip3", when: vip, then: RuleAction(notify: ["lead"])),
            ]) == [
                "rules.vip2: the rule changes nothing: 'vip' matches whenever it does",
                "rules.vip3: the rule changes nothing: 'vip', 'vip2' match whenever it does",
            ])
        // A broader rule hides a narrower one wherever it stands.
        let narrow = DeskRule(
            id: "narrow", when: .all([vip, gold]), then: RuleAction(serviceClass: "normal"))
        #expect(warnings([narrow, urgent]).contains { $0.hasPrefix("rules.narrow") })
        // What adds anything is not hidden.
        for more in [
            RuleAction(tags: ["x"]), RuleAction(handOff: true), RuleAction(queue: "payments"),
            RuleAction(firstReply: .seconds(5)), RuleAction(freeze: ["refund"]),
            RuleAction(page: "lead"), RuleAction(say: "repair.x"),
        ] {
            #expect(warnings([urgent, DeskRule(id: "more", when: vip, then: more)]).isEmpty)
        }
        #expect(
            warnings([DeskRule(id: "low", when: gold, then: RuleAction(serviceClass: "low"))])
                == [
                    "rules.low.then.class: the class never counts: classes only rise, and no queue is"
                        + " below 'low'"
                ])
    }

    @Test("steps that can have no effect, and deadlines that cannot occur")
    func idleSteps() {
        var plan = Fixture.plan()
        plan.waitingLadder = [
            LadderStep(
                id: "w1", at: .after(.seconds(30)),
                actions: [.widen(from: "payments", to: "payments")]),
            LadderStep(
                id: "w2", at: .after(.seconds(40)),
                actions: [.widen(from: "general", to: "payments")]),
            LadderStep(
                id: "w3", at: .after(.seconds(50)), actions: [.notify(role: "lead")],
                repeatEvery: .seconds(60)),
            LadderStep(
                id: "w4", at: .after(.seconds(50)), actions: [.notify(role: "lead")],
                maximumTimes: 3),
        ]
        plan.claimedLadder = [
            LadderStep(
                id: "c1", at: .after(.seconds(30)), withoutReply: true, actions: [.requeue]),
            LadderStep(id: "c2", at: .after(.seconds(20)), withoutReply: true, actions: [.nudge]),
            LadderStep(id: "c3", at: .after(.seconds(40)), withoutReply: true, actions: [.nudge]),
            LadderStep(
                id: "c4", at: .after(.seconds(40)), withoutAnswer: true, actions: [.ask("x")]),
        ]
        plan.classes[2].firstReply = .seconds(300_000)
        plan.queues[1].overflow = Overflow(queue: "general", waiting: 2)
        let found = plan.problems().map { "\($0.path.joined(separator: ".")): \($0.what)" }
        #expect(
            found == [
                "classes.low.first_reply: the deadline cannot occur: the resolution is promised"
                    + " sooner",
                "ladders.waiting.w1.widen: 'payments' is widened to itself",
                "ladders.waiting.w2.widen: nobody is won: all who serve 'payments' serve 'general'"
                    + " as well",
                "ladders.waiting.w3.repeat: it never happens again",
                "ladders.waiting.w4.max: it happens once all the same",
                "ladders.claimed.c3.at: the deadline cannot occur: 'c1' takes the ticket away"
                    + " before",
            ])
    }

    @Test("a step after its promise is broken, or after any ticket's life, is told")
    func lateSteps() {
        var plan = Fixture.plan()
        plan.waitingLadder = [
            LadderStep(
                id: "w1", at: .percent(100, of: .firstReply), actions: [.notify(role: "lead")]),
            LadderStep(
                id: "w2", at: .percent(500, of: .firstReply), actions: [.notify(role: "lead")]),
            LadderStep(
                id: "w3", at: .after(.seconds(91 * 86_400)), actions: [.notify(role: "lead")]),
        ]
        let found = plan.problems()
        #expect(
            found.map { "\($0.path.joined(separator: ".")): \($0.what)" } == [
                "ladders.waiting.w2.at: 500% of first_reply is after the promise is broken",
                "ladders.waiting.w3.at: no ticket waits that long",
            ])
        #expect(found.filter { !$0.isWarning }.isEmpty)
    }

    /// A proof of impossibility or implication is checked against all values of a small domain.
    @Test("what the lint proves is true of every value")
    func soundness() {
        let relations: [Relation] = [
            .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
        ]
        var proofs = 0
        for first in relations {
            for second in relations {
                for (left, right) in [(1, 2), (2, 2), (2, 1)] {
                    let one = Fixture.test(["n"], first, .integer(left))
                    let two = Fixture.test(["n"], second, .integer(right))
                    let both = Condition.all([one, two])
                    let facts = (-1...4).map { value in
                        RecordFacts(["n": .integer(value)], now: Fixture.start)
                    }
                    if both.impossibility != nil {
                        proofs += 1
                        #expect(!facts.contains { both.holds(in: $0) }, "\(first) \(second)")
                    }
                    if one.implies(two) {
                        proofs += 1
                        #expect(facts.allSatisfy { !one.holds(in: $0) || two.holds(in: $0) })
                    }
                }
            }
        }
        #expect(proofs > 30)
    }
}
