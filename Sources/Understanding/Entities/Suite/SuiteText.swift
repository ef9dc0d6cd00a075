/// A text in lower case, cut into words, digit runs and single symbols, with offsets in Unicode
/// scalars.
struct SuiteText {
    struct Piece: Equatable {
        var text: String
        var start: Int
        /// Exclusive.
        var end: Int
        var kind: Kind
    }

    enum Kind: Equatable {
        case word, digits, symbol
    }

    let scalars: [Unicode.Scalar]
    private(set) var pieces: [Piece] = []

    init(_ input: String) {
        scalars = input.unicodeScalars.map { scalar in
            (0x41...0x5A).contains(scalar.value)
                ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
        }
        var start = 0
        while start < scalars.count {
            let kind = SuiteText.kind(scalars[start])
            guard let kind else {
                start += 1
                continue
            }
            var end = start + 1
            while kind != .symbol, end < scalars.count, SuiteText.kind(scalars[end]) == kind {
                end += 1
            }
            pieces.append(Piece(text: text(start, end), start: start, end: end, kind: kind))
            start = end
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x30...0x39: return .digits
        case 0x61...0x7A: return .word
        case 0x09...0x0D, 0x20, 0xA0, 0x202F: return nil
        case 0x21...0x7E: return .symbol
        default:
            return scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
                ? .word : .symbol
        }
    }

    func text(_ start: Int, _ end: Int) -> String {
        guard start >= 0, start < end, end <= scalars.count else { return "" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
        for index in start..<end { scalars[index].encode(into: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Forgets the pieces from `count` on.
    mutating func cut(to count: Int) {
        pieces = Array(pieces.prefix(count))
    }

    /// The word, digits or symbol at `index`, empty outside.
    func word(_ index: Int) -> String {
        index >= 0 && index < pieces.count ? pieces[index].text : ""
    }

    func isDigits(_ index: Int) -> Bool {
        index >= 0 && index < pieces.count && pieces[index].kind == .digits
    }

    func isWord(_ index: Int) -> Bool {
        index >= 0 && index < pieces.count && pieces[index].kind == .word
    }

    /// Whether nothing stands between piece `index` and the one before.
    func isJoined(_ index: Int) -> Bool {
        index > 0 && index < pieces.count && pieces[index - 1].end == pieces[index].start
    }

    func result(
        _ first: Int, _ end: Int, _ type: String, _ value: [String]
    ) -> SuiteResult {
        let start = pieces[first].start
        let last = pieces[end - 1].end
        return SuiteResult(
            text: text(start, last), type: type, value: value, start: start, end: last - 1)
    }
}
