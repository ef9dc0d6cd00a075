/// Percentages and amounts of money of the suite.
struct SuiteUnits {
    let text: SuiteText
    private var numbers: SuiteNumbers { SuiteNumbers(text: text) }

    init(text: SuiteText) {
        self.text = text
    }

    // MARK: Percent

    func percentages() -> [SuiteResult] {
        var results: [SuiteResult] = []
        var index = 0
        while index < text.pieces.count {
            if let number = numbers.number(at: index), let end = percentEnd(number.end) {
                if !isInsideWord(index, end) {
                    results.append(
                        text.result(
                            index, end, "percentage", [SuiteFormat.text(number.value) + "%"]))
                }
                index = end
            } else if let end = percentEnd(index), !isInsideWord(index, end) {
                if text.word(end) == "of", let number = numbers.number(at: end + 1) {
                    results.append(
                        text.result(
                            index, number.end, "percentage", [SuiteFormat.text(number.value) + "%"])
                    )
                    index = number.end
                } else {
                    results.append(text.result(index, end, "percentage", ["null"]))
                    index = end
                }
            } else {
                index += 1
            }
        }
        return results
    }

    private func percentEnd(_ index: Int) -> Int? {
        let words = ["%", "percent", "percents", "percentage", "percentages"]
        if words.contains(text.word(index)) { return index + 1 }
        return text.word(index) == "per" && text.word(index + 1) == "cent" ? index + 2 : nil
    }

    /// Inside a web address.
    private func isInsideWord(_ index: Int, _ end: Int) -> Bool {
        let before = text.isJoined(index) && !"('\"".contains(text.word(index - 1))
        let after = text.isJoined(end) && (text.isWord(end) || text.isDigits(end))
        return before || after
    }

    // MARK: Currency

    struct Unit {
        var name: String
        var code: String?
        var end: Int
    }

    func amounts() -> [SuiteResult] {
        var results: [SuiteResult] = []
        var index = 0
        while index < text.pieces.count {
            if let found = amount(at: index) {
                results.append(found.0)
                index = max(found.1, index + 1)
            } else {
                index += 1
            }
        }
        return results
    }

    private func amount(at index: Int) -> (SuiteResult, Int)? {
        if let unit = SuiteCurrencies.leading(text, index) {
            if let number = numbers.number(at: unit.end), text.word(unit.end) != "-",
                !ownsUnit(number)
            {
                let joined = unit.end == index + 1 && text.isWord(index) && !isLeadingWord(index)
                if !joined { return completed(index, number.value, number.end, unit) }
            }
        }
        if let number = numbers.number(at: index) {
            if let found = trailing(index, number) { return found }
            if number.isFraction || number.end > index + 1 { return nil }
        }
        guard let unit = SuiteCurrencies.trailing(text, index), text.isWord(index),
            unit.name != "Pound"
        else { return nil }
        guard !(text.isJoined(index) && text.isWord(index - 1)),
            SuiteCurrencies.mayStandAlone(text, index)
        else { return nil }
        return (text.result(index, unit.end, "currency", parts(nil, unit)), unit.end)
    }

    private func isLeadingWord(_ index: Int) -> Bool {
        text.word(index).count == 3
            || ["dollar", "sen", "maud", "musd", "meur", "mgbp"].contains(text.word(index))
    }

    /// "10 $": the number before a sign belongs to the sign that follows it.
    private func ownsUnit(_ number: SuiteNumbers.Number) -> Bool { false }

    private func trailing(_ index: Int, _ number: SuiteNumbers.Number) -> (SuiteResult, Int)? {
        var number = number
        var next = number.end
        if text.word(next) == "-", text.isJoined(next) { next += 1 }
        guard var unit = SuiteCurrencies.trailing(text, next) else { return nil }
        // "75 USD million".
        if let scale = SuiteNumbers.scales[text.word(unit.end)], scale >= 1000, text.isDigits(index)
        {
            number.value *= scale
            unit.end += 1
        }
        return completed(index, number.value, unit.end, unit)
    }

    /// With the minor part: "10 $ 30 cent", "15 dollars and 50".
    private func completed(
        _ start: Int, _ value: Double, _ end: Int, _ unit: Unit
    ) -> (
        SuiteResult, Int
    )? {
        var value = value * (unit.name.hasPrefix("M:") ? 1e6 : 1)
        var unit = unit
        if unit.name.hasPrefix("M:") { unit.name = String(unit.name.dropFirst(2)) }
        var last = end
        if unit.end <= end, let again = SuiteCurrencies.trailing(text, end),
            again.name == unit.name, text.word(start) != text.word(end),
            text.pieces[start].end != text.pieces[start + 1].start
        {
            last = again.end
        }
        let hasAnd = text.word(last) == "and"
        let next = hasAnd ? last + 1 : last
        let isMinorUnit = ["Cent", "Pence", "Penny"].contains(unit.name)
        if !isMinorUnit, value == value.rounded(), let minor = numbers.number(at: next),
            minor.value < 100, minor.value > 0, minor.value == minor.value.rounded(),
            !minor.isFraction
        {
            let following = SuiteCurrencies.trailing(text, minor.end)
            let isCents = following.map { ["Cent", "Pence", "Penny"].contains($0.name) } ?? false
            let isBare =
                following == nil && (hasAnd || minor.isSpelled || text.word(next).count == 2)
                && !text.isWord(minor.end) && !["%", "/", ","].contains(text.word(minor.end))
            let isSpelledBare = following == nil && hasAnd && minor.isSpelled
            if isCents || isBare || isSpelledBare
                || (following == nil && text.word(minor.end) == "more")
            {
                value += minor.value / 100
                last = isCents ? (following?.end ?? minor.end) : minor.end
            }
        }
        return (text.result(start, last, "currency", parts(value, unit)), last)
    }

    private func parts(_ value: Double?, _ unit: Unit) -> [String] {
        let value = value.map(SuiteFormat.text)
        return [value, unit.name, unit.code].compactMap { $0 }
    }
}
