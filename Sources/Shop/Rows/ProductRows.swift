import Facts
import GRDB
import Understanding

extension Options {
    /// A column that gives the options of a JSON object in their written order, for
    /// `init(column:)`.
    static func column(of table: String) -> String {
        """
        (SELECT group_concat(key || char(31) || value, char(30)) FROM json_each(\(table).options)) \
        AS listed_options
        """
    }

    init(column text: String?) {
        pairs = (text ?? "").split(separator: "\u{1E}").map { pair in
            let parts = pair.split(
                separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// A JSON object with the options in this order.
    var json: String {
        let members = pairs.map { "\(JSONText.quoted($0.name)):\(JSONText.quoted($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }
}

extension Database {
    func product(_ id: String) throws -> Product? {
        try row("SELECT * FROM products WHERE id = ?", [id])
            .map { try product(row: $0) }
    }

    func products() throws -> [Product] {
        try rows("SELECT * FROM products ORDER BY name, id")
            .map { try product(row: $0) }
    }

    /// The product of this id or name; a name may have another case, accents, blanks or an English
    /// plural.
    func product(named text: String) throws -> Product? {
        if let exact = try product(text) { return exact }
        let key = ProductName.key(text)
        let rows = try rows("SELECT * FROM products ORDER BY name, id")
        let found = rows.filter { ProductName.key($0["name"]) == key }
        return found.count == 1 ? try found.first.map { try product(row: $0) } : nil
    }

    private func product(row: Row) throws -> Product {
        let id: String = row["id"]
        let variants = try rows(
            """
            SELECT *, \(Options.column(of: "variants")) FROM variants
            WHERE product = ? ORDER BY rowid
            """, [id])
        return Product(
            id: id, name: row["name"], category: row["category"],
            variants: variants.map { variant in
                Variant(
                    id: variant["id"], product: id,
                    options: Options(column: variant["listed_options"]), price: variant["price"],
                    isAvailable: variant["available"], stock: variant["stock"])
            })
    }
}

/// How names of products are compared.
enum ProductName {
    /// Folded letters and digits, without a final plural s.
    static func key(_ name: String) -> String {
        let folded = Folding.fold(name).filter { $0.isLetter || $0.isNumber }
        return folded.count > 3 && folded.hasSuffix("s") ? String(folded.dropLast()) : folded
    }

    /// The folded words of a name, without a plural s.
    static func words(_ name: String) -> [String] {
        Folding.fold(name).split { !($0.isLetter || $0.isNumber) }.map { word in
            word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
        }
    }
}
