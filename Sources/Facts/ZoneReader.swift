extension Zone {
    /// Reads a TZif file's bytes (RFC 8536); nothing of them is trusted.
    public init(name: String, tzif bytes: [UInt8]) throws(ZoneError) {
        var reader = ZoneReader(bytes: bytes)
        var header = try reader.header()
        var wide = false
        if header.version >= 2 {
            try reader.skip(header.length(timeSize: 4))
            header = try reader.header()
            wide = true
        }
        let block = try reader.block(header, wide: wide)
        var footer: ZoneRule?
        if wide {
            let text = try reader.footer()
            if !text.isEmpty {
                guard let rule = ZoneFooter.rule(from: text) else {
                    throw .badFooter(String(decoding: text, as: UTF8.self))
                }
                footer = rule
            }
        }
        self.init(
            name: name, transitions: block.transitions, offsets: block.offsets,
            firstOffset: block.firstOffset, footer: footer)
    }
}

/// Takes big-endian numbers from bytes that may end anywhere.
private struct ZoneReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    struct Header {
        var version = 1
        var utcCount = 0, standardCount = 0, leapCount = 0
        var transitionCount = 0, typeCount = 0, nameLength = 0

        /// Bytes of the block that follows; each count is below 2^20.
        func length(timeSize: Int) -> Int {
            transitionCount * (timeSize + 1) + typeCount * 6 + nameLength
                + leapCount * (timeSize + 4) + standardCount + utcCount
        }
    }

    mutating func header() throws(ZoneError) -> Header {
        guard try take(4).elementsEqual("TZif".utf8) else { throw .notTZif }
        let version = try take(16).first ?? 0
        var header = Header()
        header.version = version == 0 ? 1 : Int(version) - 0x30
        header.utcCount = try count()
        header.standardCount = try count()
        header.leapCount = try count()
        header.transitionCount = try count()
        header.typeCount = try count()
        header.nameLength = try count()
        guard header.typeCount > 0 else { throw .invalid("no local time type") }
        return header
    }

    struct Block {
        var transitions: [Int64]
        var offsets: [Int]
        var firstOffset: Int
    }

    mutating func block(_ header: Header, wide: Bool) throws(ZoneError) -> Block {
        var moments: [Int64] = []
        for _ in 0..<header.transitionCount {
            let moment = try signed(wide ? 8 : 4)
            guard moment > moments.last ?? .min else { throw .invalid("transitions not ascending") }
            moments.append(moment)
        }
        let indexes = try take(header.transitionCount)
        var types: [Int] = []
        for _ in 0..<header.typeCount {
            let offset = Int(try signed(4))
            // RFC 8536, section 3.2, recommends −24:59:59…25:59:59.
            guard (-89_999...93_599).contains(offset) else { throw .invalid("offset \(offset)") }
            types.append(offset)
            try skip(2)
        }
        try skip(
            header.nameLength + header.leapCount * (wide ? 12 : 8) + header.standardCount
                + header.utcCount)
        var offsets: [Int] = []
        for index in indexes {
            guard Int(index) < types.count else { throw .invalid("type index \(index)") }
            offsets.append(types[Int(index)])
        }
        return Block(transitions: moments, offsets: offsets, firstOffset: types[0])
    }

    /// The text between two line feeds at the end.
    mutating func footer() throws(ZoneError) -> ArraySlice<UInt8> {
        guard try take(1).first == 0x0A else { throw .invalid("no footer") }
        let text = bytes[position...].prefix { $0 != 0x0A }
        try skip(text.count + 1)
        return text
    }

    mutating func skip(_ count: Int) throws(ZoneError) { _ = try take(count) }

    private mutating func take(_ count: Int) throws(ZoneError) -> ArraySlice<UInt8> {
        guard count >= 0, bytes.count - position >= count else { throw .truncated }
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func count() throws(ZoneError) -> Int {
        let value = try signed(4)
        guard (0..<1_048_576).contains(value) else { throw .invalid("count \(value)") }
        return Int(value)
    }

    private mutating func signed(_ size: Int) throws(ZoneError) -> Int64 {
        let pattern = try take(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let shift = UInt64(64 - size * 8)
        return Int64(bitPattern: pattern << shift) >> Int64(shift)
    }
}
