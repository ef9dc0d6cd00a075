import Facts

extension Transcript.ExpectedState {
    /// Whether the answer passes the test.
    func holds(_ answer: StateReading.Answer, slots: (String) -> String?) -> Bool {
        switch test {
        case .absent: answer == .absent
        case .equal: isEqual(answer)
        case .unequal: answer != .unknown && !isEqual(answer)
        case .matches:
            texts(of: answer).contains { TalkPattern(looseValue).match($0, value: slots) != nil }
        case .isIn: members.contains { texts(of: answer).contains($0) }
        case .has: hasMember(answer)
        case .atMost, .atLeast, .below, .above: compares(answer)
        }
    }

    /// `a, b`, also in brackets.
    private var members: [String] {
        let inside =
            value.hasPrefix("[") && value.hasSuffix("]") ? value.dropFirst().dropLast() : value[...]
        if inside == "empty" { return [] }
        return inside.split(separator: ",").map { String($0.trimmed) }
    }

    /// A pattern may fit a part of the text's beginning and end on its own account.
    private var looseValue: String { "{*}\(value){*}" }

    private func texts(of answer: StateReading.Answer) -> [String] {
        switch answer {
        case .texts(let texts): texts
        case .list(let members): [members.joined(separator: ", ")]
        case .absent, .unknown: []
        }
    }

    private func isEqual(_ answer: StateReading.Answer) -> Bool {
        switch answer {
        case .texts(let texts): texts.contains(value)
        case .list(let list): list == members
        case .absent: value == "none"
        case .unknown: false
        }
    }

    private func hasMember(_ answer: StateReading.Answer) -> Bool {
        switch answer {
        case .list(let list): members.allSatisfy(list.contains)
        case .texts(let texts): texts.contains { $0.contains(value) }
        case .absent, .unknown: false
        }
    }

    private func compares(_ answer: StateReading.Answer) -> Bool {
        guard case .texts(let texts) = answer, let text = texts.first,
            let left = Self.number(text), let right = Self.number(value)
        else { return false }
        switch test {
        case .below: return left < right
        case .above: return left > right
        case .atMost: return left <= right
        case .atLeast: return left >= right
        case .equal, .unequal, .matches, .isIn, .has, .absent: return false
        }
    }

    /// A number, an amount without its currency, a duration in seconds or a day in days.
    private static func number(_ text: String) -> Double? {
        if let number = Double(text) { return number }
        if let day = Day(iso: text) { return Double(day.number) }
        if let duration = TalkTime.duration(text) { return Double(duration.milliseconds) / 1000 }
        return text.split(separator: " ").first.flatMap { Double($0) }
    }

    /// The line as a transcript has it.
    var line: String {
        test == .absent ? "  ? no \(path)" : "  ? \(path) \(test.rawValue) \(value)"
    }
}
