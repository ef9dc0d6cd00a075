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
        /// The number in a percentage or a length of time: it may be meant as well.
        var number: Counted?
    }

    /// A number from the start of what it counts to the token `end`.
    struct Counted {
        var value: Value
        var end: Int
    }

    /// Everything outside the `taken` byte ranges (sorted by their start).
    func quantities(outside taken: [Range<Int>]) -> [Found] {
        let money = MoneyReader(reading: reading, currency: currency)
        let dates = DateReader(reading: reading)
        let ordinals = OrdinalReader(reading: reading)
        let numbers = NumberReader(reading: reading)
        let japanese = JapaneseReader(reading: reading, currency: currency)
        let times = TimeReader(reading: reading)
        let tag = reading.vocabulary.tag
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
            } else if !script.isJapanese || reading.isDigits(index),
                let time = times.time(at: index)
            {
                found.append(
                    Found(kind: .time, value: .text(time.text), start: start, end: time.end))
                index = time.end
            } else if let day = dates.day(at: index) {
                found.append(Found(kind: .date, value: .day(day.day), start: start, end: day.end))
                index = day.end
            } else if let counted = japanese.quantity(at: index) {
                found.append(counted)
                index = counted.end
            } else if let measured = measured(at: index, numbers) {
                found.append(measured)
                index = measured.end
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

    /// A length of time or a percentage.
    private func measured(at index: Int, _ numbers: NumberReader) -> Found? {
        if let length = DurationReader(reading: reading).duration(at: index) {
            var found = Found(
                kind: .duration, value: .text(length.text), start: index, end: length.end)
            found.number = length.number.map { Counted(value: $0.number.value, end: $0.end) }
            return found
        }
        guard let number = numbers.number(at: index), let end = percentEnd(number.end) else {
            return nil
        }
        var found = Found(kind: .percent, value: number.number.value, start: index, end: end)
        found.number = Counted(value: number.number.value, end: number.end)
        return found
    }

    /// The index after "%", "percent", "per cent", "por ciento", "pour cent".
    private func percentEnd(_ index: Int) -> Int? {
        if reading.symbol(index) == UInt8(ascii: "%") || reading.sense(index).has(.percent) {
            return index + 1
        }
        let pair = (reading.key(index), reading.key(index + 1))
        let isPair =
            pair == ("per", "cent") || pair == ("por", "ciento") || pair == ("pour", "cent")
        return isPair ? index + 2 : nil
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
        if sense.dayOffset != nil || sense.currency != nil || sense.clock != nil
            || !sense.roles.isDisjoint(with: .beginners)
        {
            return true
        }
        let first = reading.byte(reading.tokens[index].start)
        if first.isDigit || first == UInt8(ascii: "-") { return true }
        if first >= 0x80, script.isJapanese { return true }
        if script.isGerman { return GermanNumbers.mayBegin(reading.key(index)) }
        return Self.beginners.contains(reading.hash(index))
    }

    private static let beginners: WordSet = [
        "day", "avant", "lavant", "apres", "pasado", "antes", "il", "next", "ca",
    ]

    /// "this one", "un": a word for one that counts nothing.
    private func isCount(_ found: NumberReader.Found, _ index: Int) -> Bool {
        guard !found.isWritten, found.end == index + 1, found.number == DecimalNumber(digits: 1)
        else {
            return true
        }
        switch reading.vocabulary.tag {
        case "en":
            return reading.count == 1 || reading.sense(index - 1).has(.countsOne)
                || (index == 0 && reading.symbol(1) != 0)
        case "fr": return false
        case "es", "de": return ["uno", "eins"].contains(reading.key(index))
        default: return true
        }
    }
}

extension Roles {
    /// Words that may open a date, a number or a position although they are neither.
    static let beginners: Roles = [
        .ahead, .ago, .last, .next, .this, .minus, .article, .half, .quarter, .single,
    ]
}
