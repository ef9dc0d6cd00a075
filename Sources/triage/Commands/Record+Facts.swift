import Desk
import Facts

extension Record {
    /// Takes `customer.tier=vip`; a number stands for money where a rule compares the field with money.
    mutating func take(
        _ word: String, of plan: DeskPlan, currency: String
    ) throws(CommandFailure) {
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        let path = (pair.first ?? "").split(separator: ".").map(String.init)
        guard pair.count == 2, !path.isEmpty else {
            throw CommandFailure(
                "'\(word)' is no fact; write customer.tier=vip, the message in quotes first",
                Exit.usage)
        }
        let full = path == ["tier"] ? ["customer", "tier"] : path
        try Self.check(full, plan)
        let isMoney = plan.rules.flatMap { $0.when.comparisons }.contains { comparison in
            if comparison.field == full, case .value(.money) = comparison.operand {
                true
            } else {
                false
            }
        }
        let text = isMoney && !pair[1].contains(" ") ? "\(pair[1]) \(currency)" : pair[1]
        set(Value(literal: text), at: full[...])
    }

    /// A fact that no rule asks about changes nothing: probably a slip, which ends the command with 64 where a name
    /// that was meant is near, and is said in any case.
    private static func check(_ path: [String], _ plan: DeskPlan) throws(CommandFailure) {
        let asked = Set(
            plan.rules.flatMap { $0.when.comparisons }.flatMap { comparison in
                if case .field(let other) = comparison.operand {
                    [comparison.field, other]
                } else {
                    [comparison.field]
                }
            })
        guard !asked.contains(path) else { return }
        let name = SafeText.oneLine(path.joined(separator: "."), limit: 60)
        if let near = nearestName(to: name, among: asked.map { $0.joined(separator: ".") }) {
            throw CommandFailure(
                "no rule asks about \(name); did you mean \(near)?", Exit.usage)
        }
        Output.error("note: no rule asks about \(name)")
    }

    private mutating func set(_ value: Value, at path: ArraySlice<String>) {
        guard let first = path.first else { return }
        guard path.count > 1 else {
            self[first] = value
            return
        }
        var inner = self[first]?.record ?? Record()
        inner.set(value, at: path.dropFirst())
        self[first] = .record(inner)
    }

    /// Like `merging`, but records inside are merged too.
    func deepMerging(_ other: Record) -> Record {
        var result = self
        for field in other.fields {
            if case .record(let inner) = field.value, let own = self[field.name]?.record {
                result[field.name] = .record(own.deepMerging(inner))
            } else {
                result[field.name] = field.value
            }
        }
        return result
    }
}
