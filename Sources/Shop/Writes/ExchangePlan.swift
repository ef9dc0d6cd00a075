import Facts

/// A piece and what comes in its place.
struct Swap: Equatable, Sendable {
    var old: OrderItem
    var new: Variant

    var difference: Int { new.price - old.price }
}

extension OrderDesk {
    /// Exchanges items of a delivered order; no money moves before the items are back.
    func exchanging(
        items: [String], newItems: [String], method: String
    ) throws(Refusal)
        -> WritePlan
    {
        guard order.status == .delivered else { throw .notDelivered }
        let swaps = try swaps(items, newItems, refusesSame: false)
        let difference = swaps.reduce(0) { $0 + $1.difference }
        try checkBalance(method, covers: difference)
        try checkPolicy(swaps.map(\.old))
        return WritePlan(
            arguments: swapArguments(items, newItems, method),
            receipt: swapReceipt(swaps, method: method),
            changes: [
                .opensExchange(
                    items: items, newItems: newItems, method: method, difference: difference),
                .orderStatus(.exchangeRequested),
            ], identifier: "exchange_id")
    }

    /// Changes items of a pending order, once; the difference is booked at once.
    func changing(items: [String], newItems: [String], method: String) throws(Refusal) -> WritePlan
    {
        guard order.status == .pending else { throw .notPending }
        let swaps = try swaps(items, newItems, refusesSame: true)
        let difference = swaps.reduce(0) { $0 + $1.difference }
        try checkBalance(method, covers: difference)
        guard !order.payments.isEmpty else { throw .notPaid }
        var receipt = swapReceipt(swaps, method: method)
        receipt["total"] = order.money(order.total + difference)
        return WritePlan(
            arguments: swapArguments(items, newItems, method), receipt: receipt,
            changes: booking(difference, method: method) + replacements(items, swaps)
                + [.orderStatus(.pendingChanged)])
    }

    /// The checks of the pairs, in the reference model's order.
    func swaps(
        _ items: [String], _ newItems: [String], refusesSame: Bool
    ) throws(Refusal) -> [Swap] {
        try checkItems(items)
        guard items.count == newItems.count else { throw .countMismatch }
        var swaps: [Swap] = []
        var given = adjustments
        for (old, new) in zip(items, newItems) {
            if refusesSame && old == new { throw .sameItem }
            guard let piece = order.items.first(where: { $0.item == old }) else {
                throw .itemNotInOrder
            }
            guard let variant = products[piece.product]?.variant(new), variant.isAvailable else {
                throw .newItemUnavailable
            }
            swaps.append(Swap(old: paid(piece, less: &given), new: variant))
        }
        return swaps
    }

    /// The pairs of an exchange that was opened.
    func swaps(of exchange: TakenBack) throws(Refusal) -> [Swap] {
        guard exchange.items.count == exchange.newItems.count else { throw .countMismatch }
        var swaps: [Swap] = []
        var given = adjustments
        for (old, new) in zip(pieces(exchange.items), exchange.newItems) {
            guard let variant = products[old.product]?.variant(new) else {
                throw .newItemUnavailable
            }
            swaps.append(Swap(old: paid(old, less: &given), new: variant))
        }
        return swaps
    }

    /// The piece at what it cost in the end: a lower price that was paid back is not paid back again.
    private func paid(_ piece: OrderItem, less given: inout [String: Int]) -> OrderItem {
        var piece = piece
        piece.price -= given.removeValue(forKey: piece.item) ?? 0
        return piece
    }

    /// `Pour-over kettle (steel, 0.8 l) → black, 0.8 l`, without prices.
    func swapsText(_ swaps: [Swap]) -> String {
        swaps.map { "\($0.old.name) (\($0.old.options.text)) → \($0.new.options.text)" }
            .joined(separator: "; ")
    }

    private func checkBalance(_ id: String, covers difference: Int) throws(Refusal) {
        let method = try method(id)
        if method.isGiftCard, method.balance < difference { throw .giftCardTooLow }
    }

    private func booking(_ difference: Int, method: String) -> [Change] {
        let amount = Int(clamping: difference.magnitude)
        if difference > 0 {
            return [.payment(Payment(kind: .payment, amount: amount, method: method))]
                + credit(-difference, to: method)
        }
        return [.payment(Payment(kind: .refund, amount: amount, method: method))]
            + refundChanges(amount, to: method)
    }

    /// One after the other, each on the first piece that has the old item by then.
    private func replacements(_ items: [String], _ swaps: [Swap]) -> [Change] {
        var pieces = order.items
        return zip(items, swaps).compactMap { item, swap in
            guard let index = pieces.firstIndex(where: { $0.item == item }) else { return nil }
            pieces[index].item = swap.new.id
            return .item(number: pieces[index].number, swap.new)
        }
    }

    private func swapArguments(_ items: [String], _ newItems: [String], _ method: String) -> Record
    {
        [
            "order_id": .text(order.id), "item_ids": .list(items.map(Value.text)),
            "new_item_ids": .list(newItems.map(Value.text)), "payment_method_id": .text(method),
        ]
    }

    private func swapReceipt(_ swaps: [Swap], method: String) -> Record {
        receipt(items: swaps.map(\.old.name).joined(separator: ", "))
            .merging(refundWay(method)).merging(swapCost(swaps))
    }

    /// What the swaps cost, however that is paid.
    func swapCost(_ swaps: [Swap]) -> Record {
        let difference = swaps.reduce(0) { $0 + $1.difference }
        var record: Record = [
            "new_items_text": .text(swaps.map(newText).joined(separator: "; ")),
            "lines": .list(swaps.map { .record(swapLine($0)) }),
            "lines_text": .text(swaps.map(swapText).joined(separator: "; ")),
            "difference": order.money(difference),
        ]
        if difference > 0 { record["to_pay"] = order.money(difference) }
        if difference < 0 { record["to_refund"] = order.money(-difference) }
        return record
    }

    private func newText(_ swap: Swap) -> String { "\(swap.old.name) (\(swap.new.options.text))" }

    private func swapText(_ swap: Swap) -> String {
        let old = Money(minorUnits: swap.old.price, currency: order.currency)
        let new = Money(minorUnits: swap.new.price, currency: order.currency)
        return """
            \(swap.old.name) (\(swap.old.options.text), \(old.decimalText) \(old.currency)) → \
            \(swap.new.options.text), \(new.decimalText) \(new.currency)
            """
    }

    private func swapLine(_ swap: Swap) -> Record {
        line(swap.old).merging([
            "new_name": .text(newText(swap)), "new_options_text": .text(swap.new.options.text),
            "new_price": order.money(swap.new.price), "difference": order.money(swap.difference),
        ])
    }
}
