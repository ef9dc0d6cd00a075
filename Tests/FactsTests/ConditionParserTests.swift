import Facts
import Testing

@Suite("Condition parser")
struct ConditionParserTests {
    @Test(
        "a test is a field, a relation and an operand",
        arguments: [
            (
                "order is missing",
                Comparison(field: ["order"], relation: .isMissing, operand: .none)
            ),
            (
                " order.id  is set ",
                Comparison(field: ["order", "id"], relation: .isSet, operand: .none)
            ),
            (
                "order.status = delivered",
                Comparison(
                    field: ["order", "status"], relation: .equal,
                    operand: .value(.text("delivered")))
            ),
            (
                "a!=b c",
                Comparison(field: ["a"], relation: .notEqual, operand: .value(.text("b c")))
            ),
            (
                "n>=2",
                Comparison(field: ["n"], relation: .greaterOrEqual, operand: .value(.integer(2)))
            ),
            ("n < -1.5", Comparison(field: ["n"], relation: .less, operand: .value(.number(-1.5)))),
            (
                "gift = true",
                Comparison(field: ["gift"], relation: .equal, operand: .value(.flag(true)))
            ),
            ("a = yes", Comparison(field: ["a"], relation: .equal, operand: .value(.text("yes")))),
            (
                "a = '1042'",
                Comparison(field: ["a"], relation: .equal, operand: .value(.text("1042")))
            ),
            (
                "order.total >= 500 EUR",
                Comparison(
                    field: ["order", "total"], relation: .greaterOrEqual,
                    operand: .value(.money(Money(minorUnits: 50_000, currency: "EUR"))))
            ),
            (
                "reason in [damaged, 'a, b', 3]",
                Comparison(
                    field: ["reason"], relation: .oneOf,
                    operand: .values([.text("damaged"), .text("a, b"), .integer(3)]))
            ),
            (
                "order.delivered_at within 30d",
                Comparison(
                    field: ["order", "delivered_at"], relation: .within,
                    operand: .duration(milliseconds: 2_592_000_000))
            ),
            (
                "item.id = $other.id",
                Comparison(
                    field: ["item", "id"], relation: .equal, operand: .field(["other", "id"]))
            ),
            (
                "said human",
                Comparison(
                    field: ["said", "human"], relation: .equal, operand: .value(.flag(true)))
            ),
            (
                "text mentions legal_words",
                Comparison(
                    field: ["message", "mentions"], relation: .has,
                    operand: .value(.text("legal_words")))
            ),
            (
                "contacts within 7d >= 3",
                Comparison(
                    field: ["contacts", "within 7d"], relation: .greaterOrEqual,
                    operand: .value(.integer(3)))
            ),
        ] as [(String, Comparison)])
    func reads(text: String, expected: Comparison) throws {
        #expect(try Comparison(reading: text) == expected)
    }

    @Test(
        "a mistake has its place and a cure",
        arguments: [
            ("", 0, "begins with a field"),
            ("= 3", 0, "begins with a field"),
            ("not a = 1", 0, "no `not` in front"),
            ("a..b = 1", 0, "not a path"),
            ("a", 1, "nothing is asked of 'a'"),
            ("a == 1", 2, "no =="),
            ("a like b", 2, "no operator 'like'"),
            ("ä like b", 2, "no operator 'like'"),
            ("a is not set", 2, "no `is not`"),
            ("a is open", 2, "`is` goes with"),
            ("a is set now", 9, "something follows"),
            ("a =", 3, "needs a value"),
            ("a in b", 5, "`in` needs a list"),
            ("a = [b]", 4, "takes one value"),
            ("a in [", 5, "empty or not closed"),
            ("a in [b,,c]", 5, "between commas"),
            ("a within b", 9, "needs a time"),
            ("a > 30d", 4, "has no order"),
            ("a = b and c = d", 4, "second test"),
            ("order mentions x", 6, "only the message"),
            ("message mentions", 16, "name of a word list"),
            ("said", 4, "needs what was said"),
        ] as [(String, Int, String)])
    func refuses(text: String, offset: Int, part: String) {
        let error = #expect(throws: ConditionError.self) { try Comparison(reading: text) }
        #expect(error?.offset == offset)
        #expect(error?.what.contains(part) == true, "\(error?.what ?? "")")
        #expect(error?.cure.isEmpty == false)
    }

    @Test("a tree gives every error with the mark of its test")
    func trees() {
        let tree = ConditionTree.all([
            .test("a = 1", mark: 7), .any([.test("b", mark: 8), .test("c is set", mark: 9)]),
            .not(.test("d ==", mark: 10)),
        ])
        let (condition, errors) = Condition.reading(tree)
        #expect(errors.map(\.mark) == [8, 10])
        #expect(condition.fields == [["a"], ["c"]])
    }

    @Test(
        "a duration is a number with a unit, or several",
        arguments: [
            ("30s", 30), ("10m", 600), ("1h30m", 5400), ("1d", 86_400), ("2w", 1_209_600),
            ("0s", 0),
            ("", nil), ("10", nil), ("m", nil), ("1y", nil), ("99999999999s", nil),
            ("5000w", 3_024_000_000),
            ("6000w", nil),
        ] as [(String, Int64?)])
    func durations(text: String, seconds: Int64?) {
        #expect(Duration(shortText: text) == seconds.map { Duration.seconds($0) })
    }
}
