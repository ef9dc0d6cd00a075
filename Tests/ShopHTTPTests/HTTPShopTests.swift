import Dialogue
import Facts
import Shop
import Synchronization
import Testing

@testable import ShopHTTP

/// Gives the answers of a script, the last one again and again; notes the requests.
final class ScriptedTransport: Transport {
    private let script: Mutex<[HTTPAnswer]>
    private let noted = Mutex<[HTTPRequest]>([])

    init(_ script: [HTTPAnswer]) {
        self.script = Mutex(script)
    }

    var requests: [HTTPRequest] { noted.withLock { $0 } }

    func post(_ request: HTTPRequest) -> HTTPAnswer {
        noted.withLock { $0.append(request) }
        return script.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .failed("timeout") }
    }
}

extension HTTPAnswer {
    static func json(_ text: String, status: Int = 200) -> HTTPAnswer {
        .response(status: status, body: Array(text.utf8))
    }
}

@Suite("The shop behind HTTP")
struct HTTPShopTests {
    private static let actions = [
        "shop.order": ActionDeclaration(
            name: "shop.order", parameters: ["order_id", "customer"], access: .read,
            timeout: .milliseconds(700), retries: 1, outcomes: ["ok", "missing"]),
        "shop.cancel_order": ActionDeclaration(
            name: "shop.cancel_order", parameters: ["order_id", "customer"], access: .write,
            retries: 0, outcomes: ["ok", "rejected"]),
    ]

    private let look = ActionCall(
        id: "c/1/1", conversation: "c", action: "shop.order",
        arguments: ["order_id": .text("A-1"), "customer": .text("u-1")], access: .read)

    private func place() throws -> ShopPlace { try ShopPlace(url: "https://shop.example/triage/") }

    private func answer(_ script: HTTPAnswer...) throws -> (ActionResult, ScriptedTransport) {
        let transport = ScriptedTransport(script)
        let shop = HTTPShop(try place(), actions: Self.actions, transport: transport)
        return (shop.answer(look, now: Instant(milliseconds: 1_772_439_240_000)), transport)
    }

    @Test("a proper answer is taken as it is")
    func proper() throws {
        let (result, transport) = try answer(
            .json(#"{"outcome":"ok","value":{"id":"A-1","total":{"$money":"12.50 EUR"}}}"#))
        #expect(result.outcome == "ok")
        #expect(
            result.value?.record?["total"] == .money(Money(minorUnits: 1250, currency: "EUR")))
        let request = try #require(transport.requests.first)
        #expect(transport.requests.count == 1)
        #expect(request.url == "https://shop.example/triage/shop.order")
        #expect(request.timeout == .milliseconds(700))
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"action":"shop.order","arguments":{"customer":"u-1","order_id":"A-1"},"#
                + #""access":"read","call":"c/1/1","conversation":"c"}"#)
    }

    @Test(
        "what is no proper answer is a failure and is not asked again",
        arguments: [
            (#"{"outcome":"maybe"}"#, 200, "bad_response"), ("<html>", 200, "bad_response"),
            ("", 200, "bad_response"), (#"{"outcome":"rejected"}"#, 200, "bad_response"),
            (#"{"outcome":"failed"}"#, 200, "refused"), ("{}", 404, "unknown_action"),
            ("{}", 401, "refused"), (#"{"outcome":"ok"}"#, 302, "refused"),
        ])
    func improper(body: String, status: Int, reason: String) throws {
        let (result, transport) = try answer(.json(body, status: status))
        #expect(result == ActionResult(outcome: "failed", reason: reason))
        #expect(transport.requests.count == 1)
    }

    @Test("what may pass is asked again as often as declared, and no oftener")
    func again() throws {
        let (healed, first) = try answer(.failed("timeout"), .json(#"{"outcome":"missing"}"#))
        #expect(healed == ActionResult(outcome: "missing", attempts: 2))
        #expect(first.requests.count == 2)
        let (failed, second) = try answer(.json("busy", status: 503))
        #expect(failed == ActionResult(outcome: "failed", reason: "shop_unavailable", attempts: 2))
        #expect(second.requests.count == 2)
    }

    @Test("after five failures nothing is asked; the caller hears it at once")
    func breaks() async throws {
        let transport = ScriptedTransport([.failed("connection_refused")])
        let shop = HTTPShop(
            try place(), actions: [:], transport: transport,
            breaker: CircuitBreaker(failureLimit: 2, pause: .seconds(3600)))
        var write = look
        write.action = "shop.cancel_order"
        for attempt in 1...3 {
            let result = await withCheckedContinuation { continuation in
                shop.perform(write, now: Instant(milliseconds: 0)) {
                    continuation.resume(returning: $0)
                }
            }
            #expect(result.outcome == "failed")
            #expect(result.reason == (attempt < 3 ? "connection_refused" : "shop_unavailable"))
        }
        // Three attempts each (two retries are the default), and none for the third call.
        #expect(transport.requests.count == 6)
    }

    @Test("a request is signed over its second and its body")
    func signed() throws {
        let file = TemporaryText("0123456789abcdef\n")
        let place = try ShopPlace(url: "https://shop.example", secretFile: file.path)
        let request = place.request(
            for: "shop.order", body: Array("{}".utf8), timeout: .seconds(1),
            at: Instant(milliseconds: 1_772_439_240_999))
        #expect(request.headers.contains("Triage-Timestamp: 1772439240"))
        let code = SHA256.authentication(
            of: Array("1772439240.{}".utf8), key: Array("0123456789abcdef".utf8))
        #expect(request.headers.contains("Triage-Signature: v1=\(SHA256.hexadecimal(code))"))
    }

    @Test(
        "a place that is not safe is refused with the cure",
        arguments: [
            "http://shop.example/triage", "ftp://shop.example", "https://", "shop.example",
            "https://shop.example/a b", "http://127.0.0.1.example.com", "http://localhost.evil",
            "http://localhost@evil.example",
        ])
    func unsafe(url: String) {
        #expect(throws: ShopPlace.Failure.self) { try ShopPlace(url: url) }
    }

    @Test(
        "headers and secrets that cannot be right are refused with their place",
        arguments: ["no colon here", "Bad Name: x", ": nothing"])
    func badHeaders(line: String) {
        let file = TemporaryText("# a comment\nX-Shop: 1\n\(line)\n")
        let error = #expect(throws: ShopPlace.Failure.self) {
            try ShopPlace(url: "https://shop.example", headersFile: file.path)
        }
        #expect(error?.description.contains(":3: a header is 'Name: value'") == true)
        let secret = TemporaryText("short")
        #expect(throws: ShopPlace.Failure.self) {
            try ShopPlace(url: "https://shop.example", secretFile: secret.path)
        }
        #expect(throws: ShopPlace.Failure.self) {
            try ShopPlace(url: "https://shop.example", secretFile: "/nowhere/secret")
        }
    }
}
