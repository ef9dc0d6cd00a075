import Facts

/// Reads amounts of money: "$12.50", "20 euros", "12 Euro 50", "99 cents", "USD 200".
struct MoneyReader {
    let reading: Reading
    /// ISO 4217 code of the shop's currency: what `$` (when it is a dollar) and cents mean.
    let currency: String

    func money(at index: Int) -> (money: Money, end: Int)? {
        let numbers = NumberReader(reading: reading)
        if let code = currencyCode(at: index) {
            return leading(code, numbers, index)
        }
        if let joined = joined(at: index) { return joined }
        guard let found = numbers.number(at: index) else { return nil }
        var next = found.end
        if reading.sense(next).has(.minorUnit) {
            return minor(found.number, next + 1)
        }
        if reading.key(next) == "us" || reading.key(next) == "canadian" { next += 1 }
        guard let code = currencyCode(at: next) else { return nil }
        let (amount, end) = withMinorPart(found.number, next + 1, numbers)
        return money(amount, code, end)
    }

    /// "$ 12.50", "EUR 12"; a dollar word ("dollars 12") does not lead.
    private func leading(
        _ code: String, _ numbers: NumberReader, _ index: Int
    ) -> (money: Money, end: Int)? {
        let token = reading.tokens[index]
        let isSign = !reading.byte(token.start).isLetter
        let isCode = token.end - token.start == 3 && token.folded == code.lowercased()
        guard isSign || isCode, let found = numbers.number(at: index + 1), found.isWritten else {
            return nil
        }
        return money(found.number, code, found.end)
    }

    /// "20eur", "usd20" in one token.
    private func joined(at index: Int) -> (money: Money, end: Int)? {
        let token = reading.tokens[index]
        guard token.end - token.start <= 12, reading.byte(token.start).isDigit,
            let letter = token.folded.utf8.firstIndex(where: { !$0.isDigit }),
            let digits = Int(token.folded[..<letter]),
            let code = reading.vocabulary.senses[
                WordKey.hash(String(token.folded[letter...]))]?.currency
        else { return nil }
        return money(DecimalNumber(digits: digits), resolved(code), index + 1)
    }

    /// "20 dollars and 50 cents", "12 Euro 50".
    private func withMinorPart(
        _ whole: DecimalNumber, _ index: Int, _ numbers: NumberReader
    ) -> (DecimalNumber, Int) {
        let isJoined = reading.sense(index).has(.and) || reading.key(index) == "con"
        let start = isJoined ? index + 1 : index
        guard whole.isWhole, let found = numbers.number(at: start), found.number.isWhole,
            (0..<100).contains(found.number.digits),
            let hundredfold = whole.times(100)
        else { return (whole, index) }
        let hasUnit = reading.sense(found.end).has(.minorUnit)
        let hasOwnCurrency = currencyCode(at: found.end) != nil
        let isTwoDigits =
            found.isWritten
            ? found.end == start + 1 && reading.tokens[start].folded.utf8.count == 2
            : found.number.digits >= 10
        let isPlain = start == index || reading.key(index) == "con"
        guard hasUnit || (isPlain && isTwoDigits && !hasOwnCurrency && endsPhrase(found.end))
        else { return (whole, index) }
        let (sum, overflow) = hundredfold.digits.addingReportingOverflow(found.number.digits)
        guard !overflow else { return (whole, index) }
        return (DecimalNumber(digits: sum, decimals: 2), hasUnit ? found.end + 1 : found.end)
    }

    private func endsPhrase(_ index: Int) -> Bool {
        index >= reading.count || !reading.isWord(index) || reading.sense(index).has(.everyday)
    }

    private func minor(_ number: DecimalNumber, _ end: Int) -> (money: Money, end: Int)? {
        guard number.isWhole else { return nil }
        return (Money(minorUnits: number.digits, currency: currency), end)
    }

    private func money(
        _ number: DecimalNumber, _ code: String, _ end: Int
    ) -> (money: Money, end: Int)? {
        guard let units = number.minorUnits(places: Money.decimals(of: code)) else { return nil }
        return (Money(minorUnits: units, currency: code), end)
    }

    private func currencyCode(at index: Int) -> String? {
        reading.sense(index).currency.map(resolved)
    }

    /// A dollar is the shop's own when it counts in dollars of a kind.
    private func resolved(_ name: CurrencyName) -> String {
        let code = name.text
        guard code == "$" else { return code }
        return currency.hasSuffix("D") ? currency : "USD"
    }
}
