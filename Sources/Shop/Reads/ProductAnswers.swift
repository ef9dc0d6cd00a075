import Facts

extension ShopReader {
    /// Answers about what the shop sells.
    mutating func answer(_ reading: ProductReading, _ arguments: Arguments) throws -> Value? {
        try catalogue().answer(reading, arguments)
    }
}

extension Catalogue {
    fileprivate func answer(_ reading: ProductReading, _ arguments: Arguments) -> Value? {
        let currency = settings.currency
        switch reading {
        case .products:
            return .list(products.map { .record($0.record(currency: currency)) })
        case .find:
            guard let words = arguments.text("words") else { return nil }
            return .list(find(words).map { .record($0.record(currency: currency)) })
        case .product:
            guard let product = arguments.text("product").flatMap({ product(named: $0) })
            else { return nil }
            return .record(product.details(currency: currency))
        case .variants:
            guard let product = arguments.text("product").flatMap({ product(named: $0) })
            else { return nil }
            return .list(
                product.available.map { variant in
                    .record(variant.record(name: product.name, currency: currency))
                })
        case .options:
            return arguments.text("product").flatMap { product(named: $0) }
                .map { .list(OptionChoices(product: $0).records.map(Value.record)) }
        case .matches:
            return arguments.text("product").flatMap { product(named: $0) }.map { product in
                let wanted = arguments.texts("wanted") ?? []
                return .record(
                    OptionChoices(product: product).matches(wanted, currency: currency))
            }
        case .policy:
            return arguments.text("category").flatMap { policy($0) }.map { .record($0.record) }
        }
    }

    /// The products whose name shares a word with `words`, those that share most first.
    private func find(_ words: String) -> [Product] {
        let wanted = ProductName.words(words)
        let scored = products.map { product in
            (product, ProductName.words(product.name).count { wanted.contains($0) })
        }
        let best = scored.map(\.1).max() ?? 0
        guard best > 0 else { return [] }
        return scored.filter { $0.1 == best }.map(\.0)
    }

    private func policy(_ text: String) -> ReturnPolicy? {
        policies[text] ?? product(named: text)?.category.flatMap { policies[$0] }
    }
}

extension Product {
    fileprivate func details(currency: String) -> Record {
        var record = record(currency: currency)
        let stocks = available.compactMap(\.stock)
        if !stocks.isEmpty { record["stock"] = .integer(stocks.reduce(0, +)) }
        let values = optionValues
        record["options"] = .record(
            Record(
                Dictionary(
                    values.map { ($0.name, Value.text($0.values.joined(separator: ", "))) },
                    uniquingKeysWith: { first, _ in first })))
        record["options_text"] = .text(
            values.map { "\($0.name): \($0.values.joined(separator: ", "))" }
                .joined(separator: "; "))
        let byPrice = available.sorted { $0.price < $1.price }
        record["cheapest"] = byPrice.first.map {
            .record($0.record(name: name, currency: currency))
        }
        record["dearest"] = byPrice.last.map { .record($0.record(name: name, currency: currency)) }
        return record
    }

    /// The names of the options with their values among the available variants, in the order of
    /// appearance.
    private var optionValues: [(name: String, values: [String])] {
        var found: [(name: String, values: [String])] = []
        for pair in available.flatMap(\.options.pairs) {
            guard let index = found.firstIndex(where: { $0.name == pair.name }) else {
                found.append((pair.name, [pair.value]))
                continue
            }
            if !found[index].values.contains(pair.value) { found[index].values.append(pair.value) }
        }
        return found
    }
}
