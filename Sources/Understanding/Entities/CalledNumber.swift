/// Tells whether digits are called an order's number: "order 977", "Bestellung Nr. 55", 注文977.
///
/// They have none of the usual shapes, so the word must stand right before them: "no 300 ml" and "the order, 20 bags"
/// call nothing so.
struct CalledNumber {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    func isCalled(_ found: ShapeReader.Found) -> Bool {
        guard found.isBare else { return true }
        let index = reading.token(atOrAfter: found.start)
        guard !reading.sense(index + 1).has(.unit) else { return false }
        let isLong = found.end - found.start > Self.counted
        if reading.vocabulary.tag == "ja" {
            return reading.spells("番号", at: index - 2)
                || isLong && reading.spells("注文", at: index - 2)
        }
        var before = index - 1
        while before > index - 4, isBetween(before) { before -= 1 }
        if !Self.numberWords.contains(reading.hash(before)) {
            return isLong && reading.sense(before).has(.orderCue)
        }
        // "Order no. 55": the word for a number belongs to an order, and is no "no".
        if reading.symbol(before - 1) == UInt8(ascii: "-") { before -= 1 }
        return reading.sense(before - 1).has(.orderCue)
    }

    private func isBetween(_ index: Int) -> Bool {
        [UInt8(ascii: ":"), UInt8(ascii: ".")].contains(reading.symbol(index))
            || ["is", "ist", "lautet", "°", "º"].contains(reading.key(index))
    }

    /// "Order 12 of them": so many digits behind the mere word may be a count.
    private static let counted = 2

    /// What may be called a number, an order or not.
    private static let numberWords: WordSet = [
        "no", "nr", "n", "n°", "nº", "number", "nummer", "id", "ref", "reference", "numero",
        "número", "numéro",
    ]
}
