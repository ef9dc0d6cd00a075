import Facts

/// Puts the values of an attribute into an order: sizes, amounts with units, levels, dates.
enum OrderedValue {
    /// A number that grows with the value; nil when the value has no order.
    static func rank(_ value: String, cutter: PieceCutter) -> Double? {
        if let day = Day(iso: value) { return Double(day.number) }
        let pieces = cutter.pieces(of: value)
        let level = pieces.map(\.word).joined(separator: " ")
        if let place = levels[level] { return Double(place) }
        guard let first = pieces.first, first.word.utf8.first?.isDigit == true,
            let number = Double(first.word)
        else { return pieces.lazy.compactMap { levels[$0.word] }.first.map(Double.init) }
        let unit = pieces.count > 1 ? pieces[1].stem : ""
        return number * (units[unit] ?? 1)
    }

    /// The same amount as it may be said: `1000 ml` is `1 l`. The number and the stem of its unit each time.
    static func inOtherUnits(_ stems: [String]) -> [[String]] {
        guard stems.count == 2, let number = Double(stems[0]),
            let scale = scales.first(where: { $0[stems[1]] != nil }), let own = scale[stems[1]]
        else { return [] }
        return scale.keys.sorted().compactMap { unit in
            guard unit != stems[1], let factor = scale[unit] else { return nil }
            let thousandths = (number * own / factor * 1000).rounded()
            guard thousandths >= 100, thousandths < 1e9,
                abs(thousandths * factor - number * own * 1000) < 1e-6 * factor
            else { return nil }
            return [decimal(Int(thousandths)), unit]
        }
    }

    private static func decimal(_ thousandths: Int) -> String {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return String(whole) }
        let digits = String(1000 + rest).dropFirst()
        return "\(whole)." + String(digits.reversed().drop { $0 == "0" }.reversed())
    }

    /// Units of one kind, each with how many of the smallest it is.
    private static let scales: [[String: Double]] = [
        ["ml": 1, "cl": 10, "l": 1000], ["gb": 1, "tb": 1000], ["mm": 1, "cm": 10, "m": 1000],
        ["inch": 1, "ft": 12], ["g": 1, "kg": 1000],
    ]

    private static let units: [String: Double] = [
        "l": 1000, "ml": 1, "tb": 1000, "gb": 1, "mb": 0.001, "cm": 10, "mm": 1, "m": 1000,
        "inch": 25.4, "ft": 304.8, "kg": 1000, "g": 1,
    ]

    private static let levels: [String: Int] = {
        // A word of two scales stands in the same place of both.
        let scales = [
            "xxs xs s m l xl xxl xxxl", "mini small medium large", "_ low medium high",
            "klein mittel gross", "beginner intermediate expert", "niedrig mittel hoch",
            "pequeno mediano grande", "petit moyen grand",
        ]
        var levels: [String: Int] = [:]
        for scale in scales {
            for (place, word) in scale.split(separator: " ").enumerated() {
                levels[String(word)] = place
            }
        }
        levels["extra small"] = 0
        levels["extra large"] = 4
        levels["basic"] = 0
        levels["professional"] = 3
        return levels
    }()
}
