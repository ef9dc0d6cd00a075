import Facts

/// What distinguishes the variants of a product, in the shop's order: `color: black`, `size: M`.
struct Options: Equatable, Sendable {
    var pairs: [Pair]

    struct Pair: Equatable, Sendable {
        var name: String
        var value: String

        /// `black`; `yes`, `no` and `none` say nothing without the name: `waterproof: no`.
        var text: String {
            ["yes", "no", "none"].contains(value) ? "\(name): \(value)" : value
        }
    }

    /// `black, waterproof: no`.
    var text: String { pairs.map(\.text).joined(separator: ", ") }

    var record: Record {
        Record(
            Dictionary(
                pairs.map { ($0.name, Value.text($0.value)) },
                uniquingKeysWith: { first, _ in first }))
    }
}

/// A product with its variants.
struct Product: Equatable, Sendable {
    var id: String
    var name: String
    /// Of the return policy; nil where the shop has none.
    var category: String?
    /// In the shop's order.
    var variants: [Variant]

    var available: [Variant] { variants.filter(\.isAvailable) }

    func variant(_ id: String) -> Variant? { variants.first { $0.id == id } }

    func record(currency: String) -> Record {
        let prices = (available.isEmpty ? variants : available).map(\.price)
        var record: Record = [
            "id": .text(id), "name": .text(name), "variants_count": .integer(variants.count),
            "available_count": .integer(available.count),
        ]
        record["category"] = category.map(Value.text)
        record["price_from"] = prices.min().map {
            .money(Money(minorUnits: $0, currency: currency))
        }
        record["price_to"] = prices.max().map { .money(Money(minorUnits: $0, currency: currency)) }
        return record
    }
}

/// What can be bought: a product in one colour, size…
struct Variant: Equatable, Sendable {
    var id: String
    var product: String
    var options: Options
    /// Minor units.
    var price: Int
    var isAvailable: Bool
    /// Pieces; nil where the shop does not count them.
    var stock: Int?

    func record(name: String, currency: String) -> Record {
        var record: Record = [
            "id": .text(id), "name": .text(name), "options": .record(options.record),
            "options_text": .text(options.text),
            "price": .money(Money(minorUnits: price, currency: currency)),
        ]
        record["stock"] = stock.map(Value.integer)
        return record
    }
}
