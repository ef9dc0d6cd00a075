import Facts

/// An item of a delivered order: what could come back.
struct DeliveredItem {
    var order: Order
    var item: OrderItem
    /// The order's id and the item's in it.
    var id: String

    /// As a choice among all that was delivered.
    var choice: Record {
        [
            "id": .text(id), "name": .text(item.name), "order_id": .text(order.id),
            "options": .record(item.options.record),
            "options_text": .text(item.options.text),
            "price": order.money(item.price),
        ]
    }
}

extension CustomerFile {
    /// The newest order's first.
    var deliveredItems: [DeliveredItem] {
        orders.filter { $0.status == .delivered }.flatMap { order in
            zip(order.choiceIDs, order.items).map { id, item in
                DeliveredItem(
                    order: order, item: item, id: "\(order.id) \(id)")
            }
        }
    }

    /// What some of them cost together, also of several orders; nil when one is none of them.
    func itemsValue(_ arguments: Arguments) -> Record? {
        guard let ids = arguments.texts("items"), !ids.isEmpty else { return nil }
        let all = deliveredItems
        let found = ids.compactMap { id in all.first { $0.id == id } }
        guard found.count == ids.count, let first = found.first,
            found.allSatisfy({ $0.order.currency == first.order.currency })
        else { return nil }
        return [
            "total": first.order.money(found.reduce(0) { $0 + $1.item.price }),
            "items_count": .integer(found.count),
            "lines": .list(found.map { .record($0.choice) }),
        ]
    }
}
