import GRDB

extension EmbeddedShop {
    /// The words of the shop for the interpreter: names of products, names and values of options;
    /// sorted, each once.
    public func shopVocabulary() throws(ShopError) -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM products
                    UNION SELECT key FROM variants, json_each(variants.options)
                    UNION SELECT CAST(value AS TEXT) FROM variants, json_each(variants.options)
                    ORDER BY 1
                    """)
        }
    }
}
