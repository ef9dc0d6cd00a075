/// What a part of a record looks like where it is given by itself.
public enum PartShape: String, Equatable, Sendable, CaseIterable {
    /// Words of letters: a name, a city.
    case letters
    /// At least one digit: a street with its number, a postcode.
    case digits
}

/// Reads the answer to a question for one part of a record: "it's Santos", "Houston, please".
struct PartReader {
    let reading: Reading

    /// The one to eight tokens that everyday words stand around; nil where there are more, some are denied, or the
    /// shape is another.
    func part(_ shape: PartShape) -> String? {
        var start = max(
            (reading.tokens.indices.last(where: introduces) ?? -1) + 1, lastSentence)
        var end = reading.count
        if reading.vocabulary.tag == "ja" {
            end = reading.tokens.indices.first { isJapaneseEnd($0) } ?? end
        }
        guard start < end,
            !(start..<end).contains(where: { reading.sense($0).has(.negation) })
        else { return nil }
        while start < end, isAround(start), !opensName(start) { start += 1 }
        let least = opensName(start) ? start + 2 : start
        while end > least, isAround(end - 1) { end -= 1 }
        guard (1...8).contains(end - start) else { return nil }
        switch shape {
        case .letters:
            let isLetters = (start..<end).allSatisfy {
                reading.isAllLetters($0) || "-.".utf8.contains(reading.symbol($0))
            }
            return isLetters ? reading.cased(tokens: start, end) : nil
        case .digits:
            let hasDigit = (start..<end).contains { index in
                let token = reading.tokens[index]
                return reading.bytes[token.start..<token.end].contains(where: \.isDigit)
            }
            return hasDigit ? reading.text(tokens: start, end) : nil
        }
    }

    /// "San Antonio", "New York": an everyday word that a name begins with.
    private func opensName(_ index: Int) -> Bool {
        Self.openings.contains(reading.hash(index)) && reading.isWord(index + 1)
    }

    private static let openings: WordSet = [
        "san", "santa", "los", "las", "saint", "fort", "new", "north", "south", "east", "west",
        "bad",
        "el", "la", "le", "les",
    ]

    /// "Huh? Chicago": where the last sentence begins.
    private var lastSentence: Int {
        let last = reading.tokens.indices.last { index in
            "?!".utf8.contains(reading.symbol(index))
                && (index + 1..<reading.count).contains {
                    reading.isWord($0) || reading.isDigits($0)
                }
        }
        return last.map { $0 + 1 } ?? 0
    }

    /// "Chicago, as I said", "the town of Bonn": words about telling and for the part itself.
    private static let labels: WordSet = [
        "sagte", "sag", "sage", "gesagt", "schrieb", "geschrieben", "meinte", "meine", "gemeint",
        "heisst", "lautet", "steht", "stand", "doch", "oben", "schon", "above", "already", "stadt",
        "ort", "wohnort", "hausnummer",
        "said", "say", "told", "wrote", "mean", "meant", "city", "town", "state", "street",
        "dit", "ecrit", "ville", "rue", "dije", "dicho", "ciudad", "calle",
    ]

    /// "The city is", "Nachname:".
    private func introduces(_ index: Int) -> Bool {
        reading.symbol(index) == UInt8(ascii: ":") || Self.copulas.contains(reading.hash(index))
    }

    private static let copulas: WordSet = [
        "is", "its", "ist", "lautet", "heisst", "est", "cest", "es", "は",
    ]

    /// Lindqvistです, 鈴木と申します.
    private func isJapaneseEnd(_ index: Int) -> Bool {
        ["です", "と申", "とい", "と言"].contains { reading.spells($0, at: index) }
    }

    private func isAround(_ index: Int) -> Bool {
        let sense = reading.sense(index)
        return !(reading.isWord(index) || reading.isDigits(index)) || sense.has(.everyday)
            || sense.has(.polite) || sense.has(.filler) || sense.has(.zipCue)
            || Self.labels.contains(reading.hash(index))
    }
}
