import Facts

/// The decoder: a JSON value and where it was found.
final class JSONTree: Decoder {
    let json: JSON
    private let parent: JSONTree?
    private let key: (any CodingKey)?

    init(_ json: JSON, parent: JSONTree?, key: (any CodingKey)?) {
        self.json = json
        self.parent = parent
        self.key = key
    }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Worked out only for an error's message.
    var codingPath: [any CodingKey] {
        (parent?.codingPath ?? []) + (key.map { [$0] } ?? [])
    }

    /// The value itself; the frequent types without a detour through their `init(from:)`.
    func value<T: Decodable>(_ type: T.Type) throws -> T {
        if type == String.self, let string = json.string as? T { return string }
        if type == Int.self, let integer = json.integer as? T { return integer }
        if type == Value.self, let value = Value(json: json) as? T { return value }
        if type == Record.self, let record = Record(json: json) as? T { return record }
        return try T(from: self)
    }

    func mismatch(_ type: Any.Type) -> DecodingError {
        DecodingError.typeMismatch(
            type,
            DecodingError.Context(
                codingPath: codingPath, debugDescription: "\(json.kind) stands there"))
    }

    func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = json else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(KeyedTree(tree: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = json else { throw mismatch([Any].self) }
        return UnkeyedTree(tree: self, elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        SingleTree(tree: self)
    }
}

private struct KeyedTree<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tree: JSONTree
    let members: [JSON.Member]
    var codingPath: [any CodingKey] { tree.codingPath }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    private func find(_ key: Key) -> JSON? {
        let name = key.stringValue
        return members.first { $0.name.isSameBytes(as: name) }?.value
    }

    private func child(_ key: Key) throws -> JSONTree {
        guard let json = find(key) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: codingPath, debugDescription: "missing"))
        }
        return JSONTree(json, parent: tree, key: key)
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try child(key).json.isNull }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try child(key).value(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try child(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try child(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let key = Key(stringValue: "super") else { throw tree.mismatch(Key.self) }
        return try child(key)
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

private struct UnkeyedTree: UnkeyedDecodingContainer {
    let tree: JSONTree
    let elements: [JSON]
    var currentIndex = 0
    var codingPath: [any CodingKey] { tree.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private struct Index: CodingKey {
        var intValue: Int?
        var stringValue: String { String(intValue ?? 0) }
        init?(intValue: Int) { self.intValue = intValue }
        init?(stringValue: String) { nil }
    }

    private func child() throws -> JSONTree {
        guard currentIndex < elements.count else {
            throw DecodingError.valueNotFound(
                Any.self,
                DecodingError.Context(codingPath: codingPath, debugDescription: "the array ends"))
        }
        return JSONTree(elements[currentIndex], parent: tree, key: Index(intValue: currentIndex))
    }

    mutating func decodeNil() throws -> Bool {
        let isNull = try child().json.isNull
        if isNull { currentIndex += 1 }
        return isNull
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let value = try child().value(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try child().container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try child().unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try child()
        currentIndex += 1
        return decoder
    }
}

private struct SingleTree: SingleValueDecodingContainer {
    let tree: JSONTree
    var codingPath: [any CodingKey] { tree.codingPath }

    func decodeNil() -> Bool { tree.json.isNull }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard let bool = tree.json.bool else { throw tree.mismatch(type) }
        return bool
    }

    func decode(_ type: String.Type) throws -> String {
        guard let string = tree.json.string else { throw tree.mismatch(type) }
        return string
    }

    /// An integer is a double too, the other way round it is not.
    func decode(_ type: Double.Type) throws -> Double {
        switch tree.json {
        case .number(let number): return number
        case .integer(let integer): return Double(integer)
        case .null, .bool, .string, .array, .object: throw tree.mismatch(type)
        }
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

    private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard let integer = tree.json.integer, let value = T(exactly: integer) else {
            throw tree.mismatch(type)
        }
        return value
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { UInt(try decode(UInt64.self)) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    /// A number, or above `Int.max` its digits as a string.
    func decode(_ type: UInt64.Type) throws -> UInt64 {
        if let large = tree.json.string.flatMap({ UInt64($0) }), large > Int.max { return large }
        return try integer(type)
    }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try tree.value(type) }
}
