/// Reads lengths of time as ISO 8601 durations: "two weeks" is `P2W`, "half an hour" `PT30M`.
struct DurationReader {
    let reading: Reading

    struct Found {
        var text: String
        var end: Int
        /// The number in it, and the token after that.
        var number: NumberReader.Found?
    }

    func duration(at index: Int) -> Found? {
        let sense = reading.sense(index)
        if sense.has(.half) {
            let next = reading.sense(index + 1).has(.single) ? index + 2 : index + 1
            return found(DecimalNumber(digits: 5, decimals: 1), next, number: nil)
        }
        if sense.has(.single), reading.sense(index + 1).has(.half) {
            return found(DecimalNumber(digits: 5, decimals: 1), index + 2, number: nil)
        }
        if sense.has(.single), reading.sense(index + 1).period != nil {
            // "an hour and a half".
            let isLonger =
                reading.sense(index + 2).has(.and)
                && (reading.sense(index + 3).has(.half)
                    || reading.sense(index + 3).has(.single) && reading.sense(index + 4).has(.half))
            guard isLonger else { return found(DecimalNumber(digits: 1), index + 1, number: nil) }
            let end = reading.sense(index + 3).has(.half) ? index + 4 : index + 5
            var longer = found(DecimalNumber(digits: 15, decimals: 1), index + 1, number: nil)
            longer?.end = end
            return longer
        }
        guard
            sense.number != nil || reading.byte(reading.start(index)).isDigit
                || sense.has(.single) || reading.key(index).hasSuffix("halb"),
            let number = NumberReader(reading: reading).number(at: index)
        else { return nil }
        let isJoined = reading.symbol(number.end) == UInt8(ascii: "-")
        return found(number.number, isJoined ? number.end + 1 : number.end, number: number)
    }

    private func found(
        _ amount: DecimalNumber, _ unit: Int, number: NumberReader.Found?
    ) -> Found? {
        guard let period = reading.sense(unit).period, let text = Self.text(amount, period) else {
            return nil
        }
        return Found(text: text, end: unit + 1, number: number)
    }

    /// The ISO 8601 text; halves are kept for hours (in minutes) and weeks and years (in days and
    /// months); nil for other fractions and for what is below zero.
    static func text(_ amount: DecimalNumber, _ period: Period) -> String? {
        guard amount.digits > 0 else { return nil }
        if amount.isWhole { return text(amount.digits, period) }
        guard let (unit, factor) = smaller(period), let scaled = amount.times(factor),
            let power = DecimalNumber.power(scaled.decimals), scaled.digits % power == 0
        else { return nil }
        return text(scaled.digits / power, unit)
    }

    /// The unit that fractions are counted in, and how many make one.
    private static func smaller(_ period: Period) -> (unit: Period, factor: Int)? {
        switch period {
        case .hour: (.minute, 60)
        case .day: (.hour, 24)
        case .year: (.month, 12)
        case .month, .week, .fortnight, .minute: nil
        }
    }

    private static func text(_ amount: Int, _ period: Period) -> String? {
        guard amount < 1_000_000 else { return nil }
        return switch period {
        case .minute: "PT\(amount)M"
        case .hour: "PT\(amount)H"
        case .day: "P\(amount)D"
        case .week: "P\(amount)W"
        case .fortnight: "P\(amount * 2)W"
        case .month: "P\(amount)M"
        case .year: "P\(amount)Y"
        }
    }
}
