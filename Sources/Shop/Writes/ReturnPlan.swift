import Facts

extension OrderDesk {
    /// Reasons for which the days and categories of the return policy do not count.
    static let faults = ["damaged", "defective", "wrong_item"]

    /// Takes items of a delivered order back; the money goes to the first payment's method or a
    /// gift card.
    func returning(items: [String], method: String, reason: String?) throws(Refusal) -> WritePlan {
        guard order.status == .delivered else { throw .notDelivered }
        let isGiftCard = try self.method(method).isGiftCard
        guard isGiftCard || method == order.payments.first?.method else {
            throw .refundMethodNotAllowed
        }
        try checkItems(items)
        let pieces = pieces(items)
        if !OrderDesk.faults.contains(reason ?? "") { try checkPolicy(pieces) }
        let given = adjustments.filter { items.contains($0.key) }.values.reduce(0, +)
        let amount = max(0, pieces.reduce(0) { $0 + $1.price } - given)
        var receipt = receipt(items: Order.counted(pieces.map(\.name)))
            .merging(refundWay(method))
        receipt["amount"] = order.money(amount)
        receipt["lines"] = .list(pieces.map { .record(line($0)) })
        receipt["return_until"] = returnUntil(pieces).map(Value.day)
        receipt["categories"] = .list(categories(of: pieces).map(Value.text))
        return WritePlan(
            arguments: [
                "order_id": .text(order.id), "item_ids": .list(items.map(Value.text)),
                "payment_method_id": .text(method),
            ],
            receipt: receipt,
            changes: [
                .opensReturn(items: items, method: method, reason: reason),
                .orderStatus(.returnRequested),
            ], identifier: "return_id")
    }

    /// The policy of an item's product; nil where the shop has none.
    func policy(of item: OrderItem) -> ReturnPolicy? {
        products[item.product]?.category.flatMap { policies[$0] }
    }

    /// The categories of the items' products, each once, sorted.
    func categories(of items: [OrderItem]) -> [String] {
        Set(items.compactMap { products[$0.product]?.category }).sorted()
    }

    /// The last day on which all of `items` can come back; nil without a date or a policy.
    func returnUntil(_ items: [OrderItem]) -> Day? {
        guard let delivered = order.deliveredAt else { return nil }
        let days = items.compactMap { policy(of: $0)?.days }.min()
        return days.map { OrderDesk.day(of: delivered).adding(days: $0) }
    }

    /// For how many days all of `items` can come back; nil where one of them cannot, or has no policy.
    func returnDays(_ items: [OrderItem]) -> Int? {
        let policies = items.map { policy(of: $0) }
        guard policies.allSatisfy({ $0?.isReturnable == true }) else { return nil }
        return policies.compactMap { $0?.days }.min()
    }

    func checkPolicy(_ items: [OrderItem]) throws(Refusal) {
        if items.contains(where: { policy(of: $0)?.isReturnable == false }) { throw .notReturnable }
        if let until = returnUntil(items), today > until { throw .windowClosed }
    }

    /// The day of an instant, in UTC: what the shop's promises count in.
    static func day(of instant: Instant) -> Day { Zone.utc.civil(at: instant).day }
}
