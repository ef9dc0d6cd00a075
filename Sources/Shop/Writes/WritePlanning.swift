import Dialogue
import Facts

extension ShopReader {
    /// The plan of a write, or the refusal: the same for the preview and the write itself.
    mutating func plan(
        _ writing: Writing, _ arguments: Arguments, now: Instant
    ) throws -> Result<WritePlan, Rejection> {
        guard let id = arguments.text("customer"), let file = try file(id) else {
            let unknown: Refusal =
                writing == .changeProfileAddress ? .customerNotFound : .orderNotFound
            return .failure(Rejection(refusal: unknown))
        }
        if writing == .changeProfileAddress {
            guard let address = file.address(arguments, old: file.customer.address) else {
                return .failure(Rejection(refusal: .badArgument))
            }
            guard !address.isPickupStation else {
                return .failure(Rejection(refusal: .undeliverable))
            }
            return .success(AddressChange.plan(for: file.customer, to: address))
        }
        guard let order = arguments.text("order_id").flatMap({ file.order($0) }) else {
            return .failure(Rejection(refusal: .orderNotFound))
        }
        let desk = OrderDesk(order: order, file: file, catalogue: try catalogue(), now: now)
        let address =
            writing == .changeOrderAddress ? file.address(arguments, old: order.address) : nil
        do throws(Refusal) {
            return .success(try desk.plan(writing, arguments, address: address))
        } catch {
            let alternatives = error == .giftCardTooLow ? desk.cards(for: writing, arguments) : nil
            return .failure(
                Rejection(refusal: error, order: order, alternatives: alternatives))
        }
    }
}

extension CustomerFile {
    /// The address argument: its parts, or the id of one the customer has (`profile`, an order's
    /// id).
    fileprivate func address(_ arguments: Arguments, old: Address) -> Address? {
        if let given = arguments.record["address"]?.record,
            let address = Address(given: given, old: old)
        {
            return address
        }
        guard let id = arguments.text("address") else { return nil }
        if id == "profile" { return customer.address }
        return orders.first { $0.id == id }?.address
    }
}

/// A refused write with what the flow may say about it.
struct Rejection: Error, Equatable {
    var refusal: Refusal
    var order: Order?
    /// How many other methods could pay any amount.
    var alternatives: Int?

    /// Of the write.
    var result: ActionResult { result(record) }

    /// Of its preview.
    var previewResult: ActionResult { result(record.merging(["possible": .flag(false)])) }

    private func result(_ record: Record) -> ActionResult {
        ActionResult(
            outcome: "rejected", value: .record(record), reason: refusal.rawValue)
    }

    private var record: Record {
        var record: Record = ["reason": .text(refusal.rawValue)]
        if let order {
            record["order_id"] = .text(order.id)
            record["status"] = .text(order.status.flowName)
            record["items_text"] = .text(order.countedItemsText)
            record["alternatives"] = alternatives.map { .integer($0) }
        }
        return record
    }
}

extension OrderDesk {
    func plan(
        _ writing: Writing, _ arguments: Arguments, address: Address?
    ) throws(Refusal) -> WritePlan {
        switch writing {
        case .cancelOrder:
            return try cancelling(reason: arguments.text("reason") ?? "")
        case .returnItems:
            return try returning(
                items: arguments.items("items") ?? [],
                method: arguments.text("payment_method") ?? "",
                reason: arguments.text("reason"))
        case .exchangeItems:
            return try exchanging(
                items: arguments.items("items") ?? [], newItems: arguments.items("new_items") ?? [],
                method: arguments.text("payment_method") ?? "")
        case .changeItems:
            return try changing(
                items: arguments.items("items") ?? [], newItems: arguments.items("new_items") ?? [],
                method: arguments.text("payment_method") ?? "")
        case .changeOrderAddress:
            guard order.status.isChangeable else { throw .notPending }
            guard let address else { throw .badArgument }
            return try changingAddress(to: address)
        case .changeProfileAddress:
            throw .badArgument
        case .changePayment:
            return try changingPayment(to: arguments.text("payment_method") ?? "")
        case .openTrace:
            return try tracing()
        case .replaceLost:
            return try replacing()
        case .retryPayment:
            return try retryingPayment(with: arguments.text("payment_method") ?? "")
        case .adjustPrice:
            guard let amount = arguments.money("amount") else { throw .badArgument }
            return try adjustingPrice(of: arguments.item("item") ?? "", by: amount)
        case .reportDefect:
            guard let description = arguments.text("description") else { throw .badArgument }
            return try reportingDefect(of: arguments.item("item") ?? "", description: description)
        }
    }
}
