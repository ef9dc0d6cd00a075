import Facts

/// Ordinals of the suite, from the start ("second", "21st") and relative ("last", "the next one").
struct SuiteOrdinals {
    let text: SuiteText

    func results() -> [SuiteResult] {
        var results: [SuiteResult] = []
        var index = 0
        while index < text.pieces.count {
            if let found = relative(at: index) ?? absolute(at: index) {
                results.append(found.0)
                index = found.1
            } else {
                index += 1
            }
        }
        return results
    }

    private static let phrases: [(String, String)] = [
        ("the one before the last one", "end-1"), ("the one before the last", "end-1"),
        ("the second to last", "end-1"), ("the last but one", "end-1"), ("next to last", "end-1"),
        ("last but one", "end-1"), ("second to last", "end-1"), ("previous one", "current-1"),
        ("next one", "current+1"), ("current one", "current+0"), ("antepenultimate", "end-2"),
        ("penultimate", "end-1"), ("previous", "current-1"), ("next", "current+1"),
        ("current", "current+0"), ("last", "end+0"),
    ]

    private func relative(at index: Int) -> (SuiteResult, Int)? {
        let first = text.word(index)
        for (phrase, value) in Self.phrases where phrase.utf8.starts(with: first.utf8) {
            let words = phrase.split(separator: " ").map(String.init)
            guard words.enumerated().allSatisfy({ text.word(index + $0.offset) == $0.element })
            else { continue }
            let end = index + words.count
            return (text.result(index, end, "ordinal.relative", [value]), end)
        }
        return nil
    }

    private func absolute(at index: Int) -> (SuiteResult, Int)? {
        if text.isDigits(index), text.isJoined(index + 1),
            ["st", "nd", "rd", "th"].contains(text.word(index + 1))
        {
            return (text.result(index, index + 2, "ordinal", [text.word(index)]), index + 2)
        }
        var start = index
        if text.word(index) == "a", SuiteNumbers.scales[text.word(index + 1)] != nil { start += 1 }
        let numbers = SuiteNumbers(text: text)
        var end = start
        var base = 0.0
        if let whole = numbers.spelledWhole(at: start) {
            base = whole.value
            end =
                text.word(whole.end) == "-" || text.word(whole.end) == "and"
                ? whole.end + 1 : whole.end
        }
        guard let last = SuiteNumbers.ordinalWords[text.word(end)],
            last == 2 || base > 0 || text.word(end) != "second"
        else { return nil }
        let value = last >= 100 ? max(base, 1) * last : base + last
        guard text.word(index) != "a" || start > index else { return nil }
        if text.word(index - 1) == "a", last >= 1000 { return nil }
        return (text.result(index, end + 1, "ordinal", [SuiteFormat.text(value)]), end + 1)
    }
}
