import Facts

extension OrderDesk {
    static let cancelReasons = ["no longer needed", "ordered by mistake"]

    /// Cancels a pending order as a whole. `reason` may have underscores for blanks.
    func cancelling(reason: String) throws(Refusal) -> WritePlan {
        guard order.status == .pending else { throw .notPending }
        let reason = String(reason.map { $0 == "_" ? " " : $0 })
        guard OrderDesk.cancelReasons.contains(reason) else { throw .badReason }
        let refunds = cancellationRefunds
        let amount = refunds.reduce(0) { $0 + $1.amount }
        var changes: [Change] = []
        for refund in refunds {
            changes.append(.payment(refund))
            changes += refundChanges(refund.amount, to: refund.method)
        }
        changes += [.cancelReason(reason), .orderStatus(.cancelled)]
        var receipt = receipt()
        if let first = refunds.first { receipt = receipt.merging(refundWay(first.method)) }
        receipt["amount"] = order.money(amount)
        receipt["lines"] = .list(order.items.map { .record(line($0)) })
        receipt["refunds"] = .list(refunds.map { .record(refundLine($0)) })
        return WritePlan(
            arguments: ["order_id": .text(order.id), "reason": .text(reason)], receipt: receipt,
            changes: changes)
    }

    private var cancellationRefunds: [Payment] {
        if settings.cancelRefundsEveryBooking {
            return order.payments.map {
                Payment(kind: .refund, amount: $0.amount, method: $0.method)
            }
        }
        var methods: [String] = []
        for payment in order.payments where !methods.contains(payment.method) {
            methods.append(payment.method)
        }
        return methods.compactMap { method in
            let paid = order.payments.filter { $0.method == method }.reduce(0) { sum, payment in
                payment.kind == .payment ? sum + payment.amount : sum - payment.amount
            }
            return paid > 0 ? Payment(kind: .refund, amount: paid, method: method) : nil
        }
    }

    private func refundLine(_ refund: Payment) -> Record {
        var record = refundWay(refund.method)
        record["amount"] = order.money(refund.amount)
        record["method_id"] = .text(refund.method)
        return record
    }

    /// An item as a line of a confirmation.
    func line(_ item: OrderItem) -> Record {
        [
            "name": .text(item.name), "options_text": .text(item.options.text),
            "price": order.money(item.price),
        ]
    }
}
