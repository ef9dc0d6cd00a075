import Facts
import Testing
import Wire

@Suite("Codable values as JSON")
struct JSONCoderTests {
    enum Shape: Codable, Equatable {
        case dot
        case circle(radius: Int)
        case pair(String, [Int])
    }

    struct Everything: Codable, Equatable {
        var text = "ä\"\n"
        var integer = -7
        var big = Int64.max
        var unsigned: UInt8 = 255
        var double = 0.1
        var whole = 3.0
        var flag = true
        var missing: String?
        var present: Int? = 4
        var list = [1, 2, 3]
        var empty: [String] = []
        var shapes: [Shape] = [.dot, .circle(radius: 2), .pair("x", [])]
        var table: [String: [String: Int]] = ["b": ["z": 1, "a": 2], "a": [:], "c": ["k": 3]]
        var numbers: [Int: String] = [7: "seven"]
        var facts: Record = [
            "money": .money(Money(minorUnits: 1250, currency: "EUR")), "n": .integer(1),
            "d": .number(1), "list": .list([.flag(false), .text("x")]),
            "r": .record(["a": .text("b")]),
        ]
        // Durations are two halves of 128 bits, the lower one beyond 64 bits with a sign.
        var spans = [Duration.milliseconds(1500), .seconds(600), .seconds(-7), .seconds(86_400)]
        var huge = UInt64.max
        var moment = Instant(milliseconds: 1_772_442_840_123)
    }

    @Test("a value comes back as it was")
    func roundTrips() throws {
        let value = Everything()
        let bytes = try JSONCoder.encode(value)
        #expect(try JSONCoder.decode(Everything.self, from: bytes) == value)
        #expect(try JSON(bytes: bytes).text == String(decoding: bytes, as: UTF8.self))
    }

    @Test("dictionaries are written in the order of their names, whatever their hash order")
    func sortsDictionaries() throws {
        var table: [String: [String: Int]] = [:]
        for index in 0..<30 { table["k\(index)"] = ["y": index, "x": 0] }
        let json = try JSON(bytes: JSONCoder.encode(table))
        let names = (json.members ?? []).map(\.name)
        #expect(names == table.keys.sorted())
        #expect(json["k7"]?.members?.map(\.name) == ["x", "y"])
    }

    @Test("scalars, nil and empty values stand alone")
    func encodesScalars() throws {
        #expect(try JSONCoder.encode("a") == Array("\"a\"".utf8))
        #expect(try JSONCoder.encode(5) == Array("5".utf8))
        #expect(try JSONCoder.encode([Int]()) == Array("[]".utf8))
        #expect(try JSONCoder.encode([String: Int]()) == Array("{}".utf8))
        #expect(try JSONCoder.encode(Int?.none) == Array("null".utf8))
        #expect(try JSONCoder.encode([1, nil] as [Int?]) == Array("[1,null]".utf8))
    }

    @Test("the short cut for values writes what their own encoding writes")
    func agreesWithValue() throws {
        let value = Value.record([
            "m": .money(Money(minorUnits: -5, currency: "JPY")),
            "d": .day(Day(number: 20_000)), "i": .instant(Instant(milliseconds: 5)),
            "l": .list([.integer(1), .number(1), .text("t"), .flag(true)]),
        ])
        struct Wrapped: Encodable {
            var value: Value
            func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
        }
        let direct = try JSON(bytes: JSONCoder.encode(value))
        #expect(try JSON(bytes: JSONCoder.encode(Wrapped(value: value))) == direct)
        #expect(Value(json: direct) == value)
    }

    @Test("a wrong shape is an error that says where")
    func explainsMismatch() throws {
        struct Outer: Decodable { var inner: [Int] }
        let json = try JSON(parsing: #"{"inner":[1,"x"]}"#)
        let error = #expect(throws: DecodingError.self) {
            try JSONCoder.decode(Outer.self, from: json)
        }
        guard case .typeMismatch(_, let context) = try #require(error) else {
            Issue.record("not a mismatch")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["inner", "1"])
        #expect(context.debugDescription == "a string stands there")
    }

    @Test("a number that does not fit is an error, not a trap")
    func refusesOverflow() {
        #expect(throws: DecodingError.self) {
            try JSONCoder.decode(UInt8.self, from: .integer(256))
        }
        #expect(throws: DecodingError.self) { try JSONCoder.decode(Int.self, from: .number(1)) }
        #expect(throws: DecodingError.self) { try JSONCoder.decode(Bool.self, from: .integer(1)) }
    }
}
