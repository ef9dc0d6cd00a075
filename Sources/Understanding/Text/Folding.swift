@_spi(_Unicode) import Swift

/// Folds a text to what is compared: lower case, without accents.
///
/// `ä` is `a`, `é` is `e`, `ß` is `ss`, `æ` is `ae`, `ø` is `o`, `ł` is `l`, and all four Turkish i
/// are `i`. Marks that only point a script's vowels (Arabic, Hebrew) go; marks that are letters
/// (Indic vowels, kana voicing, Hangul) stay. For German, `ae`, `oe` and `ue` fold to `a`, `o` and
/// `u` as well, except after a vowel or q (`neue`, `Quelle`), so `zurueck` meets `zurück`: fold
/// both sides with the same language.
public enum Folding {
    /// The folded text. `language` is a BCP 47 tag; only German differs.
    public static func fold(_ text: String, language: String = "") -> String {
        let folded = foldingCase(text)
        return isGerman(language) ? foldingDigraphs(folded) : folded
    }

    private static func isGerman(_ language: String) -> Bool {
        language == "de" || language.utf8.starts(with: "de-".utf8)
    }

    private static func foldingCase(_ text: String) -> String {
        var isLower = true
        for byte in text.utf8 {
            guard byte < 0x80 else { return foldingScalars(text) }
            if lower(byte) != byte { isLower = false }
        }
        if isLower { return text }
        return String(unsafeUninitializedCapacity: text.utf8.count) { folded in
            folded.initialize(fromContentsOf: text.utf8.lazy.map(lower))
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    private static func foldingScalars(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var needsComposing = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: bytes.append(lower(UInt8(scalar.value)))
            case 0x80..<0x250: bytes.append(contentsOf: latinForms[Int(scalar.value) - 0x80])
            case 0x3400...0x9FFF: scalar.encode(into: &bytes)
            default:
                if isDropped(scalar) { continue }
                needsComposing = true
                append(scalar, to: &bytes)
            }
        }
        let folded = String(decoding: bytes, as: UTF8.self)
        return needsComposing ? folded.composed : folded
    }

    /// Folded forms of U+0080 to U+024F, where most accented text lies.
    private static let latinForms: [[UInt8]] = (0x80..<0x250 as Range<UInt32>).map { value in
        var bytes: [UInt8] = []
        if let scalar = Unicode.Scalar(value) { append(scalar, to: &bytes) }
        return bytes
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        for part in scalar.properties.lowercaseMapping._nfd where !isDropped(part) {
            if let special = special(part) {
                bytes.append(contentsOf: special.utf8)
            } else {
                part.encode(into: &bytes)
            }
        }
    }

    private static func special(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "ß": "ss"
        case "æ": "ae"
        case "œ": "oe"
        case "ø": "o"
        case "ł": "l"
        case "đ", "ð": "d"
        case "þ": "th"
        case "ı": "i"
        case "ς": "σ"
        default: nil
        }
    }

    /// Diacritics, Hebrew points, Arabic vowel signs and tatweel, joiners, variation selectors,
    /// skin tones.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x640,
            0x64B...0x65F, 0x670, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF:
            true
        default: false
        }
    }

    private static func foldingDigraphs(_ text: String) -> String {
        guard hasDigraph(text.utf8) else { return text }
        let e = UInt8(ascii: "e")
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == e, let last = out.last, isVowel(last),
                !(out.count > 1 && "aeiouyq".utf8.contains(out[out.count - 2]))
            {
                continue
            }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether two letters of it may be one with two dots.
    static func hasDigraph(_ bytes: some Collection<UInt8>) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $1 == UInt8(ascii: "e") && isVowel($0) }
    }

    /// Whether an e behind it may be its two dots.
    private static func isVowel(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "a") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "u")
    }
}
