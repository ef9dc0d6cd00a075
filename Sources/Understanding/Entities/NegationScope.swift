/// Tells what a negation covers: "not 1024, I meant 1042", "everything except the lamp", "die 1024
/// nicht".
struct NegationScope {
    let reading: Reading
    /// The bytes of an answer: its "no" negates nothing.
    let answer: Range<Int>?
    /// How many words may stand between the negation and what it negates.
    private static let reach = 4

    /// Whether the bytes stand behind a negation of the same clause (German: or right before one).
    func covers(_ range: Range<Int>) -> Bool {
        let first = reading.token(atOrAfter: range.lowerBound)
        for step in 1...(Self.reach + 1) {
            let index = first - step
            guard index >= 0, !endsClause(index) else { break }
            let sense = reading.sense(index)
            if answer?.contains(reading.tokens[index].start) == true { break }
            if sense.has(.negation) { return !isReport(from: index + 1, around: range) }
            if sense.has(.contrast) { break }
        }
        let after = reading.token(atOrAfter: range.upperBound)
        return reading.key(after) == "nicht" && !reading.isWord(after + 1)
    }

    /// "I never received order 1042": a verb of the clause is negated, not the order.
    private func isReport(from start: Int, around range: Range<Int>) -> Bool {
        let (first, after) = (
            reading.token(atOrAfter: range.lowerBound), reading.token(atOrAfter: range.upperBound)
        )
        if start < first, (start..<first).contains(where: { reading.sense($0).has(.reporting) }) {
            return true
        }
        for index in after..<(after + Self.reach) {
            guard reading.isWord(index), !endsClause(index) else { return false }
            let sense = reading.sense(index)
            if sense.has(.contrast) { return false }
            if sense.has(.reporting) { return true }
        }
        return false
    }

    private func endsClause(_ index: Int) -> Bool {
        let symbol = reading.symbol(index)
        if symbol == UInt8(ascii: "#") || symbol == UInt8(ascii: "'") { return false }
        if symbol == UInt8(ascii: "-") { return !reading.isAttached(index) }
        return symbol != 0
    }
}
