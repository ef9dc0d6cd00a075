import Facts
import GRDB

/// A parcel of an order.
struct Shipment: Equatable, Sendable {
    var carrier: String?
    var trackingNumber: String?
    var status: String?
    /// Oldest first.
    var events: [TrackingEvent]
}

/// What a carrier said about a parcel.
struct TrackingEvent: Equatable, Sendable {
    /// `in_transit`, `customs_hold`…
    var event: String
    var city: String?
    var at: Instant?

    var record: Record {
        var record: Record = ["event": .text(event)]
        record["city"] = city.map(Value.text)
        record["at"] = at.map(Value.instant)
        return record
    }
}

/// Money on its way back.
struct Refund: Equatable, Sendable {
    var id: String
    var order: String
    var amount: Int
    var currency: String
    var method: String
    var requestedAt: Instant?
    /// When the money was sent; nil: not yet.
    var bookedAt: Instant?
    /// The day on which it should be there.
    var expected: Day?

    /// `booked`, `pending`, or `overdue` when the expected day is over.
    func status(on today: Day) -> String {
        if bookedAt != nil { return "booked" }
        return daysOverdue(on: today) == nil ? "pending" : "overdue"
    }

    func daysOverdue(on today: Day) -> Int? {
        guard bookedAt == nil, let expected, today > expected else { return nil }
        return today.number - expected.number
    }
}

/// A payment that did not come through.
struct PaymentFailure: Equatable, Sendable {
    /// `card_expired`, `insufficient_funds`, `three_d_secure_failed`…
    var reason: String
    var method: String?
    var at: Instant?
}

/// A search by the carrier.
struct Trace: Equatable, Sendable {
    var id: String
    /// `found`, `lost`; nil while it runs.
    var result: String?
    var answerUntil: Day?
}

extension Database {
    /// In the order of sending.
    func shipments(of order: String) throws -> [Shipment] {
        try rows(
            "SELECT * FROM shipments WHERE order_id = ? ORDER BY number", [order]
        ).map { row in
            let number: Int64 = row["number"]
            return Shipment(
                carrier: row["carrier"], trackingNumber: row["tracking_number"],
                status: row["status"], events: try trackingEvents(of: number))
        }
    }

    private func trackingEvents(of shipment: Int64) throws -> [TrackingEvent] {
        try rows(
            "SELECT * FROM tracking_events WHERE shipment = ? ORDER BY at, number", [shipment]
        ).map { TrackingEvent(event: $0["event"], city: $0["city"], at: $0.instant("at")) }
    }

    /// Newest first.
    func refunds(ofCustomer customer: String) throws -> [Refund] {
        try refunds(where: "orders.customer = ?", customer)
    }

    /// Newest first.
    func refunds(ofOrder order: String) throws -> [Refund] {
        try refunds(where: "orders.id = ?", order)
    }

    private func refunds(where condition: String, _ argument: String) throws -> [Refund] {
        try rows(
            """
            SELECT refunds.*, orders.currency FROM refunds
            JOIN orders ON orders.id = refunds.order_id
            WHERE \(condition) ORDER BY requested_at DESC, refunds.rowid DESC
            """, [argument]
        ).map { row in
            Refund(
                id: row["id"], order: row["order_id"], amount: row["amount"],
                currency: row["currency"], method: row["method"],
                requestedAt: row.instant("requested_at"), bookedAt: row.instant("booked_at"),
                expected: row.day("expected"))
        }
    }

    /// Oldest first.
    func paymentFailures(of order: String) throws -> [PaymentFailure] {
        try rows(
            "SELECT * FROM payment_failures WHERE order_id = ? ORDER BY at, number", [order]
        ).map { PaymentFailure(reason: $0["reason"], method: $0["method"], at: $0.instant("at")) }
    }

    /// The newest.
    func trace(of order: String) throws -> Trace? {
        try row(
            "SELECT * FROM traces WHERE order_id = ? ORDER BY at DESC, rowid DESC LIMIT 1", [order]
        ).map { Trace(id: $0["id"], result: $0["result"], answerUntil: $0.day("answer_until")) }
    }

    func hasReplacement(of order: String) throws -> Bool {
        try exists("SELECT 1 FROM replacements WHERE order_id = ?", [order])
    }

    /// Minor units by item.
    func adjustments(of order: String) throws -> [String: Int] {
        let rows = try rows("SELECT item, amount FROM adjustments WHERE order_id = ?", [order])
        return Dictionary(rows.map { ($0["item"], $0["amount"]) }, uniquingKeysWith: { $0 + $1 })
    }
}
