import Facts

/// Where an order stands, as the database and the retail set write it.
enum OrderStatus: String, CaseIterable, Sendable {
    case pending
    /// Items were changed: no cancelling, no second change.
    case pendingChanged = "pending (item modified)"
    case processed
    case shipped
    case delivered
    case cancelled
    case returnRequested = "return requested"
    case exchangeRequested = "exchange requested"

    /// As flows write it: `pending_changed`, `return_requested`.
    var flowName: String {
        switch self {
        case .pending, .processed, .shipped, .delivered, .cancelled: rawValue
        case .pendingChanged: "pending_changed"
        case .returnRequested: "return_requested"
        case .exchangeRequested: "exchange_requested"
        }
    }

    /// Address and payment may still change.
    var isChangeable: Bool { self == .pending || self == .pendingChanged }

    /// It has left the shop, and may be with the customer.
    var isSent: Bool {
        self == .shipped || self == .delivered || self == .returnRequested
            || self == .exchangeRequested
    }

    /// Not yet with the customer.
    var isOpen: Bool { isChangeable || self == .processed || self == .shipped }
}

/// An order with its items and payments.
struct Order: Equatable, Sendable {
    var id: String
    var customer: String
    var status: OrderStatus
    var currency: String
    var placedAt: Instant?
    var deliveredAt: Instant?
    var address: Address
    var estimateFrom: Day?
    var estimateTo: Day?
    var cancelReason: String?
    var items: [OrderItem]
    /// In the order of booking.
    var payments: [Payment]

    /// What the items cost together, in minor units.
    var total: Int { items.reduce(0) { $0 + $1.price } }

    var itemsText: String { items.map(\.name).joined(separator: ", ") }

    /// As people count: `2× Ash dining chair, Wool rug`.
    var countedItemsText: String { Self.counted(items.map(\.name)) }

    /// Each name once, with its number where there are several.
    static func counted(_ names: [String]) -> String {
        var seen: [String] = []
        for name in names where !seen.contains(name) { seen.append(name) }
        return seen.map { name in
            let count = names.count { $0 == name }
            return count > 1 ? "\(count)× \(name)" : name
        }.joined(separator: ", ")
    }

    func money(_ minorUnits: Int) -> Value {
        .money(Money(minorUnits: minorUnits, currency: currency))
    }

    /// Days after the last day of the estimate; nil without an estimate, or when it is not late.
    func daysLate(on today: Day) -> Int? {
        guard let estimateTo, status.isOpen, today > estimateTo else { return nil }
        return today.number - estimateTo.number
    }

    /// The items' ids as choices: repeats become `x/2`, `x/3`.
    var choiceIDs: [String] {
        items.indices.map { index in
            let id = items[index].item
            let place = items[...index].count { $0.item == id }
            return place == 1 ? id : "\(id)/\(place)"
        }
    }

    /// As a choice.
    var choice: Record {
        var record: Record = [
            "id": .text(id), "name": .text(itemsText), "status": .text(status.flowName),
            "city": .text(address.city), "total": money(total),
            "items_count": .integer(items.count),
        ]
        record["placed_at"] = placedAt.map(Value.instant)
        return record
    }
}

/// One piece of an order.
struct OrderItem: Equatable, Sendable {
    /// The row's number.
    var number: Int64
    var product: String
    /// The variant's id.
    var item: String
    var name: String
    var options: Options
    /// What was paid for it, in minor units.
    var price: Int
}

/// A booking on an order: money from the customer or back.
struct Payment: Equatable, Sendable {
    var kind: Kind
    /// Minor units, never negative.
    var amount: Int
    var method: String
    var at: Instant?

    enum Kind: String, Sendable {
        case payment
        case refund
    }
}
