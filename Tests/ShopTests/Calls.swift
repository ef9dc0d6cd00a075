import Dialogue
import Facts
import Shop

/// 2026-03-02 09:14 in Berlin.
let now = Instant(milliseconds: 1_772_439_240_000)

extension EmbeddedShop {
    /// Looks something up for the test.
    func read(_ action: String, _ arguments: Record = [:], now: Instant = now) -> ActionResult {
        perform(
            ActionCall(
                id: "t/1", conversation: "t", action: action, arguments: arguments, access: .read),
            now: now)
    }

    /// Writes with a key, as a flow does after a yes.
    func write(_ action: String, _ arguments: Record, key: String) -> ActionResult {
        perform(
            ActionCall(
                id: "t/2", conversation: "t", action: action, arguments: arguments, access: .write,
                key: key, consent: Consent(question: "Shall I?", answer: "yes")),
            now: now)
    }
}

extension Value {
    subscript(path: String...) -> Value? { value(at: path) }

    /// The ids of a list of choices.
    var ids: [String] { (list ?? []).compactMap { $0["id"]?.text } }
}

extension Record {
    func without(_ names: String...) -> Record {
        var record = self
        for name in names { record[name] = nil }
        return record
    }
}
