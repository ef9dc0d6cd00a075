/// A position in a message; reads tokens of the grammar. Offsets count Unicode scalars.
struct MessageScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var offset = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
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
        var bytes: [UInt8] = []
        while let scalar = current {
            switch scalar {
            case "{", "}", "\\", "\0": return String(decoding: bytes, as: UTF8.self)
            case _: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
            }
            offset += 1
        }
        return String(decoding: bytes, as: UTF8.self)
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
        var name = String.UnicodeScalarView()
        while let scalar = current, scalar.continuesMessageName {
            name.append(scalar)
            advance()
        }
        return String(name)
    }
}
