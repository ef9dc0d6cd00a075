extension JSON {
    /// Reads one value of a whole text. Throws `JSONError` with the byte at which it stopped.
    public init(bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var parser = JSONParser(bytes)
        self = try parser.parseDocument()
    }

    /// Reads one value of a whole text.
    public init(bytes: [UInt8]) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONError) in try JSON(bytes: buffer) }
        }.get()
    }

    /// Reads one value of a whole text.
    public init(parsing text: String) throws(JSONError) {
        try self.init(bytes: Array(text.utf8))
    }

    /// The shortest text: no spaces, members in their order. A double that is not finite becomes
    /// `null`.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The UTF-8 of `text`.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(256)
        write(to: &output)
        return output
    }

    /// Appends the UTF-8 of `text`.
    public func write(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .integer(let integer): output.append(decimal: integer)
        case .number(let number): output.append(number: number)
        case .string(let string): output.append(quoted: string)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                output.append(quoted: member.name)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }
}

extension [UInt8] {
    mutating func append(decimal integer: Int) {
        if integer >= 0, integer < 10 {
            append(UInt8(ascii: "0") + UInt8(integer))
        } else {
            append(contentsOf: String(integer).utf8)
        }
    }

    /// Swift's shortest form that reads back as the same double.
    mutating func append(number: Double) {
        append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    }

    /// The string in quotation marks; only `"`, `\` and control characters are escaped.
    mutating func append(quoted string: String) {
        append(UInt8(ascii: "\""))
        let isPlain = string.utf8.withContiguousStorageIfAvailable { buffer in
            let plain = buffer.allSatisfy { !$0.needsEscape }
            if plain { append(contentsOf: buffer) }
            return plain
        }
        if isPlain != true {
            for byte in string.utf8 { append(escaping: byte) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping byte: UInt8) {
        guard byte.needsEscape else {
            append(byte)
            return
        }
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            let digits = String(byte, radix: 16)
            append(contentsOf: (digits.utf8.count == 1 ? "u000" : "u00").utf8)
            append(contentsOf: digits.utf8)
        }
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}
