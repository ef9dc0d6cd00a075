import Facts

/// Options of functions and markup.
extension MessageFormatter {
    mutating func call(
        _ function: MessageModel.Function, _ operand: ResolvedValue?, _ source: String
    ) -> FunctionCall {
        var options: [FunctionCall.Option] = []
        for option in function.options {
            guard let text = text(of: option.value) else {
                note(.badOption, option.name)
                continue
            }
            let isLiteral = if case .literal = option.value { true } else { false }
            options.append(.init(name: option.name, text: text, isLiteral: isLiteral))
        }
        return FunctionCall(name: function.name, operand: operand, source: source, options: options)
    }

    mutating func resolve(_ markup: MessageModel.Markup) -> MessagePart.Markup {
        var result = MessagePart.Markup(kind: markup.kind, name: markup.name, options: [])
        for option in markup.options {
            guard let text = text(of: option.value), option.name != "u:dir" else {
                note(.badOption, option.name)
                continue
            }
            if option.name == "u:id" {
                result.id = text
            } else {
                result.options.append(.init(name: option.name, value: text))
            }
        }
        return result
    }

    /// An option's value as text; nil where it failed.
    private mutating func text(of operand: MessageModel.Operand) -> String? {
        switch resolve(operand).content {
        case .failed, .list, .moment, .suite: nil
        case .plain(let value): value.plainText
        case .string(let text): text
        case .number(let value): value.number.literal
        case .money(let value): value.number.literal
        }
    }

    /// The options `u:dir` and `u:id`, which every function takes; `u:locale` is not supported.
    mutating func applyContext(_ call: FunctionCall, to value: inout ResolvedValue) {
        if let direction = call.option("u:dir")?.text {
            value.direction = ResolvedValue.Direction(rawValue: direction)
            if value.direction == nil, direction != "inherit" { note(.badOption, "u:dir") }
        }
        if call.option("u:locale") != nil { note(.badOption, "u:locale") }
        if let id = call.option("u:id")?.text { value.id = id }
    }

    /// A whole number 0…100; a bad one is noted and counts as absent.
    mutating func digits(_ call: FunctionCall, _ name: String) -> Int? {
        guard let text = call.option(name)?.text else { return nil }
        guard let value = Int(text), (0...100).contains(value), String(value) == text else {
            note(.badOption, name)
            return nil
        }
        return value
    }

    /// One of the words of `Word`; a bad one is noted and counts as absent.
    mutating func word<Word: RawRepresentable<String>>(
        _ call: FunctionCall, _ name: String, as type: Word.Type
    ) -> Word? {
        guard let text = call.option(name)?.text else { return nil }
        guard let word = Word(rawValue: text) else {
            note(.badOption, name)
            return nil
        }
        return word
    }
}

extension Value {
    /// The value as bare text for options, keys and `:string`, without the locale's marks; a record
    /// is its `name`, else its `id`; nil for a list and for a record without either.
    var plainText: String? {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): DecimalNumber(number)?.literal ?? "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        case .money(let money): money.decimalText + " " + money.currency
        case .day(let day): day.iso
        case .instant(let instant): MomentValue(instant, secondsEast: 0).iso + "Z"
        case .list: nil
        case .record(let record): (record["name"] ?? record["id"])?.atomicText
        }
    }

    /// The bare text of a value that holds no others; nil for lists and records.
    private var atomicText: String? {
        switch self {
        case .list, .record: nil
        case .text, .integer, .number, .flag, .money, .day, .instant: plainText
        }
    }
}
