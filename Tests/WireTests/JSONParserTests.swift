import Testing

@testable import Wire

@Suite("JSON, strictly")
struct JSONParserTests {
    @Test(
        "texts that are no JSON are refused",
        arguments: [
            "", " ", "{", "}", "[", "]", "[1,]", "[,1]", "[1 2]", "{\"a\":1,}", "{,}", "{a:1}",
            "{'a':1}", "{\"a\" 1}", "{\"a\":}", "{\"a\":1 \"b\":2}", "01", "-01", "-", "+1", ".5",
            "1.", "1.e5", "1e", "1e+", "0x10", "NaN", "Infinity", "-Infinity", "nul", "True",
            "tru", "\"", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\ud800\"",
            "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud800x\"", "\"tab\there\"", "\"line\nfeed\"",
            "[1]]", "1 2", "// c\n1", "/* c */ 1", "\u{FEFF}1", "[1] x", "{\"a\":1,\"a\":2}",
            "\"\\\"", "1e400", "-1e999", "9223372036854775808", "-9223372036854775809", "\u{0B}1",
        ] as [String])
    func refuses(_ text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
    }

    @Test(
        "texts that are JSON give their value",
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
            ("-0", .integer(0)), ("12", .integer(12)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775807", .integer(.max)), ("0.5", .number(0.5)), ("1E2", .number(100)),
            ("-1.5e-3", .number(-0.0015)), ("\"\"", .string("")), ("\"a\"", .string("a")),
            ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", .string("\"\\/\u{8}\u{C}\n\r\t")),
            ("\"\\u00e4\\uD83D\\uDE00\"", .string("ä😀")), ("\"ä\u{7F}\"", .string("ä\u{7F}")),
            ("[]", .array([])), ("[ 1 , [ ] ]", .array([.integer(1), .array([])])), ("{}", [:]),
            ("{\"b\":1,\"a\":{\"b\":null}}", ["b": 1, "a": ["b": nil]]),
            ("\r\n\t{\"\":1}", ["": 1]),
        ] as [(String, JSON)])
    func accepts(_ text: String, _ value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
    }

    @Test(
        "bytes that are no UTF-8 are refused",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22], [0xFF], [0x00],
        ] as [[UInt8]])
    func refusesBadUTF8(_ bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSON(bytes: bytes) }
    }

    @Test("64 levels are read, one more is refused, and 100,000 do not harm")
    func limitsDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSON(parsing: nested(64))
        for depth in [65, 100_000] {
            #expect(throws: JSONError(problem: .tooDeep, offset: 64)) {
                try JSON(parsing: nested(depth))
            }
        }
    }

    @Test("an error names the byte and what is wrong")
    func explains() {
        #expect(throws: JSONError(problem: .unexpectedByte(UInt8(ascii: "]")), offset: 3)) {
            try JSON(parsing: "[1,]")
        }
        let error = JSONError(problem: .duplicateName("a"), offset: 8)
        #expect(error.message == "byte 8: the name 'a' occurs twice")
    }

    @Test("a name is found by its bytes, among few and among many")
    func refusesDuplicatesAmongMany() {
        let members = (0..<40).map { "\"n\($0)\":0" }.joined(separator: ",")
        #expect(throws: JSONError.self) { try JSON(parsing: "{\(members),\"n7\":1}") }
        #expect((try? JSON(parsing: "{\(members),\"n40\":1}"))?["n40"] == .integer(1))
        // Canonically equal, but of other bytes: two names.
        #expect((try? JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}"))?.members?.count == 2)
    }

    @Test("what is written is read back as it was", arguments: 0..<200)
    func roundTrips(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let value = JSON.arbitrary(depth: 4, using: &random)
        let text = value.text
        #expect(try JSON(parsing: text) == value, "seed \(seed): \(text)")
    }

    @Test("a double that is no number is written as null")
    func writesNoNonsense() {
        #expect(JSON.array([.number(.nan), .number(.infinity)]).text == "[null,null]")
    }
}

extension JSON {
    static func arbitrary(depth: Int, using random: inout SeededGenerator) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: .min ... .max, using: &random))
        case 3: return .number(Double.random(in: -1e9...1e9, using: &random))
        case 4: return .string(.arbitrary(using: &random))
        case 5:
            let count = Int.random(in: 0..<5, using: &random)
            return .array((0..<count).map { _ in arbitrary(depth: depth - 1, using: &random) })
        default:
            let count = Int.random(in: 0..<20, using: &random)
            return .object(
                (0..<count).map {
                    Member(
                        .arbitrary(using: &random) + "\($0)",
                        .arbitrary(depth: depth - 1, using: &random))
                })
        }
    }
}

extension String {
    static func arbitrary(using random: inout SeededGenerator) -> String {
        let alphabet = Array("ab\"\\/\n\u{1}\u{1F}é\u{301}漢😀 ")
        return String(
            (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            })
    }
}

/// SplitMix64: the same seed gives the same test.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
