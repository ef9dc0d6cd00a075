import Facts

/// The functions of the public test suite, which exist only while it runs (test/README.md of the
/// MessageFormat working group).
enum SuiteFunction: String {
    case both = "test:function"
    case select = "test:select"
    case format = "test:format"
}

/// A value of these functions.
struct SuiteValue {
    var input: DecimalNumber
    var decimalPlaces = 0
    var failsFormat = false
    var failsSelect = false
    var canSelect: Bool { !failsSelect && function != .format }
    var function: SuiteFunction

    /// The keys that it matches, the best first.
    var keys: [String] {
        guard input == DecimalNumber(1) else { return [] }
        return decimalPlaces == 1 ? ["1.0", "1"] : ["1"]
    }

    /// Digits cut (not rounded) to `decimalPlaces`; nil when formatting shall fail.
    var text: String? {
        guard !failsFormat, function != .select else { return nil }
        let whole = input.integerDigits.map(String.init).joined()
        let fraction = input.fractionDigits.first ?? 0
        return (input.isNegative ? "-" : "") + whole + (decimalPlaces == 1 ? ".\(fraction)" : "")
    }
}

extension MessageFormatter {
    mutating func applySuite(_ function: SuiteFunction, _ call: FunctionCall) -> ResolvedValue {
        var value: SuiteValue
        if case .suite(let inherited)? = call.operand?.content {
            value = inherited
            value.function = function
        } else if let number = call.operand?.number {
            value = SuiteValue(input: number.number, function: function)
        } else {
            note(.badOperand, call.source)
            return .failed
        }
        if let places = call.option("decimalPlaces")?.text {
            guard places == "0" || places == "1" else {
                note(.badOption, "decimalPlaces")
                return .failed
            }
            value.decimalPlaces = places == "1" ? 1 : 0
        }
        switch call.option("fails")?.text {
        case nil, "never": break
        case "always": (value.failsFormat, value.failsSelect) = (true, true)
        case "format": value.failsFormat = true
        case "select": value.failsSelect = true
        default: note(.badOption, "fails")
        }
        return ResolvedValue(.suite(value))
    }
}
