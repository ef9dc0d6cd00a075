/// A function with its operand and its options, ready to be applied.
struct FunctionCall {
    /// An option's value; `isLiteral` when it stands in the message itself.
    struct Option {
        var name: String
        var text: String
        var isLiteral: Bool
    }

    var name: String
    /// Nil where the function stands alone.
    var operand: ResolvedValue?
    /// For problems: `$name`, `|text|` or `:function`.
    var source: String
    var options: [Option]

    func option(_ name: String) -> Option? { options.first { $0.name == name } }
}

/// The functions that replies may call.
enum MessageFunction: String, CaseIterable {
    case string, number, integer, percent, offset, currency, money, date, time, datetime, list
}

extension MessageTemplate {
    /// The functions that exist, sorted; `MessageTemplate.functions` not among them are unknown.
    public static let functionNames = MessageFunction.allCases.map(\.rawValue).sorted()
}
