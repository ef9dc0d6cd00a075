import Facts

/// The values of a product's options as choices, and the variants that have the chosen ones.
///
/// All variants count, sold-out ones too: who asks for what is sold out is to hear just that.
struct OptionChoices {
    let product: Product

    private typealias Pair = Options.Pair

    /// `{id: "color=gold", name: gold, options: {color: gold}}`, each value once, in the order of appearance.
    ///
    /// "yes" is called by its option ("waterproof"); "no" and "none" name nothing that somebody wants.
    var records: [Record] {
        pairs.filter { !["no", "none"].contains($0.value) }.map { pair in
            [
                "id": .text(Self.id(pair)),
                "name": .text(pair.value == "yes" ? pair.name : pair.value),
                "options": .record([pair.name: .text(pair.value)]),
            ]
        }
    }

    /// What there is of the wanted values: of one option any of them, of several options all.
    ///
    /// What is no value of this product does not count. Where nothing fits, `nearest` are the variants that have
    /// most of it.
    func matches(_ wanted: [String], currency: String) -> Record {
        let chosen = pairs.filter { wanted.contains(Self.id($0)) }
        let available = product.available.sorted { $0.price < $1.price }
        let scored = available.map { (variant: $0, score: score(of: $0, chosen)) }
        let fitting = scored.filter { $0.score == optionCount(chosen) }.map(\.variant)
        let best = scored.map(\.score).max() ?? 0
        let nearest = scored.filter { $0.score == best }.map(\.variant)
        func records(_ variants: [Variant]) -> [Value] {
            variants.map { .record($0.record(name: product.name, currency: currency)) }
        }
        var record: Record = [
            "fitting_count": .integer(fitting.count), "is_filtered": .flag(!chosen.isEmpty),
            "wanted_text": .text(chosen.map(\.text).joined(separator: ", ")),
            "versions": .list(records(fitting)), "nearest": .list(records(nearest)),
        ]
        record["cheapest"] = records(fitting).first
        record["dearest"] = records(fitting).last
        return record
    }

    private var pairs: [Pair] {
        var seen: Set<String> = []
        return product.variants.flatMap(\.options.pairs).filter {
            seen.insert(Self.id($0)).inserted
        }
    }

    /// How many of the options that were chosen from the variant has as wanted.
    private func score(of variant: Variant, _ chosen: [Pair]) -> Int {
        optionCount(chosen.filter { variant.options.pairs.contains($0) })
    }

    private func optionCount(_ pairs: [Pair]) -> Int { Set(pairs.map(\.name)).count }

    private static func id(_ pair: Pair) -> String { "\(pair.name)=\(pair.value)" }
}
