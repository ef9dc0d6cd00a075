/// An action as transcripts write it: `shop.create_return(order=1042, reason=damaged) x2 -> ok id=$ret`.
public struct TalkCall: Equatable, Sendable {
    public var name: String
    public var arguments: [TalkArgument]
    /// How often; 1 where nothing is said.
    public var times: Int
    /// nil: any.
    public var outcome: String?
    /// Fields of the answer.
    public var result: [TalkArgument]

    public init(
        name: String, arguments: [TalkArgument] = [], times: Int = 1, outcome: String? = nil,
        result: [TalkArgument] = []
    ) {
        self.name = name
        self.arguments = arguments
        self.times = times
        self.outcome = outcome
        self.result = result
    }

    /// The canonical form.
    public var text: String {
        let inside = arguments.map(\.text).joined(separator: ", ")
        var text = "\(name)(\(inside))"
        if times != 1 { text += " x\(times)" }
        if let outcome { text += " -> \(outcome)" }
        return text + result.map { " " + $0.text }.joined()
    }

    /// The canonical form of a given outcome: `shop.order(order_id=1042) -> timeout x3`.
    public var givenText: String {
        let inside = arguments.map(\.text).joined(separator: ", ")
        let head = arguments.isEmpty ? name : "\(name)(\(inside))"
        let end = " -> \(outcome ?? "ok")" + (times == 1 ? "" : " x\(times)")
        return head + end + result.map { " " + $0.text }.joined()
    }
}

extension TalkCall {
    /// Reads a call; throws what is wrong with it.
    init(_ text: String) throws(TalkSyntaxError) {
        var scanner = TalkScanner(text)
        scanner.skipBlanks()
        name = scanner.take { $0.isTalkName }
        guard !name.isEmpty else { throw TalkSyntaxError("an action's name is missing") }
        arguments = []
        if scanner.skip("(") {
            while !scanner.skip(")") {
                guard !scanner.isAtEnd else { throw TalkSyntaxError("')' is missing") }
                arguments.append(try scanner.argument(until: ",)"))
                if !scanner.skip(",") { scanner.skipBlanks() }
            }
        }
        times = try scanner.times() ?? 1
        result = []
        scanner.skipBlanks()
        if scanner.skip("->") {
            scanner.skipBlanks()
            let word = scanner.take { $0.isTalkName }
            guard !word.isEmpty else { throw TalkSyntaxError("an outcome after '->' is missing") }
            outcome = word
            if let repeated = try scanner.times() { times = repeated }
            result = try scanner.arguments()
        }
        scanner.skipBlanks()
        guard scanner.isAtEnd else {
            throw TalkSyntaxError("'\(scanner.rest.prefix(30))' is not understood")
        }
    }
}

extension TalkArgument {
    /// `name=value`, the value quoted where it has blanks or commas.
    public var text: String {
        let isPlain =
            !value.isEmpty && !value.contains { " ,()\"\n".contains($0) }
        return "\(name)=" + (isPlain ? value : quoted)
    }

    private var quoted: String {
        var quoted = "\""
        for character in value {
            switch character {
            case "\\", "\"": quoted += "\\\(character)"
            case "\n": quoted += "\\n"
            case _: quoted.append(character)
            }
        }
        return quoted + "\""
    }
}

/// What a statement's text lacks.
struct TalkSyntaxError: Error {
    var what: String

    init(_ what: String) { self.what = what }
}

extension Character {
    /// Letters, digits and `._-/$`: what names and plain values are made of.
    var isTalkName: Bool {
        switch asciiValue {
        case (0x61...0x7A)?, (0x41...0x5A)?, (0x30...0x39)?: true
        case nil: isLetter || isNumber
        default: "._-/$".contains(self)
        }
    }
}

/// Walks over the text of one statement.
struct TalkScanner {
    private(set) var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    mutating func skip(_ text: String) -> Bool {
        skipBlanks()
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    mutating func take(while isTaken: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: isTaken)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    /// `x3`; nil where there is none.
    mutating func times() throws(TalkSyntaxError) -> Int? {
        skipBlanks()
        guard rest.first == "x", rest.dropFirst().first?.isNumber == true else { return nil }
        rest = rest.dropFirst()
        let digits = take { $0.isNumber }
        guard let number = Int(digits), (1...1000).contains(number) else {
            throw TalkSyntaxError("'x\(digits)' is not within x1…x1000")
        }
        return number
    }

    /// `name=value`; a value ends at a blank or one of `stops` unless it is quoted or inside brackets.
    mutating func argument(until stops: String = "") throws(TalkSyntaxError) -> TalkArgument {
        skipBlanks()
        let name = take { $0.isTalkName }
        guard !name.isEmpty, skip("=") else {
            throw TalkSyntaxError("'\(rest.prefix(20))' is no name=value")
        }
        skipBlanks()
        if rest.first == "\"" { return TalkArgument(name: name, value: try quoted()) }
        var depth = 0
        let value = take { character in
            if "{<[".contains(character) { depth += 1 }
            if "}>]".contains(character) { depth -= 1 }
            return depth > 0 || !(character == " " || stops.contains(character))
        }
        return TalkArgument(name: name, value: value)
    }

    /// All that is left, as arguments.
    mutating func arguments() throws(TalkSyntaxError) -> [TalkArgument] {
        var arguments: [TalkArgument] = []
        skipBlanks()
        while !isAtEnd {
            arguments.append(try argument())
            skipBlanks()
        }
        return arguments
    }

    private mutating func quoted() throws(TalkSyntaxError) -> String {
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            if character == "\"" { return value }
            if character == "\\", let next = rest.popFirst() {
                value.append(next == "n" ? "\n" : next)
            } else {
                value.append(character)
            }
        }
        throw TalkSyntaxError("a quotation mark is missing")
    }
}
