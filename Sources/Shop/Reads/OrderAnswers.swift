import Facts

extension OrderDesk {
    /// Answers about the order as a whole.
    func answer(_ reading: OrderReading, refund: Refund?) -> Value? {
        switch reading {
        case .details: return .record(details(refund: refund))
        case .shipment: return shipments.isEmpty ? nil : .record(shipmentRecord)
        case .payment: return .record(payment)
        case .refund:
            return refund.map {
                .record($0.record(of: order.itemsText, methods: methods, today: today))
            }
        }
    }

    /// Everything about the order that is known.
    private func details(refund: Refund?) -> Record {
        var record = order.choice
            .merging(statusFlags).merging(parcel).merging(lateness)
            .merging(paymentRecord).merging(refundRecord(refund)).merging(comingBack)
            .merging([
                "items": .list(itemChoices.map(Value.record)),
                "items_text": .text(order.countedItemsText),
                "address": .record(order.address.record), "address_line": .text(order.address.line),
            ])
        record["delivered_at"] = order.deliveredAt.map(Value.instant)
        record["cancel_reason"] = order.cancelReason.map {
            .text(String($0.map { $0 == " " ? "_" : $0 }))
        }
        record["return_days"] = returnDays(order.items).map(Value.integer)
        if order.status == .delivered {
            record["return_until"] = returnUntil(order.items).map(Value.day)
            record["needs_return_reason"] = .flag(order.items.contains { policy(of: $0) != nil })
            record["returnable"] = .flag(order.items.allSatisfy { isOpenForReturn($0) })
        }
        return record
    }

    func isOpenForReturn(_ item: OrderItem) -> Bool {
        do throws(Refusal) {
            try checkPolicy([item])
            return order.status == .delivered
        } catch {
            return false
        }
    }

    /// The return and the exchange that are open for the order, with what they are about.
    private var comingBack: Record {
        var record = Record()
        if let takenBack {
            record["return_id"] = .text(takenBack.id)
            record["return_at"] = takenBack.at.map(Value.instant)
            record["return_items_text"] = .text(
                Order.counted(pieces(takenBack.items).map(\.name)))
        }
        if let swapped {
            record["exchange_id"] = .text(swapped.id)
            record["exchange_at"] = swapped.at.map(Value.instant)
            record["exchange_text"] = (try? swaps(of: swapped)).map { .text(swapsText($0)) }
        }
        return record
    }

    private var statusFlags: Record {
        [
            "is_pending": .flag(order.status == .pending),
            "is_changeable": .flag(order.status.isChangeable),
            "is_processed": .flag(order.status == .processed),
            "is_shipped": .flag(order.status == .shipped),
            "is_delivered": .flag(order.status == .delivered),
            "is_cancelled": .flag(order.status == .cancelled),
            "is_return_requested": .flag(order.status == .returnRequested),
            "is_exchange_requested": .flag(order.status == .exchangeRequested),
        ]
    }

    private var lateness: Record {
        let late = order.daysLate(on: today)
        var record: Record = ["is_late": .flag(late != nil)]
        record["days_late"] = late.map(Value.integer)
        record["estimate_from"] = order.estimateFrom.map(Value.day)
        record["estimate_to"] = order.estimateTo.map(Value.day)
        return record
    }

    /// The newest parcel and what its carrier said last.
    private var parcel: Record {
        var record = Record()
        record["trace_id"] = trace.map { .text($0.id) }
        guard let shipment = shipments.last else { return record }
        record["carrier"] = shipment.carrier.map(Value.text)
        record["tracking_number"] = shipment.trackingNumber.map(Value.text)
        let numbers = shipments.compactMap(\.trackingNumber)
        if !numbers.isEmpty {
            record["tracking_numbers"] = .text(numbers.joined(separator: ", "))
        }
        if let last = shipment.events.last {
            record["last_event"] = .text(last.event)
            record["last_event_at"] = last.at.map(Value.instant)
            record["last_event_city"] = last.city.map(Value.text)
        }
        record["in_customs"] = .flag(shipment.events.last?.event == "customs_hold")
        return record
    }

    private var shipmentRecord: Record {
        var record = parcel.merging(lateness)
        record["tracking_numbers"] = nil
        record["in_customs"] = nil
        record["status"] = shipments.last?.status.map(Value.text)
        let events = shipments.last?.events.reversed() ?? []
        record["events"] = .list(events.map { .record($0.record) })
        return record
    }

    /// The order's payment as it stands: what was paid last, or why it failed.
    private var paidMethod: String? {
        order.payments.last { $0.kind == .payment }?.method ?? failures.last?.method
    }

    private var paymentStatus: String {
        if order.payments.isEmpty { return failures.isEmpty ? "open" : "failed" }
        return order.status == .cancelled ? "refunded" : "paid"
    }

    private var paymentRecord: Record {
        var record: Record = [
            "payment_status": .text(paymentStatus),
            "payment_changed": .flag(order.payments.count > 1),
        ]
        if let paidMethod {
            record["payment_method"] = .text(methodName(paidMethod))
            record["payment_method_id"] = .text(paidMethod)
            record["payment_kind"] = methods.first { $0.id == paidMethod }.map { .text($0.kind) }
        }
        return record
    }

    private var payment: Record {
        var record: Record = [
            "status": .text(paymentStatus), "failures_count": .integer(failures.count),
            "amount": order.money(
                order.payments.last { $0.kind == .payment }?.amount ?? order.total),
        ]
        if let paidMethod {
            record["method"] = .text(methodName(paidMethod))
            record["method_id"] = .text(paidMethod)
            record["kind"] = methods.first { $0.id == paidMethod }.map { .text($0.kind) }
        }
        if paymentStatus == "failed", let failure = failures.last {
            record["failure"] = .text(failure.reason)
            record["failed_at"] = failure.at.map(Value.instant)
        }
        return record
    }

    private func refundRecord(_ refund: Refund?) -> Record {
        var record = Record()
        if let refund {
            record["refund_status"] = .text(refund.status(on: today))
            record["refund_amount"] = order.money(refund.amount)
            record["refund_expected"] = refund.expected.map(Value.day)
            record["refund_method"] = .text(methodName(refund.method))
        } else if order.status == .cancelled,
            let paid = order.payments.last(where: { $0.kind == .refund })
        {
            record["refund_amount"] = order.money(paid.amount)
            record["refund_method"] = .text(methodName(paid.method))
        }
        return record
    }
}
