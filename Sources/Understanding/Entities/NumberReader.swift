/// Reads numbers in digits and in words.
struct NumberReader {
    let reading: Reading

    /// A number and the token after it.
    struct Found: Equatable {
        var number: DecimalNumber
        var end: Int
        /// Written in digits.
        var isWritten: Bool
    }

    /// The number that starts at token `index`, the longest one.
    func number(at index: Int) -> Found? {
        let sense = reading.sense(index)
        if sense.has(.minus) {
            guard let found = unsigned(at: index + 1) else { return nil }
            return negated(found)
        }
        let isMinus = reading.symbol(index) == UInt8(ascii: "-")
        if isMinus, reading.isAttached(index + 1), !reading.isAttached(index) {
            return unsigned(at: index + 1).flatMap(negated)
        }
        return unsigned(at: index)
    }

    private func negated(_ found: Found) -> Found? {
        var found = found
        found.number.digits = 0 - found.number.digits
        return found
    }

    private func unsigned(at index: Int) -> Found? {
        if let quotient = quotient(at: index) { return quotient }
        guard let found = written(at: index).map(scaled) ?? spelled(at: index) else { return nil }
        return withHalf(found)
    }

    /// "1/2", "3/4": a simple fraction below one.
    private func quotient(at index: Int) -> Found? {
        guard reading.symbol(index + 1) == UInt8(ascii: "/"), reading.isAttached(index + 1),
            reading.isAttached(index + 2), !reading.isInsideNumber(reading.start(index)),
            !reading.isNumberSign(reading.end(index + 2)),
            reading.byte(reading.end(index + 2)) != UInt8(ascii: "/"),
            let over = digit(index), let under = digit(index + 2), over > 0, over < under,
            let share = [2: 500, 4: 250, 5: 200, 8: 125][under]
        else { return nil }
        return Found(
            number: DecimalNumber(digits: over * share, decimals: 3), end: index + 3,
            isWritten: true)
    }

    private func digit(_ index: Int) -> Int? {
        guard reading.isDigits(index), reading.tokens[index].folded.utf8.count == 1 else {
            return nil
        }
        return Int(reading.tokens[index].folded)
    }

    /// "two and a half", "tres y media", "deux et demie".
    private func withHalf(_ found: Found) -> Found {
        guard found.number.isWhole, reading.sense(found.end).has(.and) else { return found }
        let isCounted = reading.sense(found.end + 1).has(.single)
        let half = isCounted ? found.end + 2 : found.end + 1
        guard reading.sense(half).has(.half), reading.sense(half + 1).number == nil,
            let tenfold = found.number.times(10)
        else { return found }
        return Found(
            number: DecimalNumber(digits: tenfold.digits + 5, decimals: 1), end: half + 1,
            isWritten: found.isWritten)
    }

    /// Digits with their separators: "1,234.50".
    func written(at index: Int) -> Found? {
        guard reading.isDigits(index) else {
            return abbreviated(at: index)
        }
        let start = reading.tokens[index].start
        var end = reading.tokens[index].end
        let isFrench = reading.vocabulary.tag == "fr"
        while isFrench, end - start <= 3 || reading.byte(end - 4) == 0x20, isBlankGroup(end) {
            end += 4
        }
        while reading.isNumberSign(end), reading.byte(end + 1).isDigit {
            end += 1
            while reading.byte(end).isDigit { end += 1 }
        }
        let bytes = reading.bytes[start..<end]
        guard
            let number = DecimalNumber(
                written: isFrench ? bytes.filter { $0 != 0x20 }[...] : bytes,
                usesDecimalComma: reading.vocabulary.usesDecimalComma)
        else { return nil }
        // "3.5k" is one number, "3.5ml" none.
        let isThousands = reading.byte(end).lowered == UInt8(ascii: "k")
        if isThousands, !reading.byte(end + 1).isWordByte {
            let next = reading.token(atOrAfter: end)
            return number.times(1000).map { Found(number: $0, end: next, isWritten: true) }
        }
        let next = reading.token(atOrAfter: end)
        guard next > 0, reading.tokens[next - 1].end == end else { return nil }
        return Found(number: number, end: next, isWritten: true)
    }

    /// A blank and exactly three digits: the French group thousands so.
    private func isBlankGroup(_ offset: Int) -> Bool {
        reading.byte(offset) == 0x20 && (1...3).allSatisfy { reading.byte(offset + $0).isDigit }
            && !reading.byte(offset + 4).isWordByte
    }

    /// "10k".
    private func abbreviated(at index: Int) -> Found? {
        guard index >= 0, index < reading.count else { return nil }
        let token = reading.tokens[index]
        let body = reading.bytes[token.start..<token.end]
        guard body.count >= 2, body.count <= 8, body.last?.lowered == UInt8(ascii: "k"),
            body.dropLast().allSatisfy(\.isDigit),
            let digits = Int(String(decoding: body.dropLast(), as: UTF8.self))
        else { return nil }
        return DecimalNumber(digits: digits).times(1000).map {
            Found(number: $0, end: index + 1, isWritten: true)
        }
    }

    /// "2 million", "3 hundred".
    private func scaled(_ written: Found) -> Found {
        var found = written
        while found.end < reading.count, let word = reading.sense(found.end).number {
            let factor: Int
            switch word {
            case .hundred: factor = 100
            case .scale(let value): factor = value
            case .unit, .round: return found
            }
            guard let product = found.number.times(factor) else { return found }
            found = Found(number: product, end: found.end + 1, isWritten: true)
        }
        return found
    }

    /// "two hundred and five", "vingt et un", "zweiundzwanzig".
    private func spelled(at index: Int) -> Found? {
        if let dozen = dozens(at: index) { return dozen }
        if let tenths = germanHalves(at: index) {
            return Found(
                number: DecimalNumber(digits: tenths, decimals: 1), end: index + 1,
                isWritten: false)
        }
        var sum = SpelledNumber(isFrench: reading.vocabulary.tag == "fr")
        var next = index
        while next < reading.count, let word = word(at: next), sum.accept(word) {
            next += 1
            next = afterConnector(next, sum)
        }
        guard next > index, let total = sum.total else { return nil }
        let number = DecimalNumber(digits: total)
        return fraction(after: next, number) ?? Found(number: number, end: next, isWritten: false)
    }

    /// The index after a hyphen or "and" when a number word follows that still fits.
    private func afterConnector(_ index: Int, _ sum: SpelledNumber) -> Int {
        let isHyphen = reading.symbol(index) == UInt8(ascii: "-") && reading.isAttached(index)
        let joins = isHyphen || (reading.sense(index).has(.and) && sum.takesAnd)
        guard joins, let word = word(at: index + 1) else { return index }
        var trial = sum
        return trial.accept(word) ? index + 1 : index
    }

    private func word(at index: Int) -> NumberWord? {
        if let word = reading.sense(index).number { return word }
        guard reading.vocabulary.tag == "de", index < reading.count else { return nil }
        return GermanNumbers.value(of: reading.key(index)).map { .round($0) }
    }

    /// "two point five".
    private func fraction(after index: Int, _ whole: DecimalNumber) -> Found? {
        guard reading.sense(index).has(.point) else { return nil }
        var number = whole
        var next = index + 1
        while next < reading.count, number.decimals < 6,
            case .unit(let digit)? = reading.sense(next).number, digit < 10,
            let shifted = number.times(10)
        {
            number = DecimalNumber(digits: shifted.digits + digit, decimals: number.decimals + 1)
            next += 1
        }
        return next > index + 1 ? Found(number: number, end: next, isWritten: false) : nil
    }

    /// "anderthalb", "zweieinhalb", in tenths.
    private func germanHalves(at index: Int) -> Int? {
        guard reading.vocabulary.tag == "de" else { return nil }
        let key = reading.key(index)
        guard key.utf8.count >= 8, key.hasSuffix("halb") else { return nil }
        if key == "anderthalb" { return 15 }
        guard key.hasSuffix("einhalb") else { return nil }
        let stem = String(key.dropLast("einhalb".utf8.count))
        if stem == "ein" { return 15 }
        guard case .unit(let whole)? = reading.vocabulary.senses[WordKey.hash(stem)]?.number else {
            return nil
        }
        return whole * 10 + 5
    }

    /// "half a dozen", "media docena", and in English "a dozen", "a couple of".
    private func dozens(at index: Int) -> Found? {
        if reading.sense(index).has(.half) {
            let isApart =
                reading.sense(index + 1).has(.single)
                || reading.symbol(index + 1) == UInt8(ascii: "-")
            let next = isApart ? index + 2 : index + 1
            return reading.sense(next).number == .scale(12) ? found(6, next + 1) : nil
        }
        guard Self.dozenBeginnings.contains(reading.hash(index)), reading.vocabulary.tag == "en"
        else { return nil }
        switch (reading.key(index), reading.key(index + 1), reading.key(index + 2)) {
        case ("a", "dozen", _), ("one", "dozen", _): return found(12, index + 2)
        case ("a", "couple", "of"): return found(2, index + 3)
        case ("a", "couple", _): return found(2, index + 2)
        case (_, _, _): return nil
        }
    }

    private static let dozenBeginnings: WordSet = ["a", "one"]

    private func found(_ value: Int, _ end: Int) -> Found {
        Found(number: DecimalNumber(digits: value), end: end, isWritten: false)
    }
}

extension Reading {
    /// Whether the byte may stand inside a written number.
    func isNumberSign(_ offset: Int) -> Bool {
        let byte = byte(offset)
        return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'")
    }
}

/// Adds up number words; refuses the word that does not continue the number.
struct SpelledNumber {
    private let isFrench: Bool
    private var done = 0
    private var current = 0
    private var lastScale = Int.max
    private var started = false
    /// The word before was a hundred or a scale, or a round number: "and" may follow.
    private(set) var takesAnd = false
    /// The smallest step still open: what comes next must be smaller.
    private var step = Int.max
    /// The word before was ten.
    private var isTen = false

    init(isFrench: Bool) {
        self.isFrench = isFrench
    }

    var total: Int? {
        guard started else { return nil }
        let (sum, overflow) = done.addingReportingOverflow(current)
        return overflow ? nil : sum
    }

    mutating func accept(_ word: NumberWord) -> Bool {
        switch word {
        case .unit(let value): return add(value)
        case .round(let value): return add(value)
        case .hundred: return multiply(100)
        case .scale(let scale): return closing(scale)
        }
    }

    private mutating func add(_ value: Int) -> Bool {
        if isFrench, joinsFrench(value) { return true }
        isTen = value == 10
        guard value < step, !started || value > 0 else { return false }
        current += value
        started = true
        switch value {
        case 0..<20: step = 1
        case 20..<100: step = isFrench && value == 60 ? 20 : (value % 10 == 0 ? 10 : 1)
        default: step = value % 100 == 0 ? 100 : 1
        }
        takesAnd = step > 1
        return true
    }

    /// Quatre-vingts, dix-sept, quatre-vingt-dix-sept.
    private mutating func joinsFrench(_ value: Int) -> Bool {
        if value == 20, current % 100 == 4, step == 1 {
            current += 76
            step = 20
            takesAnd = true
            return true
        }
        guard isTen, (7...9).contains(value) else { return false }
        current += value
        isTen = false
        step = 1
        return true
    }

    private mutating func multiply(_ factor: Int) -> Bool {
        guard current < 100, step > 0, current > 0 || !started || done > 0 else { return false }
        let base = max(current, 1)
        guard base < 100 else { return false }
        current = base * factor
        started = true
        step = factor
        takesAnd = true
        return true
    }

    private mutating func closing(_ scale: Int) -> Bool {
        guard scale < lastScale else { return false }
        let (product, overflow) = max(current, 1).multipliedReportingOverflow(by: scale)
        let (sum, tooLarge) = done.addingReportingOverflow(product)
        guard !overflow, !tooLarge else { return false }
        done = sum
        current = 0
        lastScale = scale
        started = true
        step = min(scale, 1000)
        takesAnd = true
        return true
    }
}
