import Facts
import GRDB

/// Puts the lines of the demo tables into the database; a nested line belongs to the last one above
/// it.
struct DemoSeed {
    let database: Database
    let now: Instant
    var product = ""
    var customer = ""
    var order = ""
    /// How the order is paid; nil until its items are known.
    var paidWith: String?
    var placedAt: Instant?
    var parcel: Int64 = 0

    init(database: Database, now: Instant) {
        self.database = database
        self.now = now
    }

    private var today: Day { OrderDesk.day(of: now) }

    mutating func add(_ line: DemoLine) throws {
        switch line.keyword {
        case "policy", "product", "variant": try addProduct(line)
        case "customer", "reach", "lives", "method", "locked", "contact": try addCustomer(line)
        case "order", "items", "paid", "parcel", "event", "failure": try addOrder(line)
        case "cancelled", "refund", "return", "exchange", "trace": try addAftermath(line)
        default: throw line.bad("'\(line.keyword)' is not known")
        }
    }

    private mutating func addProduct(_ line: DemoLine) throws {
        switch line.keyword {
        case "policy":
            try insert(
                "return_policies",
                [try line.text(0), try line.integer(1), try line.flag(2), try line.flag(3)])
        case "product":
            product = try line.text(0)
            try insert("products", [product, try line.text(1), try line.text(2)])
        default:
            let stock = try line.integer(3)
            try insert(
                "variants",
                [
                    try line.text(0), product, try line.options(1).json, try line.amount(2),
                    stock > 0, stock,
                ])
        }
    }

    private mutating func addCustomer(_ line: DemoLine) throws {
        switch line.keyword {
        case "customer":
            customer = try line.text(0)
            try run(
                """
                INSERT INTO customers (id, first_name, last_name, email, tier, language,
                  \(Address.columns)) VALUES (?, ?, ?, '', ?, ?, '', '', '', '', '', '')
                """,
                [
                    customer, try line.text(1), try line.text(2), try line.text(3),
                    try line.text(4),
                ])
        case "reach":
            try run(
                "UPDATE customers SET email = ?, phone = ? WHERE id = ?",
                [try line.text(0), try line.text(1), customer])
        case "lives":
            let parts = (0..<6).map { line.optional($0) ?? "" }
            try run(
                """
                UPDATE customers SET address1 = ?, address2 = ?, city = ?, state = ?, country = ?,
                zip = ? WHERE id = ?
                """, parts + [customer])
        case "method":
            try insert(
                "payment_methods",
                [
                    try line.text(0), customer, try line.text(1), line.optional(2),
                    line.optional(3), try line.amount(4),
                ])
        case "locked":
            try run(
                "UPDATE customers SET locked_reason = ?, locked_at = ? WHERE id = ?",
                [try line.text(0), try moment(line, 1), customer])
        default:
            try insert(
                "contacts",
                [
                    try line.text(0), customer, try moment(line, 1), try line.text(2),
                    try line.text(3), try line.text(4),
                ])
        }
    }

    private mutating func addOrder(_ line: DemoLine) throws {
        switch line.keyword {
        case "order":
            order = try line.text(0)
            placedAt = try line.instant(3, now: now)
            paidWith = try line.text(6)
            try run(
                """
                INSERT INTO orders (id, customer, status, currency, placed_at, estimate_from,
                  estimate_to, \(Address.columns))
                SELECT ?, id, ?, 'EUR', ?, ?, ?, \(Address.columns) FROM customers WHERE id = ?
                """,
                [
                    order, try line.text(2), placedAt?.milliseconds,
                    try line.day(4, today: today)?.number, try line.day(5, today: today)?.number,
                    try line.text(1),
                ])
        case "items":
            for item in try line.list(0) {
                try run(
                    """
                    INSERT INTO order_items (order_id, product, item, name, options, price)
                    SELECT ?, p.id, v.id, p.name, v.options, v.price
                    FROM variants v JOIN products p ON p.id = v.product WHERE v.id = ?
                    """, [order, item])
                guard database.changesCount == 1 else { throw line.bad("no variant '\(item)'") }
            }
            try run(
                """
                INSERT INTO payments (order_id, kind, amount, method, at)
                SELECT ?, 'payment', sum(price), ?, ? FROM order_items WHERE order_id = ?
                """, [order, paidWith, placedAt?.milliseconds, order])
        case "paid":
            try addPrice(line)
        case "parcel":
            try run(
                """
                INSERT INTO shipments (order_id, carrier, tracking_number, status)
                VALUES (?, ?, ?, ?)
                """, [order, try line.text(0), try line.text(1), try line.text(2)])
            parcel = database.lastInsertedRowID
            try run(
                "INSERT INTO shipment_items SELECT ?, item FROM order_items WHERE order_id = ?",
                [parcel, order])
        case "event":
            try addEvent(line)
        default:
            try run("DELETE FROM payments WHERE order_id = ?", [order])
            try run(
                "INSERT INTO payment_failures (order_id, reason, method, at) VALUES (?, ?, ?, ?)",
                [order, try line.text(0), try line.text(1), try moment(line, 2)])
        }
    }

    /// What an item of the order cost when it was bought.
    private func addPrice(_ line: DemoLine) throws {
        try run(
            "UPDATE order_items SET price = ? WHERE order_id = ? AND item = ?",
            [try line.amount(1), order, try line.text(0)])
        try run(
            """
            UPDATE payments SET amount = (SELECT sum(price) FROM order_items WHERE order_id = ?)
            WHERE order_id = ?
            """, [order, order])
    }

    private func addEvent(_ line: DemoLine) throws {
        let at = try moment(line, 2)
        try run(
            "INSERT INTO tracking_events (shipment, event, city, at) VALUES (?, ?, ?, ?)",
            [parcel, try line.text(0), try line.text(1), at])
        guard line.fields.first == "delivered" else { return }
        try run("UPDATE orders SET delivered_at = ? WHERE id = ?", [at, order])
    }

    private func addAftermath(_ line: DemoLine) throws {
        switch line.keyword {
        case "cancelled":
            try run("UPDATE orders SET cancel_reason = ? WHERE id = ?", [try line.text(0), order])
            try run(
                """
                INSERT INTO payments (order_id, kind, amount, method, at)
                SELECT order_id, 'refund', amount, method, ? FROM payments WHERE order_id = ?
                """, [try moment(line, 1), order])
        case "refund":
            try insert(
                "refunds",
                [
                    try line.text(0), order, try line.amount(1), try line.text(2),
                    try moment(line, 3), try moment(line, 4),
                    try line.day(5, today: today)?.number,
                ])
        case "return":
            let id = try line.text(0)
            try insert(
                "returns", [id, order, try line.text(1), try line.text(2), try moment(line, 3)])
            for item in try line.list(4) { try insert("return_items", [id, item]) }
        case "exchange":
            let id = try line.text(0)
            let items = [try line.text(3), try line.text(4)]
            try run(
                """
                INSERT INTO exchanges SELECT ?, ?, ?, new.price - old.price, ?
                FROM variants old, variants new WHERE old.id = ? AND new.id = ?
                """, [id, order, try line.text(1), try moment(line, 2)] + items)
            try insert("exchange_items", [id] + items)
        default:
            try insert(
                "traces",
                [
                    try line.text(0), order, try moment(line, 1),
                    try line.day(2, today: today)?.number, line.optional(3),
                ])
        }
    }

    private func moment(_ line: DemoLine, _ index: Int) throws -> Int64? {
        try line.instant(index, now: now)?.milliseconds
    }

    private func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let places = values.map { _ in "?" }.joined(separator: ", ")
        try run("INSERT INTO \(table) VALUES (\(places))", values)
    }

    private func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try database.run(sql, values)
    }
}
