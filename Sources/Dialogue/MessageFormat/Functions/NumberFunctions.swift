import Facts

/// `:number`, `:integer`, `:percent` and `:offset`.
extension MessageFormatter {
    mutating func number(_ call: FunctionCall, kind: NumberValue.Kind) -> ResolvedValue {
        guard var value = numericOperand(call) else { return .failed }
        value.kind = kind
        if kind == .integer {
            value.number = value.number.rounded(toFractionDigits: 0)
            value.style.minimumFractionDigits = nil
            value.style.maximumFractionDigits = nil
            value.style.minimumSignificantDigits = nil
        } else {
            applyFraction(call, to: &value.style)
        }
        applyStyle(call, to: &value.style)
        applySelection(call, to: &value)
        return ResolvedValue(.number(value))
    }

    /// `:offset add=1` or `subtract=1`: the number moved, with the style it has.
    mutating func offset(_ call: FunctionCall) -> ResolvedValue {
        guard var value = numericOperand(call) else { return .failed }
        let (add, subtract) = (digits(call, "add"), digits(call, "subtract"))
        let given = ["add", "subtract"].filter { call.option($0) != nil }
        guard given.count == 1 else {
            note(.badOption, ":offset")
            return .failed
        }
        guard let amount = add ?? subtract.map({ -$0 }) else { return .failed }
        guard let sum = value.number.adding(amount) else {
            note(.badOperand, call.source)
            return .failed
        }
        value.number = sum
        return ResolvedValue(.number(value))
    }

    /// The operand as a number, with the style it already has; a failure is noted.
    private mutating func numericOperand(_ call: FunctionCall) -> NumberValue? {
        guard let value = call.operand?.number else {
            note(.badOperand, call.source)
            return nil
        }
        return value
    }

    /// The options for fraction and significant digits.
    private mutating func applyFraction(_ call: FunctionCall, to style: inout NumberStyle) {
        style.minimumFractionDigits =
            digits(call, "minimumFractionDigits") ?? style.minimumFractionDigits
        style.maximumFractionDigits =
            digits(call, "maximumFractionDigits") ?? style.maximumFractionDigits
        style.minimumSignificantDigits =
            digits(call, "minimumSignificantDigits") ?? style.minimumSignificantDigits
    }

    /// The options of every function for numbers.
    mutating func applyStyle(_ call: FunctionCall, to style: inout NumberStyle) {
        style.maximumSignificantDigits =
            digits(call, "maximumSignificantDigits") ?? style.maximumSignificantDigits
        style.minimumIntegerDigits =
            digits(call, "minimumIntegerDigits") ?? style.minimumIntegerDigits
        let sign = word(call, "signDisplay", as: NumberStyle.SignDisplay.self)
        style.signDisplay = sign ?? style.signDisplay
        let grouping = word(call, "useGrouping", as: NumberStyle.Grouping.self)
        style.grouping = grouping ?? style.grouping
    }

    /// The option `select`: a literal, once.
    private mutating func applySelection(_ call: FunctionCall, to value: inout NumberValue) {
        if value.hasSelection {
            note(.badOption, "select")
            value.selection = .none
        }
        guard let option = call.options.first(where: { $0.name == "select" }) else { return }
        let selection = NumberValue.Selection(rawValue: option.text)
        guard option.isLiteral, let selection, selection != .none else {
            note(.badOption, "select")
            value.selection = .none
            return
        }
        if !value.hasSelection { value.selection = selection }
        value.hasSelection = true
    }
}

extension ResolvedValue {
    /// The value as a number: its own, or a text that is a number literal; nil for anything else.
    var number: NumberValue? {
        switch content {
        case .number(let value): return value
        case .plain(let value): return value.decimal.map(NumberValue.init)
        case .string(let text):
            return text.flatMap(DecimalNumber.init(literal:)).map(NumberValue.init)
        case .money(let money):
            var value = NumberValue(money.number)
            value.style = money.style
            return value
        case .failed, .moment, .list, .suite: return nil
        }
    }
}

extension Value {
    /// The exact decimal of a number, an amount or a text that is a number literal.
    var decimal: DecimalNumber? {
        switch self {
        case .integer(let integer): DecimalNumber(integer)
        case .number(let number): DecimalNumber(number)
        case .text(let text): DecimalNumber(literal: text)
        case .money(let money): DecimalNumber(literal: money.decimalText)
        case .flag, .day, .instant, .list, .record: nil
        }
    }
}
