import Facts
import Understanding

/// Things that only tell which order is meant: "in the order with the toothbrush: the grill with charcoal".
extension TurnRun {
    /// The words about things of the order without those that tell the order by what it holds, where they name a thing
    /// all the same: "the lamp from the order with the mug", "kettle order: the helmet in blue".
    func withoutLandmarks(
        _ reading: Interpretation, for slot: Slot
    ) throws(Interruption) -> Interpretation {
        let list = slot.isMany ? slot : slot.each.flatMap { currentFlow?.slot($0) }
        var marks = list == nil ? [] : landmarks(in: reading)
        guard let list, !marks.isEmpty, let offers = try choices(for: list, member: nil) else {
            return reading
        }
        let things = offers.map(\.choice)
        if let first = marks.first, isChanged(first, in: reading, among: things) {
            marks.removeFirst()
        }
        guard !marks.isEmpty else { return reading }
        let rest = interpretation(of: reading.text(without: marks))
        return passages(of: rest, among: things).isEmpty ? reading : rest
    }

    /// "For the sunglasses order I want a silver frame, and the camera in black": what is wanted of the one thing that
    /// tells the order stands right behind it, before any other thing.
    private func isChanged(
        _ mark: Range<Int>, in reading: Interpretation, among things: [Choice]
    ) -> Bool {
        let first = passages(of: reading, among: things).filter { passage in
            reading.tokens[passage.tokens].first.map { $0.start < mark.upperBound } ?? false
        }
        guard first.count == 1 else { return false }
        let addresses = reading.entities.filter { $0.kind == BuiltInEntity.address.rawValue }
        let behind = reading.tokens.filter { $0.start >= mark.upperBound }
        for (place, token) in behind.enumerated() {
            let words = behind[place...].prefix(2).map(\.folded).joined(separator: " ")
            guard passages(of: interpretation(of: words), among: things).isEmpty else {
                return false
            }
            if isOfShop(token) {
                return !addresses.contains { $0.start <= token.start && token.end <= $0.end }
            }
        }
        return false
    }

    /// "Order with the mug:", "kettle order:", as UTF-8 offsets.
    private func landmarks(in reading: Interpretation) -> [Range<Int>] {
        let tokens = reading.tokens
        let words = tokens.map(\.folded)
        let openings = dialogue.words.openings(of: .landmarks, reading.language)
        let orders = dialogue.words[.orders, reading.language]
        var found: [Range<Int>] = []
        for place in words.indices
        where found.last.map({ tokens[place].start >= $0.upperBound }) ?? true {
            if let opening = openings.standing(at: words[place...]).first {
                let end = end(ofNames: place + opening.count, in: reading)
                found.append(tokens[place].start..<tokens[end - 1].end)
            } else if place > 0, orders.contains([words[place]]), isOfShop(tokens[place - 1]) {
                let names = tokens[..<place].reversed().prefix(while: isOfShop)
                let end = place + 1 < tokens.count && words[place + 1] == ":" ? place + 1 : place
                found.append(tokens[place - names.count].start..<tokens[end].end)
            }
        }
        return found
    }

    /// Behind "the order with": up to a word that is no name, joins none, and is no article before the first or behind
    /// an "and"; a colon belongs to it.
    private func end(ofNames start: Int, in reading: Interpretation) -> Int {
        let tokens = reading.tokens
        let joints = dialogue.words[.joints, reading.language]
        var end = start
        var isOpen = true
        while end < tokens.count {
            let token = tokens[end]
            if isOfShop(token) {
                isOpen = false
            } else if joints.contains([token.folded]) {
                isOpen = true
            } else if !isOpen
                || !dialogue.interpreter.isDeterminer(token.folded, language: reading.language)
            {
                break
            }
            end += 1
        }
        return end < tokens.count && tokens[end].folded == ":" ? end + 1 : end
    }
}
