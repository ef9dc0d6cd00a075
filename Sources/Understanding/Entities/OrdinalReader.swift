/// Reads positions: "the second one", "3rd", "last but one", "vorletzte", "2番目".
struct OrdinalReader {
    let reading: Reading

    func ordinal(at index: Int) -> (position: Int, end: Int)? {
        if let fromEnd = fromEnd(at: index) { return fromEnd }
        guard let found = written(at: index) ?? compound(at: index) ?? named(at: index) else {
            return nil
        }
        guard found.position > 0, found.position < 100,
            let match = reading.vocabulary.fromEnd.match(reading.hashes, at: found.end)
        else { return found }
        return (0 - found.position, match.end)
    }

    private func named(at index: Int) -> (position: Int, end: Int)? {
        guard let position = reading.sense(index).ordinal, !isDisguised(position, index) else {
            return nil
        }
        return (position, index + 1)
    }

    /// "twenty-first", "einundzwanzigste", "vingt et unième".
    func compound(at index: Int) -> (position: Int, end: Int)? {
        if reading.vocabulary.tag == "de" { return germanCompound(at: index) }
        guard case .round(let tens)? = reading.sense(index).number, (20...90).contains(tens) else {
            return nil
        }
        let isHyphen = reading.symbol(index + 1) == UInt8(ascii: "-")
        let next = isHyphen || reading.sense(index + 1).has(.and) ? index + 2 : index + 1
        if reading.key(next) == "unieme" { return (tens + 1, next + 1) }
        guard let ones = reading.sense(next).ordinal, (1...9).contains(ones),
            isHyphen || reading.vocabulary.tag != "en" || next == index + 1
        else { return nil }
        return (tens + ones, next + 1)
    }

    private func germanCompound(at index: Int) -> (position: Int, end: Int)? {
        let key = reading.key(index)
        guard key.utf8.count >= 9 else { return nil }
        for ending in ["ste", "ster", "sten", "stes", "stem"] where key.hasSuffix(ending) {
            let stem = String(key.dropLast(ending.utf8.count))
            if let value = GermanNumbers.value(of: stem), value >= 20 { return (value, index + 1) }
        }
        return nil
    }

    /// "last but one", "second to last", "avant-dernier".
    private func fromEnd(at index: Int) -> (position: Int, end: Int)? {
        guard
            Self.fromEndBeginnings.contains(reading.hash(index))
                || Self.fromEndMiddles.contains(reading.hash(index + 1))
        else { return nil }
        let first = reading.key(index)
        switch (first, reading.key(index + 1), reading.key(index + 2)) {
        case ("last", "but", _):
            guard case .unit(let count)? = reading.sense(index + 2).number, count > 0 else {
                return nil
            }
            return (-1 - count, index + 3)
        case (_, "to", "last"), (_, "from", "last"):
            if first == "next" { return (-2, index + 3) }
            guard let position = reading.sense(index).ordinal, position > 1 else { return nil }
            return (0 - position, index + 3)
        case ("second", "last", _): return (-2, index + 2)
        case ("avant", "-", "dernier"), ("avant", "-", "derniere"),
            ("lavant", "-", "dernier"), ("lavant", "-", "derniere"):
            return (-2, index + 3)
        case ("avant", "dernier", _), ("avant", "derniere", _), ("lavant", "dernier", _),
            ("lavant", "derniere", _):
            return (-2, index + 2)
        case (_, _, _): return nil
        }
    }

    private static let fromEndBeginnings: WordSet = ["last", "second", "avant", "lavant"]
    private static let fromEndMiddles: WordSet = ["to", "from"]

    /// "3rd", "2e", "1er", "den 2.".
    private func written(at index: Int) -> (position: Int, end: Int)? {
        guard index < reading.count else { return nil }
        let token = reading.tokens[index]
        guard reading.byte(token.start).isDigit, token.end - token.start <= 8 else { return nil }
        let folded = token.folded
        let letter = folded.utf8.firstIndex { !$0.isDigit } ?? folded.endIndex
        guard let position = Int(folded[..<letter]), position > 0 else { return nil }
        if isEnding(String(folded[letter...])) { return (position, index + 1) }
        guard letter == folded.endIndex else { return nil }
        let isDotted =
            reading.symbol(index + 1) == UInt8(ascii: ".") && reading.isAttached(index + 1)
        if reading.vocabulary.tag == "es", isDotted,
            ["º", "ª", "o", "a", "er"].contains(reading.key(index + 2)),
            reading.isAttached(index + 2)
        {
            return (position, index + 3)
        }
        let isGerman = reading.vocabulary.tag == "de"
        if isGerman, isDotted, position < 100, reading.sense(index - 1).has(.article) {
            return (position, index + 2)
        }
        return nil
    }

    private func isEnding(_ text: String) -> Bool {
        switch reading.vocabulary.tag {
        case "en": return ["st", "nd", "rd", "th"].contains(text)
        case "de": return ["te", "ten", "ter", "tes", "ste", "sten"].contains(text)
        case "es": return ["º", "ª", "o", "er", "ro", "do"].contains(text)
        case "fr": return ["e", "er", "ere", "eme", "nd", "nde"].contains(text)
        default: return false
        }
    }

    /// A word that only looks like a position: "one second", "at first", "last week", "first name".
    private func isDisguised(_ position: Int, _ index: Int) -> Bool {
        let previous = reading.key(index - 1)
        let next = reading.sense(index + 1)
        if next.has(.uncounted) || next.weekday != nil || next.month != nil { return true }
        if Self.indefinite.contains(reading.hash(index - 1)) { return true }
        // "Als erstes: wo sind meine Stühle?", "zum ersten", "en premier": the first of several wishes.
        if position < 9, !reading.isWord(index + 1), Self.listing.contains(reading.hash(index - 1))
        {
            return true
        }
        if previous == "at" || (reading.key(index) == "first" && reading.key(index + 2) == "all") {
            return true
        }
        let hasArticle = reading.sense(index - 1).has(.article)
        // "And second I want to send back the kettle".
        if !hasArticle, position > 1, Self.wishing.contains(reading.hash(index + 1)) { return true }
        if Self.ofTwo.contains(reading.hash(index)) {
            // "The former", "ersteres", but not "my former address".
            return reading.vocabulary.tag == "en" && (!hasArticle || reading.isWord(index + 1))
        }
        if reading.key(index) == "second" {
            // "On second thought" takes back what was said.
            return ["a", "one", "per", "every", "split"].contains(previous)
                || ["thought", "thoughts"].contains(reading.key(index + 1))
        }
        if previous == "a", reading.vocabulary.tag == "en" { return true }
        let isAlone = reading.count <= 2
        if position == -1, !hasArticle, !isAlone, reading.key(index + 1) != "one" { return true }
        // "First, I want to …" opens a list of wishes, "tell me that first" waits.
        let opens = index == 0 || !reading.isWord(index - 1)
        let closes = reading.key(index) == "first" && !hasArticle && !reading.isWord(index + 1)
        return position == 1 && (opens || closes) && !isAlone && reading.key(index + 1) != "one"
    }

    /// Of two things that were named.
    private static let ofTwo: WordSet = [
        "former", "latter", "erstere", "ersterer", "ersteres", "ersteren", "letztere", "letzterer",
        "letzteres", "letzteren",
    ]

    /// Before a position, with nothing behind it, they count wishes.
    private static let listing: WordSet = ["als", "zum", "en"]

    /// What begins a wish; behind a bare "second" it is the second wish.
    private static let wishing: WordSet = [
        "i", "id", "i'd", "im", "i'm", "we", "can", "could", "please", "would", "how", "what", "is",
    ]

    /// "A third one" is any, "the third one" a place in a list.
    private static let indefinite: WordSet = [
        "another", "ein", "eine", "einen", "einem", "einer", "un", "una", "une",
    ]
}
