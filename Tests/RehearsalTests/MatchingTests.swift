import Facts
import Testing

@testable import Rehearsal

@Suite("matching")
struct MatchingTests {
    struct Row: Sendable {
        var pattern: String
        var text: String
        var captured: [String: String]?
    }

    static let rows: [Row] = [
        Row(pattern: "a{*}c", text: "abc", captured: [:]),
        Row(pattern: "a{*}c", text: "ac", captured: [:]),
        Row(pattern: "a{*}c", text: "ab", captured: nil),
        Row(pattern: "Order {order_id} is late", text: "Order 1042 is late", captured: [:]),
        Row(pattern: "Order {order_id} is late", text: "Order 1043 is late", captured: nil),
        Row(
            pattern: "Return {ret:return_id}: ok", text: "Return R-17: ok",
            captured: ["ret": "R-17"]),
        Row(pattern: "by {date}.", text: "by 3 March 2026.", captured: [:]),
        Row(pattern: "by {date}.", text: "by tomorrow.", captured: nil),
        Row(pattern: "pay {money} now", text: "pay €12.50 now", captured: [:]),
        Row(pattern: "{n:int} items", text: "12 items", captured: ["n": "12"]),
        Row(pattern: "{n:int} items", text: "two items", captured: nil),
        Row(pattern: "{*}a{*}b{*}", text: "xxaxxbxx", captured: [:]),
    ]

    @Test("a pattern fits or not, and keeps what its holes took", arguments: rows)
    func pattern(row: Row) {
        let found = TalkPattern(row.pattern).match(row.text) { $0 == "order_id" ? "1042" : nil }
        #expect(found == row.captured)
    }

    @Test("a pattern of many holes on a long text ends soon")
    func bounded() {
        let pattern = TalkPattern(String(repeating: "{*}a", count: 30) + "b")
        #expect(pattern.match(String(repeating: "a", count: 200)) { _ in nil } == nil)
    }

    @Test("as many lines as possible are paired, in order")
    func alignment() {
        let expected = ["a", "b", "c"]
        let actual = ["a", "x", "c", "d"]
        let steps = Alignment(expected: 3, actual: 4) { expected[$0] == actual[$1] }.steps
        #expect(
            steps == [
                .pair(expected: 0, actual: 0), .missing(expected: 1), .extra(actual: 1),
                .pair(expected: 2, actual: 2), .extra(actual: 3),
            ])
    }

    @Test("an any-line covers what no other line takes")
    func anyLine() {
        let actual = ["x", "y", "c"]
        let steps = Alignment(expected: 2, actual: 3) {
            $0 == 1 && actual[$1] == "c"
        } isAny: {
            $0 == 0
        }.steps
        #expect(steps.filter { if case .extra = $0 { true } else { false } }.isEmpty)
        #expect(steps.filter { if case .missing = $0 { true } else { false } }.isEmpty)
        #expect(steps.contains(.pair(expected: 1, actual: 2)))
    }

    @Test("an argument is found under its name, its id and its name inside a record")
    func arguments() {
        let record: Record = [
            "order_id": .text("1042"), "item.name": .text("Halo"),
            "total": .money(Money(minorUnits: 1250, currency: "EUR")),
            "items": .list([
                .record(["id": .text("a"), "name": .text("Lamp")]),
                .record(["id": .text("b"), "name": .text("Mug")]),
            ]),
        ]
        for (name, value) in [
            ("order", "1042"), ("order_id", "1042"), ("item", "Halo"), ("item.name", "Halo"),
            ("total", "12.50 EUR"), ("total", "12.50"), ("items", "Lamp, Mug"), ("items", "a+b"),
            ("order", "*"),
        ] {
            #expect(TalkArgument(name: name, value: value).fits(record), "\(name)=\(value)")
        }
        #expect(!TalkArgument(name: "order", value: "1043").fits(record))
        #expect(!TalkArgument(name: "reason", value: "*").fits(record))
    }

    struct StateRow: Sendable {
        var line: String
        var answer: String?
        var holds: Bool
    }

    static let states: [StateRow] = [
        StateRow(line: "a = b", answer: "b", holds: true),
        StateRow(line: "a != b", answer: "b", holds: false),
        StateRow(line: "a ~ rder 10{*}late", answer: "Order 1042 is late today", holds: true),
        StateRow(line: "a in [x, b]", answer: "b", holds: true),
        StateRow(line: "a >= 3", answer: "3", holds: true),
        StateRow(line: "a < 1h", answer: "16m", holds: true),
        StateRow(line: "no a", answer: nil, holds: true),
        StateRow(line: "no a", answer: "b", holds: false),
        StateRow(line: "a has b", answer: nil, holds: false),
    ]

    @Test("a state line holds or not", arguments: states)
    func state(row: StateRow) throws {
        let text = "=== A\ncustomer: hi\n  ? \(row.line)\n"
        let expectation = try Transcript(text: text, file: "a").cases[0].turns[0].expectations[0]
        guard case .state(let state) = expectation.kind else {
            Issue.record("no state line")
            return
        }
        #expect(state.holds(StateReading.Answer(row.answer), slots: { _ in nil }) == row.holds)
    }

    @Test("times are read and written")
    func times() {
        #expect(TalkTime.duration("2d 3h") == .seconds(183_600))
        #expect(TalkTime.duration("1h30m") == .seconds(5400))
        #expect(TalkTime.duration("90") == nil)
        #expect(TalkTime.duration("999999999999d") == nil)
        #expect(TalkTime.text(.seconds(183_600)) == "2d 3h")
        #expect(TalkTime.text(.zero) == "0s")
    }

    @Test("a command that is not known is never sent to the customer")
    func agentLine() throws {
        #expect(try AgentLine("hello") == .reply("hello"))
        #expect(
            try AgentLine("/transfer payments as agreed")
                == .transfer(queue: "payments", note: "as agreed"))
        #expect(
            throws: AgentLine.Mistake(
                what: "/merge without a ticket",
                cure: "write /merge T-1042; /show names the customer's other ones as related")
        ) { _ = try AgentLine("/merge") }
        #expect(try AgentLine("/snooze 2h") == .snooze(.after(.seconds(7200))))
        for line in ["/reslove", "/note", "/snooze soon", "/transfer", "/"] {
            #expect(throws: AgentLine.Mistake.self, "\(line)") { _ = try AgentLine(line) }
        }
    }
}
