public import Facts

/// Times as transcripts write them.
public enum TalkTime {
    /// Reads `2d 3h`, `90s`, `1h30m`; nil for anything else, and for more than ten years.
    public static func duration(_ text: String) -> Duration? {
        var seconds = 0
        var number = ""
        var parts = 0
        for character in text where character != " " {
            if character.isASCII, character.isNumber {
                number.append(character)
                continue
            }
            guard let unit = units.first(where: { $0.letter == character }),
                let count = Int(number), count <= 3_660 * 86_400
            else { return nil }
            seconds += count * unit.seconds
            number = ""
            parts += 1
            if parts > 8 || seconds > 3_660 * 86_400 { return nil }
        }
        return number.isEmpty && parts > 0 ? .seconds(seconds) : nil
    }

    /// `2d 3h`, `16m`, `0s`.
    public static func text(_ duration: Duration) -> String {
        var left = Int(duration.milliseconds / 1000)
        let sign = left < 0 ? "-" : ""
        left = abs(left)
        var parts: [String] = []
        for unit in units.dropFirst() where left >= unit.seconds {
            parts.append("\(left / unit.seconds)\(unit.letter)")
            left %= unit.seconds
        }
        return sign + (parts.isEmpty ? "0s" : parts.joined(separator: " "))
    }

    /// Reads `2026-03-04 10:00`, with or without seconds.
    public static func civil(_ text: Substring) -> CivilTime? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = Day(iso: String(parts[0])) else { return nil }
        let numbers = parts[1].split(separator: ":").map { Int($0) ?? -1 }
        guard numbers.count == 2 || numbers.count == 3,
            (0...23).contains(numbers[0]), (0...59).contains(numbers[1]),
            numbers.count == 2 || (0...59).contains(numbers[2])
        else { return nil }
        return CivilTime(
            day: day, hour: numbers[0], minute: numbers[1],
            second: numbers.count == 3 ? numbers[2] : 0)
    }

    private static let units: [(letter: Character, seconds: Int)] = [
        ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]
}
