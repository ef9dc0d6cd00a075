/// The standard library's view of a `JSONStream`.
struct JSONStreamEncoder: Encoder {
    let stream: JSONStream
    /// How many containers were open when the value began.
    let level: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let isDictionary = !stream.isProbing && ObjectIdentifier(type) == DictionaryKeys.type
        stream.open(keyed: true, isDictionary: isDictionary, level: level)
        return KeyedEncodingContainer(KeyedStream(stream: stream, level: level + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        stream.open(keyed: false, isDictionary: false, level: level)
        return UnkeyedStream(stream: stream, level: level + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleStream(stream: stream, level: level)
    }
}

private struct KeyedStream<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let stream: JSONStream
    let level: Int
    var codingPath: [any CodingKey] { [] }

    private func scalar(_ key: Key, _ write: (inout [UInt8]) -> Void) {
        stream.beginMember(key.stringValue, level: level)
        stream.scalar(write)
    }

    mutating func encodeNil(forKey key: Key) { scalar(key) { $0.append(contentsOf: "null".utf8) } }
    mutating func encode(_ value: Bool, forKey key: Key) {
        scalar(key) { JSON.bool(value).write(to: &$0) }
    }
    mutating func encode(_ value: String, forKey key: Key) {
        scalar(key) { $0.append(quoted: value) }
    }
    mutating func encode(_ value: Double, forKey key: Key) {
        scalar(key) { $0.append(number: value) }
    }
    mutating func encode(_ value: Int, forKey key: Key) {
        scalar(key) { $0.append(decimal: value) }
    }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        stream.beginMember(key.stringValue, level: level)
        try stream.write(value, level: level)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        stream.beginMember(key.stringValue, level: level)
        return JSONStreamEncoder(stream: stream, level: level).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        stream.beginMember(key.stringValue, level: level)
        return JSONStreamEncoder(stream: stream, level: level).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { superEncoder(named: "super") }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
        superEncoder(named: key.stringValue)
    }

    private func superEncoder(named name: String) -> any Encoder {
        stream.beginMember(name, level: level)
        return JSONStreamEncoder(stream: stream, level: level)
    }
}

private struct UnkeyedStream: UnkeyedEncodingContainer {
    let stream: JSONStream
    let level: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { stream.count(level: level) }

    mutating func encodeNil() {
        stream.beginElement(level: level)
        stream.scalar { $0.append(contentsOf: "null".utf8) }
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        stream.beginElement(level: level)
        try stream.write(value, level: level)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        stream.beginElement(level: level)
        return JSONStreamEncoder(stream: stream, level: level).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        stream.beginElement(level: level)
        return JSONStreamEncoder(stream: stream, level: level).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        stream.beginElement(level: level)
        return JSONStreamEncoder(stream: stream, level: level)
    }
}

private struct SingleStream: SingleValueEncodingContainer {
    let stream: JSONStream
    let level: Int
    var codingPath: [any CodingKey] { [] }

    private func integer(_ value: some BinaryInteger) {
        stream.scalar { $0.append(contentsOf: String(value).utf8) }
    }

    mutating func encodeNil() { stream.scalar { $0.append(contentsOf: "null".utf8) } }
    mutating func encode(_ value: Bool) { stream.scalar { JSON.bool(value).write(to: &$0) } }
    mutating func encode(_ value: String) { stream.scalar { $0.append(quoted: value) } }
    mutating func encode(_ value: Double) { stream.scalar { $0.append(number: value) } }
    mutating func encode(_ value: Float) { stream.scalar { $0.append(number: Double(value)) } }
    mutating func encode(_ value: Int) { stream.scalar { $0.append(decimal: value) } }
    mutating func encode(_ value: Int8) { integer(value) }
    mutating func encode(_ value: Int16) { integer(value) }
    mutating func encode(_ value: Int32) { integer(value) }
    mutating func encode(_ value: Int64) { integer(value) }
    mutating func encode(_ value: UInt) { encode(UInt64(value)) }
    mutating func encode(_ value: UInt8) { integer(value) }
    mutating func encode(_ value: UInt16) { integer(value) }
    mutating func encode(_ value: UInt32) { integer(value) }
    /// Above `Int.max` (the low half of a `Duration`) in quotation marks: JSON's integers end there.
    mutating func encode(_ value: UInt64) {
        if value > Int.max { encode(String(value)) } else { integer(value) }
    }
    mutating func encode<T: Encodable>(_ value: T) throws {
        try stream.write(value, level: level)
    }
}
