/// action, customer, order, further arguments, the reason of the refusal.
typealias RefusalRow = (String, String, String, [String: String], String)

/// One row for each check, where the checks before it pass and a later one would fail.
let refusalRows: [RefusalRow] = [
    // Status before reason, before anything about methods.
    ("shop.cancel_order", "c-77", "1042", ["reason": "because"], "not_pending"),
    ("shop.cancel_order", "c-77", "1071", ["reason": "because"], "bad_reason"),
    ("shop.cancel_order", "c-77", "1071", [:], "bad_reason"),
    ("shop.change_payment", "c-77", "1042", ["payment_method": "x"], "not_pending"),
    (
        "shop.change_payment", "c-77", "1071", ["payment_method": "card-12"],
        "payment_method_not_found"
    ),
    (
        "shop.change_payment", "c-45", "1063", ["payment_method": "paypal-45"],
        "not_paid"
    ),
    (
        "shop.change_payment", "c-77", "1071", ["payment_method": "card-77"],
        "same_payment_method"
    ),
    (
        "shop.change_payment", "c-77", "1071", ["payment_method": "gift-77"],
        "gift_card_too_low"
    ),
    ("shop.change_order_address", "c-77", "1057", [:], "not_pending"),
    ("shop.change_order_address", "c-77", "1071", ["address": "1042-x"], "bad_argument"),
    ("shop.return_items", "c-77", "1071", [:], "not_delivered"),
    (
        "shop.return_items", "c-77", "1042", ["items": "x", "payment_method": "y"],
        "payment_method_not_found"
    ),
    (
        "shop.return_items", "c-77", "1042", ["items": "x", "payment_method": "paypal-77"],
        "refund_method_not_allowed"
    ),
    (
        "shop.return_items", "c-77", "1042", ["items": "x", "payment_method": "card-77"],
        "item_not_in_order"
    ),
    ("shop.return_items", "c-77", "1042", ["payment_method": "card-77"], "bad_argument"),
    (
        "shop.return_items", "c-12", "985",
        ["items": "vase-smoke", "payment_method": "card-12"], "window_closed"
    ),
    (
        "shop.return_items", "c-51", "1045",
        ["items": "planter-20", "payment_method": "gift-51"], "not_returnable"
    ),
    (
        "shop.change_items", "c-77", "1071", ["items": "x", "new_items": "y"],
        "item_not_in_order"
    ),
    ("shop.change_items", "c-77", "1071", ["items": "mug-sage"], "count_mismatch"),
    (
        "shop.change_items", "c-77", "1071",
        ["items": "mug-sage", "new_items": "mug-sage"], "same_item"
    ),
    (
        "shop.change_items", "c-77", "1071",
        ["items": "mug-sage", "new_items": "halo-floor"], "new_item_unavailable"
    ),
    (
        "shop.change_items", "c-77", "1071",
        ["items": "mug-sage", "new_items": "mug-slate-xl"], "payment_method_not_found"
    ),
    ("shop.exchange_items", "c-77", "1071", ["items": "mug-sage"], "not_delivered"),
    (
        "shop.exchange_items", "c-77", "1024",
        ["items": "aurora-black", "new_items": "aurora-green"], "new_item_unavailable"
    ),
    (
        "shop.exchange_items", "c-53", "1044",
        ["items": "rug-grey-200", "new_items": "rug-grey-200", "payment_method": "x"],
        "payment_method_not_found"
    ),
    ("shop.open_trace", "c-77", "1071", [:], "not_shipped"),
    ("shop.replace_lost", "c-40", "1027", [:], "not_lost"),
    ("shop.retry_payment", "c-77", "1071", ["payment_method": "card-77"], "not_failed"),
    ("shop.report_defect", "c-77", "1042", ["item": "halo-floor"], "bad_argument"),
]
