import Dialogue
import Facts
import Shop
import Synchronization
import Triage

/// Asks the shop: an answer that comes at once is returned, one that comes later is delivered as an
/// event.
struct ShopDoor: Sendable {
    let shop: any Shop
    /// Takes an answer that came after `ask` returned; called on any thread.
    let later: @Sendable (Event) -> Void

    /// Reasons of `failed` that a repetition may heal.
    static let passing: Set<String> = ["timeout", "shop_unavailable", "connection_refused"]

    /// Asks up to `retries` times more while the shop fails for a passing reason.
    func ask(_ call: ActionCall, retries: Int, at now: Instant) -> ActionResult? {
        var attempts = 0
        while true {
            attempts += 1
            guard var result = askOnce(call, at: now) else { return nil }
            result.attempts = max(result.attempts, attempts)
            let isPassing = result.outcome == "failed" && Self.passing.contains(result.reason ?? "")
            guard isPassing, result.attempts <= retries else { return result }
        }
    }

    private enum Waiting: Sendable {
        case asking
        case answered(ActionResult)
        case late
    }

    private final class Answer: Sendable {
        let state = Mutex(Waiting.asking)
    }

    private func askOnce(_ call: ActionCall, at now: Instant) -> ActionResult? {
        let answer = Answer()
        let later = later
        shop.perform(call, now: now) { result in
            let isLate = answer.state.withLock { state in
                switch state {
                case .asking:
                    state = .answered(result)
                    return false
                case .answered:
                    // A second answer to one call: the first one counts.
                    return false
                case .late:
                    return true
                }
            }
            if isLate {
                later(.answered(conversation: call.conversation, call: call.id, result))
            }
        }
        return answer.state.withLock { state in
            if case .answered(let result) = state { return result }
            state = .late
            return nil
        }
    }
}
