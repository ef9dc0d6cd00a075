/// Numbers of the suite: digits, words, fractions, powers.
struct SuiteNumbers {
    let text: SuiteText

    struct Number {
        var value: Double
        var end: Int
        /// Spelled in words alone.
        var isSpelled: Bool
        var isFraction = false
    }

    func results() -> [SuiteResult] {
        var results: [SuiteResult] = []
        var index = 0
        while index < text.pieces.count {
            if let number = number(at: index), isFree(index, number) {
                results.append(
                    text.result(index, number.end, "number", [SuiteFormat.text(number.value)]))
                index = number.end
            } else {
                index += skip(index)
            }
        }
        return results
    }

    private func skip(_ index: Int) -> Int {
        // A number that runs into a unit is none, with all its parts: "180.25ml".
        guard text.isDigits(index) else { return 1 }
        var end = index + 1
        while text.isJoined(end), text.isDigits(end) || ".,".contains(text.word(end)) { end += 1 }
        if end < text.pieces.count, text.isJoined(end), text.isWord(end) { return end - index }
        return 1
    }

    /// Not inside a word, not a pronoun, not before a letter.
    private func isFree(_ index: Int, _ number: Number) -> Bool {
        if text.isJoined(number.end), text.isWord(number.end) { return false }
        if text.isDigits(index), text.isJoined(index), text.isWord(index - 1),
            text.word(index) != "-"
        {
            return false
        }
        guard number.end == index + 1, text.word(index) == "one" else { return true }
        return !["the", "this", "that", "which", "these", "those", "no", "any", "previous", "next"]
            .contains(text.word(index - 1))
    }

    /// The longest number that begins at `index`.
    func number(at index: Int) -> Number? {
        let word = text.word(index)
        if word == "minus" || word == "negative"
            || (word == "-" && !(index > 0 && text.isJoined(index)))
        {
            guard index + 1 < text.pieces.count, var found = unsigned(at: index + 1) else {
                return nil
            }
            found.value = 0 - found.value
            return found
        }
        return unsigned(at: index)
    }

    /// A quick look that most words fail.
    private func mayBegin(_ index: Int) -> Bool {
        let word = text.word(index)
        return text.isDigits(index) || Self.small[word] != nil || Self.scales[word] != nil
            || ["a", "half", "quarter", "."].contains(word) || !text.isWord(index)
    }

    private func unsigned(at index: Int) -> Number? {
        guard mayBegin(index) else { return nil }
        if let mixed = mixed(at: index) { return mixed }
        return dozens(at: index) ?? digits(at: index) ?? spelled(at: index) ?? sign(at: index)
    }

    private func sign(at index: Int) -> Number? {
        let signs: [String: Double] = [
            "½": 0.5, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "¼": 0.25, "¾": 0.75, "⅙": 1.0 / 6, "⅛": 0.125,
        ]
        return signs[text.word(index)].map {
            Number(value: $0, end: index + 1, isSpelled: false, isFraction: true)
        }
    }

    // MARK: Digits

    func digits(at index: Int) -> Number? {
        guard let plain = plainDigits(at: index) else { return nil }
        return power(plain) ?? slash(plain, index) ?? multiplied(plain)
    }

    /// "1,234.5", ".25", "1 234 567".
    private func plainDigits(at index: Int) -> Number? {
        var source = ""
        var next = index
        if text.word(index) == ".", text.isJoined(index + 1), text.isDigits(index + 1),
            !(text.isJoined(index) && !text.word(index - 1).isEmpty && text.isDigits(index - 1))
        {
            source = "0." + text.word(index + 1)
            next = index + 2
        } else {
            guard text.isDigits(index) else { return nil }
            var groups = [text.word(index)]
            var marks: [String] = []
            next = index + 1
            while text.isJoined(next), ".,".contains(text.word(next)), text.isJoined(next + 1),
                text.isDigits(next + 1)
            {
                marks.append(text.word(next))
                groups.append(text.word(next + 1))
                next += 2
            }
            if marks.isEmpty {
                while text.isDigits(next), text.word(next).count == 3, groups[0].count <= 3,
                    text.pieces[next].start == text.pieces[next - 1].end + 1
                {
                    groups.append(text.word(next))
                    next += 1
                }
                source = groups.joined()
                if text.word(next) == ".", groups.count > 1, text.isJoined(next),
                    text.isDigits(next + 1), text.isJoined(next + 1)
                {
                    source += "." + text.word(next + 1)
                    next += 2
                }
            } else if !isListed(index, marks), let read = read(groups, marks) {
                source = read
            } else {
                source = groups[0]
                next = index + 1
            }
        }
        return Double(source).map { Number(value: $0, end: next, isSpelled: false) }
    }

    /// The last two of "22,24,26,31" or "192.168.1.2".
    private func isListed(_ index: Int, _ marks: [String]) -> Bool {
        guard text.isJoined(index), marks.count == 1, text.isJoined(index - 1),
            text.isDigits(index - 2)
        else {
            return false
        }
        return text.word(index - 1) == marks[0]
    }

    private func read(_ groups: [String], _ marks: [String]) -> String? {
        let isGrouped =
            groups.dropFirst().dropLast().allSatisfy { $0.count == 3 || $0.count == 2 }
            && groups[0].count <= 3
        guard let last = groups.last else { return nil }
        if marks.count == 1 {
            if marks[0] == ",", last.count == 3, groups[0].count <= 3 { return groups.joined() }
            return groups[0] + "." + last
        }
        guard isGrouped else { return nil }
        if Set(marks).count == 1 {
            return last.count == 3 && marks[0] == "," ? groups.joined() : nil
        }
        guard Set(marks.dropLast()).count == 1, marks.last != marks.first else { return nil }
        return groups.dropLast().joined() + "." + last
    }

    /// "1.3x10^6", "1e10", "1.1^-23".
    private func power(_ base: Number) -> Number? {
        var next = base.end
        guard text.isJoined(next) else { return nil }
        var factor = 1.0
        var root = base.value
        if text.word(next) == "x", text.word(next + 1) == "10", text.word(next + 2) == "^" {
            factor = base.value
            root = 10
            next += 2
        }
        let isExponent = text.word(next) == "e"
        guard isExponent || text.word(next) == "^" else { return nil }
        next += 1
        var isNegative = false
        while ["+", "-"].contains(text.word(next)) {
            isNegative = text.word(next) == "-" && !isNegative
            if text.word(next) == "-", text.word(next - 1) == "-" { isNegative = false }
            next += 1
        }
        guard let digits = Int(text.word(next)), digits < 200, text.isDigits(next) else {
            return nil
        }
        var value = 1.0
        for _ in 0..<digits { value *= isExponent ? 10 : root }
        if isNegative { value = 1 / value }
        value = isExponent ? base.value * value : factor * value
        return Number(value: value, end: next + 1, isSpelled: false)
    }

    /// "3/4", "2 1/4", "1 over 3".
    private func slash(_ first: Number, _ index: Int) -> Number? {
        func quotient(_ start: Int) -> (Double, Int)? {
            guard text.isDigits(start), text.word(start + 1) == "/", text.isJoined(start + 1),
                text.isJoined(start + 2), text.isDigits(start + 2),
                let top = Double(text.word(start)), let bottom = Double(text.word(start + 2)),
                bottom > 0
            else { return nil }
            guard !(text.word(start + 3) == "/" && text.isJoined(start + 3)), !touches(start) else {
                return nil
            }
            return (top / bottom, start + 3)
        }
        if let (value, end) = quotient(index) {
            return Number(value: value, end: end, isSpelled: false, isFraction: true)
        }
        if first.end == index + 1, let (value, end) = quotient(first.end), value < 1 {
            return Number(value: first.value + value, end: end, isSpelled: false, isFraction: true)
        }
        return nil
    }

    /// Part of a date or a phone number.
    private func touches(_ index: Int) -> Bool {
        text.isJoined(index) && ["/", "-"].contains(text.word(index - 1))
            && text.isJoined(index - 1)
            && text.isDigits(index - 2)
    }

    /// "10k", "2 million", "3 hundred and 21".
    private func multiplied(_ first: Number) -> Number {
        var number = first
        let short: [String: Double] = [
            "k": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "mln": 1e6, "g": 1e9, "b": 1e9, "bln": 1e9,
            "bn": 1e9, "t": 1e12, "tln": 1e12, "lakh": 1e5, "crore": 1e7,
        ]
        let word = text.word(number.end)
        if let factor = short[word] {
            let isAttached = text.isJoined(number.end)
            // "1m" is a metre, "10M" ten millions.
            guard word != "m" || !isAttached || number.value >= 10 else { return number }
            number.value *= factor
            number.end += 1
            return remainder(number, factor)
        }
        guard let factor = Self.scales[word] else { return number }
        number.value *= factor
        number.end += 1
        return remainder(number, factor)
    }

    private func remainder(_ number: Number, _ scale: Double) -> Number {
        var number = number
        var step = scale
        while true {
            let hasAnd = text.word(number.end) == "and"
            let start = hasAnd ? number.end + 1 : number.end
            if hasAnd, let part = fraction(at: start), part.value < 1 {
                number.value += part.value * (Self.scales[text.word(number.end - 1)] ?? 1)
                number.end = part.end
                number.isFraction = true
                return number
            }
            if text.isDigits(start), let digits = Double(text.word(start)), digits > 0 {
                let factor = Self.scales[text.word(start + 1)]
                let isDecimal = text.isJoined(start + 1) && ".,".contains(text.word(start + 1))
                let value = digits * (factor ?? 1)
                guard value < step, !isDecimal, factor != nil || hasAnd else { return number }
                number.value += value
                number.end = factor == nil ? start + 1 : start + 2
                step = factor ?? 1
                if factor == nil { return number }
            } else if hasAnd, let spelled = spelledWhole(at: start), spelled.value < step,
                spelled.value > 0
            {
                number.value += spelled.value
                number.end = spelled.end
                return number
            } else {
                return number
            }
        }
    }

    private func dozens(at index: Int) -> Number? {
        let names: Set<String> = ["dozen", "dozens", "dz", "dzs", "doz", "dozs"]
        if text.word(index) == "half", text.word(index + 1) == "a",
            names.contains(text.word(index + 2))
        {
            return Number(value: 6, end: index + 3, isSpelled: true)
        }
        if text.word(index) == "a", names.contains(text.word(index + 1)) {
            return Number(value: 12, end: index + 2, isSpelled: true)
        }
        guard let count = plainDigits(at: index) ?? spelledWhole(at: index),
            names.contains(text.word(count.end))
        else { return nil }
        return Number(value: count.value * 12, end: count.end + 1, isSpelled: false)
    }
}
