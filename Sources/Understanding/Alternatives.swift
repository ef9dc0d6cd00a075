/// Short forms in a word list: `(my|his) (wife|husband)` stands for four entries, `[not] mine` for two.
///
/// Groups stand beside each other, not inside one another.
public enum Alternatives {
    /// So many entries may one line stand for.
    public static let limit = 2_000

    /// Every group is closed, and they do not stand for too many texts.
    public static func isSound(_ line: String) -> Bool {
        line.isPlain || parts(of: Array(line.utf8)[...]) != nil
    }

    /// Every text that `line` stands for, in order; nil when a group is not closed or there are too many.
    public static func expand(_ line: String) -> [String]? {
        if line.isPlain { return [line] }
        let bytes = Array(line.utf8)
        guard let parts = parts(of: bytes[...]) else { return nil }
        var texts: [String] = []
        var chosen = parts.map { _ in 0 }
        var text: [UInt8] = []
        while true {
            text.removeAll(keepingCapacity: true)
            for (part, number) in zip(parts, chosen) { append(part[number], to: &text) }
            if text.last == blank { text.removeLast() }
            texts.append(String(decoding: text, as: UTF8.self))
            // The last group's alternatives follow one another first.
            var place = parts.count - 1
            while place >= 0 {
                chosen[place] += 1
                if chosen[place] < parts[place].count { break }
                chosen[place] = 0
                place -= 1
            }
            if place < 0 { return texts }
        }
    }

    /// The line's groups, and the texts between them as groups of one; nil when one is not closed or they stand for too
    /// many texts.
    private static func parts(of line: ArraySlice<UInt8>) -> [[ArraySlice<UInt8>]]? {
        var parts: [[ArraySlice<UInt8>]] = []
        var count = 1
        var rest = line
        while let open = rest.firstIndex(where: \.opensGroup) {
            let isOptional = rest[open] == UInt8(ascii: "[")
            let close = UInt8(ascii: isOptional ? "]" : ")")
            guard let end = rest[open...].firstIndex(of: close) else { return nil }
            let inner = rest[(open + 1)..<end]
            guard !inner.contains(where: \.opensGroup) else { return nil }
            var group = inner.split(
                separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            if isOptional { group.append([]) }
            count *= group.count
            guard count <= limit else { return nil }
            parts += [[rest[..<open]], group]
            rest = rest[(end + 1)...]
        }
        return parts + [[rest]]
    }

    private static let blank = UInt8(ascii: " ")

    /// With one blank between two words, and none before the first.
    private static func append(_ part: ArraySlice<UInt8>, to text: inout [UInt8]) {
        for byte in part where byte != blank || (text.last ?? blank) != blank {
            text.append(byte)
        }
    }
}

extension UInt8 {
    fileprivate var opensGroup: Bool { self == UInt8(ascii: "(") || self == UInt8(ascii: "[") }
}

extension String {
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
