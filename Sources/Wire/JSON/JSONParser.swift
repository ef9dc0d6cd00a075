/// A strict reader of RFC 8259: no trailing comma, no leading zero, no comment, no lone surrogate,
/// no duplicate name, valid UTF-8 only. Its limits keep hostile texts linear in time and shallow on
/// the stack.
struct JSONParser {
    /// Arrays and objects inside of each other.
    static let maximumDepth = 64
    /// Bytes of a member's name: long names cost in comparisons.
    static let maximumNameBytes = 1024
    /// From this many members on, duplicates are found with a set.
    static let smallObject = 12

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The one value of the whole text.
    mutating func parseDocument() throws(JSONError) -> JSON {
        skipSpace()
        let value = try parseValue(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw failure(.trailingBytes) }
        return value
    }

    /// The byte at the position, or nil at the end.
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    func failure(_ problem: JSONError.Problem) -> JSONError {
        JSONError(problem: problem, offset: position)
    }

    func unexpected() -> JSONError {
        failure(current.map { .unexpectedByte($0) } ?? .unexpectedEnd)
    }

    mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    mutating func parseValue(depth: Int) throws(JSONError) -> JSON {
        guard let byte = current else { throw failure(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "{"): return try parseObject(depth: depth + 1)
        case UInt8(ascii: "["): return try parseArray(depth: depth + 1)
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        default: throw unexpected()
        }
    }

    private mutating func parseWord(
        _ word: StaticString, _ value: JSON
    ) throws(JSONError) -> JSON {
        for index in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[index] else { throw unexpected() }
            position += 1
        }
        return value
    }

    private mutating func parseArray(depth: Int) throws(JSONError) -> JSON {
        guard depth <= Self.maximumDepth else { throw failure(.tooDeep) }
        position += 1
        var elements: [JSON] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            skipSpace()
            elements.append(try parseValue(depth: depth))
            if try !continues(closedBy: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func parseObject(depth: Int) throws(JSONError) -> JSON {
        guard depth <= Self.maximumDepth else { throw failure(.tooDeep) }
        position += 1
        var members: [JSON.Member] = []
        var names: Set<[UInt8]> = []
        skipSpace()
        if current == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            let name = try parseName()
            try refuseDuplicate(name, among: members, names: &names)
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw unexpected() }
            position += 1
            skipSpace()
            members.append(JSON.Member(name, try parseValue(depth: depth)))
            if try !continues(closedBy: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    /// After an element: true after a comma, false after the closing byte.
    private mutating func continues(closedBy closing: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        guard let byte = current, byte == closing || byte == UInt8(ascii: ",") else {
            throw unexpected()
        }
        position += 1
        return byte != closing
    }

    private mutating func parseName() throws(JSONError) -> String {
        guard current == UInt8(ascii: "\"") else { throw unexpected() }
        let name = try parseString()
        guard name.utf8.count <= Self.maximumNameBytes else { throw failure(.nameTooLong) }
        return name
    }

    private func refuseDuplicate(
        _ name: String, among members: [JSON.Member], names: inout Set<[UInt8]>
    ) throws(JSONError) {
        let isDuplicate: Bool
        if members.count < Self.smallObject {
            isDuplicate = members.contains { $0.name.isSameBytes(as: name) }
        } else {
            if names.isEmpty { names = Set(members.map { Array($0.name.utf8) }) }
            isDuplicate = !names.insert(Array(name.utf8)).inserted
        }
        if isDuplicate { throw failure(.duplicateName(name)) }
    }
}
