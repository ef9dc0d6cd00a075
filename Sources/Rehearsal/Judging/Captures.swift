import Facts

/// The names that a case has bound: `{ret:return_id}` in a reply, `id=$ret` in an effect.
struct Captures {
    private(set) var values: [String: String] = [:]

    mutating func bind(_ name: String, to value: String) { values[name] = value }

    mutating func bind(_ new: [String: String]) { values.merge(new) { _, new in new } }

    /// `$ret` replaced by what it stands for; an unbound name stays.
    func filled(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        return values.sorted {
            $0.key.count > $1.key.count || ($0.key.count == $1.key.count && $0.key < $1.key)
        }
        .reduce(text) { $0.replacing("$\($1.key)", with: $1.value) }
    }

    /// Whether an argument fits the record; an unbound `$name` fits, and binds.
    mutating func fit(
        _ argument: TalkArgument, _ record: Record, slots: (String) -> String?
    ) -> Bool {
        guard let actual = record.talkValue(argument.name) else { return false }
        let texts = actual.talkTexts
        if argument.value == "*" { return true }
        if argument.value.hasPrefix("$") {
            let name = String(argument.value.dropFirst())
            guard let value = values[name] else {
                bind(name, to: actual.identity.talkText)
                return true
            }
            return texts.contains(value)
        }
        if texts.contains(argument.value) { return true }
        guard argument.value.utf8.contains(UInt8(ascii: "{")) else { return false }
        let pattern = TalkPattern(argument.value)
        for text in texts {
            guard let bound = pattern.match(text, value: slots) else { continue }
            bind(bound)
            return true
        }
        return false
    }
}
