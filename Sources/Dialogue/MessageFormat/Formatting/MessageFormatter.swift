import Facts

/// Formats one message once: resolves its declarations when they are first read, chooses a variant
/// and writes the parts.
struct MessageFormatter {
    private let template: MessageTemplate
    var model: MessageModel { template.model }
    let arguments: Record
    let locale: LocaleName
    let formats: LocaleFormats
    let options: FormattingOptions
    private(set) var problems: [FormattingProblem] = []
    private var resolved: [String: ResolvedValue] = [:]
    private var output = MessageOutput()

    init(
        _ template: MessageTemplate, arguments: Record, locale: String, options: FormattingOptions
    ) {
        self.template = template
        self.arguments = arguments
        self.locale = LocaleName(locale)
        self.options = options
        formats = LocaleFormats.named(locale)
    }

    mutating func format() -> FormattedMessage {
        for element in selectedPattern() where !output.isCut {
            switch element {
            case .text(let text): output.append(.text(text), text: text)
            case .markup(let markup): output.append(.markup(resolve(markup)), text: "")
            case .expression(let expression): write(expression)
            }
        }
        if output.isCut { note(.tooLong, "") }
        return FormattedMessage(text: output.text, parts: output.parts, problems: problems)
    }

    mutating func note(_ kind: FormattingProblem.Kind, _ source: String) {
        problems.append(FormattingProblem(kind, source: source))
    }

    // MARK: Writing

    private mutating func write(_ expression: MessageModel.Expression) {
        let value = resolve(expression)
        let source = expression.source
        guard let (type, text) = written(value, source: source) else {
            isolate(.auto) { $0.append(.fallback(source: source), text: "{" + source + "}") }
            return
        }
        let explicit = value.direction == .auto ? nil : value.direction?.rawValue
        let part = MessagePart.FormattedValue(
            type: type, text: options.plainSpaces ? text.withPlainSpaces : text, id: value.id,
            direction: explicit)
        let ownDirection = type == "string" || type == "list" ? .auto : localeDirection
        let needsIsolate = value.direction != nil || ownDirection != .leftToRight || isRightToLeft
        isolate(needsIsolate ? value.direction ?? ownDirection : nil) {
            $0.append(.value(part), text: part.text)
        }
    }

    private var isRightToLeft: Bool { locale.isRightToLeft }

    private var localeDirection: ResolvedValue.Direction {
        isRightToLeft ? .rightToLeft : .leftToRight
    }

    /// Writes between the isolates of `direction`; nil for none.
    private mutating func isolate(
        _ direction: ResolvedValue.Direction?, _ write: (inout MessageOutput) -> Void
    ) {
        guard options.bidiIsolation, let direction else { return write(&output) }
        let opening =
            switch direction {
            case .leftToRight: "\u{2066}"
            case .rightToLeft: "\u{2067}"
            case .auto: "\u{2068}"
            }
        output.append(.isolation(opening), text: opening)
        write(&output)
        output.append(.isolation("\u{2069}"), text: "\u{2069}")
    }

    // MARK: Resolving

    mutating func resolve(_ expression: MessageModel.Expression) -> ResolvedValue {
        let operand = expression.operand.map { resolve($0) }
        guard let function = expression.function else { return operand ?? .failed }
        return apply(function, to: operand, source: expression.source)
    }

    mutating func resolve(_ operand: MessageModel.Operand) -> ResolvedValue {
        switch operand {
        case .literal(let text): ResolvedValue(.plain(.text(text)))
        case .variable(let name): variable(name)
        }
    }

    /// The value of a variable; a declared one is resolved once. The check at load forbids cycles.
    mutating func variable(_ name: String) -> ResolvedValue {
        if let known = resolved[name] { return known }
        guard let declaration = model.declarations.first(where: { $0.name == name }) else {
            return argument(name)
        }
        var value: ResolvedValue
        if declaration.isInput {
            value = argument(name)
            if let function = declaration.expression.function {
                value = apply(function, to: value, source: "$" + name)
            }
        } else {
            value = resolve(declaration.expression)
        }
        resolved[name] = value
        return value
    }

    private mutating func argument(_ name: String) -> ResolvedValue {
        if let value = arguments[name] { return ResolvedValue(.plain(value)) }
        let path = template.path(of: name)
        if path.count > 1, let value = Value.record(arguments).value(at: path) {
            return ResolvedValue(.plain(value))
        }
        note(.unresolvedVariable, "$" + name)
        return .failed
    }

    private mutating func apply(
        _ function: MessageModel.Function, to operand: ResolvedValue?, source: String
    ) -> ResolvedValue {
        if options.suiteFunctions, let test = SuiteFunction(rawValue: function.name) {
            return applySuite(test, call(function, operand, source))
        }
        guard let known = MessageFunction(rawValue: function.name) else {
            note(.unknownFunction, ":" + function.name)
            return .failed
        }
        let call = call(function, operand, source)
        var value: ResolvedValue
        switch known {
        case .string: value = string(call)
        case .number: value = number(call, kind: .decimal)
        case .integer: value = number(call, kind: .integer)
        case .percent: value = number(call, kind: .percent)
        case .offset: value = offset(call)
        case .currency, .money: value = money(call)
        case .date: value = moment(call, kind: .date)
        case .time: value = moment(call, kind: .time)
        case .datetime: value = moment(call, kind: .datetime)
        case .list: value = list(call)
        }
        applyContext(call, to: &value)
        return value
    }
}

extension MessageModel.Expression {
    /// How the expression's fallback names it.
    var source: String { operand?.source ?? ":" + (function?.name ?? "") }
}

extension String {
    /// With U+0020 in place of the non-breaking spaces of CLDR.
    var withPlainSpaces: String {
        guard unicodeScalars.contains(where: { $0.value == 0xA0 || $0.value == 0x202F }) else {
            return self
        }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            result.append(scalar.value == 0xA0 || scalar.value == 0x202F ? " " : scalar)
        }
        return String(result)
    }
}
