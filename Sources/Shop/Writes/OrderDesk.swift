import Facts

/// Everything that the checks of a write on one order need, of one state of the shop.
struct OrderDesk: Sendable {
    var order: Order
    var customer: Customer
    /// The customer's, in the shop's order.
    var methods: [PaymentMethod]
    /// Those of the order's items, by id.
    var products: [String: Product]
    /// By category.
    var policies: [String: ReturnPolicy]
    var shipments: [Shipment]
    var failures: [PaymentFailure]
    var trace: Trace?
    var hasReplacement: Bool
    var takenBack: TakenBack?
    var swapped: TakenBack?
    /// What was given back for an item's price before, by item, in minor units.
    var adjustments: [String: Int]
    var settings: ShopSettings
    var today: Day

    init(order: Order, file: CustomerFile, catalogue: Catalogue, now: Instant) {
        self.order = order
        customer = file.customer
        methods = file.methods
        products = Dictionary(
            order.items.compactMap { catalogue.product($0.product) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        policies = catalogue.policies
        let history = file.histories[order.id] ?? OrderHistory()
        shipments = history.shipments
        failures = history.failures
        trace = history.trace
        hasReplacement = history.hasReplacement
        takenBack = history.takenBack
        swapped = history.swapped
        adjustments = history.adjustments
        settings = catalogue.settings
        today = OrderDesk.day(of: now)
    }

    func method(_ id: String) throws(Refusal) -> PaymentMethod {
        guard let method = methods.first(where: { $0.id == id }) else {
            throw .paymentMethodNotFound
        }
        return method
    }

    /// How many methods without a balance could pay instead; another payment is not the one before.
    func cards(for writing: Writing, _ arguments: Arguments) -> Int {
        let paid = order.payments.last { $0.kind == .payment }?.method
        let asked = arguments.text("payment_method")
        return methods.count {
            !$0.isGiftCard && $0.id != asked && !(writing == .changePayment && $0.id == paid)
        }
    }

    /// A method that may be another customer's or unknown by now: its id.
    func methodName(_ id: String) -> String {
        methods.first { $0.id == id }?.name(currency: order.currency) ?? id
    }

    func isGiftCard(_ id: String) -> Bool {
        methods.first { $0.id == id }?.isGiftCard ?? false
    }

    /// Refuses when an item is wanted more often than the order has it.
    ///
    /// And when there is none at all, which the reference model would let through.
    func checkItems(_ items: [String]) throws(Refusal) {
        guard !items.isEmpty else { throw .badArgument }
        let owned = order.items.map(\.item)
        for item in items
        where items.count(where: { $0 == item }) > owned.count(where: { $0 == item }) {
            throw .itemNotInOrder
        }
    }

    /// The order's pieces for the ids, each piece once, in the order of the ids.
    func pieces(_ items: [String]) -> [OrderItem] {
        var left = order.items
        return items.compactMap { id in
            left.firstIndex { $0.item == id }.map { left.remove(at: $0) }
        }
    }

    /// What every answer about the order begins with.
    func receipt(items: String? = nil) -> Record {
        [
            "order_id": .text(order.id), "status": .text(order.status.flowName),
            "items_text": .text(items ?? order.countedItemsText),
        ]
    }

    /// How a refund comes: the method's words and the business days.
    func refundWay(_ method: String) -> Record {
        let isGiftCard = isGiftCard(method)
        var record: Record = [
            "method": .text(methodName(method)),
            "refund_days_from": .integer(isGiftCard ? 0 : settings.refundDaysFrom),
            "refund_days_to": .integer(isGiftCard ? 0 : settings.refundDaysTo),
        ]
        record["kind"] = methods.first { $0.id == method }.map { .text($0.kind) }
        return record
    }

    /// The bookings that give `amount` back to `method` now.
    func refundChanges(_ amount: Int, to method: String) -> [Change] {
        guard amount > 0 else { return [] }
        let isGiftCard = isGiftCard(method)
        let expected = isGiftCard ? nil : today.adding(businessDays: settings.refundDaysTo)
        return [.refund(amount: amount, method: method, booked: isGiftCard, expected: expected)]
            + credit(amount, to: method)
    }

    /// A gift card gets the money at once.
    func credit(_ amount: Int, to method: String) -> [Change] {
        isGiftCard(method) && amount != 0 ? [.balance(method: method, by: amount)] : []
    }
}
