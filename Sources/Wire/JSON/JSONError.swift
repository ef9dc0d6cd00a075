/// Why a text is no JSON value that we accept.
public struct JSONError: Error, Equatable, Sendable {
    public var problem: Problem
    /// The byte, from 0, at which it was noticed.
    public var offset: Int

    public enum Problem: Equatable, Sendable {
        case unexpectedByte(UInt8)
        case unexpectedEnd
        /// Bytes after the value.
        case trailingBytes
        case badUTF8
        /// A control character inside a string must be escaped.
        case controlCharacter
        case badEscape
        /// Half of a surrogate pair.
        case loneSurrogate
        case badNumber
        /// Outside of the 64-bit integers, or of the finite doubles, or of 400 digits.
        case numberTooLarge
        case duplicateName(String)
        case nameTooLong
        case tooDeep
    }

    /// `byte 12: a comma or the end of the object is missing`.
    public var message: String { "byte \(offset): \(what)" }

    private var what: String {
        switch problem {
        case .unexpectedByte(let byte):
            byte >= 0x20 && byte < 0x7F
                ? "'\(Character(Unicode.Scalar(byte)))' is not expected here"
                : "the byte 0x\(String(byte, radix: 16)) is not expected here"
        case .unexpectedEnd: "the text ends too early"
        case .trailingBytes: "something follows the value"
        case .badUTF8: "the string is no UTF-8"
        case .controlCharacter: "a control character must be escaped"
        case .badEscape: "no such escape"
        case .loneSurrogate: "half of a surrogate pair"
        case .badNumber: "no JSON number"
        case .numberTooLarge: "the number is too large"
        case .duplicateName(let name): "the name '\(name)' occurs twice"
        case .nameTooLong: "a name is longer than \(JSONParser.maximumNameBytes) bytes"
        case .tooDeep: "nested deeper than \(JSONParser.maximumDepth)"
        }
    }
}
