/// Finds phone, card and bank account numbers.
struct NumberCodes {
    let reading: Reading
    /// BCP 47 primary tag: the country that a number without a prefix is read in.
    let language: String

    struct Found: Equatable {
        var text: String
        /// Byte offsets.
        var start: Int
        var end: Int
    }

    // MARK: Phone

    /// Phone numbers among the runs, E.164 where the country is known, else the digits.
    func phones(_ runs: [DigitRun]) -> [Found] {
        runs.compactMap { run in
            guard (7...15).contains(run.digits.count), isPhone(run) else { return nil }
            return Found(text: international(run), start: run.start, end: run.end)
        }
    }

    /// A plus, the shape of one, or a word that announces one.
    private func isPhone(_ run: DigitRun) -> Bool {
        if run.hasPlus { return true }
        if isAnnounced(run) { return true }
        let zero = UInt8(ascii: "0")
        if run.groups == [3, 3, 4] || run.groups == [1, 3, 3, 4] { return run.digits[0] != zero }
        if isSpanish(run) { return true }
        let isNational = run.digits[0] == zero && run.digits.count >= 9
        if isNational, language != "en", !reading.continuesWord(at: run.end) { return true }
        // The whole answer is one number.
        return run.digits.count >= 10 && run.start == 0 && run.end >= reading.bytes.count - 1
            && run.digits.count <= 12
    }

    /// Nine digits in the groups of Spain: 612 345 678, 91 234 56 78.
    private func isSpanish(_ run: DigitRun) -> Bool {
        guard language == "es", run.digits.count == 9, "6789".utf8.contains(run.digits[0]) else {
            return false
        }
        return [[3, 3, 3], [3, 2, 2, 2], [2, 3, 2, 2], [2, 3, 4]].contains(run.groups)
    }

    private func isAnnounced(_ run: DigitRun) -> Bool {
        let index = reading.token(atOrAfter: run.start)
        if run.digits.count >= 9, isOwnNumber(index) { return true }
        return (1...4).contains { step in
            reading.sense(index - step).has(.phoneCue)
                && !reading.sense(index - step).has(.orderCue)
        }
    }

    /// "my number is 5551234567", 電話番号は….
    private func isOwnNumber(_ index: Int) -> Bool {
        (1...6).contains { step in
            reading.sense(index - step).has(.phoneCue)
                && ["my", "mi", "mon", "meine"].contains(reading.key(index - step - 1))
                || reading.spells("電話", at: index - step)
        }
    }

    private func international(_ run: DigitRun) -> String {
        let digits = String(decoding: run.digits, as: UTF8.self)
        if run.hasPlus {
            // "+49 (0)30 1234": the trunk zero is not dialled from abroad.
            let isTrunk =
                run.groups.count > 2 && run.groups[1] == 1
                && run.digits[run.groups[0]] == UInt8(ascii: "0")
            guard isTrunk else { return "+" + digits }
            return "+" + digits.prefix(run.groups[0]) + digits.dropFirst(run.groups[0] + 1)
        }
        if digits.hasPrefix("00") { return "+" + digits.dropFirst(2) }
        if language == "es", digits.utf8.count == 9, "6789".utf8.contains(run.digits[0]) {
            return "+34" + digits
        }
        if digits.hasPrefix("0"), let code = Self.countryCodes[language] {
            return "+" + code + digits.dropFirst()
        }
        guard language == "en", run.digits[0] != UInt8(ascii: "0") else { return digits }
        if digits.utf8.count == 11, digits.hasPrefix("1") { return "+" + digits }
        return digits.utf8.count == 10 ? "+1" + digits : digits
    }

    private static let countryCodes: [String: String] = ["de": "49", "fr": "33", "ja": "81"]

    // MARK: Card

    /// Payment cards: 13 to 19 digits with the first digit of a card network and a valid Luhn sum,
    /// masked.
    func cards(_ runs: [DigitRun]) -> [Found] {
        runs.compactMap { run in
            guard (13...19).contains(run.digits.count), !run.hasPlus,
                "23456".utf8.contains(run.digits[0]), isLuhn(run.digits)
            else { return nil }
            return Found(text: masked(run.digits), start: run.start, end: run.end)
        }
    }

    /// ISO/IEC 7812-1: every second digit from the right doubled, the sum a multiple of ten.
    private func isLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, byte) in digits.reversed().enumerated() {
            let digit = Int(byte) - 0x30
            let doubled = digit * 2
            sum += place % 2 == 0 ? digit : (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    private func masked(_ characters: [UInt8]) -> String {
        String(repeating: "*", count: max(0, characters.count - 4))
            + String(decoding: characters.suffix(4), as: UTF8.self)
    }

    // MARK: IBAN

    /// International bank account numbers with valid check digits (ISO 13616), masked.
    func ibans() -> [Found] {
        reading.tokens.indices.compactMap { iban(from: reading.tokens[$0].start) }
    }

    private func iban(from start: Int) -> Found? {
        guard reading.byte(start).isLetter, reading.byte(start + 1).isLetter,
            reading.byte(start + 2).isDigit, reading.byte(start + 3).isDigit,
            !reading.continuesWord(before: start)
        else { return nil }
        var characters: [UInt8] = []
        var best: (end: Int, count: Int)?
        var offset = start
        while characters.count < 34 {
            if reading.byte(offset).isLetterOrDigit {
                characters.append(reading.byte(offset).raised)
                offset += 1
                let ends = !reading.continuesWord(at: offset)
                if ends, characters.count >= 15, isValid(characters) {
                    best = (offset, characters.count)
                }
            } else if reading.byte(offset) == UInt8(ascii: " "),
                reading.byte(offset + 1).isLetterOrDigit
            {
                offset += 1
            } else {
                break
            }
        }
        guard let best else { return nil }
        return Found(
            text: masked(Array(characters.prefix(best.count))), start: start, end: best.end)
    }

    /// The first four characters moved to the end, letters as 10…35: the number modulo 97 is 1.
    private func isValid(_ characters: [UInt8]) -> Bool {
        var remainder = 0
        for byte in characters.dropFirst(4) + characters.prefix(4) {
            let value = byte.isDigit ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
        }
        return remainder == 1
    }
}
