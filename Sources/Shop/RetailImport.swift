import FoundationEssentials
import GRDB

/// Reads a shop from the retail set's `database.json` (`users`, `orders`, `products`).
///
/// That shop has no dates: none are made up. SQLite itself reads the JSON.
public enum RetailImport {
    /// How much was read.
    public struct Count: Equatable, Sendable {
        public var customers: Int
        public var orders: Int
        public var products: Int
        public var variants: Int
    }

    /// Reads `file` into an empty shop, in one transaction. `currency` is the ISO 4217 code of its
    /// prices.
    ///
    /// Throws `ShopError.cannotImport`, or `notEmpty`.
    public static func read(
        file: String, into shop: EmbeddedShop, currency: String = "USD"
    ) throws(ShopError) -> Count {
        guard try shop.isEmpty else { throw .notEmpty }
        let json: String
        do {
            json = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw .cannotImport(file: file, reason: "it cannot be read: \(error)")
        }
        do throws(ShopError) {
            let count = try shop.write { try $0.importRetail(json, currency: currency) }
            try shop.checkpoint()
            return count
        } catch {
            throw .cannotImport(file: file, reason: error.description)
        }
    }
}

extension Database {
    fileprivate func importRetail(_ json: String, currency: String) throws -> RetailImport.Count {
        guard try Bool.fetchOne(self, sql: "SELECT json_valid(?)", arguments: [json]) == true else {
            throw ShopError.database(reason: "it is not JSON")
        }
        var settings = ShopSettings()
        settings.currency = currency
        settings.cancelRefundsEveryBooking = true
        try store(settings)
        for statement in RetailStatements.all {
            let named = statement.contains(":currency") ? ["currency": currency] : [:]
            try execute(
                sql: statement,
                arguments: StatementArguments(
                    statement.contains(":json") ? named.merging(["json": json]) { $1 } : named))
        }
        let listed = try Int.fetchOne(self, sql: "SELECT count(*) FROM raw_orders") ?? 0
        let count = RetailImport.Count(
            customers: try count("customers"), orders: try count("orders"),
            products: try count("products"), variants: try count("variants"))
        guard listed == count.orders, count.orders > 0 else {
            throw ShopError.database(
                reason: "it has \(listed) orders, its customers' lists name \(count.orders)")
        }
        try execute(sql: "DROP TABLE raw_orders")
        try checkStatuses()
        return count
    }

    private func count(_ table: String) throws -> Int {
        try Int.fetchOne(self, sql: "SELECT count(*) FROM \(table)") ?? 0
    }

    private func checkStatuses() throws {
        for status in try String.fetchAll(
            self, sql: "SELECT DISTINCT status FROM orders ORDER BY 1")
        where OrderStatus(rawValue: status) == nil {
            throw ShopError.database(reason: "an order has the unknown status '\(status)'")
        }
    }

    func store(_ settings: ShopSettings) throws {
        for (name, value) in settings.values {
            try execute(
                sql: "INSERT OR REPLACE INTO settings VALUES (?, ?)", arguments: [name, value])
        }
    }
}

/// The statements that fill the tables from `:json`, in the order of the document.
private enum RetailStatements {
    static let all = [
        customers, paymentMethods, products, variants, rawOrders, fillOrders, orders, items,
        payments, shipments, shipmentItems,
    ]

    static let customers = """
        INSERT INTO customers (id, first_name, last_name, email, \(Address.columns))
        SELECT key, value->>'$.name.first_name', value->>'$.name.last_name', value->>'$.email',
          \(address(in: "value"))
        FROM json_each(:json, '$.users')
        """

    static let paymentMethods = """
        INSERT INTO payment_methods (id, customer, kind, brand, last_four, balance)
        SELECT m.key, u.key, m.value->>'$.source', m.value->>'$.brand', m.value->>'$.last_four',
          CAST(round((m.value->>'$.balance') * 100) AS INTEGER)
        FROM json_each(:json, '$.users') u CROSS JOIN json_each(u.value, '$.payment_methods') m
        """

    static let products = """
        INSERT INTO products (id, name)
        SELECT key, value->>'$.name' FROM json_each(:json, '$.products')
        """

    static let variants = """
        INSERT INTO variants (id, product, options, price, available)
        SELECT v.key, p.key, v.value->'$.options', \(price("v")), v.value->>'$.available'
        FROM json_each(:json, '$.products') p CROSS JOIN json_each(p.value, '$.variants') v
        """

    static let rawOrders = "CREATE TEMP TABLE raw_orders (id TEXT PRIMARY KEY, value TEXT)"

    static let fillOrders = """
        INSERT INTO raw_orders SELECT key, value FROM json_each(:json, '$.orders')
        """

    /// In the order of the customers' own lists.
    static let orders = """
        INSERT INTO orders (id, customer, status, currency, cancel_reason, \(Address.columns))
        SELECT o.id, o.value->>'$.user_id', o.value->>'$.status', :currency,
          o.value->>'$.cancel_reason', \(address(in: "o.value"))
        FROM json_each(:json, '$.users') u CROSS JOIN json_each(u.value, '$.orders') l
          CROSS JOIN raw_orders o ON o.id = l.value
        """

    static let items = """
        INSERT INTO order_items (order_id, product, item, name, options, price)
        SELECT o.id, i.value->>'$.product_id', i.value->>'$.item_id', i.value->>'$.name',
          i.value->'$.options', \(price("i"))
        FROM raw_orders o CROSS JOIN json_each(o.value, '$.items') i
        """

    static let payments = """
        INSERT INTO payments (order_id, kind, amount, method)
        SELECT o.id, p.value->>'$.transaction_type',
          CAST(round((p.value->>'$.amount') * 100) AS INTEGER), p.value->>'$.payment_method_id'
        FROM raw_orders o CROSS JOIN json_each(o.value, '$.payment_history') p
        """

    static let shipments = """
        INSERT INTO shipments (order_id, tracking_number)
        SELECT o.id, t.value FROM raw_orders o
          CROSS JOIN json_each(o.value, '$.fulfillments') f
          CROSS JOIN json_each(f.value, '$.tracking_id') t
        """

    static let shipmentItems = """
        INSERT INTO shipment_items (shipment, item)
        SELECT s.number, i.value FROM raw_orders o
          CROSS JOIN json_each(o.value, '$.fulfillments') f
          CROSS JOIN json_each(f.value, '$.tracking_id') t
          CROSS JOIN json_each(f.value, '$.item_ids') i
          CROSS JOIN shipments s ON s.order_id = o.id AND s.tracking_number = t.value
        """

    private static func address(in value: String) -> String {
        Address.columns.split(separator: ", ").map { "\(value)->>'$.address.\($0)'" }
            .joined(separator: ", ")
    }

    private static func price(_ row: String) -> String {
        "CAST(round((\(row).value->>'$.price') * 100) AS INTEGER)"
    }
}
