import Facts
import Foundation
import Rehearsal
import Simulation
import Testing
import Wire

@testable import Desk
@testable import Understanding
@testable import triage

@Suite("what leads see")
struct LeadTests {
    private let now = Instant(seconds: 1_772_442_840)

    private func ticket(_ id: String, due: Int, reasons: JSON = []) -> JSON {
        [
            "id": .string(id), "queue": "payments", "class": "urgent", "due": .integer(due),
            "queued_at": .integer(Int(now.milliseconds) - 65_000), "reasons": reasons,
        ]
    }

    private var board: QueueBoard {
        let soon = Int(now.milliseconds) + 30_000
        let past = Int(now.milliseconds) - 61_000
        return QueueBoard(
            queues: [
                "queues": [
                    [
                        "queue": "payments", "waiting": 2, "held": 1, "parked": 0, "attention": 0,
                        "at_risk": 1, "late": 1, "free_agents": 0,
                        "oldest_queued_at": .integer(Int(now.milliseconds) - 65_000),
                        "tickets": [
                            ticket("T-2", due: soon),
                            ticket("T-1", due: past, reasons: ["evil\u{1B}[31m\u{202E}"]),
                        ],
                    ]
                ]
            ],
            agents: [
                "agents": [
                    [
                        "id": "ana", "presence": "break", "reason": "lunch",
                        "tickets": ["T-9", "T-8", "T-7"], "offered": ["T-8"],
                        "wrap_up": ["T-9"], "capacity": 4, "grace_until": nil,
                        "shift": [
                            "planned": "block", "block": "lunch", "planned_seconds": 1000,
                            "adherent_seconds": 954,
                        ],
                    ],
                    [
                        "id": "ben", "presence": "offline", "tickets": [],
                        "shift": ["planned": "work", "block": nil],
                    ],
                ]
            ], today: nil, now: now, columns: 80)
    }

    @Test("the board shows what is late first, and who works")
    func boardLines() throws {
        let lines = board.lines
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.contains { $0.hasPrefix("ana ") && $0.contains("plan 95 %") })
        #expect(lines.last == "by their shift also at work: ben")
        #expect(lines[0].contains("2 waiting · oldest 1m 5s · 1 at risk · 1 late · 1 held"))
        let late = try #require(lines.firstIndex { $0.hasPrefix("T-1") })
        let soon = try #require(lines.firstIndex { $0.hasPrefix("T-2") })
        #expect(late < soon)
        #expect(lines[late].contains("late by 1m 1s") && lines[soon].contains("in 30s"))
        #expect(lines.contains { $0.contains("1 here, 1 offline") })
        #expect(
            lines.contains {
                $0.contains("break (lunch)") && $0.contains("■◪◇□")
                    && $0.contains("T-9 wrap-up T-8? T-7")
            })
    }

    @Test("a desk that cannot store says so above its board")
    func troubledBoard() {
        var troubled = board
        troubled.trouble =
            "the disk of the store /srv/triage.db is full; free some space, then repeat"
        #expect(
            troubled.lines[0].hasPrefix("! nothing can be stored: the disk of the store")
                && troubled.lines[0].count <= 80)
        #expect(Array(troubled.lines.dropFirst()) == board.lines)
    }

    @Test("what is expected of rules is what the plan can give")
    func expectations() throws {
        typealias Expectation = RulesCommand.Test.Expectation
        let plan = DeskPlan(
            classes: [ServiceClass(name: "urgent", headStart: .zero)],
            queues: [QueuePlan(name: "legal")])
        #expect(
            try Expectation.all(in: "queue=legal,class=urgent", plan) == [
                Expectation(name: "queue", value: "legal"),
                Expectation(name: "class", value: "urgent"),
            ])
        for (text, refusal) in [
            (
                "quue=legal",
                "'quue=legal' is no expectation; write queue=…, class=… or hand_off=true"
            ),
            ("queue=leagl", "queue is never leagl; did you mean legal?"),
            ("hand_off=yes", "hand_off is never yes; there are true, false"),
        ] {
            let failure = #expect(throws: CommandFailure.self) {
                _ = try Expectation.all(in: text, plan)
            }
            #expect(failure?.lines == [refusal] && failure?.code == Exit.usage)
        }
    }

    @Test("a narrow board leaves out whole columns, never those that need a lead")
    func narrowBoard() throws {
        func head(_ columns: Int) -> String? {
            var narrow = board
            narrow.columns = columns
            #expect(narrow.lines.allSatisfy { $0.count <= columns })
            return narrow.lines.first { $0.hasPrefix("queue ") }
        }
        #expect(head(80)?.hasSuffix("at risk  oldest  held  parked") == true)
        #expect(head(60)?.hasSuffix("attention  free  at risk") == true)
        #expect(head(45)?.hasSuffix("waiting  late  attention  free") == true)
    }

    @Test(
        "no byte of a customer reaches the lead's terminal raw, and no colour where none is wanted")
    func harmless() {
        #expect(board.lines.allSatisfy { !$0.contains("\u{1B}") && !$0.contains("\u{202E}") })
        var coloured = board
        coloured.isColoured = true
        #expect(coloured.lines.contains { $0.hasPrefix("\u{1B}[31mpayments") })
    }

    private let plan = DeskPlan(
        rules: [
            DeskRule(
                id: "vip", when: rule(["customer", "tier"], .equal, .text("vip")),
                then: RuleAction(serviceClass: "urgent")),
            DeskRule(
                id: "big",
                when: rule(
                    ["refund", "amount"], .greaterOrEqual,
                    .money(Money(minorUnits: 50_000, currency: "EUR"))),
                then: RuleAction(queue: "payments")),
            DeskRule(
                id: "legal", when: rule(["message", "mentions"], .has, .text("legal_words")),
                then: RuleAction(handOff: true)),
        ])

    private static func rule(_ field: [String], _ relation: Relation, _ value: Value) -> Condition {
        .test(Comparison(field: field, relation: relation, operand: .value(value)))
    }

    @Test("a misspelt fact of `rules test` is refused with the name that was meant")
    func facts() throws {
        var facts = Record()
        try facts.take("tier=vip", of: plan, currency: "EUR")
        try facts.take("refund.amount=620", of: plan, currency: "EUR")
        #expect(facts["customer"]?.record?["tier"] == .text("vip"))
        let amount = facts["refund"]?.record?["amount"]
        #expect(amount == .money(Money(minorUnits: 62_000, currency: "EUR")))
        func refusal(_ word: String) -> CommandFailure? {
            do throws(CommandFailure) {
                try facts.take(word, of: plan, currency: "EUR")
                return nil
            } catch {
                return error
            }
        }
        let slip = refusal("customer.teir=vip")
        #expect(
            slip?.lines == ["no rule asks about customer.teir; did you mean customer.tier?"])
        #expect(slip?.code == Exit.usage)
        #expect(refusal("customer.tier")?.code == Exit.usage)
        // Far from every name: said, but no slip.
        #expect(refusal("weather=wet") == nil)
    }

    @Test("the words that mention a list are shown, not the names of other lists")
    func mentionedWords() throws {
        let facts: Record = [
            "message": .record(["mentions": .list([.text("legal_words"), .text("skip_words")])])
        ]
        let now = Instant(seconds: 0)
        let traces = RuleSet(plan: plan).trace(RecordFacts(facts, now: now))
        let route = Route(queue: "legal", serviceClass: "urgent", outcome: RuleOutcome())
        let lines = RuleText.lines(
            route, traces,
            mentioned: [
                .init(list: "skip_words", words: "please"),
                .init(list: "legal_words", words: "my lawyer"),
                .init(list: "legal_words", words: "sue"),
            ])
        #expect(lines.contains("    + message mentions legal_words   (“my lawyer”, “sue”)"))
        let unknown = RuleText.lines(route, traces)
        #expect(unknown.contains("    + message mentions legal_words   (yes)"))
    }

    @Test("a lead whispers about and gives away tickets that are not at hand")
    func aimed() {
        func aim(_ line: String) -> [String?] {
            let aimed = AgentLine.aimed(line)
            return [aimed.ticket, aimed.line]
        }
        #expect(aim("/whisper T-1002 be kind, please") == ["T-1002", "/whisper be kind, please"])
        #expect(aim("/assign T-7 ben") == ["T-7", "/assign ben"])
        #expect(aim("/assign T-7") == ["T-7", "/assign"])
        #expect(aim("/whisper be kind") == [nil, "/whisper be kind"])
        #expect(
            aim("/whisper T-shirt 1002 is sold out") == [nil, "/whisper T-shirt 1002 is sold out"])
        #expect(aim("/note T-1002 good tone") == ["T-1002", "/note good tone"])
        #expect(aim("T-1002 is closed") == [nil, "T-1002 is closed"])
    }

    @Test(
        "a narrow board keeps what needs a lead, and names what needs a kick; empty queues are one line"
    )
    func narrow() throws {
        var narrow = board
        narrow.columns = 60
        narrow.queues = [
            "queues": [
                [
                    "queue": "returns", "waiting": 0, "held": 0, "parked": 0, "attention": 1,
                    "at_risk": 0, "late": 0, "free_agents": 2, "tickets": [],
                    "attention_tickets": [
                        [
                            "id": "T-7", "why": "nobody_eligible",
                            "since": .integer(Int(now.milliseconds) - 65_000),
                        ]
                    ],
                ],
                ["queue": "legal", "waiting": 0, "free_agents": 1], ["queue": "general"],
            ]
        ]
        let lines = narrow.lines
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.contains { $0.contains("late  attention  free") })
        #expect(lines.contains("nothing in legal, general"))
        #expect(lines.contains { $0.hasPrefix("T-7") && $0.contains("nobody may take it") })
    }

    @Test("an agent who comes back hears that they are not online")
    func absence() {
        let away: JSON = ["agent": ["presence": "away", "reason": "missed_offer"]]
        #expect(TicketText.absence(in: away) == "; you are away (missed offer), /online ends it")
        #expect(TicketText.absence(in: ["agent": ["presence": "online", "reason": nil]]) == "")
    }

    @Test("an empty desk has a board too")
    func empty() {
        let lines = QueueBoard(queues: [:], agents: [:], today: nil, now: now).lines
        #expect(lines[0].contains("0 waiting"))
    }

    @Test("simulations refuse what makes no sense, with the cure")
    func usage() throws {
        let rows: [([String], String)] = [
            (["simulate", "run", "--arrivals", "x"], "write 100 or 10,40,80"),
            (["simulate", "run", "--hours", "soon"], "write 20s, 30m or 8h"),
            (["simulate", "run", "--roster", "bob=0h-4h"], "no agent 'bob'"),
            (
                ["simulate", "run", "--peak", "4", "--peak-from", "2h", "--hours", "2h"],
                "the desk is open for 2h only"
            ),
            (["simulate", "run", "--agents", "0"], "--agents is within"),
            (["report", "--since", "soon"], "write 7d"),
            (["train"], "name a transcript"),
        ]
        for (arguments, expected) in rows {
            let result = try Program.run(arguments)
            #expect(result.status == 64, "\(arguments)")
            #expect(result.errors.contains(expected), "\(result.errors)")
        }
    }

    @Test("bands stay within what is possible, and need more than two runs")
    func bands() throws {
        let wide = try #require(Band([0.02, 0.5, 0.9]))
        #expect(SimulationText.percent(wide, runs: 3) == "47.3 % (0.0–100.0)")
        #expect(SimulationText.percent(wide, runs: 2) == "47.3 %")
        let narrow = try #require(Band([0.90, 0.91, 0.92]))
        #expect(SimulationText.percent(narrow, runs: 3) == "91.0 % ± 2.5")
        let waits = try #require(Band([10, 200, 30]))
        #expect(SimulationText.seconds(waits, runs: 3).hasPrefix("1m 20s (0s–"))
        #expect(SimulationText.runs(2) == "2 runs, too few for bands")
        #expect(SimulationText.runs(5, each: true) == "5 runs each, 95 % bands")
    }

    @Test("the defaults of a check agree with the formulas")
    func checkDefaults() throws {
        let result = try Program.run(
            ["simulate", "check", "--chats", "20000", "--engine", "10000"])
        #expect(result.status == 0, "\(result.errors)")
        // Each figure says what chance makes of it; the engine is the exact queue.
        #expect(result.output.contains("noise; 1 %: "))
        #expect(
            result.output.contains(
                "waits: to the millisecond as in the exact queue"))
        let lines = result.output.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("  ") }.allSatisfy { $0.count <= 80 })
        let short = try Program.run(["simulate", "check", "--agents", "5"])
        #expect(short.status == 65)
        #expect(short.errors.hasPrefix("10.0 slots would be busy all the time and there are 5:"))
    }

    @Test("the same seed simulates the same; the numbers add up")
    func simulation() throws {
        let arguments = [
            "simulate", "run", "--agents", "6", "--arrivals", "20", "--hours", "2h",
            "--replications", "2", "--json",
        ]
        let one = try Program.run(arguments)
        #expect(one.status == 0, "\(one.errors)")
        #expect(try Program.run(arguments).output == one.output)
        let result = try JSON(parsing: one.output)
        let all = try #require(result["all"])
        let served = try #require(all["served"]?.integer)
        #expect(served + (all["abandoned"]?.integer ?? 0) == all["arrivals"]?.integer)
    }
}
