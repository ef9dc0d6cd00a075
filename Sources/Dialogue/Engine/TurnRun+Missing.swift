import Facts
import Understanding

/// What is asked for and is not there: "the green one", where the kettles that are left are white. It is said, never
/// left out in silence.
extension TurnRun {
    /// What was picked for a thing's other version, unless it lacks something that the words ask for: then those that
    /// come closest. `offers`: the versions.
    func checked(
        _ finding: Finding, of slot: Slot, member: Int?, in part: Interpretation,
        among offers: [Offer]
    ) throws(Interruption) -> Finding {
        guard slot.each != nil, !offers.isEmpty else { return finding }
        let search = try search(for: slot, member: member, in: part, among: offers)
        // "The glass, white, 3 ft bookshelf" tells which one there is, and nothing of what shall be instead.
        if let own = search.reference, search.missing(from: own).isEmpty { return finding }
        switch finding {
        case .nothing: return search.isMissingInAll ? search.nearest() : .nothing
        case .value(let value):
            guard let choice = value.record.flatMap(Choice.init),
                !search.missing(from: choice).isEmpty
            else { return finding }
        case .several(let several):
            if several.contains(where: { search.missing(from: $0.choice).isEmpty })
                || !search.isMissingInAll
            {
                return finding
            }
        case .nearest: return finding
        }
        return search.nearest()
    }

    private func search(
        for slot: Slot, member: Int?, in part: Interpretation, among offers: [Offer]
    ) throws(Interruption) -> MissingSearch {
        let list = slot.each.flatMap { currentFlow?.slot($0) }
        let things =
            try list.flatMap { slot throws(Interruption) in
                try choices(for: slot, member: nil)
            } ?? []
        let held = list.flatMap { state.stack.last?.slots[$0.id]?.list } ?? []
        // What else is in the order may be named; what is exchanged with it may be described too.
        let besides = things.map { thing in
            let isHeld = held.contains { $0.equals(.record(thing.record)) }
            return isHeld ? thing.choice : Choice(id: thing.choice.id, name: thing.choice.name)
        }
        let own = reference(for: slot, member: member)
        return MissingSearch(
            values: dialogue.interpreter.missingValues(
                in: part, among: offers.map(\.choice), reference: own,
                besides: besides.filter { $0.id != own?.id }),
            part: part, offers: offers, reference: own)
    }

    /// Says what there is none with, and what comes closest. False where the pack has no words for it.
    mutating func saysMissing(_ words: [String], _ offers: [Offer], _ slot: Slot) -> Bool {
        guard !words.isEmpty, book.replies.has("repair.nearest") else { return false }
        var arguments = choiceArguments(offers, slot)
        arguments["values"] = .list(words.map { .text($0) })
        say("repair.nearest", arguments: arguments)
        return true
    }
}

/// What words ask for, held against the versions that can be had.
private struct MissingSearch {
    let values: MissingValues
    let part: Interpretation
    let offers: [TurnRun.Offer]
    let reference: Choice?

    func missing(from choice: Choice) -> [Range<Int>] { values.missing(from: choice) }

    /// No version has the one thing that is asked for: "a green one".
    var isMissingInAll: Bool { offers.allSatisfy { !missing(from: $0.choice).isEmpty } }

    /// The versions that have most of what is asked for.
    func nearest() -> TurnRun.Finding {
        let lacking = offers.map { missing(from: $0.choice) }
        let least = lacking.map(\.count).min() ?? 0
        let near = zip(offers, lacking).filter { $0.1.count == least }
        if least == 0 {
            let whole = near.map(\.0).alike
            return whole.count == 1 ? .value(.record(whole[0].record)) : .several(whole)
        }
        let places = Set(near.flatMap(\.1)).sorted { $0.lowerBound < $1.lowerBound }
        return .nearest(
            near.map(\.0),
            missing: places.compactMap { part.text(from: $0.lowerBound, to: $0.upperBound) })
    }
}
