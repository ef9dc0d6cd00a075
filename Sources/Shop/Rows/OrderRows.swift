import Facts
import GRDB

extension Database {
    /// The order that `text` names among those of `customer`: the id itself, or its letters and
    /// digits, or its digits, when only one order fits.
    func order(_ text: String, of customer: String) throws -> Order? {
        let ids: [String] = try rows(
            "SELECT id FROM orders WHERE customer = ? ORDER BY rowid", [customer]
        ).map { $0["id"] }
        guard let id = OrderNumber.match(text, among: ids) else { return nil }
        return try row("SELECT * FROM orders WHERE id = ?", [id])
            .map { try order(row: $0) }
    }

    /// Newest first; without dates in the order of the shop.
    func orders(of customer: String) throws -> [Order] {
        try rows(
            "SELECT * FROM orders WHERE customer = ? ORDER BY placed_at DESC, rowid", [customer]
        ).map { try order(row: $0) }
    }

    private func order(row: Row) throws -> Order {
        let id: String = row["id"]
        let status: String = row["status"]
        guard let status = OrderStatus(rawValue: status) else {
            throw ShopError.database(reason: "order \(id) has the unknown status '\(status)'")
        }
        return Order(
            id: id, customer: row["customer"], status: status, currency: row["currency"],
            placedAt: row.instant("placed_at"), deliveredAt: row.instant("delivered_at"),
            address: Address(row: row), estimateFrom: row.day("estimate_from"),
            estimateTo: row.day("estimate_to"), cancelReason: row["cancel_reason"],
            items: try orderItems(id), payments: try payments(id))
    }

    private func orderItems(_ order: String) throws -> [OrderItem] {
        try rows(
            """
            SELECT *, \(Options.column(of: "order_items")) FROM order_items
            WHERE order_id = ? ORDER BY number
            """, [order]
        ).map { row in
            OrderItem(
                number: row["number"], product: row["product"], item: row["item"],
                name: row["name"], options: Options(column: row["listed_options"]),
                price: row["price"])
        }
    }

    private func payments(_ order: String) throws -> [Payment] {
        try rows(
            "SELECT * FROM payments WHERE order_id = ? ORDER BY number", [order]
        ).map { row in
            let kind: String = row["kind"]
            return Payment(
                kind: Payment.Kind(rawValue: kind) ?? .payment, amount: row["amount"],
                method: row["method"], at: row.instant("at"))
        }
    }
}

/// How an order number is recognised.
enum OrderNumber {
    static func match(_ text: String, among ids: [String]) -> String? {
        if ids.contains(text) { return text }
        let key = letters(text)
        guard !key.isEmpty else { return nil }
        let same = ids.filter { letters($0) == key }
        if same.count == 1 { return same.first }
        let digits = key.filter(\.isNumber)
        guard digits.utf8.count >= 3 else { return nil }
        let numbered = ids.filter { letters($0).filter(\.isNumber) == digits }
        return numbered.count == 1 ? numbered.first : nil
    }

    private static func letters(_ text: String) -> String {
        text.filter { $0.isLetter || $0.isNumber }.uppercased()
    }
}
