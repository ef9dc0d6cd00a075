import Facts

/// `:currency`, and `:money`, its other name.
extension MessageFormatter {
    mutating func money(_ call: FunctionCall) -> ResolvedValue {
        guard var value = amount(call) else { return .failed }
        applyStyle(call, to: &value.style)
        let display = word(call, "currencyDisplay", as: MoneyValue.Display.self)
        value.display = display ?? value.display
        if let text = call.option("fractionDigits")?.text, text != "auto",
            let count = digits(call, "fractionDigits")
        {
            value.style.minimumFractionDigits = count
            value.style.maximumFractionDigits = count
        }
        switch call.option("trailingZeroDisplay")?.text {
        case nil, "auto": break
        case "stripIfInteger": value.style.stripsZeroFraction = true
        default: note(.badOption, "trailingZeroDisplay")
        }
        return ResolvedValue(.money(value))
    }

    /// The operand and its currency. The currency of a money value stays: an option cannot relabel
    /// it.
    private mutating func amount(_ call: FunctionCall) -> MoneyValue? {
        let named = call.option("currency")?.text
        if var value = call.operand?.money {
            if let named, named.uppercased() != value.currency { note(.badOption, "currency") }
            value.currency = value.currency.uppercased()
            return value
        }
        guard let number = call.operand?.number else {
            note(.badOperand, call.source)
            return nil
        }
        guard let currency = named ?? options.defaultCurrency else {
            note(.badOperand, call.source)
            return nil
        }
        guard currency.utf8.count == 3,
            currency.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
        else {
            note(.badOption, "currency")
            return nil
        }
        var value = MoneyValue(number: number.number, currency: currency.uppercased())
        value.style.signDisplay = number.style.signDisplay
        value.style.grouping = number.style.grouping
        return value
    }
}

extension ResolvedValue {
    /// The value as money; nil for anything without a currency.
    fileprivate var money: MoneyValue? {
        switch content {
        case .money(let value): value
        case .plain(.money(let money)): MoneyValue(money)
        case .failed, .plain, .string, .number, .moment, .list, .suite: nil
        }
    }
}

extension MoneyValue {
    init?(_ money: Money) {
        guard let number = DecimalNumber(literal: money.decimalText) else { return nil }
        self.init(number: number, currency: money.currency)
    }
}
