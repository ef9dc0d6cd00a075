import Facts

/// A write that passed every check: what the customer is told and what changes. A preview is a plan
/// that is not carried out, so it cannot promise what the write refuses.
struct WritePlan: Equatable, Sendable {
    /// The arguments for the journal, by the names of the retail judge.
    var arguments: Record
    /// What will happen (preview) or has happened (receipt).
    var receipt: Record
    var changes: [Change]
    /// The field of the receipt that names the new thing (`return_id`); nil for none.
    var identifier: String?

    init(
        arguments: Record, receipt: Record, changes: [Change], identifier: String? = nil
    ) {
        self.arguments = arguments
        self.receipt = receipt
        self.changes = changes
        self.identifier = identifier
    }
}

/// One change of the shop's tables.
enum Change: Equatable, Sendable {
    case orderStatus(OrderStatus)
    case cancelReason(String)
    case payment(Payment)
    /// Adds to the balance of a gift card (minor units, negative takes away).
    case balance(method: String, by: Int)
    case orderAddress(Address)
    case customerAddress(Address)
    /// Puts a variant in place of an item.
    case item(number: Int64, Variant)
    /// `booked`: the money is there at once.
    case refund(amount: Int, method: String, booked: Bool, expected: Day?)
    case opensReturn(items: [String], method: String, reason: String?)
    case opensExchange(items: [String], newItems: [String], method: String, difference: Int)
    case opensTrace(answerUntil: Day)
    case replacement
    case paymentLink(method: String)
    case adjustment(item: String, amount: Int)
    case defect(item: String, description: String)
}

/// A write of the shop.
enum Writing: String, CaseIterable, Sendable {
    case cancelOrder = "shop.cancel_order"
    case returnItems = "shop.return_items"
    case exchangeItems = "shop.exchange_items"
    case changeItems = "shop.change_items"
    case changeOrderAddress = "shop.change_order_address"
    case changeProfileAddress = "shop.change_profile_address"
    case changePayment = "shop.change_payment"
    case openTrace = "shop.open_trace"
    case replaceLost = "shop.replace_lost"
    case retryPayment = "shop.retry_payment"
    case adjustPrice = "shop.adjust_price"
    case reportDefect = "shop.report_defect"

    /// The look-up that says what it would do; nil for none.
    var preview: String? {
        switch self {
        case .cancelOrder: "shop.preview_cancel"
        case .returnItems: "shop.preview_return"
        case .exchangeItems: "shop.preview_exchange"
        case .changeItems: "shop.preview_item_change"
        case .changeOrderAddress: "shop.preview_address_change"
        case .changeProfileAddress: "shop.preview_profile_address"
        case .changePayment: "shop.preview_payment_change"
        case .openTrace: "shop.preview_trace"
        case .replaceLost: "shop.preview_replacement"
        case .retryPayment: "shop.preview_payment_retry"
        case .adjustPrice: "shop.preview_price_adjustment"
        case .reportDefect: nil
        }
    }

    init?(preview: String) {
        guard let found = Writing.allCases.first(where: { $0.preview == preview }) else {
            return nil
        }
        self = found
    }

    /// The name in the journal; the first seven are those of the retail judge.
    var tool: String {
        switch self {
        case .cancelOrder: "cancel_pending_order"
        case .returnItems: "return_delivered_order_items"
        case .exchangeItems: "exchange_delivered_order_items"
        case .changeItems: "modify_pending_order_items"
        case .changeOrderAddress: "modify_pending_order_address"
        case .changeProfileAddress: "modify_user_address"
        case .changePayment: "modify_pending_order_payment"
        case .openTrace: "open_trace"
        case .replaceLost: "replace_lost_order"
        case .retryPayment: "retry_payment"
        case .adjustPrice: "adjust_price"
        case .reportDefect: "report_defect"
        }
    }
}
