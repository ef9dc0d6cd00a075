import Facts
import Understanding

/// Messages that wish nothing yet: who writes, or which order it is about.
extension TurnRun {
    /// "Hi, I'm Noah Brown, 80279": it is kept for the question who writes.
    mutating func introduces(_ reading: Interpretation) -> Bool {
        guard state.stack.isEmpty, tellsWho(reading) || namesByID(reading) else { return false }
        say("repair.how_can_i_help")
        return true
    }

    /// A name alone is no more than two words that nobody knows.
    func tellsWho(_ reading: Interpretation) -> Bool {
        let told = reading.entities.filter { tellsIdentity([$0]) }
        return told.contains { $0.kind == BuiltInEntity.email.rawValue }
            || Set(told.map(\.kind)).count > 1
    }

    /// "1024", and little else: the order that the next wish is about.
    private func namesByID(_ reading: Interpretation) -> Bool {
        let kinds = book.flows.values.flatMap(\.slots).filter(dialogue.isNamedByID).compactMap {
            book.types[$0.type.name]?.entity
        }
        return reading.wordCount <= 4
            && reading.entities.contains { kinds.contains($0.kind) && !$0.isNegated }
    }

    /// Nothing but who it is: the few words around it wish nothing, whatever they resemble.
    mutating func onlyIntroduces(_ reading: Interpretation) -> Bool {
        guard !reading.verdict.isRule, tellsWho(reading), wordsBesideEntities(of: reading) <= 4
        else { return false }
        return introduces(reading)
    }
}
