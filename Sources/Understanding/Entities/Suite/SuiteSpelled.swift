/// Numbers in words, with their fractions.
extension SuiteNumbers {
    static let scales: [String: Double] = [
        "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "million": 1e6,
        "millions": 1e6,
        "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    ]
    static let small: [String: Double] = {
        var words: [String: Double] = ["nought": 0, "naught": 0]
        for entry in LanguageWords.english.units.split(separator: " ")
            + LanguageWords.english.rounds.split(separator: " ")
        {
            let parts = entry.split(separator: "=")
            if parts.count == 2, let value = Double(parts[1]) { words[String(parts[0])] = value }
        }
        return words
    }()
    static let ordinalWords: [String: Double] = {
        var words: [String: Double] = [
            "nineth": 9, "hundredth": 1e2, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9,
            "trillionth": 1e12,
            "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
            "eightieth": 80, "ninetieth": 90,
        ]
        for entry in LanguageWords.english.ordinals.split(separator: " ") {
            let parts = entry.split(separator: "=")
            if parts.count == 2, let value = Double(parts[1]), value > 0 {
                words[String(parts[0])] = value
            }
        }
        return words
    }()

    /// The next word after an optional hyphen.
    private func afterHyphen(_ index: Int) -> Int { text.word(index) == "-" ? index + 1 : index }

    // MARK: Whole numbers

    /// "two hundred and five", "a hundred"; stops before a fraction that "and" joins.
    func spelledWhole(at index: Int) -> Number? {
        var total = 0.0
        var current = 0.0
        var step = Double.infinity
        var lastScale = Double.infinity
        var next = index
        var started = false
        if text.word(index) == "a", Self.scales[text.word(index + 1)] != nil { next += 1 }
        while next < text.pieces.count {
            var place = next
            if started {
                place = afterHyphen(place)
                if place == next, text.word(place) == "and", step > 1 {
                    guard fraction(at: place + 1) == nil || fractionIsWhole(place + 1) else {
                        break
                    }
                    place += 1
                }
            }
            let word = text.word(place)
            if let value = Self.small[word], value < step, !started || value > 0 {
                current += value
                step = value >= 20 ? 10 : 1
            } else if word.hasPrefix("hundred"), let scale = Self.scales[word], current < 100,
                lastScale > 100 || current > 0 || !started
            {
                guard step != 100 else { break }
                current = max(current, 1) * scale
                step = 100
            } else if let scale = Self.scales[word], scale > 100,
                scale < lastScale || (scale == 1e7 && started)
            {
                total =
                    (scale == 1e7 && current == 0 && total > 0)
                    ? total * scale : total + max(current, 1) * scale
                current = 0
                lastScale = scale
                step = scale
            } else {
                break
            }
            started = true
            next = place + 1
        }
        return started ? Number(value: total + current, end: next, isSpelled: true) : nil
    }

    private func fractionIsWhole(_ index: Int) -> Bool {
        (fraction(at: index)?.value ?? 0) >= 1
    }

    func spelled(at index: Int) -> Number? {
        if let part = fraction(at: index) { return scaled(part) }
        guard let whole = spelledWhole(at: index) else { return nil }
        return point(whole) ?? whole
    }

    /// "two point five", "nought point eleven".
    private func point(_ whole: Number) -> Number? {
        guard text.word(whole.end) == "point" else { return nil }
        var digits = ""
        var next = whole.end + 1
        while let value = Self.small[text.word(next)], value < 10 {
            digits += String(Int(value))
            next += 1
        }
        if digits.isEmpty {
            guard let part = spelledWhole(at: next), part.value < 1000 else { return nil }
            digits = String(Int(part.value))
            next = part.end
        }
        guard let value = Double("0." + digits) else { return nil }
        return Number(value: whole.value + value, end: next, isSpelled: true)
    }

    // MARK: Fractions

    /// "half million", "three quarters billion", "two thirds of a million".
    private func scaled(_ part: Number) -> Number {
        var part = part
        if text.word(part.end) == "of", text.word(part.end + 1) == "a",
            let scale = Self.scales[text.word(part.end + 2)]
        {
            part.value *= scale
            part.end += 3
        } else if let scale = Self.scales[text.word(part.end)] {
            part.value *= scale
            part.end += 1
        }
        return part
    }

    /// "half", "a third", "two thirds", "twenty-three fifths".
    func fraction(at index: Int) -> Number? {
        if text.word(index) == "half"
            || (text.word(index) == "quarter" && Self.scales[text.word(index + 1)] != nil)
        {
            return Number(
                value: text.word(index) == "half" ? 0.5 : 0.25, end: index + 1, isSpelled: true,
                isFraction: true)
        }
        if text.word(index) == "a", let bottom = denominator(at: index + 1, isPlural: false) {
            return Number(
                value: 1 / bottom.value, end: bottom.end, isSpelled: true, isFraction: true)
        }
        guard hasDenominator(after: index) else { return nil }
        var end = index
        var best: Number?
        // Each prefix that is a number may be the numerator; the shortest denominator wins after
        // "and".
        while end - index < 12, let top = prefix(index, end) {
            let start = afterHyphen(top.end)
            if let bottom = denominator(at: start, isPlural: top.value != 1) {
                best = Number(
                    value: top.value / bottom.value, end: bottom.end, isSpelled: true,
                    isFraction: true)
                if bottom.isCompound || best != nil { break }
            }
            end = top.end
            if best != nil { break }
        }
        return best
    }

    /// Whether one of the next words can be a denominator.
    private func hasDenominator(after index: Int) -> Bool {
        (index + 1..<index + 14).contains { place in
            let word = text.word(place)
            if ["halves", "quarters", "half", "quarter"].contains(word) { return true }
            return Self.ordinalWords[word] != nil
                || (word.hasSuffix("s") && Self.ordinalWords[String(word.dropLast())] != nil)
        }
    }

    /// The whole number of the words from `index` through the one at `last`.
    private func prefix(_ index: Int, _ last: Int) -> Number? {
        var last = last
        while last < text.pieces.count, ["-", "and"].contains(text.word(last)), last > index {
            last += 1
        }
        guard last < text.pieces.count else { return nil }
        let limited = SuiteNumbers(text: text.limited(to: last + 1))
        guard let whole = limited.plainWhole(at: index), whole.end == last + 1 else { return nil }
        return whole
    }

    private func plainWhole(at index: Int) -> Number? { spelledWhole(at: index) }

    private struct Denominator {
        var value: Double
        var end: Int
        var isCompound: Bool
    }

    private func denominator(at index: Int, isPlural: Bool) -> Denominator? {
        let word = text.word(index)
        if isPlural ? ["halves", "quarters"].contains(word) : ["half", "quarter"].contains(word) {
            return Denominator(
                value: word.hasPrefix("h") ? 2 : 4, end: index + 1, isCompound: false)
        }
        if let ten = Self.small[word], ten >= 20, text.word(index - 1) != "and" {
            let next = afterHyphen(index + 1)
            if let unit = ordinal(text.word(next), isPlural), unit < 10 {
                return Denominator(value: ten + unit, end: next + 1, isCompound: true)
            }
        }
        if let scale = Self.scales[word], scale >= 100, word != "a",
            let unit = ordinal(text.word(index + 1), isPlural), text.word(index - 1) == "a"
        {
            return Denominator(value: unit / scale, end: index + 2, isCompound: true)
        }
        return ordinal(word, isPlural).map {
            Denominator(value: $0, end: index + 1, isCompound: false)
        }
    }

    private func ordinal(_ word: String, _ isPlural: Bool) -> Double? {
        if isPlural {
            guard word.hasSuffix("s"), let value = Self.ordinalWords[String(word.dropLast())],
                value > 2 || word == "firsts"
            else { return nil }
            return value
        }
        guard let value = Self.ordinalWords[word], value > 2 else { return nil }
        return value
    }

    // MARK: Mixed numbers and ratios

    /// "one and a half", "five and a quarter million", "1 over 3", "two out of five hundred".
    func mixed(at index: Int) -> Number? {
        guard let whole = spelledWhole(at: index) ?? digits(at: index), !whole.isFraction else {
            return nil
        }
        if text.word(whole.end) == "and", whole.isSpelled, let part = fraction(at: whole.end + 1),
            part.value < 1
        {
            let unit = Self.scales[text.word(whole.end - 1)] ?? 1
            let isBigUnit = unit >= 1e6
            var value =
                whole.value + part.value
                * (isBigUnit && Self.scales[text.word(part.end)] == nil ? unit : 1)
            var end = part.end
            if let scale = Self.scales[text.word(end)] {
                value = isBigUnit ? whole.value + part.value * scale : value * scale
                end += 1
            }
            return Number(value: value, end: end, isSpelled: true, isFraction: true)
        }
        return ratio(whole)
    }

    private func ratio(_ top: Number) -> Number? {
        let word = text.word(top.end)
        let isOver = word == "over"
        let start = word == "out" && text.word(top.end + 1) == "of" ? top.end + 2 : top.end + 1
        guard isOver || word == "in" || start == top.end + 2,
            let bottom = spelledWhole(at: start) ?? digits(at: start), bottom.value > 0,
            !bottom.isFraction
        else { return nil }
        guard
            isOver
                ? !text.isWord(bottom.end)
                : top.value < bottom.value && (top.value == 1 || start == top.end + 2)
        else { return nil }
        return Number(
            value: top.value / bottom.value, end: bottom.end, isSpelled: true, isFraction: true)
    }
}

extension SuiteText {
    /// The text up to piece `count`.
    func limited(to count: Int) -> SuiteText {
        var copy = self
        copy.cut(to: count)
        return copy
    }
}
