import Facts

extension OrderDesk {
    /// Answers about items of the order and ways to pay for it.
    func answer(_ reading: ItemReading, _ arguments: Arguments) -> Value? {
        switch reading {
        case .items: .list(itemChoices.map(Value.record))
        case .item: itemRecord(arguments).map(Value.record)
        case .total: itemsTotal(arguments.items("items") ?? []).map(Value.record)
        case .variants: variants(arguments, withSame: false).map(Value.list)
        case .exchangeVariants: variants(arguments, withSame: true).map(Value.list)
        case .otherPaymentMethods: .list(otherMethods)
        case .refundMethods: .list(refundMethods)
        case .returnPolicy: itemPolicy(arguments).map(Value.record)
        case .itemsPolicy: itemsPolicy(arguments.items("items") ?? []).map(Value.record)
        case .priceToday: priceToday(arguments).map(Value.record)
        case .swapCost: swapCost(arguments).map(Value.record)
        case .versions: versions(of: arguments.items("items") ?? []).map(Value.list)
        }
    }

    /// The items as choices, in the shop's order.
    var itemChoices: [Record] {
        zip(order.choiceIDs, order.items).map { id, item in
            var record = line(item).merging([
                "id": .text(id), "options": .record(item.options.record),
                "product_id": .text(item.product),
            ])
            record["category"] = products[item.product]?.category.map(Value.text)
            return record
        }
    }

    /// Also by its id among all that was delivered, which begins with the order's: `1044 chair-black`.
    private func item(_ arguments: Arguments) -> OrderItem? {
        arguments.item("item").flatMap { id in
            order.items.first { $0.item == id || "\(order.id) \($0.item)" == id }
        }
    }

    private func itemRecord(_ arguments: Arguments) -> Record? {
        guard let id = arguments.item("item"),
            let index = order.items.firstIndex(where: { $0.item == id })
        else { return nil }
        return itemChoices[index].merging(["order_id": .text(order.id)])
    }

    private func itemsTotal(_ ids: [String]) -> Record? {
        let pieces = pieces(ids)
        guard !ids.isEmpty, pieces.count == ids.count else { return nil }
        return [
            "total": order.money(pieces.reduce(0) { $0 + $1.price }),
            "items_count": .integer(pieces.count),
            "items_text": .text(Order.counted(pieces.map(\.name))),
        ]
    }

    /// What the items would cost as the new ones, before it is known how the difference is paid.
    private func swapCost(_ arguments: Arguments) -> Record? {
        guard let items = arguments.items("items"), let new = arguments.items("new_items"),
            let swaps = try? swaps(items, new, refusesSame: false)
        else { return nil }
        return swapCost(swaps)
    }

    /// The available variants of the items' products, product by product, the cheapest first.
    private func versions(of items: [String]) -> [Value]? {
        guard !items.isEmpty, pieces(items).count == items.count else { return nil }
        var seen: Set<String> = []
        return pieces(items).compactMap { products[$0.product] }.filter {
            seen.insert($0.id).inserted
        }.flatMap { product in
            product.available.sorted { $0.price < $1.price }.map { variant in
                .record(variant.record(name: product.name, currency: order.currency))
            }
        }
    }

    private func variants(_ arguments: Arguments, withSame: Bool) -> [Value]? {
        guard let item = item(arguments), let product = products[item.product] else { return nil }
        return product.available.filter { withSame || $0.id != item.item }.map { variant in
            var record = variant.record(name: product.name, currency: order.currency)
            record["stock"] = nil
            record["difference"] = order.money(variant.price - item.price)
            return .record(record)
        }
    }

    private var otherMethods: [Value] {
        let paid = order.payments.last { $0.kind == .payment }?.method
        return methods.filter { $0.id != paid }.map { .record($0.record(currency: order.currency)) }
    }

    /// The original method first, then the gift cards.
    private var refundMethods: [Value] {
        let original = order.payments.first?.method
        let allowed =
            methods.filter { $0.id == original }
            + methods.filter { $0.id != original && $0.isGiftCard }
        return allowed.map { method in
            var record = method.record(currency: order.currency)
            record["is_original"] = .flag(method.id == original)
            return .record(record)
        }
    }

    private func itemPolicy(_ arguments: Arguments) -> Record? {
        guard let item = item(arguments), let policy = policy(of: item) else { return nil }
        var record = policy.record
        record["return_until"] = returnUntil([item]).map(Value.day)
        record["is_open"] = .flag(isOpenForReturn(item))
        return record
    }

    /// Whether the items can go back together, and until when. nil where the shop has no rules for one of them.
    private func itemsPolicy(_ ids: [String]) -> Record? {
        let pieces = pieces(ids)
        guard !ids.isEmpty, pieces.count == ids.count,
            !pieces.contains(where: { policy(of: $0) == nil })
        else { return nil }
        let excluded = pieces.filter { policy(of: $0)?.isReturnable == false }
        var record: Record = [
            "returnable": .flag(excluded.isEmpty),
            "is_open": .flag(pieces.allSatisfy { isOpenForReturn($0) }),
            "items_text": .text(Order.counted(pieces.map(\.name))),
            "excluded_text": .text(Order.counted(excluded.map(\.name))),
            "categories": .list(categories(of: pieces).map(Value.text)),
            "needs_original_packaging": .flag(
                pieces.contains { policy(of: $0)?.needsOriginalPackaging == true }),
        ]
        record["days"] = returnDays(pieces).map(Value.integer)
        record["return_until"] = returnUntil(pieces).map(Value.day)
        return record
    }

    /// What the item costs now, beside what was paid; `difference` where it is less. nil where the shop does not sell
    /// this version any more.
    private func priceToday(_ arguments: Arguments) -> Record? {
        guard let item = item(arguments), let now = priceToday(of: item) else { return nil }
        var record: Record = [
            "price": order.money(item.price), "price_now": order.money(now),
            "version": .text(item.options.text),
        ]
        if now < item.price { record["difference"] = order.money(item.price - now) }
        return record
    }
}
