import Desk
import Facts
import Testing
import Wire

@Suite("Requests")
struct RequestTests {
    private func read(_ line: String) throws(Request.Refusal) -> Request {
        let bytes = Array(line.utf8)
        return try bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(Request.Refusal) in try Request(line: buffer) }
        }.get()
    }

    @Test("a request and its line say the same")
    func roundTrips() throws {
        let request = Request(id: .string("7"), method: "hello", params: ["client": "t"])
        let line = String(decoding: request.line.dropLast(), as: UTF8.self)
        #expect(line == #"{"jsonrpc":"2.0","id":"7","method":"hello","params":{"client":"t"}}"#)
        #expect(try read(line) == request)
    }

    @Test(
        "a line that is no request gets the word for it, under its id where it has one",
        arguments: [
            ("{", nil, .parseError), ("[]", nil, .batchRefused), ("7", nil, .invalidRequest),
            (#"{"jsonrpc":"2.0","id":1}"#, .integer(1), .invalidRequest),
            (#"{"id":1,"method":"hello"}"#, .integer(1), .invalidRequest),
            (#"{"jsonrpc":"1.0","id":"x","method":"hello"}"#, .string("x"), .invalidRequest),
            (#"{"jsonrpc":"2.0","id":1.5,"method":"hello"}"#, nil, .invalidRequest),
            (#"{"jsonrpc":"2.0","id":null,"method":"hello"}"#, nil, .invalidRequest),
            (#"{"jsonrpc":"2.0","id":1,"method":"hello","extra":1}"#, .integer(1), .invalidRequest),
        ] as [(String, RequestID?, ErrorCode)])
    func refuses(_ line: String, _ id: RequestID?, _ code: ErrorCode) throws {
        let refusal = #expect(throws: Request.Refusal.self) { try read(line) }
        #expect(refusal?.id == id)
        #expect(refusal?.error.code == code)
    }

    @Test(
        "parameters are checked by name, kind and size",
        arguments: [
            ("conversation.say", [:], .invalidParams, "'conversation' is missing"),
            (
                "conversation.say", ["conversation": 7], .invalidParams,
                "'conversation' is no string"
            ),
            (
                "conversation.say", ["conversation": "", "text": "x"], .invalidParams,
                "'conversation' is empty, too long or has control characters"
            ),
            (
                "conversation.say", ["conversation": "c", "txt": "x"], .invalidParams,
                "the parameter 'txt' is unknown"
            ),
            (
                "conversation.show", ["conversation": "c", "limit": 0], .invalidParams,
                "'limit' is not within 1…500"
            ),
            ("agent.accept", ["ticket": "T-1"], .invalidParams, "'epoch' is missing"),
            (
                "agent.snooze", ["ticket": "T-1", "epoch": 1, "seconds": 0], .badTime,
                "'seconds' is not within a second and a year"
            ),
            ("helo", [:], .methodNotFound, "there is no method 'helo'"),
            ("health", [1], .invalidParams, "'params' is an array"),
        ] as [(String, JSON, ErrorCode, String)])
    func checksParameters(
        _ method: String, _ params: JSON, _ code: ErrorCode, _ what: String
    ) throws {
        let request = Request(id: .integer(1), method: method, params: params)
        let error = #expect(throws: ProtocolError.self) {
            try Call(request, now: Instant(milliseconds: 0))
        }
        #expect(error?.code == code)
        #expect(error?.what == what)
    }

    @Test("an unknown name gets the nearest one as its cure")
    func suggests() {
        let request = Request(id: .integer(1), method: "conversation.sya", params: nil)
        let error = #expect(throws: ProtocolError.self) {
            try Call(request, now: Instant(milliseconds: 0))
        }
        #expect(error?.cure == "did you mean 'conversation.say'?")
    }

    @Test("a message of 8,192 bytes is taken, one more is refused")
    func limitsMessages() throws {
        func say(_ count: Int) throws -> Call {
            let text = String(repeating: "x", count: count)
            return try Call(
                Request(
                    id: nil, method: "conversation.say",
                    params: ["conversation": "c", "text": .string(text)]),
                now: Instant(milliseconds: 0))
        }
        _ = try say(8192)
        let error = #expect(throws: ProtocolError.self) { try say(8193) }
        #expect(error?.code == .messageTooLong)
        #expect(error?.what == "'text' has 8193 bytes")
    }

    @Test("a snooze counts from now")
    func snoozes() throws {
        let request = Request(
            id: nil, method: "agent.snooze",
            params: ["ticket": "T-1", "epoch": 3, "seconds": 60, "why": "callback"])
        #expect(
            try Call(request, now: Instant(milliseconds: 5))
                == .agent(
                    .snooze(
                        ticket: "T-1", epoch: 3, until: Instant(milliseconds: 60_005),
                        why: .callback)))
    }

    @Test("every refusal of the desk has its word here")
    func knowsDeskErrors() {
        for code in DeskError.Code.allCases {
            #expect(ErrorCode(rawValue: code.rawValue) != nil, "\(code.rawValue)")
        }
    }

    @Test("no two errors share a number, and each has a cure")
    func numbersErrors() {
        let numbers = ErrorCode.allCases.map(\.code)
        #expect(Set(numbers).count == numbers.count)
        for code in ErrorCode.allCases { #expect(!code.cure.isEmpty) }
    }

    @Test("what the daemon sends is read back by the client")
    func readsServerLines() {
        let lines: [ServerLine] = [
            .result(.integer(1), ["a": 1]),
            .failure(nil, ProtocolError(.lineTooLong, "too long")),
            .failure(
                .string("x"),
                ProtocolError(.overloaded, "full", details: [JSON.Member("retry_after_ms", 100)])),
            .notification(method: "conversation.message", params: ["text": "hi"]),
        ]
        for line in lines {
            let bytes = Array(line.line.dropLast())
            #expect(bytes.withUnsafeBufferPointer { ServerLine(line: $0) } == line)
        }
    }
}
