import Facts

extension OrderDesk {
    /// Pays a pending order with another method, once; the first payment goes back.
    func changingPayment(to id: String) throws(Refusal) -> WritePlan {
        guard order.status.isChangeable else { throw .notPending }
        let method = try method(id)
        guard !order.payments.isEmpty else { throw .notPaid }
        guard order.payments.count == 1, let paid = order.payments.first, paid.kind == .payment
        else { throw .paymentAlreadyChanged }
        guard paid.method != id else { throw .samePaymentMethod }
        if method.isGiftCard, method.balance < paid.amount { throw .giftCardTooLow }
        var receipt = receipt().merging(refundWay(paid.method))
        receipt["old_method"] = receipt["method"]
        receipt["old_kind"] = receipt["kind"]
        receipt["amount"] = order.money(paid.amount)
        receipt["method"] = .text(method.name(currency: order.currency))
        receipt["kind"] = .text(method.kind)
        if method.isGiftCard { receipt["balance"] = order.money(method.balance - paid.amount) }
        return WritePlan(
            arguments: ["order_id": .text(order.id), "payment_method_id": .text(id)],
            receipt: receipt,
            changes: credit(-paid.amount, to: id) + [
                .payment(Payment(kind: .payment, amount: paid.amount, method: id)),
                .payment(Payment(kind: .refund, amount: paid.amount, method: paid.method)),
            ] + refundChanges(paid.amount, to: paid.method))
    }

    /// Sends a link to pay an order whose payment failed.
    func retryingPayment(with id: String) throws(Refusal) -> WritePlan {
        guard order.status == .pending else { throw .notPending }
        let method = try method(id)
        guard order.payments.isEmpty, !failures.isEmpty else { throw .notFailed }
        if method.isGiftCard, method.balance < order.total { throw .giftCardTooLow }
        var receipt = receipt()
        receipt["amount"] = order.money(order.total)
        receipt["method"] = .text(method.name(currency: order.currency))
        receipt["kind"] = .text(method.kind)
        receipt["email"] = .text(customer.email)
        return WritePlan(
            arguments: ["order_id": .text(order.id), "payment_method_id": .text(id)],
            receipt: receipt, changes: [.paymentLink(method: id)])
    }

    /// Gives back what the same version of an item costs less today, once, within the shop's share.
    func adjustingPrice(of id: String, by amount: Money) throws(Refusal) -> WritePlan {
        guard order.status == .delivered else { throw .notDelivered }
        guard let item = order.items.first(where: { $0.item == id }) else { throw .itemNotInOrder }
        guard amount.minorUnits > 0, amount.currency == order.currency else { throw .badArgument }
        guard adjustments[id] == nil else { throw .alreadyOpen }
        guard let now = priceToday(of: item), amount.minorUnits <= item.price - now
        else { throw .priceNotLower }
        let limit = item.price * settings.adjustmentPercent / 100
        guard amount.minorUnits <= limit else { throw .overLimit }
        guard let paid = order.payments.first?.method else { throw .paymentMethodNotFound }
        var receipt = receipt(items: item.name).merging(refundWay(paid))
        receipt["amount"] = .money(amount)
        receipt["limit"] = order.money(limit)
        return WritePlan(
            arguments: [
                "order_id": .text(order.id), "item_id": .text(id), "amount": .money(amount),
            ],
            receipt: receipt,
            changes: [
                .adjustment(item: id, amount: amount.minorUnits),
                .payment(Payment(kind: .refund, amount: amount.minorUnits, method: paid)),
            ] + refundChanges(amount.minorUnits, to: paid))
    }

    /// What the very version of the item costs in the shop now, in minor units; nil where it is not sold any more.
    func priceToday(of item: OrderItem) -> Int? {
        products[item.product]?.variant(item.item)?.price
    }
}
