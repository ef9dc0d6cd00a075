/// Parses the hassil sentence-template grammar.
///
/// `[optional]`, `(a|b)`, `(a; b)` in any order, `{list}`, `{list:slot}`, `<rule>`, `\x` for a
/// literal x. A `|` or `;` outside of brackets splits the whole template.
struct TemplateParser {
    /// Deepest nesting of brackets that is read.
    static let depthLimit = 64

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var offset = 0

    static func parse(_ template: String) throws(TemplateError) -> TemplateExpression {
        var parser = TemplateParser(template)
        let expression = try parser.group(closing: nil, opened: 0, depth: 0)
        return expression
    }

    private init(_ template: String) {
        scalars = Array(template.unicodeScalars)
    }

    private mutating func next() -> Unicode.Scalar? {
        guard index < scalars.count else { return nil }
        let scalar = scalars[index]
        index += 1
        offset += UTF8.width(scalar)
        return scalar
    }

    /// Everything up to the closing bracket: alternatives or a permutation of sequences.
    private mutating func group(
        closing: Unicode.Scalar?, opened: Int, depth: Int
    ) throws(TemplateError) -> TemplateExpression {
        guard depth <= Self.depthLimit else {
            throw TemplateError(
                offset: opened,
                message: "brackets are nested deeper than \(Self.depthLimit); use <rules>")
        }
        var parts = Parts()
        while true {
            let start = offset
            guard let scalar = next() else {
                guard let closing else { return parts.finished() }
                throw TemplateError(
                    offset: opened, message: "this bracket is never closed; add '\(closing)'")
            }
            switch scalar {
            case "(", "[":
                let closer: Unicode.Scalar = scalar == "(" ? ")" : "]"
                let inner = try group(closing: closer, opened: start, depth: depth + 1)
                parts.append(scalar == "[" ? .optional(inner) : inner)
            case "{": parts.append(try slot(opened: start))
            case "<": parts.append(.rule(try name(until: ">", opened: start), offset: start))
            case "|": parts.endAlternative()
            case ";": parts.endPermutationItem()
            case ")", "]", "}", ">":
                if scalar == closing { return parts.finished() }
                throw TemplateError(
                    offset: start,
                    message: "'\(scalar)' closes nothing; remove it or write '\\\(scalar)'")
            case "\\": parts.append(try escaped(at: start))
            default: parts.append(scalar)
            }
        }
    }

    private mutating func escaped(at start: Int) throws(TemplateError) -> Unicode.Scalar {
        guard let scalar = next() else {
            throw TemplateError(
                offset: start, message: "nothing follows the backslash; write '\\\\' for one")
        }
        return scalar
    }

    private mutating func slot(opened: Int) throws(TemplateError) -> TemplateExpression {
        let text = try name(until: "}", opened: opened)
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            .map(Self.trimmed)
        let list = parts[0]
        let name = parts.count > 1 ? parts[1] : list
        guard !list.isEmpty, !name.isEmpty else {
            throw TemplateError(
                offset: opened, message: "a slot needs a name; write {list} or {list:slot}")
        }
        return .slot(list: list, name: name, offset: opened)
    }

    private mutating func name(
        until closing: Unicode.Scalar, opened: Int
    ) throws(TemplateError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next() {
            if scalar == closing {
                let trimmed = Self.trimmed(String(name)[...])
                if !trimmed.isEmpty { return trimmed }
                throw TemplateError(offset: opened, message: "the name is empty; write one")
            }
            if "()[]{}<>|;".unicodeScalars.contains(scalar) { break }
            name.append(scalar)
        }
        throw TemplateError(
            offset: opened, message: "the name is never closed; add '\(closing)'")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

/// The parts of a group while it is read.
private struct Parts {
    private var literal = String.UnicodeScalarView()
    private var items: [TemplateExpression] = []
    private var alternatives: [TemplateExpression] = []
    private var permutation: [TemplateExpression] = []

    mutating func append(_ scalar: Unicode.Scalar) {
        literal.append(scalar)
    }

    mutating func append(_ item: TemplateExpression) {
        endLiteral()
        items.append(item)
    }

    private mutating func endLiteral() {
        if literal.isEmpty { return }
        items.append(.text(String(literal)))
        literal = String.UnicodeScalarView()
    }

    mutating func endAlternative() {
        endLiteral()
        switch items.count {
        case 0: alternatives.append(.empty)
        case 1: alternatives.append(items[0])
        default: alternatives.append(.sequence(items))
        }
        items = []
    }

    mutating func endPermutationItem() {
        endAlternative()
        permutation.append(
            alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives))
        alternatives = []
    }

    mutating func finished() -> TemplateExpression {
        if permutation.isEmpty {
            endAlternative()
            return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
        }
        endPermutationItem()
        return .permutation(permutation)
    }
}

extension TemplateExpression {
    fileprivate static func optional(_ inner: TemplateExpression) -> TemplateExpression {
        switch inner {
        case .alternatives(let items): .alternatives(items + [.empty])
        case .text, .sequence, .permutation, .slot, .rule: .alternatives([inner, .empty])
        }
    }
}
