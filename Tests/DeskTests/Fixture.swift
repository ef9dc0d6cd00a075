import Facts

@testable import Desk

/// The plan of the specification, with four agents; offices are always open unless a test says
/// otherwise.
enum Fixture {
    /// 2026-03-06 16:40:00 UTC.
    static let start = Instant(seconds: 1_772_815_200)

    static func plan(
        rules: [DeskRule] = rules, waiting: [LadderStep] = waiting,
        claimed: [LadderStep] = claimed, agents: [AgentPlan] = agents,
        defaults: DeskDefaults = DeskDefaults()
    ) -> DeskPlan {
        DeskPlan(
            classes: [
                ServiceClass(
                    name: "urgent", headStart: .seconds(43_200), firstReply: .seconds(120),
                    nextReply: .seconds(300), resolution: .seconds(14_400)),
                ServiceClass(
                    name: "normal", headStart: .seconds(14_400), firstReply: .seconds(600),
                    nextReply: .seconds(900), resolution: .seconds(86_400)),
                ServiceClass(
                    name: "low", headStart: .zero, firstReply: .seconds(14_400),
                    nextReply: .seconds(14_400), resolution: .seconds(259_200)),
            ],
            queues: [
                QueuePlan(name: "general", serviceClass: "normal"),
                QueuePlan(name: "payments", serviceClass: "normal", needs: [Skill("payments")]),
                QueuePlan(name: "safety", serviceClass: "urgent", needs: [Skill("safety")]),
            ],
            rules: rules, waitingLadder: waiting, claimedLadder: claimed, agents: agents,
            defaults: defaults)
    }

    static let agents = [
        AgentPlan(
            id: "ana", name: "Ana", skills: [Skill("payments", level: 2)], languages: ["en"],
            capacity: 2),
        AgentPlan(id: "ben", name: "Ben", languages: ["en", "de"], capacity: 1),
        AgentPlan(
            id: "eva", name: "Eva", skills: [Skill("payments"), Skill("safety")],
            languages: ["de"], capacity: 1),
        AgentPlan(
            id: "lea", name: "Lea", skills: [Skill("payments"), Skill("safety")], capacity: 3,
            roles: ["lead"]),
    ]

    static let rules = [
        DeskRule(
            id: "asked_for_human", when: test(["said"], .has, .text("human")),
            then: RuleAction(handOff: true)),
        DeskRule(
            id: "bot_stuck", when: test(["failed_turns"], .greaterOrEqual, .integer(2)),
            then: RuleAction(handOff: true)),
        DeskRule(
            id: "legal_threat", when: test(["legal"], .equal, .flag(true)),
            then: RuleAction(
                handOff: true, serviceClass: "urgent", notify: ["lead"], freeze: ["refund"])),
        DeskRule(
            id: "big_money",
            when: .all([
                test(
                    ["order", "total"], .greaterOrEqual,
                    .money(Money(minorUnits: 50_000, currency: "EUR"))),
                .any([
                    test(["intent"], .equal, .text("refund")),
                    test(["intent"], .equal, .text("payment_failed")),
                ]),
            ]), then: RuleAction(queue: "payments", serviceClass: "urgent")),
        DeskRule(
            id: "vip", when: test(["customer", "tier"], .equal, .text("vip")),
            then: RuleAction(serviceClass: "urgent", tags: ["vip"])),
    ]

    static let waiting = [
        LadderStep(
            id: "waiting.1", at: .after(.seconds(30)),
            actions: [.widen(from: "payments", to: "general")]),
        LadderStep(
            id: "waiting.2", at: .percent(80, of: .firstReply), actions: [.notify(role: "lead")]),
        LadderStep(
            id: "waiting.3", at: .target(.firstReply),
            actions: [.raise(serviceClass: "urgent"), .notify(role: "lead")]),
        LadderStep(id: "waiting.4", at: .after(.seconds(1200)), actions: [.offer("callback")]),
        LadderStep(
            id: "waiting.5", at: .after(.seconds(7200)), actions: [.page(role: "oncall")],
            repeatEvery: .seconds(1800), maximumTimes: 4),
    ]

    static let claimed = [
        LadderStep(
            id: "claimed.1", at: .after(.seconds(180)), withoutReply: true, actions: [.nudge]),
        LadderStep(
            id: "claimed.2", at: .after(.seconds(360)), withoutReply: true, actions: [.requeue]),
    ]

    static func test(_ field: [String], _ relation: Relation, _ value: Value) -> Condition {
        .test(Comparison(field: field, relation: relation, operand: .value(value)))
    }

    static func handoff(
        _ conversation: String, customer: String? = nil, queue: String? = nil,
        language: String? = "en",
        facts: Record = Record(), serviceClass: String? = nil
    ) -> DeskCommand {
        .handoff(
            HandoffRequest(
                conversation: conversation,
                customer: customer.map { ["id": .text($0)] } ?? Record(), language: language,
                facts: facts, queue: queue,
                serviceClass: serviceClass))
    }
}

/// A desk with a clock of its own, for scenarios.
struct Scene {
    var desk: Desk
    var now = Fixture.start

    init(_ plan: DeskPlan = Fixture.plan()) {
        desk = Desk(plan: plan)
    }

    /// The effects but the rows and timers.
    @discardableResult
    mutating func run(_ command: DeskCommand) -> [DeskEffect] {
        desk.handle(command, at: now).filter(\.isNews)
    }

    @discardableResult
    mutating func agent(_ id: String, _ command: AgentCommand) -> [DeskEffect] {
        run(.agent(id, command))
    }

    /// Rings every timer that is due within the next `seconds`, in order, and moves the clock.
    @discardableResult
    mutating func pass(_ seconds: Int) -> [DeskEffect] {
        let end = now + .seconds(seconds)
        var news: [DeskEffect] = []
        while let (timer, at) = desk.nextTimer, at <= end {
            now = max(now, at)
            news += run(.timer(timer))
        }
        now = end
        return news
    }

    func state(_ ticket: String) -> TicketState? { desk.ticket(ticket)?.state }

    func epoch(_ ticket: String) -> Int { desk.ticket(ticket)?.epoch ?? -1 }
}

extension Desk {
    /// The timer that rings first: what the shell keeps.
    var nextTimer: (timer: DeskTimer, at: Instant)? {
        let tickets = tickets.compactMap { ticket in
            ticket.timer.map { (timer: DeskTimer.ticket(ticket.id), at: $0) }
        }
        let agents = agents.compactMap { row in
            row.timer.map { (timer: DeskTimer.agent(row.id), at: $0) }
        }
        return (tickets + agents).min { $0.at < $1.at }
    }
}

extension DeskEffect {
    /// Whether it is more than a row or a timer.
    var isNews: Bool {
        switch self {
        case .ticketChanged, .agentChanged, .setTimer, .cancelTimer: false
        case .enqueued, .offered, .withdrawn, .claimed, .ownerChanged, .sendToCustomer,
            .customerNotice, .escalated, .notify, .page, .nudge, .breached, .resolved, .refused,
            .draftKept, .told:
            true
        }
    }

    var refusal: DeskError.Code? { if case .refused(let error) = self { error.code } else { nil } }
}
