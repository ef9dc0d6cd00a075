import GRDB

/// What does not belong to one customer: products, policies, settings.
struct Catalogue: Sendable {
    var settings: ShopSettings
    /// By name, then id.
    var products: [Product]
    /// By category.
    var policies: [String: ReturnPolicy]
    private let places: [String: Int]

    init(settings: ShopSettings, products: [Product], policies: [String: ReturnPolicy]) {
        self.settings = settings
        self.products = products
        self.policies = policies
        places = Dictionary(
            zip(products.map(\.id), products.indices), uniquingKeysWith: { first, _ in first })
    }

    func product(_ id: String) -> Product? { places[id].map { products[$0] } }

    /// The product of this id or name; a name may have another case, accents, blanks or an English
    /// plural.
    func product(named text: String) -> Product? {
        if let exact = product(text) { return exact }
        let key = ProductName.key(text)
        let found = products.filter { ProductName.key($0.name) == key }
        return found.count == 1 ? found.first : nil
    }
}

extension Database {
    func catalogue() throws -> Catalogue {
        Catalogue(
            settings: try settings(), products: try products(), policies: try returnPolicies())
    }

    private func products() throws -> [Product] {
        var variants: [String: [Variant]] = [:]
        for row in try rows(
            "SELECT *, \(Options.column(of: "variants")) FROM variants ORDER BY rowid")
        {
            let product: String = row["product"]
            variants[product, default: []].append(
                Variant(
                    id: row["id"], product: product,
                    options: Options(column: row["listed_options"]),
                    price: row["price"], isAvailable: row["available"], stock: row["stock"]))
        }
        return try rows("SELECT * FROM products ORDER BY name, id").map { row in
            let id: String = row["id"]
            return Product(
                id: id, name: row["name"], category: row["category"], variants: variants[id] ?? [])
        }
    }

    private func returnPolicies() throws -> [String: ReturnPolicy] {
        let policies = try rows("SELECT * FROM return_policies").map { row in
            ReturnPolicy(
                category: row["category"], days: row["days"], isReturnable: row["returnable"],
                needsOriginalPackaging: row["needs_original_packaging"])
        }
        return Dictionary(
            policies.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func settings() throws -> ShopSettings {
        let rows = try rows("SELECT name, value FROM settings ORDER BY name")
        return ShopSettings(
            values: Dictionary(
                rows.map { ($0["name"], $0["value"]) }, uniquingKeysWith: { first, _ in first }))
    }
}
