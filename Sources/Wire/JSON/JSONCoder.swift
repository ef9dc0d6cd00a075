/// Stores `Codable` values as JSON. The bytes depend on the value only: dictionaries are written in
/// the order of their names. An `indirect` chain deeper than the parser's 64 cannot be read back.
public enum JSONCoder {
    /// The value's JSON text in UTF-8. Throws what the value's `encode(to:)` throws.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let writer = JSONStream()
        try writer.write(value, level: 0)
        return writer.output
    }

    /// Reads a value back. Throws `JSONError` for bad text, `DecodingError` for the wrong shape.
    public static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        try JSONTree(try JSON(bytes: bytes), parent: nil, key: nil).value(type)
    }

    /// Reads a value back. Throws `JSONError` for bad text, `DecodingError` for the wrong shape.
    public static func decode<T: Decodable>(
        _ type: T.Type, from bytes: UnsafeBufferPointer<UInt8>
    ) throws -> T {
        try JSONTree(try JSON(bytes: bytes), parent: nil, key: nil).value(type)
    }

    /// Reads a value out of a JSON value.
    public static func decode<T: Decodable>(_ type: T.Type, from json: JSON) throws -> T {
        try JSONTree(json, parent: nil, key: nil).value(type)
    }
}
