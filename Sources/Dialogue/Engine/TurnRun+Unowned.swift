import Facts
import Understanding

/// A product of the shop that none of the customer's orders holds: "I want to return the lamp", where there is none. It
/// is said before it is asked what is meant, and never is another thing taken in its place.
extension TurnRun {
    /// Says once what the words for the flow name and nobody has, before the slot is asked for.
    mutating func saysUnowned(_ slot: Slot) throws(Interruption) {
        guard book.replies.has("repair.not_owned"), state.working?.said.isEmpty == true,
            let thing = try unowned(for: slot), state.nicknames[thing] == nil
        else { return }
        state.nicknames[thing] = ""
        say("repair.not_owned", arguments: ["thing": .text(thing)])
    }

    /// What the newest words for the flow name, which is a product that no order holds; nil where they name something
    /// that is there.
    func unowned(for slot: Slot) throws(Interruption) -> String? {
        guard let order = currentFlow?.slots.first(where: dialogue.isNamedByID),
            slot.id == order.id || slot.type.arguments.contains(where: { $0.first == order.id }),
            let range = range(of: order), let text = state.stack.last?.utterances.last
        else { return nil }
        let reading = withoutRejectedPart(interpretation(of: text))
        let said = productRuns(in: reading)
        guard !said.isEmpty else { return nil }
        let held = try allChoices(for: order)?.flatMap { things(in: $0.choice) } ?? []
        guard !held.isEmpty, passages(of: reading, among: held).isEmpty else { return nil }
        var product = order
        product.type = SlotTypeUse(name: range)
        let products = (try choices(for: product, member: nil) ?? []).map { offer in
            Choice(id: offer.choice.id, name: offer.choice.name)
        }
        let owned = Set(held.map(\.name))
        for run in said {
            let named = Set(passages(of: run, among: products).flatMap(\.indices))
            if !named.isEmpty, named.allSatisfy({ !owned.contains(products[$0].name) }) {
                return run.text
            }
        }
        return nil
    }

    private func range(of order: Slot) -> String? {
        let type = book.types[order.type.name]
        return type?.range ?? type?.wider.flatMap { book.types[$0]?.range }
    }

    /// The words of the shop behind "the", "my": "desk lamp". What is wanted instead, "for the lamp", is nothing that
    /// they have.
    private func productRuns(in reading: Interpretation) -> [Interpretation] {
        let tokens = reading.tokens
        let targets = dialogue.words[.targets, reading.language]
        return tokens.indices.compactMap { place in
            guard
                dialogue.interpreter.isDefinite(tokens[place].folded, language: reading.language),
                place == 0 || !targets.contains([tokens[place - 1].folded])
            else { return nil }
            let run = tokens[(place + 1)...].prefix(Self.longestRun).prefix(while: isOfShop)
            return run.isEmpty ? nil : self.reading([run.startIndex..<run.endIndex], of: reading)
        }
    }

    private static let longestRun = 4
}
