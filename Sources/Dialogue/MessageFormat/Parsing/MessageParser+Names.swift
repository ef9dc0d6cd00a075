/// The small pieces: names, variables and literals.
extension MessageParser {
    /// A variable or a literal; nil where neither stands.
    mutating func value() throws(MessageSyntaxError) -> MessageModel.Operand? {
        if let name = try variable() { return .variable(name) }
        return try literal().map(MessageModel.Operand.literal)
    }

    /// `$name`; nil where no `$` stands.
    mutating func variable() throws(MessageSyntaxError) -> String? {
        guard scanner.take("$") else { return nil }
        guard let name = scanner.takeName() else {
            throw wrong("no name after '$'", cure: "write $name")
        }
        return name
    }

    /// `name` or `namespace:name`.
    mutating func identifier(of what: String) throws(MessageSyntaxError) -> String {
        guard let first = scanner.takeName() else {
            throw wrong("no name of the \(what)", cure: "names start with a letter")
        }
        guard scanner.take(":") else { return first }
        guard let second = scanner.takeName() else {
            throw wrong("no name after '\(first):'", cure: "write \(first):name")
        }
        return first + ":" + second
    }

    /// `|quoted|` or an unquoted run of name characters; nil where neither stands.
    mutating func literal() throws(MessageSyntaxError) -> String? {
        let start = scanner.offset
        guard scanner.take("|") else {
            let text = scanner.takeNameCharacters()
            return text.isEmpty ? nil : text
        }
        var text = String.UnicodeScalarView()
        while let scalar = scanner.current, scalar != "|" {
            text.append(try textCharacter(scalar))
        }
        guard scanner.take("|") else {
            throw wrong("'|' is not closed", cure: "end the text with '|'", at: start)
        }
        return String(text)
    }
}
