public import Dialogue
import Dispatch
public import Facts
public import Shop
import Synchronization
import Wire

/// A shop behind HTTP: one JSON POST for each action (docs/shop.md).
///
/// Whatever is not a proper answer is a failure: nothing is guessed, and a write counts as done
/// only with its receipt.
public final class HTTPShop: Shop {
    /// So many calls may be on their way; more fail at once.
    public static let callLimit = 32
    /// Before a failed call is made again; twice as long each time.
    static let firstPause = Duration.milliseconds(100)
    /// Failures that making the call again may heal.
    static let passing: Set<String> = ["timeout", "connection_refused", "shop_unavailable"]

    private let place: ShopPlace
    private let transport: any Transport
    private let actions: [String: ActionDeclaration]
    private let queue = DispatchQueue(label: "shop", attributes: .concurrent)
    private let state: Mutex<State>
    private let start = ContinuousClock.now

    private struct State {
        var breaker = CircuitBreaker()
        var calls = 0
    }

    /// `actions`: what the pack declares: timeouts, retries, outcomes.
    public convenience init(_ place: ShopPlace, actions: [String: ActionDeclaration]) {
        self.init(
            place, actions: actions, transport: CurlTransport(authorityFile: place.authorityFile))
    }

    init(
        _ place: ShopPlace, actions: [String: ActionDeclaration], transport: any Transport,
        breaker: CircuitBreaker = CircuitBreaker()
    ) {
        self.place = place
        self.actions = actions
        self.transport = transport
        state = Mutex(State(breaker: breaker))
    }

    /// See `Shop`. `failed` comes with one of the reasons `timeout`, `connection_refused`,
    /// `shop_unavailable`, `tls_failed`, `bad_response`, `refused`, `unknown_action`, `answer_too_long`.
    public func perform(
        _ call: ActionCall, now: Instant, completion: @escaping @Sendable (ActionResult) -> Void
    ) {
        let time = elapsed
        let isAdmitted = state.withLock { state in
            guard state.calls < Self.callLimit, state.breaker.admits(at: time) else { return false }
            state.calls += 1
            return true
        }
        guard isAdmitted else {
            completion(ActionResult(outcome: "failed", reason: "shop_unavailable"))
            return
        }
        queue.async {
            let result = self.answer(call, now: now)
            let isPassing = Self.passing.contains(result.reason ?? "")
            self.state.withLock { state in
                state.calls -= 1
                state.breaker.note(
                    result.outcome == "failed" && isPassing ? .failed : .answered, at: self.elapsed)
            }
            completion(result)
        }
    }

    /// Names of products, for the interpreter; empty when the shop does not say.
    public func shopVocabulary(now: Instant) -> [String] {
        let call = ActionCall(
            id: "start", conversation: "start", action: "shop.products", arguments: Record(),
            access: .read)
        let products = answer(call, now: now).value?.list ?? []
        return products.compactMap { $0.record?["name"]?.text }.sorted()
    }

    private var elapsed: Duration { start.duration(to: .now) }

    /// Asks, again and again while the failure may pass and the declaration allows it.
    func answer(_ call: ActionCall, now: Instant) -> ActionResult {
        let action =
            actions[call.action]
            ?? ActionDeclaration(name: call.action, parameters: [], access: call.access)
        var pause = Self.firstPause
        var attempts = 0
        while true {
            attempts += 1
            var result = ask(call, action, now: now)
            result.attempts = attempts
            guard result.outcome == "failed", Self.passing.contains(result.reason ?? ""),
                attempts <= action.retries
            else { return result }
            wait(pause)
            pause *= 2
        }
    }

    private func wait(_ pause: Duration) {
        // The calling thread is one of the queue's, for this call alone.
        _ = DispatchSemaphore(value: 0).wait(
            timeout: .now() + .milliseconds(pause.wholeMilliseconds))
    }

    private func ask(
        _ call: ActionCall, _ action: ActionDeclaration, now: Instant
    ) -> ActionResult {
        guard let body = try? JSONCoder.encode(ShopRequest(call)) else {
            return .failure("bad_request")
        }
        let request = place.request(for: call.action, body: body, timeout: action.timeout, at: now)
        switch transport.post(request) {
        case .failed(let reason): return .failure(reason)
        case .response(200, let body):
            return ShopResponse.result(body, outcomes: action.outcomes)
        case .response(429, _), .response(500..., _): return .failure("shop_unavailable")
        case .response(404, _): return .failure("unknown_action")
        case .response: return .failure("refused")
        }
    }
}

/// The body of a request.
struct ShopRequest: Encodable {
    var action: String
    var arguments: Record
    var access: String
    var call: String
    var conversation: String
    /// Of a write: the same key is the same write.
    var key: String?
    var consent: Consent?

    init(_ call: ActionCall) {
        action = call.action
        arguments = call.arguments
        access = call.access.rawValue
        self.call = call.id
        conversation = call.conversation
        key = call.key
        consent = call.consent
    }
}

/// The body of an answer.
struct ShopResponse: Decodable {
    var outcome: String
    var value: Value?
    var reason: String?

    /// Anything that the pack has not declared is a failure.
    static func result(_ body: [UInt8], outcomes: [String]) -> ActionResult {
        guard let response = try? JSONCoder.decode(ShopResponse.self, from: body),
            response.outcome == "failed" || outcomes.contains(response.outcome)
        else { return .failure("bad_response") }
        if response.outcome == "failed" { return .failure(response.reason ?? "refused") }
        return ActionResult(
            outcome: response.outcome, value: response.value, reason: response.reason)
    }
}

extension ActionResult {
    static func failure(_ reason: String) -> ActionResult {
        ActionResult(outcome: "failed", reason: reason)
    }
}
