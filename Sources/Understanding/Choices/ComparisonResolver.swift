import Facts

/// Applies superlatives ("the cheapest") and comparisons with a reference ("one size bigger").
struct ComparisonResolver {
    let index: ChoiceIndex
    let text: PointedText
    let cutter: PieceCutter
    /// What "bigger" and "same" compare with.
    let reference: Choice?

    /// The candidates that the comparison leaves; nil when it cannot be applied.
    func apply(
        _ comparison: Pointer.Comparison, at position: Int, to candidates: ChoiceSet
    ) -> ChoiceSet? {
        let rank = ranking(comparison.criterion, position, candidates)
        guard let rank else { return nil }
        let ranked = candidates.sorted().compactMap { choice in
            rank(index.choices[choice]).map { (choice, $0) }
        }
        guard !ranked.isEmpty else { return nil }
        switch comparison.direction {
        case .max: return extreme(ranked, isGreatest: true)
        case .min: return extreme(ranked, isGreatest: false)
        case .more: return relative(ranked, rank, isGreater: true, comparison.criterion)
        case .less: return relative(ranked, rank, isGreater: false, comparison.criterion)
        case .double: return multiple(ranked, rank, 2)
        case .half: return multiple(ranked, rank, 0.5)
        }
    }

    /// "Double the RAM" of what the customer has.
    private func multiple(
        _ ranked: [(Int, Double)], _ rank: (Choice) -> Double?, _ factor: Double
    ) -> ChoiceSet? {
        guard let base = reference.flatMap(rank), base > 0 else { return nil }
        let those = ranked.filter { abs($0.1 - base * factor) < Self.nearlyEqual * base }
        return ChoiceSet(those.map(\.0))
    }

    private static let nearlyEqual = 0.05

    private func extreme(_ ranked: [(Int, Double)], isGreatest: Bool) -> ChoiceSet? {
        let values = ranked.map(\.1)
        guard let best = isGreatest ? values.max() : values.min() else { return nil }
        return ChoiceSet(ranked.filter { $0.1 == best }.map(\.0))
    }

    /// More or less than the reference; without one, the greater of two.
    private func relative(
        _ ranked: [(Int, Double)], _ rank: (Choice) -> Double?, isGreater: Bool, _ criterion: String
    ) -> ChoiceSet? {
        guard let reference, let base = rank(reference) else {
            return reference == nil && ranked.count == 2
                ? extreme(ranked, isGreatest: isGreater) : nil
        }
        let beyond = ranked.filter { isGreater ? $0.1 > base : $0.1 < base }
        // "The black one that is cheaper", where none is cheaper than what there is: of the two black ones. "The bigger
        // one", where all are smaller, is neither.
        guard !beyond.isEmpty else {
            let isAgainst = ranked.allSatisfy { isGreater ? $0.1 < base : $0.1 > base }
            return ranked.count == 2 && (!isAgainst || criterion == "price")
                ? extreme(ranked, isGreatest: isGreater) : []
        }
        guard text.first(.oneStep) != nil else { return ChoiceSet(beyond.map(\.0)) }
        return extreme(beyond, isGreatest: !isGreater).map(closestToReference)
    }

    /// Those that agree with the reference in the most other attributes.
    func closestToReference(_ choices: ChoiceSet) -> ChoiceSet {
        guard let reference else { return choices }
        func agreement(_ choice: Int) -> Int {
            index.choices[choice].attributes.filter { reference.attributes.contains($0) }.count
        }
        let best = choices.map(agreement).max() ?? 0
        return choices.filter { agreement($0) == best }
    }

    // MARK: What is compared

    private func ranking(
        _ criterion: String, _ position: Int, _ candidates: ChoiceSet
    ) -> ((Choice) -> Double?)? {
        if criterion == "price"
            || (["named", "level"].contains(criterion)
                && isNear(["price", "preis", "cost"], position))
        {
            return { choice in choice.price.map { Double($0.minorUnits) } }
        }
        guard let name = attribute(criterion, position, candidates) else { return nil }
        return { choice in
            choice.attributes.first { $0.name == name }
                .flatMap { OrderedValue.rank($0.value, cutter: cutter) }
        }
    }

    private func isNear(_ words: [String], _ position: Int) -> Bool {
        let range = max(0, position - 2)..<min(text.words.count, position + 4)
        return text.words[range].contains { words.contains($0) }
    }

    /// The ordered attribute that differs: one that the customer names, else one that suits the
    /// word.
    private func attribute(_ criterion: String, _ position: Int, _ candidates: ChoiceSet) -> String?
    {
        let ordered = index.attributes.map(\.name).filter { varies($0, candidates) }
        let range = max(0, position - 3)..<min(text.stems.count, position + 4)
        let near = Set(text.stems[range])
        let named = ordered.filter { name in
            index.stems(ofAttribute: name).contains { near.contains($0) }
        }
        if named.count == 1 { return named[0] }
        guard criterion != "named" else { return nil }
        let pool = named.isEmpty ? ordered : named
        for hint in Self.hints[criterion] ?? [criterion] {
            if let match = pool.first(where: { $0.lowercased().contains(hint) }) { return match }
        }
        if criterion == "date" {
            return pool.first { name in
                candidates.contains { index.value(name, of: $0).flatMap(Day.init(iso:)) != nil }
            }
        }
        return nil
    }

    /// Whether the attribute has an order and tells the candidates, or the reference, apart.
    private func varies(_ name: String, _ candidates: ChoiceSet) -> Bool {
        var ranks = Set(
            candidates.compactMap { index.value(name, of: $0) }
                .compactMap { OrderedValue.rank($0, cutter: cutter) })
        if let own = reference?.attributes.first(where: { $0.name == name })?.value,
            let rank = OrderedValue.rank(own, cutter: cutter)
        {
            ranks.insert(rank)
        }
        return ranks.count > 1 || (ranks.count == 1 && candidates.count == 1)
    }

    /// Parts of attribute names that suit a word of size, in the order of preference.
    private static let hints: [String: [String]] = [
        "size": [
            "size", "capacity", "storage", "screen", "volume", "diameter", "height", "length",
            "width", "größe", "kapazität", "volumen", "durchmesser", "speicher",
        ],
        "length": ["length", "länge", "battery", "size", "height", "höhe"],
        "height": ["height", "höhe", "size"],
        "level": ["height", "höhe"],
        "brightness": ["bright", "helligkeit", "lumen"],
        "weight": ["weight", "gewicht"],
        "thickness": ["thick", "dicke", "stärke"],
        "width": ["width", "breite"],
        "speed": ["speed", "geschwindigkeit"],
        "pressure": ["pressure", "druck"],
        "difficulty": ["difficulty", "schwierigkeit"],
    ]
}
