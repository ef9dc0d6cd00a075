/// Reads the text of a `TextExpression`.
struct ExpressionReader {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    private var current: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    mutating func readAll() throws(ExpressionError) -> TextExpression.Node {
        let node = try readChoice()
        guard current == nil else {
            throw ExpressionError("a ) is too much", #"write \) for itself"#)
        }
        return node
    }

    private mutating func readChoice() throws(ExpressionError) -> TextExpression.Node {
        var choices = [try readSequence()]
        while current == "|" {
            position += 1
            choices.append(try readSequence())
        }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func readSequence() throws(ExpressionError) -> TextExpression.Node {
        var nodes: [TextExpression.Node] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            nodes.append(try readRepeated())
        }
        return nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func readRepeated() throws(ExpressionError) -> TextExpression.Node {
        let node = try readOne()
        let bounds: (Int, Int?)?
        switch current {
        case "?": bounds = (0, 1)
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "{": bounds = try readBounds()
        default: return node
        }
        position += 1
        guard node != .start, node != .end, let bounds else {
            throw ExpressionError("nothing can be repeated there", "repeat a character or a group")
        }
        if let next = current, "?*+{".unicodeScalars.contains(next) {
            throw ExpressionError("a repetition is repeated", "use one of ? * + {m,n}")
        }
        return .repeated(node, minimum: bounds.0, maximum: bounds.1)
    }

    /// `{3}`, `{2,5}` or `{2,}`; stops at the `}`.
    private mutating func readBounds() throws(ExpressionError) -> (Int, Int?) {
        let mistake = ExpressionError(
            "the repetition is not understood", "write {3} or {2,5}, at most 100")
        guard let close = scalars[position...].firstIndex(of: "}") else { throw mistake }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[(position + 1)..<close])
        let parts = String(text).split(separator: ",", omittingEmptySubsequences: false)
        position = close
        guard parts.count <= 2, let minimum = parts.first.flatMap({ Int($0) }),
            (0...100).contains(minimum)
        else { throw mistake }
        if parts.count == 1 { return (minimum, minimum) }
        if parts[1].isEmpty { return (minimum, nil) }
        guard let maximum = Int(parts[1]), (minimum...100).contains(maximum) else { throw mistake }
        return (minimum, maximum)
    }

    private mutating func readOne() throws(ExpressionError) -> TextExpression.Node {
        guard let scalar = current else { return .empty }
        position += 1
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .one(.init(ranges: [0x0A...0x0A], isNegated: true))
        case "(": return try readGroup()
        case "[": return .one(try readClass())
        case "\\": return .one(try readEscape())
        case "?", "*", "+", "{":
            throw ExpressionError(
                "nothing stands before '\(scalar)'", "write \\\(scalar) for itself")
        default: return .one(.init(ranges: [scalar.value...scalar.value]))
        }
    }

    private mutating func readGroup() throws(ExpressionError) -> TextExpression.Node {
        guard current != "?" else {
            throw ExpressionError("(? is not supported", "use a plain group")
        }
        depth += 1
        guard depth <= 50 else {
            throw ExpressionError("groups are nested too deep", "flatten them")
        }
        let node = try readChoice()
        guard current == ")" else {
            throw ExpressionError("a ( is not closed", #"write \( for itself"#)
        }
        position += 1
        depth -= 1
        return node
    }

    private mutating func readEscape() throws(ExpressionError) -> TextExpression.ScalarClass {
        guard let scalar = current else {
            throw ExpressionError(#"a \ stands at the end"#, "remove it")
        }
        position += 1
        let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        let space: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x202F...0x202F]
        switch scalar {
        case "d": return .init(ranges: [0x30...0x39])
        case "D": return .init(ranges: [0x30...0x39], isNegated: true)
        case "w": return .init(ranges: word)
        case "W": return .init(ranges: word, isNegated: true)
        case "s": return .init(ranges: space)
        case "S": return .init(ranges: space, isNegated: true)
        case "n": return .init(ranges: [0x0A...0x0A])
        default:
            guard scalar.value < 0x80, !scalar.properties.isAlphabetic, !scalar.value.isDigit else {
                throw ExpressionError("'\\\(scalar)' is not supported", #"use \d \w \s or a mark"#)
            }
            return .init(ranges: [scalar.value...scalar.value])
        }
    }

    private mutating func readClass() throws(ExpressionError) -> TextExpression.ScalarClass {
        var scalars = TextExpression.ScalarClass(ranges: [])
        if current == "^" {
            scalars.isNegated = true
            position += 1
        }
        while let scalar = current, scalar != "]" || scalars.ranges.isEmpty {
            position += 1
            if scalar == "\\" {
                let escaped = try readEscape()
                guard !escaped.isNegated else {
                    throw ExpressionError(
                        "a negated class stands inside of [ ]", "negate the whole: [^…]")
                }
                scalars.ranges += escaped.ranges
                continue
            }
            var last = scalar
            if current == "-", position + 1 < self.scalars.count, self.scalars[position + 1] != "]"
            {
                last = self.scalars[position + 1]
                position += 2
            }
            guard scalar.value <= last.value else {
                throw ExpressionError("the range \(scalar)-\(last) is empty", "swap its ends")
            }
            scalars.ranges.append(scalar.value...last.value)
        }
        guard current == "]" else {
            throw ExpressionError("a [ is not closed", #"write \[ for itself"#)
        }
        position += 1
        return scalars
    }
}

extension UInt32 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
