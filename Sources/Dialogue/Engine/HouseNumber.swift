import Facts
import Understanding

/// "Yes, but number 7": the house number of a street that was told already.
struct HouseNumber {
    private let text: String
    /// More words than these are about something else.
    private static let wordLimit = 8

    /// The only number of a few words, `7` or `7b`; nil where it belongs to an order, a zip or anything else.
    init?(in reading: Interpretation) {
        guard reading.wordCount <= Self.wordLimit else { return nil }
        // "Yes, I'm 24" tells an age.
        let takesBack =
            reading.soundsLikeCorrection || reading.mentions.contains("hesitation_words")
        if reading.answer == .yes, !takesBack, reading.wordCount > 2 { return nil }
        let plain = ["number", "yes_no", "ordinal"]
        let numbers = reading.tokens.filter { Self.isHouseNumber($0.folded) }
        guard numbers.count == 1, let token = numbers.first,
            !reading.entities.contains(where: { entity in
                entity.start <= token.start && token.end <= entity.end
                    && !plain.contains(entity.kind)
            })
        else { return nil }
        text = token.folded
    }

    private static func isHouseNumber(_ word: String) -> Bool {
        let digits = word.prefix(while: \.isNumber)
        return (1...4).contains(digits.count) && word.count <= digits.count + 1
    }

    /// The address with this number in its street; nil where the street has none or several, or the same.
    func replaced(in address: Record) -> Record? {
        guard let street = address["address1"]?.text else { return nil }
        var words = street.split(separator: " ").map(String.init)
        let places = words.indices.filter { Self.isHouseNumber(words[$0].lowercased()) }
        guard places.count == 1, let place = places.first, words[place] != text else { return nil }
        words[place] = text
        var new = address
        // It is another than the choice that it was.
        for name in ["id", "name"] { new[name] = nil }
        new["address1"] = .text(words.joined(separator: " "))
        return new
    }
}
