/// The data model errors of the specification, and what the model reads from outside.
extension MessageModel {
    /// Parses `source` and checks the declarations and variants.
    init(parsing source: String) throws(MessageSyntaxError) {
        let limit = MessageTemplate.maximumSourceBytes
        guard source.utf8.count <= limit else {
            throw MessageSyntaxError(
                .syntax, offset: 0, what: "a message of more than \(limit) bytes",
                cure: "split it into several replies")
        }
        var parser = MessageParser(source)
        self = try parser.parse()
        try checkDeclarations()
        if case .select(let selectors, let variants) = body {
            try checkSelectors(selectors)
            try checkVariants(variants, selectors: selectors.count)
        }
    }

    /// A variable is declared once, and before anything reads it.
    private func checkDeclarations() throws(MessageSyntaxError) {
        var known: Set<String> = []
        for declaration in declarations {
            let own =
                declaration.isInput
                ? declaration.expression.optionVariables : declaration.expression.variables
            if known.contains(declaration.name) || own.contains(declaration.name) {
                throw MessageSyntaxError(
                    .duplicateDeclaration, offset: declaration.offset,
                    what: "$\(declaration.name) is declared or used before this declaration",
                    cure: "declare it once, before its first use")
            }
            known.formUnion(own)
            known.insert(declaration.name)
        }
    }

    private func checkSelectors(_ selectors: [Selector]) throws(MessageSyntaxError) {
        for selector in selectors where !isAnnotated(selector.variable) {
            throw MessageSyntaxError(
                .missingSelectorAnnotation, offset: selector.offset,
                what: "no function tells how to select by $\(selector.variable)",
                cure: "declare .input {$\(selector.variable) :number} or … :string}")
        }
    }

    /// Whether the declaration of `name`, or of the variable it stands for, has a function.
    private func isAnnotated(_ name: String) -> Bool {
        var name = name
        for declaration in declarations.reversed() where declaration.name == name {
            if declaration.expression.function != nil { return true }
            guard !declaration.isInput, case .variable(let next)? = declaration.expression.operand
            else { return false }
            name = next
        }
        return false
    }

    private func checkVariants(
        _ variants: [Variant], selectors: Int
    ) throws(MessageSyntaxError) {
        var seen: [[Key]] = []
        for variant in variants {
            if variant.keys.count != selectors {
                throw MessageSyntaxError(
                    .variantKeyMismatch, offset: variant.offset,
                    what: "\(variant.keys.count) keys for \(selectors) selectors",
                    cure: "write one key for each variable after .match")
            }
            if seen.contains(variant.keys) {
                throw MessageSyntaxError(
                    .duplicateVariant, offset: variant.offset,
                    what: "a second variant with the same keys", cure: "remove one")
            }
            seen.append(variant.keys)
        }
        if !seen.contains(Array(repeating: .any, count: selectors)) {
            throw MessageSyntaxError(
                .missingFallbackVariant, offset: variants.last?.offset ?? 0,
                what: "no variant for every other case",
                cure: "add \(Array(repeating: "*", count: selectors).joined(separator: " ")) {{…}}")
        }
    }

    /// Every expression in order of writing, those of unused variants too.
    private var expressions: [Expression] {
        let patterns: [[Element]]
        switch body {
        case .pattern(let pattern): patterns = [pattern]
        case .select(_, let variants): patterns = variants.map(\.pattern)
        }
        return declarations.map(\.expression) + patterns.joined().compactMap(\.expression)
    }

    /// The names of the arguments it reads, in order of first use.
    var externalVariables: [String] {
        let locals = declarations.filter { !$0.isInput }.map(\.name)
        var external: [String] = []
        for expression in expressions {
            // A handful: looked through faster than hashed.
            for name in expression.variables
            where !locals.contains(name) && !external.contains(name) {
                external.append(name)
            }
        }
        return external
    }

    /// The functions it names, in order of first use.
    var functions: [String] {
        var seen: Set<String> = []
        return expressions.compactMap { $0.function?.name }.filter { !$0.hasPrefix("#") }.filter {
            seen.insert($0).inserted
        }
    }
}

extension MessageModel.Element {
    /// The expression; markup's options count as one without an operand.
    fileprivate var expression: MessageModel.Expression? {
        switch self {
        case .text: nil
        case .expression(let expression): expression
        case .markup(let markup):
            .init(operand: nil, function: .init(name: "#" + markup.name, options: markup.options))
        }
    }
}

extension MessageModel.Expression {
    fileprivate var variables: [String] {
        (operand.map { [$0] } ?? []).compactMap(\.variable) + optionVariables
    }

    fileprivate var optionVariables: [String] {
        (function?.options ?? []).map(\.value).compactMap(\.variable)
    }
}

extension MessageModel.Operand {
    fileprivate var variable: String? {
        switch self {
        case .variable(let name): name
        case .literal: nil
        }
    }
}
