import Facts
import GRDB

/// Where the changes of a plan belong.
struct ChangeTarget: Sendable {
    /// nil for a change of the profile.
    var order: String?
    var customer: String
    /// The number of the new return, trace…
    var receipt: String
    var now: Instant
}

extension Database {
    func carryOut(_ changes: [Change], at target: ChangeTarget) throws {
        for (index, change) in changes.enumerated() {
            try carryOut(change, index: index, at: target)
        }
    }

    private func carryOut(_ change: Change, index: Int, at target: ChangeTarget) throws {
        let order = target.order
        let now = target.now.milliseconds
        switch change {
        case .orderStatus(let status):
            try run("UPDATE orders SET status = ? WHERE id = ?", [status.rawValue, order])
        case .cancelReason(let reason):
            try run("UPDATE orders SET cancel_reason = ? WHERE id = ?", [reason, order])
        case .payment(let payment):
            try run(
                "INSERT INTO payments (order_id, kind, amount, method, at) VALUES (?, ?, ?, ?, ?)",
                [order, payment.kind.rawValue, payment.amount, payment.method, now])
        case .balance(let method, let amount):
            try run(
                "UPDATE payment_methods SET balance = balance + ? WHERE id = ? AND customer = ?",
                [amount, method, target.customer])
        case .orderAddress(let address):
            try setAddress(address, table: "orders", id: order)
        case .customerAddress(let address):
            try setAddress(address, table: "customers", id: target.customer)
        case .item(let number, let variant):
            try run(
                "UPDATE order_items SET item = ?, price = ?, options = ? WHERE number = ?",
                [variant.id, variant.price, variant.options.json, number])
        case .refund(let amount, let method, let booked, let expected):
            try run(
                """
                INSERT INTO refunds
                  (id, order_id, amount, method, requested_at, booked_at, expected)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    "\(target.receipt)-\(index)", order, amount, method, now, booked ? now : nil,
                    expected?.number,
                ])
        case .opensReturn, .opensExchange, .opensTrace, .replacement, .paymentLink, .adjustment,
            .defect:
            try open(change, at: target)
        }
    }

    private func open(_ change: Change, at target: ChangeTarget) throws {
        let receipt = target.receipt
        let order = target.order
        let now = target.now.milliseconds
        switch change {
        case .opensReturn(let items, let method, let reason):
            try run(
                "INSERT INTO returns VALUES (?, ?, ?, ?, ?)", [receipt, order, method, reason, now])
            for item in items {
                try run("INSERT INTO return_items VALUES (?, ?)", [receipt, item])
            }
        case .opensExchange(let items, let newItems, let method, let difference):
            try run(
                "INSERT INTO exchanges VALUES (?, ?, ?, ?, ?)",
                [receipt, order, method, difference, now])
            for (old, new) in zip(items, newItems) {
                try run("INSERT INTO exchange_items VALUES (?, ?, ?)", [receipt, old, new])
            }
        case .opensTrace(let answerUntil):
            try run(
                "INSERT INTO traces VALUES (?, ?, ?, ?, NULL)",
                [receipt, order, now, answerUntil.number])
        case .replacement:
            try run("INSERT INTO replacements VALUES (?, ?, ?)", [receipt, order, now])
        case .paymentLink(let method):
            try run("INSERT INTO payment_links VALUES (?, ?, ?)", [order, method, now])
        case .adjustment(let item, let amount):
            try run(
                "INSERT INTO adjustments VALUES (?, ?, ?, ?, ?)",
                [receipt, order, item, amount, now])
        case .defect(let item, let description):
            try run(
                "INSERT INTO defects VALUES (?, ?, ?, ?, ?)",
                [receipt, order, item, description, now])
        case .orderStatus, .cancelReason, .payment, .balance, .orderAddress, .customerAddress,
            .item, .refund:
            break  // `carryOut` does these itself.
        }
    }

    private func setAddress(_ address: Address, table: String, id: String?) throws {
        try run(
            """
            UPDATE \(table)
            SET address1 = ?, address2 = ?, city = ?, state = ?, country = ?, zip = ?
            WHERE id = ?
            """,
            address.parts + [id])
    }
}
