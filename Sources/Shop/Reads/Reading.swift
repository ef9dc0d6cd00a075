import Facts

/// A look-up of the shop, by what it is about.
enum Reading: Equatable, Sendable {
    case identity(IdentityReading)
    case customer(CustomerReading)
    case orders(OrderList)
    case order(OrderReading)
    case item(ItemReading)
    case product(ProductReading)

    init?(action: String) {
        guard let found = Self.byAction[action] else { return nil }
        self = found
    }

    /// The actions of all look-ups.
    static var actions: [String] { all.map(\.action) }

    private static let byAction = Dictionary(
        all.map { ($0.action, $0.reading) }, uniquingKeysWith: { first, _ in first })

    private static let all: [(action: String, reading: Reading)] =
        IdentityReading.allCases.map { ($0.rawValue, .identity($0)) }
        + CustomerReading.allCases.map { ($0.rawValue, .customer($0)) }
        + OrderList.allCases.map { ($0.rawValue, .orders($0)) }
        + OrderReading.allCases.map { ($0.rawValue, .order($0)) }
        + ItemReading.allCases.map { ($0.rawValue, .item($0)) }
        + ProductReading.allCases.map { ($0.rawValue, .product($0)) }
}

/// Who the customer is.
enum IdentityReading: String, CaseIterable, Sendable {
    case email = "shop.identify_by_email"
    case name = "shop.identify_by_name"
    case fullName = "shop.identify_by_full_name"
}

/// About a customer as a whole.
enum CustomerReading: String, CaseIterable, Sendable {
    case profile = "shop.customer"
    case account = "shop.account"
    case contacts = "shop.contacts"
    case addresses = "shop.addresses"
    case paymentMethods = "shop.payment_methods"
    case refunds = "shop.refunds"
    case ordersTotal = "shop.orders_total"
    case deliveredItems = "shop.delivered_items"
    case itemsValue = "shop.items_value"
}

/// A list of a customer's orders.
enum OrderList: String, CaseIterable, Sendable {
    case all = "shop.orders"
    case pending = "shop.pending_orders"
    case changeable = "shop.changeable_orders"
    case delivered = "shop.delivered_orders"
    case open = "shop.open_orders"
    case sent = "shop.sent_orders"
    case payable = "shop.payable_orders"
    case cancelled = "shop.cancelled_orders"
    case returning = "shop.returning_orders"
    case late = "shop.late_orders"
    case missing = "shop.missing_orders"

    func select(
        _ orders: [Order], on today: Day, isLost: (Order) -> Bool
    ) -> [Order] {
        let fitting = orders.filter { holds($0.status) }
        switch self {
        case .payable: return fitting.preferring(\.payments.isEmpty)
        case .late:
            let late = fitting.filter { $0.daysLate(on: today) != nil }
            return late.isEmpty ? fitting.preferring { $0.status == .shipped } : late
        case .missing:
            return fitting.preferring { $0.status == .shipped || $0.status == .delivered }
        // What a carrier has lost is hardly the parcel that came.
        case .sent: return fitting.preferring { !isLost($0) }
        default: return fitting
        }
    }

    private func holds(_ status: OrderStatus) -> Bool {
        switch self {
        case .all, .missing: true
        case .pending: status == .pending
        case .changeable: status.isChangeable
        case .delivered: status == .delivered
        case .open, .payable, .late: status.isOpen
        case .sent: status.isSent
        case .cancelled: status == .cancelled
        case .returning: status == .returnRequested || status == .exchangeRequested
        }
    }
}

extension [Order] {
    /// Those of which it is true; all of them where it is true of none.
    fileprivate func preferring(_ isPreferred: (Order) -> Bool) -> [Order] {
        let preferred = filter(isPreferred)
        return preferred.isEmpty ? self : preferred
    }
}

/// About one order as a whole.
enum OrderReading: String, CaseIterable, Sendable {
    case details = "shop.order"
    case shipment = "shop.shipment"
    case payment = "shop.payment"
    case refund = "shop.refund"
}

/// About items of an order and the ways to pay for it.
enum ItemReading: String, CaseIterable, Sendable {
    case items = "shop.items"
    case item = "shop.item"
    case total = "shop.items_total"
    case variants = "shop.variants"
    case exchangeVariants = "shop.exchange_variants"
    case otherPaymentMethods = "shop.other_payment_methods"
    case refundMethods = "shop.refund_methods"
    case returnPolicy = "shop.return_policy"
    case itemsPolicy = "shop.items_policy"
    case priceToday = "shop.price_today"
    case swapCost = "shop.swap_cost"
    case versions = "shop.versions"
}

/// About what the shop sells.
enum ProductReading: String, CaseIterable, Sendable {
    case products = "shop.products"
    case find = "shop.find_products"
    case product = "shop.product"
    case variants = "shop.product_variants"
    case options = "shop.product_options"
    case matches = "shop.product_matches"
    case policy = "shop.policy"
}
