import Dialogue
import Facts
import GRDB

extension Database {
    /// Answers a look-up: `ok` with a record or a list, or `missing`, always the same for whatever
    /// is not there or not the customer's.
    func answer(_ reading: Reading, _ arguments: Arguments, now: Instant) throws -> ActionResult {
        guard let value = try value(of: reading, arguments, now: now) else {
            return ActionResult(outcome: "missing")
        }
        return ActionResult(outcome: "ok", value: value)
    }

    private func value(of reading: Reading, _ arguments: Arguments, now: Instant) throws -> Value? {
        switch reading {
        case .identity(let reading):
            return try identify(reading, arguments)
        case .product(let reading):
            return try answer(reading, arguments)
        case .customer(let reading):
            guard let customer = try owner(arguments) else { return nil }
            return try answer(reading, arguments, customer, today: OrderDesk.day(of: now))
        case .orders(let list):
            guard let customer = try owner(arguments) else { return nil }
            let orders = try orders(of: customer.id)
            return .list(orders.filter { list.holds($0.status) }.map { .record($0.choice) })
        case .order(let reading):
            guard let desk = try orderDesk(arguments, now: now) else { return nil }
            return desk.answer(reading, refund: try refunds(ofOrder: desk.order.id).first)
        case .item(let reading):
            return try orderDesk(arguments, now: now)?.answer(reading, arguments)
        }
    }

    private func owner(_ arguments: Arguments) throws -> Customer? {
        try arguments.text("customer").flatMap { try customer($0) }
    }

    private func orderDesk(_ arguments: Arguments, now: Instant) throws -> OrderDesk? {
        guard let customer = try owner(arguments), let text = arguments.text("order_id"),
            let order = try order(text, of: customer.id)
        else { return nil }
        return try orderDesk(order, customer: customer, now: now)
    }

    private func identify(_ reading: IdentityReading, _ arguments: Arguments) throws -> Value? {
        guard let found = try customer(for: reading, arguments) else { return nil }
        let count = try orderCount(of: found.id)
        return .record(["customer": .record(found.record(orderCount: count))])
    }

    private func customer(for reading: IdentityReading, _ arguments: Arguments) throws -> Customer?
    {
        let name: String?
        switch reading {
        case .email: return try arguments.text("email").flatMap { try customer(email: $0) }
        case .name: name = Arguments.fullName(arguments.record)
        case .fullName: name = arguments.name
        }
        guard let name, let zip = arguments.text("zip") else { return nil }
        return try customer(name: name, zip: zip)
    }
}

extension Arguments {
    /// The argument `name`: a text, or a record of first and last name.
    var name: String? {
        record["name"]?.record.flatMap { Arguments.fullName($0) } ?? text("name")
    }

    /// First and last name of `record` together.
    static func fullName(_ record: Record) -> String? {
        guard let first = record["first_name"]?.text, let last = record["last_name"]?.text else {
            return nil
        }
        return "\(first) \(last)"
    }
}
