/// Finds digits that are surely no order's: the end of a card's number, a quantity, a measure.
struct OtherDigits {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The bytes where such digits start.
    var starts: [Int] {
        guard reading.hasDigits else { return [] }
        var starts: [Int] = []
        for index in reading.tokens.indices {
            let start = reading.tokens[index].start
            if reading.byte(start).isDigit, isMeasured(index) { starts.append(start) }
            guard let cue = reading.vocabulary.endingCues.match(reading.hashes, at: index),
                reading.tokens.indices.contains(cue.end)
            else { continue }
            starts.append(reading.tokens[cue.end].start)
        }
        return starts
    }

    /// Whether the digits count or measure something: "1000 pieces", "1000-piece", "size 4040",
    /// "1000 x 500". What is called a number stays one: "in order 1024 items are missing".
    private func isMeasured(_ index: Int) -> Bool {
        if reading.isNamed(index) { return false }
        if reading.isCalledPostcode(index) { return true }
        if reading.sense(index - 1).has(.measureCue) { return true }
        let isJoined =
            reading.symbol(index + 1) == UInt8(ascii: "-") && reading.isAttached(index + 1)
            && reading.isAttached(index + 2)
        let next = isJoined ? index + 2 : index + 1
        if reading.key(next) == "x" || reading.key(next) == "×" {
            return reading.byte(reading.start(next + 1)).isDigit
        }
        return reading.sense(next).has(.unit)
    }
}

extension Reading {
    /// May stand between "order number" and the number.
    private static let copulas: WordSet = ["is", "was", "ist", "lautet", "war", "es", "est"]

    /// Whether a `#` or a word for an order's number stands before the token.
    func isNamed(_ index: Int) -> Bool {
        if symbol(index - 1) == UInt8(ascii: "#") { return true }
        var before = index - 1
        while before > index - 4, before > 0,
            symbol(before) == UInt8(ascii: ":") || Self.copulas.contains(hash(before))
        {
            before -= 1
        }
        return sense(before).has(.orderCue)
    }

    /// "PLZ 1070", "my zip code is 1070", "postcode: 1070".
    func isCalledPostcode(_ index: Int) -> Bool {
        var before = index - 1
        while before > index - 4, before > 0,
            symbol(before) == UInt8(ascii: ":") || key(before) == "code"
                || Self.copulas.contains(hash(before))
        {
            before -= 1
        }
        return sense(before).has(.zipCue)
    }

    /// The byte where the token at `index` starts; outside the text −1.
    func start(_ index: Int) -> Int {
        tokens.indices.contains(index) ? tokens[index].start : -1
    }

    /// The byte after the token at `index`; outside the text −1.
    func end(_ index: Int) -> Int {
        tokens.indices.contains(index) ? tokens[index].end : -1
    }
}
