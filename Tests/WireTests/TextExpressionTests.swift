import Testing
import Wire

@Suite("Expressions of transcripts")
struct TextExpressionTests {
    @Test(
        "an expression matches like others do",
        arguments: [
            ("b", "abc", true), ("^b", "abc", false), ("c$", "abc", true), ("^$", "", true),
            ("a|b", "xb", true), ("^(ab)+$", "ababab", true), ("^(ab)+$", "aba", false),
            ("^a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaaa", true),
            (#"^\d+ \w+\s\S$"#, "42 ab c", true), ("[^0-9]", "12", false), ("[a-c-]", "-", true),
            (#"[\]]"#, "]", true), ("a.c", "a\nc", false), ("a.c", "äabc", true), ("x?", "", true),
            (#"^\$\d+\.\d{2}$"#, "$12.50", true), ("()", "x", true), ("^[ä-ü]$", "ö", true),
        ] as [(String, String, Bool)])
    func searches(_ expression: String, _ text: String, _ result: Bool) throws {
        #expect(try TextExpression(parsing: expression).matches(text) == result)
    }

    @Test(
        "what is no expression is refused",
        arguments: [
            "(", ")", "[a", "*a", "a**", "(?:a)", #"\q"#, "a{200}", "a{3,2}", "[b-a]", #"a\"#,
        ])
    func refuses(_ expression: String) {
        #expect(throws: ExpressionError.self) { try TextExpression(parsing: expression) }
    }

    @Test("the expressions that explode elsewhere take no time here")
    func staysLinear() throws {
        let text = String(repeating: "a", count: 5000) + "!"
        #expect(try !TextExpression(parsing: "^(a+)+$").matches(text))
        #expect(try !TextExpression(parsing: "^(a|a)*(a|aa)*$").matches(text))
        #expect(throws: ExpressionError.self) {
            try TextExpression(parsing: "((((a{90}){90}){90}){90}){90}")
        }
    }
}
