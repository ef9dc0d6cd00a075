import Dialogue
public import Facts
import Wire

/// What a shop behind HTTP must do, asked of a running one: `triage shop verify`.
public struct ShopContract: Sendable {
    /// One thing that was asked of the shop.
    public struct Check: Equatable, Sendable {
        public enum Verdict: Equatable, Sendable {
            case passed
            /// What came instead, and the cure.
            case failed(String)
            /// Why it was not asked.
            case skipped(String)
        }

        public var name: String
        public var verdict: Verdict
    }

    private let place: ShopPlace
    private let transport: any Transport
    /// A customer to ask about; nil: nothing about customers is asked.
    private let email: String?
    /// Whether a write that changes nothing may be made.
    private let writes: Bool
    private let now: Instant

    /// `now`: the wall clock, which the signature holds.
    public init(_ place: ShopPlace, email: String?, writes: Bool, now: Instant) {
        self.init(
            place, email: email, writes: writes, now: now,
            transport: CurlTransport(authorityFile: place.authorityFile))
    }

    init(
        _ place: ShopPlace, email: String?, writes: Bool, now: Instant, transport: any Transport
    ) {
        self.place = place
        self.email = email
        self.writes = writes
        self.now = now
        self.transport = transport
    }

    /// Asks everything, in order.
    public func run() -> [Check] {
        let first = check("an unknown e-mail address is 'missing'") { () throws(Mismatch) in
            try expect(ask("shop.identify_by_email", ["email": .text(Self.nobody)]), "missing")
        }
        guard first.verdict == .passed else { return [first] }
        return [first] + strangers + signatures + customers
    }

    static let nobody = "nobody@example.invalid"
    private static let timeout = Duration.seconds(5)

    // MARK: Asking

    private struct Mismatch: Error {
        var what: String
    }

    private struct Answer {
        var status: Int
        var body: [UInt8]

        var response: ShopResponse? {
            status == 200 ? try? JSONCoder.decode(ShopResponse.self, from: body) : nil
        }

        /// For a report: no more than a line of it.
        var text: String {
            "HTTP \(status) " + String(decoding: body.prefix(200), as: UTF8.self)
        }
    }

    private func check(_ name: String, _ body: () throws(Mismatch) -> Void) -> Check {
        do throws(Mismatch) {
            try body()
            return Check(name: name, verdict: .passed)
        } catch {
            return Check(name: name, verdict: .failed(error.what))
        }
    }

    private func ask(
        _ action: String, _ arguments: Record, write: Bool = false, key: String? = nil,
        by other: ShopPlace? = nil, at instant: Instant? = nil
    ) throws(Mismatch) -> Answer {
        let call = ActionCall(
            id: "verify/1", conversation: "verify", action: action, arguments: arguments,
            access: write ? .write : .read, key: key,
            consent: write ? Consent(question: "Shall I?", answer: "yes") : nil)
        guard let body = try? JSONCoder.encode(ShopRequest(call)) else {
            throw Mismatch(what: "the request cannot be written")
        }
        let request = (other ?? place).request(
            for: action, body: body, timeout: Self.timeout, at: instant ?? now)
        switch transport.post(request) {
        case .failed(let reason):
            throw Mismatch(what: "\(action): \(reason); is the server running, is the URL right?")
        case .response(let status, let body): return Answer(status: status, body: body)
        }
    }

    @discardableResult
    private func expect(_ answer: Answer, _ outcome: String) throws(Mismatch) -> Value? {
        guard let response = answer.response else {
            throw Mismatch(
                what: "expected 200 and {\"outcome\": \"\(outcome)\"}, got \(answer.text)")
        }
        guard response.outcome == outcome else {
            throw Mismatch(
                what: "expected the outcome '\(outcome)', got '\(response.outcome)': \(answer.text)"
            )
        }
        return response.value
    }

    // MARK: What is asked

    private var strangers: [Check] {
        [
            check("an action that does not exist is refused") { () throws(Mismatch) in
                let answer = try ask("shop.no_such_action", [:])
                guard answer.status == 404 || answer.response?.outcome == "failed" else {
                    throw Mismatch(what: "answer 404; got \(answer.text)")
                }
            },
            check("a write without a key is refused") { () throws(Mismatch) in
                let answer = try ask(
                    "shop.cancel_order",
                    ["order_id": .text("0"), "reason": .text("none"), "customer": .text("0")],
                    write: true)
                guard answer.response?.outcome != "ok" else {
                    throw Mismatch(what: "refuse writes that have no 'key'; got \(answer.text)")
                }
            },
        ]
    }

    private var signatures: [Check] {
        let names = [
            "a request without a signature is refused", "a request of another secret is refused",
            "a request of an hour ago is refused",
        ]
        guard place.secret != nil else {
            return names.map { Check(name: $0, verdict: .skipped("no --secret given")) }
        }
        var unsigned = place
        unsigned.secret = nil
        var forged = place
        forged.secret = Array("another secret, just as long".utf8)
        let hour = Instant(milliseconds: now.milliseconds - 3_600_000)
        let attempts = [(unsigned, now), (forged, now), (place, hour)]
        return zip(names, attempts).map { name, attempt in
            check(name) { () throws(Mismatch) in
                let answer = try ask(
                    "shop.identify_by_email", ["email": .text(Self.nobody)], by: attempt.0,
                    at: attempt.1)
                guard answer.status == 401 || answer.status == 403 else {
                    throw Mismatch(what: "answer 401 before anything else; got \(answer.text)")
                }
            }
        }
    }

    private var customers: [Check] {
        guard let email else {
            return [Check(name: "customers and orders", verdict: .skipped("no --email given"))]
        }
        var customer: Record?
        let found = check("the e-mail address finds its customer") { () throws(Mismatch) in
            let value = try expect(ask("shop.identify_by_email", ["email": .text(email)]), "ok")
            guard let record = value?.record?["customer"]?.record, record["id"]?.text != nil,
                record["name"]?.text != nil
            else { throw Mismatch(what: "the value is {\"customer\": {\"id\", \"name\", …}}") }
            customer = record
        }
        guard let customer, let id = customer["id"] else { return [found] }
        return [found] + orders(of: id) + [repeatedWrite(customer, id)]
    }

    private func orders(of customer: Value) -> [Check] {
        var order: Value?
        let listed = check("the customer's orders have 'id', 'name' and 'status'") {
            () throws(Mismatch) in
            let value = try expect(ask("shop.orders", ["customer": customer]), "ok")
            for member in value?.list ?? [] {
                guard let record = member.record, record["id"]?.text != nil,
                    record["name"]?.text != nil, record["status"]?.text != nil
                else { throw Mismatch(what: "a member lacks one: \(member)") }
            }
            order = value?.list?.first?.record?["id"]
        }
        guard let order else { return [listed] }
        return [
            listed,
            check("an order comes to its customer") { () throws(Mismatch) in
                let value = try expect(
                    ask("shop.order", ["order_id": order, "customer": customer]), "ok")
                guard value?.record?["id"] == order else {
                    throw Mismatch(what: "the order's 'id' is another one")
                }
            },
            check("somebody else's order and none at all are the same bytes") {
                () throws(Mismatch) in
                let others = try ask(
                    "shop.order", ["order_id": order, "customer": .text("verify-nobody")])
                let none = try ask(
                    "shop.order", ["order_id": .text("verify-none"), "customer": customer])
                try expect(others, "missing")
                guard others.body == none.body else {
                    throw Mismatch(what: "\(others.text) is not \(none.text)")
                }
            },
        ]
    }

    /// The address as it is: a write that changes nothing.
    private func repeatedWrite(_ customer: Record, _ id: Value) -> Check {
        let name = "the same key has one effect and one receipt"
        guard writes else { return Check(name: name, verdict: .skipped("no --write given")) }
        guard let address = customer["address"] else {
            return Check(name: name, verdict: .skipped("the customer has no 'address'"))
        }
        let key = "verify|\(now.milliseconds)"
        let action = "shop.change_profile_address"
        return check(name) { () throws(Mismatch) in
            let arguments: Record = ["address": address, "customer": id]
            let first = try ask(action, arguments, write: true, key: key)
            let value = try expect(first, "ok")
            guard value?.record?["receipt"]?.text != nil else {
                throw Mismatch(what: "the value has no 'receipt': \(first.text)")
            }
            let second = try ask(action, arguments, write: true, key: key)
            guard first.body == second.body else {
                throw Mismatch(what: "the second answer is another one: \(second.text)")
            }
            var other = arguments
            other["address"] = address.record.map { .record($0.merging(["zip": .text("00000")])) }
            let third = try ask(action, other, write: true, key: key)
            try expect(third, "rejected")
        }
    }
}
