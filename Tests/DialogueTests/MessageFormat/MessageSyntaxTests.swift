import Dialogue
import Facts
import Testing

@Suite("a message that is wrong")
struct MessageSyntaxTests {
    @Test(
        "is refused with its place, what is wrong and the cure",
        arguments: [
            ("Hi {$name", "at character 4: '{' is not closed; end the placeholder with '}'"),
            ("Hi }", "at character 4: a lone '}'; write '\\}' for a brace in the text"),
            ("Hi {}", "at character 4: an empty placeholder; write {$name}, or '\\{' for a brace"),
            ("{$}", "at character 3: no name after '$'; write $name"),
            ("{$a:number}", "at character 4: no space before the function; add one"),
            (
                "{$a number}",
                "at character 5: unexpected text in a placeholder; "
                    + "write {$name :function option=value}"
            ),
            ("{$a :number x}", "at character 14: no '=' after the option 'x'; write x=value"),
            ("a \\n", "at character 3: a lone '\\'; only \\\\ \\{ \\| \\} are escapes"),
            ("{|a}", "at character 2: '|' is not closed; end the text with '|'"),
            ("{{a}", "at character 4: '{{' is not closed; end the message with '}}'"),
            (
                ".local $a = {1}",
                "at character 16: no message after the declarations; write it as {{text}} or .match"
            ),
            (
                ".input {$n} .match $n one {{a}} * {{b}}",
                "at character 20: no function tells how to select by $n; "
                    + "declare .input {$n :number} or … :string}"
            ),
            (
                ".input {$n :number} .match $n one {{a}}",
                "at character 31: no variant for every other case; add * {{…}}"
            ),
            (
                ".input {$n :number} .match $n one {{a}} one {{b}} * {{c}}",
                "at character 41: a second variant with the same keys; remove one"
            ),
            (
                ".input {$n :number} .match $n one 2 {{a}} * {{c}}",
                "at character 31: 2 keys for 1 selectors; "
                    + "write one key for each variable after .match"
            ),
            (
                ".local $a = {$b} .local $b = {1} {{x}}",
                "at character 18: $b is declared or used before this declaration; "
                    + "declare it once, before its first use"
            ),
            (
                "{$a :number select=exact select=plural}",
                "at character 26: the option 'select' stands twice; remove one"
            ),
        ] as [(String, String)])
    func refused(source: String, description: String) {
        let error = #expect(throws: MessageSyntaxError.self) {
            try MessageTemplate(parsing: source)
        }
        #expect(error?.description == description)
    }

    @Test("longer than the limit is refused, and so are too many declarations")
    func limits() throws {
        let longest = String(repeating: "a", count: MessageTemplate.maximumSourceBytes)
        #expect(try MessageTemplate(parsing: longest).source == longest)
        let tooLong = #expect(throws: MessageSyntaxError.self) {
            try MessageTemplate(parsing: longest + "a")
        }
        #expect(tooLong?.what == "a message of more than 8192 bytes")
        func chain(_ count: Int) -> String {
            let links = (1..<count).map { ".local $v\($0) = {$v\($0 - 1)}" }
            return ".local $v0 = {1 :number} " + links.joined() + "{{{$v\(count - 1)}}}"
        }
        #expect(try MessageTemplate(parsing: chain(64)).format([:], locale: "en").text == "1")
        let tooMany = #expect(throws: MessageSyntaxError.self) {
            try MessageTemplate(parsing: chain(65))
        }
        #expect(tooMany?.what == "more than 64 declarations")
    }

    @Test("a text that grows past the limit is cut before the value that would pass it")
    func cutsOutput() throws {
        let template = try MessageTemplate(parsing: String(repeating: "{$x}", count: 2000))
        let long = String(repeating: "é", count: 4000)
        let message = template.format(["x": .text(long)], locale: "en")
        #expect(message.text == String(repeating: long, count: 8))
        #expect(message.problems == [FormattingProblem(.tooLong, source: "")])
    }

    @Test("nested lists and records end in a fallback, not in a deep recursion")
    func nesting() throws {
        var list = Value.text("x")
        for _ in 0..<60 { list = .list([list]) }
        var record = Value.text("x")
        for _ in 0..<60 { record = .record(["name": record]) }
        let template = try MessageTemplate(parsing: "{$a} {$b}")
        let message = template.format(["a": list, "b": record], locale: "en")
        #expect(message.text == "{$a} {$b}")
        #expect(message.problems.map(\.kind) == [.badOperand, .badOperand])
    }

    @Test("extreme numbers and options are written or refused, never trapped on")
    func extremes() throws {
        let arguments: Record = [
            "least": .integer(.min), "most": .integer(.max),
            "tiny": .number(.leastNonzeroMagnitude),
            "huge": .number(1.7976931348623157e308), "nan": .number(.nan),
            "infinite": .number(.infinity),
            "debt": .money(Money(minorUnits: .min, currency: "€€")), "text": .text("1e99999999999"),
            "never": .instant(Instant(milliseconds: .min)),
        ]
        for name in arguments.names {
            for call in [
                "", " :number minimumFractionDigits=100 minimumIntegerDigits=100", " :integer",
                " :percent",
                " :number maximumSignificantDigits=1", " :offset add=100", " :offset subtract=100",
                " :currency currency=EUR", " :string", " :date", " :datetime", " :list",
                " :number minimumFractionDigits=99999999999999999999", " :number select=ordinal",
            ] {
                let template = try MessageTemplate(parsing: "{$\(name)\(call)}")
                #expect(!template.format(arguments, locale: "de").text.isEmpty, "\(name)\(call)")
            }
        }
        let template = try MessageTemplate(
            parsing: "{$least} {$most :offset add=1} {$text :number}")
        let message = template.format(arguments, locale: "en")
        #expect(message.text == "-9,223,372,036,854,775,808 {$most} {$text}")
    }

    @Test(
        "random messages are parsed or refused at a place inside them, and formatting never fails")
    func random() {
        var generator = SeededGenerator(state: 20_261_126)
        let tokens = [
            "{", "}", "{{", "}}", "$a", "$b.c", ":number", ":string", ":list", " ", "x=1", "|q|",
            "|", "\\",
            "@n", "#m", "/", ".input", ".local", ".match", "=", "*", "one", "é", "\u{200E}",
            "\u{0}", "1.5",
            "{$a}", "{$a :number}", "{{a}}", ".input {$a :number}", " .match $a ", "* {{x}}",
        ]
        let arguments: Record = ["a": .number(1.5), "b": .record(["c": .list([.flag(true)])])]
        var parsed = 0
        for round in 0..<20_000 {
            let count = Int(generator.next() % 9) + 1
            let source = (0..<count).map { _ in tokens[Int(generator.next() % UInt64(tokens.count))]
            }.joined()
            do throws(MessageSyntaxError) {
                let message = try MessageTemplate(parsing: source).format(arguments, locale: "fr")
                parsed += message.text.utf8.count <= MessageTemplate.maximumOutputBytes ? 1 : 0
            } catch {
                let places = 0...source.unicodeScalars.count
                #expect(places.contains(error.offset), "seed 20261126, round \(round): \(source)")
            }
        }
        #expect(parsed > 1000)
    }
}

/// SplitMix64.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
