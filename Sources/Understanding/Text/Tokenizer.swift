/// Cuts a normalised text into tokens.
///
/// A token is a run of letters, marks and digits with inner apostrophes ("don't"), one character of
/// Chinese or Japanese, or one symbol (an emoji with its modifiers is one). Blanks separate.
public struct Tokenizer {
    /// More tokens of a text are not read: 8 KiB of ordinary text have fewer.
    public static let tokenLimit = 1_500

    /// The tokens of a text that `Normaliser` made, with UTF-8 offsets into it.
    /// `language` chooses the stemmer and the folding.
    public static func tokens(of normalised: String, language: String) -> [Token] {
        let stemmer = Stemmer(language: language)
        let isGerman = language.hasPrefix("de")
        let elides = language.hasPrefix("fr") || language.hasPrefix("it")
        let spans = spans(of: normalised)
        let bytes = normalised.utf8
        var tokens: [Token] = []
        tokens.reserveCapacity(spans.count)
        var place = (offset: 0, index: bytes.startIndex)
        for span in spans {
            let start = bytes.index(place.index, offsetBy: span.start - place.offset)
            place = (span.end, bytes.index(start, offsetBy: span.end - span.start))
            let text = String(decoding: bytes[start..<place.index], as: UTF8.self)
            let folded = Folding.fold(text, language: language)
            var stem = folded
            let word = span.isWord ? lower(text, folded) : ""
            if span.isWord, let stemmed = stemmer?.stem(elides ? unelided(word) : word) {
                // What Snowball makes of plain lower-case letters needs no more folding.
                let isPlain = !isGerman && stemmed.utf8.allSatisfy { $0 < 0x80 }
                stem =
                    isPlain || stemmed == folded
                    ? stemmed : Folding.fold(stemmed, language: language)
            }
            tokens.append(Token(folded: folded, stem: stem, start: span.start, end: span.end))
        }
        return tokens
    }

    /// A French or Italian word without the article or pronoun that leans on it: "l'argent" is stemmed as "argent".
    private static func unelided(_ word: String) -> String {
        guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "'")) else { return word }
        let rest = word[word.utf8.index(after: sign)...]
        let isLeaning = sign.utf16Offset(in: word) < 3 || word.hasPrefix("jusqu'")
        return isLeaning && !rest.isEmpty ? String(rest) : word
    }

    /// The text in lower case, with its accents; the folded form is that for ASCII in most
    /// languages.
    private static func lower(_ text: String, _ folded: String) -> String {
        let isPlain = folded.utf8.count == text.utf8.count && text.utf8.allSatisfy { $0 < 0x80 }
        return isPlain ? folded : text.lowercased()
    }

    /// One token's place.
    private struct Span {
        var start: Int
        var end: Int
        var isWord: Bool
    }

    private static func spans(of text: String) -> [Span] {
        var spans: [Span] = []
        spans.reserveCapacity(min(tokenLimit, text.utf8.count / 4 + 1))
        var start = 0
        var open: Shape?
        var offset = 0
        var scalars = text.unicodeScalars.makeIterator()
        var following = scalars.next()
        while let scalar = following, spans.count < tokenLimit {
            let next = scalars.next()
            following = next
            let shape = Shape(scalar, after: open, before: next)
            if !shape.continues(open) {
                if let open, open != .blank {
                    spans.append(Span(start: start, end: offset, isWord: open == .word))
                }
                start = offset
                open = shape
            } else if shape == .joiner {
                open = .joiner
            } else if open == .joiner {
                open = .symbol
            }
            offset += UTF8.width(scalar)
        }
        if let open, open != .blank, spans.count < tokenLimit {
            spans.append(Span(start: start, end: offset, isWord: open == .word))
        }
        return spans
    }
}

/// How a scalar takes part in a token.
private enum Shape {
    case blank
    /// Letters, digits, marks, and an apostrophe between two of them.
    case word
    /// A character that is a token by itself (Han, kana), with marks after it.
    case character
    case symbol
    /// A mark or modifier on what stands before it.
    case modifier
    /// The zero-width joiner between two emoji.
    case joiner

    init(_ scalar: Unicode.Scalar, after open: Shape?, before next: Unicode.Scalar?) {
        switch scalar.value {
        case 0x20: self = .blank
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        case 0x27:
            self = open == .word && next.map(Shape.isWord) == true ? .word : .symbol
        case 0x21...0x7E: self = .symbol
        case 0x200C: self = .modifier
        case 0x200D: self = open == .word ? .word : .joiner
        case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: self = .modifier
        default:
            if Shape.standsAlone(scalar) {
                self = .character
            } else if Shape.isWord(scalar) {
                self = .word
            } else {
                self = .symbol
            }
        }
    }

    func continues(_ open: Shape?) -> Bool {
        switch (self, open) {
        case (.word, .word), (.blank, .blank): true
        case (.modifier, .some(let open)), (.joiner, .some(let open)): open != .blank
        case (.symbol, .joiner): true
        case (.blank, _), (.word, _), (.character, _), (.symbol, _), (.modifier, _), (.joiner, _):
            false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .otherNumber:
            true
        default: false
        }
    }

    /// Han, kana and their iteration marks: scripts without word breaks.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9D, 0x20000...0x3134F:
            true
        default: false
        }
    }
}
