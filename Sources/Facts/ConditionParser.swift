/// A condition as a pack writes it, before it is read: a test, or all / any / not of such.
public indirect enum ConditionTree: Equatable, Sendable {
    /// One test, as `order.total >= 500 EUR`. The mark comes back with its error.
    case test(String, mark: Int)
    case all([ConditionTree])
    case any([ConditionTree])
    case not(ConditionTree)
}

/// Why a test cannot be read: where, what, and what to do about it.
public struct ConditionError: Error, Equatable, Sendable {
    /// The mark of the test in its tree; 0 for a lone test.
    public var mark = 0
    /// Unicode scalars from the start of the test.
    public var offset: Int
    /// What is wrong, without a full stop.
    public var what: String
    /// How to put it right, without a full stop.
    public var cure: String

    public init(offset: Int, what: String, cure: String) {
        self.offset = offset
        self.what = what
        self.cure = cure
    }
}

extension Condition {
    /// Reads a tree; the tests that cannot be read are left out and reported, in order.
    public static func reading(
        _ tree: ConditionTree
    ) -> (condition: Condition, errors: [ConditionError]) {
        switch tree {
        case .test(let text, let mark):
            do {
                return (.test(try Comparison(reading: text)), [])
            } catch {
                var marked = error
                marked.mark = mark
                return (.always, [marked])
            }
        case .all(let parts):
            let read = parts.map(reading)
            return (.all(read.map(\.condition)), read.flatMap(\.errors))
        case .any(let parts):
            let read = parts.map(reading)
            return (.any(read.map(\.condition)), read.flatMap(\.errors))
        case .not(let part):
            let read = reading(part)
            return (.not(read.condition), read.errors)
        }
    }
}

extension Comparison {
    /// Reads one test: `field op value`, `field is missing`, `said human`, `message mentions
    /// a_list`, `delivered_at within 30d`, `contacts within 7d >= 3`.
    public init(reading text: String) throws(ConditionError) {
        var parser = ConditionParser(text)
        self = try parser.comparison()
    }
}

/// Reads one test from left to right.
struct ConditionParser {
    private var rest: TextReader

    init(_ text: String) {
        rest = TextReader(text)
    }

    mutating func comparison() throws(ConditionError) -> Comparison {
        rest.skipBlanks()
        let start = rest.offset
        let field = rest.word()
        guard !field.isEmpty else {
            throw ConditionError(
                offset: start, what: "a test begins with a field",
                cure: "write `field op value`, as `order.status = delivered`")
        }
        if field == "not" {
            throw ConditionError(
                offset: start, what: "a test has no `not` in front",
                cure: "write {not: …} around it, or use != or `is missing`")
        }
        let path = try Self.path(field, at: start)
        rest.skipBlanks()
        if path == ["said"] { return try said() }
        return try comparison(of: path)
    }

    /// The steps of a dotted name.
    static func path(_ text: String, at offset: Int) throws(ConditionError) -> [String] {
        let steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !steps.contains("") else {
            throw ConditionError(
                offset: offset, what: "'\(text)' is not a path",
                cure: "write names with single dots between them, as order.status")
        }
        return steps
    }

    private mutating func said() throws(ConditionError) -> Comparison {
        let name = rest.word()
        guard !name.isEmpty else {
            throw ConditionError(
                offset: rest.offset, what: "`said` needs what was said", cure: "write `said human`")
        }
        try end(after: "said \(name)")
        return Comparison(
            field: ["said", name], relation: .equal, operand: .value(.flag(true)))
    }

    private mutating func comparison(of path: [String]) throws(ConditionError) -> Comparison {
        let start = rest.offset
        let name = path.joined(separator: ".")
        switch rest.operation() {
        case "is": return try state(of: path, at: start)
        case "mentions": return try mention(by: path, at: start)
        case "within": return try within(path)
        case "==":
            throw ConditionError(offset: start, what: "there is no ==", cure: "write a single =")
        case "":
            throw ConditionError(
                offset: start, what: "nothing is asked of '\(name)'",
                cure: "add `is set`, `is missing`, or an operator and a value")
        case let word:
            guard let relation = Relation(rawValue: word) else {
                throw ConditionError(
                    offset: start, what: "there is no operator '\(word)'",
                    cure: "use = != < <= > >= in, has, within, mentions, is set, is missing")
            }
            return Comparison(
                field: path, relation: relation, operand: try operand(of: relation))
        }
    }

    private mutating func state(
        of path: [String], at start: Int
    ) throws(ConditionError) -> Comparison {
        rest.skipBlanks()
        let word = rest.word()
        let relation: Relation
        switch word {
        case "missing": relation = .isMissing
        case "set": relation = .isSet
        case "not", "unset", "empty":
            throw ConditionError(
                offset: start, what: "there is no `is \(word)`",
                cure: "write `is missing`, or != and a value")
        default:
            throw ConditionError(
                offset: start, what: "`is` goes with `set` or `missing`",
                cure: word.isEmpty ? "write `is set` or `is missing`" : "write `= \(word)`")
        }
        try end(after: "is \(word)")
        return Comparison(field: path, relation: relation, operand: .none)
    }

    private mutating func mention(
        by path: [String], at start: Int
    ) throws(ConditionError) -> Comparison {
        guard path == ["message"] || path == ["text"] else {
            throw ConditionError(
                offset: start, what: "only the message mentions a word list",
                cure: "write `message mentions …`, or `has` for a list")
        }
        rest.skipBlanks()
        let list = rest.word()
        guard !list.isEmpty else {
            throw ConditionError(
                offset: rest.offset, what: "`mentions` needs the name of a word list",
                cure: "write `message mentions legal_words`")
        }
        try end(after: "mentions \(list)")
        return Comparison(
            field: ["message", "mentions"], relation: .has, operand: .value(.text(list)))
    }

    /// `delivered_at within 30d`, or a count over a time: `contacts within 7d >= 3`.
    private mutating func within(_ path: [String]) throws(ConditionError) -> Comparison {
        rest.skipBlanks()
        let start = rest.offset
        let span = rest.word()
        guard let duration = Duration(shortText: span) else {
            throw ConditionError(
                offset: start, what: "`within` needs a time, not '\(span)'",
                cure: "write a number with s, m, h, d or w, as 30d or 1h30m")
        }
        rest.skipBlanks()
        guard !rest.isAtEnd else {
            return Comparison(
                field: path, relation: .within,
                operand: .duration(milliseconds: duration.milliseconds))
        }
        return try comparison(of: path + ["within \(span)"])
    }

    private mutating func operand(of relation: Relation) throws(ConditionError) -> Operand {
        rest.skipBlanks()
        let start = rest.offset
        let text = rest.remainder()
        guard !text.isEmpty else {
            throw ConditionError(
                offset: start, what: "`\(relation.rawValue)` needs a value to compare with",
                cure: "add it, or ask `is set` / `is missing`")
        }
        if text.hasPrefix("$") {
            return .field(try Self.path(String(text.dropFirst()), at: start))
        }
        if text.hasPrefix("[") { return try list(text, of: relation, at: start) }
        guard relation != .oneOf else {
            throw ConditionError(
                offset: start, what: "`in` needs a list",
                cure: "write `in [\(text)]` or `= \(text)`")
        }
        let value = try Self.value(text, at: start)
        try Self.check(value, text: text, of: relation, at: start)
        return .value(value)
    }

    private func list(
        _ text: String, of relation: Relation, at start: Int
    ) throws(ConditionError) -> Operand {
        guard relation == .oneOf else {
            throw ConditionError(
                offset: start, what: "`\(relation.rawValue)` takes one value, not a list",
                cure: "write `in \(text)`")
        }
        guard text.hasSuffix("]"), text.utf8.count > 2 else {
            throw ConditionError(
                offset: start, what: "the list is empty or not closed", cure: "write [a, b]")
        }
        var values: [Value] = []
        for part in TextReader.parts(of: String(text.dropFirst().dropLast())) {
            values.append(try Self.value(part, at: start))
        }
        return .values(values)
    }

    private static func value(_ text: String, at start: Int) throws(ConditionError) -> Value {
        let value = Value(literal: text)
        guard value == .text(text) else { return value }
        if text.isEmpty {
            throw ConditionError(
                offset: start, what: "a value is missing between commas", cure: "remove the comma")
        }
        if text.hasBytes(of: " and ") || text.hasBytes(of: " or ")
            || text.utf8.contains(where: { "<>=".utf8.contains($0) })
        {
            throw ConditionError(
                offset: start, what: "'\(text)' looks like a second test",
                cure: "write each test as its own entry of a list (all), or under {any: […]}; "
                    + "put quotes around a text")
        }
        return value
    }

    private static func check(
        _ value: Value, text: String, of relation: Relation, at start: Int
    ) throws(ConditionError) {
        switch relation {
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            switch value {
            case .integer, .number, .money, .day, .instant: return
            case .text, .flag, .list, .record: break
            }
            let isTime = Duration(shortText: text) != nil
            throw ConditionError(
                offset: start, what: "'\(text)' has no order for `\(relation.rawValue)`",
                cure: isTime
                    ? "write `within \(text)` for a time before now"
                    : "compare with a number, an amount as 500 EUR, or a day as 2026-03-02")
        case .equal, .notEqual, .oneOf, .has, .within, .isMissing, .isSet: return
        }
    }

    private mutating func end(after what: String) throws(ConditionError) {
        rest.skipBlanks()
        guard rest.isAtEnd else {
            throw ConditionError(
                offset: rest.offset, what: "something follows `\(what)`",
                cure: "write each test as its own entry of a list")
        }
    }
}

/// Takes words off the front of a short text.
private struct TextReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// Unicode scalars before the position.
    var offset: Int { bytes[..<position].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

    mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    mutating func word() -> String { take(while: Self.isWordByte) }

    /// A run of `=<>!` or a word.
    mutating func operation() -> String {
        let symbol = take { "=<>!".utf8.contains($0) }
        return symbol.isEmpty ? word() : symbol
    }

    /// What is left, without blanks at the end.
    mutating func remainder() -> String {
        var end = bytes.count
        while end > position, bytes[end - 1] <= 0x20 { end -= 1 }
        defer { position = bytes.count }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private mutating func take(while condition: (UInt8) -> Bool) -> String {
        let start = position
        while position < bytes.count, condition(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
            || byte == 0x5F || byte == 0x2E || byte >= 0x80
    }

    /// The texts between the commas outside quotes, without blanks around them.
    static func parts(of text: String) -> [String] {
        var parts: [[UInt8]] = [[]]
        var quote: UInt8?
        for byte in text.utf8 {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x2C {
                parts.append([])
                continue
            }
            parts[parts.count - 1].append(byte)
        }
        return parts.map { part in
            var reader = TextReader(String(decoding: part, as: UTF8.self))
            reader.skipBlanks()
            return reader.remainder()
        }
    }
}
