import Facts

/// Finds amounts of money, days, positions and numbers in one pass; each word is used once.
struct QuantityReader {
    let reading: Reading
    let currency: String
    /// Places that are looked at closely: more than any ordinary message has.
    private static let tryLimit = 128

    struct Found {
        var kind: BuiltInEntity
        var value: Value
        /// Token range.
        var start: Int
        var end: Int
    }

    /// Everything outside the `taken` byte ranges (sorted by their start).
    func quantities(outside taken: [Range<Int>]) -> [Found] {
        let money = MoneyReader(reading: reading, currency: currency)
        let dates = DateReader(reading: reading)
        let ordinals = OrdinalReader(reading: reading)
        let numbers = NumberReader(reading: reading)
        let japanese = JapaneseReader(reading: reading)
        let tag = reading.vocabulary.words.tag
        let script = (isJapanese: tag == "ja", isGerman: tag == "de")
        var found: [Found] = []
        var index = 0
        var place = 0
        var tries = 0
        while index < reading.count, tries < Self.tryLimit {
            let token = reading.tokens[index]
            while place < taken.count, taken[place].upperBound <= token.start { place += 1 }
            if place < taken.count, taken[place].lowerBound < token.end {
                index += 1
                continue
            }
            guard mayBegin(index, script) else {
                index += 1
                continue
            }
            tries += 1
            let start = index
            if let amount = money.money(at: index) {
                found.append(
                    Found(kind: .money, value: .money(amount.money), start: start, end: amount.end))
                index = amount.end
            } else if let day = dates.day(at: index) {
                found.append(Found(kind: .date, value: .day(day.day), start: start, end: day.end))
                index = day.end
            } else if let counted = japanese.quantity(at: index) {
                found.append(counted)
                index = counted.end
            } else if let ordinal = ordinals.ordinal(at: index) {
                found.append(
                    Found(
                        kind: .ordinal, value: .integer(ordinal.position), start: start,
                        end: ordinal.end))
                index = ordinal.end
            } else if let number = numbers.number(at: index), isCount(number, index) {
                found.append(
                    Found(kind: .number, value: number.number.value, start: start, end: number.end))
                index = number.end
            } else {
                index += 1
            }
        }
        return found
    }

    /// A quick look that most words fail: nothing that any of the readers begins with.
    private func mayBegin(
        _ index: Int, _ script: (isJapanese: Bool, isGerman: Bool)
    ) -> Bool {
        let sense = reading.sense(index)
        if sense.number != nil || sense.ordinal != nil || sense.month != nil || sense.weekday != nil
        {
            return true
        }
        if sense.dayOffset != nil || sense.currency != nil
            || !sense.roles.isDisjoint(with: .beginners)
        {
            return true
        }
        let first = reading.byte(reading.tokens[index].start)
        if first.isDigit || first == UInt8(ascii: "-") { return true }
        if first >= 0x80, script.isJapanese { return true }
        if script.isGerman { return reading.tokens[index].folded.utf8.count >= 6 }
        return Self.beginners.contains(reading.key(index))
    }

    private static let beginners: Set<String> = [
        "day", "avant", "apres", "pasado", "half", "il", "next",
    ]

    /// "this one", "un": a word for one that counts nothing.
    private func isCount(_ found: NumberReader.Found, _ index: Int) -> Bool {
        guard !found.isWritten, found.end == index + 1, found.number == DecimalNumber(digits: 1)
        else {
            return true
        }
        switch reading.vocabulary.words.tag {
        case "en":
            return reading.count == 1 || reading.sense(index - 1).has(.countsOne)
                || (index == 0 && reading.symbol(1) != 0)
        case "fr": return false
        default: return true
        }
    }
}

extension Roles {
    /// Words that may open a date, a number or a position although they are neither.
    static let beginners: Roles = [.ahead, .ago, .last, .next, .this, .minus, .article]
}
