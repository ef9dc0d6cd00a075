extension JSONParser {
    /// Reads a string from its opening quotation mark to behind the closing one.
    mutating func parseString() throws(JSONError) -> String {
        position += 1
        let start = position
        try scanPlain()
        if current == UInt8(ascii: "\"") {
            let text = try validated(from: start)
            position += 1
            return text
        }
        return try parseEscapedString(from: start)
    }

    /// Moves to the next quotation mark or backslash.
    private mutating func scanPlain() throws(JSONError) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            guard byte >= 0x20 else { throw failure(.controlCharacter) }
            position += 1
        }
        throw failure(.unexpectedEnd)
    }

    private func validated(from start: Int) throws(JSONError) -> String {
        guard start < position else { return "" }
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<position])
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw JSONError(problem: .badUTF8, offset: start)
        }
        return text
    }

    /// The slow path: the text so far, then escapes and plain runs in turn.
    private mutating func parseEscapedString(from start: Int) throws(JSONError) -> String {
        var text = try validated(from: start)
        while true {
            if current == UInt8(ascii: "\\") {
                position += 1
                text.unicodeScalars.append(try parseEscape())
            } else {
                position += 1
                return text
            }
            let runStart = position
            try scanPlain()
            text += try validated(from: runStart)
        }
    }

    private mutating func parseEscape() throws(JSONError) -> Unicode.Scalar {
        guard let byte = current else { throw failure(.unexpectedEnd) }
        let scalar: Unicode.Scalar
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            scalar = Unicode.Scalar(byte)
        case UInt8(ascii: "b"): scalar = "\u{08}"
        case UInt8(ascii: "f"): scalar = "\u{0C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        case UInt8(ascii: "u"): return try parseUnicodeEscape()
        default: throw failure(.badEscape)
        }
        position += 1
        return scalar
    }

    private mutating func parseUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
        position += 1
        let first = try parseFourHexDigits()
        if let scalar = Unicode.Scalar(UInt16(first)) { return scalar }
        guard first < 0xDC00, current == UInt8(ascii: "\\"), position + 1 < bytes.count,
            bytes[position + 1] == UInt8(ascii: "u")
        else { throw failure(.loneSurrogate) }
        position += 2
        let second = try parseFourHexDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw failure(.loneSurrogate) }
        return scalar
    }

    private mutating func parseFourHexDigits() throws(JSONError) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw failure(.unexpectedEnd) }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw failure(.badEscape)
            }
            number = number << 4 | UInt32(digit)
            position += 1
        }
        return number
    }

    /// Reads a number: an integer where it is written as one, else a double.
    mutating func parseNumber() throws(JSONError) -> JSON {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let integerStart = position
        try skipDigits()
        if bytes[integerStart] == UInt8(ascii: "0"), position > integerStart + 1 {
            throw JSONError(problem: .badNumber, offset: start)
        }
        var isInteger = true
        if current == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            try skipDigits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isInteger = false
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try skipDigits()
        }
        return isInteger ? try integer(from: start) : try double(from: start)
    }

    private mutating func skipDigits() throws(JSONError) {
        let start = position
        while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            position += 1
        }
        guard position > start else {
            throw current == nil ? failure(.unexpectedEnd) : failure(.badNumber)
        }
    }

    private func integer(from start: Int) throws(JSONError) -> JSON {
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var value = 0
        for index in (isNegative ? start + 1 : start)..<position {
            let digit = Int(bytes[index] - UInt8(ascii: "0"))
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative
                ? product.subtractingReportingOverflow(digit)
                : product.addingReportingOverflow(digit)
            guard !overflow, !carry else {
                throw JSONError(problem: .numberTooLarge, offset: start)
            }
            value = sum
        }
        return .integer(value)
    }

    private func double(from start: Int) throws(JSONError) -> JSON {
        let token = UnsafeBufferPointer(rebasing: bytes[start..<position])
        guard token.count <= 400, let value = Double(String(decoding: token, as: UTF8.self)),
            value.isFinite
        else { throw JSONError(problem: .numberTooLarge, offset: start) }
        return .number(value)
    }
}
