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

    /// "It is 37, not 73", "90 instead of 88", "Schulterblatt 37": the number that a street shall have. `street` is
    /// what the old address has, number and all.
    init?(in reading: Interpretation, insteadOfThatOf street: [String]) {
        let old = street.filter(Self.isHouseNumber)
        let words = reading.tokens.map(\.folded)
        let name = street.filter { !Self.isHouseNumber($0) && $0.contains(where: \.isLetter) }
        guard old.count == 1, !name.isEmpty, !Self.tellsStreet(reading, besides: name) else {
            return nil
        }
        let place = words.indices.first { words[$0...].starts(with: name) }
        let beside = place.map { [$0 + name.count, $0 - 1] } ?? []
        let next = beside.first { words.indices.contains($0) && Self.isHouseNumber(words[$0]) }
        let numbers = reading.tokens.filter { token in
            Self.isHouseNumber(token.folded)
                && !reading.entities.contains {
                    $0.start <= token.start && token.end <= $0.end && $0.value.text != nil
                        && $0.kind != "yes_no"
                }
        }.map(\.folded)
        let isBoth = numbers.count == 2 && numbers.contains(old[0])
        let other = isBoth ? numbers.first { $0 != old[0] } : nil
        guard let new = next.map({ words[$0] }) ?? other, new != old[0] else { return nil }
        text = new
    }

    /// "18 is old. New: 3 rue Saint-Maur, 75011 Paris": another street, whatever numbers stand there.
    private static func tellsStreet(_ reading: Interpretation, besides name: [String]) -> Bool {
        reading.entities.contains { entity in
            guard let street = entity.value.record?["address1"]?.text else { return false }
            let words = Set(Tokenizer.tokens(of: street, language: reading.language).map(\.folded))
            return !words.isSuperset(of: name)
        }
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
