/// Patterns: text with placeholders.
extension MessageParser {
    /// Text and placeholders up to a `}` or the end.
    mutating func pattern() throws(MessageSyntaxError) -> [MessageModel.Element] {
        var elements: [MessageModel.Element] = []
        var text = scanner.takePlainText()
        while let scalar = scanner.current, scalar != "}" {
            if scalar == "{" {
                if !text.isEmpty { elements.append(.text(text)) }
                text = ""
                elements.append(try placeholder())
            } else {
                text.unicodeScalars.append(try textCharacter(scalar))
            }
            text += scanner.takePlainText()
        }
        if !text.isEmpty { elements.append(.text(text)) }
        return elements
    }

    /// A character of text or of a quoted literal, or its escape.
    mutating func textCharacter(
        _ scalar: Unicode.Scalar
    ) throws(MessageSyntaxError) -> Unicode.Scalar {
        guard scalar.value != 0 else { throw wrong("a NUL character", cure: "remove it") }
        if scalar == "\\" { return try escapedCharacter() }
        scanner.advance()
        return scalar
    }

    private mutating func escapedCharacter() throws(MessageSyntaxError) -> Unicode.Scalar {
        guard let scalar = scanner.peek(1), ["\\", "{", "|", "}"].contains(scalar) else {
            throw wrong("a lone '\\'", cure: "only \\\\ \\{ \\| \\} are escapes")
        }
        scanner.advance(by: 2)
        return scalar
    }

    /// `{…}`: an expression or markup.
    mutating func placeholder() throws(MessageSyntaxError) -> MessageModel.Element {
        let start = scanner.offset
        scanner.advance()
        scanner.skipSpace()
        let element: MessageModel.Element
        if scanner.isAt("#") || scanner.isAt("/") {
            element = .markup(try markup())
        } else {
            element = .expression(try expression(from: start))
        }
        guard scanner.take("}") else {
            let end = scanner.current == nil
            throw wrong(
                end ? "'{' is not closed" : "unexpected text in a placeholder",
                cure: end ? "end the placeholder with '}'" : "write {$name :function option=value}",
                at: end ? start : nil)
        }
        return element
    }

    private mutating func expression(
        from start: Int
    ) throws(MessageSyntaxError) -> MessageModel.Expression {
        var operand: MessageModel.Operand?
        var function: MessageModel.Function?
        var spaced = true
        if !scanner.isAt(":") {
            operand = try value()
            if operand == nil {
                let what = scanner.isAt("}") ? "an empty placeholder" : "no value in a placeholder"
                throw wrong(what, cure: "write {$name}, or '\\{' for a brace", at: start)
            }
            spaced = scanner.skipSpace()
        }
        if scanner.isAt(":") {
            guard spaced else { throw wrong("no space before the function", cure: "add one") }
            scanner.advance()
            function = MessageModel.Function(
                name: try identifier(of: "function"), options: try options(spaced: &spaced))
        }
        try attributes(spaced: &spaced)
        return .init(operand: operand, function: function)
    }

    private mutating func markup() throws(MessageSyntaxError) -> MessageModel.Markup {
        let closing = scanner.isAt("/")
        scanner.advance()
        var spaced = false
        var markup = MessageModel.Markup(
            kind: closing ? .close : .open, name: try identifier(of: "markup"),
            options: try options(spaced: &spaced))
        try attributes(spaced: &spaced)
        if !closing, scanner.take("/") { markup.kind = .standalone }
        return markup
    }

    /// `option=value` pairs; leaves `spaced` telling whether space stands before what follows.
    private mutating func options(
        spaced: inout Bool
    ) throws(MessageSyntaxError) -> [MessageModel.Option] {
        var result: [MessageModel.Option] = []
        spaced = scanner.skipSpace()
        while let next = scanner.current, next.startsMessageName || next.isDirectionMark {
            let start = scanner.offset
            guard spaced else { throw wrong("no space before an option", cure: "add one") }
            let name = try identifier(of: "option")
            scanner.skipSpace()
            guard scanner.take("=") else {
                throw wrong("no '=' after the option '\(name)'", cure: "write \(name)=value")
            }
            scanner.skipSpace()
            guard let value = try value() else {
                throw wrong("no value for the option '\(name)'", cure: "write \(name)=value")
            }
            if result.contains(where: { $0.name == name }) {
                throw MessageSyntaxError(
                    .duplicateOptionName, offset: start,
                    what: "the option '\(name)' stands twice", cure: "remove one")
            }
            result.append(.init(name: name, value: value))
            spaced = scanner.skipSpace()
        }
        return result
    }

    /// `@name=value` notes for translators: checked and dropped.
    private mutating func attributes(spaced: inout Bool) throws(MessageSyntaxError) {
        while scanner.isAt("@") {
            guard spaced else { throw wrong("no space before an attribute", cure: "add one") }
            scanner.advance()
            _ = try identifier(of: "attribute")
            spaced = scanner.skipSpace()
            guard scanner.take("=") else { continue }
            scanner.skipSpace()
            guard try literal() != nil else {
                throw wrong("no value for the attribute", cure: "write @name=text")
            }
            spaced = scanner.skipSpace()
        }
    }
}
