import Facts

/// What a node is, in one byte.
private enum NodeKind: Int {
    case plain, quoted, list, mapping

    init(_ content: YAMLNode.Content) {
        switch content {
        case .text(_, isPlain: true): self = .plain
        case .text(_, isPlain: false): self = .quoted
        case .list: self = .list
        case .mapping: self = .mapping
        }
    }
}

/// Writes YAML nodes as bytes: numbers of seven bits a byte, the lowest first; texts and lists after their length.
struct NodeWriter {
    private(set) var bytes: [UInt8] = []

    /// All bytes, behind their hash.
    var sealed: [UInt8] {
        let hash = bytes.withUnsafeBytes { ByteHash.hash(of: $0, from: 0) }
        return withUnsafeBytes(of: hash.littleEndian, Array.init) + bytes
    }

    /// Not below 0.
    mutating func number(_ number: Int) {
        var rest = UInt(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Without the file's name.
    mutating func node(_ node: YAMLNode) {
        number(NodeKind(node.content).rawValue)
        place(node.place)
        switch node.content {
        case .text(let text, _): self.text(text)
        case .list(let items):
            number(items.count)
            for item in items { self.node(item) }
        case .mapping(let entries):
            number(entries.count)
            for entry in entries {
                text(entry.key)
                place(entry.place)
                self.node(entry.value)
            }
        }
    }

    private mutating func place(_ place: Place) {
        number(place.line)
        number(place.column)
    }
}

/// Reads what `NodeWriter` wrote; nil at the first thing that does not fit.
struct NodeReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func number() -> Int? {
        var number: UInt = 0
        var shift: UInt = 0
        while position < bytes.count, shift < 56 {
            let byte = bytes[position]
            position += 1
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(number) }
            shift += 7
        }
        return nil
    }

    mutating func text() -> String? {
        guard let count = number(), count <= bytes.count - position else { return nil }
        let text = UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
        position += count
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil where the bytes are not as they were sealed: a file was cut or harmed.
    init?(sealed bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 8 else { return nil }
        let hash = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        let own = UnsafeRawBufferPointer(rebasing: bytes[8...])
        guard ByteHash.hash(of: own, from: 0) == hash else { return nil }
        self.init(own)
    }

    /// A node of the file of this name.
    mutating func node(in file: String, depth: Int = 0) -> YAMLNode? {
        guard depth <= YAMLScan.maximumDepth, let number = number(),
            let kind = NodeKind(rawValue: number), let place = place(in: file)
        else { return nil }
        switch kind {
        case .plain, .quoted:
            return text().map {
                YAMLNode(place: place, content: .text($0, isPlain: kind == .plain))
            }
        case .list:
            guard let items = list({ $0.node(in: file, depth: depth + 1) }) else { return nil }
            return YAMLNode(place: place, content: .list(items))
        case .mapping:
            guard let entries = list({ $0.entry(in: file, depth: depth + 1) }) else { return nil }
            return YAMLNode(place: place, content: .mapping(entries))
        }
    }

    private mutating func entry(in file: String, depth: Int) -> YAMLNode.Entry? {
        guard let key = text(), let place = place(in: file),
            let value = node(in: file, depth: depth)
        else { return nil }
        return YAMLNode.Entry(key: key, place: place, value: value)
    }

    private mutating func list<Element>(
        _ read: (inout NodeReader) -> Element?
    ) -> [Element]? {
        // Each takes at least a byte.
        guard let count = number(), count <= bytes.count - position else { return nil }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count {
            guard let element = read(&self) else { return nil }
            list.append(element)
        }
        return list
    }

    private mutating func place(in file: String) -> Place? {
        guard let line = number(), let column = number() else { return nil }
        return Place(file: file, line: line, column: column)
    }
}
