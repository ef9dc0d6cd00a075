import Facts

/// The encoder: writes straight into a buffer while the value describes itself.
///
/// Containers nest, so the open ones form a stack; writing to one closes those above it. Members of
/// a dictionary are sorted when its container closes.
final class JSONStream {
    private(set) var output: [UInt8] = []
    private var open: [Container] = []
    /// True for the stream that finds the dictionary's key type.
    let isProbing: Bool

    private struct Container {
        var isKeyed: Bool
        /// Where each member begins, for dictionaries only.
        var members: [(name: String, start: Int)]?
        /// Behind the opening bracket.
        var start: Int
        var count = 0
    }

    /// How many containers are open.
    var level: Int { open.count }

    init(isProbing: Bool = false) {
        self.isProbing = isProbing
        output.reserveCapacity(1024)
    }

    /// Writes any value; afterwards `level` containers are open.
    func write<T: Encodable>(_ value: T, level: Int) throws {
        // Types are compared before they are cast: a failing cast is slow.
        if T.self == String.self, let string = value as? String {
            output.append(quoted: string)
        } else if T.self == Int.self, let integer = value as? Int {
            output.append(decimal: integer)
        } else if T.self == Value.self, let value = value as? Value {
            JSON(value).write(to: &output)
        } else if T.self == Record.self, let record = value as? Record {
            JSON(record).write(to: &output)
        } else {
            let start = output.count
            try value.encode(to: JSONStreamEncoder(stream: self, level: level))
            close(to: level)
            // A value that wrote nothing at all is an empty object.
            if output.count == start { output.append(contentsOf: "{}".utf8) }
        }
    }

    func open(keyed isKeyed: Bool, isDictionary: Bool, level: Int) {
        close(to: level)
        output.append(isKeyed ? UInt8(ascii: "{") : UInt8(ascii: "["))
        open.append(
            Container(isKeyed: isKeyed, members: isDictionary ? [] : nil, start: output.count))
    }

    /// Begins a member of the container that is number `level` of the open ones.
    func beginMember(_ name: String, level: Int) {
        beginElement(level: level)
        open[level - 1].members?.append((name, output.count))
        output.append(quoted: name)
        output.append(UInt8(ascii: ":"))
    }

    func beginElement(level: Int) {
        close(to: level)
        precondition(open.count == level, "an encoder wrote to a container that it had closed")
        if open[level - 1].count > 0 { output.append(UInt8(ascii: ",")) }
        open[level - 1].count += 1
    }

    func count(level: Int) -> Int { level <= open.count ? open[level - 1].count : 0 }

    func scalar(_ write: (inout [UInt8]) -> Void) { write(&output) }

    func close(to level: Int) {
        while open.count > level, let container = open.popLast() {
            if let members = container.members, members.count > 1 { sort(members) }
            output.append(container.isKeyed ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
    }

    /// Puts the members, the last of which ends where the output ends, in the order of their names.
    private func sort(_ members: [(name: String, start: Int)]) {
        var parts: [(name: String, bytes: ArraySlice<UInt8>)] = []
        for (index, member) in members.enumerated() {
            let isLast = index == members.count - 1
            let end = isLast ? output.count : members[index + 1].start - 1
            parts.append((member.name, output[member.start..<end]))
        }
        parts.sort { $0.name < $1.name }
        var sorted: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { sorted.append(UInt8(ascii: ",")) }
            sorted.append(contentsOf: part.bytes)
        }
        output.replaceSubrange(members[0].start..., with: sorted)
    }
}

/// The key type with which the standard library writes `[String: …]`; found by asking it.
enum DictionaryKeys {
    static let type: ObjectIdentifier? = {
        let probe = Probe()
        try? [String: Int]().encode(to: probe)
        return probe.found
    }()

    private final class Probe: Encoder {
        var found: ObjectIdentifier?
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            found = ObjectIdentifier(type)
            return JSONStreamEncoder(stream: JSONStream(isProbing: true), level: 0).container(
                keyedBy: type)
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            JSONStreamEncoder(stream: JSONStream(isProbing: true), level: 0).unkeyedContainer()
        }

        func singleValueContainer() -> any SingleValueEncodingContainer {
            JSONStreamEncoder(stream: JSONStream(isProbing: true), level: 0).singleValueContainer()
        }
    }
}
