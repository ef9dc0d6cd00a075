import Desk
import Facts
import Glibc

let start = Instant(seconds: 1_772_442_840)

/// Ten queues by five skills, three classes; agents with one or two skills and languages.
func plan(agents: Int, rules: [DeskRule] = []) -> DeskPlan {
    let skills = ["returns", "payments", "accounts", "technical", "orders"]
    let queues = (0..<10).map { number in
        QueuePlan(
            name: "queue\(number)", serviceClass: ["urgent", "normal", "low"][number % 3],
            needs: [Skill(skills[number % 5])])
    }
    let people = (0..<agents).map { number in
        AgentPlan(
            id: "agent\(number)", name: "Agent \(number)",
            skills: [
                Skill(skills[number % 5], level: 1 + number % 3), Skill(skills[number / 5 % 5]),
            ],
            languages: number % 4 == 0 ? ["en", "de"] : [number % 2 == 0 ? "de" : "en"],
            capacity: 3)
    }
    return DeskPlan(
        classes: [
            ServiceClass(name: "urgent", headStart: .seconds(43_200), firstReply: .seconds(120)),
            ServiceClass(name: "normal", headStart: .seconds(14_400), firstReply: .seconds(600)),
            ServiceClass(name: "low", headStart: .zero, firstReply: .seconds(14_400)),
        ],
        queues: queues, rules: rules,
        waitingLadder: [
            LadderStep(
                id: "waiting.1", at: .percent(80, of: .firstReply),
                actions: [.notify(role: "lead")]),
            LadderStep(
                id: "waiting.2", at: .target(.firstReply),
                actions: [.raise(serviceClass: "urgent")]),
        ], agents: people)
}

func handoff(_ number: Int) -> DeskCommand {
    .handoff(
        HandoffRequest(
            conversation: "c\(number)", customer: ["id": .text("u\(number)")],
            language: number % 2 == 0 ? "de" : "en", queue: "queue\(number % 10)"))
}

/// An agent resolves a ticket, with `waiting` others waiting: until the next one is offered.
func measureOffers(waiting: Int, agents: Int) {
    var desk = Desk(plan: plan(agents: agents))
    var now = start
    var held: [(agent: String, ticket: String, epoch: Int)] = []
    func keep(_ effects: [DeskEffect]) {
        for case .offered(let ticket, let agent, let epoch, _) in effects {
            let claims = desk.handle(
                .agent(agent, .accept(ticket: ticket, epoch: epoch)), at: now)
            if !claims.isEmpty { held.append((agent, ticket, epoch)) }
        }
    }
    for number in 0..<agents { _ = desk.handle(.agent("agent\(number)", .online), at: now) }
    for number in 0..<(waiting + agents * 3 + 6000) {
        now = now + .milliseconds(10)
        keep(desk.handle(handoff(number), at: now))
    }
    var times: [UInt64] = []
    var offers = 0
    for _ in 0..<5000 {
        guard !held.isEmpty else { break }
        let (agent, ticket, epoch) = held.removeFirst()
        now = now + .milliseconds(10)
        let before = nanoseconds()
        let effects = desk.handle(
            .agent(agent, .resolve(ticket: ticket, epoch: epoch, code: "done")), at: now)
        times.append(nanoseconds() &- before)
        offers += effects.count { if case .offered = $0 { true } else { false } }
        keep(effects)
    }
    report("freed slot to offer, \(waiting) waiting, \(agents) agents, \(offers) offers", times)
}

/// An agent claims a waiting ticket out of the order.
func measureClaims(open: Int) {
    var desk = Desk(plan: plan(agents: 500))
    var now = start
    for number in 0..<open { _ = desk.handle(handoff(number), at: now) }
    var times: [UInt64] = []
    for number in 0..<500 {
        now = now + .milliseconds(10)
        let agent = "agent\(number)"
        // The offers that come at once go back, so that the slots are free for the claim.
        let offered = desk.handle(.agent(agent, .online), at: now)
        for case .offered(let ticket, _, let epoch, _) in offered {
            _ = desk.handle(.agent(agent, .accept(ticket: ticket, epoch: epoch)), at: now)
            let before = nanoseconds()
            _ = desk.handle(
                .agent(
                    agent,
                    .snooze(
                        ticket: ticket, epoch: epoch, until: now + .seconds(600), why: .snoozed)),
                at: now)
            _ = desk.handle(.agent(agent, .undo(ticket: ticket)), at: now)
            times.append((nanoseconds() &- before) / 2)
        }
    }
    report("snooze and claim, \(open) open", times)
}

/// A message against so many rules, of which a few match.
func measureRules(count: Int) {
    let rules = (0..<count).map { number -> DeskRule in
        let tests: [Condition] = [
            .test(
                Comparison(
                    field: ["order", "total"], relation: .greaterOrEqual,
                    operand: .value(
                        .money(Money(minorUnits: number * 1000, currency: "EUR"))))),
            .test(
                Comparison(
                    field: ["intent"], relation: .equal,
                    operand: .value(.text("intent\(number % 40)")))
            ),
        ]
        return DeskRule(
            id: "rule\(number)", when: .all(tests), then: RuleAction(tags: ["t\(number)"]))
    }
    let set = RuleSet(plan: plan(agents: 1, rules: rules))
    let facts = RecordFacts(
        [
            "order": .record(["total": .money(Money(minorUnits: 150_000, currency: "EUR"))]),
            "intent": .text("intent7"), "customer": .record(["tier": .text("gold")]),
        ], now: start)
    var times: [UInt64] = []
    var fired = 0
    for _ in 0..<20_000 {
        let before = nanoseconds()
        fired += set.evaluate(facts).fired.count
        times.append(nanoseconds() &- before)
    }
    report("\(count) rules, \(fired / 20_000) match", times)
}

func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

func report(_ name: String, _ times: [UInt64]) {
    let sorted = times.sorted()
    func at(_ share: Double) -> String {
        guard !sorted.isEmpty else { return "-" }
        let value = Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) / 1000
        return String(Int(value * 10) / 10) + "." + String(Int(value * 10) % 10)
    }
    print(
        "\(name): \(sorted.count) samples, p50 \(at(0.5)) µs, p99 \(at(0.99)) µs, max \(at(0.9999)) µs"
    )
}
