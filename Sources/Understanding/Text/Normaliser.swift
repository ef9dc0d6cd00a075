/// Brings a customer's text into the one form that everything else reads.
///
/// In this order: at most `byteLimit` bytes of UTF-8, cut between characters; control,
/// bidirectional and invisible format characters removed (the zero-width joiners stay: emoji and
/// Persian need them); runs of combining marks cut to `markLimit`, before anything that is
/// quadratic in them; full-width ASCII to ASCII; NFC (the standard library's own, reached through
/// its `_Unicode` interface); apostrophes of every shape to `'`; white space folded to single
/// blanks and trimmed.
public struct Normaliser {
    /// Longest text that is read, in bytes of UTF-8.
    public static let byteLimit = 8_192
    /// Longest run of combining marks that is kept.
    public static let markLimit = 30

    /// The normalised text; idempotent.
    public static func normalise(_ text: String) -> String {
        let bytes = capped(text)
        if bytes.allSatisfy({ $0 < 0x80 }) { return foldingASCII(bytes) }
        return foldingBlanks(cleaning(String(decoding: bytes, as: UTF8.self)).composed)
    }

    /// The first bytes of the text, without the rest of a scalar that the limit cuts.
    static func capped(_ text: String) -> [UInt8] {
        // Nearly every text is short, and copied at once.
        guard text.utf8.count > byteLimit else { return Array(text.utf8) }
        var bytes = Array(text.utf8.prefix(byteLimit + 1))
        var end = byteLimit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.removeSubrange(end...)
        return bytes
    }

    private static func foldingASCII(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var blankDue = false
        for byte in bytes {
            switch byte {
            case 0x09...0x0D, 0x20:
                blankDue = !out.isEmpty
            case 0...0x1F, 0x7F:
                continue
            default:
                if blankDue { out.append(0x20) }
                blankDue = false
                out.append(byte == 0x60 ? 0x27 : byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func cleaning(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var marks = 0
        for scalar in text.unicodeScalars where !isRemoved(scalar) {
            marks = isMark(scalar) ? marks + 1 : 0
            if marks <= markLimit { narrow(scalar).encode(into: &out) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func foldingBlanks(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var blankDue = false
        for scalar in text.unicodeScalars {
            if isBlank(scalar) {
                blankDue = !out.isEmpty
                continue
            }
            if blankDue { out.append(0x20) }
            blankDue = false
            (isApostrophe(scalar) ? "'" : scalar).encode(into: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000:
            true
        default: false
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201B}", "\u{B4}", "`", "\u{2BC}", "\u{2B9}": true
        default: false
        }
    }

    /// Controls, soft hyphen, zero-width space, bidirectional and tag characters, private use and
    /// worse.
    static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85: false
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F,
            0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// Anything that piles up on the character before it; the joiners count, so that they cannot
    /// hide a run.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x391...0x482, 0x3040...0x3096, 0x30A0...0x9FFF, 0xAC00...0xD7A3:
            return false
        default: break
        }
        if scalar.value == 0x200C || scalar.value == 0x200D { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return scalar.properties.canonicalCombiningClass != .notReordered
        }
    }

    /// A full-width form as its ASCII character.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}
