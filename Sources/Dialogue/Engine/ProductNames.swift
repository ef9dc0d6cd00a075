/// The names of the shop's range that have several words, by the last of them: "keyboard" of "gaming keyboard".
struct ProductNames: Sendable {
    private let names: [String]
    /// Last word in small letters → places in `names`.
    private var places: [String: [Int]] = [:]

    /// `besides`: words in small letters, as "card", which are heard for the way to pay and name no "CF card".
    init(_ vocabulary: [String], besides: Set<String>) {
        names = vocabulary
        for (place, name) in vocabulary.enumerated() where name.contains(" ") {
            // "It was a mistake" names no "Brand A", and "19 bar" is an amount.
            guard let head = name.lowercased().split(separator: " ").last, head.count > 1,
                !besides.contains(String(head)), name.first?.isNumber == false
            else { continue }
            places[String(head), default: []].append(place)
        }
    }

    /// Those whose last word is one of these, in their own order.
    func named(by words: [String]) -> [String] {
        Set(words.flatMap { places[$0] ?? [] }).sorted().map { names[$0] }
    }
}
