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
    /// It is among the payments: sent, though nobody noted when.
    var isPaid = false

    /// `booked`, `paid` (sent on a day that is not known), `pending`, or `overdue` when the expected day is over.
    func status(on today: Day) -> String {
        if bookedAt != nil { return "booked" }
        if isPaid { return "paid" }
        return daysOverdue(on: today) == nil ? "pending" : "overdue"
    }

    func daysOverdue(on today: Day) -> Int? {
        guard bookedAt == nil, let expected, today > expected else { return nil }
        return today.number - expected.number
    }
}

extension Refund {
    /// The money that a cancelled or returned order gave back and that is noted among its payments alone.
    static func paidBack(of orders: [Order], besides refunds: [Refund]) -> [Refund] {
        orders.filter { order in
            [.cancelled, .returnRequested].contains(order.status)
                && !refunds.contains { $0.order == order.id }
        }.flatMap { order in
            order.payments.filter { $0.kind == .refund }.enumerated().map { index, payment in
                Refund(
                    id: "\(order.id)/\(index + 1)", order: order.id, amount: payment.amount,
                    currency: order.currency, method: payment.method, bookedAt: payment.at,
                    isPaid: true)
            }
        }
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
    /// With the order each belongs to, in the order of sending.
    func shipments(of customer: String) throws -> [(order: String, Shipment)] {
        var events: [Int64: [TrackingEvent]] = [:]
        for row in try rows(
            """
            SELECT e.* FROM orders CROSS JOIN shipments s ON s.order_id = orders.id
              CROSS JOIN tracking_events e ON e.shipment = s.number
            WHERE orders.customer = ? ORDER BY e.at, e.number
            """, [customer])
        {
            events[row["shipment"], default: []].append(
                TrackingEvent(event: row["event"], city: row["city"], at: row.instant("at")))
        }
        return try rows(ofOrdersOf: customer, "shipments", by: "t.number").map { row in
            let shipment = Shipment(
                carrier: row["carrier"], trackingNumber: row["tracking_number"],
                status: row["status"], events: events[row["number"]] ?? [])
            return (row["order_id"], shipment)
        }
    }

    /// Newest first.
    func refunds(of customer: String) throws -> [Refund] {
        try rows(
            ofOrdersOf: customer, "refunds", columns: ", orders.currency",
            by: "t.requested_at DESC, t.rowid DESC"
        ).map { row in
            Refund(
                id: row["id"], order: row["order_id"], amount: row["amount"],
                currency: row["currency"], method: row["method"],
                requestedAt: row.instant("requested_at"), bookedAt: row.instant("booked_at"),
                expected: row.day("expected"))
        }
    }
}
