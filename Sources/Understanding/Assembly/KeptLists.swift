import Facts

/// Lists of lists and of texts as bytes: everything in a row, after where each ends.
extension ByteWriter {
    /// `Element` is a plain number.
    mutating func lists<Element: BitwiseCopyable>(_ lists: [[Element]]) {
        var end: Int32 = 0
        array(
            lists.map { list in
                end &+= Int32(truncatingIfNeeded: list.count)
                return end
            })
        array(lists.flatMap { $0 })
    }

    mutating func packed(_ texts: [String]) {
        lists(texts.map { Array($0.utf8) })
    }
}

extension ByteReader {
    mutating func lists<Element: BitwiseCopyable & Sendable & Equatable>() -> [[Element]]? {
        parts { (part: UnsafeBufferPointer<Element>) in Array(part) }
    }

    mutating func packed() -> [String]? {
        parts { (part: UnsafeBufferPointer<UInt8>) in String(decoding: part, as: UTF8.self) }
    }

    private mutating func parts<Element: BitwiseCopyable & Sendable & Equatable, Part>(
        _ make: (UnsafeBufferPointer<Element>) -> Part
    ) -> [Part]? {
        guard let ends: [Int32] = array(), let kept: KeptNumbers<Element> = kept() else {
            return nil
        }
        var parts: [Part] = []
        parts.reserveCapacity(ends.count)
        kept.withNumbers { numbers in
            var start = 0
            for end in ends {
                guard start <= Int(end), Int(end) <= numbers.count else { return }
                parts.append(make(UnsafeBufferPointer(rebasing: numbers[start..<Int(end)])))
                start = Int(end)
            }
        }
        return parts.count == ends.count ? parts : nil
    }
}

/// Bytes that are taken only whole: a file that was cut or harmed leads nowhere.
extension ByteWriter {
    /// The bytes behind `name` and a hash of both.
    func sealed(_ name: UInt64) -> [UInt8] {
        var sealed = ByteWriter()
        sealed.number(name)
        sealed.number(bytes.withUnsafeBytes { ByteHash.hash(of: $0, from: name) })
        return sealed.bytes + bytes
    }
}

extension ByteReader {
    /// Reads what was sealed under this name; nil where the bytes are others.
    init?(sealed source: any ByteSource, _ name: UInt64) {
        self.init(source)
        guard number() == name, let seal = number() else { return nil }
        var isWhole = false
        source.withBytes { bytes in
            let own = UnsafeRawBufferPointer(rebasing: bytes[16...])
            isWhole = ByteHash.hash(of: own, from: name) == seal
        }
        guard isWhole else { return nil }
    }
}
