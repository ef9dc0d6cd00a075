/// The data model of a message: declarations, then one pattern or variants to choose from.
struct MessageModel: Sendable {
    enum Body: Sendable {
        case pattern([Element])
        case select([Selector], [Variant])
    }

    struct Selector: Sendable {
        var variable: String
        var offset: Int
    }

    struct Variant: Sendable {
        var keys: [Key]
        var pattern: [Element]
        var offset: Int
    }

    /// A literal key or the catch-all `*`. String equality is canonical equivalence, as MF2 asks.
    enum Key: Equatable, Sendable {
        case any
        case literal(String)
    }

    struct Declaration: Sendable {
        /// `.input` declares its operand, `.local` a new name.
        var isInput: Bool
        var name: String
        var expression: Expression
        var offset: Int
    }

    enum Element: Sendable {
        case text(String)
        case expression(Expression)
        case markup(Markup)
    }

    struct Expression: Sendable {
        /// Nil where a function stands alone: `{:now}`.
        var operand: Operand?
        var function: Function?
    }

    enum Operand: Equatable, Sendable {
        case literal(String)
        case variable(String)

        /// As the message writes it, for fallbacks: `$name` or `|text|`.
        var source: String {
            switch self {
            case .variable(let name): "$" + name
            case .literal(let text): "|" + escaped(text) + "|"
            }
        }

        private func escaped(_ text: String) -> String {
            var result = ""
            for scalar in text.unicodeScalars {
                if scalar == "\\" || scalar == "|" { result.unicodeScalars.append("\\") }
                result.unicodeScalars.append(scalar)
            }
            return result
        }
    }

    struct Function: Sendable {
        var name: String
        var options: [Option]
    }

    struct Option: Sendable {
        var name: String
        var value: Operand
    }

    struct Markup: Sendable {
        var kind: MessagePart.Markup.Kind
        var name: String
        var options: [Option]
    }

    var declarations: [Declaration]
    var body: Body
}
