import Facts

/// What the shop allows and promises (table `settings`).
struct ShopSettings: Equatable, Sendable {
    /// ISO 4217.
    var currency = "EUR"
    /// Business days until a refund to a card or account arrives.
    var refundDaysFrom = 5
    var refundDaysTo = 7
    /// A cancellation pays back every booking of the order, as the retail reference model does;
    /// else only what was really paid (payments less refunds, for each method).
    var cancelRefundsEveryBooking = false
    /// The dearest order that may be replaced without a person, in minor units.
    var replacementLimit = 15_000
    /// The most of an item's price that an adjustment may give back, in percent.
    var adjustmentPercent = 15
    /// Business days within which a carrier answers a trace.
    var traceDays = 8
    /// Business days within which the technical team answers.
    var defectDays = 3

    var values: [(name: String, value: String)] {
        [
            ("currency", currency), ("refund_days_from", String(refundDaysFrom)),
            ("refund_days_to", String(refundDaysTo)),
            ("cancel_refunds_every_booking", String(cancelRefundsEveryBooking)),
            ("replacement_limit", String(replacementLimit)),
            ("adjustment_percent", String(adjustmentPercent)), ("trace_days", String(traceDays)),
            ("defect_days", String(defectDays)),
        ]
    }

    init() {}

    /// Unknown names and values out of their range leave the default.
    init(values: [String: String]) {
        func number(_ name: String, _ range: ClosedRange<Int>, _ fallback: Int) -> Int {
            values[name].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil } ?? fallback
        }
        currency = values["currency"] ?? currency
        refundDaysFrom = number("refund_days_from", 0...365, refundDaysFrom)
        refundDaysTo = number("refund_days_to", 0...365, refundDaysTo)
        cancelRefundsEveryBooking = values["cancel_refunds_every_booking"] == "true"
        replacementLimit = number("replacement_limit", 0...1_000_000_000, replacementLimit)
        adjustmentPercent = number("adjustment_percent", 0...100, adjustmentPercent)
        traceDays = number("trace_days", 0...365, traceDays)
        defectDays = number("defect_days", 0...365, defectDays)
    }
}

/// How long and in which state a category may come back.
struct ReturnPolicy: Equatable, Sendable {
    var category: String
    /// Days after delivery.
    var days: Int
    var isReturnable: Bool
    var needsOriginalPackaging: Bool

    var record: Record {
        [
            "category": .text(category), "days": .integer(days), "returnable": .flag(isReturnable),
            "needs_original_packaging": .flag(needsOriginalPackaging),
        ]
    }
}

extension Day {
    /// The day `count` business days (Monday to Friday) later; 0…3,650.
    func adding(businessDays count: Int) -> Day {
        var day = self
        var left = Swift.min(Swift.max(count, 0), 3650)
        while left > 0 {
            day = day.adding(days: 1)
            if day.weekday <= 5 { left -= 1 }
        }
        return day
    }
}
