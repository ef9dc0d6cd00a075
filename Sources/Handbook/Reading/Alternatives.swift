/// Short forms in a word list: `(my|his) (wife|husband)` stands for four entries, `[not] mine` for two.
///
/// Groups stand beside each other, not inside one another.
enum Alternatives {
    /// So many entries may one line stand for.
    static let limit = 2_000

    /// Every text that `line` stands for, in order; nil when a group is not closed or there are too many.
    static func expand(_ line: String) -> [String]? {
        if line.isPlain { return [line] }
        var texts = [""]
        var rest = line[...]
        while let open = rest.firstIndex(where: { $0 == "(" || $0 == "[" }) {
            let close: Character = rest[open] == "(" ? ")" : "]"
            guard let end = rest[open...].firstIndex(of: close) else { return nil }
            let inner = rest[rest.index(after: open)..<end]
            guard !inner.contains(where: { "([".contains($0) }) else { return nil }
            var parts = inner.split(separator: "|", omittingEmptySubsequences: false)
            if close == "]" { parts.append("") }
            let pieces = parts.map { String(rest[..<open] + $0) }
            texts = texts.flatMap { text in pieces.map { text + $0 } }
            guard texts.count <= limit else { return nil }
            rest = rest[rest.index(after: end)...]
        }
        return texts.map { text in
            let whole = rest.isEmpty ? text : text + rest
            return whole.isPlain ? whole : whole.withSingleBlanks
        }
    }
}

extension String {
    /// With one blank between two words, and none around them.
    fileprivate var withSingleBlanks: String {
        let blank = UInt8(ascii: " ")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 where byte != blank || (bytes.last ?? blank) != blank {
            bytes.append(byte)
        }
        if bytes.last == blank { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Stands for itself: without groups, and with single blanks between its words.
    fileprivate var isPlain: Bool {
        var last = UInt8(ascii: " ")
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): return false
            case UInt8(ascii: " ") where last == byte: return false
            default: last = byte
            }
        }
        return last != UInt8(ascii: " ")
    }
}
