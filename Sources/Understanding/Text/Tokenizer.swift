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
        tokens(of: normalised, language: language, stems: nil)
    }

    /// The same with a table of the language's words, which changes nothing but the time.
    static func tokens(
        of normalised: String, language: String, stems: StemTable?
    ) -> [Token] {
        var text = normalised
        return text.withUTF8 { bytes in
            var forms = WordForms(language: language, stems: stems)
            let spans = spans(of: bytes)
            var tokens: [Token] = []
            tokens.reserveCapacity(spans.count)
            for span in spans {
                let word = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
                let (folded, stem) = span.isWord ? forms.forms(of: word) : forms.sign(word)
                tokens.append(Token(folded: folded, stem: stem, start: span.start, end: span.end))
            }
            return tokens
        }
    }

    /// Adds the words of a text to a table of the language.
    static func learn(_ normalised: String, language: String, into stems: inout StemTable) {
        var text = normalised
        text.withUTF8 { bytes in
            var forms = WordForms(language: language, stems: nil)
            for span in spans(of: bytes) where span.isWord {
                let word = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
                forms.learn(word, into: &stems)
            }
        }
    }

    /// One token's place.
    private struct Span {
        var start: Int
        var end: Int
        var isWord: Bool
    }

    private static func spans(of bytes: UnsafeBufferPointer<UInt8>) -> [Span] {
        var spans: [Span] = []
        spans.reserveCapacity(min(tokenLimit, bytes.count / 4 + 1))
        var start = 0
        var open: Shape?
        var offset = 0
        while offset < bytes.count, spans.count < tokenLimit {
            // Most of a text is the inside of plain words.
            if open == .word, bytes[offset].isLetterOrDigit {
                offset &+= 1
                continue
            }
            let (scalar, next) = scalar(in: bytes, at: offset)
            let isApostrophe = scalar == "'" && next < bytes.count
            let shape = Shape(
                scalar, after: open,
                before: isApostrophe ? self.scalar(in: bytes, at: next).scalar : nil)
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
            offset = next
        }
        if let open, open != .blank, spans.count < tokenLimit {
            spans.append(Span(start: start, end: offset, isWord: open == .word))
        }
        return spans
    }

    /// The scalar at a place of a string's UTF-8, which is always whole, and where the next one starts.
    private static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (scalar: Unicode.Scalar, next: Int) {
        let first = bytes[start]
        guard first >= 0x80 else { return (Unicode.Scalar(first), start + 1) }
        let rest = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var value = UInt32(first) & (0x3F >> UInt32(rest))
        var place = start + 1
        while place <= start + rest, place < bytes.count {
            value = value << 6 | UInt32(bytes[place] & 0x3F)
            place += 1
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", place)
    }
}

/// The folded forms and the stems of one text's words.
private struct WordForms: ~Copyable {
    private let language: String
    private let stems: StemTable?
    /// Made for the first word that is not in the table.
    private var stemmer: Stemmer?
    /// False once it is known that the language has no stemmer.
    private var isStemmed = true
    private let isGerman: Bool
    /// "l'argent" is stemmed as "argent".
    private let elides: Bool

    init(language: String, stems: StemTable?) {
        self.language = language
        self.stems = stems
        isGerman = language.hasPrefix("de")
        elides = Elision.isOf(language)
    }

    /// A sign is its own stem.
    func sign(_ bytes: UnsafeBufferPointer<UInt8>) -> (folded: String, stem: String) {
        let folded = Folding.fold(String(decoding: bytes, as: UTF8.self), language: language)
        return (folded, folded)
    }

    mutating func forms(of bytes: UnsafeBufferPointer<UInt8>) -> (folded: String, stem: String) {
        stems?.forms(ofLower: Self.lowerHash(bytes)) ?? made(of: bytes)
    }

    mutating func learn(_ bytes: UnsafeBufferPointer<UInt8>, into stems: inout StemTable) {
        let (folded, stem) = made(of: bytes)
        stems.add(lower: Self.lowerHash(bytes), folded: folded, stem: stem)
    }

    /// The hash of the word, A to Z in lower case: its forms are the same.
    private static func lowerHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = FeatureHash.words
        for byte in bytes {
            hash = FeatureHash.mix(hash, UInt64(truncatingIfNeeded: byte.lowered))
        }
        return hash
    }

    private mutating func made(
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> (folded: String, stem: String) {
        if bytes.allSatisfy(\.isDigit) {
            let number = String(decoding: bytes, as: UTF8.self)
            return (number, number)
        }
        let lower: String
        let folded: String
        if bytes.allSatisfy({ $0 < 0x80 }) {
            let said = String(unsafeUninitializedCapacity: bytes.count) {
                $0.initialize(fromContentsOf: bytes.lazy.map(\.lowered))
            }
            lower = SpokenForm.written(said, language: language)
            folded = isGerman ? Folding.fold(lower, language: language) : lower
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            lower = text.lowercased()
            folded = Folding.fold(text, language: language)
        }
        guard let stemmed = stem(elides ? Elision.bare(lower) : lower) else {
            return (folded, folded)
        }
        // What Snowball makes of plain lower-case letters needs no more folding.
        let isPlain = !isGerman && stemmed.utf8.allSatisfy { $0 < 0x80 }
        let isDone = isPlain || stemmed == folded
        return (folded, isDone ? stemmed : Folding.fold(stemmed, language: language))
    }

    private mutating func stem(_ word: String) -> String? {
        guard isStemmed else { return nil }
        if stemmer == nil { stemmer = Stemmer(language: language) }
        let stem = stemmer?.stem(word)
        isStemmed = stem != nil
        return stem
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
