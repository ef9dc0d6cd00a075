import Facts
import GRDB

extension ShopReader {
    /// Answers about a customer as a whole.
    mutating func answer(
        _ reading: CustomerReading, _ arguments: Arguments, _ file: CustomerFile, today: Day
    ) throws -> Value? {
        switch reading {
        case .profile:
            return .record(file.profile)
        case .account:
            return .record(file.customer.account)
        case .contacts:
            return .list(try database.contacts(of: file.customer.id).map(Value.record))
        case .addresses:
            return .list(AddressBook.records(file.customer, file.orders).map(Value.record))
        case .paymentMethods:
            let currency = try catalogue().settings.currency
            return .list(file.methods.map { .record($0.record(currency: currency)) })
        case .refunds:
            return .list(
                file.refunds.map { refund in
                    let goods = file.orders.first { $0.id == refund.order }?.itemsText
                    return .record(refund.record(of: goods, methods: file.methods, today: today))
                })
        case .ordersTotal:
            return file.ordersTotal(arguments).map(Value.record)
        case .deliveredItems:
            return .list(file.deliveredItems.map { .record($0.choice) })
        case .itemsValue:
            return file.itemsValue(arguments).map(Value.record)
        }
    }
}

extension Database {
    fileprivate func contacts(of customer: String) throws -> [Record] {
        try rows(
            "SELECT * FROM contacts WHERE customer = ? ORDER BY at DESC, rowid DESC", [customer]
        ).map { row in
            let topic: String = row["topic"]
            var record: Record = [
                "id": .text(row["id"]), "name": .text(topic), "topic": .text(topic),
            ]
            record["at"] = row.instant("at").map(Value.instant)
            let channel: String? = row["channel"]
            record["channel"] = channel.map(Value.text)
            let outcome: String? = row["outcome"]
            record["outcome"] = outcome.map(Value.text)
            return record
        }
    }
}

extension CustomerFile {
    /// nil when one of them is not the customer's.
    fileprivate func ordersTotal(_ arguments: Arguments) -> Record? {
        guard let ids = arguments.texts("orders"), !ids.isEmpty else { return nil }
        let orders = ids.compactMap { order($0) }
        guard orders.count == ids.count, let first = orders.first,
            orders.allSatisfy({ $0.currency == first.currency })
        else { return nil }
        return [
            "total": first.money(orders.reduce(0) { $0 + $1.total }),
            "orders_count": .integer(orders.count),
            "items_count": .integer(orders.reduce(0) { $0 + $1.items.count }),
        ]
    }
}

extension Customer {
    fileprivate var account: Record {
        var record: Record = [
            "status": .text(lockedReason == nil ? "active" : "locked"),
            "locked": .flag(lockedReason != nil), "email": .text(email), "tier": .text(tier),
        ]
        record["locked_reason"] = lockedReason.map(Value.text)
        record["locked_at"] = lockedAt.map(Value.instant)
        return record
    }
}

/// The addresses that a customer can refer to.
enum AddressBook {
    /// The profile's first, then those of the orders that differ from all before; each with the orders that go there
    /// and what is in them.
    static func records(_ customer: Customer, _ orders: [Order]) -> [Record] {
        var seen: [Address] = []
        var records: [Record] = []
        let all = [("profile", customer.address)] + orders.map { ($0.id, $0.address) }
        for (id, address) in all where !seen.contains(address) {
            seen.append(address)
            let served = orders.filter { $0.address == address }
            records.append(
                address.record.merging([
                    "id": .text(id), "name": .text(address.line),
                    "is_profile": .flag(id == "profile"),
                    "orders": .list(served.map { .text($0.id) }),
                    "contents": .list(contents(of: served).map(Value.text)),
                ]))
        }
        return records
    }

    /// The names of the things, each once.
    private static func contents(of orders: [Order]) -> [String] {
        var names: [String] = []
        for item in orders.flatMap(\.items) where !names.contains(item.name) {
            names.append(item.name)
        }
        return Array(names.prefix(contentsLimit))
    }

    private static let contentsLimit = 60
}

extension Refund {
    /// `goods`: what was in its order; the name tells it with them.
    func record(of goods: String?, methods: [PaymentMethod], today: Day) -> Record {
        let place = goods.map { "\(order): \($0)" } ?? order
        let money = Money(minorUnits: amount, currency: currency)
        var record: Record = [
            "id": .text(id), "order_id": .text(order),
            "name": .text("\(money.decimalText) \(currency) (\(place))"),
            "status": .text(status(on: today)), "amount": .money(money),
            "method": .text(methods.first { $0.id == method }?.name(currency: currency) ?? method),
        ]
        record["kind"] = methods.first { $0.id == method }.map { .text($0.kind) }
        record["requested_at"] = requestedAt.map(Value.instant)
        record["booked_at"] = bookedAt.map(Value.instant)
        record["expected"] = expected.map(Value.day)
        record["days_overdue"] = daysOverdue(on: today).map(Value.integer)
        return record
    }
}
