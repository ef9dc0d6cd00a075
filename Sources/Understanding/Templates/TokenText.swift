/// How templates of the pack read an utterance: its tokens, without punctuation at the edges of
/// words and without pictures.
extension TemplateText {
    init(_ tokens: ArraySlice<Token>, ignoresBlanks: Bool) {
        self.init()
        reserve((tokens.last?.end ?? 0) - (tokens.first?.start ?? 0) + 1)
        var held: [Token] = []
        var atEdge = true
        var end = 0
        for token in tokens {
            if token.start > end || atEdge {
                held.removeAll()
                atEdge = true
            }
            end = token.end
            if Self.isPicture(token) {
                held.removeAll()
                atEdge = true
            } else if Self.isPunctuation(token) {
                if !atEdge { held.append(token) }
            } else {
                if atEdge, !ignoresBlanks, count > 0 {
                    append(Self.blank, start: token.start, end: token.start)
                }
                for inner in held { append(inner) }
                held.removeAll()
                append(token)
                atEdge = false
            }
        }
    }

    private mutating func append(_ token: Token) {
        var folded = token.folded
        let isPlain = folded.withUTF8 { bytes in
            guard bytes.count == token.end - token.start,
                bytes.allSatisfy({ $0 < 0x80 && $0 != 0x60 })
            else { return false }
            append(plain: bytes, start: token.start)
            return true
        }
        if isPlain { return }
        let scalars = folded.unicodeScalars
        let isByteByByte = scalars.count == token.end - token.start
        for (index, scalar) in scalars.enumerated() {
            append(
                Self.letterCaseFolded(scalar),
                start: isByteByByte || index == 0 ? token.start + index : token.end,
                end: isByteByByte ? token.start + index + 1 : token.end)
        }
    }

    private static func isPunctuation(_ token: Token) -> Bool {
        // Most tokens are words.
        if token.folded.utf8.first?.isLetterOrDigit == true { return false }
        guard let scalar = token.folded.unicodeScalars.first else { return true }
        if isPunctuation(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation:
            return true
        default: return scalar == "\"" || scalar == "'"
        }
    }

    private static func isPicture(_ token: Token) -> Bool {
        if let first = token.folded.utf8.first, first < 0xE2 { return false }
        guard let scalar = token.folded.unicodeScalars.first else { return true }
        if scalar.value < 0x2100 { return false }
        return scalar.properties.generalCategory == .otherSymbol
    }

    /// The places of a list's span of the original.
    func span(of list: Int32, from start: Int, to end: Int) -> TextScan.Span? {
        guard let first = places.firstIndex(where: { $0.start >= start }),
            let last = places.lastIndex(where: { $0.end <= end })
        else { return nil }
        var from = first
        while from < last, scalars[from] == Self.blank { from += 1 }
        guard from <= last else { return nil }
        return TextScan.Span(list: list, start: Int32(from), end: Int32(last + 1))
    }
}
