import Desk
import Dialogue
import Facts
import Handbook
import Triage

/// What a transcript has otherwise than the pack, so that words which the pack rarely needs are played too.
extension Handbook {
    /// `limits.listed=2`, `limits.wishes=1`, `desk.maximum_open_tickets=1`, `return_item.confirm.digress=forbid`,
    /// `return_item.reason.optional=true`.
    func changed(by settings: [TalkArgument]) throws(Stage.Failure) -> Handbook {
        guard !settings.isEmpty else { return self }
        var changed = self
        for setting in settings {
            let path = setting.name.split(separator: ".").map(String.init)
            guard changed.set(path, to: setting.value) else {
                throw Stage.Failure(
                    what: "'\(setting.name)=\(setting.value)' is nothing of the pack",
                    cure: "write limits.listed=2, desk.maximum_open_tickets=1, "
                        + "<flow>.<state>.digress=forbid or <flow>.<slot>.optional=true")
            }
        }
        return changed
    }

    /// False where there is no such thing, or the value is none for it.
    private mutating func set(_ path: [String], to value: String) -> Bool {
        let number = Int(value).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
        switch (path, number) {
        case (["limits", "listed"], let number?): book.limits.listed = number
        case (["limits", "wishes"], let number?): book.limits.wishes = number
        case (["desk", "maximum_open_tickets"], let number?):
            plan.defaults.maximumOpenTickets = number
        default: return path.count == 3 && set(path[2], of: path[1], in: path[0], to: value)
        }
        return true
    }

    private mutating func set(
        _ key: String, of name: String, in flow: String, to value: String
    ) -> Bool {
        guard var changed = book.flows[flow] else { return false }
        if key == "digress", changed.state(name) != nil,
            let digression = Digression(rawValue: value)
        {
            changed = changed.changing(state: name) { $0.digression = digression }
        } else if key == "optional", let flag = Bool(value),
            let place = changed.slots.firstIndex(where: { $0.id == name })
        {
            changed.slots[place].isOptional = flag
        } else {
            return false
        }
        book.flows[flow] = changed
        return true
    }
}
