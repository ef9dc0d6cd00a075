import Dialogue
import Facts
import Shop
import Synchronization

/// The shop of a rehearsal: a real one, but with the outcomes that the transcript gives; it remembers the calls.
final class RehearsalShop: Shop {
    private let borrowed: BorrowedShop
    private var shop: EmbeddedShop { borrowed.shop }
    /// Actions that answer with a list: a given answer is its only member.
    private let listing: Set<String>
    private let state = Mutex(State())

    /// A call with its last answer; a repeated attempt is the same call.
    struct Asked: Equatable, Sendable {
        var call: ActionCall
        var result: ActionResult
    }

    private struct State {
        var scripts: [Script] = []
        var asked: [Asked] = []
        var late: [Late] = []
    }

    /// A call whose answer comes later: `given: shop.order -> late after=5s`.
    private struct Late {
        var call: ActionCall
        var due: Instant
    }

    /// An outcome to give, `left` times.
    private struct Script {
        var call: TalkCall
        var left: Int

        func fits(_ asked: ActionCall) -> Bool {
            left > 0 && call.name == asked.action
                && call.arguments.allSatisfy { $0.fits(asked.arguments) }
        }
    }

    init(_ borrowed: BorrowedShop, listing: Set<String>) {
        self.borrowed = borrowed
        self.listing = listing
    }

    /// The next calls that fit get this outcome instead of the shop's.
    func give(_ call: TalkCall) {
        state.withLock { $0.scripts.append(Script(call: call, left: call.times)) }
    }

    /// The calls since the last time, in order.
    func takeAsked() -> [Asked] {
        state.withLock { state in
            let asked = state.asked
            state.asked = []
            return asked
        }
    }

    func perform(
        _ call: ActionCall, now: Instant, completion: @escaping @Sendable (ActionResult) -> Void
    ) {
        if let delay = delay(of: call) {
            state.withLock { $0.late.append(Late(call: call, due: now + delay)) }
            return
        }
        let result = scripted(call) ?? shop.perform(call, now: now)
        note(call, result)
        completion(result)
    }

    /// When the next late answer comes; nil where none does.
    var nextLate: Instant? { state.withLock { $0.late.map(\.due).min() } }

    /// The late answers that are due, in the order of the calls.
    func takeLate(at now: Instant) -> [(call: ActionCall, result: ActionResult)] {
        let due = state.withLock { state in
            let due = state.late.filter { $0.due <= now }
            state.late.removeAll { $0.due <= now }
            return due
        }
        return due.map { late in
            let result = shop.perform(late.call, now: now)
            note(late.call, result)
            return (late.call, result)
        }
    }

    private func delay(of call: ActionCall) -> Duration? {
        state.withLock { state in
            guard
                let index = state.scripts.firstIndex(where: {
                    $0.call.outcome == "late" && $0.fits(call)
                })
            else { return nil }
            state.scripts[index].left -= 1
            let after = state.scripts[index].call.result.first { $0.name == "after" }
            return after.flatMap { TalkTime.duration($0.value) } ?? .seconds(5)
        }
    }

    private func scripted(_ call: ActionCall) -> ActionResult? {
        state.withLock { state in
            guard
                let index = state.scripts.firstIndex(where: { $0.fits(call) })
            else { return nil }
            state.scripts[index].left -= 1
            return ActionResult(
                scripted: state.scripts[index].call, isList: listing.contains(call.action))
        }
    }

    private func note(_ call: ActionCall, _ result: ActionResult) {
        state.withLock { state in
            if let last = state.asked.lastIndex(where: { $0.call.id == call.id }) {
                state.asked[last].result.outcome = result.outcome
                state.asked[last].result.reason = result.reason
                state.asked[last].result.value = result.value
                state.asked[last].result.attempts += 1
            } else {
                state.asked.append(Asked(call: call, result: result))
            }
        }
    }
}

extension ActionResult {
    /// `timeout` and the like are reasons of `failed`; other words are outcomes.
    fileprivate init(scripted call: TalkCall, isList: Bool) {
        let word = call.outcome ?? "ok"
        let failures = ["timeout", "shop_unavailable", "connection_refused"]
        var fields = Record()
        for argument in call.result { fields[argument.name] = Value(talk: argument.value) }
        let reason = failures.contains(word) ? word : fields["reason"]?.text
        self.init(
            outcome: failures.contains(word) ? "failed" : word,
            value: fields.isEmpty ? nil : isList ? .list([.record(fields)]) : .record(fields),
            reason: reason)
    }
}
