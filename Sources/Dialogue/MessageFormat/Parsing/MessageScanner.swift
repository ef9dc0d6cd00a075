/// A position in a message; reads tokens of the grammar. Offsets count Unicode scalars.
struct MessageScanner {
    private let scalars: [Unicode.Scalar]
    private let bytes: [UInt8]
    /// Where each scalar starts in `bytes`, and behind the last one their end; empty where all are ASCII.
    private let starts: [Int32]
    private(set) var offset = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            scalars = bytes.map { Unicode.Scalar($0) }
            starts = []
        } else {
            scalars = Array(source.unicodeScalars)
            starts = scalars.reduce(into: [0]) { starts, scalar in
                let width = Int32(truncatingIfNeeded: UTF8.width(scalar))
                starts.append((starts.last ?? 0) &+ width)
            }
        }
    }

    /// The text from one offset to another.
    private func text(_ start: Int, _ end: Int) -> String {
        let (first, last) = starts.isEmpty ? (start, end) : (Int(starts[start]), Int(starts[end]))
        return String(decoding: bytes[first..<last], as: UTF8.self)
    }

    /// The scalar here, nil at the end.
    var current: Unicode.Scalar? { peek(0) }

    func peek(_ distance: Int) -> Unicode.Scalar? {
        let place = offset + distance
        return place < scalars.count ? scalars[place] : nil
    }

    mutating func advance(by count: Int = 1) {
        offset = min(offset + count, scalars.count)
    }

    mutating func moveBack(to place: Int) {
        offset = min(max(place, 0), scalars.count)
    }

    func isAt(_ text: String) -> Bool {
        var distance = 0
        for scalar in text.unicodeScalars {
            guard peek(distance) == scalar else { return false }
            distance += 1
        }
        return true
    }

    /// Passes over `text` if it stands here.
    mutating func take(_ text: String) -> Bool {
        guard isAt(text) else { return false }
        advance(by: text.unicodeScalars.count)
        return true
    }

    /// Text up to what means something in it: a brace, a `\`, or NUL, which is none.
    mutating func takePlainText() -> String {
        let start = offset
        loop: while offset < scalars.count {
            switch scalars[offset].value {
            case 0x7B, 0x7D, 0x5C, 0: break loop
            default: offset &+= 1
            }
        }
        return start == offset ? "" : text(start, offset)
    }

    /// Passes over spaces and direction marks; true when one of them was a space (rule `s`, else
    /// rule `o`).
    @discardableResult
    mutating func skipSpace() -> Bool {
        var sawSpace = false
        while let scalar = current, scalar.isMessageSpace || scalar.isDirectionMark {
            sawSpace = sawSpace || scalar.isMessageSpace
            advance()
        }
        return sawSpace
    }

    /// Rule `name`, with its optional direction marks; nil (and no move) where no name stands.
    mutating func takeName() -> String? {
        let start = offset
        if current?.isDirectionMark == true { advance() }
        guard current?.startsMessageName == true else {
            offset = start
            return nil
        }
        let name = takeNameCharacters()
        if current?.isDirectionMark == true { advance() }
        return name
    }

    /// Rule `unquoted-literal`, possibly empty.
    mutating func takeNameCharacters() -> String {
        let start = offset
        while let scalar = current, scalar.continuesMessageName { advance() }
        return text(start, offset)
    }
}
