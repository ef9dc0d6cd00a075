import Facts
import GRDB

extension Database {
    /// Newest first; without dates in the order of the shop.
    func orders(of customer: String) throws -> [Order] {
        var items: [String: [OrderItem]] = [:]
        let options = ", \(Options.column(of: "t"))"
        for row in try rows(ofOrdersOf: customer, "order_items", columns: options, by: "t.number") {
            items[row["order_id"], default: []].append(OrderItem(row: row))
        }
        var payments: [String: [Payment]] = [:]
        for row in try rows(ofOrdersOf: customer, "payments", by: "t.number") {
            payments[row["order_id"], default: []].append(Payment(row: row))
        }
        return try rows(
            "SELECT * FROM orders WHERE customer = ? ORDER BY placed_at DESC, rowid", [customer]
        ).map { row in
            let id: String = row["id"]
            return try order(row: row, items: items[id] ?? [], payments: payments[id] ?? [])
        }
    }

    private func order(row: Row, items: [OrderItem], payments: [Payment]) throws -> Order {
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
            items: items, payments: payments)
    }
}

extension OrderItem {
    fileprivate init(row: Row) {
        self.init(
            number: row["number"], product: row["product"], item: row["item"], name: row["name"],
            options: Options(column: row["listed_options"]), price: row["price"])
    }
}

extension Payment {
    fileprivate init(row: Row) {
        let kind: String = row["kind"]
        self.init(
            kind: Payment.Kind(rawValue: kind) ?? .payment, amount: row["amount"],
            method: row["method"], at: row.instant("at"))
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
