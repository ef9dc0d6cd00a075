/// Tells whether a claim is taken back right behind it: "grace@example.com, no sorry, Sofia Marino 20144".
///
/// Of an e-mail only: who it is says whose orders are shown, so one that the customer took back must not count.
struct TakenBack {
    let reading: Reading
    /// How many words of taking back are looked at.
    private static let reach = 4

    /// Whether the words right behind the bytes take them back: "no wait" does, "no" where something else is claimed,
    /// "sorry" where another e-mail is. "No order number" takes nothing back.
    func covers(_ range: Range<Int>, claims: [Range<Int>], emails: [Range<Int>]) -> Bool {
        let first = reading.token(atOrAfter: range.upperBound)
        var index = first
        var (noes, retractions) = (0, 0)
        while index < min(reading.count, first + 2 * Self.reach) {
            let sense = reading.sense(index)
            if let end = noEnd(index) {
                guard noes > 0 || retractions > 0 || isBareNo(end, claims) else { break }
                noes += 1
                index = end
            } else if sense.has(.retraction) {
                retractions += 1
                index += 1
            } else if !reading.isWord(index), !reading.isDigits(index) || sense.has(.filler) {
                index += 1
            } else {
                break
            }
        }
        let isBehind = { (claim: Range<Int>) in claim.lowerBound >= range.upperBound }
        if noes == 0 { return retractions > 0 && emails.contains(where: isBehind) }
        return retractions > 0 || claims.contains(where: isBehind)
    }

    /// The token behind a "no" that begins here.
    private func noEnd(_ index: Int) -> Int? {
        guard let match = reading.vocabulary.answers.match(reading.hashes, at: index) else {
            return nil
        }
        switch match.meaning {
        case .bareNo, .sure(.no), .clause(.no): return match.end
        case .sure, .clause, .weak, .blocked: return nil
        }
    }

    /// "No, …", "no sorry", "no tom@example.com", and not "no order number".
    private func isBareNo(_ end: Int, _ claims: [Range<Int>]) -> Bool {
        guard end < reading.count else { return false }
        let start = reading.tokens[end].start
        return !reading.isWord(end) || reading.sense(end).has(.retraction)
            || claims.contains { $0.lowerBound == start }
    }
}
