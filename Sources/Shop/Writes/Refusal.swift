/// Why a write is not done; the raw values are stable codes that flows compare with.
enum Refusal: String, Error, CaseIterable {
    // The retail reference model's.
    case orderNotFound = "order_not_found"
    case notPending = "not_pending"
    case notDelivered = "not_delivered"
    case badReason = "bad_reason"
    case itemNotInOrder = "item_not_in_order"
    case countMismatch = "count_mismatch"
    case sameItem = "same_item"
    case newItemUnavailable = "new_item_unavailable"
    case paymentMethodNotFound = "payment_method_not_found"
    case paymentAlreadyChanged = "payment_already_changed"
    case samePaymentMethod = "same_payment_method"
    case giftCardTooLow = "gift_card_too_low"
    case refundMethodNotAllowed = "refund_method_not_allowed"
    case customerNotFound = "customer_not_found"
    // Ours.
    /// An argument is missing or has another form; or the list of items is empty.
    case badArgument = "bad_argument"
    /// The days for a return are over.
    case windowClosed = "window_closed"
    /// The category is excluded from returns.
    case notReturnable = "not_returnable"
    /// No carrier has the parcel.
    case notShipped = "not_shipped"
    /// No trace has found that the parcel is lost.
    case notLost = "not_lost"
    case alreadyOpen = "already_open"
    case overLimit = "over_limit"
    /// The shop's own price of today is not as much lower.
    case priceNotLower = "price_not_lower"
    /// Nothing was paid for the order yet.
    case notPaid = "not_paid"
    /// The payment did not fail.
    case notFailed = "not_failed"
    /// A pick-up station, to which only the carrier's own page can send.
    case undeliverable
    case itemNotFound = "item_not_found"
    /// The key was used for another write.
    case keyConflict = "key_conflict"
}
