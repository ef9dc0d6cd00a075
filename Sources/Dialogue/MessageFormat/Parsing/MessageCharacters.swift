/// The character classes of the MessageFormat 2 grammar (message.abnf).
extension Unicode.Scalar {
    /// `ws`: space, tab, line ends and the ideographic space.
    var isMessageSpace: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20, 0x3000: true
        default: false
        }
    }

    /// `bidi`: directional marks and isolates, allowed around names and between tokens.
    var isDirectionMark: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x2066...0x2069: true
        default: false
        }
    }

    /// `name-start`.
    var startsMessageName: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0x2B, 0x5F: true
        case 0xA1...0x061B, 0x061D...0x167F, 0x1681...0x1FFF, 0x200B...0x200D: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x2060...0x2065, 0x206A...0x2FFF: true
        case 0x3001...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFFFD: true
        case 0x10000...0x10FFFF: value & 0xFFFE != 0xFFFE
        default: false
        }
    }

    /// `name-char`, also the characters of an unquoted literal.
    var continuesMessageName: Bool {
        switch value {
        case 0x30...0x39, 0x2D, 0x2E: true
        default: startsMessageName
        }
    }
}
