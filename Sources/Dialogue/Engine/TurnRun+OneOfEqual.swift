import Facts
import Understanding

/// Two of the same thing in an order, and only one of them is meant: "just one of the chairs", "der andere bleibt".
/// Either will do, as they are alike.
extension TurnRun {
    /// The first of things that are all alike, where the words want one only.
    func oneOfEqual(
        _ finding: Finding, among offers: [Offer], in reading: Interpretation
    ) -> Finding {
        guard case .value(let value) = finding, wantsOneOnly(reading) else { return finding }
        let meant = offers.filter { offer in
            value.list?.contains { $0.equals(.record(offer.record)) } == true
        }
        guard meant.count > 1, let one = meant.alike.first, meant.alike.count == 1 else {
            return finding
        }
        return .value(.list([.record(one.record)]))
    }

    /// The list that the flow holds has several of one thing, and the words leave one of them.
    mutating func leavesOneOfEqual(
        _ held: [Offer], of slot: Slot, _ reading: Interpretation
    ) -> Bool {
        let keeps = keepsOne(reading)
        guard keeps || wantsOneOnly(reading) else { return false }
        let equal = held.filter { offer in
            held.count { $0.choice.isLike(offer.choice) } > 1
        }
        // Of two sorts that there are several of, it is not known which.
        guard let one = equal.first, equal.alike.count == 1 else { return false }
        let others = held.filter { !equal.contains($0) }
        guard passages(of: reading, among: others.map(\.choice)).isEmpty else { return false }
        let lines = held.filter { keeps ? $0 != one : $0 == one || !equal.contains($0) }
        correct(slot, to: lines)
        // What is said besides, such as where the money goes, is heard.
        hear(reading)
        restart()
        return true
    }

    /// "Oh, keep one chair actually", "einen Stuhl behalte ich": one of them goes out.
    private func keepsOne(_ reading: Interpretation) -> Bool {
        reading.mentions.contains("keep_words") && !reading.isQuestion
            && reading.tokens.indices.dropLast().contains { place in
                let token = reading.tokens[place]
                let isOne =
                    Self.ones.contains(token.folded)
                    || reading.entities.contains {
                        $0.value == .integer(1) && $0.start == token.start
                    }
                return isOne && isOfShop(reading.tokens[place + 1])
            }
    }

    private static let ones: Set<String> = [
        "a", "an", "one", "ein", "eine", "einen", "einer", "eins", "un", "une", "una", "uno",
    ]

    private func wantsOneOnly(_ reading: Interpretation) -> Bool {
        reading.mentions.contains("one_of_words") && !reading.isQuestion
    }
}
