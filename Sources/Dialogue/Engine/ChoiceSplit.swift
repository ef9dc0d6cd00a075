import Facts
import Understanding

/// How a long list of choices is asked about: by the attribute whose values leave the fewest to choose from.
struct ChoiceSplit: Equatable {
    /// The attribute as the shop calls it ("color"); empty where the names themselves split the list.
    let attribute: String
    /// Its values in the order of the list, as the customer may say them.
    let values: [String]

    /// More values than this are a long list again.
    private static let mostValues = 8

    /// nil where no attribute makes the list shorter.
    init?(_ offers: [TurnRun.Offer]) {
        let options = offers.first?.record["options"]?.record?.names ?? []
        var best: (split: (attribute: String, values: [String]), left: Int)?
        for attribute in [""] + options {
            let values = offers.map { Self.value(of: $0, attribute) }
            // Who has no value for it could not say one.
            guard values.allSatisfy({ $0 != nil }) else { continue }
            let texts = values.compactMap { $0 }
            var counts: [(value: String, count: Int)] = []
            for text in texts {
                if let index = counts.firstIndex(where: { $0.value == text }) {
                    counts[index].count += 1
                } else {
                    counts.append((text, 1))
                }
            }
            // As many values as choices would be the list once more.
            guard (2...Self.mostValues).contains(counts.count), counts.count < offers.count else {
                continue
            }
            // Each choice leaves those of its value: the sum over all choices.
            let left = counts.reduce(0) { $0 + $1.count * $1.count }
            if left < best?.left ?? .max {
                best = ((attribute, counts.map(\.value)), left)
            }
        }
        guard let best else { return nil }
        attribute = best.split.attribute
        values = best.split.values
    }

    private static func value(of offer: TurnRun.Offer, _ attribute: String) -> String? {
        if attribute.isEmpty { return offer.choice.name }
        return offer.choice.attributes.first { $0.name == attribute }?.value
    }
}
