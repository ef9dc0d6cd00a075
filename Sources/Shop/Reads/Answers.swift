import Dialogue
import Facts

extension ShopReader {
    /// Answers a look-up: `ok` with a record or a list, or `missing`, always the same for whatever
    /// is not there or not the customer's.
    mutating func answer(
        _ reading: Reading, _ arguments: Arguments, now: Instant
    ) throws -> ActionResult {
        guard let value = try value(of: reading, arguments, now: now) else {
            return ActionResult(outcome: "missing")
        }
        return ActionResult(outcome: "ok", value: value)
    }

    private mutating func value(
        of reading: Reading, _ arguments: Arguments, now: Instant
    ) throws -> Value? {
        switch reading {
        case .identity(let reading):
            return try identify(reading, arguments)
        case .product(let reading):
            return try answer(reading, arguments)
        case .customer(let reading):
            guard let file = try file(arguments) else { return nil }
            return try answer(reading, arguments, file, today: OrderDesk.day(of: now))
        case .orders(let list):
            guard let file = try file(arguments) else { return nil }
            let today = OrderDesk.day(of: now)
            return .list(
                list.select(file.orders, on: today, isLost: file.isLost).map {
                    .record(file.choice(of: $0, on: today))
                })
        case .order(let reading):
            guard let file = try file(arguments), let desk = try orderDesk(arguments, file, now)
            else { return nil }
            return desk.answer(reading, refund: file.refunds(ofOrder: desk.order.id).first)
        case .item(let reading):
            guard let file = try file(arguments) else { return nil }
            return try orderDesk(arguments, file, now)?.answer(reading, arguments)
        }
    }

    private mutating func file(_ arguments: Arguments) throws -> CustomerFile? {
        guard let customer = arguments.text("customer") else { return nil }
        return try file(customer)
    }

    private mutating func orderDesk(
        _ arguments: Arguments, _ file: CustomerFile, _ now: Instant
    ) throws -> OrderDesk? {
        guard let order = arguments.text("order_id").flatMap({ file.order($0) }) else { return nil }
        return OrderDesk(order: order, file: file, catalogue: try catalogue(), now: now)
    }

    private mutating func identify(
        _ reading: IdentityReading, _ arguments: Arguments
    ) throws -> Value? {
        guard let id = try customer(for: reading, arguments), let file = try file(id) else {
            return nil
        }
        return .record(["customer": .record(file.profile)])
    }

    private func customer(for reading: IdentityReading, _ arguments: Arguments) throws -> String? {
        let name: String?
        switch reading {
        case .email:
            return try arguments.text("email").flatMap { try database.customer(email: $0) }
        case .name: name = Arguments.fullName(arguments.record)
        case .fullName: name = arguments.name
        }
        guard let name, let zip = arguments.text("zip") else { return nil }
        return try database.customer(name: name, zip: zip)
    }
}

extension CustomerFile {
    var profile: Record { customer.record(orderCount: orders.count) }
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
