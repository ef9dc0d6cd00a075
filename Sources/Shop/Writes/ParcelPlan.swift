import Facts

extension OrderDesk {
    /// Has the carrier search for a parcel that was sent.
    func tracing() throws(Refusal) -> WritePlan {
        guard let shipment = shipments.last, order.status == .shipped || order.status == .delivered
        else { throw .notShipped }
        if let trace, trace.result == nil { throw .alreadyOpen }
        let answerUntil = today.adding(businessDays: settings.traceDays)
        var receipt = receipt()
        receipt["carrier"] = shipment.carrier.map(Value.text)
        receipt["tracking_number"] = shipment.trackingNumber.map(Value.text)
        receipt["answer_until"] = .day(answerUntil)
        return WritePlan(
            arguments: ["order_id": .text(order.id)], receipt: receipt,
            changes: [.opensTrace(answerUntil: answerUntil)], identifier: "trace_id")
    }

    /// Sends the items of a lost parcel once more.
    func replacing() throws(Refusal) -> WritePlan {
        guard order.status == .shipped || order.status == .delivered else { throw .notShipped }
        guard trace?.result == "lost" else { throw .notLost }
        guard !hasReplacement else { throw .alreadyOpen }
        guard order.total <= settings.replacementLimit else { throw .overLimit }
        for item in order.items
        where products[item.product]?.variant(item.item)?.isAvailable != true {
            throw .newItemUnavailable
        }
        var receipt = receipt()
        receipt["total"] = order.money(order.total)
        receipt["limit"] = order.money(settings.replacementLimit)
        receipt["address_line"] = .text(order.address.line)
        return WritePlan(
            arguments: ["order_id": .text(order.id)], receipt: receipt, changes: [.replacement],
            identifier: "replacement_id")
    }

    /// Tells the technical team of a defect.
    func reportingDefect(of id: String, description: String) throws(Refusal) -> WritePlan {
        guard let item = order.items.first(where: { $0.item == id }) else { throw .itemNotInOrder }
        var receipt = receipt(items: item.name)
        receipt["answer_until"] = .day(today.adding(businessDays: settings.defectDays))
        return WritePlan(
            arguments: [
                "order_id": .text(order.id), "item_id": .text(id),
                "description": .text(description),
            ],
            receipt: receipt, changes: [.defect(item: id, description: description)],
            identifier: "report_id")
    }
}
