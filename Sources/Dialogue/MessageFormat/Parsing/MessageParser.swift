/// A recursive-descent parser of the MessageFormat 2 grammar. Nothing in the grammar nests, so
/// neither does the parser.
struct MessageParser {
    var scanner: MessageScanner

    init(_ source: String) {
        scanner = MessageScanner(source)
    }

    mutating func parse() throws(MessageSyntaxError) -> MessageModel {
        scanner.skipSpace()
        if scanner.isAt(".") || scanner.isAt("{{") { return try complexMessage() }
        scanner.moveBack(to: 0)
        let pattern = try pattern()
        if scanner.current != nil {
            throw wrong("a lone '}'", cure: "write '\\}' for a brace in the text")
        }
        return MessageModel(declarations: [], body: .pattern(pattern))
    }

    private mutating func complexMessage() throws(MessageSyntaxError) -> MessageModel {
        let declarations = try declarations()
        let body: MessageModel.Body
        if scanner.isAt("{{") {
            body = .pattern(try quotedPattern())
        } else if scanner.take(".match") {
            body = try matcher()
        } else {
            throw wrong("no message after the declarations", cure: "write it as {{text}} or .match")
        }
        scanner.skipSpace()
        if scanner.current != nil {
            throw wrong("text after the end of the message", cure: "put it inside the {{…}}")
        }
        return MessageModel(declarations: declarations, body: body)
    }

    private mutating func declarations() throws(MessageSyntaxError) -> [MessageModel.Declaration] {
        var result: [MessageModel.Declaration] = []
        while true {
            let start = scanner.offset
            if scanner.take(".input") {
                result.append(try inputDeclaration(from: start))
            } else if scanner.take(".local") {
                result.append(try localDeclaration(from: start))
            } else {
                return result
            }
            if result.count > MessageTemplate.maximumDeclarations {
                let limit = MessageTemplate.maximumDeclarations
                throw wrong("more than \(limit) declarations", cure: "split the message")
            }
            scanner.skipSpace()
        }
    }

    private mutating func inputDeclaration(
        from start: Int
    ) throws(MessageSyntaxError) -> MessageModel.Declaration {
        scanner.skipSpace()
        guard scanner.isAt("{"), case .expression(let expression) = try placeholder(),
            case .variable(let name)? = expression.operand
        else { throw wrong("'.input' without a variable", cure: "write .input {$name}", at: start) }
        return .init(isInput: true, name: name, expression: expression, offset: start)
    }

    private mutating func localDeclaration(
        from start: Int
    ) throws(MessageSyntaxError) -> MessageModel.Declaration {
        let form = "write .local $name = {…}"
        guard scanner.skipSpace() else { throw wrong("no space after '.local'", cure: form) }
        guard let name = try variable() else { throw wrong("no variable", cure: form) }
        scanner.skipSpace()
        guard scanner.take("=") else { throw wrong("no '=' after the variable", cure: form) }
        scanner.skipSpace()
        guard scanner.isAt("{"), case .expression(let expression) = try placeholder()
        else { throw wrong("'.local' without a value in braces", cure: form) }
        return .init(isInput: false, name: name, expression: expression, offset: start)
    }

    private mutating func matcher() throws(MessageSyntaxError) -> MessageModel.Body {
        var selectors: [MessageModel.Selector] = []
        var spaced = scanner.skipSpace()
        while scanner.isAt("$") {
            let offset = scanner.offset
            guard spaced, let name = try variable() else {
                throw wrong("no space before a selector", cure: "write .match $a $b")
            }
            selectors.append(.init(variable: name, offset: offset))
            spaced = scanner.skipSpace()
        }
        guard !selectors.isEmpty else {
            throw wrong(".match without a variable", cure: "declare one and write .match $name")
        }
        guard spaced else { throw wrong("no space after the selectors", cure: "add one") }
        var variants = [try variant()]
        scanner.skipSpace()
        while scanner.current != nil {
            variants.append(try variant())
            scanner.skipSpace()
        }
        return .select(selectors, variants)
    }

    private mutating func variant() throws(MessageSyntaxError) -> MessageModel.Variant {
        let start = scanner.offset
        var keys = [try key()]
        var spaced = scanner.skipSpace()
        while !scanner.isAt("{{") {
            guard spaced else { throw wrong("no space between keys", cure: "add one") }
            keys.append(try key())
            spaced = scanner.skipSpace()
        }
        return .init(keys: keys, pattern: try quotedPattern(), offset: start)
    }

    private mutating func key() throws(MessageSyntaxError) -> MessageModel.Key {
        if scanner.take("*") { return .any }
        if let literal = try literal() { return .literal(literal) }
        throw wrong("no key of a variant", cure: "write a key or '*', then {{text}}")
    }

    private mutating func quotedPattern() throws(MessageSyntaxError) -> [MessageModel.Element] {
        scanner.advance(by: 2)
        let elements = try pattern()
        guard scanner.take("}}") else {
            throw wrong("'{{' is not closed", cure: "end the message with '}}'")
        }
        return elements
    }

    /// An error at the current place, or at `place`.
    func wrong(_ what: String, cure: String, at place: Int? = nil) -> MessageSyntaxError {
        MessageSyntaxError(.syntax, offset: place ?? scanner.offset, what: what, cure: cure)
    }
}
