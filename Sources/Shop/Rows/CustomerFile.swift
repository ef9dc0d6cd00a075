import Facts
import GRDB

/// Everything about one customer, read with one statement for each table.
struct CustomerFile: Sendable {
    var customer: Customer
    /// In the shop's order.
    var methods: [PaymentMethod]
    /// Newest first; without dates in the order of the shop.
    var orders: [Order]
    /// By order.
    var histories: [String: OrderHistory]
    /// Newest first.
    var refunds: [Refund]

    /// The order that `text` names: the id itself, or its letters and digits, or its digits, when
    /// only one order fits.
    func order(_ text: String) -> Order? {
        guard let id = OrderNumber.match(text, among: orders.map(\.id)) else { return nil }
        return orders.first { $0.id == id }
    }

    func refunds(ofOrder order: String) -> [Refund] { refunds.filter { $0.order == order } }

    /// The carrier has searched for it and found nothing.
    func isLost(_ order: Order) -> Bool {
        order.status == .shipped && histories[order.id]?.trace?.result == "lost"
    }

    /// The order as a choice, with what happens to it: customers say "the one that is held at customs".
    func choice(of order: Order, on today: Day) -> Record {
        var record = order.choice
        let last = histories[order.id]?.shipments.last?.events.last?.event
        if order.daysLate(on: today) != nil { record["is_late"] = .flag(true) }
        if order.status == .shipped, last == "customs_hold" { record["is_held"] = .flag(true) }
        if order.status == .shipped, last == "delivery_failed" {
            record["is_missed"] = .flag(true)
        }
        if order.status == .shipped, last == "out_for_delivery" {
            record["is_coming"] = .flag(true)
        }
        if isLost(order) {
            record["is_lost"] = .flag(true)
        }
        if order.status.isChangeable, order.payments.isEmpty,
            histories[order.id]?.failures.isEmpty == false
        {
            record["is_unpaid"] = .flag(true)
        }
        return record
    }
}

/// What happened to an order beside its payments.
struct OrderHistory: Sendable {
    /// In the order of sending.
    var shipments: [Shipment] = []
    /// Oldest first.
    var failures: [PaymentFailure] = []
    /// The newest.
    var trace: Trace?
    var hasReplacement = false
    /// The newest.
    var takenBack: TakenBack?
    var swapped: TakenBack?
    /// Minor units by item.
    var adjustments: [String: Int] = [:]
}

extension Database {
    /// nil when there is no such customer.
    func customerFile(_ id: String) throws -> CustomerFile? {
        guard let row = try row("SELECT * FROM customers WHERE id = ?", [id]) else { return nil }
        let orders = try orders(of: id)
        let refunds = try refunds(of: id)
        return CustomerFile(
            customer: Customer(row: row), methods: try paymentMethods(of: id), orders: orders,
            histories: try histories(of: id),
            refunds: refunds + Refund.paidBack(of: orders, besides: refunds))
    }

    private func histories(of customer: String) throws -> [String: OrderHistory] {
        var histories: [String: OrderHistory] = [:]
        for (order, shipment) in try shipments(of: customer) {
            histories[order, default: OrderHistory()].shipments.append(shipment)
        }
        for row in try rows(ofOrdersOf: customer, "payment_failures", by: "at, t.number") {
            histories[row["order_id"], default: OrderHistory()].failures.append(
                PaymentFailure(reason: row["reason"], method: row["method"], at: row.instant("at")))
        }
        for row in try rows(ofOrdersOf: customer, "traces", by: "t.at, t.rowid") {
            histories[row["order_id"], default: OrderHistory()].trace = Trace(
                id: row["id"], result: row["result"], answerUntil: row.day("answer_until"))
        }
        for row in try rows(ofOrdersOf: customer, "replacements", by: "t.rowid") {
            histories[row["order_id"], default: OrderHistory()].hasReplacement = true
        }
        for (order, taken) in try takenBack(of: customer, in: "returns") {
            histories[order, default: OrderHistory()].takenBack = taken
        }
        for (order, taken) in try takenBack(of: customer, in: "exchanges") {
            histories[order, default: OrderHistory()].swapped = taken
        }
        for row in try rows(ofOrdersOf: customer, "adjustments", by: "t.rowid") {
            let item: String = row["item"]
            let amount: Int = row["amount"]
            histories[row["order_id"], default: OrderHistory()]
                .adjustments[item, default: 0] += amount
        }
        return histories
    }

    /// The rows of `table` about the customer's orders.
    func rows(
        ofOrdersOf customer: String, _ table: String, columns: String = "", by order: String
    ) throws -> [Row] {
        try rows(
            """
            SELECT t.*\(columns) FROM orders CROSS JOIN \(table) t ON t.order_id = orders.id
            WHERE orders.customer = ? ORDER BY \(order)
            """, [customer])
    }
}
