import Facts
import Understanding

/// Parts of a message that only tell who writes, or what is not at hand: no wishes beside a wish.
extension TurnRun {
    /// "I don't have the order number, could you look it up?" beside a wish: help for finding, and nothing to be shown.
    func lacks(_ clause: Clause, in reading: Interpretation) -> Bool {
        guard !clause.verdict.isRule, book.flow(of: clause.verdict.intent)?.request == nil,
            reading.clauses.count > 1,
            let part = words(of: clause, in: reading)
        else { return false }
        return part.mentions.contains("lacking_words")
    }

    /// "My mail is MAIL, also am I still in time?": of the clause what it says besides who it is.
    func withoutIntroduction(_ clause: Clause, in reading: Interpretation) -> Clause {
        guard !clause.verdict.isRule, let matter = matter(in: clause, of: reading) else {
            return clause
        }
        var own = clause
        own.verdict = matter.verdict
        return own
    }

    /// The clause holds an e-mail, a name or what else the flows that others need ask for.
    /// With little else: "my name is Mei Ross and my zip is 43097".
    func tellsIdentity(_ clause: Clause, in reading: Interpretation) -> Bool {
        let told = identity(in: clause, of: reading)
        guard !told.isEmpty, words(of: reading, beside: told, in: clause) <= 7 else { return false }
        let matter = matter(in: clause, of: reading)
        // "I received a broken cup, MAIL"
        return matter.map {
            $0.wordCount <= 3 || $0.verdict.confidence < Self.wishConfidence
                || $0.verdict.intent.map(isWish) != true
        } ?? !wishesForSure(clause)
    }

    /// "Ship it to Goethestr. 8, 50667 Köln" tells where something goes, and not who somebody is.
    private func wishesForSure(_ clause: Clause) -> Bool {
        clause.verdict.confidence >= Self.clauseConfidence
            && book.flow(of: clause.verdict.intent)?.request != nil
    }

    private func identity(in clause: Clause, of reading: Interpretation) -> [Entity] {
        reading.entities.filter { clause.covers($0.start, $0.end) && tellsIdentity([$0]) }
    }

    /// What the clause says besides who it is; nil where it tells that of no one, or only the postcode of an address.
    private func matter(in clause: Clause, of reading: Interpretation) -> Interpretation? {
        let isOfPlace = identity(in: clause, of: reading).contains { told in
            reading.entities.contains { $0.covers(told) }
        }
        guard !isOfPlace, let part = words(of: clause, in: reading) else { return nil }
        return matter(of: part)
    }

    // MARK: Another customer

    /// "Grace Chen here now, 75011, where is my order?": somebody else than the one who is known. A name at the door
    /// ("to Grace Chen, 75011") is none who writes.
    func takesOver(_ reading: Interpretation) -> Bool {
        guard let customer = state.customer, let first = customer["first_name"]?.text,
            let last = customer["last_name"]?.text, tellsWho(reading),
            let named = reading.entities.first(where: {
                $0.kind == BuiltInEntity.name.rawValue && !$0.isNegated
            }), let told = named.value.record,
            let toldFirst = told["first_name"]?.text, let toldLast = told["last_name"]?.text,
            !reading.entities.contains(where: { $0.kind == BuiltInEntity.address.rawValue }),
            currentFlow?.slots.contains(where: isOfAddress) != true,
            let matter = matter(of: reading)
        else { return false }
        let before = reading.tokens.prefix { $0.start < named.start }.wordCount
        let introduces =
            matter.wordCount <= 3 || before <= 2 || reading.mentions.contains("self_words")
            || reading.mentions.contains("introducing_words")
        let own = words(of: [first, last])
        let shared = words(of: [toldFirst, toldLast]).intersection(own)
        // "Mara Lindquist" is a slip, "Anna Lindqvist" somebody else.
        let given = words(of: [first])
        let initials = Set(given.compactMap(\.first))
        let isAlike =
            !shared.isDisjoint(with: given)
            || !shared.isEmpty
                && words(of: [toldFirst]).contains { $0.first.map(initials.contains) == true }
        return introduces && !isAlike
    }

    private func isOfAddress(_ slot: Slot) -> Bool {
        book.types[slot.type.name]?.entity == BuiltInEntity.address.rawValue
    }

    func words(of names: [String]) -> Set<String> {
        Set(
            names.flatMap { dialogue.interpreter.tokens(of: $0, in: state.language) }
                .map(\.folded))
    }

    /// Nothing of the customer before is kept.
    mutating func beginAnew() {
        cancelTimer()
        state.customer = nil
        state.stack = []
        state.wishes = []
        state.earlier = []
        state.shown = []
        state.used = [:]
        state.watches = []
        state.facts = Record()
        state.clarifying = nil
        state.outcome = nil
        state.lastWish = nil
        state.lastQuestion = nil
        state.lastSaid = []
        state.failedTurns = 0
    }

    func tellsIdentity(_ entities: [Entity]) -> Bool {
        entities.contains { dialogue.kinds.ofIdentity.contains($0.kind) }
    }
}

extension Entity {
    /// The other one is a part of it.
    fileprivate func covers(_ other: Entity) -> Bool {
        kind != other.kind && start <= other.start && other.end <= end
            && end - start > other.end - other.start
    }
}
