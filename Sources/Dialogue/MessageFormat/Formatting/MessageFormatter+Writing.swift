import Facts

/// Writing values in the locale.
extension MessageFormatter {
    /// The kind and the text of a value; nil (with its problem noted) for one that cannot be
    /// written.
    mutating func written(_ value: ResolvedValue, source: String) -> (type: String, text: String)? {
        switch value.content {
        case .failed, .string(nil): return nil
        case .plain(let plain):
            if let text = text(of: plain) { return (plain.partType, text) }
            note(.badOperand, source)
            return nil
        case .string(let text?): return ("string", text)
        case .number(let number): return ("number", text(of: number))
        case .money(let money): return ("currency", text(of: money))
        case .moment(let moment): return ("datetime", text(of: moment))
        case .list(let items, let kind):
            if let text = text(of: items, kind: kind) { return ("list", text) }
            note(.badOperand, source)
            return nil
        case .suite(let suite):
            if let text = suite.text { return ("test", text) }
            note(.badOption, source)
            return nil
        }
    }

    /// A value by its type; nil for a record without name and id, and for lists nested too deeply.
    private func text(of value: Value, depth: Int = 0) -> String? {
        switch value {
        case .text(let text): return text
        case .integer(let integer): return text(of: NumberValue(DecimalNumber(integer)))
        case .number(let number):
            return DecimalNumber(number).map { text(of: NumberValue($0)) }
        case .flag(let flag): return flag ? formats.yes : formats.no
        case .money(let money): return MoneyValue(money).map { text(of: $0) }
        case .day(let day): return text(of: MomentValue(day: day, secondOfDay: 0))
        case .instant(let instant): return text(of: local(instant))
        case .list(let items):
            // A list within a list is one of its members.
            return text(of: items, kind: depth > 0 ? .unit : .conjunction, depth: depth)
        case .record(let record):
            guard depth < Self.maximumDepth else { return nil }
            return record["name"].map { text(of: $0, depth: depth + 1) } ?? record["id"]?.plainText
        }
    }

    private static let maximumDepth = 8

    private func text(of items: [Value], kind: ListKind, depth: Int = 0) -> String? {
        guard depth < Self.maximumDepth else { return nil }
        var texts: [String] = []
        for item in items {
            guard let text = text(of: item, depth: depth + 1) else { return nil }
            texts.append(text)
        }
        return formats.joined(texts, kind: kind)
    }

    private func text(of value: NumberValue) -> String {
        let written = value.written
        let digits = marked(written, style: value.style, groupMark: formats.groupMark)
        let body = value.kind == .percent ? filled(formats.percentPattern, [digits]) : digits
        return sign(of: written, value.style.signDisplay) + body
    }

    private func text(of value: MoneyValue) -> String {
        let isSpoken = options.channel == .speech
        var style = value.style
        if isSpoken, style.maximumFractionDigits == nil { style.stripsZeroFraction = true }
        let decimals = Money.decimals(of: value.currency)
        let written = style.digits(of: value.number, fractionDigits: decimals...decimals)
        let digits = marked(
            written, style: style, groupMark: formats.currencyGroupMark ?? formats.groupMark)
        let sign = sign(of: written, style.signDisplay)
        switch value.display ?? (isSpoken ? .name : .symbol) {
        case .never: return sign + digits
        case .name:
            return sign + digits + formats.currencyNameGap
                + name(of: value.currency, after: written)
        case .code:
            return withSign(sign, formats.amount(digits, currency: value.currency, sign: sign))
        case .symbol, .narrowSymbol:
            let symbol = formats.currencySigns[value.currency] ?? value.currency
            return withSign(sign, formats.amount(digits, currency: symbol, sign: sign))
        }
    }

    /// The minus may stand inside the pattern already.
    private func withSign(_ sign: String, _ amount: LocaleFormats.Amount) -> String {
        amount.hasSign ? amount.text : sign + amount.text
    }

    private func name(of currency: String, after written: WrittenNumber) -> String {
        guard let name = formats.currencyNames[currency] else { return currency }
        let category = written.pluralOperands.map {
            PluralRules.category(of: $0, locale: locale.key, kind: .cardinal)
        }
        return category == .one ? name.one : name.other
    }

    private func sign(of number: WrittenNumber, _ display: NumberStyle.SignDisplay) -> String {
        switch display {
        case .auto, .negative: number.isNegative ? "-" : ""
        case .always: number.isNegative ? "-" : "+"
        case .exceptZero: number.isZero ? "" : number.isNegative ? "-" : "+"
        case .never: ""
        }
    }

    /// The digits with the locale's marks; speech has no grouping.
    private func marked(
        _ number: WrittenNumber, style: NumberStyle, groupMark: String
    ) -> String {
        let minimum: Int? =
            switch style.grouping {
            case .auto: formats.minimumGroupingDigits
            case .always: 1
            case .min2: max(2, formats.minimumGroupingDigits)
            case .never: nil
            }
        let groups = minimum.map { number.integer.count >= 3 + $0 } ?? false
        var text = ""
        for (place, digit) in number.integer.enumerated() {
            let remaining = number.integer.count - place
            if groups, options.channel == .chat, place > 0, remaining % 3 == 0 { text += groupMark }
            text += String(digit)
        }
        guard !number.fraction.isEmpty else { return text }
        return text + formats.decimalMark + number.fraction.map(String.init).joined()
    }
}

extension LocaleFormats {
    /// An amount with its currency; `hasSign` when a minus is part of it.
    struct Amount {
        var text: String
        var hasSign: Bool
    }

    /// The digits with the currency's sign. A sign of letters is kept apart from the digits.
    func amount(_ digits: String, currency: String, sign: String) -> Amount {
        let negative = sign == "-" ? negativeCurrencyPattern : nil
        let pattern = negative ?? currencyPattern
        let touches =
            pattern.hasPrefix("¤{") && currency.unicodeScalars.last?.properties.isAlphabetic == true
        let symbol = touches ? currency + "\u{A0}" : currency
        var text = ""
        for character in filled(pattern, [digits]) {
            if character == "¤" { text += symbol } else { text.append(character) }
        }
        return Amount(text: text, hasSign: negative != nil)
    }
}

extension Value {
    /// The type of its part when it is written without a function.
    fileprivate var partType: String {
        switch self {
        case .text, .flag, .record: "string"
        case .integer, .number: "number"
        case .money: "currency"
        case .day, .instant: "datetime"
        case .list: "list"
        }
    }
}

/// The pattern with `{0}`, `{1}`… replaced; the arguments are not looked at again.
func filled(_ pattern: String, _ arguments: [String]) -> String {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        result += rest[..<open]
        let place = Int(rest[rest.index(after: open)..<close]) ?? 0
        result += arguments.indices.contains(place) ? arguments[place] : ""
        rest = rest[rest.index(after: close)...]
    }
    return result + rest
}
