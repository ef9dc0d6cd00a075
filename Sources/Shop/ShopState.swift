import GRDB

extension EmbeddedShop {
    /// The state as sorted lines, to compare two shops: orders, their addresses, customers'
    /// addresses, gift cards.
    ///
    /// The order of items and bookings within an order does not count (the retail judge's
    /// `canonical`).
    public func comparableState() throws(ShopError) -> [String] {
        try read { database in
            try StateStatements.all.flatMap { sql in
                try Row.fetchAll(database, sql: sql).map(\.line)
            }.sorted()
        }
    }
}

extension Row {
    fileprivate var line: String {
        databaseValues.map { String.fromDatabaseValue($0) ?? "" }.joined(separator: "|")
    }
}

/// Each gives one line per row; fields are separated by `|`, members of a list by blanks.
private enum StateStatements {
    static let all = [orders, orderAddresses, customerAddresses, giftCards]

    static let orders = """
        SELECT 'order', o.id, o.status, \(items), \(payments), cancel_reason,
          \(list("item", of: "exchange_items")), \(list("new_item", of: "exchange_items")),
          e.method, \(list("item", of: "return_items")), r.method, CAST(e.difference AS TEXT)
        FROM orders o LEFT JOIN exchanges e ON e.order_id = o.id
          LEFT JOIN returns r ON r.order_id = o.id
        """

    private static let items = """
        (SELECT group_concat(x, ' ') FROM
          (SELECT product || ':' || item AS x FROM order_items WHERE order_id = o.id ORDER BY x))
        """

    private static let payments = """
        (SELECT group_concat(x, ' ') FROM (SELECT kind || ':' || amount || ':' || method AS x
          FROM payments WHERE order_id = o.id ORDER BY x))
        """

    private static func list(_ column: String, of table: String) -> String {
        let parent = table == "return_items" ? "return_id = r.id" : "exchange = e.id"
        return """
            (SELECT group_concat(x, ' ') FROM
              (SELECT \(column) AS x FROM \(table) WHERE \(parent) ORDER BY x))
            """
    }

    static let orderAddresses = """
        SELECT 'order-address', id, \(Address.columns) FROM orders
        """

    static let customerAddresses = """
        SELECT 'user-address', id, \(Address.columns) FROM customers
        """

    static let giftCards = """
        SELECT 'gift-card', customer, id, CAST(balance AS TEXT) FROM payment_methods
        WHERE kind = 'gift_card'
        """
}
