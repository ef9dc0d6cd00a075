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

    private static let units: [String: Double] = [
        "l": 1000, "ml": 1, "tb": 1000, "gb": 1, "mb": 0.001, "cm": 10, "mm": 1, "m": 1000,
        "inch": 25.4, "ft": 304.8, "kg": 1000, "g": 1,
    ]

    private static let levels: [String: Int] = {
        let scales = [
            "xxs xs s m l xl xxl xxxl", "mini small medium large", "low medium high",
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
